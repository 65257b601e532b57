"""Words that point back: subjects left out, "il Paese", "i due Paesi", "il ministro", "quest'ultimo", clitics.

One pass over the sentences of a document with what was named last. Only what has one candidate is resolved; each
resolution has the rule that made it.
"""

from functools import cache

from analysis.extraction.described import WITH_ARTICLE, apposed, clause_goes_on, court, is_qualified, where_it_begins
from analysis.extraction.doers import doers, number
from analysis.extraction.links import Link, Links
from analysis.extraction.mentioned import Mentioned
from analysis.extraction.office_holders import OfficeHolders, is_role
from analysis.extraction.participants import acts_for_a_state, words
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import PREPOSITION, own_subject, preposition, verb_group
from analysis.language.words import Passage, Word, Words

_DUE = frozenset(("due", "entrambi", "entrambe"))
_LATTER = ("ultimo", "ultima", "ultimi", "ultime")
_OWN = frozenset("suo sua suoi sue loro".split())
_RELATIVES = ("cui", "quale", "quali")
_CLITICS = frozenset("la li le gli".split())
_NO_SUBJECT = frozenset(
    "essere stare bisognare occorrere servire bastare sembrare parere convenire accadere succedere avvenire trattare "
    "piovere capitare risultare toccare mancare restare esistere potere dovere".split()
)


def with_references(doc: Words, links: Links, persons: OfficeHolders) -> Links:
    """The links of a document with those of its pronouns, descriptions and subjectless verbs (rules `reference:…`).

    persons: who bears which office, as the text gives it in full.
    """
    if not doc.parsed:
        return links
    found: list[Link] = []
    mentioned = Mentioned(links)
    for sentence in doc.sents:
        here = _in_sentence(sentence, links, mentioned, persons)
        found += here
        mentioned.end_sentence(sentence, links.within(sentence, here) if here else links)
    return links.with_more(found)


@cache
def _pointing() -> frozenset[str]:
    """All words that any of the finders below asks for."""
    roles = (*words("office"), *words("takes-up-diplomats"))
    courts = (*words("local-organs"), *words("people"))
    described = (*courts, *words("country"), *words("organisation"), *words("government"), *roles)
    return frozenset((*described, *_RELATIVES, *_DUE, *_LATTER, *_OWN, *_CLITICS))


def _in_sentence(sentence: Passage, links: Links, mentioned: Mentioned, persons: OfficeHolders) -> list[Link]:
    found, pointing = [], _pointing()
    for token in sentence:
        own = links.at(token)
        if own is not None:
            mentioned.see(own, token)
            continue
        if token.lower_ not in pointing:
            continue
        for find in _FINDERS:
            made = find(token, links, mentioned, persons)
            if made:
                found += made
                break
    return found + _left_out(sentence, links, mentioned)


