"""YAML as plain values, with the line of every key: each fault is a Problem, all at once, and no file can do harm.

Dates, times and unusual numbers stay the text that was written (YAML would read 12:30 as 750); a key without value
counts as not given. Aliases are refused, so that a small file cannot grow into a large one.
"""

import re
from dataclasses import dataclass, field

import yaml

from analysis.errors import Problem

MAX_BYTES = 5_000_000
MAX_DEPTH = 40

Path_ = tuple[str | int, ...]
_TAG = "tag:yaml.org,2002:"
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9_]{0,17})")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What an escape in quotation marks can bring in, and no file or page can hold: control characters, half characters."""
_FLOAT = re.compile(r"[-+]?[0-9]*\.?[0-9]+([eE][-+]?[0-9]{1,3})?")


@dataclass(frozen=True)
class YamlFile:
    """What a YAML file says. `lines`: path of keys and positions to line, from 1. `data` is None where it is broken."""

    file: str
    data: dict | None
    lines: dict[Path_, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line(self, path: Path_) -> int | None:
        """The line of the path, or of the nearest thing above it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None

    def problem(self, path: Path_, message: str, remedy: str, *, fatal: bool = True) -> Problem:
        """A problem of this file, with the line of `path`."""
        return Problem(self.file, message, remedy, self.line(path), fatal)


def read_yaml(file: str, content: bytes, first_line: int = 1) -> YamlFile:
    """Read a YAML mapping. Never raises: what is wrong stands in `problems`.

    `first_line` is the line of the file at which the content begins (front matter).
    """

    def broken(message: str, remedy: str, line: int | None = None) -> YamlFile:
        line = line and line + first_line - 1
        return YamlFile(file, None, {}, (Problem(file, message, remedy, line),))

    if len(content) > MAX_BYTES:
        return broken(f"the file has more than {MAX_BYTES:,} bytes.", "Shorten it or split the dossier.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return broken("the file is not UTF-8.", "Save it with the encoding UTF-8.", line)
    try:
        unsafe = _unsafe(text)
        if unsafe:
            return broken(*unsafe)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "it cannot be read"
        remedy = "Correct the line or the one above it: indentation, colons, quotation marks and brackets."
        return broken(f"this is not valid YAML: {what}.", remedy, mark.line + 1 if mark else None)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return broken("a control character stands in the file.", "Delete it: YAML is plain text.", line)
    except (yaml.YAMLError, ValueError, RecursionError):
        return broken("this is not valid YAML.", "Compare it with the example in the documentation.")
    if root is None:
        return YamlFile(file, {}, {(): first_line})
    if not isinstance(root, yaml.MappingNode):
        return broken("the file does not consist of keys and values.", "Begin lines with a key and a colon.", 1)
    builder = _Builder(file, first_line)
    data = builder.build(root, ())
    return YamlFile(file, data, builder.lines, tuple(builder.problems))


def _unsafe(text: str) -> tuple[str, str, int] | None:
    """What must not be composed: message, remedy and line; None where all is well."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            return f"the alias *{event.anchor} refers to another place.", "Write the value out.", line
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            return "a second YAML document begins here.", "Delete the line `---`.", line
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return f"the values are nested more than {MAX_DEPTH} deep.", "Flatten them.", line
    return None


class _Builder:
    """Turns composed nodes into values and notes lines and problems on the way."""

    def __init__(self, file: str, first_line: int):
        self.file, self.offset = file, first_line
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, path: Path_) -> object:
        line = node.start_mark.line + self.offset
        self.lines.setdefault(path, line)
        if not node.tag.startswith(_TAG) or node.tag.removeprefix(_TAG).startswith("python/"):
            self._add(f"the tag {node.tag[:60]} is not allowed.", "Delete it: plain values only.", line)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        if _UNPRINTABLE.search(node.value):
            self._add("the value holds a control character or half a character.", "Delete the escape (\\…).", line)
            return None
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict:
        values, seen = {}, {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.offset
            if not isinstance(key_node, yaml.ScalarNode):
                self._add("a key is a list or a mapping.", "Use a word as the key.", line)
                continue
            key = key_node.value
            if _UNPRINTABLE.search(key):
                self._add("a key holds a control character or half a character.", "Delete the escape (\\…).", line)
                continue
            if key in seen:
                self._add(f"the key `{key}` stands twice, first in line {seen[key]}.", "Keep one of the two.", line)
                continue
            seen[key] = self.lines[(*path, key)] = line
            value = self.build(value_node, (*path, key))
            if value is not None:
                values[key] = value
        return values

    def _add(self, message: str, remedy: str, line: int) -> None:
        self.problems.append(Problem(self.file, message, remedy, line))


def _scalar(node: yaml.ScalarNode) -> object:
    kind, value = node.tag.removeprefix(_TAG), node.value
    if kind == "null":
        return None
    if kind == "bool":
        return yaml.SafeLoader.bool_values.get(value.lower(), value)
    if kind == "int" and _INTEGER.fullmatch(value):
        return int(value)
    if kind == "float" and _FLOAT.fullmatch(value):
        return float(value)
    return value
