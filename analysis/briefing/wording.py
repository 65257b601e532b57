"""The brief's words in one language, read from `data/templates/brief.yaml`."""

from dataclasses import dataclass

import yaml

from analysis.paths import DATA


@dataclass(frozen=True)
class Wording:
    """The words of one language. `language` is `it` or `en`."""

    language: str
    words: dict

    def sentence(self, key: str, **values: object) -> str:
        """The sentence `key` with its placeholders filled."""
        return self.words["sentences"][key][self.language].format(**values)

    def section(self, key: str) -> str:
        return self.words["sections"][key][self.language]

    def word(self, key: str):
        return self.words[key][self.language]


def load_wording(language: str) -> Wording:
    """Read the words; `language` other than `en` gives Italian, the language of the articles."""
    words = yaml.safe_load((DATA / "templates" / "brief.yaml").read_text(encoding="utf-8"))
    return Wording("en" if language == "en" else "it", words)
