"""What stands beside a verb or noun and decides whether it reports an event: objects, complements, fixed words."""

import re

from analysis.extraction.event_words import noun_lemma
from analysis.extraction.participants import words as words_of
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import is_infinitive, is_time_word, preposition, verb_group
from analysis.language.words import Word

NEAR = 8  # tokens to the right of a verb in which the noun stands that the parser hung elsewhere
REACH = 10  # tokens to the right of a word in which its fixed words stand
_CLAUSE_END = re.compile(r"[.;:!?»”()\n]")


def governed(verb: Word, words: tuple[str, ...], direct: bool) -> Word | None:
    """The object (or, if not direct, the complement after a preposition) of the verb that is one of the words: by the
    parse, else the first noun to the right.
    """
    passive = None
    for child in verb.children:
        candidates = [child, *(c for c in child.children if c.dep_ == "conj")][:4]
        if child.lower_ in words_of("container"):
            candidates += [c for c in child.rights if preposition(c) == "di"][:1]
        for token in candidates:
            if not is_one_of(token, words):
                continue
            if child.dep_ in ("nsubj", "nsubj:pass"):
                if passive is None:
                    group = verb_group(verb)
                    passive = group.passive or group.reflexive
                if direct and (passive or child.i > verb.i):
                    return token
            elif child.dep_.startswith(("obj", "obl", "xcomp", "nmod", "dep", "iobj")):
                if bool(preposition(child)) != direct:
                    return token
    beside = verb.dep_.startswith("acl") and not is_infinitive(verb)
    if direct and beside and is_one_of(verb.head, words) and not _does_it(verb.head, verb):
        return verb.head
    return _first_noun(verb, words, direct)


def speaks_against(verb: Word, words: tuple[str, ...]) -> bool:
    """Is one of the words the verb's subject, object or complement?"""
    if any(child.dep_.startswith("nsubj") and is_one_of(child, words) for child in verb.children):
        return True
    return any(governed(verb, words, direct) is not None for direct in (True, False))


def _does_it(noun: Word, verb: Word) -> bool:
    """Is the noun the subject of the active relative clause beside it? Not where their numbers differ ("i soldati che
    avrebbe inviato").
    """
    relative = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.lower_ == "che"), None)
    if relative is None or verb_group(verb).passive:
        return False
    finite = next((c for c in verb.lefts if c.dep_.startswith("aux")), verb)
    numbers = noun.morph.get("Number"), finite.morph.get("Number")
    return not all(numbers) or numbers[0] == numbers[1]


def opens_clause(verb: Word) -> bool:
    """ "sostiene che", "riconosce di": a clause follows; "come sostiene": it went before."""
    if verb.i > sentence_start(verb) and verb.nbor(-1).lower_ in ("quanto", "come"):
        return True
    after = verb.doc[verb.i + 1 : min(sentence_end(verb), verb.i + 4)]
    for token in after:
        if token.lower_ == "che" or token.lower_ in ("di", "d'") and token.i + 1 < sentence_end(verb):
            return token.lower_ == "che" or is_infinitive(verb.doc[token.i + 1])
        if token.pos_ in ("NOUN", "PROPN", "ADP", "DET"):
            return False
    return False


def _first_noun(verb: Word, words: tuple[str, ...], direct: bool) -> Word | None:
    """The first noun to the right that stands without a preposition (or, if not direct, with one)."""
    after_preposition = False
    for position in range(verb.i + 1, min(sentence_end(verb), verb.i + NEAR)):
        token = verb.doc[position]
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
            return None
        if token.pos_ == "ADP":
            after_preposition = True
        elif token.pos_ in ("NOUN", "PROPN"):
            if after_preposition != direct and not is_time_word(token):
                return token if is_one_of(token, words) else None
            after_preposition = False
    return None


def is_one_of(token: Word, words: tuple[str, ...]) -> bool:
    if token.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return False
    masculine = token.lower_[:-1] + "o" if token.pos_ == "ADJ" else ""
    return token.lemma_.lower() in words or noun_lemma(token) in words or masculine in words


def fixed_words(token: Word, phrases: tuple[str, ...]) -> int | None:
    """The last token of the fixed words that follow soon, in the same clause, or None."""
    doc, first, last = token.doc, token.i + 1, min(sentence_end(token), token.i + 1 + REACH)
    text = doc.text_of(first, last).lower().replace("’", "'")
    end = _CLAUSE_END.search(text)
    text = text[: end.start()] if end else text
    for phrase in phrases:
        at = phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
        if at:
            return doc.covering(doc[first].idx + at.end() - 1, doc[first].idx + at.end()).start
    return None
