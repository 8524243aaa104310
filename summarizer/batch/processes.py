"""Work on all cores: a process each, and a document each at a time."""

import asyncio
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from pydantic import BaseModel

from ..documents import Document
from ..drafting import Drafted
from ..engines.loops import breathe
from ..errors import SummarizerError
from ..pipeline import checked, summarize, verify
from ..schemas import Brief, CheckedBrief, Run
from .entry import Entry

T = TypeVar("T")

SAMPLE = (
    '{"commitments": [{"action": "write", "by": "Ann", "strength": "intends", "evidence": [{"line": 1, "quote": "I will write."}]}]}',
    "Ann: I will write.",
)
"""A draft that holds, and its document."""
_FEW = 40  # documents
_LARGE = 100_000  # characters; their checks take about a second
_BEHIND = 10  # steps of niceness


class Processes:
    """A pool of processes for work on documents. One that dies takes only its document with it."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self._pool = self._new_pool()
        self._lone = asyncio.Semaphore(processes)

    async def run(self, function: Callable[..., T], *arguments: Any) -> T:
        """The result of a function of a module. Errors: its own, or `SummarizerError`."""
        pool = self._pool
        try:
            return await _in(pool, function, *arguments)
        except BrokenProcessPool:
            return await self._alone(pool, function, *arguments)

    async def _alone(self, broken: ProcessPoolExecutor, function: Callable[..., T], *arguments: Any) -> T:
        """Some document ended its process, and all others under way with it: each is tried once more by itself."""
        if self._pool is broken:
            self._pool = self._new_pool()
        async with self._lone:  # each begins a process, which takes seconds
            own = self._new_pool(1)
            try:
                return await _in(own, function, *arguments)
            except BrokenProcessPool as error:
                raise SummarizerError(
                    "the process that read it was ended",
                    hint="it may take more memory than there is; split the document",
                ) from error
            finally:
                own.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Ends the processes, whatever they are at."""
        _end(self._pool)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _new_pool(self, processes: int | None = None) -> ProcessPoolExecutor:
        # Not forked: this process has threads. Imports are paid once for each.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes or self.processes, mp_context=context, initializer=_stand_by)


class RulesOnAllCores(Processes):
    """The work of a `Runner` with the built-in rules."""

    async def __call__(self, entry: Entry) -> Brief:
        """Errors: `SummarizerError`."""
        return await self.run(brief_by_rules, entry)


class CheckedApart(Processes):
    """The checks of a brief in other processes, so that this one can attend to what comes over the wire.

    They begin where there are more than a few documents: until then all is checked here, as a process takes as long
    to begin as the checks of all of those. A large one is never checked here, as all else would wait for it: other
    answers, its deadline, and Ctrl-C.
    """

    def __init__(self, processes: int) -> None:
        """processes: 0 for large documents only."""
        super().__init__(processes or 1)
        self._few = _FEW if processes else sys.maxsize
        self._begun = False

    def foreseen(self, entries: Callable[[], Iterable[Entry]]) -> Iterator[Entry]:
        """The same entries, each when it is asked for; when they are more than a few, the processes begin."""
        for number, entry in enumerate(entries(), 1):
            if number > self._few and not self._begun:
                self._begun = True
                for _ in range(self.processes):
                    self._pool.submit(_begin)
            yield entry

    async def __call__(
        self, drafted: Drafted, document: Document, schema: type[BaseModel], made: Run, explain: bool
    ) -> CheckedBrief:
        """As `pipeline.checked`."""
        if self._begun or len(document.text) > _LARGE:
            return await self.run(checked, drafted, document, schema, made, explain)
        await breathe()
        return checked(drafted, document, schema, made, explain)


async def _in(pool: ProcessPoolExecutor, function: Callable[..., T], *arguments: Any) -> T:
    """Who gives up, at the deadline, ends the processes of the pool: nothing else gets one back from a document that
    takes for ever. What else was under way in them is told that the pool is broken."""
    future = pool.submit(function, *arguments)
    try:
        return await asyncio.wrap_future(future)
    except asyncio.CancelledError:
        if future.running() or not future.cancel():
            _end(pool)
        raise


def _end(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _stand_by() -> None:
    """Ctrl-C goes to all processes; what it means is the business of the first one. When that one is no more, so is this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Who is killed ends nothing, and a pool waits for work for ever."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _begin() -> None:
    """What the first check loads, loaded before it is needed, and no longer looked at by the garbage collector."""
    if hasattr(os, "nice"):
        os.nice(_BEHIND)  # checks can wait, what comes over the wire cannot
    verify(*SAMPLE)
    gc.freeze()


def brief_by_rules(entry: Entry) -> Brief:
    """Runs in a process of the pool."""
    return summarize(entry.load())
