"""Numbers and dates as readers of Italian and English write them."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal

MONTHS = {
    "it": "gen feb mar apr mag giu lug ago set ott nov dic".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}


def format_number(x: float | None, language: str = "it", digits: int = 1) -> str:
    """`x` with `digits` decimals: 1.234,5 in Italian, 1,234.5 in English; a dash where it is not known.

    Raises ValueError for a language other than `it` and `en`.
    """
    if language not in MONTHS:
        raise ValueError(f"language must be 'it' or 'en', not {language!r}")
    if x is None or math.isnan(x):
        return "–"
    # Halves go up, as readers round: 1.25 is 1,3, which float formatting would make 1,2.
    rounded = Decimal(repr(abs(float(x)))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    text = f"{rounded:,.{digits}f}"
    if language == "it":
        text = text.translate(str.maketrans(",.", ".,"))
    # A rounded -0.04 is 0,0: no sign where every digit is zero.
    return f"−{text}" if x < 0 and re.search("[1-9]", text) else text


def format_date(value: str, language: str = "it") -> str:
    """An ISO date (YYYY, YYYY-MM, YYYY-MM-DD) as `16 giu 2024`; anything else unchanged."""
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", value)
    if not match:
        return value
    year, month, day = match.groups()
    words = [str(int(day))] if day else []
    return " ".join([*words, *([MONTHS[language][int(month) - 1]] if month else []), year])
