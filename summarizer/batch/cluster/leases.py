"""One pace for many workers: turns are asked for, lent and given back in batches, however far away the pacer is.

A worker tells, at most every twentieth of a second, which requests wait and what came of those that were sent; and
it has one question open: which of them may go. So a worker costs the same few calls a second whatever it sends.
Each turn has its moment, in the clock of the lender, and no two moments are nearer than the pace allows, whichever
workers have them. A worker that missed the moment, because it was busy, gives the turn back and asks again.
"""

import asyncio
import itertools
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any, Protocol

from ...engines.pace.pacing import Pacer, Turn
from ...engines.pace.rates import of_limits

SLICE = 0.05
"""Seconds of turns that are lent at once."""
SPREAD = 1.0
"""The `Pacer.spread` for this: what was saved up must not show in the pace of many workers."""
_LATE = 0.04  # seconds after its moment in which a turn may still be used: so many percent of excess in a second
_TRIES = 5  # a worker that is late again and again is given up on: it sends too little to do harm
_CREEP = 1e-3  # seconds that two clocks may drift apart in a second
_POLL = 5.0  # seconds after which a worker hears that there is nothing for it
_LOST = 60.0  # seconds after which a worker that is not heard of is no more


@dataclass(frozen=True)
class Wanted:
    """A request that waits for its turn."""

    number: int
    tokens: float


@dataclass(frozen=True)
class News:
    """What came of a request that was sent, or of one that is not wanted any longer."""

    number: int
    kind: str
    """`heard`, `refused` or `failed`, as `Turn` has it, or `unused`; `ended` at last."""
    headers: Mapping[str, str] = field(default_factory=dict)
    tokens: int | None = None
    words: str = ""
    age: float = 0.0
    """Seconds since it was sent."""


@dataclass(frozen=True)
class Grants:
    """The requests that a worker may send."""

    now: float
    """Time on the lender's clock."""
    turns: Sequence[tuple[int, float]]
    """Numbers of requests, each with its moment in that clock."""


class _Lent(Turn, Protocol):
    sent: float
    tokens: float

    def unused(self) -> None: ...


@dataclass(eq=False)
class _Held:
    ended: "asyncio.Future[None]"
    task: "asyncio.Task[None] | None" = None
    turn: _Lent | None = None


@dataclass(eq=False)
class _Lease:
    """What one worker waits for and has."""

    held: dict[int, _Held] = field(default_factory=dict)
    granted: deque[tuple[int, float, float]] = field(default_factory=deque)
    """Not told yet: number, moment at the earliest, and seconds until the next one of any worker."""
    some: asyncio.Event = field(default_factory=asyncio.Event)
    seen: float = 0.0


class Lender:
    """Lends the turns of one pacer to workers, and takes back those of a worker that has died."""

    def __init__(self, pacer: Pacer, lost: Callable[[str], None]) -> None:
        """lost: told of a worker that was not heard of for a minute."""
        self._pacer = pacer
        self._lost = lost
        self._leases: dict[str, _Lease] = {}
        self._next = 0.0

    def tell(self, worker: str, wanted: Sequence[Wanted], news: Sequence[News]) -> None:
        """Take in what a worker has to say: which requests wait, and what came of others."""
        lease = self._lease(worker)
        for each in wanted:
            held = lease.held[each.number] = _Held(asyncio.get_running_loop().create_future())
            held.task = asyncio.ensure_future(self._hold(lease, each, held))
        for one in news:
            self._hear(lease, one)

    async def grants(self, worker: str) -> Grants:
        """The next turns of a worker: all that a slice of time brings; none when none came for some seconds."""
        lease = self._lease(worker)
        self._sweep()
        try:
            async with asyncio.timeout(_POLL):
                await lease.some.wait()
        except TimeoutError:
            return Grants(asyncio.get_running_loop().time(), ())
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(lease.granted[0][1], self._next) - SLICE - loop.time())
        now, made = loop.time(), []
        while lease.granted and (moment := max(lease.granted[0][1], self._next, now)) <= now + 2 * SLICE:
            number, _, apart = lease.granted.popleft()
            made.append((number, moment))
            self._next = moment + apart
        if not lease.granted:
            lease.some.clear()
        return Grants(now, made)

    def forget(self, worker: str) -> None:
        """Take back all that a worker has: it died, or begins anew."""
        for held in self._leases.pop(worker, _Lease()).held.values():
            if held.task is not None:
                held.task.cancel()

    def _lease(self, worker: str) -> _Lease:
        lease = self._leases.setdefault(worker, _Lease())
        lease.seen = asyncio.get_running_loop().time()
        return lease

    def _sweep(self) -> None:
        latest = asyncio.get_running_loop().time() - _LOST
        # Only who holds something calls every few seconds.
        for worker in [worker for worker, lease in self._leases.items() if lease.held and lease.seen < latest]:
            self.forget(worker)
            self._lost(worker)

    async def _hold(self, lease: _Lease, wanted: Wanted, held: _Held) -> None:
        async with self._pacer.turn(wanted.tokens) as turn:
            held.turn = turn
            requests, tokens = self._pacer.requests.rate, self._pacer.tokens.rate
            # Where there is a pace, a worker is told between two slices and one before the moment: some go together.
            moment = asyncio.get_running_loop().time() + (2 * SLICE if min(requests, tokens) < inf else 0.0)
            lease.granted.append((wanted.number, moment, max(1 / requests, wanted.tokens / tokens) / SPREAD))
            lease.some.set()
            await held.ended

    def _hear(self, lease: _Lease, news: News) -> None:
        held = lease.held.get(news.number)
        if held is None:  # of a lease that was taken back
            return
        if news.kind == "ended":
            del lease.held[news.number]
            if held.turn is not None:
                held.ended.set_result(None)
            elif held.task is not None:
                held.task.cancel()
        elif held.turn is not None:
            held.turn.sent = asyncio.get_running_loop().time() - news.age
            if news.kind == "heard":
                held.turn.heard(news.headers, news.tokens)
            elif news.kind == "refused":
                held.turn.refused(news.headers, news.words)
            elif news.kind == "unused":
                held.turn.unused()
            else:
                held.turn.failed()


