"""What somebody is reported to have said: cue, speaker, content, form."""

from bisect import bisect_left
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from analysis.extraction.links import Links
from analysis.extraction.speakers import NOBODY, Speaker, speaker_at
from analysis.language import load_lexicon
from analysis.language.inflection import verb_forms
from analysis.language.quotes import Quote, find_quotes
from analysis.language.spans import (
    PREPOSITION,
    VerbGroup,
    has_parse,
    is_gerund,
    is_infinitive,
    is_participle,
    own_subject,
    subject,
    verb_group,
)
from analysis.tables import row_id

_FINITE = ("VERB", "AUX")
REACH = 3000  # code points before a sentence in which a quotation that it closes may have begun
_OPENING = '«“„"'
_CLOSING = '»”"'


@lru_cache(maxsize=1)
def _cue_table() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for cue in load_lexicon("cues").classes:
        for verb in cue.verbs:
            table[verb] = (cue.id, cue.content)
    return table


@lru_cache(maxsize=1)
def _cue_forms() -> dict[str, tuple[str, str]]:
    """Regular forms of the cue verbs, for where the lemmatizer erred."""
    return {
        form: entry
        for verb, entry in _cue_table().items()
        for form in sorted(verb_forms(verb))
        if len(form) > 3  # "di" is no form of dire here
    }


def find_statements(doc: Doc, links: Links, doc_id: str) -> list[dict]:
    """Rows of the table `statements`. A document without a parse has none."""
    if not has_parse(doc):
        return []
    text = doc.text
    all_quotes = find_quotes(text)
    starts = [quote.start for quote in all_quotes]
    rows, previous = [], NOBODY
    taken = 0  # first code point not yet claimed by a content that stands before its cue
    for sentence in doc.sents:
        low, high = bisect_left(starts, sentence.start_char - REACH), bisect_left(starts, sentence.end_char)
        quotes = all_quotes[low:high]
        cues = _cues_in(sentence)
        for number, cue in enumerate(cues):
            following = cues[number + 1] if number + 1 < len(cues) else None
            for start, end, speaker, rule in _contents(cue, following, sentence, links, quotes, previous, taken):
                row = _row(doc, text, start, end, cue.start, cue.end, speaker, rule, quotes, doc_id)
                if row:
                    rows.append(row)
                    taken = max(taken, row["end"])
                    previous = speaker if speaker.actor_id else previous
        introduced = _introduced(sentence, links)
        previous = introduced or previous
        for row, speaker in _phrases(sentence, text, links, previous, quotes, doc_id, rows):
            rows.append(row)
            previous = speaker if speaker.actor_id else previous
    return _without_doubles(rows)


class _Cue:
    """A verb of saying with its group: tokens start..end, class and content."""

    def __init__(self, verb: Token, group: VerbGroup, end: int, rule: str, content: str):
        self.verb, self.group, self.start, self.end, self.rule, self.content = (
            verb,
            group,
            group.start,
            end,
            rule,
            content,
        )


def _cues_in(sentence: Span) -> list[_Cue]:
    found = []
    table, light = _cue_table(), load_lexicon("cues").light
    for token in sentence:
        if token.pos_ not in _FINITE:
            continue
        lemma = token.lemma_.lower()
        end = token.i + 1
        entry = None
        for cue in light:
            nxt = [t for t in token.doc[token.i + 1 : min(sentence.end, token.i + 4)]]
            if lemma == cue.verb:
                for other in nxt:
                    if other.lower_ in cue.complements:
                        entry, end = (cue.id, "clause"), other.i + 1
                        break
        entry = entry or table.get(lemma) or _cue_forms().get(token.lower_)
        if entry is None or token.dep_ in ("aux", "cop", "aux:pass"):
            continue
        group = verb_group(token)
        bare_participle = is_participle(token) and not group.perfect
        bare_infinitive = is_infinitive(token) and not group.perfect and not group.modal
        if group.reflexive and own_subject(token) is None and entry[0] == "claim":  # "si prevede che": nobody says it
            continue
        if bare_participle or (bare_infinitive and entry[1] != "directive") or group.modal == "dovere":
            continue
        found.append(_Cue(token, group, end, entry[0], entry[1]))
    return found


