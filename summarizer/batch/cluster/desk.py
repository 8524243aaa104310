"""The desk of a batch whose workers run elsewhere: it hands out documents, takes in briefs, and has the one ledger, pace
and output of the batch.

Each document goes through the `Runner` as in any batch; its work is to wait for a worker. A worker takes the document
by its number, makes the brief, and gives it back; if it dies, another takes the same number. Nothing here knows how
calls get from a worker to the desk and back.
"""

import asyncio
import os
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal

from ...engines.accounts import Call, Kept
from ...engines.pace.outage import Outage
from ...engines.pace.pacing import Pacer
from ...engines.providers import Endpoint
from ...errors import SummarizerError
from ...llm import Usage
from ..accounts.ledger import Ledger, paying
from ..inputs.entry import Entry
from ..inputs.sources import entries
from ..job import Ended, Job, account_of, ended, output_of
from ..results.outcome import DocumentOutcome
from ..running import Runner
from ..workers.attempt import Finished
from ..workers.briefing import Setup
from .leases import SPREAD, Grants, Lender, News, Wanted

_TAKES = 3  # of one document, by workers that died over it or beside it
_READ_AHEAD = 16  # entries

Stopped = Literal["stopped"]


@dataclass(frozen=True)
class Taken:
    """A document to make a brief of."""

    document: str
    """Its id in the ledger."""
    entry: Entry


@dataclass(frozen=True)
class Slim(Call):
    """A call without its body, which no account needs."""

    key: str = ""


@dataclass(eq=False)
class _Open:
    """A document that was taken and not given back."""

    handed: "asyncio.Future[Taken]"
    made: "asyncio.Future[Finished[Any]]"
    task: "asyncio.Task[DocumentOutcome[Any] | None] | None" = None
    takes: int = 0


_here: ContextVar[_Open] = ContextVar("here")


