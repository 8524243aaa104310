"""The accounts of a batch, in an SQLite file in its folder: every answer that was paid for, every document's state.

Whatever is written is on the disk when the call returns. All writing happens in one thread, which puts what waits
into one transaction: a thousand answers a second cost as many syncs as the disk can do, not a thousand.
"""

import json
import sqlite3
import zlib
from collections.abc import Awaitable, Iterator
from contextlib import ExitStack, closing
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock, Timeout

from ...engines.accounts import Kept
from ...engines.prices import Price
from ...errors import SettingsError
from ...llm import Usage
from ..inputs import ids
from ..inputs.entry import Entry
from ..names import LEDGER, MANIFEST
from . import answers, records
from .answers import LEVEL
from .aside import Aside
from .records import Record
from .writing import Writer, connected, unusable

T = TypeVar("T")

paying: ContextVar[str] = ContextVar("paying", default="")
"""Id of the document that requests are made for now."""

_FORMAT = "4"
"""Another one for each change of the tables: a ledger of another form is refused, as what it holds was paid for."""
_ABOUT = "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL)"


@dataclass(frozen=True)
class Bill:
    """All answers that were paid for."""

    answers: int
    prompt_tokens: int
    completion_tokens: int
    cost: float | None
    """US dollars; None as soon as one part of it is not known."""


