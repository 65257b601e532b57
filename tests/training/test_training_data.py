"""What is done to the corpora before anything is learned from them, on sentences made up here."""

from random import Random

import spacy
from spacy.tokens import Doc

from training.augment import augmented, typographic
from training.conventions import Conventions, attested, harmonise, relations, words_of
from training.names import name_pool, renamed
from training.relations import Labels, external_positions
from training.silver import vote
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


def test_labels_follow_the_construction():
    participle = "Gender=Fem|Tense=Past|VerbForm=Part"
    tree = _tree(
        ("nota", "NOUN", "_", 3, "nsubj"),
        ("scritta", "VERB", participle, 1, "advcl"),
        ("perde", "VERB", "VerbForm=Fin", 0, "root"),
        ("perché", "SCONJ", "_", 5, "mark"),
        ("piove", "VERB", "VerbForm=Fin", 3, "ccomp"),
    )
    (block,) = relations([tree], Labels.of([]).relabel)
    assert [fields[7] for fields in _fields(block)] == ["nsubj", "acl", "root", "mark", "advcl"]


def test_where_the_words_decide_the_label_is_the_most_frequent_one_with_the_same_words():
    def sentence(verb, label):
        return _tree(
            (verb, "VERB", "_", 0, "root"), ("di", "ADP", "_", 3, "mark"), ("ire", "VERB", "VerbForm=Inf", 1, label)
        )

    counted = [sentence("cerca", "xcomp")] * 4 + [sentence("crede", "ccomp")] * 2
    labels = Labels.of([words_of(block) for block in counted])
    for verb, expected in (("cerca", "xcomp"), ("crede", "ccomp"), ("tenta", "xcomp")):
        (block,) = relations([sentence(verb, "ccomp")], labels.relabel)
        assert _fields(block)[2][7] == expected


def test_a_fixed_expression_has_the_part_of_speech_of_its_function():
    tree = _tree(("prima", "ADV", "_", 3, "case"), ("di", "ADP", "_", 1, "fixed"), ("sera", "NOUN", "_", 0, "root"))
    (block,) = relations([tree], external_positions)
    assert [fields[5] for fields in _fields(block)] == ["ExtPos=ADP", "_", "_"]


def _parsed(heads, deps, pos):
    return Doc(VOCAB, words=["a", "b", "c"], heads=heads, deps=deps, pos=pos, tags=["X"] * 3, lemmas=["a", "b", "c"])


def test_the_tree_that_the_others_share_wins_and_words_are_voted_on_singly():
    common = _parsed([1, 1, 1], ["det", "ROOT", "obj"], ["DET", "VERB", "NOUN"])
    close = _parsed([1, 1, 1], ["det", "ROOT", "obl"], ["DET", "VERB", "PROPN"])
    odd = _parsed([2, 2, 2], ["det", "nsubj", "ROOT"], ["PRON", "NOUN", "NOUN"])
    voted = vote([odd, common, close])
    assert [t.head.i for t in voted] == [1, 1, 1]
    assert [t.pos_ for t in voted] == ["DET", "VERB", "NOUN"]