def _sides(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "i due Paesi", "entrambi": the last two states."""
    if token.lower_ not in _DUE:
        return []
    after = token.doc[token.i + 1 : min(sentence_end(token), token.i + 4)]
    noun = next((t for t in after if t.lower_ in words("sides")), None)
    alone = token.lower_ != "due" and token.pos_ == "PRON"
    article = token.doc[token.i - 1].lower_ if token.i else ""
    if noun is None and token.lower_ == "due" and article in ("i", "le") and clause_goes_on(token):
        pair = mentioned.pair()
        return [Link(token.i, token.i + 1, actor, "description", "", "reference:both") for actor in pair]
    if noun is None and not alone:
        return []
    before = token.doc[token.i - 1].lower_ if token.i else ""
    if token.lower_ == "due" and before not in (
        "i",
        "gli",
        "le",
        "dei",
        "degli",
        "delle",
        "ai",
        "alle",
        "dai",
        "dalle",
        "tra",
        "fra",
    ):
        return []
    if noun is not None and noun.i + 1 < len(token.doc) and links.at(token.doc[noun.i + 1]) is not None:
        return []  # "i due leader coreani"
    end = noun.i + 1 if noun is not None else token.i + 1
    return [Link(token.i, end, actor, "description", "", "reference:both") for actor in mentioned.last_two_states()]


def _country(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "il Paese": the one state that was named since the sentence before."""
    if token.lower_ not in words("country") or not _bare(token, links):
        return []
    return _one(token, mentioned.recent_states(), "reference:country")


def _organisation(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "l'organizzazione", "il movimento": the one body or organisation that was named since the sentence before."""
    if token.lower_ not in words("organisation") or not _bare(token, links):
        return []
    return _one(token, mentioned.recent_bodies(), "reference:organisation")


def _latter(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "quest'ultimo": what was named last."""
    if token.lower_ not in _LATTER or token.i == 0 or not token.doc[token.i - 1].lower_.startswith("quest"):
        return []
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ"):
        return []
    last = mentioned.last(token)
    return [Link(token.i - 1, token.i + 1, last, "pronoun", "", "reference:latter")] if last else []


def _office(token: Word, links: Links, mentioned: Mentioned, persons: OfficeHolders) -> list[Link]:
    """ "il ministro", "la leader conservatrice": the person whom the text has named with that office, where nobody
    else bears it; of several, the one who was named since the sentence before.
    """
    if not is_role(token.lower_) or not (_bare(token, links) or is_qualified(token, links)):
        return []
    people = [person for person in persons.called(token) if person in mentioned.seen]
    if len(people) > 1:
        people = [person for person in people if mentioned.is_recent(person)]
    known = people[0] if len(people) == 1 else ""
    return [Link(token.i, token.i + 1, known, "description", "PER", "reference:office")] if known else []


def _government(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "il governo" as a subject: of the state the text is about, else of the one named last; "il Senato" elsewhere: of
    the one state that the sentence has named.
    """
    if not _bare(token, links):
        return []
    if token.lower_ in words("government") and token.dep_.startswith("nsubj"):
        states = mentioned.country() or mentioned.recent_states() or where_it_begins(token, links)
        return _one(token, states, "reference:government")
    if token.lower_ in words("chamber"):
        states = dict.fromkeys(links.state_of(actor) for actor in mentioned.here())
        return _one(token, [state for state in states if len(state) == 3], "reference:chamber")
    return []


def _relative(token: Word, links: Links, *_) -> list[Link]:
    """ "con cui", "al quale": the actor named directly before the preposition."""
    if token.lower_ not in _RELATIVES or token.i < 2:
        return []
    position = token.i - 1
    while position > sentence_start(token) and (
        token.doc[position].pos_ in ("ADP", "DET") or token.doc[position].text == ","
    ):
        position -= 1
    bare = PREPOSITION.get(token.doc[token.i - 1].lower_) is None
    if bare or position == token.i - 1:
        return []
    named = [link for link in links.all_at(token.doc[position]) if link.actor_id and link.kind != "demonym"]
    return [Link(token.i, token.i + 1, link.actor_id, "pronoun", "", "reference:relative") for link in named]


def _possessive(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "i loro soldati", "la sua flotta" as a subject: of whoever was the subject before."""
    if token.lower_ not in _OWN or token.pos_ not in ("DET", "ADJ") or not token.head.dep_.startswith("nsubj"):
        return []
    clause = token.head.head
    if not (acts_for_a_state(token.head) or token.head.lower_ in words("arms")) or clause.dep_ not in (
        "ROOT",
        "parataxis",
        "conj",
    ):
        return []
    if clause.i == clause.sent.root.i:
        topic = mentioned.topic
    else:
        topic = [link.actor_id for link in doers(clause.sent.root, links) if link.start < token.i]
    return [Link(token.i, token.i + 1, actor, "pronoun", "", "reference:possessive") for actor in topic[:1]]


def _clitic(token: Word, links: Links, mentioned: Mentioned, _) -> list[Link]:
    """ "la", "gli" before a verb: the one actor besides its subject that the sentence has named before."""
    if token.lower_ not in _CLITICS or token.pos_ != "PRON" or token.dep_ not in ("obj", "iobj"):
        return []
    verb = token.head
    if verb.pos_ not in ("VERB", "AUX") or token.i > verb.i:
        return []
    subjects = {links.state_of(link.actor_id) for link in doers(verb, links)}
    others = [actor for actor in mentioned.here() if links.state_of(actor) not in subjects]
    return _one(token, others, "reference:clitic", "pronoun") if subjects else []


_FINDERS = (
    _relative,
    _sides,
    _country,
    _organisation,
    _latter,
    _office,
    _government,
    court,
    apposed,
    _possessive,
    _clitic,
)


def _bare(token: Word, links: Links) -> bool:
    """Has a definite article directly before it and nothing after it that says which one."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    after = token.doc[token.i + 1] if token.i + 1 < sentence_end(token) else None
    if before not in WITH_ARTICLE:
        return False
    if after is None or after.is_punct:
        return True
    if after.pos_ == "VERB" and after.morph.get("VerbForm") == ["Part"]:
        return False  # "la coalizione guidata da …"
    return links.at(after) is None and after.pos_ not in ("ADJ", "PROPN", "NOUN", "ADP", "NUM", "PRON", "SCONJ")


def _one(token: Word, actors: list[str], rule: str, kind: str = "description") -> list[Link]:
    return [Link(token.i, token.i + 1, actors[0], kind, "", rule)] if len(actors) == 1 else []


def _left_out(sentence: Passage, links: Links, mentioned: Mentioned) -> list[Link]:
    """The verb of a sentence that has no subject ("Ha poi accusato …"): whoever was the subject before."""
    root = sentence.root
    if (
        root.pos_ != "VERB"
        or not root.is_alpha
        or root.lemma_.lower() in _NO_SUBJECT
        or root.lower_.startswith("sembr")
        or own_subject(root) is not None
        or not mentioned.topic
    ):
        return []
    group = verb_group(root)
    if group.reflexive or number(root) != mentioned.topic_number or doers(root, links):
        return []
    if any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in root.children):
        return []
    person = root.morph.get("Person") or [
        p for c in root.lefts if c.dep_.startswith("aux") for p in c.morph.get("Person")
    ]
    if person and person[0] != "3":
        return []
    if any(
        links.at(token) is not None and not preposition(token) for token in sentence[: group.start - sentence.start]
    ):
        return []
    return [Link(root.i, root.i + 1, actor, "pronoun", "", "reference:subject") for actor in mentioned.topic]
