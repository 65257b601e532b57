"""The words of a parsed document as plain records, read off it once.

A spaCy token is made anew at every look, and so is each of its strings. The layers look at a word some fifty times, so
they read these records, whose fields bear the names that spaCy's have. They show the document as it stood when they
were read: read them after the last component that changes it.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter

from spacy.tokens import Doc


class Features:
    """Morphological features: `get("Number")` is the list of values, empty where the feature is not named."""

    __slots__ = ("_values",)

    def __init__(self, written: str):
        pairs = (feature.split("=", 1) for feature in written.split("|") if "=" in feature)
        self._values = {name: values.split(",") for name, values in pairs}

    def get(self, name: str) -> list[str]:
        return self._values.get(name, [])


_place = attrgetter("idx")
_features = lru_cache(maxsize=4096)(Features)


class Word:
    """A token. `doc`: all words of the document; `sent`: its sentence; `head`: the word that it hangs on, itself for a
    root; `lefts`, `rights`, `children`: the words that hang on it, in the order of the text.
    """

    __slots__ = (
        *("doc", "i", "idx", "head", "lefts", "rights", "children", "sent", "text", "lower_", "lemma_", "pos_", "dep_"),
        *("ent_type_", "morph", "is_sent_start", "whitespace_", "is_alpha", "is_punct", "is_space", "like_num"),
    )

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, by: int = 1) -> "Word":
        """The word so many places further; raises IndexError beyond the document."""
        if self.i + by < 0:
            raise IndexError(self.i + by)
        return self.doc[self.i + by]

    @property
    def ancestors(self) -> "list[Word]":
        """The words above, from the head to the root."""
        found, word = [], self
        while word.head is not word and len(found) < len(self.doc):
            word = word.head
            found.append(word)
        return found

    @property
    def subtree(self) -> "list[Word]":
        """The word and all that hangs on it, in the order of the text."""
        found = [self]
        for word in found:
            found += word.children
        return sorted(found, key=lambda word: word.i)

    @property
    def left_edge(self) -> "Word":
        """The first word of the subtree."""
        return self.doc[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> "Word":
        """The last word of the subtree."""
        return self.doc[self.doc.edges[1][self.i]]


class Passage(list[Word]):
    """The words start..end of a document (end excluded). `label_`: of an entity, else ""."""

    __slots__ = ("doc", "start", "end", "label_")

    def __init__(self, doc: "Words", start: int, end: int, label_: str = ""):
        super().__init__(doc[start:end])
        self.doc, self.start, self.end, self.label_ = doc, start, max(start, end), label_

    @property
    def start_char(self) -> int:
        return self[0].idx if self else 0

    @property
    def end_char(self) -> int:
        return self[-1].idx + len(self[-1].text) if self else 0

    @property
    def text(self) -> str:
        """As it stands in the document, without the space after the last word."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Word:
        """The first word that hangs on none of the passage, or the one nearest to the root of its sentence."""
        own = next((word for word in self if word.head is word), None)
        if own is not None:
            return own
        outside = [word for word in self if not self.start <= word.head.i < self.end]
        return min(outside, key=lambda word: len(word.ancestors), default=self[0])


class Words(list[Word]):
    """All words of a document. `text`; `sents`: its sentences, none where the pipeline sets no boundaries; `ents`: its
    named entities; `parsed`: has it a dependency tree? `groups`: verb groups read so far, by the verb's place.
    """

    __slots__ = ("text", "sents", "ents", "parsed", "groups", "_edges")

    def passage(self, start: int, end: int, label_: str = "") -> Passage:
        """The words start..end (end excluded)."""
        return Passage(self, start, end, label_)

    def text_of(self, start: int, end: int) -> str:
        """The text of the words start..end (end excluded), without the space after the last."""
        end = min(end, len(self))
        return self.text[self[start].idx : self[end - 1].idx + len(self[end - 1].text)] if start < end else ""

    def covering(self, start_char: int, end_char: int) -> Passage:
        """The words that hold the characters start_char..end_char (end excluded)."""
        first = bisect_right(self, start_char, key=_place) - 1
        return Passage(self, max(first, 0), bisect_left(self, end_char, key=_place))

    def starting(self, start_char: int, end_char: int) -> Passage:
        """The words that begin at the characters start_char..end_char (end excluded)."""
        return Passage(self, bisect_left(self, start_char, key=_place), bisect_left(self, end_char, key=_place))

    @property
    def edges(self) -> tuple[list[int], list[int]]:
        """Places of the first and of the last word of every word's subtree."""
        if self._edges is None:
            self._edges = _edges(self)
        return self._edges


