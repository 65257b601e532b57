"""The records agree with spaCy's tokens."""

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from analysis.language.words import read_words

FIELDS = ("text", "lower_", "lemma_", "pos_", "dep_", "ent_type_", "i", "idx", "whitespace_", "is_alpha", "is_punct")


def document():
    words = ["Ieri", "la", "casa", "gialla", ",", "disse", "Anna", "Neri", ".", "Arse", "."]
    doc = Doc(
        Vocab(),
        words=words,
        spaces=[True, True, True, False, True, True, True, False, True, False, False],
        lemmas=[word.lower() for word in words],
        pos=["ADV", "DET", "NOUN", "ADJ", "PUNCT", "VERB", "PROPN", "PROPN", "PUNCT", "VERB", "PUNCT"],
        morphs=["", "Gender=Fem|Number=Sing", "Number=Sing", "", "", "Mood=Ind|VerbForm=Fin", "", "", "", "", ""],
        heads=[5, 2, 5, 2, 5, 5, 5, 6, 5, 9, 9],
        deps=["advmod", "det", "obj", "amod", "punct", "ROOT", "nsubj", "flat", "punct", "ROOT", "punct"],
    )
    doc.ents = [Span(doc, 6, 8, label="PER")]
    return doc


def test_a_word_says_what_its_token_says():
    doc = document()
    words = read_words(doc)
    assert (words.text, len(words), words.parsed) == (doc.text, len(doc), True)
    for word, token in zip(words, doc, strict=True):
        assert [getattr(word, name) for name in FIELDS] == [getattr(token, name) for name in FIELDS]
        assert word.morph.get("Number") == token.morph.get("Number")
        assert bool(word.is_sent_start) == bool(token.is_sent_start)
        assert (word.sent.start, word.sent.end) == (token.sent.start, token.sent.end)


@pytest.mark.parametrize("relation", ["lefts", "rights", "children", "ancestors", "subtree"])
def test_the_tree_is_the_parser_s(relation):
    doc = document()
    for word, token in zip(read_words(doc), doc, strict=True):
        assert [other.i for other in getattr(word, relation)] == [other.i for other in getattr(token, relation)]
        assert (word.head.i, word.left_edge.i, word.right_edge.i) == (
            token.head.i,
            token.left_edge.i,
            token.right_edge.i,
        )


def test_passages():
    doc = document()
    words = read_words(doc)
    assert [(ent.text, ent.label_, ent.start_char) for ent in words.ents] == [("Anna Neri", "PER", doc[6].idx)]
    assert [(sent.text, sent.root.i, sent.end_char) for sent in words.sents] == [
        (sent.text, sent.root.i, sent.end_char) for sent in doc.sents
    ]
    for start in range(len(doc)):
        for end in range(len(doc) + 1):
            assert words.text_of(start, end) == words.passage(start, end).text == doc[start:end].text
    assert words.passage(1, 4).root.i == doc[1:4].root.i == 2
    assert words.passage(6, 9).root.i == doc[6:9].root.i
    for start in range(len(doc.text)):
        covering, span = words.covering(start, start + 1), doc.char_span(start, start + 1, alignment_mode="expand")
        if span is not None and not doc.text[start].isspace():
            assert (covering.start, covering.end) == (span.start, span.end)


def test_a_document_without_annotation_is_one_passage_without_sentences():
    words = read_words(Doc(Vocab(), words=["Nulla", "accade"]))
    assert (words.parsed, words.sents, words.ents) == (False, [], [])
    assert (words[1].sent.start, words[1].sent.end, words[1].head) == (0, 2, words[1])
    assert read_words(Doc(Vocab())) == []
