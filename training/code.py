"""What `spacy train --code` imports: the arithmetic of the pipeline that is to be, and a repair of the lemmatizer."""

import spacy

from analysis.language.arithmetic import use_numpy_arithmetic

use_numpy_arithmetic()


@spacy.registry.callbacks("scacchiere.known_lemma_trees.v1")
def known_lemma_trees():
    """After initialisation, give a trained lemmatizer its table of trees, which spaCy 3.8 does not load.

    Without it each tree of the training text counts as its first label, and the lemmas are lost.
    """

    def restore(nlp):
        lemmatizer = nlp.get_pipe("trainable_lemmatizer")
        lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.labels)}
        return nlp

    return restore
