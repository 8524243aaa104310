"""What documents are called: names that every file system takes, and no two that any takes for one."""

import hashlib
import re
import sqlite3
import unicodedata

_UNSAFE = re.compile(r"[^\w.\-+@ ]|\A\.+")
_BEHIND = "~"  # what `safe` leaves in no name
_LONGEST = 200  # bytes of a part of an id; file names have 255, and the suffix and a number come on top
TABLE = "CREATE TABLE IF NOT EXISTS names (folded TEXT PRIMARY KEY, wanted INTEGER NOT NULL);"
"""The ids that are given, each with the last number that was put behind it."""


def safe(name: str) -> str:
    """A name that every file system takes; where that changes it, a part of its hash keeps it apart from others."""
    made = _UNSAFE.sub("_", name.strip()).encode()[:_LONGEST].decode(errors="ignore") or "_"
    return made if made == name else f"{made}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def within(own: str) -> str:
    """An id as a path within the folder of the briefs, wherever else it would lead."""
    return "/".join(map(safe, own.split("/")))


def named(database: sqlite3.Connection, wanted: str) -> str:
    """Reserve an id: the wanted name, or that name with the first free number behind `~`, a sign that no wanted name holds.
    The last number given is kept, as thousands of documents may want the same name."""
    own, number = wanted, 0
    while (before := database.execute(_WANTED, (_folded(own),)).fetchone()) is not None:
        number = (number or before[0]) + 1
        own = f"{wanted}{_BEHIND}{number}"
    database.executemany(_NAME, {_folded(own): 1, _folded(wanted): max(1, number)}.items())
    return own


def is_named(own: str, wanted: str) -> bool:
    """Whether `own` is an id given to a document that wanted `wanted`, in whichever folder."""
    return re.fullmatch(rf"{re.escape(_last(wanted))}({_BEHIND}\d+)?", _last(own)) is not None


def _last(own: str) -> str:
    return own.rpartition("/")[2]


_WANTED = "SELECT wanted FROM names WHERE folded = ?"
_NAME = "INSERT OR REPLACE INTO names VALUES (?, ?)"


def _folded(own: str) -> str:
    return unicodedata.normalize("NFC", own.casefold())
