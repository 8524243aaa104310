"""The paragraphs and tables of a word processor's document, and the text in the marks of Markdown that they make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...documents import Gap, canonical
from ...words.struck import mark_strikes
from ..reading import Written
from ..text.lines import CONTINUATION, row_line, stands_out
from ..text.tables import is_spoken

DRAWN = {
    0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☑", 0xF0FD: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF0E0: "→", 0xF0B7: "•",
}  # fmt: skip
"""Characters of the fonts Wingdings and Symbol, such as the ticks of an attendance list, by the codes that all formats use."""
_TIDY = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f", " ")
    | {"\u2011": "-"}
    | {chr(code): sign for code, sign in DRAWN.items()}
    | dict.fromkeys(
        "\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c\ufffc" + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
)
"""Spaces and hyphens that do not break are plain ones in a text; marks that only steer the layout are none."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r" {2,}")
_TABS = re.compile(r" ?\t[ \t]*")
_NUMBER = re.compile(r"\(?(?P<core>\d{1,3}(?:\.\d{1,3})*)[.):]?\)?")
_LETTER = re.compile(r"\(?(?P<core>[a-z]|[ivx]{2,4})[.):]?\)?")
_WORD = re.compile(r"[^\W_]+")
_TYPED = re.compile(r"(?:[-*+•◦▪·–]|\(?\d{1,3}[.)])\s+\S")
"""What begins an item of a list that is typed, so that the format knows of none."""
_SPACE_BEFORE = re.compile(r"[ \u00a0]{1,20}")

_LONGEST_CELL = 600
"""Characters; a row with a cell that says more lays out the page, and lists no data."""
_SHORT = 39
"""Characters of a line that the margin of an editor cannot have broken."""
_NARROWEST = 55
"""Characters of the lines that a margin breaks, at the least."""
_PROSE = 120
"""Characters beyond which a paragraph is no line of a list."""
_FULL = 15_000
"""Square millimetres of a picture that fills a page: a quarter of a sheet of A4."""
_FEWEST = 40
"""Words beside each such picture, at the least, in a document that holds its text as text."""


@dataclass
class Paragraph:
    """One paragraph as the format shows it; `\\n` in its words is a line break, and `\\t` a tab."""

    words: str
    heading: int = 0
    """Its level, from 1; 0 of what is no heading."""
    label: str = ""
    """The bullet or number before a list item or heading."""
    depth: int = 0
    """Of a list item within other lists, from 0."""
    bold: bool = False
    """All of it, as a heading that has no style of its own."""


@dataclass
class Table:
    """Rows of cells, each of them a document in itself."""

    rows: "list[list[list[Paragraph | Table]]]" = field(default_factory=list)


Content = list[Paragraph | Table]


@dataclass
class Flow:
    """What a reader gathers from a document."""

    content: Content = field(default_factory=list)
    notes: list[Content] = field(default_factory=list)
    """Footnotes and endnotes, in the order of their marks `[1]`, `[2]` in the text."""
    pictures: int = 0
    """Those that fill a page."""
    comments: int = 0
    """Those in the margin, which are somebody's words on the document and none of its own."""
    gaps: list[Gap] = field(default_factory=list)

    def add_picture(self, width: float, height: float) -> None:
        """width, height: in millimetres, as shown."""
        self.pictures += width * height >= _FULL

    def mark_of_note(self) -> str:
        """For the note that is added next."""
        return f"[{len(self.notes) + 1}]"

    def written(self) -> Written:
        """The text, notes at its end."""
        blocks = list(_blocks(self.content))
        if notes := [_with_mark(number, note) for number, note in enumerate(self.notes, 1)]:
            blocks.append(_Block("rule", "---"))
            blocks.extend(block for note in notes for block in _blocks(note))
        text = canonical(_joined(blocks))
        gaps = list(self.gaps)
        if self.pictures and len(_WORD.findall(text)) < _FEWEST * self.pictures:
            gaps.append(Gap("the document", f"holds pictures that fill a page ({self.pictures}), and hardly any text"))
        if self.comments:
            gaps.append(Gap(f"comments in the margin ({self.comments})", "are not read"))
        return Written(text, gaps=gaps)


@dataclass(frozen=True)
class _Block:
    kind: str
    """`heading`, `item`, `row`, `text`, `rule`, or `blank` for a paragraph without words."""
    text: str


def _with_mark(number: int, note: Content) -> Content:
    first = note[0] if note and isinstance(note[0], Paragraph) else None
    if first is None:
        return [Paragraph(f"[{number}]"), *note]
    return [Paragraph(f"[{number}] {tidy(first.words)}"), *note[1:]]


def tidy(words: str) -> str:
    """Words as one would type them, without empty lines or space around lines."""
    words = _TABS.sub("\t", _SPACES.sub(" ", _CONTROL.sub("", mark_strikes(words)).translate(_TIDY)))
    return "\n".join(line for line in map(str.strip, canonical(words).split("\n")) if line)


def _blocks(content: Content) -> Iterator[_Block]:
    for each in content:
        if isinstance(each, Table):
            yield from _rows(each)
        else:
            yield _paragraph(each)


