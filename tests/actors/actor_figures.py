"""Frames with awkward names, and every figure of actors drawn from them."""

import pandas as pd
from matplotlib.text import Text
from test_actors_dyads import event

from analysis.actors import dyads
from analysis.actors.figures import (
    plot_dyads,
    plot_dyads_over_time,
    plot_network,
    plot_positions,
    plot_power_interest,
    plot_timeline,
    plot_world,
)
from analysis.tables import make_table

NAN = float("nan")
STATES = ["RUS", "PRK", "USA", "CHN", "MLT", "TUV", "ESH", "XKX", "LUX", "ITA"]
NAMES = [
    "Stato ${}$ <b>&amp;",
    "Agenzia internazionale per l'energia atomica delle Nazioni Unite e dei suoi partner {}",
    "منظمة التعاون {}",
    "\u202enemmeno\x00 i\tcontrolli\n{}",
    "X" * 120 + "{}",
    "中国 {}",
    "z̶̢̛͓͖̤̺̅̊a̴̡̛̘l̸g̵o {}",
    "",
    "_^\\frac{{{}}}",
]


def identifier(i):
    return STATES[i] if i < len(STATES) else f"org:${i}<i>"


def frames(count):
    """Actors, events, documents, dyads by period, positions and stakeholders of `count` actors."""
    ids = [identifier(i) for i in range(count)]
    rows = []
    for i in range(count if count > 1 else 0):
        score = [10, -6, 2.5, -3][i % 4]
        date = ["2024-06-16", "2024-07", "2006", "", f"20{i % 20 + 5:02}-0{i % 9 + 1}"][i % 5]
        rows.append(event(2 * i, ids[i], ids[(i + 1) % count], score, date=date))
        if i:
            rows.append(event(2 * i + 1, ids[0], ids[i], -score, ["reported", "possible", "denied"][i % 3]))
    events = make_table("events", rows)
    actors = pd.DataFrame(
        {
            "actor_id": ids,
            "name": [NAMES[i % len(NAMES)].format(i) for i in range(count)],
            "kind": ["state" if i < len(STATES) else "igo" for i in range(count)],
            "mentions": [i % 3 for i in range(count)],
        }
    )
    documents = pd.DataFrame({"doc_id": sorted(set(events["doc_id"])), "published": "2024-08-01"})
    parts = [dyads(part).assign(period=period) for period, part in events.groupby(events["date"].str.slice(0, 7))]
    by_period = pd.concat([pd.DataFrame(columns=["period", *dyads(events).columns]), *parts]).astype({"period": "str"})
    voices = [
        {
            "position_id": f"p{i % 17}",
            "title": NAMES[i % len(NAMES)].format(i % 17),
            "actor_id": ids[i % count],
            "stance": ["agree", "disagree", "neutral"][i % 3],
            "about_id": ids[0] if i % 4 == 1 else "",
        }
        for i in range(2 * count)
    ]
    positions = pd.DataFrame(voices, columns=["position_id", "title", "actor_id", "stance", "about_id"])
    counts = [
        {"actor_id": row["actor_id"], "position_id": row["position_id"], "agree": 0, "disagree": 0, "neutral": 0}
        | {row["stance"]: 1 + i % 3}
        for i, row in enumerate(voices)
        if not row["about_id"]
    ]
    matrix = pd.DataFrame(counts, columns=["actor_id", "position_id", "agree", "disagree", "neutral"])
    matrix = matrix.drop_duplicates(["actor_id", "position_id"])
    stakeholders = pd.DataFrame(
        {
            "actor_id": ids,
            "salience": [NAN if i % 5 == 4 else 50.0 if i % 2 else float(i * 37 % 101) for i in range(count)],
            "capability": [NAN if i % 3 == 2 else 50.0 if i % 2 else float(i * 53 % 101) for i in range(count)],
            "capability_low": [10.0 if i % 4 == 0 else NAN for i in range(count)],
            "capability_high": [100.0 if i % 4 == 0 else NAN for i in range(count)],
            "basis": ["analyst" if i % 2 else "table" for i in range(count)],
        }
    )
    return actors, events, documents, by_period, positions, matrix, stakeholders


def figures(count, language="it", format="page"):
    """Every figure, by name."""
    actors, events, documents, by_period, positions, matrix, stakeholders = frames(count)
    table, look = dyads(events), {"language": language, "format": format}
    groups = {identifier(i): i % 3 for i in range(count)}
    return {
        "network": plot_network(table, actors, communities=groups, **look),
        "matrix": plot_dyads(table, actors, **look),
        "over_time": plot_dyads_over_time(by_period, actors, **look),
        "timeline": plot_timeline(events, actors, documents, **look),
        "positions": plot_positions(matrix, positions, actors, **look),
        "power": plot_power_interest(stakeholders, actors, **look),
        "world": plot_world(actors, events, **look),
    }


def texts_of(fig):
    """Every text that is drawn, with its box in pixels."""
    fig.draw_without_rendering()
    renderer = fig.canvas.get_renderer()
    found = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    # A figure on a canvas has no axis whose ticks it draws.
    inside = {id(text) for axes in fig.axes if not axes.axison for text in axes.findobj(Text)} - {
        id(text) for axes in fig.axes for text in axes.texts
    }
    return [(text, text.get_window_extent(renderer)) for text in found if id(text) not in inside]


def words(fig):
    return " ".join(text.get_text() for text, _ in texts_of(fig))
