"""Hand-built spaCy documents for the tests of this room: a new model does not change them."""

from spacy.lang.it import Italian
from spacy.tokens import Doc

from analysis.extraction.links import Link, Links
from analysis.language.words import Words, read_words

VOCAB = Italian().vocab


def parsed(rows: str) -> Doc:
    """A document from lines `word lemma POS dep head[ morph]`; a `~` after a word: no space follows. A line `--`
    starts a new sentence. `head` counts tokens from 0 over the whole document.
    """
    words, spaces, lemmas, tags, deps, heads, morphs, starts = [], [], [], [], [], [], [], []
    new = True
    for line in rows.strip().splitlines():
        fields = line.split()
        if fields == ["--"]:
            new = True
            continue
        word, lemma, pos, dep, head, *morph = fields
        spaces.append(not word.endswith("~"))
        words.append(word.removesuffix("~"))
        lemmas.append(lemma)
        tags.append(pos)
        deps.append(dep)
        heads.append(int(head))
        morphs.append(morph[0] if morph else "")
        starts.append(new)
        new = False
    doc = Doc(VOCAB, words=words, spaces=spaces, lemmas=lemmas, pos=tags, heads=heads, deps=deps, morphs=morphs)
    assert [token.is_sent_start for token in doc] == [bool(start) for start in starts]
    return doc


def build(rows: str) -> Words:
    """The words of such a document."""
    return read_words(parsed(rows))


def link(doc: Words, states: dict[str, str] | None = None, **names: str) -> Links:
    """Links for words by their text (`Mosca="RUS"`); a lower-case word is a demonym."""
    found = []
    for token in doc:
        if token.text in names:
            kind = "name" if token.text[0].isupper() else "demonym"
            label = "PER" if names[token.text].startswith("person:") else "LOC"
            found.append(Link(token.i, token.i + 1, names[token.text], kind, label, "test"))
    return Links(found, states or {})


def tagged(text: str) -> Words:
    """The words of a document from fields `word/POS[/lemma[/morph]]`, for rules that read the order of words: each
    sentence hangs on its first verb. A capital alone is a proper name, a mark punctuation; `\\n` ends a line.
    """
    words, lemmas, tags, morphs, heads = [], [], [], [], []
    for line in text.split("\n"):
        first = len(words)
        for field in line.split():
            word, *rest = field.split("/")
            words.append(word)
            tags.append(rest[0] if rest else "PROPN" if word[0].isalpha() else "PUNCT")
            lemmas.append(rest[1] if len(rest) > 1 else word.lower())
            morphs.append(rest[2] if len(rest) > 2 else "VerbForm=Fin" if tags[-1] in ("VERB", "AUX") else "")
        verb = next((i for i in range(first, len(words)) if tags[i] == "VERB"), first)
        heads += [verb] * (len(words) - first)
        words.append("\n")
        lemmas.append("\n")
        tags.append("SPACE")
        morphs.append("")
        heads.append(verb)
    deps = ["ROOT" if heads[i] == i else "dep" for i in range(len(words))]
    return read_words(Doc(VOCAB, words=words, lemmas=lemmas, pos=tags, morphs=morphs, heads=heads, deps=deps))
