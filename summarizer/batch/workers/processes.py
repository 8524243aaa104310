"""Documents on all cores: processes make the briefs, and this one asks the model for them and keeps the accounts."""

import asyncio
import itertools
import multiprocessing
import os
import signal
import socket
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import forkserver
from typing import Any

from ...engines.asking import load_libraries
from ...engines.room import learn, learnt_ratio
from ...errors import SettingsError, SummarizerError
from ...llm import LLM, Meter, Reply, Request, metering
from ..accounts.ledger import paying
from ..inputs.entry import Entry
from . import worker
from .attempt import Finished, Work, briefed
from .briefing import Setup
from .lines import Line, LineClosed
from .worker import Told

_LARGE = 100_000  # characters; their checks take about a second
_SILENT = 30.0  # seconds
_LIFE = 1_000  # documents of one process: what each leaves of memory, in pieces, goes with it


class Processes:
    """The work of a `Runner` in other processes. One that dies, or does not listen any more, takes only its document
    with it: all that were under way in it are made once more, each by itself."""

    def __init__(self, setup: Setup, processes: int, *, llm: LLM | None = None, here: Work[Any] | None = None) -> None:
        """llm: the model at the endpoint, if there is one. here: makes the same briefs in this process, for few
        documents, as a process takes as long to begin as all of those take. It gets no large one, as all else would
        wait for it: other answers, its deadline, and Ctrl-C."""
        self.processes = processes
        self._setup = setup
        self._llm = llm
        self._here = here
        # What is computed all the time has a process to itself; what waits for a model shares it.
        self._rooms = asyncio.Semaphore(processes) if llm is None or here else None
        self._context = _context(at_once=here is None)
        self._numbers = itertools.count()
        self._under_way: dict[int, _UnderWay] = {}
        self._others: list[_Other] = []
        self._beginning: asyncio.Task[None] | None = None
        self._lone = asyncio.Semaphore(processes)

    async def begin(self) -> None:
        """Loads what the first document would wait for, and waits until the processes have begun, where all go to them."""
        if self._llm is not None:
            load_libraries()
        if self._here is None:
            await self._begun(self.processes)

    async def __call__(self, entry: Entry) -> Finished[Any]:
        """The brief of a document, made here or in another process. Errors: `SummarizerError`."""
        if self._here is None:
            return await self._there(entry)
        return await briefed(self._near, entry, self._setup.deadline)

    def close(self) -> None:
        """Ends the processes, whatever they are at."""
        if self._beginning is not None:
            self._beginning.cancel()
        for each in self._others:
            each.end()

    async def _near(self, entry: Entry) -> Finished[Any]:
        assert self._here is not None, "else all goes to the processes"
        document = await entry.read()
        if len(document.text) > _LARGE:
            return await self._there(entry)
        return await self._here(replace(entry, source=document))

    async def _there(self, entry: Entry) -> Finished[Any]:
        ratio = 0.0 if self._llm is None else learnt_ratio(self._llm.name)
        async with self._rooms or nullcontext():
            one = await self._least_busy()
            with suppress(LineClosed):
                return await self._attempt(one, ratio, entry)
        return await self._alone(ratio, entry)

    async def _alone(self, ratio: float, entry: Entry) -> Finished[Any]:
        async with self._lone:
            one = await self._new(is_lone=True)
            try:
                return await self._attempt(one, ratio, entry)
            except LineClosed as error:
                raise SummarizerError(
                    "the process that read it was ended",
                    hint="it may take more memory than there is; split the document",
                ) from error
            finally:
                one.end()

    async def _attempt(self, one: "_Other", ratio: float, entry: Entry) -> Finished[Any]:
        """Errors: `SummarizerError`, `LineClosed`. The deadline counts from here: a document is not blamed for its waiting."""
        return await briefed(partial(self._brief, one, ratio), entry, self._setup.deadline)

    async def _brief(self, one: "_Other", ratio: float, entry: Entry) -> Finished[Any]:
        number, document = next(self._numbers), _UnderWay(paying.get(), metering.get())
        self._under_way[number] = document
        one.busy += 1
        try:
            return await one.line.ask("brief", Told(number, document.own, ratio), entry)  # type: ignore[no-any-return]
        except asyncio.CancelledError:
            for asked in document.asked:
                asked.cancel()
            if self._rooms is not None:
                one.end()  # nothing else gets it back from a document that takes for ever
            raise
        finally:
            one.busy -= 1
            one.made += 1
            del self._under_way[number]
            if one.made >= _LIFE and not one.busy:
                one.end()

    async def _complete(self, one: "_Other", number: int, request: Request, ticket: int | None) -> Reply:
        """As `LLM.complete`, for a document of that process. ticket: by which it knows its objections."""
        if number not in self._under_way:
            raise SummarizerError("the document was given up")
        document = self._under_way[number]
        paying.set(document.own)
        metering.set(document.meter)
        if ticket is not None:
            request = replace(request, objections=partial(one.line.ask, "objections", ticket))
        asked = asyncio.current_task()
        assert asked is not None, "a coroutine is run by a task"
        assert self._llm is not None, "who has no endpoint asks for nothing"
        document.asked.add(asked)
        try:
            reply = await self._llm.complete(request)
        finally:
            document.asked.discard(asked)
        learn(self._llm.name, request.tokens or 0.0, reply.usage)
        return reply

    # ---- the processes

    async def _least_busy(self) -> "_Other":
        await self._begun(self.processes if self._here is None else min(self.processes, len(self._under_way) + 1))
        alive = self._alive()
        # One at a time gets no more, ends with what it has, and only then another takes its place: they are never more.
        retiring = next((each for each in alive if each.made >= _LIFE), None)
        return min((each for each in alive if each is not retiring or len(alive) == 1), key=lambda each: each.busy)

    async def _begun(self, wanted: int) -> None:
        """Waits until so many have begun."""
        while len(self._alive()) < wanted:
            if self._beginning is None or self._beginning.done():
                self._beginning = asyncio.ensure_future(self._begin_missing(wanted))
            await asyncio.shield(self._beginning)  # who waits may be given up, and they are for others too

    async def _begin_missing(self, wanted: int) -> None:
        await asyncio.gather(*(self._new() for _ in range(wanted - len(self._alive()))))

    def _alive(self) -> list["_Other"]:
        self._others = [each for each in self._others if each.is_alive]
        return [each for each in self._others if not each.is_lone]

    async def _new(self, *, is_lone: bool = False) -> "_Other":
        ours, theirs = socket.socketpair()
        one = _Other(self._context.Process(target=worker.work, args=(theirs, self._setup), daemon=True), is_lone)
        one.line = await Line.open(ours, {"complete": partial(self._complete, one)})
        try:
            _ready_to_fork(self._context)
            await asyncio.to_thread(_start, one.process, theirs)  # the first one waits until all is imported
            await one.line.ask("ready")
        except BaseException as error:
            one.line.close()  # a process that has begun ends when it hears nobody
            if not isinstance(error, OSError | EOFError | LineClosed):
                raise
            raise SettingsError(
                "a process that makes briefs ended before it could begin",
                hint="what it said stands above; it may lack memory, or open files",
            ) from error
        self._others.append(one)  # not before: who is given up ends the one that has it
        if self._rooms is None and not is_lone:
            one.watch = asyncio.ensure_future(one.end_when_silent())
        return one


