"""What a draft quotes, found in a document: evidence with its line, speaker and time.

Only segments can be evidence. The words are sought in them alone, as if the speaker labels and the
markup between them were not there, and a quote that runs over such a place gives two evidences.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..documents import Document
from ..schemas import Evidence, Match, Quote
from .alignment import LEAST_WORDS_FOR_NEAR, Order, Span, locate
from .alterations import is_scrap
from .wordindex import WordIndex, fold, has_words

# What a model copies along from the head of a numbered line: [12], (12), 12., line 12:, [00:04:10], and list marks.
_LINE_HEAD = r"(?:\[[\d:.,\s]{1,16}\]|\(\d{1,6}\)|(?:[Ll]ine\s)?\d{1,6}[.:)|]|[#>*-]+)[ \t]+"

# Where a line begins, or a sentence does, or a number in brackets shows it: models also copy lines as one.
_PLACE = r"(?:^[ \t]*|(?<=[.!?…])[ \t]+|(?<![ \t])[ \t]++(?=\[\d))"
_LINE_HEADS, _NUMBERS = re.compile(rf"^(?:{_LINE_HEAD})+"), re.compile(rf"{_PLACE}(?:{_LINE_HEAD})+", re.M | re.I)
_MARK_OF_LABEL = re.compile("[:：]")
_KEPT = "_quotes"
_MOST_PLACES = 10_000


def whole_line(document: Document, line: int) -> Evidence:
    """A line as evidence that was sought, not quoted."""
    segment = document.segment(line)
    return _evidence(document, line, Span(segment.start, segment.end, Match.FOUND))


def _evidence(document: Document, line: int, span: Span) -> Evidence:
    """The words of a span as evidence. line: the one in which they begin."""
    segment = document.segment(line)
    return Evidence(
        quote=document.text[span.start : span.end],
        start=span.start,
        end=span.end,
        line=line,
        paragraph=segment.block + 1,
        page=segment.page,
        speaker=segment.voice,
        time=segment.time,
        match=span.match,
        differences=list(span.differences),
        altered=span.altered,
    )


@dataclass
class _Known:
    """What was found out of a document. It is asked for again: a second answer quotes what the first one did."""

    index: WordIndex | None = None
    """The words of its segments."""
    lines: dict[int, WordIndex] = field(default_factory=dict)
    """Those of single lines."""
    places: dict[tuple[str, int | None, int], tuple[Sequence[Span], int | None]] = field(default_factory=dict)
    """Of quotes, as `Citations._sought` finds them."""


class Citations:
    """Finds quotes in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [segment.start for segment in document.segments]
        # Kept on the document, as `cached_property` keeps things: many documents may be in hand at a time.
        self._known: _Known = vars(document).setdefault(_KEPT, _Known())

    @property
    def _index(self) -> WordIndex:
        if self._known.index is None:
            segments = self.document.segments
            self._known.index = WordIndex(self.document.text, [(segment.start, segment.end) for segment in segments])
        return self._known.index

    def find(self, quote: Quote, after: int = 0) -> list[Evidence]:
        """The evidence that a quote points to; empty if its words are not in the document.

        Of several mentions the one nearest to the quote's line is meant; without a line, the first
        that begins at `after` or behind it, or else the first.
        """
        spans, turn = self._places(quote, after)
        if turn is not None:
            return [whole_line(self.document, turn)]
        return [evidence for span in spans for evidence in self._evidences(span, quote.quote)]

    def place(self, quote: Quote) -> Span | None:
        """Where a quote stands, of several pieces the first; None if its words are not in the document."""
        spans, turn = self._places(quote, 0)
        if turn is not None:
            segment = self.document.segment(turn)
            return Span(segment.start, segment.end, Match.FOUND)
        return spans[0] if spans else None

    def says(self, quote: str) -> bool:
        """Whether the document has the words, though they may be too few to be found by: "it", "the"."""
        sought = self._index.quoted(quote)
        return bool(sought.codes) and sought.codes in self._index.codes

    def _places(self, quote: Quote, after: int) -> tuple[Sequence[Span], int | None]:
        """The spans that a quote points to, or the line that is meant by its number or its speaker label alone."""
        line = quote.line if quote.line and 1 <= quote.line <= len(self._starts) else None
        begin = self._starts[line - 1] if line else after
        key = quote.quote, line, begin
        places = self._known.places
        if key not in places:
            if len(places) >= _MOST_PLACES:
                places.clear()
            places[key] = self._sought(*key)
        return places[key]

    def _sought(self, quote: str, line: int | None, begin: int) -> tuple[Sequence[Span], int | None]:
        """As `_places`. begin: of several mentions without a line, the first from here on is meant."""

        def order(span: Span) -> tuple[Any, ...]:
            distance = abs(self._line_at(span.start) - line) if line else span.start < begin
            return distance, span.match is not Match.EXACT, span.start

        if line and not has_words(quote):
            return [], line  # a line is named, and no words of it
        if line and (copied := self._copied(quote, line, order)):
            return [copied], None
        if line and self._is_label(quote, line):
            return [], line
        spans = self._spans(quote, order, begin) or self._whole_turn(quote)
        if not spans or (line and self._line_at(spans[0].start) != line):
            turn = self._turn(quote, line)
            if turn and (not spans or turn == line):
                return [], turn
        return spans, None

    # Most quotes were copied from their line, or are the name of who speaks there. What all the words of the document
    # would give for them, those of the line give as well, and the document need not be cut into words.

    def _copied(self, quote: str, line: int, order: Order) -> Span | None:
        """Where a quote stands that was copied from its line as it is."""
        segment = self.document.segment(line)
        if self.document.text.find(quote.strip(), segment.start, segment.end) < 0:
            return None
        index = self._line_index(line)
        sought = index.quoted(quote)
        if is_scrap(sought.surfaces) and sought.codes != index.codes:
            return None  # two small words prove nothing, unless they are all that is said: "By me."
        found = locate(index, sought, order, segment.start)
        return found[0] if found and found[0].match is Match.EXACT else None

    def _is_label(self, quote: str, line: int) -> bool:
        """Whether a quote is the speaker label of its line, and no words of it."""
        if fold(quote.strip()) != fold(self.document.segment(line).voice or ""):
            return False
        index = self._line_index(line)
        sought = index.quoted(quote)
        return 0 < len(sought.surfaces) < LEAST_WORDS_FOR_NEAR and sought.codes not in index.codes

    def _line_index(self, line: int) -> WordIndex:
        if (index := self._known.lines.get(line)) is None:
            segment = self.document.segment(line)
            index = self._known.lines[line] = WordIndex(self.document.text, [(segment.start, segment.end)])
        return index

    def _spans(self, quote: str, order: Order, begin: int) -> list[Span]:
        if self._index.quoted(quote).codes not in self._index.codes:
            # What was copied along may be all that differs, or a name that seems changed.
            heads = self._heads if _MARK_OF_LABEL.search(quote) else _NUMBERS
            bare = heads.sub(" ", quote).strip()
            if bare != quote and (spans := _located(self._index, bare, order, begin)):
                return spans
        return _located(self._index, quote, order, begin)

    def _whole_turn(self, quote: str) -> list[Span]:
        """The one line that says no more than these small words: "On it."."""
        words = quote.strip()
        lines = [one for one in self.document.segments if one.end - one.start == len(words)] if words else []
        found = [one for one in lines if self.document.text.startswith(words, one.start)]
        return [Span(found[0].start, found[0].end, Match.EXACT)] if len(found) == 1 and has_words(words) else []

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _evidences(self, span: Span, quote: str) -> Iterator[Evidence]:
        for start, end in self._pieces(span):
            is_copied = span.match is Match.NORMALIZED and self.document.text[start:end] in quote
            match = Match.EXACT if is_copied else span.match
            yield _evidence(self.document, self._line_at(start), span._replace(start=start, end=end, match=match))

    def _pieces(self, span: Span) -> list[tuple[int, int]]:
        """The span without what lies between segments, save white space within one speaker's words."""
        text, pieces = self.document.text, list[tuple[int, int]]()
        speaker: str | None = None
        for line in range(self._line_at(span.start), self._line_at(span.end - 1) + 1):
            segment = self.document.segment(line)
            start, end = max(span.start, segment.start), min(span.end, segment.end)
            words = text[start:end]
            if not has_words(words):
                continue
            start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
            if pieces and speaker == segment.voice and not text[pieces[-1][1] : start].strip():
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
            speaker = segment.voice
        return pieces

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        speakers = {segment.voice for segment in self.document.segments if segment.voice}
        names = "|".join(re.escape(name) for name in sorted(speakers, key=len, reverse=True))
        label = rf"(?:{names})(?:\s\([^()\n]{{1,60}}\))?[ \t]?[:：]" if names else r"(?!)"
        return re.compile(rf"{_PLACE}(?:(?:{_LINE_HEAD})+(?:{label})?|{label})", re.M | re.I)

    def _turn(self, quote: str, line: int | None) -> int | None:
        """The line that a speaker label opens, where that label is all that was quoted."""
        name = fold(_LINE_HEADS.sub("", quote.strip()).rstrip(" \t:："))
        if line and fold(self.document.segment(line).voice or "") == name != "":
            return line
        return self._turns.get(name)

    @cached_property
    def _turns(self) -> dict[str, int]:
        turns: dict[str, int] = {}
        for line, segment in enumerate(self.document.segments, start=1):
            if segment.voice:
                turns.setdefault(fold(segment.voice), line)
        return turns


def _located(index: WordIndex, quote: str, order: Order, begin: int) -> list[Span]:
    sought = index.quoted(quote)
    return [] if is_scrap(sought.surfaces) else locate(index, sought, order, begin)
