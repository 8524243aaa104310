"""Rows of tables, and of minutes that were kept in one: the subject of each, what was decided, who is to act and by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ....readers.text.tables import ACTION_COLUMNS, columns_of, kinds_of
from .headings import is_boilerplate
from .page import Page
from .rows import Row

_OTHERS = {"owner": ACTION_COLUMNS["owner"] - {"person", "name"}, "due": ACTION_COLUMNS["due"]}
_HEADED = 3
_RULE = frozenset("-: |")


@dataclass(frozen=True)
class MinutedRow:
    """One row below the names of the columns; each cell is a row of its own, with its offsets, or None where it is empty."""

    head: Row
    """The names of the columns."""
    decides: Row | None
    """That of the column of decisions."""
    row: Row
    topic: Row | None
    decision: Row | None
    owner: Row | None
    due: Row | None


def minuted_rows(page: Page) -> Iterator[MinutedRow]:
    """The rows of all such tables of a page, in their order; none where headings name its subjects."""
    if sum(row.heading > 0 and not is_boilerplate(row.text) for row in page.rows[1:]) >= _HEADED:
        return
    for head, row in table_rows(page):
        if columns := _columns(head.cells):
            cells = list(_cells(row))
            topic, decision, owner, due = (_at(cells, columns, kind) for kind in ("topic", "decision", "owner", "due"))
            decides = _at(list(_cells(head)), columns, "decision")
            yield MinutedRow(head, decides, row, topic, decision, owner, due)


def table_rows(page: Page) -> Iterator[tuple[Row, Row]]:
    """The rows of all tables of a page, each with the one that heads its table."""
    head: Row | None = None
    for row in page.rows:
        if not row.table:
            head = None
        elif head is None:
            head = row
        elif not set(row.text) <= _RULE and not page.addresses_reader(row.start):
            yield head, row


def _columns(cells: list[str]) -> dict[str, int]:
    columns = kinds_of(cells)
    return {**columns_of(cells, _OTHERS), **columns} if columns else {}


def _cells(row: Row) -> Iterator[Row | None]:
    at = 0
    for part in row.text.split("|"):
        words = part.strip(" \t*_")
        start = row.start + at + part.index(words) if words else 0
        yield replace(row, text=words, start=start, end=start + len(words)) if re.search(r"\w", words) else None
        at += len(part) + 1


def _at(cells: list[Row | None], columns: dict[str, int], kind: str) -> Row | None:
    at = columns.get(kind, len(cells))
    return cells[at] if at < len(cells) else None
