"""Where the action of a recommendation begins and ends, by the order of words."""

import re

from analysis.language import load_lexicon
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import PREPOSITION, is_infinitive, is_participle, verb_group
from analysis.language.words import Word

_STOP = frozenset(', ; : . ! ? ” » " – — ( )'.split())
_BETWEEN = ("ADV", "PRON", "PUNCT", "PART")
_CLAUSE = frozenset({"mentre", "perché", "poiché", "quando", "se", "secondo", "che", "affinché"})
_THAT = frozenset({"che", "perché", "affinché", "purché"})
_ACTION_NOUN = re.compile(r"(?:zion[ei]|sion[ei]|ment[oi]|aggio)$")


def infinitive_at(doc, position: int, end: int) -> Word | None:
    """The infinitive at this token, past adverbs, pronouns, quotation marks and auxiliaries; of a passive, its verb."""
    for token in doc[position : min(end, position + 6)]:
        if is_infinitive(token) and token.pos_ in ("VERB", "AUX"):
            following = doc[token.i + 1 : min(end, token.i + 4)]
            if token.lower_ in ("essere", "esser", "venire", "venir"):
                return next((t for t in following if is_participle(t)), token)
            if token.lower_ in ("poter", "potere", "dover", "dovere", "saper", "far"):
                return next((t for t in following if is_infinitive(t) and t.pos_ == "VERB"), token)
            return token
        if token.pos_ not in _BETWEEN and token.lower_ != "non":
            return None
    return None


def infinitive_after(head: Word, marks: tuple[str, ...], reach: int = 30) -> Word | None:
    """The first infinitive after one of the marks (`a`, `di`) to the right of a cue; a finite verb ends the search."""
    doc, end = head.doc, sentence_end(head)
    for position in range(head.i + 1, min(end - 1, head.i + reach)):
        token = doc[position]
        word = token.lower_
        if word in (";", ":", "se", "quando", "mentre") or word in _THAT:
            return None
        if token.i > head.i + 1 and doc[position - 1].lower_ in load_lexicon("recommendations").infinitive_nouns:
            continue
        if PREPOSITION.get(word) in marks or word in marks:
            found = infinitive_at(doc, position + 1, end)
            if found is not None:
                return found
        finite = token.pos_ == "VERB" and not is_participle(token) and not is_infinitive(token)
        if finite and token.text.islower() and token.text.isalpha():
            return None
    return None


def clause_after(head: Word, reach: int = 4, openers: frozenset = _THAT) -> tuple[int, Word] | None:
    """(position of `che`, verb) of the clause that begins within `reach` tokens after a cue."""
    doc, end = head.doc, sentence_end(head)
    for position in range(head.i + 1, min(end - 1, head.i + 1 + reach)):
        token = doc[position]
        if token.lower_ in openers and token.dep_ not in ("nsubj", "obj", "nsubj:pass"):
            governor = token.head
            if governor.i > position and governor.pos_ in ("VERB", "AUX") and not is_infinitive(governor):
                return position, governor
            for other in doc[position + 1 : min(end, position + 25)]:
                if other.pos_ == "VERB" and other.dep_ != "acl:relcl" and not is_infinitive(other):
                    return position, other
            return None
        if token.text in (";", ":", ".") or token.pos_ == "VERB":
            return None
    return None


def is_action_noun(token: Word) -> bool:
    """Does the noun name something to be done ("creazione", "ritiro")?"""
    lexicon = load_lexicon("recommendations")
    lemma, form = token.lemma_.lower(), token.lower_
    if token.pos_ != "NOUN" or lemma in lexicon.no_action_nouns or form in lexicon.no_action_nouns:
        return False
    return lemma in lexicon.action_nouns or form in lexicon.action_nouns or bool(_ACTION_NOUN.search(form))


def with_coordinated(action: Word) -> list[Word]:
    """The action and the infinitives coordinated with it by `e` or a comma; an `o` offers a choice, no further duty."""
    found = [action]
    if not is_infinitive(action):
        return found
    for one in found:
        for child in one.children:
            if child.dep_ == "conj" and is_infinitive(child) and child.pos_ == "VERB" and child.i > one.i:
                before = opening(child) - 1
                while before > one.i and action.doc[before].pos_ == "ADV":
                    before -= 1
                if action.doc[before].lower_ in ("e", "ed", "nonché", "ma", ","):
                    found.append(child)
    return sorted(found, key=lambda token: token.i)


def opening(verb: Word) -> int:
    """The first token of an infinitive with its `non`, adverbs, passive auxiliary and the preposition that marks it."""
    first = beginning(verb)
    doc = verb.doc
    return (
        first - 1 if first > sentence_start(verb) and PREPOSITION.get(doc[first - 1].lower_) in ("a", "di") else first
    )


def beginning(verb: Word) -> int:
    """The first token of what is to be done: the verb with its `non` and its passive auxiliary, without a modal."""
    doc, first = verb.doc, verb.i
    floor = max(sentence_start(verb), verb.i - 5)
    while first > floor:
        word = doc[first - 1].lower_
        if word == "non" and doc[first].lower_ in ("solo", "soltanto", "solamente"):
            return verb.i
        if word in ("essere", "esser", "venire", "venir", "non", "si", "ne", "lo", "la", "li", "le", "gli", "ci"):
            first -= 1
        elif doc[first - 1].pos_ == "ADV" and first - 1 > floor and doc[first - 2].lower_ in ("essere", "non"):
            first -= 1
        else:
            break
    return first


def clause_beginning(verb: Word) -> int:
    """The first token of a finite verb with all that belongs to it on its left."""
    first = verb_group(verb).start
    while first > sentence_start(verb) and verb.doc[first - 1].lower_ in ("venga", "vengano", "non", "si"):
        first -= 1
    return first


def action_end(action: Word) -> int:
    """The token after the action: what the verb governs, cut at punctuation, a further clause or a further action."""
    doc = action.doc
    last = min(action.right_edge.i + 1, sentence_end(action))
    if last <= action.i + 1:  # the parser left the object elsewhere
        last = min(action.i + 9, sentence_end(action))
        ends = ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT")
        last = next((i for i in range(action.i + 1, last) if action.doc[i].pos_ in ends), last)
    for position in range(action.i + 1, last):
        token = doc[position]
        if token.text in _STOP or "\n" in token.text:
            return position
        if token.lower_ in _CLAUSE and token.dep_ in ("mark", "case", "cc") and position > action.i + 1:
            return position
        if token.pos_ == "CCONJ" and token.head.pos_ in ("VERB", "AUX") and token.head.i > position:
            if not is_infinitive(token.head) or token.head.head == action or token.head.dep_ != "conj":
                return position
    return last
