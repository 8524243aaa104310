"""Split a document into windows: runs of whole lines that fit one request, shown with their numbers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .documents import Document

CHARACTERS = 48_000
"""Size of a window unless an engine says otherwise: some 12,000 tokens, which any current model takes."""


class Window(NamedTuple):
    """Lines `first` to `last` of a document, both inclusive, numbered from 1."""

    first: int
    last: int

    def halves(self) -> "tuple[Window, Window] | None":
        """Two windows that together are this one; None for a single line."""
        if self.first == self.last:
            return None
        middle = (self.first + self.last) // 2
        return Window(self.first, middle), Window(middle + 1, self.last)


def split(document: Document, characters: int = CHARACTERS) -> list[Window]:
    """Windows of at most so many characters of source, cut at turns and paragraphs where possible.

    Together they hold every line once, in order. A single line longer than that is a window of its own.
    """
    windows: list[Window] = []
    first = 1
    for run in _blocks(document, characters):
        if run.first > first and length(document, Window(first, run.last)) > characters:
            windows.append(Window(first, run.first - 1))
            first = run.first
    if document.segments:
        windows.append(Window(first, len(document.segments)))
    return windows


def length(document: Document, window: Window) -> int:
    """Characters of the source from the beginning of a window to its end."""
    return document.segment(window.last).end - document.segment(window.first).start


def _blocks(document: Document, characters: int) -> Iterator[Window]:
    """The turns, paragraphs and list items of a document; one too long for a window line by line."""
    segments = document.segments
    first = 1
    for line in range(1, len(segments) + 1):
        if line < len(segments) and segments[line].block == segments[line - 1].block:
            continue
        block = Window(first, line)
        if length(document, block) <= characters:
            yield block
        else:
            yield from (Window(single, single) for single in range(first, line + 1))
        first = line + 1


def render(document: Document, window: Window) -> str:
    """The window as a model sees it: `[12] Speaker: words`, a line of the document on a line.

    The speaker stands where a turn begins and at the head of the window; the heading in force is
    repeated there without a number, since it belongs to an earlier window.
    """
    lines: list[str] = []
    heading = _heading_before(document, window)
    if heading:
        lines.append(f"(continued, under the heading: {heading})")
    block: int | None = None
    for number in range(window.first, window.last + 1):
        segment = document.segment(number)
        words = _on_one_line(document.line_text(number))
        if segment.kind == "heading":
            words = f"# {words}"
        elif segment.kind == "bullet":
            words = f"- {words}"
        elif segment.speaker and segment.block != block:
            words = f"{_on_one_line(segment.speaker)}: {words}"
        block = segment.block
        lines.append(f"[{number}] {words}")
    return "\n".join(lines)


def excerpt(document: Document, lines: Sequence[int]) -> str:
    """Single lines with their numbers, each between its neighbours, which stand there without."""
    wanted = set(lines)
    near = sorted({line + step for line in wanted for step in (-1, 0, 1)} & set(range(1, len(document.segments) + 1)))
    shown: list[str] = []
    for at, number in enumerate(near):
        if at and near[at - 1] != number - 1:
            shown.append("...")
        segment = document.segment(number)
        label = f"{_on_one_line(segment.speaker)}: " if segment.speaker else ""
        mark = f"[{number}] " if number in wanted else "    "
        shown.append(f"{mark}{label}{_on_one_line(document.line_text(number))}")
    return "\n".join(shown)


def _heading_before(document: Document, window: Window) -> str | None:
    for number in range(window.first - 1, 0, -1):
        if document.segment(number).kind == "heading":
            return _on_one_line(document.line_text(number))
    return None


def _on_one_line(words: str) -> str:
    # Not only \n: a hostile text must not be able to begin a line of the prompt by any line separator.
    return " ".join(words.split())
