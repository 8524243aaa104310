"""Elements of a web page: how a page is parsed, what of it a browser shows, how much each part says, which tables hold data."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from lxml import etree
from lxml.html import Element, HtmlElement, HtmlElementClassLookup

from ...errors import DocumentError
from ..text.tables import is_spoken

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_UNSEEN = frozenset(
    "script style template noscript head svg canvas iframe object embed audio video map math input select textarea"
    " datalist option progress meter rp rt".split()
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_FOR_SCREEN_READERS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only element-invisible".split()
)
_CSS_TITLE = frozenset({"title", "MsoTitle"})
_LONGEST_CELL = 600
"""Characters; a table whose cells say more lays out a page, and does not list data."""
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_OF_A_PAGE = frozenset({"table", "h1", "h2", "h3", "article", "section", "nav", "form", "hr", "blockquote"})
"""What stands in a cell only where the table lays out a page."""
_LETTER = re.compile(r"[^\W_]")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs that say as much as some three letters of an alphabet."""
_SENTENCE = re.compile(r"[.!?…।؟。！？](?:[\"”»’)\]\d]*\s|\W*\Z)")
_PROSE = 60


def parse(text: str, name: str) -> HtmlElement:
    """The tree of a page or of a part of one, without comments; an empty one where there is no element.

    Raises DocumentError where elements nest deeper than the parser goes, since it would end there in silence.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(HtmlElementClassLookup())
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace") or b" ", parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise DocumentError(
            f"{name} nests its elements some thousands deep; no page is written so.",
            hint="Open it in a browser, and save what is shown as text.",
        )
    return root if isinstance(root, HtmlElement) else Element("html")


def is_unseen(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element, or it is a control and no text."""
    tag = element.tag
    if tag in _UNSEEN or element.get("hidden", "until-found") != "until-found":
        return True
    if tag in ("button", "label"):
        return not any(above.tag in _HEADINGS or above.tag == "summary" for above in element.iterancestors())
    if (tag == "dialog" and "open" not in element.attrib) or _HIDING.search(element.get("style", "")):
        return True
    if element.get("aria-hidden") == "true" and not any(below.tag in _BLOCKS for below in element.iter()):
        return True
    if tag == "a" and (element.text_content().strip() in ("#", "¶", "§", "🔗")):
        return True
    return bool(_FOR_SCREEN_READERS.intersection(element.get("class", "").split()))


def is_block(element: HtmlElement) -> bool:
    """Whether an element stands on lines of its own."""
    return element.tag in _BLOCKS or bool(_AS_BLOCK.search(element.get("style", "")))


def heading_level(element: HtmlElement) -> int:
    """1 to 6, or 0 for what is no heading."""
    if element.tag in _HEADINGS:
        return int(element.tag[1])
    if element.get("role") == "heading":
        level = element.get("aria-level", "2")
        return int(level) if level in "123456" and level else 2
    return int(element.tag == "p" and bool(_CSS_TITLE.intersection(element.get("class", "").split())))


def rows_of(table: HtmlElement, words_of: Callable[[HtmlElement], str]) -> list[list[str]]:
    """The words of each cell, row by row, the caption first; empty for a table that lays out a page.

    A cell that spans rows leaves an empty one in each row below it, so that columns stay under their heads.
    """
    if any(below.tag in _OF_A_PAGE for below in table.iterdescendants()) or table.get("role") == "presentation":
        return []
    rows: list[list[str]] = []
    spans: dict[int, int] = {}
    for row in _rows(table):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while spans.get(len(cells), 0):
                spans[len(cells)] -= 1
                cells.append("")
            spans[len(cells)] = _span(cell)
            cells.append(words_of(cell))
        rows.append(cells)
    long = any(len(cell) > _LONGEST_CELL for row in rows for cell in row)
    if max(map(len, rows), default=0) < 2 or (long and not is_spoken(rows[0])):
        return []
    caption = table.find("caption")
    told = [[words]] if caption is not None and (words := words_of(caption)) else []
    return told + [row for row in rows if any(row)]


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _SECTIONS:
            yield from child.iterchildren("tr")


def _span(cell: HtmlElement) -> int:
    """Further rows that a cell reaches into."""
    span = cell.get("rowspan", "1")
    return min(int(span), 1_000) - 1 if span.isdecimal() and int(span) else 0


class Weights:
    """Of a tree, as it is when they are taken; words that the tree loses later still count."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._all = list(root.iter())
        """Kept, since the library forgets its objects and with them their identity."""
        self._letters: dict[HtmlElement, int] = {}
        self._linked: dict[HtmlElement, int] = {}
        self._own: dict[HtmlElement, list[str]] = {}
        self._weigh()

    def letters(self, element: HtmlElement) -> int:
        """Of the words in an element."""
        return self._letters.get(element, 0)

    def free(self, element: HtmlElement) -> int:
        """Of the words that lead nowhere, or only to a place on the page itself."""
        return self._letters.get(element, 0) - self._linked.get(element, 0)

    @property
    def total(self) -> int:
        """Of the words of the page that are no links."""
        return self.free(self.root)

    @cached_property
    def prose(self) -> list[HtmlElement]:
        """The elements that directly hold sentences, in order."""
        return [each for each in self._all if self._is_prose(each)]

    def _is_prose(self, element: HtmlElement) -> bool:
        own = "".join(self._own.get(element, ()))
        return measure(own) >= _PROSE and bool(_SENTENCE.search(own))

    def _weigh(self) -> None:
        block: dict[HtmlElement, HtmlElement] = {}
        link: dict[HtmlElement, bool] = {}
        for element in self._all:
            above = element.getparent() if element is not self.root else None
            inside = above is not None and link[above]
            link[element] = inside or (element.tag == "a" and not element.get("href", "#").startswith("#"))
            block[element] = element if above is None or is_block(element) else block[above]
            self._count(element, element.text, link[element], block[element])
            if above is not None:
                self._count(above, element.tail, link[above], block[above])
        for element in reversed(self._all):
            above = element.getparent() if element is not self.root else None
            if above is not None:
                self._letters[above] = self._letters.get(above, 0) + self._letters.get(element, 0)
                self._linked[above] = self._linked.get(above, 0) + self._linked.get(element, 0)

    def _count(self, element: HtmlElement, words: str | None, linked: bool, block: HtmlElement) -> None:
        if words and (letters := measure(words)):
            self._letters[element] = self._letters.get(element, 0) + letters
            if linked:
                self._linked[element] = self._linked.get(element, 0) + letters
            else:
                self._own.setdefault(block, []).append(words)


def measure(words: str) -> int:
    """Letters of an alphabet, or as many as say as much."""
    return len(_LETTER.findall(words)) + 2 * len(_DENSE.findall(words))
