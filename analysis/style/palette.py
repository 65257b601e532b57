"""Colours: Okabe and Ito's eight, which the colour-blind tell apart, and greys for context."""

# Okabe & Ito (2008), "Color Universal Design", https://jfly.uni-koeln.de/color/
PALETTE = {
    "blue": "#0072B2",
    "vermilion": "#D55E00",
    "green": "#009E73",
    "orange": "#E69F00",
    "purple": "#CC79A7",
    "sky": "#56B4E9",
    "yellow": "#F0E442",
    "black": "#000000",
    "text": "#222222",
    "muted": "#5A5A5A",
    "grey": "#8A8A8A",
    "light": "#CBCBCB",
    "white": "#FFFFFF",
}

# Cooperation and conflict keep one colour and one line style in every figure of the workbook.
SIGNS = {
    "cooperation": {"color": PALETTE["blue"], "linestyle": "solid"},
    "conflict": {"color": PALETTE["vermilion"], "linestyle": (0, (3.2, 1.6))},
}
