"""What the ledger knows of each document: its record, and the row that holds it."""

import sqlite3
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TypeVar

from ... import errors
from ...llm import Usage
from ..inputs.entry import Entry
from ..inputs.ids import is_named, named
from ..inputs.places import stands

S = TypeVar("S", str, str | None)

TABLE = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, origin TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, run INTEGER NOT NULL,
    sha256 TEXT, state TEXT NOT NULL DEFAULT 'new', attempts INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0, retries INTEGER NOT NULL DEFAULT 0, reasks INTEGER NOT NULL DEFAULT 0,
    cache_hits INTEGER NOT NULL DEFAULT 0, prompt_tokens INTEGER NOT NULL DEFAULT 0,
    completion_tokens INTEGER NOT NULL DEFAULT 0, cost REAL, seconds REAL,
    reason TEXT, message TEXT, hint TEXT, shortfall TEXT, bytes INTEGER, brief BLOB
);
CREATE INDEX IF NOT EXISTS documents_by_content ON documents (sha256);
"""


@dataclass(frozen=True)
class Record:
    """What is known of one document."""

    id: str
    origin: str
    state: str
    """`new`, `complete`, `incomplete` or `failed`."""
    sha256: str | None = None
    attempts: int = 0
    usage: Usage = field(default_factory=Usage)
    seconds: float | None = None
    reason: str | None = None
    """Class of the error that it failed with."""
    message: str | None = None
    hint: str | None = None
    shortfall: str | None = None
    """What was asked for beside the brief and failed, and why."""
    bytes: int | None = None
    """Bytes of the brief as it was written."""
    kept: bool = False
    """Whether the brief lies in the ledger, not in a file."""

    def error(self) -> errors.SummarizerError:
        """The error that it failed with, of its own class."""
        kind = getattr(errors, self.reason or "", errors.SummarizerError)
        made: errors.SummarizerError = kind(self.message or "it failed", hint=self.hint or "")
        return made


def enter(
    database: sqlite3.Connection, entry: Entry, position: int, run: int, sha256: str | None = None
) -> Record | None:
    """As `Ledger.enter`, in the run of that number."""
    origin = sayable(entry.origin)
    row = database.execute(AT, (origin,)).fetchone() or _moved(database, entry, run, sha256)
    if row is not None:
        if row["run"] == run:
            return None
        values = origin, run, position, row["id"]
        database.execute("UPDATE documents SET origin = ?, run = ?, position = ? WHERE id = ?", values)
        return replace(of_row(row), origin=origin)
    own = named(database, entry.id)
    database.execute(
        "INSERT INTO documents (id, origin, position, run) VALUES (?, ?, ?, ?)", (own, origin, position, run)
    )
    return Record(own, origin, "new")


AT = "SELECT * FROM documents WHERE origin = ?"
_MOVED = "SELECT * FROM documents WHERE run < ? AND sha256 = ? ORDER BY position LIMIT ?"
_LOOKED_AT = 20  # of those with one content: thousands of files may be empty


def _moved(database: sqlite3.Connection, entry: Entry, run: int, sha256: str | None) -> sqlite3.Row | None:
    """The row of a document that was moved, as a whole folder may be with its briefs."""
    rows: list[sqlite3.Row] = database.execute(_MOVED, (run, sha256, _LOOKED_AT)).fetchall()
    for row in rows:
        if is_named(row["id"], entry.id) and not stands(row["origin"]):
            return row
    return None


def finish(database: sqlite3.Connection, record: Record, brief: bytes | None) -> None:
    """As `Ledger.finish`."""
    values = {name: getattr(record, name) for name in _TOLD} | asdict(record.usage) | {"brief": brief, "id": record.id}
    values |= {"message": sayable(record.message), "hint": sayable(record.hint), "shortfall": sayable(record.shortfall)}
    database.execute(_FINISH, values)


def sayable(words: S) -> S:
    """The words with each half of a surrogate pair as an escape: names of files that are not UTF-8 hold such."""
    return words.encode("utf-8", "backslashreplace").decode() if words is not None else words


def of(rows: list[sqlite3.Row]) -> Record | None:
    """The record in the only row; None where there is no row."""
    return of_row(rows[0]) if rows else None


def of_row(row: sqlite3.Row) -> Record:
    """The record in a row with all its columns."""
    usage = Usage(**{name: row[name] for name in _USED})
    told = {name: row[name] for name in _TOLD}
    return Record(row["id"], row["origin"], usage=usage, kept=row["brief"] is not None, **told)


# The columns are named as the fields that they hold.
_USED = tuple(one.name for one in fields(Usage))
_TOLD = tuple(one.name for one in fields(Record) if one.name not in ("id", "origin", "usage", "kept"))
_FINISH = f"UPDATE documents SET {', '.join(f'{name} = :{name}' for name in (*_TOLD, *_USED, 'brief'))} WHERE id = :id"
