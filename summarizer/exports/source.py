"""The source of a brief as a page shows it: its lines, and in them the words that the brief rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..documents import Document, Segment
from ..schemas import CheckedBrief, Evidence, LineRange
from .wording import as_written, clock, plain


@dataclass(frozen=True)
class Piece:
    """Some words of a line."""

    text: str
    quotes: tuple[int, ...]
    """Numbers of the quotes that they are part of, in order."""
    begins: tuple[int, ...]
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
    trigger: str | None
    """Words for which it may have been left out of the brief."""
    opens: bool
    """Whether a paragraph begins with it."""
    page: int | None
    """Its page, where that is another one than of the line before."""
    pieces: tuple[Piece, ...]


Span = tuple[int, int]
"""Offsets into the text, half-open."""


def spans_of(evidence: Sequence[Evidence]) -> dict[Span, int]:
    """The numbers of quotes, from 1 in the order of the text; the same words have one number, whatever rests on them."""
    return {span: number for number, span in enumerate(sorted({(one.start, one.end) for one in evidence}), 1)}


def lines_of(document: Document, brief: CheckedBrief, spans: dict[Span, int]) -> Iterator[Line]:
    """The lines of a document, each with its state in the brief's ledger."""
    cited, unread = _numbers(brief.coverage.cited), _numbers(brief.coverage.unread)
    triggers = {one.line: one.trigger for one in brief.coverage.possible_omissions}
    quotes = _Quotes(document.text, spans)
    above: Segment | None = None
    for number, segment in enumerate(document.segments, 1):
        yield Line(
            number=number,
            kind=segment.kind,
            state="unread" if number in unread else "cited" if number in cited else "other",
            who=_who(segment, above),
            trigger=triggers.get(number),
            opens=above is None or above.block != segment.block,
            page=segment.page if above is None or above.page != segment.page else None,
            pieces=tuple(quotes.pieces(segment.start, segment.end)),
        )
        above = segment


def _numbers(ranges: Sequence[LineRange]) -> set[int]:
    return {number for first, last in ranges for number in range(first, last + 1)}


def _goes_on(segment: Segment, above: Segment | None) -> bool:
    """Whether the same one speaks as in the line above: in a transcript in the same turn, in a mail in any paragraph."""
    if above is None or not segment.label or segment.label != above.label:
        return False
    return segment.block == above.block or segment.speaker is None


def _who(segment: Segment, above: Segment | None) -> str | None:
    if not segment.label or _goes_on(segment, above):
        return None
    label = plain(segment.label)
    return f"{label}, {clock(segment.time)}" if segment.time is not None else label


class _Quotes:
    """Cuts a text at its quotes, from its beginning to its end."""

    def __init__(self, text: str, spans: dict[Span, int]) -> None:
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
