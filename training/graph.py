"""The teacher of syntax: every pair of words is scored as head and dependent, and the best tree is taken.

Deep biaffine attention (Dozat and Manning 2017) on the encoder of `encoder.py`, with parts of speech, morphology and
tags from the same vectors.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from training.encoder import DROPOUT, UNKNOWN, Encoder, Index, batches, train
from training.relations import MISSING
from training.trees import best_tree

LAYERS, HIDDEN, ARC, LABEL = 3, 256, 256, 64
EPOCHS = 7
LONGEST = 120


@dataclass(frozen=True)
class Sentence:
    """Words and their annotation; `heads` counts from 1, 0 is the root."""

    words: list[str]
    tags: list[str]
    morphs: list[str]
    heads: list[int]
    labels: list[str]


def sentences_of(docs) -> list[Sentence]:
    """The docs of one sentence."""
    found = []
    for doc in docs:
        heads = [0 if t.head.i == t.i else t.head.i + 1 for t in doc]
        if heads.count(0) == 1 and len(doc) <= LONGEST:
            morphs = [f"{t.pos_}|{t.morph}" for t in doc]
            found.append(Sentence([t.text for t in doc], [t.tag_ for t in doc], morphs, heads, [t.dep_ for t in doc]))
    return found


class Biaffine(nn.Module):
    """Scores of pairs from two vectors each: (sentences, n, d) and (sentences, m, d) to (sentences, n, m, out)."""

    def __init__(self, width: int, out: int):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out, width + 1, width + 1))

    def forward(self, left, right):
        left = torch.cat([left, torch.ones_like(left[..., :1])], -1)
        right = torch.cat([right, torch.ones_like(right[..., :1])], -1)
        return torch.einsum("bni,oij,bmj->bnmo", left, self.weight, right)


def mlp(width: int) -> nn.Module:
    return nn.Sequential(nn.Linear(2 * HIDDEN, width), nn.LeakyReLU(0.1), nn.Dropout(DROPOUT))


class Graph(nn.Module):
    def __init__(self, sentences: list[Sentence], vectors: Path):
        super().__init__()
        self.encoder = Encoder([s.words for s in sentences], vectors, LAYERS, HIDDEN)
        self.tags = Index((t for s in sentences for t in s.tags), 1)
        self.morphs = Index((m for s in sentences for m in s.morphs), 1)
        self.labels = Index((d for s in sentences for d in s.labels if d != MISSING), 1)
        self.root = nn.Parameter(torch.randn(2 * HIDDEN) * 0.1)
        self.arc_head, self.arc_dependent = mlp(ARC), mlp(ARC)
        self.label_head, self.label_dependent = mlp(LABEL), mlp(LABEL)
        self.arc, self.label = Biaffine(ARC, 1), Biaffine(LABEL, len(self.labels))
        self.tag, self.morph = nn.Linear(2 * HIDDEN, len(self.tags)), nn.Linear(2 * HIDDEN, len(self.morphs))

    def forward(self, sentences):
        """Scores: arcs (sentences, words, heads), vectors for the labels, tags, morphology."""
        read = self.encoder(sentences)
        with_root = torch.cat([self.root.expand(len(read), 1, -1), read], 1)
        arcs = self.arc(self.arc_dependent(read), self.arc_head(with_root))[..., 0]
        pair = self.label_dependent(read), self.label_head(with_root)
        return arcs, pair, self.tag(read), self.morph(read)

    def label_scores(self, pair, heads):
        """(sentences, words, labels) for given heads."""
        dependent, head = pair
        head = torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[-1]))
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        return torch.einsum("bni,oij,bnj->bno", dependent, self.label.weight, head)

    def loss(self, sentences: list[Sentence]):
        arcs, pair, tags, morphs = self([s.words for s in sentences])
        heads = torch.tensor([s.heads for s in sentences])
        wanted = [
            (arcs, heads),
            (self.label_scores(pair, heads), _numbers(self.labels, [s.labels for s in sentences])),
            (tags, _numbers(self.tags, [s.tags for s in sentences])),
            (morphs, _numbers(self.morphs, [s.morphs for s in sentences])),
        ]
        return sum(
            nn.functional.cross_entropy(scores.flatten(0, 1), target.flatten(), reduction="sum", ignore_index=UNKNOWN)
            for scores, target in wanted
        )


def _numbers(index: Index, names: list[list[str]]):
    return torch.tensor([[index(name) for name in row] for row in names])


@torch.no_grad()
def annotate(models: list[Graph], sentences: list[list[str]], trees: list[list[int]] | None = None) -> list[Sentence]:
    """The sentences with the annotation of the teachers' mean probabilities: the best tree, or the given trees."""
    result = [None] * len(sentences)
    first = models[0]
    for places in batches([len(s) for s in sentences], words=4000):
        words = [sentences[i] for i in places]
        scores = [model(words) for model in models]
        if trees:
            heads = np.array([trees[i] for i in places])
        else:
            arcs = torch.stack([s[0].softmax(-1) for s in scores]).mean(0)
            heads = np.stack([best_tree(log) for log in torch.log(arcs + 1e-9).numpy()])
        given = torch.from_numpy(heads)
        labels = [m.label_scores(s[1], given).softmax(-1) for m, s in zip(models, scores, strict=True)]
        labels = _best(labels)
        tags, morphs = (_best([s[k].softmax(-1) for s in scores]) for k in (2, 3))
        for row, place in enumerate(places):
            result[place] = Sentence(
                words[row],
                [first.tags.names[n] for n in tags[row]],
                [first.morphs.names[n] for n in morphs[row]],
                heads[row].tolist(),
                [first.labels.names[n] for n in labels[row]],
            )
    return result


def _best(probabilities):
    mean = torch.stack(probabilities).mean(0)
    mean[..., 0] = 0  # nothing is "not seen"
    return mean.argmax(-1).tolist()


def trained(sentences: list[Sentence], vectors: Path, seed: int) -> Graph:
    model = Graph(sentences, vectors)
    lengths = [len(s.words) for s in sentences]
    epochs = [range(len(sentences))] * EPOCHS
    train(model, lengths, lambda places: model.loss([sentences[i] for i in places]), epochs, seed)
    return model
