"""How the teacher of entities reads: words, characters and lexicon features, and a bidirectional LSTM over them.

After Ma and Hovy (2016), without their CRF. Slower by far than the tok2vec of the pipeline and better: it is never
shipped, it annotates text that the pipeline then learns from. Sentences are batched by equal length, so that nothing is
padded.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import spacy
import torch
from spacy.strings import get_string_id
from torch import nn

WORDS_PER_BATCH = 1000
MIN_COUNT = 2
WORD_WIDTH, CHARACTER_WIDTH, FILTERS = 100, 32, 100
DROPOUT, WORD_DROPOUT = 0.33, 0.25
LONGEST_WORD = 20
PEAK_RATE, WARMUP = 0.002, 200
UNKNOWN = 0


def folded(word: str) -> str:
    return "".join("0" if c.isdigit() else c for c in word.lower().replace("’", "'"))


class Index:
    """Numbers for strings, in order of frequency; 0 is what was not seen often enough."""

    def __init__(self, strings, min_count: int):
        counts = Counter(strings)
        kept = [s for s in counts if counts[s] >= min_count]
        self.names = ["", *sorted(kept, key=lambda s: (-counts[s], s))]
        self.number = {name: number for number, name in enumerate(self.names)}

    def __call__(self, string: str) -> int:
        return self.number.get(string, UNKNOWN)

    def __len__(self) -> int:
        return len(self.names)


class Encoder(nn.Module):
    """Sentences of one length to one vector a word: (sentences, words, 2 * hidden)."""

    def __init__(self, sentences: Sequence[Sequence[str]], vectors: Path, layers: int, hidden: int):
        super().__init__()
        self.words = Index((folded(w) for s in sentences for w in s), MIN_COUNT)
        self.characters = Index((c for s in sentences for w in s for c in w), 5)
        self.table = spacy.load(vectors).vocab.vectors
        self.columns = self.table.shape[1]
        self.word = nn.Embedding(len(self.words), WORD_WIDTH)
        self.character = nn.Embedding(len(self.characters) + 1, CHARACTER_WIDTH, padding_idx=len(self.characters))
        self.filters = nn.ModuleList(nn.Conv1d(CHARACTER_WIDTH, FILTERS, k, padding=k // 2) for k in (3, 5))
        self.lexicon = nn.Linear(self.columns, WORD_WIDTH)
        width = 2 * WORD_WIDTH + 2 * FILTERS
        self.dropout = nn.Dropout(DROPOUT)
        self.lstm = nn.LSTM(width, hidden, layers, dropout=DROPOUT, bidirectional=True, batch_first=True)
        self.known = {}

    def features(self, word: str) -> tuple[int, list[int], np.ndarray]:
        if word not in self.known:
            form = folded(word)
            ends = word if len(word) <= LONGEST_WORD else word[: LONGEST_WORD // 2] + word[-LONGEST_WORD // 2 :]
            letters = [self.characters(character) for character in ends]
            letters += [len(self.characters)] * (LONGEST_WORD - len(letters))
            row = self.table.key2row.get(get_string_id(form), -1)
            vector = self.table.data[row] if row >= 0 else np.zeros(self.columns, "float32")
            self.known[word] = self.words(form), letters, vector
        return self.known[word]

    def forward(self, sentences: Sequence[Sequence[str]]) -> torch.Tensor:
        distinct = sorted({w for s in sentences for w in s})
        place = {w: i for i, w in enumerate(distinct)}
        where = torch.tensor([[place[w] for w in s] for s in sentences])
        numbers, letters, vectors = zip(*map(self.features, distinct), strict=True)
        numbers = torch.tensor(numbers)[where]
        if self.training:
            numbers = numbers.masked_fill(torch.rand(numbers.shape) < WORD_DROPOUT, UNKNOWN)
        spelled = self.character(torch.tensor(letters)).transpose(1, 2)
        spelled = torch.cat([torch.relu(f(spelled)).amax(2) for f in self.filters], 1)
        given = torch.cat([spelled, self.lexicon(torch.from_numpy(np.stack(vectors)))], 1)
        read = self.dropout(torch.cat([self.word(numbers), given[where]], 2))
        return self.dropout(self.lstm(read)[0])


def batches(lengths: Sequence[int], places=None, rng: Random | None = None, words: int = WORDS_PER_BATCH):
    """Lists of places of sentences of one length, at most `words` words at once; shuffled with an `rng`."""
    by_length = defaultdict(list)
    for place in range(len(lengths)) if places is None else places:
        by_length[lengths[place]].append(place)
    result = []
    for length, same in sorted(by_length.items()):
        if rng:
            rng.shuffle(same)
        size = max(1, words // length)
        result += [same[i : i + size] for i in range(0, len(same), size)]
    if rng:
        rng.shuffle(result)
    return result


def train(model: nn.Module, lengths: Sequence[int], loss_of, epochs: Sequence[Sequence[int]], seed: int) -> None:
    """Adam with a linear decay, then the average of the last weights.

    Each epoch names the places of the sentences that are read in it; `loss_of(places)` is a sum over words.
    """
    rng = Random(seed)
    steps = sum(len(batches(lengths, places)) for places in epochs)
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98), weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / WARMUP, 1 - s / (steps + 1)))
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    for number, places in enumerate(epochs, 1):
        total = 0.0
        model.train()
        for batch in batches(lengths, places, rng):
            loss = loss_of(batch) / WORDS_PER_BATCH
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            rate.step()
            average.update_parameters(model)
            total += loss.item()
        print(f"epoch {number} of {len(epochs)}, loss {total:.1f}", flush=True)
    model.load_state_dict(average.module.state_dict())
    model.eval()
