"""Signed networks for tests: as dyad tables, by hand, and Read's Highland tribes."""

import pandas as pd

from analysis.actors.network import network

TRIBES = """
gavev kotun+ ove- alika- nagam- gahuk- asaro- nagad+ gama+
kotun ove- nagam- gahuk- notoh- kohik- nagad+ gama+
ove alika+ gahuk+ masil+ ukudz+
alika ukudz+
nagam masil+ notoh+ seuve+ nagad- gama-
gahuk masil+ ukudz+ notoh- geham+ asaro+ uheto- gama-
masil ukudz+ geham+ asaro+ uheto+
ukudz geham+ asaro+ seuve-
notoh kohik+ geham- uheto+ nagad-
kohik geham- uheto+ nagad-
geham asaro+ uheto- nagad- gama-
asaro seuve- nagad- gama-
uheto seuve+ nagad- gama-
seuve gama-
nagad gama+
"""
"""Alliances and feuds of 16 Gahuku-Gama tribes (Read 1954, as in Hage & Harary 1983): 58 ties, 29 of each sign."""


def table(rows):
    """(source, target, weighted cooperation, weighted conflict) as a dyad table."""
    columns = ["source", "target", "cooperation_weighted", "conflict_weighted"]
    frame = pd.DataFrame(rows, columns=columns).astype({name: "float64" for name in columns[2:]})
    return frame.assign(
        cooperation=frame["cooperation_weighted"],
        conflict=frame["conflict_weighted"],
        incidents=1,
        event_ids=[f"ev-{i}" for i in range(len(frame))],
    )


def signed(ties):
    """{(a, b): +1 or -1} as a network."""
    return network(table([(a, b, float(sign > 0), float(sign < 0)) for (a, b), sign in ties.items()]))


def tribes():
    """The Highland tribes as {(a, b): sign}."""
    ties = {}
    for line in TRIBES.split("\n"):
        first, *others = line.split() or [""]
        ties |= {(first, other[:-1]): 1 if other[-1] == "+" else -1 for other in others}
    return ties
