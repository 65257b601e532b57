"""Write the brief: only sentences that rows, facts or assessments support."""

from dataclasses import dataclass

import pandas as pd

from analysis.actors import LEAST_ORIGINS, origins_of
from analysis.briefing.wording import Wording, load_wording
from analysis.dossier import Dossier
from analysis.options import SEPARATES
from analysis.style import format_number
from analysis.tables import Tables, split_ids

MOST = 8
"""Most rows of one kind that the brief names; the tables hold all."""


@dataclass(frozen=True)
class Sentence:
    """One sentence and the identifiers of the rows it rests on."""

    text: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Evidence:
    """A cited row: the sentence of its document in three parts, the middle one being the row's own text."""

    row_id: str
    doc_id: str
    before: str
    marked: str
    after: str


@dataclass(frozen=True)
class Brief:
    title: str
    header: str
    handling: str
    sections: tuple[Section, ...]
    evidence: tuple[Evidence, ...]
    wording: Wording


def compose_brief(dossier: Dossier, tables: Tables, dyad_table, drafts, ranking, missing, language: str) -> Brief:
    """The brief of a dossier.

    `dyad_table` as `actors.dyads` gives it, `drafts` as `options.draft_options`; `ranking` is None where nothing
    can be ranked, and `missing` then says why, in plain sentences.
    """
    words = load_wording(language)
    names = dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True))
    sections = [
        ("bottom_line", _bottom_line(dossier, tables, dyad_table, ranking, words)),
        ("happened", _happened(dyad_table, names, words)),
        ("voices", _voices(tables["statements"], names, words)),
        ("recommended", _recommended(tables["recommendations"], names, words)),
        ("options", _options(dossier, drafts, ranking, missing, names, words)),
        ("doubts", _doubts(dossier, tables, words)),
    ]
    filled = tuple(Section(words.section(key), tuple(sentences)) for key, sentences in sections if sentences)
    meta = dossier.meta
    header = words.word("header").format(
        question=meta.question or words.word("unknown"),
        decision_maker=meta.decision_maker or words.word("unknown"),
        cutoff=meta.cutoff or words.word("unknown"),
        horizon=meta.horizon or words.word("unknown"),
    )
    title = f"{words.word('title')}: {meta.title}"
    return Brief(title, header, meta.handling or "", filled, _evidence(filled, dossier, tables), words)


def _bottom_line(dossier, tables, dyad_table, ranking, words) -> list[Sentence]:
    sentences = []
    if ranking is None:
        sentences.append(Sentence(words.sentence("unranked")))
    else:
        first, second = ranking.order[0], ranking.rival
        share = ranking.pairwise.loc[first, second]
        titles = {option.id: option.title for option in dossier.options.options}
        text = words.sentence(
            "separated" if share >= SEPARATES else "not_separated",
            first=titles[first],
            second=titles[second],
            weights=_weights(ranking),
            share=format_number(100 * share, words.language, 0),
        )
        sentences += [Sentence(text), Sentence(words.sentence("share_is_no_likelihood"))]
    documents = tables["documents"]
    text = words.sentence(
        "corpus",
        documents=len(documents),
        origins=_origins(documents),
        statements=len(tables["statements"]),
        incidents=int(dyad_table["incidents"].sum()),
        recommendations=len(tables["recommendations"]),
    )
    return [*sentences, Sentence(text)]


def _weights(ranking) -> str:
    return ranking.titles["weights"][ranking.weight_set]


def _origins(documents: pd.DataFrame) -> int:
    return len(set(origins_of(documents)) - {""})


