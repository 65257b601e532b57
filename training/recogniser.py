"""The teacher of entities: the encoder of `encoder.py` and one label a word, with the best sequence that BIO allows."""

from pathlib import Path
from random import Random

import torch
from torch import nn

from training.encoder import Encoder, batches, train
from training.entities import training_sentences
from training.names import name_pool, renamed
from training.sequences import NUMBER, TAGS, best_sequence

LAYERS, HIDDEN = 2, 200
NEWS, OTHER_GOLD = ("kind/wn-train.tsv",), ("kind/adg-train.tsv", "kind/fic-train.tsv")
SILVER = ("wikineural/wneu-val.conllu", "wikineural/wneu-test.conllu")
EPOCHS = (
    (*NEWS, *OTHER_GOLD, *SILVER),
    (*NEWS, *OTHER_GOLD, *SILVER[:1]),
    (*NEWS, *OTHER_GOLD[:1]),
    (*NEWS, *OTHER_GOLD[:1]),
    NEWS,
    NEWS,
)
"""The files of each pass: silver first, the news last."""
LONGEST = 150

Tagged = tuple[list[str], list[str]]


class Recogniser(nn.Module):
    def __init__(self, sentences: list[list[str]], vectors: Path):
        super().__init__()
        self.encoder = Encoder(sentences, vectors, LAYERS, HIDDEN)
        self.hidden = nn.Linear(2 * HIDDEN, 128)
        self.tag = nn.Linear(128, len(TAGS))

    def forward(self, sentences: list[list[str]]):
        """Scores of the tags: (sentences, words, tags)."""
        return self.tag(torch.tanh(self.hidden(self.encoder(sentences))))

    def loss(self, sentences: list[Tagged]):
        wanted = torch.tensor([[NUMBER[tag] for tag in tags] for _, tags in sentences])
        scores = self([words for words, _ in sentences])
        return nn.functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), reduction="sum")


@torch.no_grad()
def recognised(model: Recogniser, sentences: list[list[str]]) -> list[list[str]]:
    """BIO tags: the best sequence by the teacher's probabilities."""
    result = [None] * len(sentences)
    for places in batches([len(s) for s in sentences], words=4000):
        words = [sentences[i] for i in places]
        for place, scores in zip(places, model(words).log_softmax(-1).numpy(), strict=True):
            result[place] = [TAGS[number] for number in best_sequence(scores)]
    return result


def trained(corpora: Path, vectors: Path, seed: int) -> Recogniser:
    """A recogniser that has read the files of `EPOCHS`, with other persons in each pass."""
    rng = Random(seed)
    sources = {name: training_sentences(corpora, {name: 1}) for names in EPOCHS for name in names}
    pool = name_pool([s for sentences in sources.values() for s in sentences])
    sentences, epochs = [], []
    for names in EPOCHS:
        read = [renamed(s, pool, rng) for name in names for s in sources[name] if len(s[0]) <= LONGEST]
        epochs.append(range(len(sentences), len(sentences) + len(read)))
        sentences += read
    model = Recogniser([words for words, _ in sentences], vectors)
    lengths = [len(words) for words, _ in sentences]
    train(model, lengths, lambda places: model.loss([sentences[i] for i in places]), epochs, seed)
    return model
