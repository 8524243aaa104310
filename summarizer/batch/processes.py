"""Documents on all cores: processes make the briefs, and this one asks the model for them and keeps the accounts."""

import asyncio
import itertools
import multiprocessing
import socket
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import forkserver
from typing import Any

from ..engines.asking import load_libraries
from ..errors import SettingsError, SummarizerError
from ..llm import LLM, Meter, Reply, Request, metering
from . import worker
from .attempt import Finished, Work
from .briefing import Setup
from .entry import Entry
from .ledger import paying
from .lines import Ended, Line

_LARGE = 100_000  # characters; their checks take about a second
_PATIENCE = 1.0  # seconds


class Processes:
    """The work of a `Runner` in other processes. One that dies takes only its document with it."""

    def __init__(self, setup: Setup, processes: int, *, llm: LLM | None = None, here: Work[Any] | None = None) -> None:
        """llm: the model at the endpoint, if there is one. here: makes the same briefs in this process, for few
        documents, as a process takes as long to begin as all of those take. It gets no large one, as all else would
        wait for it: other answers, its deadline, and Ctrl-C."""
        self.processes = processes
        self._setup = setup
        self._llm = llm
        self._here = here
        self._context = _context(at_once=here is None)
        self._numbers = itertools.count()
        self._under_way: dict[int, tuple[str, Meter | None]] = {}
        self._workers: list[_Worker] = []
        self._beginning = asyncio.Lock()
        self._lone = asyncio.Semaphore(self.processes)
        self._closed = False

    async def begin(self) -> None:
        """Loads what the first document would wait for, and waits until the processes have begun, where all go to them."""
        if self._llm is not None:
            load_libraries()
        if self._here is None:
            await self._add(self.processes)

    async def __call__(self, entry: Entry) -> Finished[Any]:
        """Errors: `SummarizerError`."""
        if self._here is None:
            return await self._there(entry)
        document = await entry.read()
        if len(document.text) > _LARGE:
            return await self._there(entry)
        return await self._here(replace(entry, source=document))

    def close(self) -> None:
        """Ends the processes, whatever they are at."""
        self._closed = True
        for each in self._workers:
            each.end()
        self._workers.clear()

    async def _there(self, entry: Entry) -> Finished[Any]:
        while True:
            one = await self._least_busy()
            try:
                return await self._brief(one, entry)
            except Ended:
                if not one.was_dismissed:
                    return await self._alone(entry)

    async def _alone(self, entry: Entry) -> Finished[Any]:
        """Some document ended its process, and all others under way with it: each is tried once more by itself."""
        async with self._lone:
            one = await self._new_worker()
            try:
                return await self._brief(one, entry)
            except Ended as error:
                raise SummarizerError(
                    "the process that read it was ended",
                    hint="it may take more memory than there is; split the document",
                ) from error
            finally:
                one.end()

    async def _brief(self, one: "_Worker", entry: Entry) -> Finished[Any]:
        """Errors: `SummarizerError`, `Ended`."""
        number, own, meter = next(self._numbers), paying.get(), metering.get()
        self._under_way[number] = own, meter
        one.busy += 1
        try:
            return await one.line.ask("brief", number, own, entry)  # type: ignore[no-any-return]
        except asyncio.CancelledError:
            await one.check()
            raise
        finally:
            one.busy -= 1
            del self._under_way[number]

    async def _complete(self, one: "_Worker", number: int, request: Request, ticket: int | None) -> Reply:
        """As `LLM.complete`, for a document of that process. ticket: by which it knows its objections."""
        if number not in self._under_way:
            raise SummarizerError("the document was given up")
        own, meter = self._under_way[number]
        paying.set(own)
        metering.set(meter)
        if ticket is not None:
            request = replace(request, objections=partial(one.line.ask, "objections", ticket))
        assert self._llm is not None, "who has no endpoint asks for nothing"
        return await self._llm.complete(request)

    # ---- the processes

    async def _least_busy(self) -> "_Worker":
        wanted = self.processes if self._here is None else min(self.processes, len(self._under_way) + 1)
        if sum(not each.line.ended.done() for each in self._workers) < wanted:
            await self._add(wanted)
        return min(self._workers, key=lambda each: each.busy)

    async def _add(self, wanted: int) -> None:
        """Begins those that are missing."""
        async with self._beginning:
            self._workers = [each for each in self._workers if not each.line.ended.done()]
            missing = max(0, wanted - len(self._workers))
            self._workers += await asyncio.gather(*(self._new_worker() for _ in range(missing)))

    async def _new_worker(self) -> "_Worker":
        ours, theirs = socket.socketpair()
        process = self._context.Process(target=worker.work, args=(theirs, self._setup), daemon=True)
        try:
            await asyncio.to_thread(process.start)  # the first one waits until all is imported
        finally:
            theirs.close()
        one = _Worker(process)
        one.line = await Line.open(ours, {"complete": partial(self._complete, one)})
        try:
            await one.line.ask("ready")
        except Ended as error:
            raise SettingsError(
                "a process that makes briefs ended before it could begin",
                hint="what it said stands above; it may lack memory",
            ) from error
        if self._closed:
            one.end()
        return one


@dataclass(eq=False)
class _Worker:
    process: Any
    line: Line = field(init=False)
    busy: int = 0
    """Documents."""
    was_dismissed: bool = False
    """Whether it was ended for a document that takes for ever: the others have nothing to do with it."""

    async def check(self) -> None:
        """Ends the process if it does not listen: nothing else gets one back from a document that takes for ever."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self.line.ask("ready")
        except (TimeoutError, Ended):
            self.was_dismissed = True
            self.end()

    def end(self) -> None:
        self.line.close()
        self.process.kill()


def _context(*, at_once: bool) -> Any:
    """How processes are begun. Not forked from this one, which has threads; where there is such a thing, another one
    imports what they need, at once if they will be needed, and all are forked from it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([worker.__name__])
    if at_once:
        forkserver.ensure_running()
    return context
