"""Many documents on the one path: a bounded number at a time, each on its own, none twice."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from typing import Any, Generic, NamedTuple

from pydantic import BaseModel
from typing_extensions import TypeVar

from ..errors import OutputError, Postponed, ProviderError, SettingsError, SummarizerError
from ..llm import Meter, Usage, metering
from ..schemas import Brief
from .accounts.ledger import Ledger, paying
from .accounts.records import Record
from .failing import Failing, ends_all, is_closed
from .inputs.ahead import Ahead
from .inputs.entry import Content, Entry
from .inputs.repeats import Repeats, another
from .results.outcome import DocumentOutcome
from .results.output import Output, writing
from .workers.attempt import Finished, Work, briefed

B = TypeVar("B", bound=BaseModel, default=Brief)

_BRIEFED = ("complete", "incomplete")
_PASSING = frozenset(kind.__name__ for kind in ProviderError.__subclasses__() if kind.transient)
_HELD = 8  # times as many as are under way may wait for one before them, where the order is kept


class _Tried(NamedTuple, Generic[B]):
    """What came of one attempt: a brief, or the fault in its place."""

    made: Finished[B] | None
    fault: SummarizerError | None
    put: tuple[int | None, bytes | None] = (None, None)
    """As `Output.put`."""


class Runner(Generic[B]):
    """One run over the documents of a batch."""

    def __init__(
        self,
        work: Work[B],
        *,
        at_once: int,
        ledger: Ledger | None = None,
        output: Output | None = None,
        retry_failed: bool = False,
        retry_passing: bool = True,
        on_end: Callable[[str], None] | None = None,
    ) -> None:
        """at_once: documents under way. An output needs a ledger. retry_failed: try again all
        that failed in an earlier run. retry_passing: try again at least what failed there for the server's sake. on_end:
        told the id of each document that is under way no longer.

        Errors: `SettingsError`.
        """
        if not isinstance(at_once, int) or at_once < 1:
            raise SettingsError(f"{at_once!r} documents are to be under way", hint="give 1 or more")
        self.stopped_by: SummarizerError | None = None
        """What ended the run early."""
        self.under_way = 0
        self.undone = 0
        """Number of documents that were begun and left."""
        self.retry_failed = retry_failed
        self.retry_passing = retry_passing
        self._work = work
        self._at_once = at_once
        self._ledger = ledger
        self._output = output
        self._on_end = on_end
        self.stopping = False
        """Whether no further document is begun."""
        self._failing = Failing(at_once)
        self._repeats = Repeats()
        self._meters: dict[int, Meter] = {}
        """The meters of the documents under way, by position."""
        self._news = asyncio.Event()
        """A document is done, there is another one, or the run is to stop."""

    @property
    def stopped(self) -> bool:
        """Whether documents were left for another run."""
        return self.stopping or self.undone > 0

    @property
    def repeated(self) -> Sequence[str]:
        """Where documents were met that this run had met before."""
        return self._repeats.told

    def stop(self, *, half_way: bool = False) -> None:
        """Begin no further document, and leave those for which nothing was asked yet. half_way: and all others that wait."""
        self.stopping = True
        for meter in self._meters.values():
            meter.leave(half_way=half_way)
        self._news.set()

    def end(self, fault: SummarizerError) -> None:
        """As `stop`, because of this fault."""
        self.stop(half_way=is_closed(fault))
        self.stopped_by = self.stopped_by or fault

    async def run(self, entries: Iterable[Entry], *, ordered: bool = False) -> AsyncGenerator[DocumentOutcome[B], None]:
        """The outcomes as they come, or in the order of the entries. Errors: what the entries raise, after the outcomes
        of the documents before."""
        self.undone = 0
        self._repeats.told.clear()
        position = 0
        ahead = Ahead(entries, self._news.set)
        tasks: deque[asyncio.Task[DocumentOutcome[B] | None]] = deque()
        try:
            while True:
                while self._has_room(len(tasks)) and (entry := ahead.next()) is not None:
                    position += 1
                    tasks.append(asyncio.ensure_future(self.one(position, entry)))
                    tasks[-1].add_done_callback(lambda _: self._news.set())
                if not tasks and (self.stopping or ahead.ended):
                    return
                await self._news.wait()
                self._news.clear()
                for task in [task for task in tasks if task.done()]:
                    if ordered and task is not tasks[0]:
                        break
                    tasks.remove(task)
                    if (outcome := task.result()) is not None:
                        yield outcome
        finally:
            ahead.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _has_room(self, held: int) -> bool:
        """Whether another document may be begun. held: those whose outcomes are not told yet."""
        if self._failing.is_open(self.under_way):
            return False
        return not self.stopping and self.under_way < self._at_once and held < _HELD * self._at_once

    def one(self, position: int, entry: Entry) -> Coroutine[Any, Any, DocumentOutcome[B] | None]:
        """One document, which counts as under way from here on; its outcome is None where it was left for another run."""
        self.under_way += 1
        return self._one(position, entry)

    async def _one(self, position: int, entry: Entry) -> DocumentOutcome[B] | None:
        self._meters[position] = meter = Meter()
        metering.set(meter)
        try:
            if self._ledger is None:
                return await self._settled(entry, Record(entry.id, entry.origin, "new"), entry.content())
            with self._repeats.first(entry.origin) as end:
                return await self._entered(self._ledger, position, entry, end)
        except Postponed:
            self.undone += 1
            return None
        except (OutputError, SettingsError) as error:  # the ledger cannot be written to, or is damaged
            self.end(error)
            self.undone += 1
            return None
        finally:
            del self._meters[position]
            self.under_way -= 1
            if self._on_end is not None:
                self._on_end(paying.get())

    async def _entered(
        self, ledger: Ledger, position: int, entry: Entry, first: asyncio.Event | None
    ) -> DocumentOutcome[B] | None:
        """One document, by its record. first: the end of the one that is under way at the same place."""
        content = entry.content()
        record = await ledger.enter(entry, position, content.sha256)
        if record is None:
            if first is not None:
                await first.wait()
            before = ledger.of(entry)
            if before is None or before.state == "new":
                raise Postponed("the same document is left for another run")
            if before.sha256 == content.sha256:
                self._repeats.told.append(entry.where)
                return DocumentOutcome.of(before, entry.where, again=True)
            entry = another(entry, position)
            content = entry.content()
            record = await ledger.enter(entry, position)
            assert record is not None, "no other document has this position"
        return await self._settled(entry, record, content)

    async def _settled(self, entry: Entry, record: Record, content: Content) -> DocumentOutcome[B] | None:
        """The outcome of one document, entered in its record; None where the run ends with its fault."""
        paying.set(record.id)
        is_same = record.sha256 == content.sha256
        if is_same and self._stands(record):
            return DocumentOutcome.of(record, entry.where)
        is_lost = is_same and record.state in _BRIEFED  # a brief, which its answers make once more
        begun = time.perf_counter()
        made, fault, put = await self._tried(entry, record, content, is_lost=is_lost)
        if fault is not None and ends_all(fault):
            self.end(fault)
            self.undone += 1
            return None
        if (last := self._failing.count(fault)) is not None:
            self.end(last)
        if fault is not None and self._output is not None:
            with writing(record.id):
                self._output.drop(record.id)  # what is there may be of another text, or of a run before --fresh
        ended = replace(
            record,
            state=made.state if made else "failed",
            sha256=content.sha256,
            attempts=record.attempts + 1,
            usage=_taken(record, made or fault, is_lost),
            seconds=round(time.perf_counter() - begun, 3),
            reason=type(fault).__name__ if fault else None,
            message=str(fault) if fault else None,
            hint=fault.hint if fault else None,
            shortfall=made.shortfall if made else None,
            bytes=put[0],
        )
        if self._ledger is not None:
            await self._ledger.finish(ended, put[1])
        return DocumentOutcome(
            record.id,
            entry.where,
            made.brief if made else None,
            fault,
            ended.usage,
            ended.seconds or 0.0,
            ended.state,
            ended.shortfall,
            changed=content.sha256 is not None and record.sha256 not in (None, content.sha256),
        )

    async def _tried(self, entry: Entry, record: Record, content: Content, *, is_lost: bool) -> "_Tried[B]":
        """A brief that lies where it goes, or the fault in its place. Errors: `Postponed`."""
        if content.fault is not None:
            return _Tried(None, content.fault)
        try:
            if self._ledger is not None and record.state != "new" and not is_lost:
                # Where the server failed, or the document could not be read, what was answered before that is good.
                is_void = record.state == "failed" and record.reason not in (*_PASSING, "DocumentError")
                await self._ledger.begin_anew(record.id, void=is_void)
            made = await briefed(self._work, entry)
            if self._output is None:
                return _Tried(made, None)
            with writing(record.id):
                return _Tried(made, None, self._output.put(record.id, made.forms))
        except Postponed:
            raise
        except SummarizerError as error:
            return _Tried(None, error)

    def _stands(self, record: Record) -> bool:
        """Whether what an earlier run made of the document is not to be made again."""
        if record.state == "failed":
            return not (self.retry_failed or (self.retry_passing and record.reason in _PASSING))
        if record.shortfall is not None and self.retry_failed:
            return False
        return record.state in _BRIEFED and (self._output is None or self._output.has(record))


def _taken(record: Record, ended: Finished[Any] | SummarizerError | None, is_lost: bool) -> Usage:
    """What a document took, in all runs. One whose brief was lost is made from answers that its record counts already."""
    before = record.usage if record.attempts else Usage()
    if is_lost:
        return before + ended.paid if isinstance(ended, Finished) else before
    return before + ended.usage if ended is not None and ended.usage is not None else before
