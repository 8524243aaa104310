"""The canonical text of a source, and the numbered segments it falls into."""

import datetime
import hashlib
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Literal, NamedTuple

from .errors import DocumentError
from .words.languages import detect_language
from .words.sentences import sentence_spans

_BREAK = re.compile(r"\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")

Kind = Literal["transcript", "prose", "minutes"]
"""`transcript`: turns of named speakers; `minutes`: headings, bullets, attendance; `prose`: anything else."""

SegmentKind = Literal["sentence", "heading", "bullet"]


class Turn(NamedTuple):
    """One turn of a conversation: who, what, and seconds from the start where known."""

    speaker: str | None
    text: str
    time: float | None = None


class Gap(NamedTuple):
    """A part of the source that holds no text that can be read: where it is, and why."""

    place: str
    reason: str


class Message(NamedTuple):
    """The mail of a thread that a line belongs to."""

    writer: str | None = None
    """Who wrote the line, and is meant by "I" in it. None if that is not known."""
    quoted: bool = False
    """Whether it is an earlier mail that the document's mail quotes or has attached."""
    date: datetime.date | None = None
    """When an earlier mail was written, if it says so."""
    frame: bool = False
    """Whether the line belongs to the header of the mail, or is the heading over it."""


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
    page: int | None = None
    """Number of its page, from 1, where the format has pages."""
    organization: str | None = None
    """Of the speaker, where the source names it beside the name."""
    message: Message | None = None
    """The mail that it stands in."""

    @property
    def voice(self) -> str | None:
        """Who says "I" in it: the speaker, or the writer of the mail."""
        return self.speaker or (self.message.writer if self.message else None)

    @property
    def label(self) -> str | None:
        """The voice as the source names it: `Jane Roe`, `Jane Roe (Acme)`."""
        return f"{self.speaker} ({self.organization})" if self.speaker and self.organization else self.voice


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
    gaps: Sequence[Gap] = ()
    """Parts of the source that are not in the text: they make every brief of it incomplete."""

    def __post_init__(self) -> None:
        end = 0
        for line, segment in enumerate(self.segments, 1):
            if not end <= segment.start < segment.end <= len(self.text):
                raise DocumentError(
                    f"Segment {line} of {self.name} is [{segment.start}, {segment.end}) in a text of {len(self.text)}"
                    f" characters, after one that ends at {end}.",
                    hint="Segments must be in order, not empty, and must not overlap.",
                )
            end = segment.end

    def __getstate__(self) -> dict[str, object]:
        # What was computed of the text is sooner made again than sent to another process.
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8."""
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
        """A transcript from turns that a caller already holds, one paragraph a turn: `Speaker: text`.

        A turn without words is left out; blank lines inside a turn become single line breaks. Segments are
        the sentences of the turns. A time is seconds, 0 or more; anything else is a `DocumentError`.
        """
        parts: list[str] = []
        segments: list[Segment] = []
        offset = 0
        for block, turn in enumerate(turn for turn in map(_tidy, turns) if turn.text):
            label = f"{turn.speaker}: " if turn.speaker else ""
            parts.append(label + turn.text)
            for start, end in sentence_spans(turn.text):
                first = offset + len(label)
                segments.append(Segment(first + start, first + end, "sentence", turn.speaker, turn.time, block))
            offset += len(parts[-1]) + 2
        text = "\n\n".join(parts)
        return cls(
            text=text,
            segments=segments,
            name=name,
            kind="transcript" if any(segment.speaker for segment in segments) else "prose",
            title=title,
            date=date,
            date_basis=None if date is None else "given",
            language=detect_language(text),
        )


def canonical(text: str) -> str:
    """The text as it is kept: any line break is `\n`, no byte order mark, half a surrogate pair is U+FFFD.

    Only `\r\n` and the byte order mark change its length.
    """
    if text.isprintable():  # on one line, without any of them
        return text
    return _HALF_PAIR.sub("\ufffd", _BREAK.sub("\n", text.removeprefix("\ufeff")))


def _tidy(turn: Turn | tuple[str | None, str] | tuple[str | None, str, float | None]) -> Turn:
    speaker, text, *rest = turn
    if not isinstance(text, str) or not isinstance(speaker, str | None):
        raise DocumentError(
            f"A turn has {type(speaker).__name__} and {type(text).__name__} for who speaks and what is said.",
            hint="Give both as text; None where nobody is named.",
        )
    lines = (line.strip() for line in canonical(text).split("\n"))
    name = " ".join(canonical(speaker or "").split()) or None
    time = rest[0] if rest else None
    if time is not None and not (isinstance(time, int | float) and 0 <= time < math.inf):
        raise DocumentError(f"The time of a turn is {time}.", hint="Give seconds from the start, or None.")
    return Turn(name, "\n".join(line for line in lines if line), time)
