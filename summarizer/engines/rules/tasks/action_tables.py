"""Next steps kept as a table: "Action | Owner | Due | Status"."""

import re
from collections.abc import Iterator

from ..layout.page import Page
from ..layout.rows import Row
from ..naming.shapes import is_name
from ..sentences.due import MONTH
from ..words import words
from .owners import owns

COLUMNS = {
    "task": frozenset(
        "action,actions,action item,action items,action point,action points,task,tasks,next step,next steps,what,to do,todo,"
        "description,action required,agreed action,activity".split(",")
    ),
    "owner": frozenset(
        "owner,owners,action owner,responsible,responsible person,person responsible,responsibility,who,assignee,assigned to,by whom,lead,action by,"
        "person,name".split(",")
    ),
    "due": frozenset(
        "due,due date,due by,deadline,by when,when,date due,target,target date,timescale,timeline".split(",")
    ),
    "state": frozenset("status,state,progress,done,done?".split(",")),
}
PLAIN = frozenset({"description", "what", "activity"})
"""Headings that say what is to be done only beside a column of owners and one of dates."""
DONE = re.compile(r"(?:done|closed|completed?|cancell?ed|dropped|finished|yes|y|x|✓|✔|\[x\])\b.*", re.IGNORECASE)
DATED = re.compile(rf"\d|\b(?:today|tomorrow|week|month|asap|before|next|end of|{MONTH})\b", re.IGNORECASE)
NOBODY = re.compile(r"(?:tb[cda]|n/?a|none|unassigned|open|various|\W*)", re.IGNORECASE)


def action_rows(page: Page, people: frozenset[str]) -> Iterator[tuple[Row, Row, str, str | None, str | None]]:
    """Heading, row, task, owner and date of each next step that a table lists and does not call done."""
    head: Row | None = None
    columns: dict[str, int] = {}
    for row in page.rows:
        if not row.table:
            head = None
            continue
        cells = row.cells
        if head is None:
            head, columns = row, _columns(cells)
            continue
        if "task" not in columns or set("".join(cells)) <= set("-: ") or page.addresses_reader(row.start):
            continue
        task, owner, due, state = (_cell(cells, columns, kind) for kind in ("task", "owner", "due", "state"))
        if len(task.split()) < 2 or (state and DONE.fullmatch(state)):
            continue
        yield head, row, task, _owner(owner, people), due if DATED.search(due) else None


def _columns(cells: list[str]) -> dict[str, int]:
    """Which column holds what; none where the table is about something else."""
    lower = [cell.lower().strip("*_ :") for cell in cells]
    found = {kind: at for kind, names in COLUMNS.items() for at, cell in reversed([*enumerate(lower)]) if cell in names}
    task = lower[found["task"]] if "task" in found else ""
    beside = ("owner" in found) + ("due" in found)
    return found if task and beside >= (2 if task in PLAIN else 1) else {}


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
