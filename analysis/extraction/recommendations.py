"""What somebody says an actor should do: the action, who should act, towards whom, says who."""

from functools import lru_cache

from spacy.tokens import Doc, Token

from analysis.extraction.links import Links
from analysis.extraction.modality import predicts
from analysis.extraction.participants import actors_of
from analysis.extraction.speakers import NOBODY, Speaker, speaker_at
from analysis.language import load_lexicon
from analysis.language.spans import (
    PREPOSITION,
    by_preposition,
    has_parse,
    is_gerund,
    is_infinitive,
    is_participle,
    objects,
    own_subject,
    subject,
    verb_group,
)
from analysis.tables import join_ids, row_id


@lru_cache(maxsize=1)
def _directives() -> dict[str, tuple[str, str]]:
    return {w: (d.frame, d.id) for d in load_lexicon("recommendations").directives for w in d.words}


def find_recommendations(doc: Doc, links: Links, statements: list[dict], doc_id: str) -> list[dict]:
    """Rows of the table `recommendations`. A document without a parse has none."""
    if not has_parse(doc):
        return []
    rows: list[dict] = []
    for sentence in doc.sents:
        said = [s for s in statements if s["start"] < sentence.end_char and sentence.start_char < s["end"]]
        near = [s for s in statements if abs(s["start"] - sentence.start_char) < 600 and s["start"] < sentence.end_char]
        for found in _in_sentence(sentence, links, near):
            row = _row(doc, *found, links, said, doc_id)
            if row and not any(r["start"] < row["end"] and row["start"] < r["end"] for r in rows[-4:]):
                rows.append(row)
    return rows


def _in_sentence(sentence, links: Links, near: list[dict]):
    """(first token, last token, agents, cue start, cue end, proponent or None, rule) of each recommendation."""
    yield from _phrases(sentence, links)
    for token in sentence:
        frame, rule = _directives().get(token.lemma_.lower(), _directives().get(token.lower_, ("", "")))
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "cop", "aux:pass"):
            group = verb_group(token)
            if group.modal == "dovere" and not group.negated and not _foresees(token, group):
                yield _modal(token, group, links)
            if frame in ("person", "dative", "plain") and group.modal == "" and not _bare(token, group):
                found = _directive(token, group, frame, rule, links, near)
                if found:
                    yield found
        if frame == "impersonal":
            found = _impersonal(token, rule)
            if found:
                yield found
        if frame == "noun" and token.pos_ == "NOUN":
            found = _nominal(token, rule, links, near)
            if found:
                yield found


def _foresees(verb: Token, group) -> bool:
    """ "dovrebbe" that foresees; in the past or with "se" it advises nobody either."""
    if any(t.lower_ == "se" for t in verb.doc[max(verb.sent.start, group.start - 6) : group.start]):
        return True
    word = verb.doc[group.start : verb.i].text.lower()
    if not any(w in word for w in ("dovrebb", "deve", "devono", "dovrà", "dovranno", "debba", "dobbiamo", "dovremmo")):
        return True
    if any(w in word for w in ("dovrebbe aver", "dovrebbero aver", "deve aver", "essere stat")):
        return True
    return predicts(verb)


def _modal(verb: Token, group, links: Links):
    who = subject(verb)
    agents = _agents(who, links) if who is not None else []
    modal = next(
        i for i in range(group.start, verb.i + 1) if verb.doc[i].lower_.startswith(("dov", "dev", "deb", "dob"))
    )
    return verb.i, _action_end(verb), agents, modal, modal + 1, None, "dovere"


def _bare(token: Token, group) -> bool:
    """A participle or infinitive that only describes."""
    if is_infinitive(token) and not group.perfect:
        return False
    return is_participle(token) and not group.perfect


