"""The canonical text of a source, and the numbered segments it falls into."""

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

Kind = Literal["transcript", "prose", "minutes"]
"""`transcript`: turns of named speakers; `minutes`: headings, bullets, attendance; `prose`: anything else."""

SegmentKind = Literal["sentence", "heading", "bullet"]


class Turn(NamedTuple):
    """One turn of a conversation: who, what, and seconds from the start where known."""

    speaker: str | None
    text: str
    time: float | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, heading or bullet: `document.text[start:end]`, without surrounding white space."""

    start: int
    end: int
    kind: SegmentKind = "sentence"
    speaker: str | None = None
    time: float | None = None
    block: int = 0
    """Number of the turn, paragraph or list item it belongs to, from 0."""


@dataclass(frozen=True)
class Document:
    """A source as the rest of the package sees it. All offsets are `str` indices into `text`, half-open.

    Every character of `text` outside the segments is white space, a speaker label, a time or markup
    of the format: nothing that could be evidence. Lines are segments numbered from 1.
    """

    text: str
    segments: Sequence[Segment] = field(repr=False)
    name: str = "document"
    kind: Kind = "prose"
    title: str | None = None
    date: datetime.date | None = None
    date_basis: str | None = None
    """`given`, or the words that the date was read from."""
    language: str | None = None
    """ISO 639-1 code, where it could be told."""

    @cached_property
    def sha256(self) -> str:
        """Of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def segment(self, line: int) -> Segment:
        """The segment with that number, from 1."""
        return self.segments[line - 1]

    def line_text(self, line: int) -> str:
        """The words of a line as they stand in the source."""
        segment = self.segment(line)
        return self.text[segment.start : segment.end]

    @classmethod
    def from_turns(
        cls,
        turns: Iterable[Turn | tuple[str | None, str] | tuple[str | None, str, float | None]],
        *,
        name: str = "document",
        title: str | None = None,
        date: datetime.date | None = None,
    ) -> "Document":
        """A transcript from turns that a caller already holds, one paragraph a turn: `Speaker: text`."""
        raise NotImplementedError
