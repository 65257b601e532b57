"""Tokenizer rules for Italian news, on top of spaCy's own Italian rules.

`configure` changes a pipeline's tokenizer in place. All rules live in the tokenizer's expressions and
special cases, which spaCy saves with the pipeline, so a saved pipeline loads without this module.
"""

import re

from spacy.lang.char_classes import ALPHA
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Articles, prepositions and other words that lose their last vowel. As whole tokens they keep their
# apostrophe even before a space ("l' altro"), where the closing-quote rule would cut it off.
ELIDED = (
    "l|un|d|c|s|t|m|v|n|all|dall|dell|nell|sull|coll|quell|quest|bell|sant|tutt|quant|cos|com|dov|"
    "anch|senz|mezz|nient|cinquant|quarant|trent|gl|dev|quand|vent|qualcos|qualcun|alcun|nessun|ciascun|buon|po"
)
CASES = (
    "km/h",
    "m/s",
    "e/o",
    "S.p.A.",
    "s.l.m.",
    "a.C.",
    "d.C.",
    "on.",
    "On.",
    "dott.",
    "sen.",
    "Sen.",
    "gen.",
    "Gen.",
    "Mr.",
    "Mrs.",
    "Dr.",
    "n.",
    "p.es.",
    "St.",
    "po'",
    "po’",
    "mo'",
    "E'",
    "E’",
    "E`",
)


def configure(nlp):
    """Set the project's tokenizer rules on `nlp` (a `spacy.Language` for Italian) and return it."""
    defaults = nlp.Defaults
    dashes = "–—"
    # Hyphenated words stay whole (anti-russo, nord-est, G-7) as in the treebanks; spaCy splits them.
    infixes = [rule for rule in defaults.infixes if not (isinstance(rule, str) and "(?:-|" in rule)]
    infixes += [
        rf"(?<=[{ALPHA}]['’])[\"“«](?=\w)",
        rf"(?<=[{ALPHA}]['’])(?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA}0-9,;:.])[{dashes}](?=[{ALPHA}])",
        r"(?<=\))-(?=\w)",
        r"\)(?=-\w)",
    ]
    tokenizer = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex(
        [r"['’][0-9][0-9](?![0-9])", *defaults.prefixes, f"[{dashes}]"]
    ).search
    tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, f"[{dashes}]"]).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = re.compile(rf"^(?:{ELIDED})['’]$|^(?:[A-Z]\.){{2,}}$", re.IGNORECASE).match
    for text in CASES:
        tokenizer.add_special_case(text, [{"ORTH": text}])
    for word in ELIDED.split("|"):
        for form in (word, word.capitalize(), word.upper()):
            # The embedding reads the norm: with it a typographic apostrophe means the same as a plain one.
            tokenizer.add_special_case(f"{form}’", [{"ORTH": f"{form}’", "NORM": f"{word}'"}])
    return nlp