def _directive(verb: Token, group, frame: str, rule: str, links: Links, near: list[dict]):
    doc = verb.doc
    passive = group.passive
    action = _action(verb, ("a", "ad") if frame == "person" else ("di", "d'", "d’", "a", "ad"))
    if passive:
        who = subject(verb)
        agents = _agents(who, links) if who is not None else []
        proponent = next((speaker_at(t, links, NOBODY) for b, t in by_preposition(verb) if b == "da"), NOBODY)
    else:
        asked = [t for t in objects(verb)] if frame == "person" else []
        asked += [t for b, t in by_preposition(verb) if b in ("a", "da") and (action is None or t.i < action.i)]
        agents = [a for t in asked for a in _agents(t, links)]
        proponent = _proponent(verb, links, near)
    if action is None and frame in ("dative", "plain"):
        action = _subjunctive(verb)
        if action is not None:
            who = own_subject(action) or subject(action)
            agents = _agents(who, links) if who is not None else agents
    if action is None or (frame == "plain" and not agents):
        return None
    first = action.i
    if first > 0 and doc[first - 1].lower_ == "non":
        first -= 1
    return first, _action_end(action), agents, group.start, verb.i + 1, proponent, rule


def _action(head: Token, marks: tuple[str, ...]) -> Token | None:
    """The infinitive that says what is to be done: the first after one of the marks, within 30 tokens."""
    doc = head.doc
    for position in range(head.i + 1, min(head.sent.end - 1, head.i + 30)):
        token = doc[position]
        if PREPOSITION.get(token.lower_, token.lower_) in ("a", "di") and token.lower_ in marks:
            for other in doc[position + 1 : min(head.sent.end, position + 5)]:
                if is_infinitive(other) and other.pos_ in ("VERB", "AUX"):
                    return other
                if other.pos_ not in ("ADV", "PRON", "PUNCT", "PART") and other.lower_ != "non":
                    break
        if token.pos_ == "VERB" and not is_participle(token) or token.lower_ in (";", ":", "che"):
            return None
    return None


def _subjunctive(verb: Token) -> Token | None:
    doc = verb.doc
    for position in range(verb.i + 1, min(verb.sent.end, verb.i + 4)):
        if doc[position].lower_ == "che":
            for other in doc[position + 1 : min(verb.sent.end, position + 25)]:
                if other.pos_ == "VERB" and other.dep_ not in ("acl:relcl",) and not is_infinitive(other):
                    return other
            return None
    return None


def _proponent(verb: Token, links: Links, near: list[dict]) -> Speaker:
    who = subject(verb)
    if who is not None and who.i != verb.i:
        found = speaker_at(who, links, _last(near, verb))
        if found.actor_id:
            return found
    own = links.at(verb)
    if own is not None:
        return Speaker(own.actor_id, "", own.kind)
    return _last(near, verb) if is_gerund(verb) or who is None else NOBODY


def _last(near: list[dict], token: Token) -> Speaker:
    said = [s for s in near if s["start"] <= token.idx and s["speaker_id"]]
    return Speaker(said[-1]["speaker_id"], "", "previous-speaker") if said else NOBODY


def _impersonal(token: Token, rule: str):
    """ "occorre evitare", "è necessario che", the infinitive within six tokens."""
    doc = token.doc
    if token.pos_ == "ADJ" and not any(c.dep_ == "cop" or c.lower_ in ("è", "sarebbe", "sarà") for c in token.lefts):
        return None
    if token.pos_ not in ("VERB", "ADJ", "AUX") or verb_group(token).negated:
        return None
    for position in range(token.i + 1, min(token.sent.end, token.i + 7)):
        other = doc[position]
        if other.pos_ in ("VERB", "AUX") and is_infinitive(other):
            return other.i, _action_end(other), [], token.i, token.i + 1, None, rule
        if other.pos_ in ("NOUN", "PROPN", "VERB"):
            return None
    return None


def _nominal(noun: Token, rule: str, links: Links, near: list[dict]):
    """ "l'invito a non interrompere", "la necessità di riaprire", "sottolineano l'importanza del coinvolgimento"."""
    doc = noun.doc
    weighs = noun.lemma_.lower() in load_lexicon("recommendations").weight_nouns
    marks = ("a", "ad") if rule == "invito" else ("di",)
    action = _action(noun, marks)
    says = noun.head.lemma_.lower() in ("sottolineare", "ribadire", "evidenziare", "ricordare", "rimarcare", "rilevare")
    proponent = speaker_at(subject(noun.head), links, NOBODY) if says and subject(noun.head) is not None else None
    if rule == "invito":
        asked = [a for b, t in by_preposition(noun) if b == "a" for a in _agents(t, links)]
        giver = [speaker_at(t, links, NOBODY) for b, t in by_preposition(noun.head) if b == "da"]
        giver += [speaker_at(t, links, NOBODY) for b, t in by_preposition(noun) if b == "di"]
        given = next((g for g in giver if g.actor_id), None)
        if action is None or action.i - noun.i > 10 or not (given or asked):
            return None
        first = action.i - 1 if doc[action.i - 1].lower_ == "non" else action.i
        return first, _action_end(action), asked, noun.i, noun.i + 1, given, rule
    if weighs and not says:
        return None
    if action is not None and action.i - noun.i <= 4:
        return action.i, _action_end(action), [], noun.i, noun.i + 1, proponent, rule
    if says and weighs:
        for base, token in by_preposition(noun):
            if base == "di" and token.pos_ == "NOUN":
                return token.i, token.right_edge.i + 1, [], noun.i, noun.i + 1, proponent, rule
    return None


