"""Join the trained parts into one pipeline that plain `spacy.load` reads.

    python -m training.assemble SYNTAX_MODEL NER_MODEL data/models/it_scacchiere_news-0.1.0

The entity recogniser keeps its own tok2vec: it is trained on other and more text than the rest. The
tokenizer's rules and the sentence rule are saved with the pipeline, so nothing of this project is needed
to load it.
"""

import argparse
from pathlib import Path

import spacy

from analysis.language.tokenizer import configure

# A token in lower case after a stop continues the sentence (abbreviations).
NO_BOUNDARY = [[{"TEXT": {"IN": [".", "…", "..."]}}, {"IS_LOWER": True}]]

# -1, "no sentence starts here", as the unsigned number that the attribute ruler stores.
NO_START = 2**64 - 1

# The lemmatizer learns from treebanks with plain apostrophes: lemmas of the typographic forms, by part of
# speech ("l’" may also be a pronoun, whose lemma is left to it).
ELIDED_LEMMAS = {
    "DET": {"l": "il", "gl": "il", "un": "uno", "quest": "questo", "quell": "quello", "alcun": "alcuno"},
    "ADP": {"d": "di", "dell": "di il", "all": "a il", "dall": "da il", "nell": "in il", "sull": "su il"},
    "PRON": {"c": "ci", "s": "si", "m": "mi", "t": "ti", "v": "vi"},
    "ADV": {"c": "ci", "com": "come", "dov": "dove", "anch": "anche", "po": "poco"},
}


def assemble(syntax, ner):
    """The joined `spacy.Language` from the folders of the two trained parts."""
    nlp = spacy.load(syntax)
    recogniser = spacy.load(ner)
    # Its tok2vec moves into the component, apart from the parser's.
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser)
    rule = nlp.add_pipe("attribute_ruler", name="sentence_rule", before="parser")
    rule.add(patterns=NO_BOUNDARY, attrs={"SENT_START": NO_START}, index=1)
    lemmas = nlp.add_pipe("attribute_ruler", name="elided_lemmas", after="trainable_lemmatizer")
    for pos, table in ELIDED_LEMMAS.items():
        for word, lemma in table.items():
            lemmas.add([[{"LOWER": f"{word}’", "POS": pos}]], {"LEMMA": lemma})
    # spaCy's default, 1000 texts at a time, needs over 1 GB for news articles.
    nlp.config["nlp"]["batch_size"] = 64
    return configure(nlp)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("syntax", type=Path)
    parser.add_argument("ner", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default="0.1.0")
    args = parser.parse_args(argv)
    nlp = assemble(args.syntax, args.ner)
    nlp.meta.update(
        name="scacchiere_news",
        version=args.version,
        description="Italian news: morphology, lemmas, dependencies, sentences, entities (PER, ORG, LOC)",
        license="CC BY-NC-SA 4.0",
    )
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
