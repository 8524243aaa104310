"""Physical lines of a text, the markup around what they say, and which of their breaks a margin made, not the writer."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...words.abbreviations import is_unfinished

Mark = Literal["blank", "rule", "heading", "bullet", "row", "text"]
"""`rule`: nothing but markup, such as `---`, `|---|` or a code fence; `row`: a row of a table."""
_LONGEST_BOLD_LINE = 100
FIELD = re.compile(
    r"(?:\*\*|__)?[^\W\d_][\w/&()'’-]{1,24}(?:[^\S\n][\w#/&().'’-]{1,20}){0,3}(?:\*\*|__)?[:：](?=\s|\Z|\*\*|__)"
)
"""`Present: ...`, `Date of meeting: ...`: a line of its own whatever stands around it."""
CONTINUATION = re.compile(r"(?:…|\.\.\.)[^\S\n]+")
"""How W3C minutes begin a further line of the same speaker."""

SECTION = re.compile(
    r"Attendees|Participants|Invitees|Speakers|Present|Absent|Apologies|Regrets|Agenda|Summary|Transcript|Decisions|Action items",
    re.IGNORECASE,
)
"""Alone on a line, the name of what stands below it."""

_NARROWEST, _WIDEST = 40, 160
"""Columns between which an editor's margin lies."""
_FEWEST_SMALL, _SMALL_SHARE = 6, 0.8
_ENDS = ".!?:;,…。！？؟।"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `text[start:end]` is what it says, without the markup and space around it."""

    start: int
    end: int
    mark: Mark
    indent: int = 0
    quoted: bool = False
    literal: bool = False
    """Inside a code fence or front matter: neither a label nor a heading."""

    def __len__(self) -> int:
        return self.end - self.start


_PREFIX = re.compile(
    r"""(?P<indent>[^\S\n]*)(?P<quote>(?:>[^\S\n]?)*)[^\S\n]*
    (?: (?P<hashes>\#{1,6})[^\S\n]+
      | (?P<bullet>\\?[-*+•●◦▪‣⁃·–—][^\S\n]+(?:\(?\d{1,3}\\?[.)][^\S\n]+)? | \(?\d{1,3}(?:\.\d{1,3})*\\?[.)][^\S\n]+ | \#[.)][^\S\n]+ | \(?(?:[a-z]|[ivx]{2,4})\)[^\S\n]+ | (?:\[[ xX✓✔]\]|[☐☑☒])[^\S\n]+)
    )?+""",
    re.VERBOSE,
)
_RULE = re.compile(r"([-*_=~#•])(?:[^\S\n]*\1){2,}|[-*_=+•>]{1,2}|\#{1,6}|(?:```|~~~).*")
_SEPARATOR = "|:+- \t"
_PARAGRAPH = re.compile(r"(?P<number>\d{1,3})[^\S\n]+(?=[A-Z][\w’'-]*(?:[^\S\n]+\S+){3})")
_FEWEST_NUMBERED = 3
_FENCE = re.compile(r"```|~~~")
_FRONT_MATTER = re.compile(r"\s*---[^\S\n]*\n(?:[^\n]*\n){0,60}?---[^\S\n]*(?=\n|\Z)")


def lines_of(text: str) -> list[Line]:
    """The lines of a text whose breaks are all `\\n`."""
    matter = _FRONT_MATTER.match(text)
    front = matter.end() if matter else 0
    lines: list[Line] = []
    offset, fenced = 0, False
    for raw in text.split("\n"):
        fence = bool(_FENCE.match(raw.lstrip()))
        lines.append(_line(text, offset, offset + len(raw), literal=fenced or offset < front))
        fenced ^= fence
        offset += len(raw) + 1
    return _numbered(text, lines)


def _numbered(text: str, lines: list[Line]) -> list[Line]:
    """The same lines, those that a number without a mark opens, `2 Anna Borg presented the budget.`, as items from 1 on."""
    found: list[list[tuple[int, int]]] = []
    for at, line in enumerate(lines):
        number = _PARAGRAPH.match(text, line.start, line.end) if line.mark == "text" and not line.literal else None
        if number is None:
            continue
        if number["number"] == "1":
            found.append([])
        if found and int(number["number"]) == len(found[-1]) + 1:
            found[-1].append((at, number.end()))
    for at, start in (each for run in found if len(run) >= _FEWEST_NUMBERED for each in run):
        lines[at] = replace(lines[at], mark="bullet", start=start)
    return lines


def _line(text: str, start: int, end: int, *, literal: bool) -> Line:
    content = text[start:end]
    stripped = content.strip()
    if not stripped:
        return Line(start, start, "blank")
    if _RULE.fullmatch(stripped) or not stripped.strip(_SEPARATOR):
        return Line(start, start, "rule")
    end -= len(content) - len(content.rstrip())
    if literal:
        return Line(start + len(content) - len(content.lstrip()), end, "text", literal=True)
    prefix = _PREFIX.match(text, start, end)
    assert prefix is not None  # every part of the pattern is optional
    indent = len(prefix["indent"].expandtabs(4))
    quoted = bool(prefix["quote"])
    if prefix["hashes"]:
        return _heading(text, prefix.start("hashes"), prefix.end(), end, indent)
    first = prefix.end()
    if first == end:
        return Line(start, start, "rule")
    if not prefix["bullet"] and (text[first] == "|" or text.count("|", first, end) > 1):
        return _row(text, first, end, indent)
    return Line(first, end, "bullet" if prefix["bullet"] else "text", indent, quoted)


def _heading(text: str, hashes: int, start: int, end: int, indent: int) -> Line:
    words = text[start:end]
    closed = words.rstrip("#").rstrip()
    if closed != words and words[len(closed) : len(closed) + 1].isspace():
        end = start + len(closed)
    return Line(start, end, "heading", indent) if start < end else Line(hashes, hashes, "rule")


def _row(text: str, start: int, end: int, indent: int) -> Line:
    while start < end and (text[start] == "|" or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] == "|" or text[end - 1].isspace()):
        end -= 1
    return Line(start, end, "row", indent) if start < end else Line(start, start, "rule")


def row_line(cells: Iterable[str]) -> str:
    """A row of a table as a line. A bar inside a cell is written broken, so that it parts no cell in two."""
    return f"| {' | '.join(cell.replace('|', '¦') for cell in cells)} |"


def stands_out(words: str) -> bool:
    """Whether a line in bold type is short enough, and ends, as a heading does."""
    return len(words) <= _LONGEST_BOLD_LINE and words[-1] not in ".!?;,*_" and any(map(str.isalpha, words))


class Wrapping:
    """The margin of a text, and which of its line breaks that margin made."""

    def __init__(self, text: str, lines: Sequence[Line], labelled: Container[int]) -> None:
        self.text = text
        self.lines = lines
        inner = sorted(
            self._column(line)
            for number, line in enumerate(lines[:-1])
            if line.mark in ("text", "bullet") and lines[number + 1].mark == "text" and number + 1 not in labelled
        )
        texts = [len(line) for line in lines if line.mark == "text"]
        whole_paragraphs = 2 * sum(length for length in texts if length > _WIDEST) > sum(texts)
        begun = (text[line.start] for line in lines if line.mark in ("text", "bullet"))
        first = [letter for letter in begun if letter.isalpha()]
        self.small = len(first) >= _FEWEST_SMALL and sum(map(str.islower, first)) >= _SMALL_SHARE * len(first)
        """Whether lines begin with small letters throughout, as in notes typed by hand: then such a letter goes on nothing."""
        self.margin = inner[int(len(inner) * 0.95)] if inner and not whole_paragraphs else 0

    def joins(self, number: int) -> bool:
        """Whether the sentence may go on from this line to the next."""
        line, following = self.lines[number], self.lines[number + 1]
        if line.literal or CONTINUATION.match(self.text, following.start) or FIELD.match(self.text, following.start):
            return False
        if SECTION.fullmatch(self.text, following.start, following.end):
            return False
        words = self.text[following.start : following.end].split(maxsplit=4)
        if _NARROWEST <= self.margin <= _WIDEST and self._column(line) + 1 + len(words[0]) > self.margin:
            return True
        above = self.text[line.start : line.end]
        broken = (
            self.text[line.end - 1] not in _ENDS and words[0][:1].islower() and not (self.small and line.mark == "text")
        )
        return (broken or is_unfinished(above, words[0])) and len(words) > 1 and len(above.split(maxsplit=4)) > 3

    def _column(self, line: Line) -> int:
        return line.end - self.text.rfind("\n", 0, line.start) - 1
