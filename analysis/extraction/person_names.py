"""Persons whom the pipeline has not marked, where only a person stands: "guidato da X Y", "il ministro X Y"."""

from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.role_complements import head_after
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, is_adjective
from analysis.extraction.sentence_starts import opens_sentence
from analysis.language.words import Passage, Word, Words

_BACK = 10
_BEFORE_ROLE = frozenset("il lo la l' l’ un una un' un’ ex già oggi ora attuale storico storica noto nota".split())
_PLURAL = frozenset("i gli le dei degli delle ai agli alle dai dagli dalle due".split())
_VERBAL = ("VERB", "AUX")
_BY = {"da", "dal", "dalla", "dall'", "dall’", "dallo"}


def unmarked_persons(doc: Words, taken: set[int]) -> list[Passage]:
    """Two or three capitalised words beside a role or after "guidato da". `taken`: tokens that have a name already."""
    found = []
    end = 0
    for token in doc:
        if token.i < end or not _is_name(token, taken):
            continue
        if not (token.i and (_introduced(token) or _after_role(token, taken)) or _called_after(token, taken)):
            continue
        end = token.i
        while end < len(doc) and end - token.i < 3 and _is_name(doc[end], taken):
            if end > token.i and opens_sentence(doc[end]):
                break
            end += 1
        ended = end == len(doc) or not (doc[end].text[0].isupper() and doc[end].is_alpha) or opens_sentence(doc[end])
        if end - token.i > 1 and ended:
            found.append(doc.passage(token.i, end, "PER"))
    return found


def _is_name(token: Word, taken: set[int]) -> bool:
    return token.text.istitle() and token.is_alpha and token.pos_ in ("", "PROPN") and token.i not in taken


def _introduced(token: Word) -> bool:
    words = role_lexicon()
    before = token.nbor(-1)
    # a title with a capital is a name's own part ("Re Carlo"), "capo" and "leader" stand before organisations too
    if before.text in words.person_titles:
        return True
    # "l'omologo danese X Y", "il ministro danese X Y"
    if token.i > 1 and before.text.islower() and is_adjective(before) and token.nbor(-2).text in words.person_titles:
        return True
    return before.text.lower() in _BY and token.i > 1 and words.led.holds(token.nbor(-2).text)


def _called_after(token: Word, taken: set[int]) -> bool:
    """Is "X Y" called by what only a person is ("X Y, analista presso Z")? No word of its name is a common one."""
    doc, comma = token.doc, token.i + 2
    if token.i and doc[token.i - 1].text[0].isupper() or comma + 1 >= len(doc) or doc[comma].text != ",":
        return False
    if not _is_name(doc[comma - 1], taken) or _of_organisation(doc[token.i : comma]):
        return False
    head = comma + 1
    while head < min(len(doc) - 1, comma + 4) and (doc[head].lower_ in _BEFORE_ROLE or doc[head].pos_ == "ADV"):
        head += 1
    return doc[head].text in role_lexicon().person_titles or doc[head].lower_ in role_lexicon().work_roles.words


def _after_role(token: Word, taken: set[int]) -> bool:
    """Does the phrase of a role end before the name: "la vicepresidente della Commissione europea X Y", with a comma
    "l'amministratore delegato di Prova, X Y,"?
    """
    doc, departments = token.doc, organisation_lexicon().departments.words
    last = token.i - 1
    comma = doc[last].text == ","
    if comma and not _closed(token, taken) or _of_organisation(doc[token.i : token.i + 2]):
        return False
    last -= comma
    before = doc[last]
    ended = last in taken or before.lower_ in departments or before.text.islower() and is_adjective(before)
    if not comma and not ended:
        return False
    for position in range(last, max(-1, last - _BACK), -1):
        word = doc[position]
        if word.is_punct or word.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") and position not in taken:
            return False
        if head_after(doc, position) > position and word.i not in taken and word.text.islower():
            return position == 0 or doc[position - 1].lower_ not in _PLURAL
        inner = position in taken or word.lower_ in departments or position > 0 and doc[position - 1].lower_ in OF
        if word.text[0].isupper() and not inner and not comma:
            return False
    return False


def _closed(token: Word, taken: set[int]) -> bool:
    """Do two or three words of a name end at a comma, a full stop or a verb?"""
    doc, end = token.doc, token.i
    while end < len(doc) and end - token.i < 3 and _is_name(doc[end], taken):
        end += 1
    return end - token.i > 1 and end < len(doc) and (doc[end].text in (",", ".", ")") or doc[end].pos_ in _VERBAL)


def _of_organisation(span: list[Word]) -> bool:
    """Is one of the words one of which organisations are made ("Banca", "Institute")?"""
    words = organisation_lexicon()
    return any(t.lower_ in words.heads.words or t.lower_ in words.foreign_heads.words for t in span)