def _contents(cue: _Cue, following: _Cue | None, sentence: Span, links: Links, quotes, previous: Speaker, taken: int):
    """(start, end, speaker, rule) in code points for each content of one cue."""
    doc = sentence.doc
    after = _after(cue, sentence)
    if cue.content == "directive" and (after is None or after[0] != "that"):
        return []
    before = _before(cue, sentence)
    if after is not None and after[0] == "colon" and before is not None:
        speaker, _ = _speaker_after(cue, sentence, links, previous)
        start = max(doc[sentence.start].idx, taken)
        for number, (a, b) in enumerate([(start, doc[before].idx), (doc[after[1]].idx, sentence.end_char)]):
            yield a, b, speaker, f"{cue.rule}:{'after' if number == 0 else 'colon'}"
        return
    if after is not None:
        kind, first = after
        last = _end_of_content(cue, first, following, sentence, kind)
        speaker = _speaker_before(cue, links, previous)
        for a, b in _split(doc, first, last, kind):
            if b > a:
                yield doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), speaker, f"{cue.rule}:{kind}"
        return
    if before is None or cue.content == "object":
        yield from _object_content(cue, following, sentence, links, quotes, previous)
        return
    speaker, end_of_phrase = _speaker_after(cue, sentence, links, previous)
    start = max(doc[sentence.start].idx, 0)
    for quote in quotes:  # a quotation that began in an earlier sentence of the paragraph
        if quote.start < start < quote.end <= doc[cue.start].idx:
            start = quote.start
    if _lo_ha_detto(cue, sentence):
        earlier = list(_previous_sentence(sentence))
        if earlier:
            yield earlier[0].idx, earlier[-1].idx + len(earlier[-1]), speaker, f"{cue.rule}:pointing-back"
        return
    start = max(start, min(taken, doc[cue.start].idx)) if taken > start else start
    head = (start, doc[before].idx)
    tail = _continuation(cue, end_of_phrase, sentence, following)
    if tail and tail[1] - tail[0] > head[1] - head[0]:
        yield tail[0], tail[1], speaker, f"{cue.rule}:inside"
    else:
        yield *head, speaker, f"{cue.rule}:after"


def _after(cue: _Cue, sentence: Span) -> tuple[str, int] | None:
    """Where the content begins that follows its cue: after `che`, at `di` + infinitive, after a colon, at a quote."""
    doc = sentence.doc
    crossed = False
    for position in range(cue.end, min(sentence.end, cue.end + 14)):
        token = doc[position]
        word = token.lower_
        if word == "che" and (token.pos_ == "SCONJ" or position <= cue.end + 1 or not crossed and token.pos_ != "PRON"):
            return ("that", position + 1)
        if word == ":" and position + 1 < sentence.end:
            return ("colon", position + 1)
        if word == "di" and position <= cue.end + 6:
            for other in doc[position + 1 : min(sentence.end, position + 4)]:
                if other.pos_ in _FINITE and (
                    is_infinitive(other) or other.lower_ in ("aver", "avere", "essere", "esser")
                ):
                    return ("infinitive", position)
                if other.pos_ not in ("ADV", "PRON", "PART", "AUX"):
                    break
        if word in _OPENING and position == cue.end and cue.content == "clause" and not _ends_before(cue, sentence):
            return ("quotation", position)
        if word in (",", ";") or token.pos_ == "VERB" and position > cue.end:
            if word == "," and cue.verb.i + 1 == position:
                return None
            crossed = True
            if token.pos_ == "VERB":
                return None
    return None


def _ends_before(cue: _Cue, sentence: Span) -> bool:
    return _before(cue, sentence) is not None


