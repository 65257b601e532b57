"""Regret: what each option would cost in each scenario against the best one there, and which rule chooses it."""

from matplotlib.colors import LinearSegmentedColormap
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
from analysis.options.figures.labels import LABEL, fitted, listed, percent, quoted
from analysis.options.figures.words import say
from analysis.options.scenarios import Decision
from analysis.style import PALETTE, finish, format_number, workbook_style, wrap

NAMES, RULES = 118.0, 118.0  # points for the options' names and for the rules beside the table
MOST = 10
HEADING_LINES = 5
SHADES = LinearSegmentedColormap.from_list("regret", ["#FFFFFF", "#F6CBA9", PALETTE["vermilion"], "#7A3500"])

TEXTS = {
    "all": {"it": "Ogni regola sceglie {best}", "en": "Every rule chooses {best}"},
    "differ": {
        "it": "Le regole non concordano; il rammarico massimo più piccolo ({regret}) è di {best}",
        "en": "The rules disagree; the smallest greatest regret ({regret}) is that of {best}",
    },
    "empty": {
        "it": "Nessuno scenario cambia un punteggio: non c'è rammarico da calcolare",
        "en": "No scenario changes a score: there is no regret to compute",
    },
    "subtitle": {
        "it": "Rammarico: punti di punteggio (0–100) in meno dell'opzione migliore in quello scenario",
        "en": "Regret: points of score (0–100) less than the best option in that scenario",
    },
    "chosen": {"it": "Scelta da", "en": "Chosen by"},
    "no_rule": {"it": "nessuna regola", "en": "no rule"},
    "probability": {"it": "prob.", "en": "prob."},
    "note": {
        "it": "Riquadro nero: il rammarico massimo dell'opzione. Opzioni dal rammarico massimo più piccolo al più "
        "grande.",
        "en": "Black frame: the option's greatest regret. Options from the smallest greatest regret to the largest.",
    },
    "no_probability": {
        "it": " Nessuno ha dato probabilità agli scenari: mancano le regole che ne hanno bisogno.",
        "en": " Nobody gave the scenarios probabilities: the rules that need them are missing.",
    },
    "probability_note": {
        "it": " Probabilità degli scenari: dell'analista.",
        "en": " Probabilities of the scenarios: the analyst's.",
    },
    "independent": {
        "it": " Gli esiti dei diversi imponderabili sono presi come indipendenti.",
        "en": " The outcomes of different unknowns are taken as independent.",
    },
    "hidden": {
        "it": " Mostrati {shown} scenari su {total}, quelli con i rammarichi più grandi.",
        "en": " Shown: {shown} of {total} scenarios, those with the greatest regrets.",
    },
    "source": {
        "it": "Fonte: valutazioni, pesi e scenari dell'analista (options.yaml). Regole: Luce e Raiffa 1957, "
        "Savage 1951.",
        "en": "Source: the analyst's assessments, weights and scenarios (options.yaml). Rules: Luce and Raiffa 1957, "
        "Savage 1951.",
    },
    "maximin": {"it": "maximin", "en": "maximin"},
    "maximax": {"it": "maximax", "en": "maximax"},
    "hurwicz": {"it": "Hurwicz", "en": "Hurwicz"},
    "laplace": {"it": "Laplace", "en": "Laplace"},
    "regret": {"it": "rammarico massimo", "en": "greatest regret"},
    "expected": {"it": "valore atteso", "en": "expected value"},
    "expected_regret": {"it": "rammarico atteso", "en": "expected regret"},
}


