"""Italian inflection: forms back to lexicon words, for where the lemmatizer erred."""

from analysis.language.lexicons import load_lexicon

_ENDINGS = {
    "are": "o i a iamo ate ano avo ava avano ò arono erà eranno erebbe erebbero ando asse assero ino ato ata ati ate",
    "ere": "o i e iamo ete ono evo eva evano é erono erà eranno erebbe erebbero endo esse essero ano uto uta uti ute",
    "ire": "o i e iamo ite ono ivo iva ivano ì irono irà iranno irebbe irebbero endo isse issero ano ito ita iti ite",
}
SHORTEST_BASE = 5  # letters: `fare`, `dare`, `dire` end many verbs that are not made of them
_ISC = "isco isci isce iscono isca iscano"


def verb_forms(infinitive: str) -> set[str]:
    """The regular forms of a verb (third person above all), the infinitive, and the irregular ones of the lexicon."""
    if infinitive.endswith("si"):
        return {infinitive}
    stem, ending = infinitive[:-3], infinitive[-3:]
    if ending not in _ENDINGS:
        return {infinitive, *_irregular(infinitive)}
    forms = {infinitive, infinitive[:-1], *_irregular(infinitive)}
    for suffix in _ENDINGS[ending].split() + (_ISC.split() if ending == "ire" else []):
        forms.add(_join(stem, suffix, ending))
    return forms


def _irregular(infinitive: str) -> set[str]:
    """The irregular forms of a verb; those of a verb with a prefix (`imporre`) are those of the verb it is made of."""
    known = load_lexicon("irregular").verbs
    if infinitive in known:
        return set(known[infinitive])
    for cut in range(1, len(infinitive) - SHORTEST_BASE + 1):
        if infinitive[cut:] in known:
            return {infinitive[:cut] + form for form in known[infinitive[cut:]]}
    return set()


def _join(stem: str, suffix: str, ending: str) -> str:
    if ending == "are" and stem[-1] in "cg" and suffix[0] in "ie":
        return stem + "h" + suffix
    if stem[-1] == "i" and suffix[0] in "ie" and ending == "are":
        return stem + suffix[1:] if suffix[0] == "i" else stem[:-1] + suffix
    return stem + suffix


def noun_forms(noun: str) -> set[str]:
    """A noun with its regular plural."""
    if noun[-1] in "aoe":
        last = "e" if noun[-1] == "a" else "i"
        stem = noun[:-1]
        if noun[-1] == "a" and stem[-1] in "cg":
            stem += "h"
        if noun[-1] == "o" and stem.endswith("i"):
            return {noun, stem}
        plurals = {stem + last, stem + "hi"} if noun[-1] == "o" and stem[-1] in "cg" else {stem + last}
        return {noun} | plurals
    return {noun}
