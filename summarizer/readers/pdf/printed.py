"""What is printed on a page of a PDF file: words with their places.

Lengths are in points. Places are those of a reader who holds the page so that most of its words stand upright:
`base` grows downwards, and `left` is where a line begins, so on a page of Arabic the axis runs from right to left.
"""

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .drawings import Dot, Drawings, Rule, along, read_drawings

if TYPE_CHECKING:
    import pypdfium2

_WIDE = 1.5
"""Of the size of the letters: a gap between words that no line of prose has."""
_SPELLED = {
    **dict.fromkeys("\0\u200b\u2060\ufeff", ""),
    **dict.fromkeys("●○◦▪■□‣⁃∙\uf0b7\uf0a7\uf076\uf0d8\uf02d\uf0fc\u27a2\u25b8\u25ba", "•"),
    "\x02": "-",  # PDFium's own sign for a hyphen at the end of a line
}
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_FORCED_BOLD = 1 << 18
_MORE_THAN_A_STAMP = 100
"""Characters: what a scanner prints on a picture has fewer."""
_MAY_BEAR_NOTE = re.compile(r"(?:\A|[^\W\d_]{3}|[.,;:!?\"”’»)])\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line with no wide gap between them."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    head: float = 0.0
    """Width of the first word."""


@dataclass(frozen=True)
class Sheet:
    """One page."""

    pieces: Sequence[Piece] = ()
    turned: Sequence[Piece] = ()
    """Words that stand at a right angle to the others; those at another angle are a watermark and left out."""
    across: Sequence[Rule] = ()
    width: float = 0.0
    lack: str | None = None
    """Why words of the page are missing, as `Gap.reason` says it."""


@dataclass(slots=True)
class _Glyph:
    text: str
    turn: int | None
    start: float
    end: float
    base: float
    size: float
    bold: bool
    spaced: bool
    """White space stands before it."""
    unmapped: bool
    """Which character it is cannot be told."""


@dataclass(slots=True)
class _Style:
    """What the characters of one text object share."""

    turn: int | None
    """Quarter turns to the left; None where it is askew."""
    base: float
    size: float
    bold: bool


def read_sheet(page: "pypdfium2.PdfPage") -> Sheet:
    """The words of an open page. Raises pypdfium2's PdfiumError for a page that is damaged."""
    textpage = page.get_textpage()
    try:
        glyphs = list(_glyphs(textpage, page.get_bbox()))
    finally:
        textpage.close()
    turns = Counter(glyph.turn for glyph in glyphs if glyph.turn is not None)
    turn = max(turns, key=lambda each: turns[each], default=0)
    drawings = read_drawings(page, turn)
    lack = _lack(glyphs, drawings)
    if 2 * sum(glyph.unmapped for glyph in glyphs) > len(glyphs):
        return Sheet(lack=lack)
    upright = [glyph for glyph in glyphs if glyph.turn == turn]
    pieces = _pieces(upright, drawings.down)
    if _runs_leftwards(upright):
        pieces = [replace(each, left=-each.right, right=-each.left) for each in pieces]
        drawings.mirror()
    others = [_pieces([glyph for glyph in glyphs if glyph.turn == each], ()) for each in turns if each != turn]
    return Sheet(
        [*_bullets(pieces, drawings.dots), *pieces],
        [piece for group in others for piece in group],
        drawings.across,
        page.get_width() if turn % 2 == page.get_rotation() // 90 % 2 else page.get_height(),
        lack,
    )


def _glyphs(textpage: "pypdfium2.PdfTextPage", bounds: tuple[float, float, float, float]) -> Iterator[_Glyph]:
    """The characters within the bounds of the page, in the order of the file."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    left, bottom, right, top = bounds
    last, style = None, _Style(None, 0.0, 0.0, False)
    spaced = False
    for number in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, number)
        text = chr(code) if code < 0x110000 else "\ufffd"
        if text.isspace():
            spaced = True
            continue
        handle = pdfium.FPDFText_GetTextObject(textpage, number)
        if not handle or not pdfium.FPDFText_GetLooseCharBox(textpage, number, box):
            continue
        address = ctypes.addressof(handle.contents)
        if address != last:
            last, style = address, _style(textpage, number)
        if not (left <= (box.left + box.right) / 2 <= right and bottom <= (box.bottom + box.top) / 2 <= top):
            continue
        unmapped = code in (0, 0xFFFD) or pdfium.FPDFText_HasUnicodeMapError(textpage, number) > 0
        start, end, _, _ = along(style.turn, box.left, box.bottom, box.right, box.top)
        yield _Glyph(_plain(text), style.turn, start, end, style.base, style.size, style.bold, spaced, unmapped)
        spaced = False


def _style(textpage: "pypdfium2.PdfTextPage", number: int) -> _Style:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, number, matrix)
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, number, name, 128, flags)
    bold = any(word in name.value.lower() for word in _BOLD_NAMES) or bool(flags.value & _FORCED_BOLD)
    size = abs(pdfium.FPDFText_GetFontSize(textpage, number)) * (matrix.c**2 + matrix.d**2) ** 0.5
    turn = _turn(matrix.a, matrix.b)
    return _Style(turn, along(turn, matrix.e, matrix.f, matrix.e, matrix.f)[2], size or 1.0, bold)


def _turn(a: float, b: float) -> int | None:
    """Quarter turns of a line of text whose direction is (a, b)."""
    small, large = sorted((abs(a), abs(b)))
    if small > 0.1 * large:
        return None
    return (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)


def _plain(text: str) -> str:
    """Presentation forms as the letters they stand for, and any bullet as one."""
    if "\ufb00" <= text <= "\ufdff" or "\ufe70" <= text <= "\ufefc":
        text = unicodedata.normalize("NFKC", text)
    return _SPELLED.get(text, text)


def _runs_leftwards(glyphs: Sequence[_Glyph]) -> bool:
    """Whether most letters are of a script written from right to left."""
    letters = [glyph.text[0] for glyph in glyphs if glyph.text and glyph.text[0].isalpha()]
    return 2 * sum(map(_is_leftward, letters)) > len(letters)


def _is_leftward(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")


def _pieces(glyphs: Sequence[_Glyph], down: Sequence[Rule]) -> list[Piece]:
    groups: list[list[_Glyph]] = []
    for glyph in glyphs:
        if groups and _continues(groups[-1][-1], glyph, down):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return [piece for group in groups if (piece := _piece(group)).text]


def _continues(last: _Glyph, glyph: _Glyph, down: Sequence[Rule]) -> bool:
    size = max(last.size, glyph.size)
    if abs(glyph.base - last.base) > 0.5 * size:
        return False
    if (glyph.start, glyph.end) == (last.start, last.end):
        return True  # letters of one ligature
    leftwards = _is_leftward((glyph.text or " ")[0]) or glyph.start < last.start
    gap = last.start - glyph.end if leftwards else glyph.start - last.end
    if not (-8 if leftwards else -1) * size < gap < _WIDE * size:
        return False
    middle, base = (min(last.end, glyph.end) + max(last.start, glyph.start)) / 2, glyph.base - 0.3 * size
    return gap <= 0 or not any(abs(rule.at - middle) <= gap / 2 + 1 and rule.start < base < rule.end for rule in down)


def _piece(group: Sequence[_Glyph]) -> Piece:
    size = Counter(glyph.size for glyph in group).most_common(1)[0][0]
    base = Counter(glyph.base for glyph in group if glyph.size == size).most_common(1)[0][0]
    first = next((number for number, glyph in enumerate(group) if glyph.spaced and number), len(group))
    head = group[:first]
    return Piece(
        _words(group, base, size),
        min(glyph.start for glyph in group),
        max(glyph.end for glyph in group),
        base,
        size,
        10 * sum(glyph.bold for glyph in group) > 9 * len(group),
        max(glyph.end for glyph in head) - min(glyph.start for glyph in head),
    )


def _words(group: Sequence[_Glyph], base: float, size: float) -> str:
    """The words of a group; a small raised number after a word is the mark of a note, and written `[1]`."""
    parts: list[str] = []
    number = 0
    while number < len(group):
        last = number + 1
        space = " " if group[number].spaced and number else ""
        if _is_raised(group[number], base, size):
            while last < len(group) and not group[last].spaced and _is_raised(group[last], base, size):
                last += 1
        else:
            while last < len(group) and (group[last].start, group[last].end) == (
                group[number].start,
                group[number].end,
            ):
                last += 1
        text = "".join(glyph.text for glyph in group[number:last])
        if _is_raised(group[number], base, size):
            text = f"[{text}]" if _MAY_BEAR_NOTE.search("".join(parts)) else text
            text += "" if parts else " "
        elif last > number + 1 and text and _is_leftward(text[0]):
            text = text[::-1]  # PDFium turns the letters of a ligature around as it does with those of a word
        parts += space, text
        number = last
    return "".join(parts).strip()


def _is_raised(glyph: _Glyph, base: float, size: float) -> bool:
    return glyph.text.isdecimal() and glyph.size < 0.8 * size and base - glyph.base > 0.15 * size


def _bullets(pieces: Sequence[Piece], dots: Sequence[Dot]) -> list[Piece]:
    """A bullet for each dot that is drawn shortly before a line, at the height of its small letters."""
    bullets: list[Piece] = []
    for dot in dots:
        for piece in pieces:
            space, height = piece.left - dot.right, piece.base - dot.base
            if 0 < space < 2.5 * piece.size and 0.1 * piece.size < height < 0.6 * piece.size:
                bullets.append(Piece("•", dot.left, dot.right, piece.base, piece.size, piece.bold))
                break
    return bullets


def _lack(glyphs: Sequence[_Glyph], drawings: Drawings) -> str | None:
    """Why words that one sees on the page are not in its text, as far as can be told."""
    if 10 * sum(glyph.unmapped for glyph in glyphs) > len(glyphs):
        return "holds text that cannot be read, because its fonts do not say which characters they show"
    if len(glyphs) > _MORE_THAN_A_STAMP:
        return None
    if drawings.covered > (0.6 if glyphs else 0.01):
        return "is a picture without a text layer"
    return "is drawn in outlines without a text layer" if drawings.shapes > 20 and not glyphs else None