class Ledger:
    """The ledger of one folder, from its construction until `close`. One process has it at a time."""

    def __init__(self, folder: Path, settings: dict[str, Any], *, fresh: bool = False) -> None:
        """settings: what shapes the briefs. Errors: `SettingsError` where they are others than before, or where another
        process has the ledger."""
        self.folder = folder
        self.path = folder / LEDGER
        self._lock = FileLock(folder / "ledger.lock")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout:
            raise SettingsError(
                f"another run is at work in {folder}", hint="wait until it ends, or name another folder"
            ) from None
        except OSError as error:
            raise SettingsError(
                f"{folder} cannot be written to: {error.strerror}", hint="name another folder"
            ) from None
        self._since = 0
        self._before = Aside(folder, LEDGER)
        try:
            self._recover()
            if fresh:
                self._before.put()
            self._reading = self._opened(settings)
        except BaseException:
            if fresh:
                self._before.settle(is_replaced=False)
            self._lock.release()
            raise
        self.write = self._writer.write

    def close(self) -> None:
        """Writes what waits, and lets the folder go. With `fresh`, the ledger before comes back where nothing was made."""
        self._writer.close()
        is_made = _is_made(self._reading)
        self._reading.close()
        self._before.settle(is_replaced=is_made)
        self._lock.release()

    def _recover(self) -> None:
        """As at the end of `close`, for a run with `fresh` that was killed."""
        if not self._before.is_there:
            return
        try:
            with closing(connected(self.path)) as database:
                is_made = _is_made(database)
        except sqlite3.Error:
            return  # who opens it says what is wrong
        self._before.settle(is_replaced=is_made)

    # ---- documents

    async def enter(self, entry: Entry, position: int, sha256: str | None = None) -> Record | None:
        """The record of the document, made if it is new; None if this run has met it before.

        Its id is the one it wants, if no other document has that, be it in capitals or in another Unicode form, which some
        file systems hold for the same; else a number is put behind. sha256: by which one is known that stood elsewhere.
        """
        return await self.write(lambda database: records.enter(database, entry, position, self.run, sha256))

    def of(self, entry: Entry) -> Record | None:
        """The record of a document that was entered."""
        return records.of(self.read(records.AT, records.sayable(entry.origin)))

    async def finish(self, record: Record, brief: bytes | None = None) -> None:
        """Enter how a document ended. brief: to be kept here instead of in a file."""
        packed = None if brief is None else zlib.compress(brief, LEVEL)
        await self.write(lambda database: records.finish(database, record, packed))

    async def begin_anew(self, document: str, *, void: bool) -> None:
        """Forget how a document ended; what its answers cost stays in the bill. They are no longer its own, so that
        what it takes now adds to what it took; what it was refused may be asked again. void: nor are they answers any
        more; what it asks is asked anew."""

        def change(database: sqlite3.Connection) -> None:
            database.execute("UPDATE documents SET state = 'new' WHERE id = ?", (document,))
            database.execute(
                "UPDATE answers SET document = '', void = MAX(void, ?) WHERE document = ?", (void, document)
            )
            database.execute("DELETE FROM requests WHERE document = ? AND fault IS NOT NULL", (document,))

        await self.write(change)

    def narrow(self) -> None:
        """From here on, tell only of the documents that this run has met: the others are no longer in the inputs."""
        self._since = self.run

    def records(self, state: str) -> Iterator[Record]:
        """The records in that state, in the order of the inputs."""
        rows = self.rows("SELECT * FROM documents WHERE run >= ? AND state = ? ORDER BY position", self._since, state)
        return map(records.of_row, rows)

    def longest_answer(self) -> int:
        """Tokens of the longest answer so far."""
        ((tokens,),) = self.read("SELECT MAX(completion_tokens) FROM answers")
        return tokens or 0

    def pending(self) -> set[str]:
        """The keys of the requests that are put down, or in a job, and not answered yet."""
        return {key for (key,) in self.rows("SELECT key FROM requests WHERE fault IS NULL")}

    def price(self, price: Price) -> None:
        """Put the cost to answers that were paid before their price was known. Errors: `SettingsError`."""
        cost = "UPDATE answers SET cost = (prompt_tokens * ? + completion_tokens * ?) / 1e6 WHERE cost IS NULL"
        with self._reading:
            self.read(cost, price.prompt, price.answer)

    def briefs(self) -> Iterator[str]:
        """The briefs that are kept in the ledger, in the order of the inputs."""
        rows = self.rows(
            "SELECT brief FROM documents WHERE run >= ? AND brief IS NOT NULL ORDER BY position", self._since
        )
        return (zlib.decompress(row[0]).decode() for row in rows)

    def at(self, position: int) -> Record | None:
        """The record of the document that this run has met at that position of the inputs."""
        return records.of(self.read("SELECT * FROM documents WHERE run = ? AND position = ?", self.run, position))

    def counts(self) -> dict[str, int]:
        """Number of documents by state."""
        return dict(self.rows("SELECT state, COUNT(*) FROM documents WHERE run >= ? GROUP BY state", self._since))

    def shortfalls(self) -> int:
        """Number of briefs that lack something that was asked for beside them."""
        ((count,),) = self.read("SELECT COUNT(shortfall) FROM documents WHERE run >= ?", self._since)
        return int(count)

    def usage(self) -> Usage:
        """What all documents took, in all runs of the folder, be they in its inputs or not; tokens and cost are those of
        the bill. Of a document that was left, no more is known than its answers."""
        (row,) = self.read("SELECT SUM(requests), SUM(retries), SUM(reasks), SUM(cache_hits) FROM documents")
        requests, retries, reasks, hits = (value or 0 for value in row)
        ((left, sent),) = self.read(answers.LEFT)
        requests, retries, bill = requests + sent, retries + sent - left, self.bill()
        return Usage(requests, retries, reasks, hits, bill.prompt_tokens, bill.completion_tokens, bill.cost)

    def bill(self) -> Bill:
        """The bill of the folder, over all runs."""
        ((count, prompt, completion, cost, priced),) = self.read(
            "SELECT COUNT(*), SUM(prompt_tokens), SUM(completion_tokens), SUM(cost), COUNT(cost) FROM answers"
        )
        return Bill(count, prompt or 0, completion or 0, (cost or 0.0) if priced == count else None)

    # ---- answers

    def answer(self, key: str, document: str) -> Kept | None:
        """The answer to the request of that key, as that document sees it."""
        rows = self.read(answers.OF, key)
        return answers.kept(rows[0], document) if rows else None

    def put(self, key: str, document: str, answer: str, usage: Usage) -> Awaitable[None]:
        """Keep an answer that came for a document; its request is no longer put down. One that was asked anew adds to
        what the void one cost; one that is there already is not paid twice."""
        return self.write(lambda database: answers.keep(database, key, document, answer, usage))

    # ---- the file

    def _opened(self, settings: dict[str, Any]) -> sqlite3.Connection:
        """The file, with a run of these settings begun in it."""
        try:
            if (self.folder / MANIFEST).exists() and self.path.is_file() and not self.path.stat().st_size:
                raise sqlite3.DatabaseError("it is empty, though a run has ended in this folder")
            with ExitStack() as refused:
                database = connected(self.path)
                refused.callback(database.close)
                self._begin(database, settings)
                self._writer = Writer(self.path)
                refused.pop_all()
                return database
        except sqlite3.Error as error:
            raise unusable(self.path, error) from error
        except ValueError as error:
            raise unusable(self.path, sqlite3.DatabaseError(str(error))) from error

    def _begin(self, database: sqlite3.Connection, settings: dict[str, Any]) -> None:
        database.execute(_ABOUT)
        about = dict(database.execute("SELECT name, value FROM about").fetchall())
        if about.get("format", _FORMAT) != _FORMAT:
            raise SettingsError(
                f"{self.path} was written by another version (format {about['format']})",
                hint="go on with that version, start over with --fresh, or name another folder",
            )
        database.executescript(records.TABLE + answers.TABLES + ids.TABLE)
        is_used = database.execute(_IS_USED).fetchone()[0]
        if is_used and "settings" not in about:
            raise sqlite3.DatabaseError("its settings are missing")
        if is_used and (changed := _changed(json.loads(about["settings"]), settings)):
            raise SettingsError(
                f"the briefs in {self.folder} were made with other settings: {changed}",
                hint="name another folder, or start over: with --fresh, or from Python by removing this one",
            )
        self.run = int(about.get("run", 0)) + 1
        rows = [("format", _FORMAT), ("settings", json.dumps(settings)), ("run", str(self.run))]
        with database:
            database.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", rows)

    async def begin_again(self) -> None:
        """Begin another pass over the documents, with a run number of its own."""
        self.run += 1
        await self.write(
            lambda database: database.execute("UPDATE about SET value = ? WHERE name = 'run'", (self.run,))
        )

    def read(self, query: str, *values: Any) -> list[Any]:
        """All rows of a query. Errors: `SettingsError` where the file is damaged."""
        return list(self.rows(query, *values))

    def rows(self, query: str, *values: Any) -> Iterator[Any]:
        """As `read`, one row after the other."""
        try:
            yield from self._reading.execute(query, values)
        except sqlite3.Error as error:
            raise unusable(self.path, error) from error


_IS_MADE = "SELECT EXISTS (SELECT 1 FROM answers) OR EXISTS (SELECT 1 FROM documents WHERE state IN ('complete', 'incomplete'))"
_IS_USED = "SELECT EXISTS (SELECT 1 FROM answers) OR EXISTS (SELECT 1 FROM documents WHERE state != 'new')"


def _is_made(database: sqlite3.Connection) -> bool:
    """Whether there is anything in a ledger that took money or time; taken for granted where it cannot be read."""
    try:
        begun = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'answers'").fetchone()
        return begun is not None and bool(database.execute(_IS_MADE).fetchone()[0])
    except sqlite3.Error:
        return True


def _changed(before: dict[str, Any], now: dict[str, Any]) -> str:
    """Which settings differ, in words; empty if none."""
    names = sorted(before.keys() | now.keys())
    return "; ".join(
        f"{name} was {before.get(name)}, is {now.get(name)}" for name in names if before.get(name) != now.get(name)
    )
