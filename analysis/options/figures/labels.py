"""What figures of the options share: names of options that fit, numbers in words, where labels go."""

from analysis.options.figures.words import word
from analysis.options.ranking import Ranking
from analysis.style import PALETTE, format_number, shorten, wrap

LABEL = 8  # font size of options' names
LABEL_WIDTH = 138  # points
BASE = PALETTE["grey"]
ACCENT = PALETTE["blue"]


def percent(share: float, language: str, digits: int = 0) -> str:
    """A share as per cent: `62 %` in Italian, `62%` in English; never 0 or 100 for what only rounds to it."""
    number = format_number(100 * share, language, digits)
    if digits == 0 and 0 < share < 0.005:
        number = "<1"
    if digits == 0 and 0.995 <= share < 1:
        number = ">99"
    return f"{number}%" if language == "en" else f"{number} %"


def quoted(title: str, language: str, width: float = 260) -> str:
    """An option's title in quotation marks, shortened to `width` points of a figure's title."""
    return word("quoted", language, text=_shorten_words(title, width, 12, "bold"))


def weights_name(ranking: Ranking, language: str) -> str:
    return word("quoted", language, text=ranking.titles["weights"][ranking.weight_set])


def option_labels(ranking: Ranking, options: list[str], lines: int = 3, width: float = LABEL_WIDTH) -> list[str]:
    """Options' names, at most `lines` lines of `width` points; an asterisk marks one that is there with hindsight."""
    titles = ranking.titles["options"]
    return ["\n".join(fitted(titles[o], width, lines, mark=hindsight_mark(ranking, o))) for o in options]


def hindsight_mark(ranking: Ranking, option: str) -> str:
    """The asterisk behind the name of an option that is there with hindsight, or nothing."""
    return " *" if option in ranking.hindsight else ""


def fitted(
    text: str, width: float, lines: int, size: float = LABEL, weight: str = "normal", mark: str = ""
) -> list[str]:
    """`text` and `mark` in at most `lines` lines of `width` points; what does not fit ends in an ellipsis."""
    wrapped = wrap(text + mark, width, size, weight)
    if len(wrapped) <= lines:
        return wrapped
    last = " ".join(wrapped[lines - 1 :]).removesuffix(mark)
    return [*wrapped[: lines - 1], _shorten_words(last, width - size, size, weight) + mark]


def listed(names: list[str], language: str) -> str:
    """`A`, `A e B`, `A, B e C`."""
    joint = word("and", language)
    return joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def spread(places: list[float], gap: float, lowest: float, highest: float) -> list[float]:
    """The places moved apart, in the same order, so that neighbours are `gap` apart, within the bounds if they can."""
    order = sorted(range(len(places)), key=lambda i: (places[i], i))
    moved = list(places)
    floor = lowest
    for i in order:
        moved[i] = floor = max(places[i], floor)
        floor += gap
    ceiling = highest
    for i in reversed(order):
        moved[i] = min(moved[i], ceiling)
        ceiling = moved[i] - gap
    return moved


def ordinal(rank: int, language: str) -> str:
    """`1º` in Italian, `1st` in English."""
    ending = "th" if rank in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return word("rank", language, rank=rank, ending=ending)


def _shorten_words(text: str, width: float, size: float, weight: str = "normal") -> str:
    """As `style.shorten`, but cut between two words where there is a place for it."""
    short = shorten(text, width, size, weight)
    if not short.endswith("…") or " " not in short:
        return short
    words = short.removesuffix("…").split(" ")
    # The last word stays only where the cut fell right behind it.
    kept = words if text.startswith(" ".join(words) + " ") else words[:-1]
    while len(kept) > 1 and len(kept[-1]) <= 3:
        kept = kept[:-1]
    return " ".join(kept).rstrip(",;:") + "…"


def row_height(labels: list[str], least: float) -> float:
    """Inches a row of a chart with these labels needs."""
    return max(least, max(label.count("\n") + 1 for label in labels) * LABEL * 1.25 / 72 + 0.12)


def label_rows(axes, labels: list[str]) -> None:
    """The first option at the top, names left of the axis, in the same size everywhere."""
    axes.set_yticks(range(len(labels)), labels, fontsize=LABEL, linespacing=1.2)
    axes.set_ylim(len(labels) - 0.5, -0.5)


def marks(ranking: Ranking, language: str, shown: list[str] | None = None) -> str:
    """What the note adds: the asterisk explained, and the options without all cells; "" where there is neither.

    shown: the options that the figure names, where it does not name all.
    """
    options = list(dict.fromkeys(ranking.performance.missing["option"]))
    titles = "; ".join(ranking.titles["options"][option] for option in options)
    marked = set(ranking.hindsight) & set(ranking.order if shown is None else shown)
    hindsight = word("hindsight", language) if marked else ""
    return hindsight + (word("left_out", language, titles=titles) if options else "")
