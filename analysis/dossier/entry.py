"""What every entry of a dossier's YAML files is made of."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from analysis.dossier.dates import iso_date, iso_day

Day = Annotated[str, BeforeValidator(iso_day)]
PartialDate = Annotated[str, BeforeValidator(iso_date)]


def not_blank(text: str) -> str:
    """The same text. Raises ValueError where nothing stands in it."""
    if not text.strip():
        raise ValueError("this may not be empty")
    return text


Filled = Annotated[str, AfterValidator(not_blank)]


class Entry(BaseModel):
    """Base of all: frozen, extra keys forbidden, numbers accepted where text is wanted (a grade of 2, a year)."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True, allow_inf_nan=False)
