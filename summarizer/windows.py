"""Split a document into windows: runs of whole lines that fit one request, shown with their numbers.

Sizes are in tokens as `tokens.estimate` counts them, of the lines as they are shown. A line is never divided:
the readers make none longer than `sentences.LONGEST`. In a document of a caller's own it may be larger than a
window; then it is one by itself, and if no model takes it, it is unread.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .documents import Document
from .words.tokens import estimate

MOST = 12_000
"""Tokens of a window, however large the model's context: of a longer text, models leave out more."""
LEAST = 250
"""Tokens below which a window is not divided: where one so small does not fit, it is the prompt that does not."""


class Window(NamedTuple):
    """Lines `first` to `last` of a document, both inclusive, numbered from 1."""

    first: int
    last: int


def split(document: Document, tokens: int = MOST) -> list[Window]:
    """Windows of at most so many tokens, few and about as large as each other.

    Together they hold every line once, in order. Each is cut before a heading, else where a turn, a paragraph or
    a list item ends, if one does in its second half; else between two lines. A line larger than that
    is a window by itself.
    """
    whole = Window(1, len(document.segments))
    if document.segments and size(document, whole) <= tokens:
        return [whole]
    sizes = _Sizes(document)
    windows = sizes.packed(tokens)
    if len(windows) < 2:
        return windows
    least = min(tokens, int(sizes.before[-1]) // len(windows))
    even = bisect_left(range(tokens), True, lo=least, key=lambda limit: len(sizes.packed(limit)) <= len(windows))
    return sizes.packed(even)


def size(document: Document, window: Window) -> float:
    """Tokens of a window as a model sees it."""
    return estimate(render(document, window))


def halves(document: Document, window: Window) -> tuple[Window, Window] | None:
    """Two windows that together are this one, cut about its middle as `split` cuts; None for a single line."""
    if window.first == window.last:
        return None
    middle = (window.first + window.last) // 2
    last = _best_end(document, (window.first + middle) // 2, middle)
    return Window(window.first, last), Window(last + 1, window.last)


def portions(document: Document, lines: Sequence[int], tokens: int = MOST) -> list[list[int]]:
    """The lines in portions whose `excerpt` is of at most so many tokens, each at least of one line."""
    found: list[list[int]] = []
    filled = 0.0
    for line in lines:
        shown = estimate(excerpt(document, [line]))
        if not found or filled + shown > tokens:
            found.append([])
            filled = 0.0
        found[-1].append(line)
        filled += shown
    return found


class _Sizes:
    """What each line of a document takes, counted once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.before = [0.0]
        """Tokens of all lines before the one of that index."""
        self.heads: list[float] = []
        """Tokens that stand before a line, or in it, only where it begins a window."""
        heading: int | None = None
        shown: list[float] = []
        for number in range(1, len(document.segments) + 1):
            opens = _opens(document, number)
            shown.append(estimate(_shown(document, number, labelled=opens)))
            label = "" if opens else _label(document, number)
            if document.segment(number).kind == "heading":
                heading, above = number, ""
            else:
                above = "" if heading is None else _continued(document, heading)
            self.heads.append(estimate(above) + estimate(label))
        self.before = list(accumulate(shown, initial=0.0))

    def packed(self, tokens: float) -> list[Window]:
        """Windows one after the other, each as full as it may be."""
        windows: list[Window] = []
        first, lines = 1, len(self.document.segments)
        while first <= lines:
            begun = self.before[first - 1]
            full = begun + tokens - self.heads[first - 1]
            last = max(first, bisect_right(self.before, full) - 1)
            if last < lines:
                half = bisect_left(self.before, (begun + full) / 2)
                last = _best_end(self.document, min(max(first, half), last), last)
            windows.append(Window(first, last))
            first = last + 1
        return windows


def _best_end(document: Document, low: int, high: int) -> int:
    """The last of these lines before which, as the beginning of the next window, is best cut."""
    turn = None
    for line in range(high, low - 1, -1):
        if document.segment(line).kind == "heading":
            continue  # what it heads would be parted from it
        if document.segment(line + 1).kind == "heading":
            return line
        if turn is None and _opens(document, line + 1):
            turn = line
    return high if turn is None else turn


def render(document: Document, window: Window) -> str:
    """The window as a model sees it: `[12] Speaker: words`, a line of the document on a line.

    The speaker stands where a turn begins and at the head of the window; the heading in force is
    repeated there without a number, since it belongs to an earlier window.
    """
    lines = [
        _shown(document, number, labelled=number == window.first or _opens(document, number))
        for number in range(window.first, window.last + 1)
    ]
    heading = _heading_above(document, window.first)
    return "\n".join(lines if heading is None else [_continued(document, heading), *lines])


def excerpt(document: Document, lines: Sequence[int]) -> str:
    """Single lines with their numbers, each between its neighbours, which stand there without."""
    wanted = set(lines)
    near = sorted({line + step for line in wanted for step in (-1, 0, 1)} & set(range(1, len(document.segments) + 1)))
    shown: list[str] = []
    for at, number in enumerate(near):
        if at and near[at - 1] != number - 1:
            shown.append("...")
        segment = document.segment(number)
        label = f"{_on_one_line(segment.label)}: " if segment.label else ""
        mark = f"[{number}] " if number in wanted else "    "
        shown.append(f"{mark}{label}{_on_one_line(document.line_text(number))}")
    return "\n".join(shown)


def _shown(document: Document, number: int, *, labelled: bool) -> str:
    segment = document.segment(number)
    words = _on_one_line(document.line_text(number))
    if segment.kind == "heading":
        words = f"# {words}"
    elif segment.kind == "bullet":
        words = f"- {words}"
    elif labelled:
        words = _label(document, number) + words
    return f"[{number}] {words}"


def _label(document: Document, number: int) -> str:
    segment = document.segment(number)
    return f"{_on_one_line(segment.label)}: " if segment.label and segment.kind == "sentence" else ""


def _opens(document: Document, number: int) -> bool:
    """Whether a turn, a paragraph or a list item begins with this line."""
    return number == 1 or document.segment(number).block != document.segment(number - 1).block


def _continued(document: Document, heading: int) -> str:
    return f"(continued, under the heading: {_on_one_line(document.line_text(heading))})"


def _heading_above(document: Document, first: int) -> int | None:
    """The heading in force where a window begins; None if it begins with one."""
    above = next((number for number in range(first, 0, -1) if document.segment(number).kind == "heading"), first)
    return None if above == first else above


def _on_one_line(words: str) -> str:
    # Not only \n: a hostile text must not be able to begin a line of the prompt by any line separator.
    return " ".join(words.split())
