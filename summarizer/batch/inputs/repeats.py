"""Documents that the inputs name more than once: each is made once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from .entry import Entry


class Repeats:
    """Lets the second of two entries for one document wait until the first has ended, and its state is in the ledger."""

    def __init__(self) -> None:
        self.told: list[str] = []
        """The places of documents that were met again."""
        self._ends: dict[str, asyncio.Event] = {}
        """The ends of the documents under way, by their places."""

    @contextmanager
    def first(self, origin: str) -> Iterator[asyncio.Event | None]:
        """Within it, the document at that place is under way. Gives the end of one that is under way there already, or None."""
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
    """A faulty entry, in place of a document that has the id of another one and other content."""
    mark = f" (again, document {position})"
    fault = f"{entry.where} is listed twice, with other words or another date; give each document an id of its own"
    return replace(entry, origin=entry.origin + mark, spelled=entry.where + mark, fault=fault)