class Desk:
    """One run, from `open` to `close`. All is called from one event loop, or by calls from afar."""

    async def open(self, job: Job, endpoint: Endpoint | None, settings: dict[str, Any], directory: str) -> None:
        """endpoint, settings: of the job, as they are where it was asked for. directory: that paths count from.

        Errors: `SettingsError`.
        """
        os.chdir(directory)
        self._job = job
        self._settings = settings
        self._setup = Setup(job.briefing, endpoint, output_of(job), job.deadline)
        limits = job.options.requests_per_minute, job.options.tokens_per_minute
        self._pacer = Pacer(job.concurrency, *limits, spread=SPREAD, outage=Outage())
        self._lender = Lender(self._pacer, self._lost)
        self._ledger = Ledger(job.folder, settings, fresh=job.fresh)
        self._account = account_of(job, endpoint, self._ledger)
        self._runner: Runner[Any] = Runner(
            self._made_elsewhere,
            at_once=job.concurrency,
            ledger=self._ledger,
            output=self._setup.output,
            retry_failed=job.retry_failed,
            on_end=self._account.budget.end,
        )
        self._entries: Iterator[Entry] = entries(job.inputs, without=job.folder)
        self._reading = asyncio.Lock()
        self._read = 0
        self._ahead: dict[int, Entry] = {}
        self._open: dict[int, _Open] = {}
        self._repeats: dict[int, DocumentOutcome[Any]] = {}
        self._workers: dict[str, str] = {}
        self._asked: dict[str, dict[str, Call]] = {}

    async def close(self) -> None:
        """Cancel what is under way, and release the folder."""
        for each in self._open.values():
            if each.task is not None:
                each.task.cancel()
        self._ledger.close()

    async def end(self, seconds: float, total: int | None) -> Ended:
        """Write the summary of the run."""
        return ended(self._job, self._runner, self._ledger, self._settings, seconds, total)

    async def stop(self) -> None:
        """Hand out no further document."""
        self._runner.stop()

    async def waits_for(self) -> str | None:
        """As `Pacer.waits_for`."""
        return self._pacer.waits_for()

    # ---- documents

    async def hello(self, place: str, worker: str) -> Setup:
        """A worker begins; the one that was in its place before it has died."""
        if (before := self._workers.get(place)) is not None:
            self._lender.forget(before)
            self._lost(before)
        self._workers[place] = worker
        self._asked[worker] = {}
        return self._setup

    async def take(self, position: int) -> Taken | DocumentOutcome[Any] | Stopped:
        """The document at that place of the inputs, counted from 1, or what became of it."""
        if (taken := self._open.get(position)) is None:
            if self._runner.stopping:
                return "stopped"
            if (entry := await self._entry(position)) is None:
                return self._again(position)
            loop = asyncio.get_running_loop()
            taken = self._open[position] = _Open(loop.create_future(), loop.create_future())
            taken.task = asyncio.ensure_future(self._run(position, entry, taken))
        assert taken.task is not None
        taken.takes += 1
        if taken.takes > _TAKES and not taken.made.done():
            taken.made.set_exception(
                SummarizerError(
                    f"{_TAKES} workers ended while they read it", hint="it may take more memory than there is; split it"
                )
            )
            return await self._outcome(position, taken)
        either: set[asyncio.Future[Any]] = {taken.handed, taken.task}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        return taken.handed.result() if taken.handed.done() else await self._outcome(position, taken)

    async def give(self, position: int, made: Finished[Any] | SummarizerError) -> DocumentOutcome[Any] | Stopped:
        """The brief of a document that was taken, or why there is none. Returns when it is on the disk."""
        if (taken := self._open.get(position)) is None:  # another worker was quicker
            return self._again(position)
        if not taken.made.done():
            if isinstance(made, Finished):
                taken.made.set_result(made)
            else:
                taken.made.set_exception(made)
        return await self._outcome(position, taken)

    async def _run(self, position: int, entry: Entry, taken: _Open) -> DocumentOutcome[Any] | None:
        _here.set(taken)
        return await self._runner.one(position, entry)

    async def _made_elsewhere(self, entry: Entry) -> Any:
        """The work of the runner."""
        taken = _here.get()
        carried = await asyncio.to_thread(entry.carried)
        taken.handed.set_result(Taken(paying.get(), carried))
        return await taken.made

    async def _outcome(self, position: int, taken: _Open) -> DocumentOutcome[Any] | Stopped:
        assert taken.task is not None
        outcome = await asyncio.shield(taken.task)
        self._open.pop(position, None)
        if outcome is not None and outcome.again:  # the ledger has no record of its place
            self._repeats[position] = outcome
        return "stopped" if outcome is None else outcome

    def _again(self, position: int) -> DocumentOutcome[Any] | Stopped:
        """What became of a document in this run: the worker that gave it back died before it could say so."""
        if (repeat := self._repeats.get(position)) is not None:
            return repeat
        record = self._ledger.at(position)
        if record is None or record.state == "new":
            return "stopped"
        return replace(DocumentOutcome.of(record, record.origin), seconds=record.seconds or 0.0, earlier=False)

    async def _entry(self, position: int) -> Entry | None:
        """None where it was taken before."""
        async with self._reading:
            while self._read < position:
                wanted = islice(self._entries, max(_READ_AHEAD, position - self._read))
                found = await asyncio.to_thread(list, wanted)
                if not found:
                    return None
                self._ahead |= enumerate(found, self._read + 1)
                self._read += len(found)
        return self._ahead.pop(position, None)

    # ---- requests

    async def find(self, worker: str, call: Slim, document: str) -> Kept | None:
        """The answer, where it was paid for; else the request is allowed. Errors: as `Account.allow`."""
        asked = self._asked.setdefault(worker, {})
        paying.set(document)
        kept = await self._account.find(call)
        if kept is None:
            self._check_alive(worker, asked)
            await self._account.allow(call)
            try:
                self._check_alive(worker, asked)
            except SummarizerError:
                self._account.release(call)
                raise
            asked[call.key] = call
        return kept

    def _check_alive(self, worker: str, asked: dict[str, Call]) -> None:
        """After a wait: what a dead worker asks for must not be kept from others."""
        if self._asked.get(worker) is not asked:
            raise SummarizerError("the worker that asked has died")

    async def keep(self, worker: str, call: Slim, document: str, answer: str, usage: Usage) -> None:
        """As `Account.keep`, and the request is over."""
        paying.set(document)
        await self._account.keep(call, answer, usage)
        await self.release(worker, call)

    async def release(self, worker: str, call: Slim) -> None:
        """As `Account.release`."""
        if self._asked.get(worker, {}).pop(call.key, None) is not None:
            self._account.release(call)

    async def tell(self, worker: str, wanted: list[Wanted], news: list[News]) -> None:
        """As `Lender.tell`."""
        self._lender.tell(worker, wanted, news)

    async def grants(self, worker: str) -> Grants:
        """As `Lender.grants`."""
        return await self._lender.grants(worker)

    def _lost(self, worker: str) -> None:
        for call in self._asked.pop(worker, {}).values():
            self._account.release(call)