def _before(cue: _Cue, sentence: Span) -> int | None:
    """The token (comma or closing mark) at which a content ends that stands before its cue."""
    position = cue.start - 1
    doc = sentence.doc
    if _lo_ha_detto(cue, sentence):
        return cue.start
    if position < sentence.start:
        return None
    word = doc[position].text
    if word in (",", "–", "—") and not is_gerund(cue.verb):
        return position
    if word in _CLOSING:
        return position + 1
    return None


def _lo_ha_detto(cue: _Cue, sentence: Span) -> bool:
    words = [t.lower_ for t in sentence[: max(0, cue.verb.i - sentence.start)] if not t.is_space]
    return words[:1] == ["lo"] and len(words) <= 4


def _previous_sentence(sentence: Span) -> list[Token]:
    doc = sentence.doc
    if sentence.start == 0:
        return []
    return [t for t in doc[sentence.start - 1].sent if not t.is_space]


def _continuation(cue: _Cue, end_of_phrase: int, sentence: Span, following: _Cue | None) -> tuple[int, int] | None:
    """The content after an interrupting cue ("X, ha detto, fa Y"): from the comma that ends the cue's phrase."""
    doc = sentence.doc
    for position in range(end_of_phrase, min(sentence.end - 1, end_of_phrase + 8)):
        if doc[position].text == ",":
            nxt = doc[position + 1]
            window = doc[position + 1 : min(sentence.end, position + 4)]
            quoted = nxt.text in _OPENING
            finite = any(_is_finite(t) for t in window) and nxt.lower_ not in ("che", "cui")
            if quoted or finite:
                last = following.start if following and following.start > position + 1 else sentence.end
                return (nxt.idx, doc[last - 1].idx + len(doc[last - 1]))
            return None
    return None


def _is_finite(token: Token) -> bool:
    return token.pos_ in _FINITE and not (is_gerund(token) or is_participle(token) or is_infinitive(token))


def _end_of_content(cue: _Cue, first: int, following: _Cue | None, sentence: Span, kind: str) -> int:
    """The token after the content: the sentence's end, or the next cue that is coordinated with this one."""
    doc, last = sentence.doc, sentence.end
    if following is not None and following.start > first:
        position = following.start
        before = doc[position - 1]
        if is_gerund(following.verb) and before.text == ",":
            last = position
        elif before.lower_ in ("e", "ed", "ma") and own_subject(following.verb) in (None, own_subject(cue.verb)):
            last = position - 1
    return last


def _split(doc: Doc, first: int, last: int, kind: str) -> list[tuple[int, int]]:
    """Coordinated contents ("che …, e che …") one by one."""
    parts, start = [], first
    if kind == "that":
        for position in range(first, last - 1):
            if doc[position].lower_ in ("e", "ed") and doc[position + 1].lower_ == "che":
                parts.append((start, position))
                start = position + 2
    parts.append((start, last))
    return parts


def _object_content(cue: _Cue, following, sentence: Span, links: Links, quotes, previous: Speaker):
    """The object of a verb that condemns or praises, and a quotation that stands beside it."""
    doc = sentence.doc
    if cue.content != "object":
        return []
    target = next((c for c in cue.verb.rights if c.dep_ in ("obj", "nsubj", "nsubj:pass") and c.pos_ != "PRON"), None)
    if target is None:
        return []
    edge = cue.verb.right_edge.i + 1
    last = max(target.right_edge.i + 1, min(edge, sentence.end))
    last = (
        _end_of_content(cue, cue.end, following, sentence, "object") if following and following.start < last else last
    )
    for position in range(target.i, last):
        if doc[position].text in (".", ";"):
            last = position
            break
    inside = [q for q in quotes if doc[cue.end].idx <= q.start < doc[last - 1].idx]
    if not inside:
        return []
    speaker = _speaker_before(cue, links, previous)
    return [(doc[cue.end].idx, doc[last - 1].idx + len(doc[last - 1]), speaker, f"{cue.rule}:object")]


