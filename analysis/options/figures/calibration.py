"""Calibration: of the forecasts given a probability, how many came true."""

from matplotlib.figure import Figure

from analysis.options.figures.canvas import empty_figure
from analysis.options.figures.labels import ACCENT, BASE, LABEL, percent
from analysis.options.figures.words import say
from analysis.options.ledger import LEAST_FOR_CALIBRATION, LedgerScores
from analysis.style import PALETTE, finish, format_number, new_figure, workbook_style

TEXTS = {
    "few": {
        "it": "{n} previsioni verificate: troppo poche per dire se chi le ha date è calibrato",
        "en": "{n} resolved forecasts: too few to say whether whoever made them is calibrated",
    },
    "few_one": {
        "it": "Una previsione verificata: troppo poco per dire se chi l'ha data è calibrato",
        "en": "One resolved forecast: too little to say whether whoever made it is calibrated",
    },
    "holds": {
        "it": "Le previsioni si sono avverate quanto dicevano, entro l'errore (gruppi: {groups})",
        "en": "Forecasts came true as often as they said, within the error (groups: {groups})",
    },
    "fails": {
        "it": "Gruppi di previsioni che si sono avverate più o meno spesso di quanto dicevano: {off} su {groups}",
        "en": "Groups of forecasts that came true more or less often than they said: {off} of {groups}",
    },
    "empty": {
        "it": "Nessuna previsione è ancora verificata: non c'è calibrazione da mostrare",
        "en": "No forecast is resolved yet: there is no calibration to show",
    },
    "subtitle": {
        "it": "Quota di previsioni avverate per probabilità data; {n} previsioni, Brier {brier} (0 è il meglio)",
        "en": "Share of forecasts that came true by the probability given; {n} forecasts, Brier {brier} (0 is best)",
    },
    "x": {"it": "probabilità data", "en": "probability given"},
    "y": {"it": "quota avverata", "en": "share that came true"},
    "perfect": {"it": "calibrazione perfetta", "en": "perfect calibration"},
    "base": {"it": "media: {share}", "en": "mean: {share}"},
    "note": {
        "it": "Punto: previsioni raggruppate per decimi di probabilità, col loro numero; linea: intervallo di Wilson "
        "al 95 %, da cui un gruppo calibrato su venti resta fuori per caso. Tratteggio: la quota di tutte.",
        "en": "Dot: forecasts grouped by tenths of probability, with their number; line: Wilson's 95% interval, "
        "outside which one calibrated group in twenty lies by chance. Dashed line: the share of all that came true.",
    },
    "least": {
        "it": " Sotto {least} previsioni la calibrazione non si giudica.",
        "en": " Below {least} forecasts calibration is not judged.",
    },
    "open": {
        "it": " Non ancora verificate o annullate: {n}.",
        "en": " Not yet resolved, or void: {n}.",
    },
    "source": {
        "it": "Fonte: previsioni con il loro esito (forecasts.yaml).",
        "en": "Source: forecasts with what became of them (forecasts.yaml).",
    },
    "part": {
        "it": "data {given}, avverate {observed} su {n} (intervallo {low}–{high})",
        "en": "given {given}, came true {observed} of {n} (interval {low}–{high})",
    },
}


@workbook_style()
def plot_calibration(scores: LedgerScores | None, unresolved: int = 0, language: str = "it") -> Figure:
    """`scores.calibration` against the diagonal, with Wilson's intervals; None where no forecast is resolved.

    unresolved: how many forecasts are not in it. Under LEAST_FOR_CALIBRATION forecasts the title says that they are too
    few, and the dots are hollow.
    """
    slug, source = "forecast-calibration", say(TEXTS, "source", language)
    if scores is None:
        return empty_figure(say(TEXTS, "empty", language), language, slug, source)
    few = scores.forecasts < LEAST_FOR_CALIBRATION
    fig = new_figure(height=3.3)
    axes = fig.add_axes((0.115, 0.13, 0.62, 0.86))
    axes.plot([0, 1], [0, 1], color=PALETTE["muted"], linewidth=0.9, zorder=1)
    axes.axhline(scores.base_rate, color=BASE, linewidth=0.9, linestyle=(0, (4, 2)), zorder=1)
    for row in scores.calibration.to_dict("records"):
        x, y = row["mean_probability"], row["observed"]
        axes.plot([x, x], [row["interval_low"], row["interval_high"]], color=ACCENT, linewidth=1.6, zorder=3)
        face = PALETTE["white"] if few else ACCENT
        axes.plot(x, y, "o", color=ACCENT, markerfacecolor=face, markersize=7, clip_on=False, zorder=4)
        look = {"xytext": (0, 3), "textcoords": "offset points", "ha": "center", "va": "bottom", "fontsize": LABEL}
        top = max(row["interval_high"], y + 0.02)
        axes.annotate(str(row["forecasts"]), (x, top), color=ACCENT, fontweight="bold", zorder=5, **look)
    axes.text(1.06, 1.0, say(TEXTS, "perfect", language), fontsize=LABEL, va="center", color=PALETTE["muted"])
    base = min(max(scores.base_rate, 0.0), 0.92)
    mean = say(TEXTS, "base", language, share=percent(scores.base_rate, language))
    axes.text(1.06, base, mean, fontsize=LABEL, va="center", color=PALETTE["muted"])
    axes.set_xlim(-0.03, 1.03)
    axes.set_ylim(-0.02, 1.08)
    ticks = [0, 0.25, 0.5, 0.75, 1]
    axes.set_xticks(ticks, [percent(x, language) for x in ticks])
    axes.set_yticks(ticks, [percent(x, language) for x in ticks])
    axes.set_xlabel(say(TEXTS, "x", language))
    axes.set_ylabel(say(TEXTS, "y", language))
    title = _title(scores, few, language)
    note = say(TEXTS, "note", language)
    note += say(TEXTS, "least", language, least=LEAST_FOR_CALIBRATION) if few else ""
    note += say(TEXTS, "open", language, n=unresolved) if unresolved else ""
    brier = format_number(scores.brier, language, 2)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language, n=scores.forecasts, brier=brier),
        note=note,
        source=source,
        alt=_alt(scores, title, language),
        slug=slug,
    )


def _title(scores: LedgerScores, few: bool, language: str) -> str:
    if few:
        return say(TEXTS, "few" if scores.forecasts > 1 else "few_one", language, n=scores.forecasts)
    found = scores.calibration
    inside = found["mean_probability"].between(found["interval_low"], found["interval_high"])
    return say(TEXTS, "holds" if inside.all() else "fails", language, off=int((~inside).sum()), groups=len(found))


def _alt(scores: LedgerScores, title: str, language: str) -> str:
    parts = [
        say(
            TEXTS,
            "part",
            language,
            given=percent(row["mean_probability"], language),
            observed=round(row["observed"] * row["forecasts"]),
            n=row["forecasts"],
            low=percent(row["interval_low"], language),
            high=percent(row["interval_high"], language),
        )
        for row in scores.calibration.to_dict("records")
    ]
    return f"{title}. {'; '.join(parts)}."
