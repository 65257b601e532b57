"""From YAML values to models: every fault of a file as a Problem with its line."""

import difflib
import typing
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from analysis.dossier.yaml_files import YamlFile
from analysis.errors import Problem

Model = TypeVar("Model", bound=BaseModel)

_REMEDIES = {
    "bool_parsing": "Write true or false.",
    "bool_type": "Write true or false.",
    "dict_type": "Write keys and values below it, indented.",
    "float_parsing": "Write a number, with a point for decimals.",
    "float_type": "Write a number, with a point for decimals.",
    "int_parsing": "Write a whole number.",
    "int_type": "Write a whole number.",
    "list_type": "Write a list: each entry on a line of its own that begins with `- `.",
    "model_type": "Write keys and values below it, indented.",
    "string_type": "Write text; put it between quotation marks where YAML takes it for something else.",
    "tuple_type": "Write a list of two numbers, such as [0, 100].",
}


def validate(model: type[Model], source: YamlFile) -> tuple[Model | None, list[Problem]]:
    """The file as `model`, or None where a fault remains, and every fault that was found."""
    if source.data is None:
        return None, list(source.problems)
    try:
        found = model.model_validate(source.data)
    except ValidationError as error:
        return None, [*source.problems, *(_problem(model, source, fault) for fault in error.errors())]
    return (None if source.problems else found), list(source.problems)


def faulty_paths(model: type[BaseModel], data: dict) -> list[tuple]:
    """Where the values break the model: paths of keys and positions."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [fault["loc"] for fault in error.errors()]
    return []


def _problem(model: type[BaseModel], source: YamlFile, fault: dict) -> Problem:
    path, kind = fault["loc"], fault["type"]
    name = _dotted(path)
    if kind == "extra_forbidden":
        known = _keys(model, path[:-1])
        near = difflib.get_close_matches(str(path[-1]), known, n=1)
        remedy = f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(known)}."
        return source.problem(path, f"the key `{name}` is unknown.", remedy)
    if kind == "missing":
        return source.problem(path, f"the key `{name}` is missing.", "Add it.")
    if kind == "value_error":
        message = f"`{name}`: {fault['msg'].removeprefix('Value error, ')}."
        return source.problem(path, message, "Correct it or delete the line.")
    message = f"`{name}`: {fault['msg'][:1].lower()}{fault['msg'][1:]}."
    return source.problem(path, message, _REMEDIES.get(kind, "Correct the value."))


def _dotted(path: tuple) -> str:
    """`documents[2].published`, positions counted from 1 as an analyst counts."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def _keys(model: type[BaseModel], path: tuple) -> list[str]:
    """The keys that the model allows at a path."""
    for part in path:
        if isinstance(part, int):
            continue
        kinds = [model.model_fields[part].annotation] if part in model.model_fields else []
        while kinds and not (isinstance(kinds[0], type) and issubclass(kinds[0], BaseModel)):
            kinds = [kind for kind in typing.get_args(kinds[0]) if kind is not type(None)]
        if not kinds:
            return []
        model = kinds[0]
    return list(model.model_fields)