class Borrowed:
    """The `Pacing` of one worker, whose turns are lent to it. Lives in one event loop."""

    def __init__(
        self,
        tell: Callable[[list[Wanted], list[News]], Awaitable[None]],
        grants: Callable[[], Awaitable[Grants]],
    ) -> None:
        """tell, grants: those of the `Lender`, wherever it is. When they fail, so do the requests that wait."""
        self._tell = tell
        self._grants = grants
        self._numbers = itertools.count()
        self._waiting: dict[int, asyncio.Future[float]] = {}
        self._open = 0
        self._wanted: list[Wanted] = []
        self._news: list[tuple[News, float]] = []
        self._told = -inf
        self._ahead = inf  # of the lender's clock, how far this one is
        self._compared = 0.0
        self._telling: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_asking = False

    @asynccontextmanager
    async def turn(self, tokens: float) -> AsyncIterator[Turn]:
        """As `Pacing.turn`."""
        loop = asyncio.get_running_loop()
        self._open += 1
        if not self._is_asking:
            self._is_asking = True
            self._begin(self._ask())
        try:
            for tries in itertools.count(1):
                number = next(self._numbers)
                granted = self._waiting[number] = loop.create_future()
                self._wanted.append(Wanted(number, tokens))
                self._say()
                try:
                    moment = await granted
                    await asyncio.sleep(moment - loop.time())
                    if loop.time() <= moment + _LATE or tries == _TRIES:
                        yield _BorrowedTurn(self, number, loop.time())
                        return
                    self.report(News(number, "unused"))
                finally:
                    self._waiting.pop(number, None)
                    self.report(News(number, "ended"))
        finally:
            self._open -= 1

    def report(self, news: News, sent: float = 0.0) -> None:
        """Pass on what came of a request."""
        self._news.append((news, sent))
        self._say()

    def _say(self) -> None:
        """Soon; but what comes within a slice of time goes together."""
        if self._telling is None:
            loop = asyncio.get_running_loop()
            self._telling = loop.call_at(max(loop.time(), self._told + SLICE), lambda: self._begin(self._send()))

    async def _send(self) -> None:
        now = asyncio.get_running_loop().time()
        self._telling, self._told = None, now
        wanted, news = self._wanted, [replace(news, age=now - sent) for news, sent in self._news]
        self._wanted, self._news = [], []
        try:
            await self._tell(wanted, news)
        except Exception as error:
            self._fail(error)

    async def _ask(self) -> None:
        """As long as there is a turn that waits or is held: who holds one has to be heard of."""
        try:
            while self._open:
                grants = await self._grants()
                ahead = self._clock(grants.now)
                for number, moment in grants.turns:
                    if (granted := self._waiting.pop(number, None)) is not None and not granted.done():
                        granted.set_result(moment + ahead)
        except Exception as error:
            self._fail(error)
        finally:
            self._is_asking = False

    def _clock(self, lenders: float) -> float:
        """How far the clock here is ahead of the lender's: as little as it ever seemed, when a message came at once."""
        now = asyncio.get_running_loop().time()
        self._ahead = min(self._ahead + _CREEP * (now - self._compared), now - lenders)
        self._compared = now
        return self._ahead

    def _fail(self, error: Exception) -> None:
        for granted in self._waiting.values():
            if not granted.done():
                granted.set_exception(error)
        self._waiting.clear()

    def _begin(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


@dataclass(frozen=True)
class _BorrowedTurn:
    borrowed: Borrowed
    number: int
    sent: float

    def heard(self, headers: Mapping[str, str], tokens: int | None) -> None:
        self.borrowed.report(News(self.number, "heard", of_limits(headers), tokens), self.sent)

    def refused(self, headers: Mapping[str, str], words: str) -> None:
        self.borrowed.report(News(self.number, "refused", of_limits(headers), words=words), self.sent)

    def failed(self) -> None:
        self.borrowed.report(News(self.number, "failed"), self.sent)
