"""The date of an event: the time expression that stands in the trigger's own clause."""

from bisect import bisect_right

from analysis.extraction.participants import words
from analysis.extraction.triggers import Trigger
from analysis.language.sentences import sentence_start
from analysis.language.spans import is_gerund, is_infinitive
from analysis.language.words import Passage, Word

CLIMB = 8  # heads between a time expression and the word it dates
_VERBAL = ("VERB", "AUX")
_WHERE_OR_WHOM = frozenset({"dove", "cui", "quale", "quali"})
_TO_WHOM = frozenset({"gli", "le", "vi"})
_EARLIER = frozenset({"aveva", "avevano", "avevo", "avevamo", "era", "erano"})


def times_of(sentence: Passage, times: list[dict], triggers: list[Trigger]) -> list[tuple[dict, int, int]]:
    """Each time of a sentence with the token that it dates, the first trigger or verb above it, and with its own."""
    if not times:
        return []
    starts = [token.idx for token in sentence]
    heads = {trigger.head.i for trigger in triggers}
    found = []
    for time in times:
        first = sentence[max(0, bisect_right(starts, time["start"]) - 1)]
        last = sentence[max(0, bisect_right(starts, time["end"] - 1) - 1)]
        top = next((t for t in sentence.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), first)
        found.append((time, _dated(top, heads), top.i))
    return found


def _dated(token: Word, heads: set[int]) -> int:
    current = token
    for _ in range(CLIMB):
        if current.head.i == current.i:
            break
        current = current.head
        if current.i in heads or current.pos_ in _VERBAL:
            break
    return current.i


def date_of(trigger: Trigger, owned: list[tuple[dict, int, int]]) -> str:
    """The value of the time that dates the trigger, else the verb that governs it or a verb joined to it; of several,
    the nearest. "" where every time of the sentence dates something else.
    """
    head = trigger.head
    levels = _clause(head)
    if head.dep_.startswith(("acl", "advcl")):  # "nel 2006, quando …": the clause hangs on the time itself
        levels |= {own: 0 for _, _, own in owned if own == head.head.i}
    best = []
    for time, owner, own in owned:
        level = levels.get(own, levels.get(owner))
        if level is not None:
            best.append((level, abs(time["start"] - head.idx), time["start"], time["value"]))
    return min(best)[3] if best else ""


def _clause(token: Word) -> dict[int, int]:
    """The trigger; if it has no finite verb, the words over it up to the first that has; the participles and relative
    clauses of a noun ("l'invasione iniziata nel 2022"); the verb whose scene a relative clause goes on with. Each with
    its distance.
    """
    levels, current = {token.i: 0}, token
    if token.pos_ == "NOUN":
        levels |= {child.i: 0 for child in token.children if child.dep_.startswith("acl")}
    for level in range(1, CLIMB):
        bound = current.dep_ in ("xcomp", "conj", "acl") or is_gerund(current) or is_infinitive(current)
        bare = current.pos_ not in _VERBAL or bound and not _own_clause(current) or _same_scene(current)
        if current.head.i == current.i or not bare or current.head.lower_ in words("commemoration"):
            break  # "oggi, nell'anniversario dell'invasione": today is the anniversary
        current = current.head
        levels.setdefault(current.i, level)
    return levels


def _same_scene(verb: Word) -> bool:
    """Does a relative clause go on with the scene of the verb above it: "vola domani a X, dove vedrà Y", "ieri ha visto
    X, al quale ha chiesto", "X, che gli ha offerto"? One that says earlier things does not.
    """
    if not verb.dep_.startswith(("acl:relcl", "advcl")):
        return False
    before = verb.doc[max(sentence_start(verb), verb.i - 7) : verb.i]
    comma = next((t.i for t in reversed(before) if t.text == ","), None)
    clause = [t.lower_ for t in verb.doc[comma + 1 : verb.i]] if comma is not None else []
    opens = bool(_WHERE_OR_WHOM & set(clause[:2])) or (clause[:1] == ["che"] and bool(_TO_WHOM & set(clause[1:2])))
    return opens and not _EARLIER & set(clause)


def _own_clause(verb: Word) -> bool:
    return any(child.dep_ in ("nsubj", "nsubj:pass", "mark") for child in verb.children)
