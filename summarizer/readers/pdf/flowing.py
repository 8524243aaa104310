"""The text of printed pages: their regions one after the other, and what goes on from one to the next put together."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..text.hyphens import Hyphens
from .columns import Region, regions_of
from .grids import Line, lines_in
from .paragraphs import LABEL, MARKER, Paragraph, Setting, ends_sentence, is_full, paragraphs_of
from .printed import Piece, Sheet
from .running import usual_size

_LARGE, _SMALL = 1.15, 0.92
_NOTE = re.compile(r"\[?\d|[*†‡§(]")


class Flowed(NamedTuple):
    """A text, and the offsets at which its pages begin."""

    text: str
    pages: list[int]


def flow(sheets: Sequence[Sheet]) -> Flowed:
    """The text of pages from which running heads are gone."""
    setting = _setting(sheets)
    edges = _edges(sheets)
    paragraphs: list[Paragraph] = []
    for page, sheet in enumerate(sheets):
        body: list[Paragraph] = []
        for region in regions_of(sheet.pieces, sheet.across):
            edge = _own_edge(region) if region.column else edges[round(sheet.width)]
            lines = lines_in(region.rows, sheet.across, edge, page)
            body = _continued(body, paragraphs_of(lines, setting))
        notes = [*_turned(sheet.turned, page), *_notes_off(body, setting)]
        # A note stands before the last paragraph, which may go on overleaf.
        last = body.pop() if body else None
        before = [*body, *notes] if last else notes
        paragraphs = _continued(paragraphs, [*before, last] if last else before)
    return _written(paragraphs, len(sheets), Hyphens(" ".join(p.text for sheet in sheets for p in sheet.pieces)))


def _setting(sheets: Sequence[Sheet]) -> Setting:
    pieces = [piece for sheet in sheets for piece in sheet.pieces]
    size = usual_size(pieces)
    letters = sum(len(piece.text) for piece in pieces)
    bold = 2 * sum(len(piece.text) for piece in pieces if piece.bold) > letters
    titles = sorted({round(piece.size) for piece in pieces if piece.size > _LARGE * size}, reverse=True)[:5]
    return Setting(size, bold, titles, Counter(piece.text for piece in pieces if piece.bold))


def _edges(sheets: Sequence[Sheet]) -> dict[int, float]:
    """Where the lines end, for each width of page."""
    pieces: dict[int, list[Piece]] = {}
    for sheet in sheets:
        pieces.setdefault(round(sheet.width), []).extend(sheet.pieces)
    return {width: _edge(each, width) for width, each in pieces.items()}


def _edge(pieces: Sequence[Piece], width: float) -> float:
    """The margin that lines keep to, or where few reach it, one as wide as that at which they begin."""
    if not pieces:
        return width
    rights = sorted(each.right for each in pieces)
    seen = rights[int(len(rights) * 0.98)]
    start = min(each.left for each in pieces)
    opposite = width - start if start >= 0 else -(start + width)
    reaching = sum(right > seen - 0.12 * width for right in rights)
    return seen if reaching > 4 and 4 * reaching > len(rights) else max(seen, opposite)


def _own_edge(region: Region) -> float:
    return max(piece.right for row in region.rows for piece in row)


def _turned(pieces: Sequence[Piece], page: int) -> list[Paragraph]:
    return [
        Paragraph([Line(each.text, each.left, each.right, each.base, each.size, False, 0.0, each.right, page)])
        for each in pieces
    ]


def _notes_off(body: list[Paragraph], setting: Setting) -> list[Paragraph]:
    """Takes the footnotes off the end of a page: small type, which begins with the mark of a note."""
    first = len(body)
    while first > 1 and body[first - 1].lines[0].size < _SMALL * setting.size and not body[first - 1].row:
        first -= 1
    while first < len(body) and not _NOTE.match(body[first].lines[0].text):
        first += 1
    notes = body[first:]
    del body[first:]
    return notes


def _continued(above: list[Paragraph], below: list[Paragraph]) -> list[Paragraph]:
    """Both, with the last paragraph of the first and the first of the second put together where it is one."""
    if above and below:
        last, first = above[-1], below[0]
        if last.row and first.row:
            first.tight = True
        elif _is_one(last, first):
            return [*above[:-1], Paragraph([*last.lines, *first.lines], 0, last.tight), *below[1:]]
        elif MARKER.match(last.lines[0].text) and MARKER.match(first.lines[0].text):
            first.tight = True
    return above + below


def _is_one(last: Paragraph, first: Paragraph) -> bool:
    if last.heading or first.heading or last.row or first.row:
        return False
    end, start = last.lines[-1], first.lines[0]
    if MARKER.match(start.text) or abs(end.size - start.size) > 0.12 * end.size:
        return False
    if not ends_sentence(end.text):
        if start.text[:1].islower():
            return True
        return is_full(end, start) and not LABEL.match(start.text) and len(end.text.split()) > 2
    hanging = bool(MARKER.match(last.lines[0].text)) and start.left > last.lines[0].left + 0.6 * start.size
    return hanging and start.page != end.page and abs(start.left - end.left) < 1 and is_full(end, start)


def _written(paragraphs: Sequence[Paragraph], pages: int, hyphens: Hyphens) -> Flowed:
    parts: list[str] = []
    starts: dict[int, int] = {}
    length = 0
    indents: list[float] = []
    for paragraph in paragraphs:
        between = "" if not parts else "\n" if paragraph.tight else "\n\n"
        mark = f"{'#' * paragraph.heading} " if paragraph.heading else "  " * _depth(paragraph, indents)
        for line, following in zip(paragraph.lines, [*paragraph.lines[1:], None], strict=True):
            text, space = line.text, ""
            if following is not None:
                text, space = hyphens.joined(text, following.text)
            if line is paragraph.lines[0] and text.startswith("• "):
                text = f"- {text[2:]}"
            text = mark + text.replace("\u00ad", "")
            length += len(between)
            starts.setdefault(line.page, length)
            parts += between, text
            length += len(text)
            between, mark = space, ""
    begins: list[int] = []
    for page in reversed(range(pages)):
        begins.append(starts.get(page, begins[-1] if begins else length))
    return Flowed("".join(parts), begins[::-1])


def _depth(paragraph: Paragraph, indents: list[float]) -> int:
    """How deep an item stands in its list; `indents` are those of the items it stands in, and is brought up to date."""
    line = paragraph.lines[0]
    space = 0.6 * line.size
    marked = bool(MARKER.match(line.text))
    if paragraph.heading or paragraph.row or not (marked or (indents and line.left > indents[0] + space)):
        indents.clear()
    if not marked:
        return 0
    while indents and indents[-1] > line.left + space:
        indents.pop()
    if not indents or indents[-1] < line.left - space:
        indents.append(line.left)
    return len(indents) - 1
