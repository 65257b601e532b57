"""Scores on small hand-written CoNLL-U and BIO samples."""

import pytest
import spacy

from analysis.errors import InputError
from analysis.language import evaluation
from analysis.language.tokenizer import configure

CONLLU = """# text = Parla della pace.
1\tParla\tparlare\tVERB\tV\tMood=Ind|Number=Sing\t0\troot\t_\t_
2-3\tdella\t_\t_\t_\t_\t_\t_\t_\t_
2\tdi\tdi\tADP\tE\t_\t4\tcase\t_\t_
3\tla\til\tDET\tRD\tNumber=Sing|PronType=Art\t4\tdet\t_\t_
4\tpace\tpace\tNOUN\tS\tNumber=Sing\t1\tobl\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\tFS\t_\t1\tpunct\t_\t_

"""
BIO = "L'\tO\nONU\tB-ORG\ntace\tO\n.\tO\n\nRossi\tB-PER\nè\tO\na\tO\nRoma\tB-LOC\n.\tO\n"


def oracle(doc):
    """Annotates the sample as its gold does, but for one wrong lemma."""
    tags = [
        ("VERB", "V", "Mood=Ind|Number=Sing", "parlare", 0, "ROOT"),
        ("ADP", "E_RD", "Number=Sing|PronType=Art", "di il", 2, "case"),
        ("NOUN", "S", "Number=Sing", "paci", 0, "obl"),
        ("PUNCT", "FS", "", ".", 0, "punct"),
    ]
    for token, (pos, tag, morph, lemma, head, dep) in zip(doc, tags, strict=True):
        token.pos_, token.tag_, token.lemma_, token.dep_ = pos, tag, lemma, dep
        token.set_morph(morph)
        token.head = doc[head]
    return doc


@pytest.fixture
def nlp():
    return configure(spacy.blank("it"))


def test_treebank_scores_count_each_wrong_value(nlp, tmp_path):
    path = tmp_path / "sample.conllu"
    path.write_text(CONLLU, encoding="utf8")
    spacy.Language.component("test_oracle", func=oracle)
    nlp.add_pipe("test_oracle")
    scores = evaluation.score_treebank(nlp, path)
    assert (scores.sentences, scores.tokens) == (1, 4)
    assert (scores.upos, scores.xpos, scores.morphology) == (1, 1, 1)
    assert scores.lemma == 0.75
    assert (scores.uas, scores.las, scores.sentence.f1) == (1, 1, 1)
    assert scores.features["PronType"].f1 == 1
    assert "lemma         75.00" in evaluation.format_treebank(scores, path)


def test_entity_scores_are_exact_spans(nlp, tmp_path):
    path = tmp_path / "sample.tsv"
    path.write_text(BIO, encoding="utf8")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Rossi"}, {"label": "LOC", "pattern": "ONU"}])
    scores = evaluation.score_entities(nlp, path)
    assert (scores.entities, scores.tokens) == (3, 9)
    assert scores.span.precision == 0.5
    assert scores.span.recall == pytest.approx(1 / 3)
    assert scores.labels["PER"].f1 == 1
    assert "PER" in evaluation.format_entities(scores, path)


def test_stray_inside_tag_opens_a_span():
    assert evaluation.bio_spans(["I-PER", "I-PER", "B-LOC", "O"]) == [(0, 2, "PER"), (2, 3, "LOC")]


@pytest.mark.parametrize("score", [evaluation.score_treebank, evaluation.score_entities])
def test_empty_and_missing_files_are_refused(nlp, tmp_path, score):
    empty = tmp_path / "empty"
    empty.write_text("")
    for path in (empty, tmp_path / "missing"):
        with pytest.raises(InputError):
            score(nlp, path)


def test_run_without_a_file_is_refused():
    with pytest.raises(InputError):
        evaluation.run()


def test_features_unknown_to_the_pipeline_count_as_missed(nlp, tmp_path):
    path = tmp_path / "sample.conllu"
    path.write_text(CONLLU.replace("PronType=Art", "PronType=Unseen"), encoding="utf8")
    scores = evaluation.score_treebank(nlp, path)
    assert scores.features["PronType"].recall == 0
    assert scores.las == 0
