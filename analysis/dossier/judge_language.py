"""Is a document in Italian? Judged by py3langid among the languages that news are written in."""

import re
from functools import lru_cache

MIN_WORDS = 30
MAX_CHARS = 20_000
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+")  # a Chinese or Japanese sign counts as a word
# without Italy's small neighbours (Corsican, Latin, …), which short Italian texts are mistaken for
_LANGUAGES = "ar de el en es fa fr he hr it ja ko nl pl pt ro ru sr sv tr uk vi zh".split()


@lru_cache(maxsize=1)
def _identifier():
    import py3langid

    py3langid.set_languages(_LANGUAGES)
    return py3langid


def judge_language(text: str) -> str:
    """ISO 639-1 code of the text's language; "" where it has fewer than 30 words and cannot be judged."""
    if len(_WORD.findall(text[:MAX_CHARS])) < MIN_WORDS:
        return ""
    return str(_identifier().classify(text[:MAX_CHARS])[0])
