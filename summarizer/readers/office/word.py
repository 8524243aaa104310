"""Word files (.docx): what is printed of them, without headers and footers, comments and what was struck out."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...documents import Gap
from ...words.struck import strike
from ..reading import Written
from .blocks import DRAWN, Content, Flow, Paragraph, Table
from .packages import Package, attribute, child, local
from .word_styles import Numbering, Styles, number_of

if TYPE_CHECKING:
    from lxml import etree

_UNREAD = frozenset(
    "pPr rPr tblPr trPr tcPr sectPr del moveFrom delText instrText delInstrText rt rubyPr comment annotationRef"
    " footnoteRef endnoteRef docPr sdtPr sdtEndPr Fallback".split()
)
_WITHIN = frozenset("ins moveTo customXml smartTag sdtContent".split())
_EMU = 36_000
"""English metric units in a millimetre."""
_STAMP = re.compile(
    r"\A\s*(?P<hours>\d+):(?P<minutes>\d{1,2}):(?P<seconds>\d{1,2})(?:\.\d+)? --> [\d:.]+\s*\n(?P<name>[^\n]+)\n"
)
"""How each paragraph of a transcript begins that Teams saves: the time, the speaker and the words are lines of it."""


def read_docx(data: bytes, name: str) -> Written:
    """The text of a Word file: insertions are read, deletions and hidden text are not; what is struck through is `~~so~~`.

    Notes stand at the end, text boxes after their paragraph. Tables of contents are left out, comments are a gap.
    Raises DocumentError.
    """
    package = Package(data, name, "a Word file")
    main = package.related("").get("officeDocument", "word/document.xml")
    root = package.part(main)
    body = child(root, "body")
    if body is None:
        raise package.damaged("it has no body")
    parts = {kind: package.part(path) for kind, path in package.related(main).items() if kind in _Word.PARTS}
    reader = _Word(parts)
    try:
        reader.flow.content = reader.blocks(body)
    except RecursionError as error:
        raise package.damaged("its elements nest too deep") from error
    return reader.flow.written()


class _Word:
    """Walks over the body; the words of the paragraph at hand gather in `words`."""

    PARTS = ("styles", "numbering", "footnotes", "endnotes")

    def __init__(self, parts: "dict[str, etree._Element | None]") -> None:
        self.styles = Styles(parts.get("styles"))
        self.numbering = Numbering(parts.get("numbering"))
        self.parts = parts
        self.flow = Flow()
        self.words: list[str] = []
        self.bold: list[bool] = []
        self.boxes: Content = []
        self.fields: list[list[str | None]] = []
        """Of each field that is open: its instruction as far as read, None once its result begins; and its kind."""
        self.style: str | None = None
        self.struck = False
        """Whether the run at hand is struck through."""

    def blocks(self, parent: Iterable["etree._Element"]) -> Content:
        found: Content = []
        for each in parent:
            kind = local(each)
            if kind == "p":
                found += self._paragraph(each)
            elif kind == "tbl":
                found.append(Table([row for row in map(self._cells, _inside(each, "tr")) if row]))
            elif kind == "sdt":
                content = None if _is_contents(each) else child(each, "sdtContent")
                found += self.blocks(content) if content is not None else []
            elif kind in _WITHIN:
                found += self.blocks(each)
            elif kind == "AlternateContent":
                found += self.blocks(_chosen(each))
            elif kind == "altChunk":
                self.flow.gaps.append(Gap("a document within the document", "is not read"))
        return found

    def _cells(self, row: "etree._Element") -> list[Content]:
        properties = child(row, "trPr")
        if child(properties, "del") is not None or child(properties, "hidden") is not None:
            return []
        before = number_of(attribute(child(properties, "gridBefore"), "val")) or 0
        cells: list[Content] = [[] for _ in range(min(before, 60))]
        for cell in _inside(row, "tc"):
            own = child(cell, "tcPr")
            merged = child(own, "vMerge")
            unread = child(own, "cellDel") is not None or (merged is not None and attribute(merged, "val") != "restart")
            cells.append([] if unread else self.blocks(cell))
            span = number_of(attribute(child(own, "gridSpan"), "val")) or 1
            cells += [[] for _ in range(min(span, 60) - 1)]
        return cells

    def _paragraph(self, element: "etree._Element") -> Content:
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        outer = (self.words, self.bold, self.boxes, self.style)
        mark = child(properties, "rPr")
        self.words, self.bold, self.boxes, self.style = [], [], [], style
        self._inline(element)
        words, bold, boxes = "".join(self.words), self.bold, self.boxes
        self.words, self.bold, self.boxes, self.style = outer
        if any(name.startswith("toc ") for name in self.styles.names(style)):
            return boxes
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.words.append(words)  # the break is struck out, so that the next paragraph goes on with these words
            return boxes
        words = "".join(self.words) + words
        self.words = []
        level = self.styles.level(properties, style)
        label, depth = self._label(properties, style)  # an empty item has a number too
        is_bold = bool(bold) and all(bold)
        return [Paragraph(_restamped(words), level, label, depth, is_bold), *boxes]

    def _label(self, properties: "etree._Element | None", style: str | None) -> tuple[str, int]:
        numbered = self.styles.find(properties, style, "numPr")
        depth = number_of(attribute(child(numbered, "ilvl"), "val")) or 0
        number = attribute(child(numbered, "numId"), "val")
        if numbered is not None and number is None:  # its own level, in the list of its style
            number = attribute(child(self.styles.find(None, style, "numPr"), "numId"), "val")
        return self.numbering.label(number, depth), max(depth, 0)

    def _inline(self, parent: Iterable["etree._Element"]) -> None:
        for each in parent:
            kind = local(each)
            if kind == "r":
                self._run(each)
            elif kind == "AlternateContent":
                self._inline(_chosen(each))
            elif kind == "txbxContent":
                self.boxes += self._apart(each)
            elif kind == "t":
                self._say(each.text or "")
            elif kind == "extent":
                width, height = number_of(each.get("cx")) or 0, number_of(each.get("cy")) or 0
                if next(parent.iter("{*}blip"), None) is not None:  # type: ignore[attr-defined]
                    self.flow.add_picture(width / _EMU, height / _EMU)
            elif kind not in _UNREAD:
                self._inline(each)

    def _apart(self, element: "etree._Element") -> Content:
        """A box or note, which is read while the paragraph that holds it is at hand."""
        outer, fields = (self.words, self.bold, self.boxes, self.style), self.fields
        self.words, self.bold, self.boxes, self.fields = [], [], [], []
        found = self.blocks(element)
        (self.words, self.bold, self.boxes, self.style), self.fields = outer, fields
        return found

    def _run(self, run: "etree._Element") -> None:
        properties = child(run, "rPr")
        styles = (attribute(child(properties, "rStyle"), "val"), self.style)
        if self.styles.is_on(properties, styles, "vanish"):
            return
        before = len(self.words)
        self.struck = any(self.styles.is_on(properties, styles, name) for name in ("strike", "dstrike"))
        for each in run:
            kind = local(each)
            if kind in ("tab", "ptab"):
                self._say("\t")
            elif kind in ("br", "cr"):
                self._say("\n")
            elif kind == "noBreakHyphen":
                self._say("-")
            elif kind == "sym":
                self._say(_drawn(attribute(each, "char")))
            elif kind == "fldChar":
                self._field(attribute(each, "fldCharType"))
            elif kind == "instrText" and self.fields:
                self.fields[-1][1] = (self.fields[-1][1] or "") + (each.text or "")
            elif kind in ("footnoteReference", "endnoteReference"):
                self._note(kind.removesuffix("Reference"), attribute(each, "id"))
            elif kind == "commentReference":
                self.flow.comments += 1
            else:
                self._inline([each])
        self.struck = False
        if any(map(str.strip, self.words[before:])):
            self.bold.append(self.styles.is_on(properties, styles, "b"))

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self.fields.append(["instruction", ""])
        elif step == "separate" and self.fields:
            self.fields[-1][0] = "result"
        elif step == "end" and self.fields:
            self.fields.pop()

    def _say(self, words: str) -> None:
        """Words are printed but for the instructions of fields, and the results of one that makes a table of contents."""
        if not any(step == "instruction" or (code or "").split()[:1] == ["TOC"] for step, code in self.fields):
            self.words.append(strike(words) if self.struck else words)

    def _note(self, kind: str, number: str | None) -> None:
        root = self.parts.get(f"{kind}s")
        note = next((each for each in (root if root is not None else ()) if attribute(each, "id") == number), None)
        if note is not None:
            self._say(self.flow.mark_of_note())
            self.flow.notes.append([])
            place = len(self.flow.notes) - 1
            self.flow.notes[place] = self._apart(note)


def _drawn(code: str | None) -> str:
    """The sign of a font of signs, by its code in hexadecimal digits; empty where it only decorates."""
    try:
        return DRAWN.get(int(code or "", 16), "")
    except ValueError:
        return ""


def _inside(parent: "etree._Element", name: str) -> "Iterable[etree._Element]":
    """The rows of a table or cells of a row, also those that were inserted or are controls."""
    for each in parent:
        kind = local(each)
        if kind == name:
            yield each
        elif kind in _WITHIN or kind == "sdt":
            yield from _inside(each, name)


def _chosen(alternatives: "etree._Element") -> "Iterable[etree._Element]":
    return next(iter(alternatives), ())


def _is_contents(control: "etree._Element") -> bool:
    gallery = child(control, "sdtPr", "docPartObj", "docPartGallery")
    return attribute(gallery, "val") == "Table of Contents"


def _restamped(words: str) -> str:
    """The paragraph with its speaker and time as other transcripts write them; unchanged where it is no such one."""
    found = _STAMP.match(words)
    if found is None:
        return words
    hours, minutes, seconds = int(found["hours"]), int(found["minutes"]), int(found["seconds"])
    return f"{found['name'].strip()} {hours}:{minutes:02}:{seconds:02}\n{words[found.end() :]}"
