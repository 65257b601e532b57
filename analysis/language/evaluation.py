"""Scores of any Italian pipeline on a CoNLL-U treebank or a BIO file of named entities.

The pipeline reads plain text and tokenizes it itself; spaCy's `Example` aligns its tokens with the gold
ones. Contracted tokens (della = di + la) are merged as spaCy's own converter does. All scores are
fractions from 0 to 1.
"""

from dataclasses import dataclass, field
from pathlib import Path

from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from spacy.training.converters import conllu_to_docs

from analysis.errors import InputError
from analysis.language.pipeline import load_pipeline

ENTITY_LABELS = ("PER", "ORG", "LOC")
SENTENCES_PER_DOC = 10
NO_SPACE_BEFORE = frozenset(".,;:!?)]}»”%…")
NO_SPACE_AFTER = frozenset("([{«“")


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1, fractions from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class TreebankScores:
    """Scores on a treebank; `features` is F1 by feature name, `labels` LAS by dependency label."""

    sentences: int
    tokens: int
    token: Score
    upos: float
    xpos: float
    morphology: float
    lemma: float
    uas: float
    las: float
    sentence: Score
    features: dict = field(default_factory=dict)
    labels: dict = field(default_factory=dict)


@dataclass(frozen=True)
class EntityScores:
    """Exact-span scores of named entities, over all labels and by label."""

    entities: int
    tokens: int
    span: Score
    labels: dict = field(default_factory=dict)


def score_treebank(nlp, path):
    """`TreebankScores` of `nlp` on the CoNLL-U file `path`; `InputError` if it holds no sentence."""
    text = _read(path)
    _check_conllu(path, text)
    docs = list(conllu_to_docs(text, n_sents=SENTENCES_PER_DOC, merge_subtokens=True, no_print=True))
    if not docs:
        raise InputError.single(path, "no CoNLL-U sentence in it.", "Name a file in CoNLL-U form.")
    values = _scores(nlp, docs)
    return TreebankScores(
        sentences=sum(1 for doc in docs for _ in doc.sents),
        tokens=sum(map(len, docs)),
        token=_score(values, "token"),
        upos=values.get("pos_acc") or 0.0,
        xpos=values.get("tag_acc") or 0.0,
        morphology=values.get("morph_acc") or 0.0,
        lemma=values.get("lemma_acc") or 0.0,
        uas=values.get("dep_uas") or 0.0,
        las=values.get("dep_las") or 0.0,
        sentence=_score(values, "sents"),
        features=_by_name(values.get("morph_per_feat")),
        labels=_by_name(values.get("dep_las_per_type")),
    )


def score_entities(nlp, path, entities_of=None):
    """`EntityScores` of `nlp` on a BIO file (word, tab, tag; blank line between sentences).

    `entities_of(doc)` gives the spans to score; without it they are the doc's own entities. Labels other
    than PER, ORG, LOC are left out, in the file and in the output. Raises `InputError` if the file holds no
    sentence.
    """
    sentences = read_bio(path)
    if not sentences:
        raise InputError.single(path, "no line of the form word TAB tag.", "Name a file in BIO form.")
    docs = list(bio_docs(nlp.vocab, sentences))
    predicted = [nlp(doc.text) for doc in docs]
    for doc in predicted:
        found = entities_of(doc) if entities_of else doc.ents
        doc.ents = [ent for ent in found if ent.label_ in ENTITY_LABELS]
    examples = [Example(p, d) for p, d in zip(predicted, docs, strict=True)]
    values = Scorer.score_spans(examples, "ents", getter=lambda doc, _: doc.ents)
    labels = {name: Score(v["p"], v["r"], v["f"]) for name, v in sorted((values["ents_per_type"] or {}).items())}
    return EntityScores(sum(len(doc.ents) for doc in docs), sum(map(len, docs)), _score(values, "ents"), labels)


def read_bio(path):
    """Sentences [(words, tags)] of a BIO file: the tag is the last column, the word the one before it."""
    sentences, words, tags = [], [], []
    for line in [*_read(path).splitlines(), ""]:
        fields = line.split("\t")
        if len(fields) < 2 or not fields[-2]:
            if words:
                sentences.append((words, tags))
            words, tags = [], []
            continue
        tag = fields[-1].strip()
        words.append(fields[-2])
        tags.append(tag if tag[2:] in ENTITY_LABELS else "O")
    return sentences


def bio_spans(tags):
    """Spans [(start, end, label)] of a sequence of BIO tags; a stray I- opens a span."""
    spans, start, label = [], None, None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[:2] != "I-" or tag[2:] != label):
            spans.append((start, i, label))
            start = None
        if tag != "O" and start is None:
            start, label = i, tag[2:]
    return spans


