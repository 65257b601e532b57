"""How lines of options look."""

from analysis.style import PALETTE

LOOKS = (
    {"color": PALETTE["blue"], "linestyle": "solid", "linewidth": 2.2},
    {"color": PALETTE["vermilion"], "linestyle": (0, (4, 1.6)), "linewidth": 1.7},
    {"color": PALETTE["green"], "linestyle": (0, (1.2, 1.2)), "linewidth": 1.9},
    {"color": PALETTE["black"], "linestyle": (0, (5, 1.5, 1.2, 1.5)), "linewidth": 1.3},
    {"color": PALETTE["purple"], "linestyle": (0, (8, 2)), "linewidth": 1.5},
)
"""Lines that are told apart in colour and in black and white; options beyond these are thin and grey."""
