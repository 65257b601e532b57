"""What somebody is reported to have said: cue, speaker, content, form."""

from analysis.extraction.contents import Content, content_after, noun_contents
from analysis.extraction.contents_before import contents_around, stands_before
from analysis.extraction.contents_clefts import cleft
from analysis.extraction.contents_quoted import announced_object, charge, quoted_content
from analysis.extraction.cues import Cue, cues_in
from analysis.extraction.links import Links
from analysis.extraction.quotations import introduced, person_acting, uncued
from analysis.extraction.sources import source_contents
from analysis.extraction.speaker_memory import NOBODY, Memory, Speaker, agreement
from analysis.extraction.speakers import note_roles, speaker_of
from analysis.extraction.speaking_nominals import after_phrase, agent_after, nominal_after, noun_owner, unknown_speaker
from analysis.extraction.speaking_subjects import heard_last, speaker_before
from analysis.extraction.statement_rows import statement_row
from analysis.extraction.stretches import Stretch, goes_on, stretches
from analysis.language import load_lexicon
from analysis.language.spans import is_gerund
from analysis.language.words import Word, Words
from analysis.tables import slug


def find_statements(doc: Words, links: Links, doc_id: str) -> list[dict]:
    """Rows of the table `statements`. A document without a parse has none."""
    if not doc.parsed:
        return []
    reader = _Reader(doc, links, doc_id)
    for stretch in stretches(doc):
        reader.read(stretch)
    return reader.rows


