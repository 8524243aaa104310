"""Paragraphs, list items and headings of a printed region, told by the space, the indents and the type of its lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...words.abbreviations import is_unfinished
from .grids import Line

MARKER = re.compile(r"(?:[•*+–-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{2,4})[.)])\s")
"""Before an item of a list."""
LABEL = re.compile(r"[^\W\d_a-z][^:：\n.]{0,40}[:：](?:\s|\Z)|#{1,6}\s|(?:…|\.\.\.)\s|\[?\d{1,2}:\d\d")
"""Begins a turn, a field, a heading in marks of Markdown or a further line of minutes."""
_ENDS = ".!?:;…。！？؟।"
_CLOSERS = "\"'”’»)]*_"
_CLOCK = re.compile(r"\d:\d\d")
_LARGE = 1.15
_LONGEST_TITLE, _LONGEST_BOLD = 200, 100


@dataclass
class Paragraph:
    """Lines that are one line of the text."""

    lines: list[Line]
    heading: int = 0
    """Level, or 0."""
    tight: bool = False
    """No blank line parts it from the one above."""

    @property
    def row(self) -> bool:
        return self.lines[0].row


@dataclass(frozen=True)
class Setting:
    """How a document is set."""

    size: float
    bold: bool
    """Most of it is bold, so that bold type tells nothing."""
    titles: Sequence[float]
    """Sizes of larger type, the largest first."""
    recurring: Counter[str]
    """Lines in bold type, such as the names of speakers, with how often they come."""


def ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _ENDS


def is_full(above: Line, below: Line) -> bool:
    """Whether the first word of the line below would not have fitted on the line above."""
    return above.right + 0.2 * above.size + below.head > above.edge - 0.01 * abs(above.edge - above.left)


def goes_on(above: Line, below: Line) -> bool:
    """Whether a sentence that the line above leaves open surely goes on below."""
    if ends_sentence(above.text) or len(above.text.split()) <= 3 or MARKER.match(below.text):
        return False
    return below.text[:1].islower() or is_unfinished(above.text, below.text.split()[0])


def paragraphs_of(lines: Sequence[Line], setting: Setting) -> list[Paragraph]:
    """The paragraphs of a region, from the top."""
    return _merged_titles(list(_Splitter(lines, setting).paragraphs()))


class _Splitter:
    def __init__(self, lines: Sequence[Line], setting: Setting) -> None:
        self.lines = lines
        self.setting = setting
        self.leading = _leading(lines)

    def paragraphs(self) -> Iterator[Paragraph]:
        current: Paragraph | None = None
        for number, line in enumerate(self.lines):
            level = self._heading(number)
            if current is None:
                current = Paragraph([line], level)
                continue
            parted = self._is_parted(number)
            if not (parted or level or current.heading) and self._joins(current, number):
                current.lines.append(line)
                continue
            yield current
            loose = parted or (bool(level or current.heading)) or line.row != current.row
            indented = not loose and not line.row and self._is_indented(current, number)
            current = Paragraph([line], level, tight=not (loose or indented))
        if current is not None:
            yield current

    def _heading(self, number: int) -> int:
        """Level of the heading that a line is, or 0."""
        line, setting = self.lines[number], self.setting
        if line.row or not any(c.isalpha() for c in line.text) or line.text.startswith(("#", "|")):
            return 0
        if line.size > _LARGE * setting.size:
            short = len(line.text) <= _LONGEST_TITLE and not (
                line.text.endswith((".", ",", ";")) and len(line.text) > 60
            )
            return setting.titles.index(round(line.size)) + 1 if short and round(line.size) in setting.titles else 0
        return self._bold_heading(number)

    def _bold_heading(self, number: int) -> int:
        """A line of bold type that is no name of a speaker and no sentence."""
        line, setting = self.lines[number], self.setting
        if not line.bold or setting.bold or len(line.text) > _LONGEST_BOLD or line.text.endswith((".", ",", ";")):
            return 0
        if setting.recurring[line.text] > 1 or _CLOCK.search(line.text) or MARKER.fullmatch(f"{line.text} "):
            return 0
        following = self.lines[number + 1] if number + 1 < len(self.lines) else None
        wrapped = following is not None and following.bold and is_full(line, following)
        above = self.lines[number - 1] if number else None
        wraps = above is not None and above.bold and is_full(above, line) and not self._is_parted(number)
        return 0 if wrapped or wraps else min(len(setting.titles) + 1, 6)

    def _is_parted(self, number: int) -> bool:
        """Whether more space than within a paragraph stands above a line."""
        above, line = self.lines[number - 1], self.lines[number]
        if above.row and line.row:
            return False
        step, size = line.base - above.base, max(above.size, line.size)
        return step > 1.25 * max(self.leading, size) + 0.5 or abs(above.size - line.size) > 0.12 * size or step < 0

    def _joins(self, current: Paragraph, number: int) -> bool:
        """Whether a line goes on with the paragraph above it."""
        above, line = self.lines[number - 1], self.lines[number]
        if above.row or line.row or (MARKER.match(line.text) and not self._is_dash(current, number)):
            return False
        if not is_full(above, line):
            return goes_on(above, line) and not LABEL.match(line.text)
        if self._is_indented(current, number) or (LABEL.match(line.text) and ends_sentence(above.text)):
            return False
        hanging = len(current.lines) > 1 and line.left < above.left - 0.6 * line.size
        return not (hanging and ends_sentence(above.text))

    def _is_dash(self, current: Paragraph, number: int) -> bool:
        """Whether what looks like the mark of an item only happens to begin a line of a sentence: `May - the`, `on 3. June`."""
        above, line, first = self.lines[number - 1], self.lines[number], current.lines[0]
        level = abs(line.left - above.left) < 0.3 * line.size
        within = level and is_full(above, line) and not ends_sentence(above.text)
        return (
            within
            and line.text[0] != "•"
            and not (MARKER.match(first.text) and abs(first.left - line.left) < line.size)
        )

    def _is_indented(self, current: Paragraph, number: int) -> bool:
        """Whether a line stands in as the first of a paragraph does, and not as those of a list item do."""
        above, line = self.lines[number - 1], self.lines[number]
        indent = 0.6 * line.size
        if line.left < above.left + indent or MARKER.match(line.text) or MARKER.match(current.lines[0].text):
            return False
        if not is_full(above, line):
            return len(current.lines) > 1 or ends_sentence(above.text)
        if not ends_sentence(above.text):
            return False
        if number + 1 == len(self.lines) or self._is_parted(number + 1):
            return len(current.lines) > 1
        return self.lines[number + 1].left < line.left - indent


def _leading(lines: Sequence[Line]) -> float:
    """The space between the lines of a paragraph: the smallest that is usual."""
    steps: Counter[int] = Counter()
    for above, below in pairwise(lines):
        step = below.base - above.base
        if not (above.row or below.row) and 0.9 * below.size < step < 3 * below.size:
            steps[round(step)] += 1
    return min((step for step, count in steps.items() if 8 * count >= steps.total()), default=0)


def _merged_titles(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Headings that take several lines as one; what is as long as a paragraph is none, however large."""
    merged: list[Paragraph] = []
    for each in paragraphs:
        above = merged[-1] if merged else None
        if above and above.heading and above.heading == each.heading and _is_one_title(above.lines[-1], each.lines[0]):
            above.lines.extend(each.lines)
        else:
            merged.append(each)
    for each in merged:
        if len(each.lines) > 1 and each.heading and sum(len(line.text) for line in each.lines) > _LONGEST_TITLE:
            each.heading = 0
    return merged


def _is_one_title(above: Line, below: Line) -> bool:
    near = 0 < below.base - above.base < 1.6 * below.size and abs(above.size - below.size) < 0.5
    return near and above.bold == below.bold and is_full(above, below)
