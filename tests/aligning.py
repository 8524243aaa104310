"""Quotes found in a bare text, as grounding finds them in the lines of a document: for its tests and its benchmark."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from summarizer.locating.alignment import Span, locate
from summarizer.locating.wordindex import WordIndex
from summarizer.schemas import Difference, Match


def align(text: str, quotes: Sequence[str]) -> list[Span | None]:
    """Find each quote in the text; None where it is not there.

    Quotes are taken in the order of the text: of several places, the next after the quote before
    is meant, or else the first that no quote has taken. A quote with an ellipsis spans all its
    pieces. Never raises.
    """
    index = word_index(text)
    cursor, taken = 0, set[tuple[int, int]]()

    def order(span: Span) -> tuple[Any, ...]:
        return span[:2] in taken, span.match is not Match.EXACT, span.start < cursor, span.start

    spans: list[Span | None] = []
    for quote in quotes:
        span = _join(locate(index, index.quoted(quote), order, cursor))
        spans.append(span)
        if span:
            taken.add(span[:2])
            cursor = span.end
    return spans


@lru_cache(maxsize=8)
def word_index(text: str) -> WordIndex:
    """The index of a text, built once for all the quotes that are sought in it."""
    return WordIndex(text, [(0, len(text))])


def _join(pieces: list[Span]) -> Span | None:
    if len(pieces) < 2:
        return pieces[0] if pieces else None
    near = any(piece.match is Match.NEAR for piece in pieces)
    differences = dict.fromkeys((d.claimed, d.source) for piece in pieces for d in piece.differences)
    return Span(
        pieces[0].start,
        pieces[-1].end,
        Match.NEAR if near else Match.NORMALIZED,
        tuple(Difference(claimed=claimed, source=source) for claimed, source in differences),
        any(piece.altered for piece in pieces),
    )
