"""Next steps kept as a table: "Action | Owner | Due | Status"."""

import re
from collections.abc import Iterator

from ....readers.text.tables import ACTION_COLUMNS, columns_of
from ..layout.minuted_rows import minuted_rows, table_rows
from ..layout.page import Page
from ..layout.rows import Row
from ..naming.shapes import is_name
from ..outcomes.below import UNDECIDED
from ..sentences.due import MONTH
from ..words import words
from .owners import owns

PLAIN = frozenset({"description", "what", "activity"})
"""Headings that say what is to be done only beside a column of owners and one of dates."""
DONE = re.compile(r"(?:done|closed|completed?|cancell?ed|dropped|finished|yes|y|x|✓|✔|\[x\])\b.*", re.IGNORECASE)
DATED = re.compile(rf"\d|\b(?:today|tomorrow|week|month|asap|before|next|end of|{MONTH})\b", re.IGNORECASE)
ORDERED = re.compile(r"(?P<owner>[^|]{2,40}?) (?:to|will) (?P<task>[a-z]{2,} \S.*)")
"""A cell of owners that says what is to be done as well."""
NOBODY = re.compile(r"(?:tb[cda]|n/?a|none|unassigned|open|various|\W*)", re.IGNORECASE)


def action_rows(page: Page, people: frozenset[str]) -> Iterator[tuple[Row, Row, str, str | None, str | None]]:
    """Heading, row, task, owner and date of each next step that a table lists and does not call done."""
    for head, row in table_rows(page):
        columns = _columns(head.cells)
        task, owner, due, state = (_cell(row.cells, columns, kind) for kind in ("task", "owner", "due", "state"))
        if len(task.split()) > 1 and not DONE.fullmatch(state):
            yield head, row, task, _owner(owner, people), due if DATED.search(due) else None


def _columns(cells: list[str]) -> dict[str, int]:
    """Which column holds what; none where the table is about something else."""
    found = columns_of(cells, ACTION_COLUMNS)
    if "task" not in found:
        return {}
    fewest = 2 if cells[found["task"]].lower().strip("*_ :") in PLAIN else 1
    return found if ("owner" in found) + ("due" in found) >= fewest else {}


def _cell(cells: list[str], columns: dict[str, int], kind: str) -> str:
    at = columns.get(kind, len(cells))
    return cells[at].strip(" *_") if at < len(cells) else ""


def _owner(cell: str, people: frozenset[str]) -> str | None:
    """Who stands in the column of owners; there a single name is enough."""
    parts = [part.strip() for part in re.split(r",|&|/|;|\band\b", cell) if part.strip()]
    if not parts or any(NOBODY.fullmatch(part) for part in parts):
        return None
    named = all(owns(part, people) or (is_name(part) and part.lower() not in words().stops) for part in parts)
    return cell.replace("@", "") if named else None


def minuted_actions(page: Page, people: frozenset[str]) -> Iterator[tuple[Row, Row, str, str | None, str | None]]:
    """The same of minutes in a table without a column of actions: "Ann to order it" among the owners, or what was decided
    with who sees to it and by when."""
    for one in minuted_rows(page):
        if one.owner is None or "task" in _columns(one.head.cells):
            continue
        due = one.due.text if one.due is not None and DATED.search(one.due.text) else None
        decision, order = one.decision, ORDERED.fullmatch(one.owner.text)
        if order is not None and _owner(order["owner"], people):
            yield one.head, one.row, order["task"], _owner(order["owner"], people), due
        elif due and decision and not UNDECIDED.fullmatch(decision.text) and (owner := _owner(one.owner.text, people)):
            yield one.head, one.row, decision.text, owner, due