def read_words(doc: Doc) -> Words:
    """The words of a document, in time linear in its length."""
    words = Words([Word() for _ in range(len(doc))])
    words.groups, words._edges = {}, None
    words.parsed = len(doc) > 0 and doc.has_annotation("DEP")
    _write(words, doc)
    _number(words, doc)
    _hang(words)
    words.text = "".join([word.text + word.whitespace_ for word in words])
    words.ents = [Passage(words, ent.start, ent.end, ent.label_) for ent in doc.ents]
    words.sents = _sentences(words) if doc.has_annotation("SENT_START") else []
    for sentence in words.sents or [words.passage(0, len(words))]:
        for word in sentence:
            word.sent = sentence
    return words


def _write(words: Words, doc: Doc) -> None:
    """Each word's strings: every one is looked up once."""
    ids = doc.to_array("ORTH LOWER LEMMA POS DEP ENT_TYPE MORPH".split())
    strings = doc.vocab.strings
    known = {key: strings[key] for key in set(ids.ravel().tolist())}
    columns = (map(known.__getitem__, column) for column in ids.T.tolist())
    for word, text, lower, lemma, pos, dep, entity, morph in zip(words, *columns, strict=True):
        word.text, word.lower_, word.lemma_, word.pos_, word.dep_ = text, lower, lemma, pos, dep
        word.ent_type_, word.morph = entity, _features(morph)


def _number(words: Words, doc: Doc) -> None:
    """Each word's place, head and marks."""
    numbers = doc.to_array("HEAD SENT_START SPACY IS_ALPHA IS_PUNCT IS_SPACE LIKE_NUM".split())
    columns = numbers.astype("int64").T.tolist()
    i = idx = 0
    for word, head, start, space, alpha, punct, white, number in zip(words, *columns, strict=True):
        word.doc, word.i, word.idx, word.head, word.is_sent_start = words, i, idx, words[i + head], start == 1
        word.is_alpha, word.is_punct, word.is_space, word.like_num = alpha, punct, white, number
        word.whitespace_, word.lefts, word.rights = " " * space, (), ()
        i, idx = i + 1, idx + len(word.text) + space


def _hang(words: Words) -> None:
    """The words that hang on each word."""
    for word in words:
        head = word.head
        if word.i < head.i:
            head.lefts += (word,)
        elif word.i > head.i:
            head.rights += (word,)
    for word in words:
        word.children = word.lefts + word.rights if word.lefts and word.rights else word.lefts or word.rights


def _sentences(words: Words) -> list[Passage]:
    starts = [0, *(word.i for word in words[1:] if word.is_sent_start)]
    return [words.passage(*pair) for pair in zip(starts, [*starts[1:], len(words)], strict=True) if pair[0] < pair[1]]


def _edges(words: Words) -> tuple[list[int], list[int]]:
    first, last = list(range(len(words))), list(range(len(words)))
    missing = [len(word.children) for word in words]
    ready = [word for word in words if not word.children]
    for word in ready:
        head = word.head
        if head is word:
            continue
        first[head.i], last[head.i] = min(first[head.i], first[word.i]), max(last[head.i], last[word.i])
        missing[head.i] -= 1
        if not missing[head.i]:
            ready.append(head)
    return first, last
