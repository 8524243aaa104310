"""Rows that an editor's margin broke: the words of an entry on the row below it, which the reader took for one line."""

from dataclasses import replace

from .page import Page
from .rows import Row


def unwrapped(page: Page, row: Row) -> Row:
    """The row with the words that go on below it; itself where its last sentence ends on it."""
    segment = page.document.segment(page.line_at(row.end - 1))
    if not segment.start < row.end < segment.end or row.heading or row.table:
        return row
    words = page.text[row.start : segment.end].rstrip()
    return replace(row, text=words, end=row.start + len(words)) if "\n" in words else row
