"""Minutes that were kept in a table, a row a subject, and tables of next steps: what their columns are called."""

from collections.abc import Mapping, Sequence, Set


def column_names(listed: str) -> frozenset[str]:
    """Names of columns, in a text between commas."""
    return frozenset(name.strip() for name in listed.replace("\n", ",").split(",") if name.strip())


COLUMNS = {
    "topic": column_names(
        "topic,topics,subject,agenda item,agenda topic,agenda,item,matter,issue,discussion item,discussion topic,agenda point,point,theme"
    ),
    "discussion": column_names(
        """discussion,discussions,discussion points,discussion summary,discussion notes,discussion/notes,notes,summary,key points,main points,
        details,minutes,comments,remarks,update"""
    ),
    "decision": column_names(
        "decision,decisions,decision made,decisions made,decision taken,decisions taken,outcome,outcomes,decision/outcome,resolution,resolutions,conclusion,conclusions,agreed"
    ),
}
ACTION_COLUMNS = {
    "task": column_names(
        """action,actions,action item,action items,action point,action points,task,tasks,next step,next steps,what,to do,todo,description,
        action required,agreed action,activity"""
    ),
    "owner": column_names(
        """owner,owners,action owner,responsible,responsible person,person responsible,responsibility,who,assignee,assigned to,by whom,lead,
        action by,person,name"""
    ),
    "due": column_names("due,due date,due by,deadline,by when,when,date due,target,target date,timescale,timeline"),
    "state": column_names("status,state,progress,done,done?"),
}
"""The same of a list of next steps."""


def kinds_of(cells: Sequence[str]) -> dict[str, int]:
    """Which column of minutes each cell of a first row heads, by its kind; empty where the table is none of minutes."""
    found = columns_of(cells, COLUMNS)
    return found if "topic" in found and len(found) > 1 else {}


def columns_of(cells: Sequence[str], names: Mapping[str, Set[str]]) -> dict[str, int]:
    """The first column of each kind that a first row names."""
    plain = [" ".join(cell.strip(" *_:").lower().split()) for cell in cells]
    return {kind: at for kind, known in names.items() for at, cell in reversed([*enumerate(plain)]) if cell in known}


def is_record(cells: Sequence[str]) -> bool:
    """Whether a first row heads minutes, or a list of next steps with who is to act or by when."""
    plain = {cell.strip(" *_:").lower() for cell in cells}
    steps = plain & (ACTION_COLUMNS["task"] - {"description", "what", "activity"})
    return bool(kinds_of(cells)) or bool(steps and plain & (ACTION_COLUMNS["owner"] | ACTION_COLUMNS["due"]))
