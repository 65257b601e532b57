"""What the tests of the options' figures share: a ranking with awkward titles, and what every figure must satisfy."""

from matplotlib.text import Text

from analysis.dossier import OptionsFile
from analysis.options import rank_options

LONG = "Squadra multilaterale di monitoraggio delle sanzioni fuori dalle Nazioni Unite, con rapporti pubblici"
HOSTILE = "Costa $5 & <nulla>"
TITLES = {"o0": LONG, "o1": HOSTILE, "o2": "Fare il minimo"}


def make_ranking(lows=(60, 20, 40), criteria="abcd", draws=400, spans=(5, 15)):
    """Options o0, o1, o2 with the same lowest values under every criterion; `spans`: from there to mode and high.

    lows: one number for an option, or one for each criterion.
    """
    rows = [low if isinstance(low, tuple) else (low,) * len(criteria) for low in lows]
    cells = [
        {
            "option": f"o{n}",
            "criterion": c,
            "low": row[k],
            "mode": row[k] + spans[0],
            "high": row[k] + spans[1],
            "kind": "information",
            "evidence": ["fact:f01"] if c == "a" else [],
        }
        for n, row in enumerate(rows)
        for k, c in enumerate(criteria)
    ]
    share = 1 / len(criteria)
    file = OptionsFile(
        options=[
            {"id": i, "title": t, "hindsight": i == "o1", "forum": "g7"} for i, t in list(TITLES.items())[: len(lows)]
        ],
        criteria=[{"id": c, "title": f"Criterio {c} <b> $x$"} for c in criteria],
        weights=[
            {"id": "even", "title": "Pari", "values": dict.fromkeys(criteria, share)},
            {"id": "one", "title": "Uno solo", "values": {c: float(c == "a") for c in criteria}},
        ],
        assessments=cells,
    )
    return rank_options(file, draws=draws)


def words_of(fig):
    return " ".join(text.get_text().replace("\n", " ") for text in fig.findobj(Text))


def assert_within(fig):
    """Every text lies within the figure."""
    fig.draw_without_rendering()  # names of axes find their place only then
    width, height = fig.bbox.size
    for text in fig.findobj(Text):
        if text.get_visible() and text.get_text():
            box = text.get_window_extent(fig.canvas.get_renderer())
            assert box.x0 >= 0 and box.x1 <= width + 1 and box.y0 >= 0 and box.y1 <= height + 1, text.get_text()
