"""The messages of a mail thread, the newest first, each under a heading that says who wrote it and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .quoting import Row, attribution_at, attribution_before, header_at, rows_of_text

_QUOTED = "Quoted message:"
_SIGNATURE = re.compile(
    r"--\s*|__+|Sent from my .*|Envoyé de mon .*|Von meinem .*|Inviato da(?:l mio)? .*|Enviado desde mi .*"
)


@dataclass
class _Part:
    """Lines of one writer, below a heading but for the first."""

    heading: str | None
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        words = re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines).strip("\n"))
        return words if self.heading is None else f"## {self.heading}\n\n{words}".rstrip()


def lay_out(text: str, writer: str) -> str:
    """The text of a mail, each message that it quotes below it, under a heading of its own.

    Where answers stand between what they answer, the order stays, and each piece has its heading.
    writer: of the mail, in the heading of such answers.
    """
    parts = _parts(rows_of_text(text), None, f"{writer} wrote:" if writer else "Answer:")
    return "\n\n".join(words for part in parts if (words := part.text()))


def _parts(rows: Sequence[Row], heading: str | None, again: str) -> Iterator[_Part]:
    """The parts of a message and of all that it quotes; `again` heads what its writer says after a quotation."""
    history: list[tuple[str, list[str], int]] = []
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
        start = found[2]
    ends.append(len(rows))
    yield from _message(rows[: ends[0]], heading, again)
    for (title, fields, begin), end in zip(history, ends[1:], strict=True):
        if fields:
            yield _Part(title, fields)
        yield from _message(rows[begin:end], None if fields else title, title)


def _quotes_from(rows: Sequence[Row], number: int) -> tuple[str, list[str], int] | None:
    """A message that begins at a row and is not marked at the margin: its heading, its fields, its first row."""
    header = header_at(rows, number)
    if header is not None:
        return header.heading, header.fields, number + header.size
    found = attribution_at(rows, number)
    if found is None or any(row.depth for row in rows[found[1] : found[1] + 3]):
        return None
    return found[0], [], found[1]


def _message(rows: Sequence[Row], heading: str | None, again: str) -> Iterator[_Part]:
    """A message whose quotations are marked at the margin."""
    runs = _runs(rows)
    if not runs:
        yield _Part(heading, _words(rows))
        return
    found = [attribution_before(rows, start) for start, _ in runs]
    starts = [each[1] if each else start for each, (start, _) in zip(found, runs, strict=True)]
    titles: list[str] = []
    for each in found:
        titles.append(each[0] if each else titles[-1] if titles else _QUOTED)
    gaps = [rows[end:start] for (_, end), start in zip([(0, 0), *runs], [*starts, len(rows)], strict=True)]
    if len(runs) == 1 and (_says_nothing(gaps[0]) or _says_nothing(gaps[1])):
        yield _Part(heading, [*_words(gaps[0]), "", *_words(gaps[1])])
        yield from _quoted(rows[runs[0][0] : runs[0][1]], titles[0])
        return
    yield _Part(heading, _words(gaps[0]))
    for (start, end), title, after in zip(runs, titles, gaps[1:], strict=True):
        yield from _quoted(rows[start:end], title)
        if any(row.words for row in after):
            yield _Part(again, _words(after))


def _quoted(rows: Sequence[Row], title: str) -> Iterator[_Part]:
    yield from _parts([Row(max(row.depth - 1, 0), row.words) for row in rows], title, title)


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
