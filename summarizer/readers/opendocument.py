"""Text documents of LibreOffice and others (.odt): what is printed of them, without what was struck out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..errors import DocumentError
from .blocks import Content, Flow, Paragraph, Table
from .packages import Package, attribute, child, local
from .reading import Written
from .word_styles import number_of

if TYPE_CHECKING:
    from lxml import etree

_UNREAD = frozenset(
    "tracked-changes annotation table-of-content alphabetical-index illustration-index table-index object-index"
    " user-index bibliography sequence-decls variable-decls user-field-decls forms script hidden-text hidden-paragraph"
    " ruby-text title desc".split()
)
_WITHIN = frozenset(
    "section list-header index-body table-header-rows table-rows table-row-group soft-page-break".split()
)
_MOST = 60  # cells or rows that one element stands for; more are the empty rest of a sheet
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}


def read_odt(data: bytes, name: str) -> Written:
    """The text of an OpenDocument text: insertions are read, deletions and comments are not. Raises DocumentError."""
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
    reader = _Text([root, package.part("styles.xml")])
    try:
        reader.flow.content = reader.blocks(body, 0, None)
    except RecursionError as error:
        raise package.damaged("its elements nest too deep") from error
    title = child(package.part("meta.xml"), "meta", "title")
    reader.flow.title = (title.text or "") if title is not None else ""
    return reader.flow.written()


class _Text:
    """Walks over the body; the words of the paragraph at hand gather in `words`."""

    def __init__(self, roots: "Iterable[etree._Element | None]") -> None:
        self.flow = Flow()
        self.words: list[str] = []
        self.boxes: Content = []
        self.numbered: set[tuple[str, int]] = set()
        """Lists that count their items: name of the style and level, from 0."""
        for root in roots:
            for style in root.iter("{*}list-style") if root is not None else ():
                for level in style:
                    if local(level) == "list-level-style-number" and attribute(level, "num-format"):
                        depth = (number_of(attribute(level, "level")) or 1) - 1
                        self.numbered.add((attribute(style, "name") or "", depth))

    def blocks(self, parent: "Iterable[etree._Element]", depth: int, style: str | None) -> Content:
        """depth: lists around these elements; style: of the outermost of them."""
        found: Content = []
        for each in parent:
            kind = local(each)
            if kind in ("p", "h"):
                found += self._paragraph(each, (number_of(attribute(each, "outline-level")) or 1) if kind == "h" else 0)
            elif kind == "list":
                found += self._list(each, depth, attribute(each, "style-name") or style)
            elif kind == "table":
                found.append(Table(list(self._rows(each))))
            elif kind in _WITHIN:
                found += self.blocks(each, depth, style)
            elif kind == "frame":
                found += self._frame(each)
        return found

    def _list(self, element: "etree._Element", depth: int, style: str | None) -> Content:
        found: Content = []
        counts = (style or "", depth) in self.numbered
        number = 0
        for item in element:
            content = self.blocks(item, depth + 1, style)
            if local(item) == "list-item":
                number += 1
                first = content[0] if content else None
                if isinstance(first, Paragraph) and not first.label and not first.heading:
                    first.label, first.depth = f"{number}." if counts else "-", depth
            found += content
        return found

    def _rows(self, parent: "Iterable[etree._Element]") -> Iterable[list[Content]]:
        for each in parent:
            if local(each) in _WITHIN:
                yield from self._rows(each)
            elif local(each) == "table-row":
                cells: list[Content] = []
                for cell in each:
                    if local(cell) in ("table-cell", "covered-table-cell"):
                        content = self.blocks(cell, 0, None) if local(cell) == "table-cell" else []
                        # Only what is empty is repeated: nested repeats of words would multiply without bound.
                        again = number_of(attribute(cell, "number-columns-repeated")) or 1
                        cells += [content] * (1 if content else min(again, _MOST))
                yield cells

    def _paragraph(self, element: "etree._Element", level: int) -> Content:
        words, boxes = self._apart(element)
        return [Paragraph(words, level), *boxes]

    def _apart(self, element: "etree._Element") -> tuple[str, Content]:
        outer = (self.words, self.boxes)
        self.words, self.boxes = [], []
        self._inline(element)
        found = ("".join(self.words), self.boxes)
        self.words, self.boxes = outer
        return found

    def _inline(self, parent: "etree._Element") -> None:
        self.words.append(parent.text or "")
        for each in parent:
            kind = local(each)
            if kind == "s":
                self.words.append(" " * min(number_of(attribute(each, "c")) or 1, _MOST))
            elif kind == "tab":
                self.words.append("\t")
            elif kind == "line-break":
                self.words.append("\n")
            elif kind == "note":
                self._note(each)
            elif kind == "frame":
                self.boxes += self._frame(each)
            elif kind not in _UNREAD:
                self._inline(each)
            self.words.append(each.tail or "")

    def _note(self, note: "etree._Element") -> None:
        self.words.append(self.flow.mark_of_note())
        self.flow.notes.append([])
        place = len(self.flow.notes) - 1
        words, self.words = self.words, []
        self.flow.notes[place] = self.blocks(_children(child(note, "note-body")), 0, None)
        self.words = words

    def _frame(self, frame: "etree._Element") -> Content:
        box = child(frame, "text-box")
        if box is not None:
            return self.blocks(box, 0, None)
        if child(frame, "image") is not None:
            self.flow.add_picture(*(_length(attribute(frame, side)) for side in ("width", "height")))
        return []


def _length(written: str | None) -> float:
    """Millimetres; 0 where none are given."""
    for unit, size in _MILLIMETRES.items():
        if written and written.endswith(unit):
            try:
                return float(written.removesuffix(unit)) * size
            except ValueError:
                return 0.0
    return 0.0


def _children(element: "etree._Element | None") -> "Iterable[etree._Element]":
    return element if element is not None else ()
