"""The one thread that writes to the ledger: what waits goes into one transaction, and each caller waits for the disk."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ...errors import CallerError, OutputError, SettingsError

T = TypeVar("T")


class Writer:
    """Makes changes to an SQLite file, from its construction until `close`."""

    def __init__(self, path: Path) -> None:
        """Errors: `sqlite3.Error`; in the thread nobody would hear of it, and all who write would wait for ever."""
        self._path = path
        self._database = connected(path)
        self._queue: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write_all, name="ledger", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Write what waits, and end the thread."""
        self._queue.put(None)
        self._thread.join()

    def write(self, change: Callable[[sqlite3.Connection], T]) -> "asyncio.Future[T]":
        """Have a change made, whether or not somebody waits; it is on the disk when what this gives is done. Errors:
        `OutputError` where it cannot be, `SettingsError` where the file is damaged."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._queue.put(_Work(change, done, loop))
        return done

    def _write_all(self) -> None:
        going = True
        while going:
            work = [self._queue.get()]
            while not self._queue.empty():
                work.append(self._queue.get())
            going = None not in work
            _commit(self._database, self._path, [each for each in work if each is not None])
        self._database.close()


@dataclass(frozen=True)
class _Work:
    change: Callable[[sqlite3.Connection], Any]
    done: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop


def connected(path: Path) -> sqlite3.Connection:
    """A connection to the file, set up so that the file survives a kill at any moment; its rows know the names of columns."""
    database = sqlite3.connect(path, check_same_thread=False, timeout=60)
    try:
        database.row_factory = sqlite3.Row
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
    except BaseException:
        database.close()
        raise
    return database


def _commit(database: sqlite3.Connection, path: Path, works: list[_Work]) -> None:
    """All in one transaction. Where that fails, each by itself: who cannot be served (the disk is full) is told."""
    results: list[Any] = []
    fault: BaseException | None = None
    try:
        with database:
            results = [work.change(database) for work in works]
    except Exception as error:
        if len(works) > 1:
            for work in works:
                _commit(database, path, [work])
            return
        fault = unusable(path, error) if isinstance(error, sqlite3.Error) else error
    for at, work in enumerate(works):
        try:
            work.loop.call_soon_threadsafe(_tell, work.done, None if fault else results[at], fault)
        except RuntimeError:  # the loop has ended: nobody waits for it
            continue


def unusable(path: Path, error: sqlite3.Error) -> CallerError:
    """The error for a ledger that cannot be used."""
    is_around = isinstance(error, sqlite3.OperationalError)  # else of the file itself, as is a table of another form
    if is_around and getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
        return OutputError(
            f"{path} cannot be written to: {error}",
            hint="free disk space, or give write permission, then run again: what is in it is kept; or name another "
            "folder",
        )
    return SettingsError(
        f"{path} is damaged, or no ledger: {error}",
        hint="put a copy of it in its place, or start over with --fresh, which pays for all answers again",
    )


def _tell(done: "asyncio.Future[Any]", result: Any, fault: BaseException | None) -> None:
    if done.cancelled():
        return
    if fault is None:
        done.set_result(result)
    else:
        done.set_exception(fault)
