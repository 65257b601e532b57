"""Competing hypotheses: the matrix of evidence in letters, the most telling first, with what speaks against each."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.options.figures.canvas import (
    EDGE,
    LINE,
    ROOM,
    SMALL,
    cell,
    draw_key,
    empty_figure,
    headings,
    key_height,
    point_canvas,
    write,
)
from analysis.options.figures.labels import LABEL, fitted, quoted
from analysis.options.figures.words import say
from analysis.options.hypotheses import Hypotheses, competing_hypotheses
from analysis.style import PALETTE, finish, format_number, workbook_style

MOST = 14
NAMES, TELLING = 210.0, 62.0  # points for the evidence and for how telling it is
ROW, TOTAL = 24.0, 22.0
FACES = {
    "II": "#B54A00",
    "I": "#F3BE98",
    "N": "#FFFFFF",
    "NA": "#FFFFFF",
    "C": "#BBDCEE",
    "CC": PALETTE["blue"],
    "": "#FFFFFF",
}

TEXTS = {
    "leader": {
        "it": "La meno contraddetta è {leader}: contraddizione {least} contro {second} della seconda",
        "en": "The least contradicted is {leader}: contradiction {least} against {second} of the next",
    },
    "critical": {
        "it": "La meno contraddetta è {leader}, ma basta togliere una prova perché perda il primato",
        "en": "The least contradicted is {leader}, but without a single item of evidence its lead is gone",
    },
    "alone": {
        "it": "C'è una sola ipotesi, {leader}: nulla con cui confrontarla",
        "en": "There is one hypothesis only, {leader}: nothing to compare it with",
    },
    "tied": {
        "it": "Le prove non separano le ipotesi: più d'una è la meno contraddetta",
        "en": "The evidence does not separate the hypotheses: more than one is the least contradicted",
    },
    "empty": {
        "it": "Nessuna ipotesi o nessuna prova: la matrice è vuota",
        "en": "No hypothesis or no evidence: the matrix is empty",
    },
    "subtitle": {
        "it": "Quanto ogni prova si accorda con ogni ipotesi; conta ciò che la contraddice",
        "en": "How each item of evidence fits each hypothesis; what counts is what contradicts it",
    },
    "telling": {"it": "quanto\ndistingue", "en": "how\ntelling"},
    "against": {"it": "punti di contraddizione", "en": "points of contradiction"},
    "note": {
        "it": "CC molto coerente, C coerente, N neutra, I incoerente, II molto incoerente, NA non pertinente, ? non "
        "giudicata (conta come neutra). Contraddizione: I vale 1, II vale 4. Quanto distingue: scarto tipo della riga.",
        "en": "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not applicable, ? "
        "not judged (counts as neutral). Contradiction: I counts 1, II counts 4. How telling: standard deviation of "
        "the row.",
    },
    "turning": {
        "it": " † Senza questa prova sarebbe in testa un'altra ipotesi, o nessuna.",
        "en": " † Without this item another hypothesis would lead, or none.",
    },
    "hidden": {
        "it": " Mostrate {shown} prove su {total}, quelle che distinguono di più; i totali le contano tutte.",
        "en": " Shown: the most telling {shown} of {total} items; the totals count all.",
    },
    "unread": {"it": " Celle non giudicate: {n} su {total}.", "en": " Cells not judged: {n} of {total}."},
    "source": {
        "it": "Fonte: giudizi dell'analista (options.yaml); metodo di Heuer 1999.",
        "en": "Source: the analyst's judgements (options.yaml); method of Heuer 1999.",
    },
    "part": {"it": "{title}: contraddizione {points}", "en": "{title}: contradiction {points}"},
}


@workbook_style()
def plot_hypotheses(
    matrix: pd.DataFrame, hypotheses: dict[str, str], evidence: dict[str, str], language: str = "it"
) -> Figure:
    """matrix: evidence x hypotheses in letters, as `competing_hypotheses` takes it; the other two: identifier -> title.

    Columns from the least contradicted to the most; rows from the most telling, fourteen at most.
    """
    slug, source = "options-hypotheses", say(TEXTS, "source", language)
    if matrix.empty:
        return empty_figure(say(TEXTS, "empty", language), language, slug, source)
    found = competing_hypotheses(matrix)
    order, items = list(found.by_hypothesis.index), list(found.diagnosticity.index)
    shown = items[:MOST]
    wide = (ROOM - NAMES - TELLING) / len(order)
    over, key = headings([hypotheses[name] for name in order], wide, 6, "bold")
    # Two lines at least: the heading of the last column has them.
    head = key_height(key) + LINE * max(2, *(len(lines) for lines in over)) + 8
    fig, axes, _ = point_canvas(head + ROW * len(shown) + TOTAL + 12)
    draw_key(axes, key)
    for place, lines in enumerate(over):
        look = {"va": "bottom", "ha": "center", "fontweight": "bold"}
        write(axes, EDGE + NAMES + wide * (place + 0.5), head - 5, lines, **look)
    telling = EDGE + ROOM - TELLING
    write(axes, telling + 8, head - 5, say(TEXTS, "telling", language), va="bottom", color=PALETTE["muted"])
    most = max(float(found.diagnosticity.max()), 1e-9)
    for row, item in enumerate(shown):
        top = head + ROW * row
        mark = " †" if item in found.critical else ""
        write(axes, EDGE, top + ROW / 2, fitted(evidence[item], NAMES - 8, 2, SMALL + 0.5, mark=mark), size=SMALL + 0.5)
        for place, name in enumerate(order):
            letters = matrix.loc[item, name]
            box = (EDGE + NAMES + wide * place, top, wide, ROW)
            cell(axes, box, letters or "?", FACES[letters], fontweight="bold" if letters in ("I", "II") else "normal")
        _telling(axes, telling + 8, top + ROW / 2, float(found.diagnosticity[item]), most, language)
    top = head + ROW * len(shown) + 6
    write(axes, EDGE + NAMES - 8, top + TOTAL / 2, say(TEXTS, "against", language), size=LABEL, ha="right")
    for place, name in enumerate(order):
        points = str(found.by_hypothesis.loc[name, "inconsistency"])
        box = (EDGE + NAMES + wide * place, top, wide, TOTAL)
        cell(axes, box, points, "#EDEDED", framed=name == found.leader, fontweight="bold")
    title = _title(found, order, hypotheses, language)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language),
        note=_note(found, matrix, shown, language),
        source=source,
        alt=_alt(found, hypotheses, title, language),
        slug=slug,
    )


def _telling(axes, x: float, y: float, value: float, most: float, language: str) -> None:
    axes.plot([x, x + 26 * value / most], [y, y], color=PALETTE["muted"], linewidth=4, solid_capstyle="butt")
    write(axes, x + 26 * value / most + 4, y, format_number(value, language, 1), color=PALETTE["muted"])


def _title(found: Hypotheses, order: list[str], hypotheses: dict[str, str], language: str) -> str:
    if not found.leader:
        return say(TEXTS, "tied", language)
    leader = quoted(hypotheses[found.leader], language, 300)
    if len(order) == 1:
        return say(TEXTS, "alone", language, leader=leader)
    if found.critical:
        return say(TEXTS, "critical", language, leader=leader)
    least, second = found.by_hypothesis["inconsistency"].iloc[:2]
    return say(TEXTS, "leader", language, leader=leader, least=least, second=second)


def _note(found: Hypotheses, matrix: pd.DataFrame, shown: list[str], language: str) -> str:
    note = say(TEXTS, "note", language)
    if set(found.critical) & set(shown):
        note += say(TEXTS, "turning", language)
    if len(shown) < len(matrix):
        note += say(TEXTS, "hidden", language, shown=len(shown), total=len(matrix))
    unread = int(found.by_hypothesis["unread"].sum())
    return note + (say(TEXTS, "unread", language, n=unread, total=matrix.size) if unread else "")


def _alt(found: Hypotheses, hypotheses: dict[str, str], title: str, language: str) -> str:
    parts = [
        say(TEXTS, "part", language, title=hypotheses[name], points=points)
        for name, points in found.by_hypothesis["inconsistency"].items()
    ]
    return f"{title}. {'; '.join(parts)}."
