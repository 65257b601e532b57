"""Every voicing of every position as one flat table, as Discourse Network Analyzer exports its statements."""

import pandas as pd

from analysis.tables import Tables

FLAT_COLUMNS = {
    "doc_id": "str",
    "document": "str",
    "date": "str",
    "source": "str",
    "origin": "str",
    "actor_id": "str",
    "actor": "str",
    "organisation_id": "str",
    "organisation": "str",
    "position_id": "str",
    "concept": "str",
    "kind": "str",
    "agreement": "str",
    "about_id": "str",
    "about": "str",
    "start": "int64",
    "end": "int64",
    "text": "str",
    "statement_id": "str",
    "source_row_id": "str",
    "rule_id": "str",
}


def flat_statements(rows: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The rows of `position_rows` with everything spelled out: one row per voicing, in the same order.

    document, date, source: title, day of publication and publisher of the document; origin: its source group.
    organisation: of a person, the one that most of his affiliations name (the first by identifier where several do),
    of anybody else, himself. concept: the title of the position; agreement: agree, disagree or neutral; about: of whom
    the speaker says that he thinks so, or "": then the agreement is ascribed and counts for no side.
    """
    names = dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True))
    documents = tables["documents"].set_index("doc_id")
    bodies = _bodies(tables["affiliations"])
    flat = rows.rename(columns={"title": "concept", "stance": "agreement"})
    organisations = [bodies.get(actor, "" if actor.startswith("person:") else actor) for actor in rows["actor_id"]]
    columns = {"document": "title", "date": "published", "source": "source"}
    flat = flat.assign(
        actor=[names.get(actor, actor) for actor in rows["actor_id"]],
        organisation_id=organisations,
        organisation=[names.get(organisation, organisation) for organisation in organisations],
        about=[names.get(actor, actor) for actor in rows["about_id"]],
        **{name: rows["doc_id"].map(documents[column]).fillna("") for name, column in columns.items()},
    )
    return flat[list(FLAT_COLUMNS)].astype(FLAT_COLUMNS).reset_index(drop=True)


def statements_csv(flat: pd.DataFrame) -> str:
    """`flat_statements` as CSV (RFC 4180), to be written as UTF-8 without translation of line ends."""
    return flat.to_csv(index=False, lineterminator="\r\n")


def _bodies(affiliations: pd.DataFrame) -> dict[str, str]:
    counts = affiliations.groupby(["person_id", "org_id"]).size().reset_index(name="count")
    order = counts.sort_values(["person_id", "count", "org_id"], ascending=[True, False, True])
    return dict(order.drop_duplicates("person_id")[["person_id", "org_id"]].itertuples(index=False))
