"""Paths as papermill takes them: it fills {placeholders} in every path."""


def literal_path(path: object) -> str:
    """The path with its braces doubled, so that papermill leaves it as it is."""
    return str(path).replace("{", "{{").replace("}", "}}")