@dataclass
class _UnderWay:
    own: str
    """Its id in the ledger."""
    meter: Meter | None
    asked: set["asyncio.Task[Any]"] = field(default_factory=set)
    """Its requests to the model that are under way."""


@dataclass(eq=False)
class _Other:
    """Another process."""

    process: Any
    is_lone: bool
    """Whether it is for one document only."""
    line: Line = field(init=False)
    watch: "asyncio.Task[None] | None" = None
    busy: int = 0
    """Documents that it is at work on."""
    made: int = 0
    """Documents that it has ended."""
    is_ended: bool = False

    @property
    def is_alive(self) -> bool:
        return not self.is_ended and not self.line.ended.done()

    async def end_when_silent(self) -> None:
        """Ends it when a document, for whatever it computes, lets no other one in for long."""
        while self.is_alive:
            await asyncio.sleep(_SILENT)
            try:
                async with asyncio.timeout(_SILENT):
                    await self.line.ask("ready")
            except (TimeoutError, LineClosed):
                self.end()

    def end(self) -> None:
        self.is_ended = True
        self.line.close()
        self.process.kill()


def _start(process: Any, theirs: socket.socket) -> None:
    """theirs: closed here, as for as long as it is open in this process too nobody would hear of its end."""
    with theirs:
        process.start()


def _context(*, at_once: bool) -> Any:
    """How processes are begun. Not forked from this one, which has threads; where there is such a thing, another one
    makes ready what they need, at once if they will be needed, and all are forked from it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([worker.__name__, f"{__package__}.rehearsal"])
    if at_once:
        _ready_to_fork(context)
    return context


def _ready_to_fork(context: Any) -> None:
    """Has the process run that the others are forked from. A signal for all processes is not to end it; and it is not to
    import what lies in the current folder by the name of a module."""
    if context.get_start_method() != "forkserver":
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
