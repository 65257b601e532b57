"""The modality lexicon by place and word, and the fixed words beside a token."""

from functools import lru_cache

from spacy.tokens import Token

from analysis.language import load_lexicon
from analysis.language.inflection import verb_forms
from analysis.language.lexicons import ModalityEntry
from analysis.language.spans import PREPOSITION

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


def _lower(token: Token) -> str:
    return token.lower_.replace("’", "'")


def entry_for(where: str, *words: str) -> ModalityEntry | None:
    """The entry of a place that one of the words belongs to."""
    table = _tables().get(where, {})
    return next((table[(word,)] for word in words if (word,) in table), None)


def governor(token: Token) -> ModalityEntry | None:
    """What a verb, noun or adjective says of what it governs; a verb by its form where the lemmatizer erred."""
    return entry_for("governor", token.lemma_.lower(), token.lower_, _governor_forms().get(token.lower_, ""))


@lru_cache(maxsize=1)
def _governor_forms() -> dict[str, str]:
    verbs = [words[0] for words in _tables()["governor"] if words[0].endswith(("are", "ere", "ire", "orre"))]
    return {form: verb for verb in sorted(verbs, reverse=True) for form in sorted(verb_forms(verb))}


def words_before(where: str, token: Token, first: int | None = None) -> tuple[ModalityEntry, int] | None:
    """The entry whose fixed words end right before position `first` (the token's own unless given), and where they
    begin; one adverb, clitic or article may stand between.
    """
    table = _tables().get(where, {})
    end = token.i if first is None else first
    doc, start = token.doc, token.sent.start
    for gap in (0, 1, 2):
        if gap and (end - gap < start or doc[end - gap].pos_ not in ("ADV", "PRON", "DET", "ADJ", "NUM")):
            return None
        last = end - gap
        for length in range(min(BACK, last - start), 0, -1):
            words = tuple(_lower(doc[i]) for i in range(last - length, last))
            # an article grown together with the preposition: "in caso dell'attacco"
            plain = (*words[:-1], PREPOSITION.get(words[-1], words[-1]))
            for key in (words, plain):
                if key in table:
                    return table[key], last - length
    return None


def phrase_near(token: Token) -> ModalityEntry | None:
    """The phrase of hearsay in the neighbourhood of a token, within its sentence."""
    doc = token.doc
    start, end = max(token.sent.start, token.i - PHRASE_REACH), min(token.sent.end, token.i + PHRASE_REACH)
    text = " " + "".join(t.text_with_ws for t in doc[start:end]).lower().replace("’", "'")
    for words, entry in _tables().get("phrase", {}).items():
        if " " + " ".join(words).replace("' ", "'") in text:
            return entry
    return None


def opens_condition(token: Token) -> ModalityEntry | None:
    """The entry of a conjunction of condition whose first word is this token ("se", "a meno che")."""
    table = _tables().get("condition", {})
    doc = token.doc
    for length in (4, 3, 2, 1):
        if token.i + length <= token.sent.end:
            words = tuple(_lower(doc[i]) for i in range(token.i, token.i + length))
            if words in table:
                return table[words]
    return None
