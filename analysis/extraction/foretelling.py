"""Which verbs tell what is to come: the future, "dovrebbe" that foresees, "potrebbe", what hangs on a condition."""

from analysis.extraction.advice import Said
from analysis.extraction.horizons import Calendar
from analysis.extraction.modality import predicts
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_start
from analysis.language.spans import is_gerund, is_infinitive, verb_group
from analysis.language.words import Word

_WHILE = frozenset({"finché", "quando", "se", "mentre", "appena", "qualora", "dopo", "prima", "purché"})


def foretold(verb: Word, said: Said, calendar: Calendar) -> str:
    """The rule by which a verb tells what is to come, or ""."""
    group = verb_group(verb)
    if not group.mood:
        return ""
    if is_gerund(verb) or any(t.lower_ in _WHILE and t.dep_ in ("mark", "advmod") for t in verb.lefts):
        return ""
    dated = any(row["type"] == "DATE" for row in calendar.between(verb.idx, verb.sent.end_char))
    sign = verb.doc.text_of(group.start, verb.i).lower()
    statement = said.around(verb.idx, verb.idx + len(verb))
    if group.modal == "dovere" and group.mood == "conditional" and "dovuto" not in sign:
        scheduled = verb.lemma_.lower() in load_lexicon("recommendations").scheduled
        foreseen = predicts(verb) and (statement is None or dated) or scheduled and dated and statement is None
        return "dovere" if foreseen else ""
    if statement is None and group.mood == "future" and not group.modal and not is_infinitive(verb):
        return "calendar" if calendar.horizon(verb.idx, verb.sent.end_char, verb.idx) else ""
    if statement is None or group.modal == "dovere":
        return ""
    if group.modal == "potere" and group.mood == "conditional" and not group.negated and " aver" not in sign:
        return "potere"
    if group.modal or is_infinitive(verb):
        return ""
    if group.mood == "future":
        return "future"
    if group.mood == "conditional" and not (group.perfect and not group.passive) and _on_condition(verb):
        return "conditional"
    return ""


def _on_condition(verb: Word) -> bool:
    return any(t.lower_ in ("se", "qualora") for t in verb.doc[sentence_start(verb) : verb.i])
