"""Join the trained parts into one pipeline.

    python -m training.assemble SYNTAX_MODEL NER_MODEL SYNTAX_TRAIN.spacy data/models/it_scacchiere_news-0.3.0

The entity recogniser keeps its own tok2vec: it is trained on other and more text than the rest. The tokenizer's rules
and the sentence rule are saved with the pipeline; the lemma table is a component of this project
(`analysis.language.lemmas`), which spaCy finds by its entry point where the project is installed.
"""

import argparse
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from analysis.language.tokenizer import configure
from training.lemmas import lemma_tables

# A stop before one of these words, in lower case, is a slip or an abbreviation: they continue the sentence before.
CONTINUING = (
    "che cui e ed o od né nonché ovvero ossia oppure perché poiché affinché benché sebbene mentre quando qualora "
    "nonostante malgrado quanto anziché finché dove quindi pertanto"
).split()
IN_QUANTO = [{"LOWER": {"IN": ["in", "per", "dal"]}, "IS_LOWER": True}, {"LOWER": {"IN": ["quanto", "momento"]}}]
STOP = {"TEXT": {"IN": [".", "…", "..."]}}
NO_BOUNDARY = [[STOP, {"LOWER": {"IN": CONTINUING}, "IS_LOWER": True}], [STOP, *IN_QUANTO]]

# -1, "no sentence starts here", as the unsigned number that the attribute ruler stores.
NO_START = 2**64 - 1


def assemble(syntax, ner, syntax_corpus):
    """The joined `spacy.Language` from the folders of the two parts and the docs that the first learned from."""
    nlp = spacy.load(syntax)
    recogniser = spacy.load(ner)
    # Its tok2vec moves into the component, apart from the parser's.
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser)
    rule = nlp.add_pipe("attribute_ruler", name="sentence_rule", before="parser")
    rule.add(patterns=NO_BOUNDARY, attrs={"SENT_START": NO_START}, index=1)
    docs = DocBin().from_disk(syntax_corpus).get_docs(nlp.vocab)
    nlp.add_pipe("lemma_table", after="trainable_lemmatizer").fill(*lemma_tables(docs))
    # spaCy's default, 1000 texts at a time, needs over 1 GB for news articles; 16 are as fast as more.
    nlp.config["nlp"]["batch_size"] = 16
    return configure(nlp)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("syntax", type=Path)
    parser.add_argument("ner", type=Path)
    parser.add_argument("syntax_corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default="0.3.0")
    args = parser.parse_args(argv)
    nlp = assemble(args.syntax, args.ner, args.syntax_corpus)
    # Where the corpora lay on the machine that trained says nothing to others.
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    # Nor does the repair of the lemmatizer, which only training has.
    nlp.config["initialize"]["after_init"] = None
    nlp.meta.update(
        performance={},  # the model card has the figures
        name="scacchiere_news",
        version=args.version,
        description="Italian news: morphology, lemmas, dependencies, sentences, entities (PER, ORG, LOC)",
        license="CC BY-NC-SA 4.0",
    )
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
