"""Passages that are almost a quote: the same first and last word, and four of five words shared.

The rarest words of the quote vote for where it would begin. A passage that shares enough of the
words must win votes, so nothing has to be compared with the whole text.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from .wordindex import WordIndex

_SHARED: Final = 0.8
"""Share of the words that quote and passage must have in common, of the longer of the two."""
_ROUNDING: Final = 1e-9
_MOST_VOTES: Final = 20_000
_MOST_PLACES: Final = 12
_MOST_ENDS: Final = 3
"""Bounds on the work for quotes of the commonest words; beyond them the likeliest places are compared."""
_CONTEXT: Final = 12


class Passage(NamedTuple):
    """Words `first` to `last` (not included) of an index, and where they depart from the quote's words."""

    first: int
    last: int
    changes: tuple[tuple[slice, slice], ...] = ()
    """Numbers of the words that differ: the quote's own, and those of the index."""


def nearest_passages(index: WordIndex, quote: str) -> list[Passage]:
    """Passages that share the most words with the coded quote; of equal merit, in the order of the text."""
    if quote[0] not in index.positions or quote[-1] not in index.positions:
        return []
    best: set[tuple[int, int]] = set()
    fewest = 1 - _SHARED + _ROUNDING
    for low, high in _places(index, quote):
        for first, last, missed in _between(index, quote, low, high):
            if missed < fewest:
                best, fewest = set(), missed
            if missed <= fewest:
                best.add((first, last))
    return [Passage(first, last, _changes(quote, index.codes[first:last], first)) for first, last in sorted(best)]


def _places(index: WordIndex, quote: str) -> list[tuple[int, int]]:
    """Ranges of word numbers in which the quote may begin, the likeliest first.

    A passage that is near enough has moved its words by a quarter of the quote at most, so all their
    votes fall in two neighbouring buckets; and of any `errors + 3` words at least three can vote.
    """
    positions = index.positions
    known = sorted((len(positions[code]), place) for place, code in enumerate(quote) if code in positions)
    errors = int(len(quote) * (1 - _SHARED) + _ROUNDING) - (len(quote) - len(known))
    if errors < 0:
        return []
    width = len(quote) // 4 + 1
    votes: Counter[int] = Counter()
    cast = voters = 0
    for count, place in known[: errors + 3]:
        if cast and cast + count > _MOST_VOTES:
            break
        cast, voters = cast + count, voters + 1
        votes.update([(number - place) // width for number in positions[quote[place]][:_MOST_VOTES]])
    # A passage may straddle two buckets: each speaks for itself and the next.
    pairs = {pair: votes[pair] + votes[pair + 1] for bucket in list(votes) for pair in (bucket - 1, bucket)}
    needed = max(1, voters - errors)
    likely = sorted((pair for pair, total in pairs.items() if total >= needed), key=lambda pair: (-pairs[pair], pair))
    return [(pair * width, (pair + 2) * width) for pair in likely[:_MOST_PLACES]]


def _between(index: WordIndex, quote: str, low: int, high: int) -> Iterator[tuple[int, int, float]]:
    """Passages that begin in the range: first word, last word (not included), share of words that differ."""
    text, shift = index.codes, len(quote) - 1
    firsts = _likeliest(index.positions[quote[0]], low, high, lambda at: text[at : at + _CONTEXT], quote[:_CONTEXT])
    ends = _likeliest(
        index.positions[quote[-1]],
        low + shift,
        high + shift,
        lambda at: text[max(0, at + 1 - _CONTEXT) : at + 1],
        quote[-_CONTEXT:],
    )
    for first in firsts:
        for end in ends:
            if end > first:
                longer = max(len(quote), end + 1 - first)
                allowed = int(longer * (1 - _SHARED) + _ROUNDING)
                missed = Levenshtein.distance(quote, text[first : end + 1], score_cutoff=allowed)
                if missed <= allowed:
                    yield first, end + 1, missed / longer


def _likeliest(positions: list[int], low: int, high: int, around: Callable[[int], str], wanted: str) -> list[int]:
    """The positions in the range whose neighbourhood is most like the one that is wanted."""
    inside = positions[bisect_left(positions, low) : bisect_left(positions, high)]
    if len(inside) <= _MOST_ENDS:
        return inside
    return sorted(inside, key=lambda at: -LCSseq.similarity(around(at), wanted))[:_MOST_ENDS]


def _changes(quote: str, passage: str, first: int) -> tuple[tuple[slice, slice], ...]:
    changes: list[tuple[slice, slice]] = []
    touching = False
    for step in Levenshtein.opcodes(quote, passage):
        if step.tag == "equal":
            touching = False
            continue
        mine = slice(step.src_start, step.src_end)
        theirs = slice(first + step.dest_start, first + step.dest_end)
        if touching:  # "will not" for "won't" is one change, not two
            before = changes.pop()
            mine, theirs = slice(before[0].start, mine.stop), slice(before[1].start, theirs.stop)
        changes.append((mine, theirs))
        touching = True
    return tuple(changes)
