"""The same text as a newspaper would print it: typographic apostrophes, quotation marks and dashes, headlines.

The corpora have plain marks only. Tokens, annotation and length stay as they are.
"""

from random import Random

from spacy.tokens import Doc
from spacy.vocab import Vocab

QUOTES = (("“", "”"), ("«", "»"))
TYPOGRAPHIC = 0.3
"""Share of the docs that are printed with typographic marks."""
HEADLINE = 0.1
"""Share of the single sentences that lose their final stop."""


def augmented(doc: Doc, vocab: Vocab, rng: Random) -> Doc:
    """The doc or, by chance, a variant of it, in the given vocabulary.

    The norm has plain apostrophes, as the project's tokenizer sets it.
    """
    size = len(doc)
    if rng.random() < HEADLINE and size > 4 and doc[-1].text == "." and sum(1 for t in doc if t.head.i == t.i) == 1:
        size -= 1
    words = [token.text for token in doc[:size]]
    if rng.random() < TYPOGRAPHIC:
        words = typographic(words, rng)
    return _with_words(doc[:size].as_doc() if size < len(doc) else doc, vocab, words)


def copied(doc: Doc, vocab: Vocab) -> Doc:
    """The same doc in another vocabulary."""
    return _with_words(doc, vocab, [token.text for token in doc])


def typographic(words: list[str], rng: Random) -> list[str]:
    """The words with typographic marks, one kind of quotation marks throughout."""
    marks, opened, result = rng.choice(QUOTES), False, []
    for word in words:
        if word in ('"', "``", "''"):
            word = marks[opened]
            opened = not opened
        elif word == "-":
            word = "–"
        elif len(word) > 1:
            word = word.replace("'", "’")
        result.append(word)
    return result


def _with_words(doc: Doc, vocab: Vocab, words: list[str]) -> Doc:
    made = Doc(
        vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_.replace("’", "'") for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else token.ent_iob_ for token in doc],
    )
    for token in made:
        if "’" in token.text:
            token.norm_ = token.lower_.replace("’", "'")
    return made