@workbook_style()
def plot_regret(decision: Decision | None, titles: dict[str, str], language: str = "it") -> Figure:
    """`decision.regret` as a table with shades and numbers; beside it the rules that choose each option.

    decision: of weighted scores from 0 to 1, its columns named as a reader is to see them; None where there is no
    scenario. titles: option -> title.
    """
    slug, source = "options-regret", say(TEXTS, "source", language)
    if decision is None:
        return empty_figure(say(TEXTS, "empty", language), language, slug, source)
    greatest = decision.regret.max(axis=1)
    options = list(greatest.round(9).sort_values(kind="stable").index)
    worst = decision.regret.max()
    kept = set(worst.sort_values(ascending=False, kind="stable").index[:MOST])
    scenarios = [name for name in decision.regret.columns if name in kept]
    names = [fitted(titles[option], NAMES - 8, 3) for option in options]
    rules = [wrap(_rules(decision, option, language), RULES - 8, SMALL) for option in options]
    room = ROOM - NAMES - RULES
    wide = room / len(scenarios)
    over, key = headings(scenarios, wide, HEADING_LINES)
    head = key_height(key) + 8 + LINE * max(len(lines) for lines in over)
    head += 12 if decision.probabilities is not None else 0
    row_high = max(22.0, *(9.8 * len(lines) + 6 for lines in [*names, *rules]))
    fig, axes, _ = point_canvas(head + row_high * len(options) + 4)
    draw_key(axes, key)
    for place, name in enumerate(scenarios):
        middle = EDGE + NAMES + wide * (place + 0.5)
        floor = head - 5
        if decision.probabilities is not None:
            chance = percent(float(decision.probabilities[name]), language)
            write(axes, middle, floor, chance, va="bottom", ha="center", color=PALETTE["muted"])
            floor -= 12
        write(axes, middle, floor, over[place], va="bottom", ha="center")
    if decision.probabilities is not None:
        look = {"va": "bottom", "ha": "right", "color": PALETTE["muted"]}
        write(axes, EDGE + NAMES - 6, head - 5, say(TEXTS, "probability", language), **look)
    write(axes, EDGE + NAMES + room + 8, head - 5, say(TEXTS, "chosen", language), va="bottom", fontweight="bold")
    scale = max(float(greatest.max()), 1e-9)
    for row, option in enumerate(options):
        top = head + row_high * row
        write(axes, EDGE, top + row_high / 2, names[row], size=LABEL)
        for place, name in enumerate(scenarios):
            value = float(decision.regret.loc[option, name])
            framed = value > 0 and round(value, 9) == round(float(greatest[option]), 9)
            box = (EDGE + NAMES + wide * place, top, wide, row_high)
            number = format_number(100 * value, language, 0 if scale >= 0.05 else 1)
            cell(axes, box, number, SHADES(value / scale), framed=framed, fontweight="bold" if framed else "normal")
        chosen = bool(_chosen(decision, option))
        ink = PALETTE["text"] if chosen else PALETTE["grey"]
        write(axes, EDGE + NAMES + room + 8, top + row_high / 2, rules[row], color=ink)
    title = _title(decision, options, titles, language)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language),
        note=_note(decision, scenarios, language),
        source=source,
        alt=_alt(decision, options, titles, title, language),
        slug=slug,
    )


def _chosen(decision: Decision, option: str) -> list[str]:
    return [rule for rule, best in decision.best.items() if option in best.split("|")]


def _rules(decision: Decision, option: str, language: str) -> str:
    found = [say(TEXTS, rule, language) for rule in _chosen(decision, option)]
    return ", ".join(found) if found else say(TEXTS, "no_rule", language)


def _title(decision: Decision, options: list[str], titles: dict[str, str], language: str) -> str:
    everywhere = [option for option in options if len(_chosen(decision, option)) == len(decision.best)]
    if everywhere:
        return say(TEXTS, "all", language, best=listed([quoted(titles[o], language) for o in everywhere], language))
    least = decision.best["regret"].split("|")
    best = listed([quoted(titles[option], language) for option in least], language)
    regret = format_number(100 * float(decision.rules.loc[least[0], "regret"]), language, 0)
    return say(TEXTS, "differ", language, best=best, regret=regret)


def _note(decision: Decision, scenarios: list[str], language: str) -> str:
    note = say(TEXTS, "note", language)
    if len(scenarios) < len(decision.regret.columns):
        note += say(TEXTS, "hidden", language, shown=len(scenarios), total=len(decision.regret.columns))
    if decision.probabilities is not None and any(" · " in name for name in scenarios):
        note += say(TEXTS, "independent", language)
    return note + say(TEXTS, "no_probability" if decision.probabilities is None else "probability_note", language)


def _alt(decision: Decision, options: list[str], titles: dict[str, str], title: str, language: str) -> str:
    parts = []
    for option in options:
        regrets = ", ".join(
            f"{name} {format_number(100 * value, language, 0)}" for name, value in decision.regret.loc[option].items()
        )
        parts.append(f"{titles[option]}: {regrets} ({_rules(decision, option, language)})")
    return f"{title}. {'; '.join(parts)}."