def _paragraph(paragraph: Paragraph) -> _Block:
    words = tidy(paragraph.words)
    if not words:
        return _Block("blank", "")
    line = " ".join(words.split("\n"))
    label = paragraph.label.strip()
    if paragraph.heading:
        number = f"{label} " if any(map(str.isalnum, label)) else ""
        return _Block("heading", f"{'#' * min(paragraph.heading, 6)} {number}{line}")
    if label:
        indent = "  " * paragraph.depth
        return _Block("item", f"{indent}{_list_mark(label)} " + words.replace("\n", f"\n{indent}  "))
    if _TYPED.match(words):
        space = _SPACE_BEFORE.match(paragraph.words.expandtabs(4))
        return _Block("item", (" " * space.end() if space else "") + words)
    if paragraph.bold and "\n" not in words and stands_out(words):
        return _Block("text", f"**{words}**")
    return _Block("text", words)


def _list_mark(label: str) -> str:
    """The label as Markdown and the text reader know it; one that they do not know follows a dash."""
    if not any(map(str.isalnum, label)):
        return "-"
    if number := _NUMBER.fullmatch(label):
        return f"{number['core']}."
    if letter := _LETTER.fullmatch(label):
        return f"{letter['core']})"
    return f"- {label}"


def _rows(table: Table) -> Iterator[_Block]:
    """A row a line; a table of one column, or a row whose cells are pages of their own, only lays out the page."""
    one_column = max(map(len, table.rows), default=0) < 2
    spoken = bool(table.rows) and is_spoken([_on_one_line(cell) or "" for cell in table.rows[0]])
    for row in table.rows:
        cells = [_on_one_line(cell) for cell in row]
        if one_column or any(cell is None or (len(cell) > _LONGEST_CELL and not spoken) for cell in cells):
            for cell in row:
                yield _Block("blank", "")
                yield from _blocks(cell)
        elif any(cells):
            spanning = len(row) > 1 and cells[0] and not any(cells[1:]) and _has_heading(row[0])
            yield _Block("row", row_line(each or "" for each in (cells[:1] if spanning else cells)))


def _has_heading(cell: Content) -> bool:
    return any(isinstance(each, Paragraph) and each.heading for each in cell)


def _on_one_line(cell: Content) -> str | None:
    """The words of a cell, a line that begins another thing set off by a semicolon; None if it holds a table."""
    joined = ""
    for each in cell:
        if isinstance(each, Table):
            return None
        label = each.label.strip()
        numbered = f"{label} " if any(map(str.isalnum, label)) else ""
        for line in tidy(numbered + each.words).replace("\t", " ").split("\n"):
            if joined and line:
                joined += " " if joined[-1] in ".,;:!?" else "; "
            joined += line
    return joined


def _joined(blocks: Sequence[_Block]) -> str:
    """The blocks in order, with a blank line between them unless they are items, rows or lines that go together."""
    longest, wrapped = _longest_line(blocks), _is_wrapped(blocks)
    parts: list[str] = []
    above: _Block | None = None
    blank = False
    for block in blocks:
        if block.kind == "blank":
            blank = True
            continue
        if above is not None:
            parts.append("\n" if not blank and _belong_together(above, block, longest, wrapped) else "\n\n")
        parts.append(block.text)
        above, blank = block, False
    return "".join(parts)


def _longest_line(blocks: Sequence[_Block]) -> int:
    """Characters, at the most, of a line that is not a paragraph of its own; 0 where every one is.

    That depends on the writer, who may part paragraphs with empty ones: those without are lines that go together, the
    short ones at least, and all that are no prose where prose is always parted so.
    """
    pairs = [
        (before, after)
        for before, after in pairwise([*blocks, _Block("blank", "")])
        if before.kind == "text" and not CONTINUATION.match(after.text)
    ]
    parted = sum(after.kind == "blank" for _, after in pairs[:-1])
    adjacent = sum(after.kind == "text" for _, after in pairs)
    if parted < 2 or 4 * parted <= adjacent:
        return 0
    prose = [after.kind for before, after in pairs if len(before.text) > _PROSE]
    return _PROSE if len(prose) > 1 and "text" not in prose else _SHORT


def _is_wrapped(blocks: Sequence[_Block]) -> bool:
    """Whether the lines of a text that a margin had broken are the paragraphs, as when a mail is pasted."""
    lengths = sorted(len(block.text) for block in blocks if block.kind in ("text", "item"))
    margin = lengths[int(len(lengths) * 0.95)] if lengths else 0
    pairs = [
        (before.text, after.text)
        for before, after in pairwise(blocks)
        if before.kind in ("text", "item") and after.kind == "text" and not CONTINUATION.match(after.text)
    ]
    full = sum(len(before) + 1 + len(after.split(maxsplit=1)[0]) > margin for before, after in pairs)
    return _NARROWEST <= margin <= _PROSE and full > 4 and 3 * full > len(pairs)


def _belong_together(above: _Block, below: _Block, longest: int, wrapped: bool) -> bool:
    """Whether two blocks are lines of one list or turn; longest, wrapped: what is told of their text."""
    if wrapped and {above.kind, below.kind} <= {"item", "text"}:
        return True
    if above.kind != below.kind or above.kind not in ("item", "row", "text"):
        return False
    if above.kind != "text" or CONTINUATION.match(below.text):
        return True
    length = len(above.text.rpartition("\n")[2])
    fits = length <= min(longest, _SHORT) or max(length, len(below.text)) <= longest
    return fits and not above.text.startswith("**") and not below.text.startswith("**")
