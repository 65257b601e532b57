"""A trained lemmatizer that is trained further keeps its lemmas."""

import spacy
from spacy.tokens import Doc
from spacy.training import Example

from training.code import known_lemma_trees


def test_the_trees_of_a_loaded_lemmatizer_are_known_again(tmp_path):
    nlp = spacy.blank("it")
    lemmatizer = nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    gold = Doc(nlp.vocab, words=["case", "navi", "porti"], lemmas=["casa", "nave", "porto"])
    nlp.initialize(lambda: [Example(nlp.make_doc(gold.text), gold)])
    nlp.to_disk(tmp_path)
    known = dict(lemmatizer.tree2label)
    loaded = spacy.load(tmp_path)
    restored = known_lemma_trees()(loaded).get_pipe("trainable_lemmatizer")
    assert restored.tree2label == known and len(known) > 1
    labels = {restored.tree2label.get(restored.trees.add(t.text, t.lemma_)) for t in gold}
    assert labels == set(known.values())