class _Reader:
    """Reads a document stretch by stretch; what was heard so far decides who "ha aggiunto" is."""

    def __init__(self, doc: Words, links: Links, doc_id: str):
        self.doc, self.links, self.doc_id = doc, links, doc_id
        self.text = doc.text
        self.memory = Memory()
        self.rows: list[dict] = []
        self.previous: Stretch | None = None

    def read(self, stretch: Stretch) -> None:
        """Add the statements of one stretch."""
        self.memory.paragraph = stretch.paragraph
        first = len(self.rows)
        cues = cues_in(stretch)
        note_roles(stretch, self.links, self.memory)
        self._covered: list[tuple[int, int]] = []
        self._spoken: Speaker | None = None
        self._cleft(stretch)
        for number, cue in enumerate(cues):
            self._read_cue(cue, cues[number + 1 :], stretch)
        for noun, content in noun_contents(stretch):
            if self._is_free(content):
                speaker, who = noun_owner(noun, stretch, self.links, self.memory)
                if speaker.actor_id:
                    self._add(content, noun.i, noun.i + 1, speaker, f"noun:{noun.lower_}", stretch, who)
        for content, start, end, speaker, who in source_contents(stretch, self.links, self.memory):
            if self._is_free(content):
                self._add(content, start, end, speaker, content.how, stretch, who)
            else:
                self.memory.add(speaker, who)
        self._goes_on(stretch, first)
        for content, (start, end), speaker, who in uncued(stretch, self._covered, self.links, self.memory):
            self._add(content, start, end, speaker, content.how, stretch, who)
        new = introduced(stretch, self.links)
        if len(self.rows) == first:
            new = new or person_acting(stretch, self.links)
            if new is not None:
                self.memory.add(*new)
        self.previous = stretch

    def _cleft(self, stretch: Stretch) -> None:
        """ "Ad annunciarlo è stato X": what he said stands behind the colon or is the sentence before."""
        found = cleft(stretch, self.links)
        if found is None:
            return
        start, end, who, content = found
        content = content or self._sentence_before()
        speaker = speaker_of(who, self.links, self.memory)
        if content is not None and speaker.actor_id and not _told(self.rows, content.start, self.doc):
            self._add(content, start, end, speaker, "cleft", stretch, who)

    def _goes_on(self, stretch: Stretch, first: int) -> None:
        """A paragraph that is a quotation and is closed only in the next belongs to who speaks there."""
        quote = self.previous and self.previous.opens_quote(self.previous.start)
        begun = quote and goes_on(self.text, quote) and not _told(self.rows[:first], self.previous.start, self.doc)
        if begun and len(self.rows) > first and stretch.opens_quote(stretch.start):
            row = self.rows[first]
            content = Content(self.previous.start, self.previous.end, "")
            speaker = Speaker(row["speaker_id"], row["speaker_text"], "next-paragraph")
            self._add(content, stretch.start, stretch.start + 1, speaker, "quotation-goes-on", self.previous, None)

    def _read_cue(self, cue: Cue, later: list[Cue], stretch: Stretch) -> None:
        who = nominal_after(cue, stretch, self.links)
        if self._points_back(cue, who, stretch):
            return
        before = stands_before(cue, stretch, who is not None)
        if before and _clause_follows(cue, later, stretch, who is None):
            before = False
        if before:
            self._around(cue, who, stretch, later[0] if later else None)
        contents = [] if cue.participle else content_after(cue, later, stretch, before)
        if not contents and not before:
            contents = _noun_phrases(cue, stretch)
        if not contents:
            return
        if before:
            speaker, who = self._after(cue, who)
        elif cue.participle:
            speaker, who = self._of_participle(cue, stretch)
        elif is_gerund(cue.verb) and self._spoken is not None:
            speaker, who = Speaker(self._spoken.actor_id, "", "same-speaker"), None
        else:
            speaker, who = speaker_before(cue, stretch, self.links, self.memory)
        speaker = self._somebody(cue, speaker, who)
        if not speaker.actor_id and (cue.participle or who is not None and who.pos_ == "NOUN"):
            return  # a thing "says": no statement
        for content in contents:
            self._add(content, cue.start, cue.end, speaker, f"{cue.rule}:{content.how}", stretch, who)

    def _around(self, cue: Cue, who: Word | None, stretch: Stretch, following: Cue | None) -> None:
        end = after_phrase(cue, who, stretch, self.links)
        who = who or unknown_speaker(cue, stretch)
        speaker, who = self._after(cue, who) if who is not None else self._subject_or_last(cue, stretch)
        if not speaker.actor_id and who is not None and who.pos_ == "NOUN":
            speaker = Speaker(f"group:{slug(who.text)}", who.text, "subject-of-saying")
        start = max([stretch.start, *(b for _, b in self._covered if b <= cue.start)])
        for content in contents_around(cue, end, start, stretch, following):
            quoted = any(stretch.inside[content.start : content.end])
            if not speaker.actor_id and who is None and not quoted and not cue.group.passive:
                continue
            self._add(content, cue.start, cue.end, speaker, f"{cue.rule}:{content.how}", stretch, who)

    def _somebody(self, cue: Cue, speaker: Speaker, who: Word | None) -> Speaker:
        """Whoever does what only people do is somebody: a group by its noun, where no more is known."""
        if speaker.actor_id or who is None or who.pos_ != "NOUN" or who.lower_ in load_lexicon("cues").documents:
            return speaker
        if cue.verb.lemma_.lower() in load_lexicon("cues").personal:
            return Speaker(f"group:{slug(who.text)}", speaker.text, "subject-of-saying")
        return speaker

    def _after(self, cue: Cue, who: Word | None) -> tuple[Speaker, Word | None]:
        found = speaker_of(who, self.links, self.memory) if who is not None else NOBODY
        return (found, who) if who is not None else (heard_last(cue, self.memory), None)

    def _subject_or_last(self, cue: Cue, stretch: Stretch) -> tuple[Speaker, Word | None]:
        if cue.group.passive:
            return agent_after(cue.end, stretch, self.links, self.memory)
        return heard_last(cue, self.memory), None

    def _of_participle(self, cue: Cue, stretch: Stretch) -> tuple[Speaker, Word | None]:
        """The agent of a participle; "gli Emirati, accusati di …": the subject of the clause, where it is another, as
        their number shows.
        """
        speaker, who = agent_after(cue.end, stretch, self.links, self.memory)
        if speaker.actor_id or "charge" not in cue.takes or self.doc[cue.start - 1].text != ",":
            return speaker, who
        speaker, who = speaker_before(cue, stretch, self.links, self.memory)
        number = agreement(who, "Number") if who is not None else ""
        another = number and number != (cue.verb.morph.get("Number") or [number])[0]
        return (speaker, who) if another else (NOBODY, None)

    def _points_back(self, cue: Cue, who: Word | None, stretch: Stretch) -> bool:
        """ "Lo ha detto X": the content is the sentence before, or what stands before the colon."""
        group = self.doc[cue.start : cue.verb.i]
        pronoun = next((t for t in group if t.lower_ in ("lo", "l'", "l’") and t.pos_ == "PRON"), None)
        if pronoun is None or who is None:
            return False
        before = [t for t in self.doc[stretch.start : pronoun.i] if t.is_alpha and t.pos_ not in ("ADV", "CCONJ")]
        colon = pronoun.i > stretch.start and self.doc[pronoun.i - 1].text in (":", ",", "–", "—")
        if before and not colon:
            return False
        source = Content(stretch.start, pronoun.i - 1, "pointing-back") if before else self._sentence_before()
        if source is None or not self._is_free(source) or _told(self.rows, source.start, self.doc):
            return False
        speaker, who = self._after(cue, who)
        self._add(source, cue.start, cue.end, speaker, f"{cue.rule}:pointing-back", stretch, who)
        return True

    def _sentence_before(self) -> Content | None:
        previous = self.previous
        return Content(previous.start, previous.end, "pointing-back") if previous is not None else None

    def _is_free(self, content: Content) -> bool:
        return not any(a < content.end and content.start < b for a, b in self._covered)

    def _add(self, content: Content, cue_start: int, cue_end: int, speaker: Speaker, rule: str, stretch, who) -> None:
        self.memory.add(speaker, who)
        row = statement_row(content, (cue_start, cue_end), speaker, rule, stretch, self.doc_id)
        if row is None:
            return
        self.rows.append(row)
        self._covered.append((content.start, content.end))
        self._spoken = speaker if speaker.actor_id else self._spoken


def _told(rows: list[dict], start: int, doc: Words) -> bool:
    """Do the last rows reach behind this token?"""
    return any(row["end"] > doc[start].idx for row in rows[-4:])


def _clause_follows(cue: Cue, later: list[Cue], stretch: Stretch, alone: bool) -> bool:
    """Does `che` follow the cue, at once or with no speaker between (`alone`), so that what stands before it is no
    content ("…, ha detto ieri che …")?
    """
    found = content_after(cue, later, stretch, False)
    return bool(found) and found[0].how in ("that", "infinitive") and (alone or found[0].start <= cue.end + 4)


def _noun_phrases(cue: Cue, stretch: Stretch) -> list[Content]:
    found = None
    if "charge" in cue.takes:
        found = charge(cue, stretch)
    if found is None and {"quoted", "predicate"} & cue.takes:
        found = quoted_content(cue, stretch)
    if found is None and "object" in cue.takes:
        found = announced_object(cue, stretch)
    return [found] if found is not None else []
