"""Text documents of LibreOffice and others (.odt): what is printed of them, without what was struck out."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ...words.struck import strike
from ..reading import Written
from .blocks import Content, Flow, Paragraph, Table
from .opendocument_styles import Counts, Numbering, Styles
from .packages import Package, attribute, child, local
from .word_styles import number_of

if TYPE_CHECKING:
    from lxml import etree

_UNREAD = frozenset(
    "tracked-changes annotation table-of-content alphabetical-index illustration-index table-index object-index"
    " user-index bibliography sequence-decls variable-decls user-field-decls forms script ruby-text title desc".split()
)
_ROWS = frozenset("table-header-rows table-rows table-row-group".split())
_BLOCKS = frozenset({"p", "h", "list", "table"})
_SPACE = re.compile(r"[ \t\r\n]+")
"""However the XML is laid out, it is one space; others are elements of their own."""
_MOST = 60  # cells or rows that one element stands for; more are the empty rest of a sheet
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}


def read_odt(data: bytes, name: str) -> Written:
    """The text of an OpenDocument text: insertions are read; deletions, comments and hidden text are not.

    What is struck through is `~~so~~`.

    Notes stand at the end, text boxes after their paragraph. Tables of contents are left out, comments are a gap.
    Raises DocumentError.
    """
    package = Package(data, name, "an OpenDocument text")
    manifest = package.part("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise DocumentError(
            f"{name} is encrypted with a password.", hint="Open it, take the password off, and save it again."
        )
    root = package.part("content.xml")
    body = child(root, "body", "text")
    if root is None or body is None:
        raise package.damaged("it has no text")
    reader = _Text(child(package.part("styles.xml"), "styles"), child(root, "automatic-styles"))
    try:
        reader.flow.content = reader.blocks(body)
    except RecursionError as error:
        raise package.damaged("its elements nest too deep") from error
    return reader.flow.written()


class _Text:
    """Walks over the body; the words of the paragraph at hand gather in `words`."""

    def __init__(self, *styles: "etree._Element | None") -> None:
        self.styles = Styles(*styles)
        self.numbering = Numbering(*styles)
        self.flow = Flow()
        self.words: list[str] = []
        self.bold: list[bool] = []
        self.boxes: Content = []
        self.style: str | None = None
        self.spans: list[str | None] = []
        """Styles of the words at hand, the innermost last."""

    def blocks(
        self, parent: "Iterable[etree._Element]", depth: int = 0, style: str | None = None, counts: Counts | None = None
    ) -> Content:
        """depth: lists around these elements; style, counts: of the outermost of them."""
        found: Content = []
        for each in parent:
            kind = local(each)
            if kind in ("p", "h"):
                found += self._paragraph(each, in_list=depth > 0)
            elif kind == "list":
                found += self._list(each, depth, attribute(each, "style-name") or style, counts)
            elif kind == "table":
                found.append(Table(list(self._rows(each))))
            elif kind == "frame":
                found += self._frame(each)
            elif kind not in _UNREAD and not _is_hidden(each):
                found += self.blocks(each, depth, style, counts)
        return found

    def _list(self, element: "etree._Element", depth: int, style: str | None, counts: Counts | None) -> Content:
        if counts is None or depth == 0:
            counts = self.numbering.counts(element, style)
        elif element.getprevious() is not None and attribute(element, "continue-numbering") != "true":
            counts.pop(depth, None)  # behind other words of its item it begins anew
        found: Content = []
        for item in element:
            begun = next((local(each) for each in item if local(each) != "soft-page-break"), "")
            counted = local(item) == "list-item" and begun != "list"  # an item of lists only deepens them
            label = self.numbering.label(counts, style, depth, item) if counted else ""
            content = self.blocks(item, depth + 1, style, counts)
            if content and isinstance(first := content[0], Paragraph) and counted:
                first.label, first.depth = label, depth
            found += content
        return found

    def _rows(self, parent: "Iterable[etree._Element]") -> Iterable[list[Content]]:
        for each in parent:
            if local(each) in _ROWS:
                yield from self._rows(each)
            elif local(each) == "table-row":
                cells: list[Content] = []
                for cell in each:
                    if local(cell) in ("table-cell", "covered-table-cell"):
                        content = self.blocks(cell) if local(cell) == "table-cell" else []
                        # Only what is empty is repeated: nested repeats of words would multiply without bound.
                        again = number_of(attribute(cell, "number-columns-repeated")) or 1
                        cells += [content] * (1 if content else min(again, _MOST))
                yield cells

    def _paragraph(self, element: "etree._Element", *, in_list: bool) -> Content:
        outer = (self.words, self.bold, self.boxes, self.style, self.spans)
        self.words, self.bold, self.boxes, self.spans = [], [], [], []
        self.style = attribute(element, "style-name")
        level = self.styles.level(self.style)
        if local(element) == "h":
            level = number_of(attribute(element, "outline-level")) or 1
        self._inline(element)
        words, bold, boxes = "".join(self.words), self.bold, self.boxes
        self.words, self.bold, self.boxes, self.style, self.spans = outer
        if any(local(each) == "hidden-paragraph" and _is_hidden(each) for each in element):
            return boxes
        label = self.numbering.heading(level, element) if local(element) == "h" and not in_list else ""
        return [Paragraph(words, level, label, 0, bool(bold) and all(bold)), *boxes]

    def _inline(self, parent: "etree._Element") -> None:
        self._take(parent.text)
        for each in parent:
            kind = local(each)
            if kind == "s":
                self._say(" " * min(number_of(attribute(each, "c")) or 1, _MOST))
            elif kind == "tab":
                self._say("\t")
            elif kind == "line-break":
                self._say("\n")
            elif kind == "note":
                self._note(each)
            elif kind == "annotation":
                self.flow.comments += 1
            elif kind == "frame":
                self.boxes += self._frame(each)
            elif kind in _BLOCKS:  # of a shape that is drawn
                self.boxes += self.blocks([each])
            elif kind == "span":
                self.spans.append(attribute(each, "style-name"))
                self._inline(each)
                self.spans.pop()
            elif kind not in _UNREAD and not _is_hidden(each):
                self._inline(each)
            self._take(each.tail)

    def _take(self, words: str | None) -> None:
        """Words as they stand in the XML."""
        words = _SPACE.sub(" ", words or "")
        self._say(words if self.words else words.lstrip(" "))

    def _say(self, words: str) -> None:
        if words and not self.styles.is_hidden(self.style, self.spans):
            self.words.append(strike(words) if self.styles.is_struck(self.style, self.spans) else words)
            if words.strip():
                self.bold.append(self.styles.is_bold(self.style, self.spans))

    def _note(self, note: "etree._Element") -> None:
        if self.styles.is_hidden(self.style, self.spans):
            return
        self.words.append(self.flow.mark_of_note())
        self.flow.notes.append([])
        place = len(self.flow.notes) - 1
        self.flow.notes[place] = self.blocks(body if (body := child(note, "note-body")) is not None else ())

    def _frame(self, frame: "etree._Element") -> Content:
        box = child(frame, "text-box")
        if box is not None:
            return self.blocks(box)
        if child(frame, "image") is not None:
            self.flow.add_picture(*(_length(attribute(frame, side)) for side in ("width", "height")))
        return []


def _is_hidden(element: "etree._Element") -> bool:
    """Whether a section or field is there without being shown."""
    display, is_hidden = attribute(element, "display"), attribute(element, "is-hidden")
    return display == "none" or (is_hidden == "true" and display in (None, "condition"))


def _length(written: str | None) -> float:
    """Millimetres; 0 where none are given."""
    for unit, size in _MILLIMETRES.items():
        if written and written.endswith(unit):
            try:
                return float(written.removesuffix(unit)) * size
            except ValueError:
                return 0.0
    return 0.0
