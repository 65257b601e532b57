"""Titles of several people, dealt out in order: "i presidenti di A e B, X e Y", "X e Y, premier di A e B"."""

from analysis.extraction.affiliation import Affiliation, Context, ends_clause
from analysis.extraction.links import Link
from analysis.extraction.role_words import role_lexicon

_REACH = 16
_BETWEEN = frozenset({"e", "ed", ","})


def dealt_out(context: Context, persons: list[Link]) -> list[Affiliation]:
    """Affiliations of persons in a row beside a title of several that names as many states or bodies."""
    found = []
    for row in _rows(context, persons):
        served, start, end, title = _beside(context, row)
        if len(served) == len(row):
            for person, org in zip(row, served, strict=True):
                found.append(Affiliation(person.actor_id, org, title, start, end, "role:dealt-out", True))
    return found


def _rows(context: Context, persons: list[Link]) -> list[list[Link]]:
    """Persons that only "e" and commas part, two or more."""
    rows: list[list[Link]] = []
    for person in sorted(persons):
        last = rows[-1][-1] if rows else None
        between = context.doc[last.end : person.start] if last is not None else ()
        if last is not None and len(between) and all(token.lower_ in _BETWEEN for token in between):
            rows[-1].append(person)
        else:
            rows.append([person])
    return [row for row in rows if len(row) > 1]


def _beside(context: Context, row: list[Link]) -> tuple[list[str], int, int, str]:
    """(whom they serve, first token, token after, title) of the title before the row or after it."""
    doc, bearers = context.doc, role_lexicon().bearers
    first, last = row[0].start, row[-1].end
    for start in range(first - 1, max(-1, first - _REACH), -1):
        if (
            ends_clause(doc[start])
            or doc[start].pos_ == "VERB"
            or start in context.by_token
            and _person(context, start)
        ):
            break
        if bearers.holds(doc[start].text):
            return _named(context, start, first), start, last, doc[start].lower_
    if last + 1 < len(doc) and doc[last].text == ",":
        for start in range(last + 1, min(len(doc), last + 4)):
            if bearers.holds(doc[start].text):
                end = next(
                    (i for i in range(start, min(len(doc), start + _REACH)) if doc[i].text == ","), start + _REACH
                )
                return _named(context, start, min(end, len(doc))), start, min(end, len(doc)), doc[start].lower_
    return [], first, last, ""


def _person(context: Context, position: int) -> bool:
    link = context.by_token.get(position)
    return link is not None and link.label == "PER"


def _named(context: Context, start: int, end: int) -> list[str]:
    """The states and bodies named between two places, in order."""
    found: dict[int, str] = {}
    for position in range(start, end):
        link = context.by_token.get(position)
        if link is not None and link.actor_id and not link.actor_id.startswith("person:"):
            found[link.start] = link.actor_id
    return list(found.values())
