"""Minutes that were kept in a table, a row a subject: what the columns are called, and such tables of comma-separated values."""

import csv
import io
from collections.abc import Sequence

from .delimited import DELIMITERS, is_table


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.strip() for name in listed.replace("\n", ",").split(",") if name.strip())


COLUMNS = {
    "topic": _names(
        "topic,topics,subject,agenda item,agenda topic,agenda,item,matter,issue,discussion item,discussion topic,agenda point,point,theme"
    ),
    "discussion": _names(
        """discussion,discussions,discussion points,discussion summary,discussion notes,discussion/notes,notes,summary,key points,main points,
        details,minutes,comments,remarks,update"""
    ),
    "decision": _names(
        "decision,decisions,decision made,decisions made,decision taken,decisions taken,outcome,outcomes,decision/outcome,resolution,resolutions,conclusion,conclusions,agreed"
    ),
}
ACTION_COLUMNS = {
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
"""The same of a list of next steps."""
_LONGEST_HEAD = 1_000
_ROWS = 2
"""The names of the columns, and a row of them, at the least."""


def kinds_of(cells: Sequence[str]) -> dict[str, int]:
    """Which column of minutes each cell of a first row heads, by its kind; empty where the table is none of minutes."""
    plain = [" ".join(cell.strip(" *_:").lower().split()) for cell in cells]
    found = {kind: at for kind, names in COLUMNS.items() for at, cell in reversed([*enumerate(plain)]) if cell in names}
    return found if "topic" in found and len(found) > 1 else {}


def is_record(cells: Sequence[str]) -> bool:
    """Whether a first row heads minutes, or a list of next steps with who is to act or by when."""
    plain = {cell.strip(" *_:").lower() for cell in cells}
    steps = plain & (ACTION_COLUMNS["task"] - {"description", "what", "activity"})
    return bool(kinds_of(cells)) or bool(steps and plain & (ACTION_COLUMNS["owner"] | ACTION_COLUMNS["due"]))


def in_bars(text: str, name: str) -> str | None:
    """Minutes, or next steps, kept as comma-separated values as a table whose cells bars part, as Markdown has them; None for any other text."""
    plain = text.strip("\n")
    head = plain.partition("\n")[0]
    for delimiter in DELIMITERS:
        if delimiter not in head or len(head) > _LONGEST_HEAD:
            continue
        if not is_record(next(csv.reader([head], delimiter=delimiter), [])) or not is_table(plain.split("\n"), name):
            continue
        try:
            rows = [row for row in csv.reader(io.StringIO(plain), delimiter=delimiter) if any(map(str.strip, row))]
        except csv.Error:
            return None  # one cell without end is no table
        if len(rows) >= _ROWS:
            return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in rows) + "\n"
    return None


def _cell(words: str) -> str:
    return " ".join(words.replace("|", "/").split())
