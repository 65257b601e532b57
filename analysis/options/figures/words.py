"""The words of the figures, in Italian and English, and the labels that they share."""

from analysis.options.ranking import Ranking
from analysis.style import PALETTE, format_number, shorten, wrap

WORDS = {
    "source": {
        "it": "Fonte: valutazioni e pesi dell'analista (options.yaml).",
        "en": "Source: the analyst's assessments and weights (options.yaml).",
    },
    "hindsight": {"it": " * Col senno di poi.", "en": " * With hindsight."},
    "quoted": {"it": "«{text}»", "en": "“{text}”"},
    "performance_title": {
        "it": "{information} valutazioni su {total} sono informazioni con prove; le altre sono giudizi",
        "en": "{information} of {total} assessments are information with evidence; the others are judgements",
    },
    "performance_subtitle": {
        "it": "Valutazione per criterio: 100 è l'estremo migliore della scala dichiarata, 0 il peggiore",
        "en": "Assessment by criterion: 100 is the best end of the declared scale, 0 the worst",
    },
    "performance_note": {
        "it": "Punto: valore più probabile, pieno dove è un'informazione con prove, vuoto dove è un giudizio; linea: "
        "dal valore più basso al più alto. Opzioni in ordine di punteggio con i pesi {weights}.",
        "en": "Dot: most likely value, filled where it is information with evidence, open where it is a judgement; "
        "line: from the lowest to the highest value. Options in the order of their score under the weights {weights}.",
    },
    "scores_title": {
        "it": "{first} ha il punteggio più alto, {score} su 100",
        "en": "{first} has the highest score, {score} of 100",
    },
    "scores_overlap": {
        "it": "{first} ha il punteggio più alto, ma i punteggi si sovrappongono",
        "en": "{first} has the highest score, but the scores overlap",
    },
    "scores_tie": {
        "it": "{count} opzioni hanno lo stesso punteggio, il più alto: {score} su 100",
        "en": "{count} options share the highest score, {score} of 100",
    },
    "scores_subtitle": {
        "it": "Punteggio ponderato da 0 a 100, pesi {weights}",
        "en": "Weighted score from 0 to 100, weights {weights}",
    },
    "scores_note": {
        "it": "Punto e numero: punteggio medio. Banda: il 90 % centrale di {draws} estrazioni; linea sottile: "
        "dal punteggio più basso al più alto possibile.",
        "en": "Dot and number: mean score. Band: the middle 90% of {draws} draws; thin line: from the "
        "lowest to the highest possible score.",
    },
    "scores_others": {
        "it": " Rombi: con gli altri insiemi di pesi ({others}).",
        "en": " Diamonds: under the other sets of weights ({others}).",
    },
    "acceptability_separated": {
        "it": "{first} supera {second} in {share} estrazioni su 100",
        "en": "{first} beats {second} in {share} of every 100 draws",
    },
    "nearly_all": {"it": "oltre 99", "en": "more than 99"},
    "acceptability_open": {
        "it": "I punteggi non separano {first} da {second}",
        "en": "The scores do not separate {first} from {second}",
    },
    "acceptability_subtitle": {
        "it": "Quota delle estrazioni in cui l'opzione ottiene ciascun posto, in %, pesi {weights}",
        "en": "Share of the draws in which the option takes each rank, in %, weights {weights}",
    },
    "acceptability_note": {
        "it": "{draws} estrazioni di punteggi entro gli intervalli; errore al più {error} punti. Quote sotto il "
        "{least} senza numero. La quota non è una probabilità che l'opzione riesca.",
        "en": "{draws} draws of scores within their intervals; error at most {error} points. Shares below {least} "
        "carry no number. The share is not the likelihood that the option succeeds.",
    },
    "left_out": {
        "it": " Senza tutte le valutazioni, escluse: {titles}.",
        "en": " Not fully assessed, left out: {titles}.",
    },
    "rank": {"it": "{rank}º", "en": "{rank}{ending}"},
}
LABEL = 8  # font size of options' names
LABEL_WIDTH = 138  # points
BASE = PALETTE["grey"]
ACCENT = PALETTE["blue"]


def word(key: str, language: str, **values: object) -> str:
    """The wording `key`; `language` other than `en` gives Italian."""
    return WORDS[key]["en" if language == "en" else "it"].format(**values)


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
    labels = []
    for option in options:
        title = ranking.titles["options"][option] + (" *" if option in ranking.hindsight else "")
        wrapped = wrap(title, width, LABEL)
        if len(wrapped) > lines:
            last = " ".join(wrapped[lines - 1 :]).removesuffix(" *")
            mark = " *" if option in ranking.hindsight else ""
            wrapped = [*wrapped[: lines - 1], _shorten_words(last, width - 8, LABEL) + mark]
        labels.append("\n".join(wrapped))
    return labels


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


def marks(ranking: Ranking, language: str) -> str:
    """What the note adds: the asterisk explained, and the options without all cells; "" where there is neither."""
    options = list(dict.fromkeys(ranking.performance.missing["option"]))
    titles = "; ".join(ranking.titles["options"][option] for option in options)
    hindsight = word("hindsight", language) if ranking.hindsight else ""
    return hindsight + (word("left_out", language, titles=titles) if options else "")
