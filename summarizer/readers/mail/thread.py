"""The messages of a mail thread, the newest first, each under a heading that says who wrote it and when."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ...dating.forms import find_absolute
from ...documents import Message
from .quoting import Row, attribution_at, attribution_before, header_at, person_of, rows_of_text, writer_named

_QUOTED = "Quoted message:"
FRAME = Message(frame=True)
_SIGNATURE = re.compile(
    r"--\s*|__+|Sent from my .*|Envoyé de mon .*|Von meinem .*|Inviato da(?:l mio)? .*|Enviado desde mi .*"
)


class Piece(NamedTuple):
    """A stretch of a mail."""

    text: str
    message: Message = Message()
    """Whose it is."""


class _Author(NamedTuple):
    """Who writes a message."""

    heading: str
    """Over what they say after a quotation."""
    message: Message


class _Quoted(NamedTuple):
    """One that is quoted, and not marked at the margin."""

    author: _Author
    fields: list[str]
    """Of the header that was copied with it."""
    first: int
    """Its first row."""


@dataclass
class _Part:
    """Lines of one writer, below a heading but for the first."""

    heading: str | None
    lines: list[str] = field(default_factory=list)
    message: Message = FRAME

    def pieces(self) -> Iterator[Piece]:
        words = re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines).strip("\n"))
        if self.heading is not None:
            yield Piece(f"## {self.heading}", FRAME)
        if words.strip():
            yield Piece(words, self.message)


def lay_out(text: str, sender: str) -> list[Piece]:
    """The text of a mail, each message that it quotes below it, under a heading of its own; a blank line parts the pieces.

    Where answers stand between what they answer, the order stays, and each piece has its heading.
    sender: of the mail, as its header has it.
    """
    name = re.sub(r"\s*<[^<>]*>", "", sender).strip("\"' ") or sender
    author = _Author(f"{name} wrote:" if name else "Answer:", Message(person_of(sender)))
    return [piece for part in _parts(rows_of_text(text), None, author) for piece in part.pieces()]


def _parts(rows: Sequence[Row], heading: str | None, author: _Author) -> Iterator[_Part]:
    """The parts of a message and of all that it quotes."""
    history: list[_Quoted] = []
    ends: list[int] = []
    start = 0
    for number in range(len(rows)):
        if number < start or rows[number].depth:
            continue
        found = _quotes_from(rows, number)
        if found is None:
            continue
        history.append(found)
        ends.append(number)
        start = found.first
    ends.append(len(rows))
    yield from _message(rows[: ends[0]], heading, author)
    for (by, fields, begin), end in zip(history, ends[1:], strict=True):
        if fields:
            yield _Part(by.heading, fields)
        yield from _message(rows[begin:end], None if fields else by.heading, by)


def _quotes_from(rows: Sequence[Row], number: int) -> _Quoted | None:
    """A message that begins at a row and is not marked at the margin."""
    header = header_at(rows, number)
    if header is not None:
        message = Message(person_of(header.found.get("sender", "")), True, _day(header.found.get("when", "")))
        author = _Author(header.heading, message)
        return _Quoted(author, header.fields, number + header.size)
    found = attribution_at(rows, number)
    if found is None or any(row.depth for row in rows[found[1] : found[1] + 3]):
        return None
    return _Quoted(_attributed(found[0]), [], found[1])


def _attributed(heading: str) -> _Author:
    return _Author(heading, Message(writer_named(heading), True, _day(heading)))


def _day(words: str) -> datetime.date | None:
    """The one day that words give."""
    days = {found.date for found in find_absolute(words)}
    return days.pop() if len(days) == 1 else None


def _message(rows: Sequence[Row], heading: str | None, author: _Author) -> Iterator[_Part]:
    """A message whose quotations are marked at the margin."""
    runs = _runs(rows)
    if not runs:
        yield _Part(heading, _words(rows), author.message)
        return
    found = [attribution_before(rows, start) for start, _ in runs]
    starts = [each[1] if each else start for each, (start, _) in zip(found, runs, strict=True)]
    titles: list[str] = []
    for each in found:
        titles.append(each[0] if each else titles[-1] if titles else _QUOTED)
    gaps = [rows[end:start] for (_, end), start in zip([(0, 0), *runs], [*starts, len(rows)], strict=True)]
    if len(runs) == 1 and (_says_nothing(gaps[0]) or _says_nothing(gaps[1])):
        yield _Part(heading, [*_words(gaps[0]), "", *_words(gaps[1])], author.message)
        yield from _quoted(rows[runs[0][0] : runs[0][1]], titles[0])
        return
    yield _Part(heading, _words(gaps[0]), author.message)
    for (start, end), title, after in zip(runs, titles, gaps[1:], strict=True):
        yield from _quoted(rows[start:end], title)
        if any(row.words for row in after):
            yield _Part(author.heading, _words(after), author.message)


def _quoted(rows: Sequence[Row], title: str) -> Iterator[_Part]:
    yield from _parts([Row(max(row.depth - 1, 0), row.words) for row in rows], title, _attributed(title))


def _runs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Stretches marked as quoted, with the empty lines inside them."""
    marked = [number for number, row in enumerate(rows) if row.depth]
    if not marked:
        return []
    starts = [marked[0]]
    ends: list[int] = []
    for before, after in pairwise(marked):
        if any(row.words for row in rows[before + 1 : after]):
            ends.append(before + 1)
            starts.append(after)
    return list(zip(starts, [*ends, marked[-1] + 1], strict=True))


def _says_nothing(rows: Sequence[Row]) -> bool:
    """Whether nothing is there but a signature."""
    first = next((row.words for row in rows if row.words), None)
    return first is None or bool(_SIGNATURE.fullmatch(first))


def _words(rows: Sequence[Row]) -> list[str]:
    return [row.words for row in rows]
