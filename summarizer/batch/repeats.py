"""Documents that the inputs name more than once: each is made once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from .entry import Entry


class Repeats:
    """Who comes second waits for the first, whose state is then known. What has ended is for the ledger to tell."""

    def __init__(self) -> None:
        self.told: list[str] = []
        """Where they were met again."""
        self._ends: dict[str, asyncio.Event] = {}
        """Of the documents under way, by their places."""

    @contextmanager
    def first(self, origin: str) -> Iterator[asyncio.Event | None]:
        """A document is under way within; gives the end of the one that is already so at its place."""
        if (end := self._ends.get(origin)) is not None:
            yield end
            return
        end = self._ends[origin] = asyncio.Event()
        try:
            yield None
        finally:
            del self._ends[origin]
            end.set()


def another(entry: Entry, position: int) -> Entry:
    """In the place of a document that has the id of another one."""
    mark = f" (again, document {position})"
    fault = f"{entry.where} is listed twice, with other words or another date; give each document an id of its own"
    return replace(entry, origin=entry.origin + mark, spelled=entry.where + mark, fault=fault)
