"""What a noun phrase says of whom it means: the people beside a name, the judges of a seat, the state of a place."""

from analysis.extraction.links import Link, Links
from analysis.extraction.mentioned import Mentioned
from analysis.extraction.participants import words
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import PREPOSITION
from analysis.language.words import Word

WITH_ARTICLE = frozenset(
    "il lo la l' l’ le i al allo alla all' all’ del dello della dell' dell’ dal dalla dall' dall’".split()
)
_CLITICS = frozenset("la li le gli si ne".split())


def clause_goes_on(token: Word) -> bool:
    """Is the next word a verb, an auxiliary or a clitic, so that nothing is counted ("i due hanno …")?"""
    after = token.doc[token.i + 1] if token.i + 1 < sentence_end(token) else None
    return after is not None and (after.pos_ in ("VERB", "AUX") or after.lower_ in ("si", "non", "ne"))


def court(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "i giudici dell'Aia": the one court with its seat there that the text has named."""
    if token.lower_ not in words("local-organs") or token.i + 2 >= sentence_end(token):
        return []
    seat = token.doc[token.i + 2]
    if PREPOSITION.get(token.nbor().lower_) != "di" or seat.lower_ not in words("court-seat"):
        return []
    courts = sorted(words("courts-of-the-seat") & mentioned.seen)
    rule = "reference:court"
    return [Link(token.i, seat.i + 1, courts[0], "description", "", rule)] if len(courts) == 1 else []


def apposed(token: Word, links: Links, *_) -> list[Link]:
    """ "Ada Prova, la donna russa che …": the person named before the comma."""
    if token.lower_ not in words("people") or token.i < sentence_start(token) + 3:
        return []
    before = token.doc[token.i - 3]
    if token.nbor(-1).lower_ not in WITH_ARTICLE or token.nbor(-2).text != ",":
        return []
    named = [link for link in links.all_at(before) if link.kind == "name" and link.label == "PER" and link.actor_id]
    here = {"start": token.i, "end": token.i + 1, "kind": "description", "rule_id": "reference:apposed"}
    return [link._replace(**here) for link in named]


def where_it_begins(token: Word, links: Links) -> list[str]:
    """The state in whose place the sentence begins: "A Prova il governo ha …"."""
    first = token.doc[sentence_start(token) : token.i]
    opens = len(first) > 1 and first[0].lower_ in ("a", "ad", "in")
    return [link.place for link in links.all_at(first[1]) if link.place] if opens else []


def is_qualified(token: Word, links: Links) -> bool:
    """Has a definite article before it and after it only an adjective that names no state ("la leader uscente")?"""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    after = token.doc[token.i + 1 : min(sentence_end(token), token.i + 3)]
    if before not in WITH_ARTICLE or len(after) < 2 or after[0].pos_ != "ADJ" or links.at(after[0]) is not None:
        return False
    return after[1].pos_ in ("VERB", "AUX", "PUNCT", "ADV") or after[1].lower_ in _CLITICS
