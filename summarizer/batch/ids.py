"""What documents are called: names that every file system takes, and no two that any takes for one."""

import hashlib
import re
import sqlite3
import unicodedata

_UNSAFE = re.compile(r"[^\w.\-+@ ]|\A\.+")
_BEHIND = "~"  # what `safe` leaves in no name
_LONGEST = 200  # bytes of a part of an id; file names have 255, and the suffix and a number come on top
_TABLE = "CREATE TABLE IF NOT EXISTS names (folded TEXT PRIMARY KEY, wanted INTEGER NOT NULL)"


def safe(name: str) -> str:
    """A name that every file system takes; where that changes it, a part of its hash keeps it apart from others."""
    made = _UNSAFE.sub("_", name.strip()).encode()[:_LONGEST].decode(errors="ignore") or "_"
    return made if made == name else f"{made}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def named(database: sqlite3.Connection, wanted: str) -> str:
    """That name, or with the first number that is free, behind a sign that no document can want: what one is called does
    not hang on the numbers of others. How far that is, is kept, as thousands may want the same."""
    own, number = wanted, 0
    while (before := database.execute(_WANTED, (_folded(own),)).fetchone()) is not None:
        number = (number or before[0]) + 1
        own = f"{wanted}{_BEHIND}{number}"
    database.executemany(_NAME, {_folded(own): 1, _folded(wanted): max(1, number)}.items())
    return own


def is_named(own: str, wanted: str) -> bool:
    """Whether that is the id of one that wanted the other, in whichever folder. Earlier versions wrote `a-2`."""
    return re.fullmatch(rf"{re.escape(_last(wanted))}([~-]\d+)?", _last(own)) is not None


def _last(own: str) -> str:
    return own.rpartition("/")[2]


_WANTED = "SELECT wanted FROM names WHERE folded = ?"
_NAME = "INSERT OR REPLACE INTO names VALUES (?, ?)"


def name_all(database: sqlite3.Connection) -> None:
    """To be called before `named`; of the documents of an earlier version, which kept no names, it takes the ids."""
    database.execute(_TABLE)
    if database.execute("SELECT 1 FROM names LIMIT 1").fetchone() is None:
        rows = [(_folded(own), 1) for (own,) in database.execute("SELECT id FROM documents")]
        with database:
            database.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", rows)


def _folded(own: str) -> str:
    return unicodedata.normalize("NFC", own.casefold())
