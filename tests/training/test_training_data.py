"""What is done to the corpora before anything is learned from them, on sentences made up here."""

from random import Random

import spacy
from spacy.tokens import Doc

from training.augment import augmented, typographic
from training.conventions import Conventions, attested, harmonise, relations
from training.names import name_pool, renamed
from training.relations import MISSING, external_positions, relabelled
from training.treebanks import letters

VOCAB = spacy.blank("it").vocab


def _block(*rows):
    lines = [
        f"{i}\t{form}\t{lemma}\t{upos}\t{xpos}\t{feats}\t0\troot\t_\t_"
        for i, (form, lemma, upos, xpos, feats) in enumerate(rows, start=1)
    ]
    return "# text = x\n" + "\n".join(lines) + "\n\n"


def _tree(*rows):
    lines = [
        f"{i}\t{form}\t{form}\t{upos}\t_\t{feats}\t{head}\t{label}\t_\t_"
        for i, (form, upos, feats, head, label) in enumerate(rows, start=1)
    ]
    return "\n".join(lines) + "\n\n"


def _fields(block):
    return [line.split("\t") for line in block.strip().split("\n") if line[0].isdigit()]


def test_a_closed_class_word_takes_the_annotation_of_the_reference():
    reference = Conventions.of([_block(("ed", "e", "CCONJ", "CC", "_"))] * 3)
    (block,) = harmonise([_block(("ed", "ed", "CCONJ", "CC", "_"))], reference)
    assert _fields(block)[0][2] == "e"


def test_a_word_that_the_reference_annotates_in_two_ways_keeps_its_own():
    sono = [("sono", "essere", "AUX", "VA", "Person=3"), ("sono", "essere", "AUX", "VA", "Person=1")]
    reference = Conventions.of([_block(*sono)])
    (block,) = harmonise([_block(("sono", "essere", "AUX", "VA", "Person=2"))], reference)
    assert _fields(block)[0][5] == "Person=2"


def test_features_that_the_tag_implies_are_filled_in():
    (block,) = harmonise([_block(("che", "che", "PRON", "PR", "_"))], Conventions.of([]))
    assert _fields(block)[0][5] == "PronType=Rel"


def test_held_out_sentences_are_known_by_their_letters():
    assert letters("Il voto , dunque , è nullo .") == letters("Il voto, dunque, è nullo.")


def test_typographic_marks_pair_and_keep_the_length():
    words = typographic(['"', "L'", "accordo", '"', "-", "dice"], Random(0))
    assert len(words) == 6 and words[1] == "L’" and words[4] == "–"
    assert (words[0], words[3]) in (("“", "”"), ("«", "»"))


def test_an_augmented_doc_keeps_its_annotation():
    doc = Doc(
        VOCAB,
        words=["L'", "accordo", "regge", "."],
        pos=["DET", "NOUN", "VERB", "PUNCT"],
        heads=[1, 2, 2, 2],
        deps=["det", "nsubj", "ROOT", "punct"],
        lemmas=["il", "accordo", "reggere", "."],
    )
    for seed in range(20):
        made = augmented(doc, VOCAB, Random(seed))
        assert [t.dep_ for t in made] == [t.dep_ for t in doc]
        assert made[0].lemma_ == "il" and made[0].norm_ == "l'"


def test_persons_change_their_names_and_nothing_else_does():
    sentence = (["Ada", "Neri", "lascia", "Roma", "."], ["B-PER", "I-PER", "O", "B-LOC", "O"])
    pool = name_pool([(["Ugo", "Bassi"], ["B-PER", "I-PER"])])
    made = [renamed(sentence, pool, Random(seed)) for seed in range(40)]
    assert {" ".join(words) for words, _ in made} == {"Ada Neri lascia Roma .", "Ugo Bassi lascia Roma ."}
    assert all(tags == sentence[1] for _, tags in made)


def test_features_that_a_word_never_has_in_the_reference_give_way():
    reference = Conventions.of([_block(("grazie", "grazie", "NOUN", "S", "Number=Plur"))] * 3)
    (block,) = attested(
        [_block(("grazie", "grazie", "NOUN", "S", "_"), ("prego", "prego", "INTJ", "I", "_"))], reference
    )
    assert [fields[5] for fields in _fields(block)] == ["Number=Plur", "_"]


def test_a_participle_gets_the_features_of_its_ending():
    (block,) = harmonise([_block(("provenienti", "proveniente", "VERB", "V", "_"))], Conventions.of([]))
    assert _fields(block)[0][5] == "Number=Plur|Tense=Pres|VerbForm=Part"


def test_labels_follow_the_construction_and_what_the_sense_decides_is_missing():
    participle = "Gender=Fem|Tense=Past|VerbForm=Part"
    tree = _tree(
        ("nota", "NOUN", "_", 4, "nsubj"),
        ("scritta", "VERB", participle, 1, "advcl"),
        ("si", "PRON", "_", 4, "expl"),
        ("perde", "VERB", "VerbForm=Fin", 0, "root"),
        ("perché", "SCONJ", "_", 6, "mark"),
        ("piove", "VERB", "VerbForm=Fin", 4, "ccomp"),
    )
    (block,) = relations([tree], relabelled)
    assert [fields[7] for fields in _fields(block)] == ["nsubj", "acl", MISSING, "root", "mark", "advcl"]


def test_a_fixed_expression_has_the_part_of_speech_of_its_function():
    tree = _tree(("prima", "ADV", "_", 3, "case"), ("di", "ADP", "_", 1, "fixed"), ("sera", "NOUN", "_", 0, "root"))
    (block,) = relations([tree], external_positions)
    assert [fields[5] for fields in _fields(block)] == ["ExtPos=ADP", "_", "_"]
