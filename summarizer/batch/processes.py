"""The built-in rules on all cores: a process each, and a document each at a time."""

import asyncio
import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from ..errors import SummarizerError
from ..schemas import Brief
from .sources import Entry


class RulesOnAllCores:
    """The work of a `Runner` with the built-in rules. A process that dies takes only its document with it."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self._pool = self._new_pool()

    async def __call__(self, entry: Entry) -> Brief:
        """Errors: `SummarizerError`."""
        pool = self._pool
        try:
            return await _in(pool, entry)
        except BrokenProcessPool:
            return await self._alone(entry, pool)

    async def _alone(self, entry: Entry, broken: ProcessPoolExecutor) -> Brief:
        """Some document ended its process, and all others under way with it: each is tried once more by itself."""
        if self._pool is broken:
            self._pool = self._new_pool()
        own = self._new_pool(1)
        try:
            return await _in(own, entry)
        except BrokenProcessPool as error:
            raise SummarizerError(
                "the process that read it was ended", hint="it may take more memory than there is; split the document"
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
        return ProcessPoolExecutor(processes or self.processes, mp_context=context, initializer=_ignore_interrupts)


async def _in(pool: ProcessPoolExecutor, entry: Entry) -> Brief:
    """Who gives up, at the deadline, ends the processes of the pool: nothing else gets one back from a document that
    takes for ever. What else was under way in them is told that the pool is broken."""
    future = pool.submit(brief_by_rules, entry)
    try:
        return await asyncio.wrap_future(future)
    except asyncio.CancelledError:
        if future.running() or not future.cancel():
            _end(pool)
        raise


def _end(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _ignore_interrupts() -> None:
    """Ctrl-C goes to all processes; what it means is the business of the first one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def brief_by_rules(entry: Entry) -> Brief:
    """Runs in a process of the pool."""
    from ..pipeline import summarize

    return summarize(entry.load())