def spaces_of(words):
    """Guess for each word whether a space follows it: BIO files do not say."""
    spaces, open_quote = [], False
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        space = bool(following) and following[0] not in NO_SPACE_BEFORE and word not in NO_SPACE_AFTER
        if len(word) > 1 and word[-1] in "'’":
            space = False
        if word == '"':
            open_quote = not open_quote
            space = space and not open_quote
        elif following == '"' and open_quote:
            space = False
        spaces.append(space or not following)
    return spaces


def bio_docs(vocab, sentences, sentences_per_doc=5):
    """Docs with entities from BIO sentences, joined `sentences_per_doc` at a time."""
    for start in range(0, len(sentences), sentences_per_doc):
        words, spaces, tags = [], [], []
        for sentence, labels in sentences[start : start + sentences_per_doc]:
            words += sentence
            spaces += spaces_of(sentence)
            tags += labels
        doc = Doc(vocab, words=words, spaces=spaces)
        doc.ents = [Span(doc, first, last, label=label) for first, last, label in bio_spans(tags)]
        yield doc


def run(conllu=None, ner=None, pipeline=None, entities_of=None):
    """The text that `evaluate-pipeline` prints; `InputError` if neither file is named.

    With `entities_of(doc)` entities are scored twice: the pipeline's own, and those that the function gives.
    """
    if conllu is None and ner is None:
        raise InputError.single("evaluate-pipeline", "nothing to evaluate.", "Name a file with --conllu or --ner.")
    nlp = load_pipeline(pipeline)
    parts = [f"pipeline {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"]
    if conllu is not None:
        parts.append(format_treebank(score_treebank(nlp, conllu), conllu))
    if ner is not None:
        parts.append(format_entities(score_entities(nlp, ner), ner))
        if entities_of is not None:
            parts.append("with the registry of actors: " + format_entities(score_entities(nlp, ner, entities_of), ner))
    return "\n\n".join(parts) + "\n"


def format_treebank(scores, path):
    """A plain-text table of `TreebankScores`, in per cent."""
    lines = [f"{Path(path).name}: {scores.sentences} sentences, {scores.tokens} tokens"]
    for name in ("upos", "xpos", "morphology", "lemma", "uas", "las"):
        lines.append(f"  {name:<12} {100 * getattr(scores, name):6.2f}")
    lines += [_line("tokens", scores.token), _line("sentences", scores.sentence), "  morphology by feature"]
    lines += [_line("  " + name, score) for name, score in scores.features.items()]
    lines.append("  dependencies by label (labelled)")
    lines += [_line("  " + name, score) for name, score in scores.labels.items()]
    return "\n".join(lines)


def format_entities(scores, path):
    """A plain-text table of `EntityScores`, in per cent."""
    lines = [
        f"{Path(path).name}: {scores.entities} entities, {scores.tokens} tokens",
        _line("spans", scores.span),
    ]
    return "\n".join(lines + [_line("  " + name, score) for name, score in scores.labels.items()])


def _line(name, score):
    return (
        f"  {name:<16} F {100 * score.f1:6.2f}  precision {100 * score.precision:6.2f}"
        f"  recall {100 * score.recall:6.2f}"
    )


def _scores(nlp, docs):
    # The gold features must be known to the pipeline's own vocabulary.
    gold = DocBin(docs=docs).get_docs(nlp.vocab)
    examples = [Example(nlp(doc.text), doc) for doc in gold]
    values = {}
    values.update(Scorer.score_tokenization(examples))
    values.update(Scorer.score_token_attr(examples, "pos"))
    values.update(Scorer.score_token_attr(examples, "tag"))
    values.update(Scorer.score_token_attr(examples, "morph", getter=_morph))
    values.update(Scorer.score_token_attr_per_feat(examples, "morph", getter=_morph))
    values.update(Scorer.score_token_attr(examples, "lemma"))
    values.update(Scorer.score_spans(examples, "sents", getter=_sentences))
    # As in spaCy's published figures: punctuation does not count.
    values.update(Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"), getter=_dep))
    return values


def _sentences(doc, _attr):
    return list(doc.sents) if doc.has_annotation("SENT_START") else []


def _morph(token, _attr):
    # A key, not the text: spaCy looks the features up by it.
    return token.morph.key


def _dep(token, _attr):
    return token.dep_.lower()


def _score(values, name):
    return Score(*(values.get(f"{name}_{part}") or 0.0 for part in "prf"))


def _by_name(table):
    return {name: Score(v["p"], v["r"], v["f"]) for name, v in sorted((table or {}).items())}


def _check_conllu(path, text):
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#") and line.count("\t") != 9:
            raise InputError.single(path, "a CoNLL-U line needs ten columns divided by tabs.", "Correct it.", number)
    if not text.strip():
        raise InputError.single(path, "no CoNLL-U sentence in it.", "Name a file in CoNLL-U form.")


def _read(path):
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.single(path, f"cannot be read ({error}).", "Name a readable UTF-8 file.") from error
