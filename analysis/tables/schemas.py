"""The contract in code: every table of the workbook as a pandera schema.

Text columns hold "" where nothing is known, never NaN. Offsets are code points in the document's text.
"""

import pandera.pandas as pa

MODALITIES = ["factual", "reported", "expected", "possible", "recommended", "denied"]
EVENT_TYPES = (
    "AGREE CONSULT SUPPORT COOPERATE CONCEDE AID RETREAT REQUEST "
    "ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
KINDS = ["state", "igo", "person", "org", "group", "place"]
CONTRADICTIONS = ["denial", "date", "vote", "count"]
ACTIONS = ["accept", "reject", "change", "add"]
STATUSES = ["applied", "stale", "conflict"]


ACTOR_COLUMNS = {
    "mentions": ["actor_id"],
    "resolutions": ["actor_id"],
    "affiliations": ["person_id", "org_id"],
    "statements": ["speaker_id"],
    "events": ["source_id", "target_id", "source_state", "target_state"],
    "recommendations": ["agent_ids", "target_ids", "proponent_id"],
    "forecasts": ["actor_ids"],
}
"""Where identifiers of actors stand."""


def _text(description: str, **checks) -> pa.Column:
    return pa.Column(str, nullable=False, description=description, **checks)


def _count(description: str) -> pa.Column:
    return pa.Column("int64", pa.Check.ge(0), nullable=False, description=description)


def _one_of(values: list[str], description: str) -> pa.Column:
    return _text(description, checks=pa.Check.isin(values))


def _table(name: str, description: str, /, **columns: pa.Column) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(columns, name=name, description=description, strict=True, ordered=True)


DOC = {"doc_id": _text("document, the file's stem as a slug")}
SPAN = {
    **DOC,
    "start": _count("first code point in the document's text"),
    "end": _count("code point after the last"),
    "text": _text("exactly text[start:end]"),
}
RULE = {"rule_id": _text("lexicon entry, rule or component that made the row")}
CORRECTED = {"correction_ids": _text("corrections that made or confirmed the row as it is; who and why: `corrections`")}

SCHEMAS = {
    schema.name: schema
    for schema in [
        _table(
            "documents",
            "The documents of the dossier.",
            **DOC,
            file=_text("path relative to the dossier's folder"),
            title=_text("title"),
            source=_text("who published it"),
            origin=_text("who first reported it"),
            url=_text("address"),
            published=_text("day of publication, ISO 8601, or empty"),
            language=_text("language of the text"),
            original_language=_text("language it was written in"),
            translation=_one_of(["human", "machine", "unknown", "none"], "how it was translated"),
            source_grade=_one_of(list("ABCDEF"), "Admiralty grade of the source, F: cannot be judged"),
            information_grade=_one_of(list("123456"), "Admiralty grade of the information, 6: cannot be judged"),
            sha256=_text("hash of the file as received"),
            chars=_count("code points in the text"),
            source_group=_text("documents of one origin, and copies of one text, share it: one source"),
            **CORRECTED,
        ),
        _table(
            "sentences",
            "Sentence boundaries.",
            **DOC,
            sentence=_count("number in the document, from 0"),
            start=SPAN["start"],
            end=SPAN["end"],
            **CORRECTED,
        ),
        _table(
            "mentions",
            "Proper names that refer to an actor.",
            **SPAN,
            label=_text("PER, ORG or LOC"),
            actor_id=_text("actor, or empty where it stays unlinked"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "actors",
            "Every identifier used in any table.",
            actor_id=_text("identifier"),
            name=_text("name"),
            kind=_one_of(KINDS, "kind"),
            country=_text("ISO 3166-1 alpha-3, or empty"),
            wikidata=_text("Wikidata identifier where sure"),
            mentions=_count("number of mentions"),
            documents=_count("number of documents with a mention"),
            **CORRECTED,
        ),
        _table(
            "resolutions",
            "What refers to an actor without being a proper name.",
            **SPAN,
            actor_id=_text("actor"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "affiliations",
            "Whom a named person acts for, leads or works at, as the text says.",
            person_id=_text("person"),
            org_id=_text("state, body or organisation"),
            role=_text("role, as in the text"),
            **SPAN,
            **RULE,
            **CORRECTED,
        ),
        _table(
            "times",
            "Expressions of time.",
            **SPAN,
            value=_text("ISO 8601, or empty without an anchor"),
            edge=_one_of(["", "start", "mid", "end"], "part of the period"),
            type=_one_of(["DATE", "DURATION", "SET"], "type"),
            anchor=_text("what the value was resolved against"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "statements",
            "What somebody is reported to have said.",
            statement_id=_text("identifier"),
            **SPAN,
            form=_one_of(["direct", "indirect", "mixed"], "in quotation marks or not"),
            cue=_text("verb or phrase"),
            speaker_id=_text("actor, or empty"),
            speaker_text=_text("the words that name the speaker"),
            cue_start=_count("first code point of the cue"),
            cue_end=_count("code point after the cue"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "events",
            "Who does what to whom: one source and one target a row.",
            event_id=_text("identifier"),
            incident_id=_text("joins the rows that report one occurrence"),
            **DOC,
            start=SPAN["start"],
            end=SPAN["end"],
            trigger=_text("exactly text[start:end]"),
            type=_one_of(EVENT_TYPES, "PLOVER type"),
            source_id=_text("who does it"),
            target_id=_text("to whom"),
            source_state=_text("state or body of the source"),
            target_state=_text("state or body of the target"),
            modality=_one_of(MODALITIES, "how the text presents it"),
            condition=_text("text of the condition"),
            date=_text("ISO 8601, or empty"),
            statement_id=_text("the statement it stands in"),
            intensity=pa.Column(float, pa.Check.in_range(-10, 10), nullable=False, description="PLOVER score"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "recommendations",
            "What somebody says an actor should do.",
            recommendation_id=_text("identifier"),
            **SPAN,
            agent_ids=_text("who should act"),
            target_ids=_text("towards whom"),
            proponent_id=_text("who recommends it"),
            cue=_text("verb or phrase"),
            statement_id=_text("the statement it stands in"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "forecasts",
            "What somebody expects.",
            forecast_id=_text("identifier"),
            **SPAN,
            actor_ids=_text("of whom"),
            horizon=_text("by when, ISO 8601, or empty"),
            statement_id=_text("the statement it stands in"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "contradictions",
            "What contradicts what: rows of the tables, words of the texts, facts of facts.yaml.",
            contradiction_id=_text("identifier"),
            kind=_one_of(CONTRADICTIONS, "what differs"),
            about=_text("of what or whom: type and states, voter, or what is counted"),
            first_id=_text("a row's identifier, `fact:` and a fact's, or `doc_id:start:end`"),
            first_text=_text("its words"),
            first_value=_text("what it says"),
            second_id=_text("as first_id"),
            second_text=_text("its words"),
            second_value=_text("what it says"),
            **RULE,
            **CORRECTED,
        ),
        _table(
            "corrections",
            "The analyst's word: every entry of corrections*.yaml and what became of it.",
            correction_id=_text("identifier"),
            file=_text("file of the dossier"),
            line=_count("line in it"),
            table=_text("table"),
            row=_text("the row's identifier, or `doc_id:start:end` and what tells it from others"),
            action=_one_of(ACTIONS, "what is to be done"),
            changes=_text("values before and after"),
            author=_text("who says so"),
            date=_text("day, ISO 8601"),
            reason=_text("why"),
            status=_one_of(STATUSES, "applied; stale: it no longer applies; conflict: others contradict it"),
            note=_text("why it was not applied"),
        ),
    ]
}
"""The tables by name, in the order in which they are written."""