def _speaker_before(cue: _Cue, links: Links, previous: Speaker) -> Speaker:
    own = links.at(cue.verb)
    who = subject(cue.verb)
    if who is not None and who.i < cue.end + 8 and who.i != cue.verb.i:
        found = speaker_at(who, links, previous)
        if found.actor_id or who.pos_ != "PRON":
            if found.actor_id or not is_gerund(cue.verb):
                return found
    if own is not None:
        return Speaker(own.actor_id, "", own.kind)
    return Speaker(previous.actor_id, "", "previous-speaker") if previous.actor_id else NOBODY


def _speaker_after(cue: _Cue, sentence: Span, links: Links, previous: Speaker) -> tuple[Speaker, int]:
    """The nominal after the cue, and the token after it; without one, the subject before, then who spoke last."""
    doc = sentence.doc
    end = cue.end
    for position in range(cue.end, min(sentence.end, cue.end + 9)):
        token = doc[position]
        if token.text in (",", ";", ":", ".", "(") or token.text in _OPENING or token.pos_ in _FINITE:
            break
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and not _oblique(token, cue) and not token.ent_type_ == "DATE":
            link = links.at(token)
            if token.pos_ == "ADJ" and link is None and token.lower_ not in load_lexicon("cues").groups:
                continue
            if link is not None and link.kind == "demonym" and position + 1 < sentence.end:
                continue
            found = speaker_at(token, links, previous)
            if found.actor_id or token.dep_ in ("nsubj", "obj", "nsubj:pass"):
                return found, max(position + 1, links.at(token).end if links.at(token) else 0)
        end = position + 1
    own = links.at(cue.verb)
    if own is not None and own.actor_id:
        return Speaker(own.actor_id, "", own.kind), end
    return (Speaker(previous.actor_id, "", "previous-speaker") if previous.actor_id else NOBODY), end


def _introduced(sentence: Span, links: Links) -> Speaker | None:
    """The one person named in a sentence without a verb ("Più cauto Kwon Tae-ho, professore …"): who speaks next."""
    if any(_is_finite(token) for token in sentence):
        return None
    people = {links.at(t).actor_id for t in sentence if links.at(t) and links.at(t).actor_id.startswith("person:")}
    return Speaker(people.pop(), "", "introduced") if len(people) == 1 else None


def _oblique(token: Token, cue: _Cue) -> bool:
    """Does a preposition stand before the nominal, between it and the cue?"""
    doc = token.doc
    for position in range(token.i - 1, max(cue.end, token.i - 4) - 1, -1):
        current = doc[position]
        if current.pos_ == "ADP" or (PREPOSITION.get(current.lower_) and current.pos_ != "PRON"):
            return True
        if current.pos_ not in ("DET", "ADJ", "NUM"):
            return False
    return False


def _phrases(sentence: Span, text: str, links: Links, previous: Speaker, quotes, doc_id: str, rows: list[dict]):
    """Contents of "secondo X", "a suo avviso", "per X,"."""
    words = [token.lower_ for token in sentence]
    for phrase in sorted(load_lexicon("cues").phrases, key=lambda p: -len(p.words)):
        size = len(phrase.words)
        for offset in range(len(words) - size):
            if not _phrase_at(words, offset, phrase.words):
                continue
            found = _phrase_statement(sentence, text, offset, size, phrase, links, previous, quotes, doc_id, rows)
            if found:
                yield found
                return


def _phrase_at(words: list[str], offset: int, wanted: tuple[str, ...]) -> bool:
    part = words[offset : offset + len(wanted)]
    same = [PREPOSITION.get(a, a) == PREPOSITION.get(b, b) for a, b in zip(part, wanted, strict=True)]
    return all(same)


