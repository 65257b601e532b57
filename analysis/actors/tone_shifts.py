"""What makes a judging word no judgement, or its opposite: negation, conditions, and the views of others."""

from collections.abc import Container

from analysis.actors.tone_lexicon import tone_words

ENDS = frozenset(".;:!?")
BREAKS = ENDS | frozenset([",", "(", ")", "–", "—", "che", "ma", "mentre", "perché", "quando", "dove", "cui", "però"])
ARTICLES = frozenset("il lo la i gli le l' un uno una un' stesso stessa stessi stesse".split())
INDEFINITE = frozenset(["un", "una", "uno", "un'"])
PREPOSITIONS = {
    form: base
    for base, forms in {
        "di": "di del dello della dei degli delle dell' d'",
        "a": "a ad al allo alla ai agli alle all'",
        "da": "da dal dallo dalla dai dagli dalle dall'",
        "in": "in nel nello nella nei negli nelle nell'",
        "con": "con col coi",
        "su": "su sul sullo sulla sui sugli sulle sull'",
        "per": "per pel",
        "tra": "tra fra",
        "contro": "contro verso",
    }.items()
    for form in forms.split()
}
NEAR, FAR = 4, 10
"""Words over which a subject, and a copula or a stance, may stand from the judging word."""


def shift(words: list[str], named: Container[int], first: int, start: int) -> str:
    """negated: a negation in words first..start; unreal: a condition, duty or question around; nested: another's view;
    "" otherwise. `named`: the places where an actor's name begins; `start`: where the judging word begins.
    """
    begin = start
    while begin > 0 and words[begin - 1] not in ENDS:
        begin -= 1
    stop = start
    while stop < len(words) and words[stop] not in ENDS:
        stop += 1
    if _nested(words, named, begin, start):
        return "nested"
    if stop < len(words) and words[stop] == "?":
        return "unreal"
    if any(word in tone_words().lexicon.unreal for word in words[max(begin, start - FAR) : start]):
        return "unreal"
    for position in range(max(begin, first), start):
        after = words[position + 1] if position + 1 < len(words) else ""
        if tone_words().negations.at(words, position) and after not in ("solo", "soltanto", "solamente"):
            return "negated"
    return ""


def skip_articles(words: list[str], position: int) -> int:
    """The next place from `position` on where no article stands."""
    while position < len(words) and words[position] in ARTICLES:
        position += 1
    return position


def _nested(words: list[str], named: Container[int], begin: int, start: int) -> bool:
    """Whether somebody else's view is given: "X pensa che …", "secondo X …", "X considera Y …"."""
    tone = tone_words()
    for position in range(begin, start):
        word = words[position]
        if word in ("secondo", "per") and skip_articles(words, position + 1) in named:
            if word == "secondo" or position == begin or words[position - 1] in (",", ":"):
                return True
        if word in tone.views:
            return True
        if word in tone.sayings and {"che", "di"} & set(words[position + 1 : min(position + NEAR + 3, start)]):
            return True
    return False
