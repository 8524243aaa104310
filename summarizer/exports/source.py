"""The source of a brief as a page shows it: its lines, and in them the words that the brief rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..documents import Document, Segment
from ..schemas import CheckedBrief, LineRange
from .wording import as_written, clock, plain


@dataclass(frozen=True)
class Piece:
    """Some words of a line."""

    text: str
    quotes: tuple[int, ...]
    """Numbers of the quotes that they are part of, in order."""
    begins: tuple[int, ...] = ()
    """Numbers of those that begin with them."""


@dataclass(frozen=True)
class Line:
    """A line of the source."""

    number: int
    kind: str
    """As of the segment: `sentence`, `heading` or `bullet`."""
    state: str
    """`cited`, `other` or `unread`."""
    who: str | None
    """Who speaks, and when, where that is another one than in the line before."""
    still: str | None
    """Who speaks, where that is the one of the line before, and only that one is told."""
    told: bool
    """Whether the brief cites nearly all of it, and nothing in it may have been left out."""
    trigger: str | None
    """Words for which it may have been left out of the brief."""
    opens: bool
    """Whether a paragraph begins with it."""
    page: int | None
    """Its page, where that is another one than of the line before."""
    pieces: tuple[Piece, ...]

    @property
    def quotes(self) -> tuple[int, ...]:
        """Numbers of the quotes that hold words of it, in order."""
        return tuple(dict.fromkeys(number for piece in self.pieces for number in piece.quotes))


_MUCH = 24  # characters that no quote holds, four or five words: what can tell something of its own

Span = tuple[int, int]
"""Offsets into the text, half-open."""


def lines_of(document: Document, brief: CheckedBrief, spans: Mapping[Span, int]) -> Iterator[Line]:
    """The lines of a document, each with its state in the brief's ledger.

    spans: the quotes, with their numbers.
    """
    cited, unread = _numbers(brief.coverage.cited), _numbers(brief.coverage.unread)
    triggers = {one.line: one.trigger for one in brief.coverage.possible_omissions}
    quotes = _Quotes(document.text, spans)
    above: Segment | None = None
    above_told = False
    for number, segment in enumerate(document.segments, 1):
        state = "unread" if number in unread else "cited" if number in cited else "other"
        goes_on = _goes_on(segment, above)
        pieces = tuple(quotes.pieces(segment.start, segment.end))
        told = state == "cited" and number not in triggers and not _leaves_much(pieces)
        yield Line(
            number=number,
            kind=segment.kind,
            state=state,
            who=_who(segment) if segment.label and not goes_on else None,
            still=_who(segment) if goes_on and above_told and not told else None,
            told=told,
            trigger=triggers.get(number),
            opens=above is None or above.block != segment.block,
            page=segment.page if above is None or above.page != segment.page else None,
            pieces=pieces,
        )
        above, above_told = segment, told


def _numbers(ranges: Sequence[LineRange]) -> set[int]:
    return {number for first, last in ranges for number in range(first, last + 1)}


def _leaves_much(pieces: Sequence[Piece]) -> bool:
    return any(not piece.quotes and len(piece.text.strip()) >= _MUCH for piece in pieces)


def _goes_on(segment: Segment, above: Segment | None) -> bool:
    """Whether the same one speaks as in the line above: in a transcript in the same turn, in a mail in any paragraph."""
    if above is None or not segment.label or segment.label != above.label:
        return False
    return segment.block == above.block or segment.speaker is None


def _who(segment: Segment) -> str:
    label = plain(segment.label or "")
    return label if segment.time is None else f"{label}, {clock(segment.time)}"


class _Quotes:
    """Cuts a text at its quotes, from its beginning to its end."""

    def __init__(self, text: str, spans: Mapping[Span, int]) -> None:
        self._text = text
        self._ahead = sorted(spans.items(), reverse=True)
        self._under_way: list[tuple[Span, int]] = []
        self._begun: set[int] = set()

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """What stands between two offsets, which are at or behind those asked for before."""
        self._under_way = [one for one in self._under_way if one[0][1] > start]
        while self._ahead and self._ahead[-1][0][0] < end:
            self._under_way.append(self._ahead.pop())
        edges = {start, end} | {edge for span, _ in self._under_way for edge in span if start < edge < end}
        for here, there in pairwise(sorted(edges)):
            over = tuple(number for span, number in self._under_way if span[0] < there and span[1] > here)
            begins = tuple(number for number in over if number not in self._begun)
            self._begun.update(over)
            yield Piece(as_written(self._text[here:there]), over, begins)
