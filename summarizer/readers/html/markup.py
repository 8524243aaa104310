"""From a tree of HTML to text in the marks of Markdown, as `reading.Written` describes them.

Every word that a browser shows comes out, once and in order; what it does not show stays out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from ...words.struck import mark_strikes, strike
from ..text.lines import row_line, stands_out
from .elements import heading_level, is_block, is_unseen, rows_of

_LISTS = frozenset("ul ol menu dir".split())
_BOLD = frozenset("b strong".split())
_STRUCK = frozenset("del s strike".split())
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0\u2007\u202f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_MARK = re.compile(r"[\d*†‡]{1,3}|\[\w{1,3}\]")
_GOOGLE_LEVEL = re.compile(r"\blst-kix_\w+-(\d)\b")
_LINE_MARK = re.compile(r"\A\s*(?:(?:#+|[->])\s+)*")


def render(root: HtmlElement) -> str:
    """The text that a browser shows of an element, which stays as it is."""
    renderer = _Renderer()
    renderer.visit(root)
    return renderer.text()


def words_of(element: HtmlElement) -> str:
    """What a browser shows of an element, on one line and without marks."""
    return " ".join(_LINE_MARK.sub("", line) for line in render(element).split("\n")).replace("**", "").strip()


@dataclass
class _Block:
    text: str
    kind: str


@dataclass
class _List:
    ordered: bool
    lettered: bool
    next: int
    level: int

    def mark(self) -> str:
        number, self.next = self.next, self.next + 1
        if not self.ordered:
            return "- "
        return f"{chr(96 + number)}) " if self.lettered and 0 < number < 27 else f"{number}. "


@dataclass
class _Renderer:
    """Walks over a tree, without recursion: pages nest as deep as they like."""

    blocks: list[_Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """The words of the paragraph at hand; `\\n` is a line break of the page."""
    lists: list[_List] = field(default_factory=list)
    mark: str | None = None
    """Of the list item at hand, until its first words come."""
    in_item: int = 0
    quotes: int = 0
    literal: int = 0
    bold: int = 0
    struck: int = 0
    only_bold: bool = True
    heading: int = 0
    after_term: bool = False
    """Between the term of a description and its first words."""

    def visit(self, root: HtmlElement) -> None:
        stack: list[tuple[HtmlElement, Iterator[HtmlElement]]] = [(root, iter(root))]
        self._open(root)
        self._add(root.text)
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._close(element)
                if stack:
                    self._add(element.tail)
            elif not isinstance(child.tag, str) or is_unseen(child) or self._put_whole(child):
                self._add(child.tail)
            else:
                self._open(child)
                self._add(child.text)
                stack.append((child, iter(child)))
        self._flush()

    def text(self) -> str:
        joined: list[str] = []
        before = ""
        for block in self.blocks:
            tight = block.kind == "more" or (block.kind == before and block.kind in ("item", "row"))
            joined.append(("\n" if tight else "\n\n") + block.text if joined else block.text)
            before = "item" if block.kind == "more" else block.kind
        return "".join(joined)

    def _put_whole(self, element: HtmlElement) -> bool:
        """Elements whose inside needs no walk of its own."""
        if element.tag == "br":
            self.parts.append("\n")
        elif element.tag == "hr":
            self._flush()
            if self.blocks:
                self.blocks.append(_Block("---", "rule"))
        elif element.tag == "sup":
            self._add(_raised("".join(self.parts), element))
        elif element.tag == "table" and (rows := rows_of(element, _on_one_line)):
            self._flush()
            self.blocks.extend(_Block(self._quoted(row_line(row)), "row") for row in rows)
        else:
            return False
        return True

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "dd" and self.parts:
            self._describe()
        elif is_block(element) and not self.after_term:
            self._flush()
        if tag in _LISTS:
            found = _GOOGLE_LEVEL.search(element.get("class", ""))
            level = int(found[1]) if found else len(self.lists)
            start = element.get("start", "1")
            lettered = element.get("type") in ("a", "A")
            self.lists.append(_List(tag == "ol", lettered, int(start) if start.isdecimal() else 1, level))
        elif tag == "li":
            here = self.lists[-1] if self.lists else _List(False, False, 1, 0)
            if element.get("value", "").isdecimal():
                here.next = int(element.get("value", "1"))
            self.mark = "  " * here.level + here.mark()
            self.in_item += 1
        elif level := heading_level(element):
            self.heading = level
        self._count(element, 1)
        if tag == "q":
            self.parts.append("“")

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "q":
            self.parts.append("”")
        if is_block(element) and tag != "dt":
            self._flush()
        if tag in _LISTS:
            self.lists.pop()
        elif tag == "li":
            self.in_item -= 1
            self.mark = None
        elif heading_level(element):
            self.heading = 0
        self._count(element, -1)

    def _count(self, element: HtmlElement, step: int) -> None:
        self.bold += step * (element.tag in _BOLD)
        self.struck += step * (element.tag in _STRUCK or bool(_LINE_THROUGH.search(element.get("style", ""))))
        self.quotes += step * (element.tag == "blockquote")
        self.literal += step * (element.tag in ("pre", "listing", "xmp"))

    def _describe(self) -> None:
        """`term: description` on one line, as of a list of speakers and their words."""
        term = "".join(self.parts).rstrip()
        if term:
            self.parts = [term, " " if term[-1] in ":：.!?" else ": "]
            self.only_bold = False
            self.after_term = True

    def _add(self, words: str | None) -> None:
        if words:
            words = _INVISIBLE.sub("", words)
            plain = words.replace("\r\n", "\n") if self.literal else _SPACE.sub(" ", words)
            self.parts.append(strike(plain) if self.struck else plain)
            if words.strip():
                self.only_bold = self.only_bold and self.bold > 0
                self.after_term = False

    def _flush(self) -> None:
        words, self.parts = mark_strikes("".join(self.parts)), []
        only_bold, self.only_bold = self.only_bold, True
        if not words.strip():
            return
        if self.literal:
            self._put([line.rstrip() for line in words.strip("\n").split("\n")], "text")
            return
        for paragraph in re.split(r"\n\s*\n", words.strip()):
            lines = [" ".join(line.split()) for line in paragraph.split("\n")]
            lines = [line for line in lines if line]
            joined = " ".join(lines)
            if self.heading:
                self.mark = None
                self._put([f"{'#' * self.heading} {joined}"], "heading")
            elif only_bold and self.mark is None and stands_out(joined):
                self._put([f"**{joined}**"], "text")
            else:
                self._put(lines, "text")

    def _put(self, lines: list[str], kind: str) -> None:
        headed = bool(self.blocks) and self.blocks[-1].kind == "heading" and self.mark is None
        if self.in_item and kind == "text" and not headed:
            level = self.lists[-1].level if self.lists else 0
            kind = "more" if self.mark is None else "item"
            first = self.mark or "  " * (level + 1)
            lines = [(first if n == 0 else "  " * (level + 1)) + line for n, line in enumerate(lines) if line]
            self.mark = None
        self.blocks.append(_Block("\n".join(map(self._quoted, lines)), kind))

    def _quoted(self, line: str) -> str:
        return "> " * self.quotes + line


def _raised(before: str, element: HtmlElement) -> str:
    """`²` after a unit or a number; the mark of a footnote in brackets, so that it is no part of the word before it."""
    words = " ".join(element.text_content().split())
    if not _MARK.fullmatch(words):
        return words
    linked = any(each.tag == "a" for each in (element, *element.iterancestors(), *element.iterdescendants()))
    word = re.search(r"\w*\Z", before)
    unit = word is not None and (word[0].isdigit() or 0 < len(word[0]) < 3)
    if unit and not linked:
        return words.translate(_SUPERSCRIPT)
    return words if words.startswith("[") else f"[{words}]"


def _on_one_line(element: HtmlElement) -> str:
    """The words of a cell; a line that begins another thing is set off by a semicolon."""
    renderer = _Renderer()
    renderer.visit(element)
    joined = ""
    for line in renderer.text().split("\n"):
        words = _LINE_MARK.sub("", line).strip()
        if words and joined:
            goes_on = joined[-1] in ",;:.–—-" or (words[0].islower() and line == words)
            joined += " " if goes_on else "; "
        joined += words
    return joined.replace("**", "").replace("|", "¦")