def _phrases(sentence, links: Links):
    """Fixed words before an infinitive: "non hanno altra scelta che"."""
    lower = sentence.text.lower()
    for directive in load_lexicon("recommendations").directives:
        if directive.frame != "phrase":
            continue
        for words in directive.words:
            at = lower.find(words)
            if at < 0:
                continue
            start, end = sentence.start_char + at, sentence.start_char + at + len(words)
            cue = sentence.doc.char_span(start, end, alignment_mode="expand")
            action = next((t for t in sentence.doc[cue.end : min(sentence.end, cue.end + 5)] if is_infinitive(t)), None)
            if action is None:
                continue
            who = _subject_before(cue, sentence)
            agents = _agents(who, links) if who is not None else []
            yield action.i, _action_end(action), agents, cue.start, cue.end, None, directive.id


def _subject_before(cue, sentence) -> Token | None:
    for token in cue:
        if token.pos_ in ("VERB", "AUX"):
            who = own_subject(token) or own_subject(token.head)
            if who is not None and who.i < cue.start:
                return who
    for token in sentence:
        if token.i < cue.start and token.dep_ in ("nsubj", "ROOT") and token.pos_ in ("NOUN", "PROPN"):
            return token
    return None


def _agents(token: Token, links: Links) -> list[str]:
    """Identifiers of those who should act; an unnamed group by its head noun."""
    found = [links.state_of(link.actor_id) for link in actors_of(token, links)]
    if not found:
        speaker = speaker_at(token, links, NOBODY)
        found = [speaker.actor_id] if speaker.actor_id else []
    return list(dict.fromkeys(found))


def _action_end(action: Token) -> int:
    """The token after the action: its subtree, cut at a comma, a closing mark or a further clause."""
    doc, last = action.doc, min(action.right_edge.i + 1, action.sent.end)
    last = max(last, action.i + 1)
    for position in range(action.i + 1, last):
        token = doc[position]
        if token.text in (",", ";", ":", ".", "”", "»", '"', "–") or (
            token.pos_ == "CCONJ"
            and token.head.pos_ == "VERB"
            and token.head.i > position
            and not is_infinitive(token.head)
        ):
            return position
    return last


def _row(doc: Doc, first: int, last: int, agents, cue_start, cue_end, proponent, rule, links: Links, said, doc_id: str):
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    text = doc[first:last].text
    if not text.strip() or "\n" in text:
        return None
    statement = next((s for s in said if s["start"] <= start and end <= s["end"]), None)
    action = doc[first] if doc[first].lower_ != "non" else doc[min(first + 1, len(doc) - 1)]
    targets = [links.state_of(x.actor_id) for t in objects(action) for x in actors_of(t, links)]
    if not targets:
        places = [t for b, t in by_preposition(action) if b in ("a", "con", "contro", "verso", "su")]
        targets = [links.state_of(x.actor_id) for t in places for x in actors_of(t, links)]
    by = proponent.actor_id if proponent else (statement["speaker_id"] if statement else "")
    cue = doc[cue_start:cue_end].text
    return {
        "recommendation_id": row_id("rec", doc_id, start, end, join_ids(agents)),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "text": text,
        "agent_ids": join_ids(agents),
        "target_ids": join_ids(t for t in targets if t not in agents),
        "proponent_id": by,
        "cue": cue,
        "statement_id": statement["statement_id"] if statement else "",
        "rule_id": f"recommendation:{rule}",
    }
