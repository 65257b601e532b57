"""With which characters the matches of a pattern can begin, so that it is tried only at words that begin so."""

import re
from re import _constants as ops
from re import _parser

LONGEST = 6
"""Characters of a beginning."""
_NOTHING = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
_SEEN = 40  # characters of a text of which a beginning is made: white space may be long
_SPACE, _DIGIT = re.compile(r"\s+"), re.compile(r"\d")


def beginnings(pattern: str) -> set[str] | None:
    """Beginnings of up to six characters, in lower case, a digit as "0", white space as one space; None where a match
    may begin elsewhere than at the beginning of a word.
    """
    parsed = list(_parser.parse(pattern, re.IGNORECASE))
    while parsed and parsed[0][0] is ops.ASSERT_NOT:
        parsed.pop(0)
    if not parsed or parsed[0] != (ops.AT, ops.AT_BOUNDARY):
        return None
    found = {begun[:LONGEST] for begun, _ in _read(parsed)}
    return found if all(begun and begun[0].isalnum() for begun in found) else None


def beginning(text: str, position: int) -> str:
    """How a word begins, as `beginnings` writes it."""
    return _plain(_SPACE.sub(" ", text[position : position + _SEEN]))[:LONGEST]


def _plain(text: str) -> str:
    return _DIGIT.sub("0", text.lower())


def _read(items) -> set[tuple[str, bool]]:
    """Beginnings of what a sequence matches, each with whether more of the sequence's own text may follow it."""
    done: set[tuple[str, bool]] = set()
    going = {""}
    for op, given in items:
        steps = _step(op, given)
        joined = {(begun + step, on) for begun in going for step, on in steps}
        done |= {(begun, False) for begun, on in joined if not on or len(begun) >= LONGEST}
        going = {begun for begun, on in joined if on and len(begun) < LONGEST}
    return done | {(begun, True) for begun in going}


def _step(op, given) -> set[tuple[str, bool]]:
    """What one item adds; not known any further: False."""
    if op in _NOTHING:
        return {("", True)}
    if op is ops.LITERAL:
        return {(_plain(chr(given)), True)}
    if op is ops.IN:
        return _set(given)
    if op is ops.SUBPATTERN:
        return _read(given[-1])
    if op is ops.BRANCH:
        return set().union(*(_read(branch) for branch in given[1]))
    if op is ops.MAX_REPEAT:
        least, most, inner = given
        once = _read(inner)
        if most == 1:
            return once | ({("", True)} if least == 0 else set())
        spaces = {begun for begun, _ in once} == {" "}
        return {(begun, spaces) for begun, _ in once} | ({("", True)} if least == 0 else set())
    return {("", False)}


def _set(members) -> set[tuple[str, bool]]:
    found = set()
    for op, given in members:
        if op is ops.LITERAL:
            found.add((_plain(chr(given)), True))
        elif (op, given) == (ops.CATEGORY, ops.CATEGORY_SPACE):
            found.add((" ", True))
        elif op is ops.RANGE and ord("0") <= given[0] and given[1] <= ord("9"):
            found.add(("0", True))
        elif (op, given) == (ops.CATEGORY, ops.CATEGORY_DIGIT):
            found.add(("0", True))
        else:
            found.add(("", False))
    return found