def _happened(dyad_table, names, words) -> list[Sentence]:
    if dyad_table.empty:
        return [Sentence(words.sentence("no_dyads"))]
    sentences = []
    for column, key in (("conflict_weighted", "conflict_dyad"), ("cooperation_weighted", "cooperation_dyad")):
        top = dyad_table[dyad_table[column].abs() > 0]
        top = top.assign(size=top[column].abs()).sort_values(
            ["size", "source", "target"], ascending=[False, True, True]
        )
        for row in top.head(MOST // 2).to_dict("records"):
            text = words.sentence(
                key,
                source=names.get(row["source"], row["source"]),
                target=names.get(row["target"], row["target"]),
                value=format_number(abs(row[column]), words.language, 1),
                incidents=row["incidents"],
            )
            sentences.append(Sentence(text, tuple(split_ids(row["event_ids"]))))
    return sentences


def _clip(text: str, width: int = 220) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rsplit(" ", 1)[0] + " …"


def _voices(statements, names, words) -> list[Sentence]:
    """One statement a speaker, the first, for the speakers heard most often."""
    known = statements[statements["speaker_id"] != ""]
    counts = known.groupby("speaker_id").size().sort_index().sort_values(ascending=False, kind="stable")
    sentences = []
    for speaker in counts.index[:MOST]:
        row = known[known["speaker_id"] == speaker].iloc[0]
        text = words.sentence("voice", speaker=names.get(speaker, speaker), text=_clip(row["text"].strip('“”«»" ')))
        sentences.append(Sentence(text, (row["statement_id"],)))
    return sentences


def _recommended(recommendations, names, words) -> list[Sentence]:
    sentences = []
    for row in recommendations.head(MOST).to_dict("records"):
        text = words.sentence(
            "recommendation",
            proponent=names.get(row["proponent_id"], words.word("someone")),
            agent=_name_all(row["agent_ids"], names, words),
            text=_clip(row["text"]),
        )
        sentences.append(Sentence(text, (row["recommendation_id"],)))
    return sentences


def _name_all(ids: str, names, words) -> str:
    return ", ".join(names.get(i, i) for i in split_ids(ids)) or words.word("nobody")


def _options(dossier, drafts, ranking, missing, names, words) -> list[Sentence]:
    if ranking is None:
        sentences = [Sentence(words.sentence("missing", what=what)) for what in missing]
        for row in drafts.head(MOST).to_dict("records"):
            text = words.sentence("draft", text=_clip(row["title"]), agent=_name_all(row["agent_ids"], names, words))
            sentences.append(Sentence(text, tuple(split_ids(row["recommendation_ids"]))))
        return sentences
    options = {option.id: option for option in dossier.options.options}
    scores = ranking.scores[ranking.weight_set]
    sentences = []
    for rank, option_id in enumerate(ranking.order, start=1):
        option, score = options[option_id], scores[option_id]
        number = format_number(100 * score, words.language, 0)
        text = words.sentence("option_score", rank=rank, title=option.title, score=number, weights=_weights(ranking))
        if option.hindsight:
            text += " " + words.sentence("hindsight")
        cited = sorted(
            {ref for cell in dossier.options.assessments if cell.option == option_id for ref in cell.evidence}
        )
        sentences.append(Sentence(text, tuple(cited)))
    return sentences


def _doubts(dossier, tables, words) -> list[Sentence]:
    documents, statements, mentions = tables["documents"], tables["statements"], tables["mentions"]
    ungraded = (documents["source_grade"] == "F") & (documents["information_grade"] == "6")
    counted = [
        ("unattributed", (statements["speaker_id"] == "").sum(), len(statements)),
        ("unlinked", (mentions["actor_id"] == "").sum(), len(mentions)),
        ("ungraded", ungraded.sum(), len(documents)),
        ("machine", (documents["translation"] == "machine").sum(), len(documents)),
    ]
    sentences = [Sentence(words.sentence(key, count=count, total=total)) for key, count, total in counted if count]
    if _origins(documents) < LEAST_ORIGINS:
        sentences.insert(0, Sentence(words.sentence("few_origins")))
    return sentences + [Sentence(words.sentence("problem", what=str(problem))) for problem in dossier.problems]


def _evidence(sections, dossier: Dossier, tables: Tables) -> tuple[Evidence, ...]:
    """Every cited row once, in the order of citation, with the sentence it stands in."""
    texts = {document.doc_id: document.text for document in dossier.documents}
    rows = {}
    for table, key in (
        ("events", "event_id"),
        ("statements", "statement_id"),
        ("recommendations", "recommendation_id"),
    ):
        for row in tables[table].to_dict("records"):
            rows.setdefault(row[key], row)
    facts = {f"fact:{fact.id}": fact for fact in dossier.facts}
    found = []
    for ref in dict.fromkeys(ref for section in sections for sentence in section.sentences for ref in sentence.refs):
        if ref in rows:
            found.append(_quote(ref, rows[ref], texts, tables["sentences"]))
        elif ref in facts:
            fact = facts[ref]
            found.append(Evidence(ref, "facts.yaml", f"{fact.date}: ", fact.text, f" ({fact.source})"))
        elif ref.startswith("doc:"):
            title = next((d.title for d in dossier.documents if f"doc:{d.doc_id}" == ref), "")
            found.append(Evidence(ref, ref.removeprefix("doc:"), "", title, ""))
    return tuple(found)


def _quote(ref, row, texts, sentences) -> Evidence:
    text, start, end = texts[row["doc_id"]], row["start"], row["end"]
    around = sentences[(sentences["doc_id"] == row["doc_id"]) & (sentences["start"] < end) & (sentences["end"] > start)]
    first = min([start, *around["start"]])
    last = max([end, *around["end"]])
    return Evidence(ref, row["doc_id"], text[first:start], text[start:end], text[end:last])
