"""The lemma table: what it decides, and that it is saved with its pipeline."""

import spacy
from spacy.tokens import Doc

from analysis.language.lemmas import LemmaTable

TABLE = LemmaTable(
    certain={"DET": {"l'": "il"}},
    known={"VERB": {"vinse": "vincere", "riparò": "riparare"}, "NOUN": {"arance": "arancia"}},
)


def _doc(word, part, lemma):
    doc = Doc(spacy.blank("it").vocab, words=[word], pos=[part], lemmas=[lemma])
    doc[0].norm_ = word.lower().replace("’", "'")
    return doc


def _lemma(word, part, lemma):
    return TABLE(_doc(word, part, lemma))[0].lemma_


def test_an_invented_lemma_gives_way_to_the_lexicon():
    assert _lemma("Vinse", "VERB", "vingere") == "vincere"
    assert _lemma("arance", "NOUN", "aranca") == "arancia"


def test_a_lemma_that_exists_stands():
    assert _lemma("vinse", "VERB", "riparare") == "riparare"


def test_a_verb_with_clitics_is_looked_up_without_them():
    assert _lemma("ripararsi", "VERB", "riparare si") == "riparare si"


def test_a_certain_form_decides_and_apostrophes_are_the_same():
    assert _lemma("L’", "DET", "L’") == "il"


def test_unknown_words_and_parts_of_speech_keep_their_lemma():
    assert _lemma("sbragò", "VERB", "sbragare") == "sbragare"
    assert _lemma("Vinse", "PROPN", "Vinse") == "Vinse"


def test_saved_and_read_again(tmp_path):
    TABLE.to_disk(tmp_path)
    again = LemmaTable().from_disk(tmp_path)
    assert (again.certain, again.known) == (TABLE.certain, TABLE.known)
    assert LemmaTable().from_bytes(TABLE.to_bytes()).to_bytes() == TABLE.to_bytes()