def _phrase_statement(sentence: Span, text: str, offset: int, size: int, phrase, links, previous, quotes, doc_id, rows):
    doc, start = sentence.doc, sentence.start + offset
    opens = offset <= 2 or doc[start - 1].text in (",", "–", ";") or doc[start - 1].lower_ in ("e", "ma", "che")
    if not opens:
        return None
    after = start + size
    if phrase.speaker == "previous":
        speaker = Speaker(previous.actor_id, doc[start:after].text, "previous-speaker")
        if not previous.actor_id:
            return None
    else:
        head = _nominal(doc, after, min(sentence.end, after + 6))
        if head is None:
            return None
        speaker = speaker_at(head, links, previous)
        person = speaker.actor_id.startswith(("person:", "group:"))
        if not speaker.actor_id or (phrase.speaker == "person" and (not person or offset > 0)):
            return None
        after = max(head.i + 1, links.at(head).end if links.at(head) else 0)
        after = _past_apposition(doc, after, sentence.end)
    first = after + 1 if after < sentence.end and doc[after].text == "," else after
    if phrase.speaker == "person" and first == after:
        return None
    before_end = start - 1 if start > sentence.start and doc[start - 1].text in (",", "–") else start
    if sentence.end - first < 4 and before_end - sentence.start > 4:
        a, b = sentence.start, before_end
    else:
        a, b = first, sentence.end
    span = (doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) if b > a else (0, 0)
    if any(row["start"] < span[1] and span[0] < row["end"] for row in rows[-4:]):
        return None
    row = _row(doc, text, *span, start, start + size, speaker, phrase.id, quotes, doc_id)
    return (row, speaker) if row else None


def _nominal(doc: Doc, start: int, end: int) -> Token | None:
    for position in range(start, end):
        token = doc[position]
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM", "ADV") and not PREPOSITION.get(token.lower_):
            return None
    return None


def _past_apposition(doc: Doc, start: int, end: int) -> int:
    """The comma that ends the speaker's phrase; `start` where none follows soon."""
    for position in range(start, min(end, start + 14)):
        if doc[position].text == ",":
            return position
        if doc[position].pos_ in _FINITE or doc[position].text in _OPENING:
            return start
    return start


def _row(doc, full, start, end, cue_start, cue_end, speaker: Speaker, rule: str, quotes, doc_id: str) -> dict | None:
    start, end = _trim(full, start, end, quotes)
    if end - start < 8:
        return None
    text = full[start:end]
    cue_a, cue_b = doc[cue_start].idx, doc[cue_end - 1].idx + len(doc[cue_end - 1])
    return {
        "statement_id": row_id("st", doc_id, start, end, text, speaker.actor_id),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "text": text,
        "form": _form(start, end, quotes),
        "cue": full[cue_a:cue_b],
        "speaker_id": speaker.actor_id,
        "speaker_text": speaker.text,
        "cue_start": cue_a,
        "cue_end": cue_b,
        "rule_id": f"statement:{rule}:{speaker.rule}",
    }


def _trim(text: str, start: int, end: int, quotes: list[Quote]) -> tuple[int, int]:
    line = text.rfind("\n", start, end)
    if line >= 0 and text[line:end].strip():
        start = line + 1
    dash = text.find(" – ", start, min(end, start + 40))
    dash = dash if dash >= 0 else text.find(" - ", start, min(end, start + 40))
    if dash > start and text[start:dash].isupper():  # a dateline
        start = dash + 3
    while end > start and text[end - 1] in " ,;:.\n\t–—-":
        end -= 1
    while start < end and text[start] in " ,;:.\n\t–—":
        start += 1
    return start, end


def _form(start: int, end: int, quotes: list[Quote]) -> str:
    inside = [q for q in quotes if q.start < end and start < q.end]
    if not inside:
        return "indirect"
    if any(q.start <= start and end <= q.end for q in inside):
        return "direct"
    return "mixed"


def _without_doubles(rows: list[dict]) -> list[dict]:
    seen, kept = set(), []
    for row in rows:
        key = (row["start"], row["end"])
        if key not in seen:
            seen.add(key)
            kept.append(row)
    return kept
