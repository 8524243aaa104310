"""Tables of a web page: which hold data, and the cells of their rows."""

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from .spoken_tables import is_spoken

_LONGEST_CELL = 600
"""Characters; a table whose cells say more lays out a page, and does not list data."""
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_OF_A_PAGE = frozenset({"table", "h1", "h2", "h3", "article", "section", "nav", "form", "hr", "blockquote"})
"""What stands in a cell only where the table lays out a page."""


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
