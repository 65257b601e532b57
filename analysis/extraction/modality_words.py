"""The modality lexicon by place and word, and the fixed words beside a token."""

from functools import cache, lru_cache

from analysis.language import load_lexicon
from analysis.language.inflection import verb_forms
from analysis.language.lexicons import ModalityEntry
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import PREPOSITION
from analysis.language.words import Word

BACK = 6  # tokens to the left of a word among which its fixed words stand
PHRASE_REACH = 30  # tokens on either side of a word among which a phrase of hearsay covers it


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[tuple[str, ...], ModalityEntry]]:
    """Entries by place and words; the first entry that names the words counts."""
    tables: dict[str, dict[tuple[str, ...], ModalityEntry]] = {}
    for entry in load_lexicon("modality").entries:
        table = tables.setdefault(entry.where, {})
        for words in entry.words:
            table.setdefault(_split(words), entry)
    return tables


def _split(words: str) -> tuple[str, ...]:
    """As the tokenizer does: an elided word keeps its apostrophe."""
    return tuple(words.replace("'", "' ").split())


def _lower(token: Word) -> str:
    return token.lower_.replace("’", "'")


def entry_for(where: str, *words: str) -> ModalityEntry | None:
    """The entry of a place that one of the words belongs to."""
    table = _tables().get(where, {})
    return next((table[(word,)] for word in words if (word,) in table), None)


def governor(token: Word) -> ModalityEntry | None:
    """What a verb, noun or adjective says of what it governs; a verb by its form where the lemmatizer erred."""
    return entry_for("governor", token.lemma_.lower(), token.lower_, _governor_forms().get(token.lower_, ""))


@lru_cache(maxsize=1)
def _governor_forms() -> dict[str, str]:
    verbs = [words[0] for words in _tables()["governor"] if words[0].endswith(("are", "ere", "ire", "orre"))]
    return {form: verb for verb in sorted(verbs, reverse=True) for form in sorted(verb_forms(verb))}


def words_before(where: str, token: Word, first: int | None = None) -> tuple[ModalityEntry, int] | None:
    """The entry whose fixed words end right before position `first` (the token's own unless given), and where they
    begin; one adverb, clitic or article may stand between.
    """
    table = _tables().get(where, {})
    end = token.i if first is None else first
    doc, start = token.doc, sentence_start(token)
    low = max(start, end - BACK - 2)
    lower = [_lower(doc[i]) for i in range(low, end)]
    for gap in (0, 1, 2):
        if gap and (end - gap < start or doc[end - gap].pos_ not in ("ADV", "PRON", "DET", "ADJ", "NUM")):
            return None
        last = end - gap
        if last > start and lower[last - low - 1] not in _last_words(where):
            continue
        for length in range(min(BACK, last - start), 0, -1):
            words = tuple(lower[last - length - low : last - low])
            # an article grown together with the preposition: "in caso dell'attacco"
            plain = (*words[:-1], PREPOSITION.get(words[-1], words[-1]))
            for key in (words, plain):
                if key in table:
                    return table[key], last - length
    return None


@cache
def _last_words(where: str) -> frozenset[str]:
    """The words with which fixed words of a place end, as they stand or grown together with an article."""
    ends = {words[-1] for words in _tables().get(where, {})}
    return frozenset(ends | {form for form, base in PREPOSITION.items() if base in ends})


@cache
def _phrases() -> tuple[tuple[str, ModalityEntry], ...]:
    """The phrases of hearsay as they stand in a text, after a space."""
    table = _tables().get("phrase", {})
    return tuple((" " + " ".join(words).replace("' ", "'"), entry) for words, entry in table.items())


def phrase_near(token: Word) -> ModalityEntry | None:
    """The phrase of hearsay in the neighbourhood of a token, within its sentence."""
    doc = token.doc
    start, end = max(sentence_start(token), token.i - PHRASE_REACH), min(sentence_end(token), token.i + PHRASE_REACH)
    text = " " + doc.text_of(start, end).lower().replace("’", "'")
    return next((entry for words, entry in _phrases() if words in text), None)


@cache
def _first_words(where: str) -> frozenset[str]:
    return frozenset(words[0] for words in _tables().get(where, {}))


def opens_condition(token: Word) -> ModalityEntry | None:
    """The entry of a conjunction of condition whose first word is this token ("se", "a meno che")."""
    table = _tables().get("condition", {})
    doc = token.doc
    if _lower(token) not in _first_words("condition"):
        return None
    for length in (4, 3, 2, 1):
        if token.i + length <= sentence_end(token):
            words = tuple(_lower(doc[i]) for i in range(token.i, token.i + length))
            if words in table:
                return table[words]
    return None
