"""From the long list to the short one: what is left out, and why, in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile

COLUMNS = ["option", "title", "on_short_list", "reason", "constraint", "evidence", "author"]


def short_list(found: OptionsFile) -> pd.DataFrame:
    """One row per option, in the order of the file.

    on_short_list: False where the analyst dropped it or it fails a constraint; a constraint that nobody could judge
    does not drop it. reason: the analyst's words, or the note of the failed check, or "" where there is none.
    constraint: the identifiers of failed constraints, joined by "|". evidence, author: of the failed checks.
    """
    failed: dict[str, list] = {}
    for check in found.constraint_checks:
        if check.verdict == "fail":
            failed.setdefault(check.option, []).append(check)
    titles = {constraint.id: constraint.title for constraint in found.constraints}
    rows = []
    for option in found.options:
        checks = sorted(failed.get(option.id, []), key=lambda check: check.constraint)
        reasons = [option.dropped] if option.dropped else []
        reasons += [f"✗ {': '.join(filter(None, (titles[check.constraint], check.note)))}" for check in checks]
        rows.append(
            {
                "option": option.id,
                "title": option.title,
                "on_short_list": not reasons,
                "reason": "; ".join(reasons),
                "constraint": "|".join(check.constraint for check in checks),
                "evidence": "|".join(dict.fromkeys(ref for check in checks for ref in check.evidence)),
                "author": "|".join(dict.fromkeys(check.author for check in checks if check.author)),
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def constraint_table(found: OptionsFile) -> pd.DataFrame:
    """Options x constraints: pass, fail, unknown; "" where nobody looked."""
    table = pd.DataFrame(
        "", index=[option.id for option in found.options], columns=[constraint.id for constraint in found.constraints]
    )
    for check in found.constraint_checks:
        table.loc[check.option, check.constraint] = check.verdict
    return table.rename_axis(index="option", columns="constraint")


def missing_baselines(found: OptionsFile) -> list[str]:
    """Which of "do_nothing" and "do_minimum" no option stands for: without them nothing is compared with today."""
    present = {option.baseline for option in found.options}
    return [baseline for baseline in ("do_nothing", "do_minimum") if baseline not in present]
