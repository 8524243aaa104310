"""When a request may go out: at the pace that the server bears, whoever told it, and never in bursts.

A token bucket for requests and one for tokens stand ahead of the server's own; how fast they fill is given, told by the
server's headers or refusals, or learnt (`learning`). Beside them, requests under way at once (`slots`). A server that is
down gets one request now and then, if who asks has the time (`outage`).
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from math import inf
from typing import Protocol

from ...errors import SettingsError
from .buckets import MARGIN, Bucket, Counting
from .learning import Learning
from .outage import Outage
from .rates import is_concurrency, retry_after, stated, worded
from .slots import Slots

_SPREAD = 2.0  # see `Pacer`
_LAG = 0.02  # seconds from a grant until the server hears of it; more is learnt from refusals
_LONGEST_LAG = 0.3
_PAUSE = 1.0  # seconds after a refusal that names none
_ALONE = 8  # requests that go well between two refusals that name nothing: then it was a fault, and no limit
_LONGEST_PAUSE = 120.0  # who is asked to wait longer is told so by the error


class Turn(Protocol):
    """The right to send one request, and what came of it."""

    def heard(self, headers: Mapping[str, str], tokens: int | None) -> None:
        """The server answered. tokens: those of the prompt, as it counted them."""

    def refused(self, headers: Mapping[str, str], words: str) -> None:
        """The server takes no more for now."""

    def failed(self) -> None:
        """The server, or the way to it, is overloaded."""


class Pacing(Protocol):
    """What gives the turns: a `Pacer`, or a worker's link to one in another process."""

    def turn(self, tokens: float) -> AbstractAsyncContextManager[Turn]:
        """Waits until a request with a prompt of so many tokens may be sent; ends with the answer."""
        ...


@dataclass(eq=False)
class _Turn:
    pacer: "Pacer"
    estimated: float
    tokens: float
    """What is taken from the bucket for them, as the server is expected to count."""
    granted: "asyncio.Future[None]"
    sent: float = 0.0
    taken: tuple[float, float] = field(default=(0.0, 0.0))

    def heard(self, headers: Mapping[str, str], tokens: int | None) -> None:
        self.pacer.heard(self, headers, tokens)

    def refused(self, headers: Mapping[str, str], words: str) -> None:
        self.pacer.refused(self, headers, words)

    def failed(self) -> None:
        self.pacer.failed()

    def unused(self) -> None:
        """It was not sent, and another takes its place."""
        self.pacer.requests.give_back(1)
        self.pacer.tokens.give_back(self.tokens)


class Pacer:
    """Gives the turns of one event loop, in the order in which they are asked for.

    concurrency: requests under way at once, at the most. requests_per_minute, tokens_per_minute: limits that are
    known; else they are read from what the server says, or learnt. spread: times the rate, at most, when what was
    saved up is spent. outage: where a server that goes down is waited for, as long as those wait who ask for turns.
    """

    def __init__(
        self,
        concurrency: int,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        *,
        spread: float = _SPREAD,
        outage: Outage | None = None,
    ) -> None:
        if not isinstance(concurrency, int) or concurrency < 1:
            raise SettingsError(f"the concurrency is {concurrency!r}", hint="give 1 or more")
        for name, value in (("limit of requests", requests_per_minute), ("limit of tokens", tokens_per_minute)):
            if value is not None and not value >= 1e-9:
                raise SettingsError(f"the {name} is {value}", hint="give 1 or more")
        self.requests = Bucket(requests_per_minute)
        self.tokens = Bucket(tokens_per_minute)
        self._slots = Slots(concurrency)
        self._learning = Learning(self.requests)
        self._spread = spread
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: deque[_Turn] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._resume = 0.0  # when a pause ends
        self._next = 0.0  # when the spread lets the next one out
        self._vague: float | None = None  # requests sent when the last one was heard that named nothing
        self._counting = Counting()
        self._lag = _LAG
        self._outage = outage
        self._looking: _Turn | None = None  # whether the server is back

    @asynccontextmanager
    async def turn(self, tokens: float) -> AsyncIterator[_Turn]:
        """As `Pacing.turn`."""
        self._loop = asyncio.get_running_loop()
        turn = _Turn(self, tokens, self._counting.of(tokens) if tokens else 0.0, self._loop.create_future())
        self._waiting.append(turn)
        self._dispatch()
        try:
            await turn.granted
        except asyncio.CancelledError:
            if turn.granted.done() and not turn.granted.cancelled():
                self._end(turn)
            raise
        # Where the loop is busy, this is later than the grant; and not before does the server hear of it.
        turn.sent = self._loop.time()
        try:
            yield turn
        finally:
            self._end(turn)

    @property
    def under_way(self) -> int:
        """Requests under way."""
        return self._slots.taken

    def waits_for(self) -> str | None:
        """What holds back the requests that wait, for the reader; None where none waits. From any thread."""
        if self._outage is not None and self._outage.in_vain:
            return f"a first answer from the server, after {self._outage.in_vain:,} requests in vain"
        if not self._waiting or self._loop is None:
            return None
        now = self._loop.time()
        if self._down_since is not None:
            return f"the server, which has not answered for {now - self._down_since:,.0f} s"
        if self._resume > now:
            return f"a pause of {self._resume - now:.0f} s that the server asked for"
        if not self._has_slot:
            return f"{self.under_way} requests under way"
        if self.tokens.wait(self._waiting[0].tokens, now) > self.requests.wait(1, now):
            return f"the limit of {self.tokens.rate * 60:,.0f} tokens a minute"
        return f"the limit of {self.requests.rate * 60:,.0f} requests a minute"

    # ---- what the turns report

    def heard(self, turn: _Turn, headers: Mapping[str, str], tokens: int | None) -> None:
        """An answer came."""
        now = asyncio.get_running_loop().time()
        self._answered()
        self._slots.answered()
        if tokens is not None and turn.tokens:  # an estimate was taken
            self.tokens.level += turn.tokens - tokens
            self._counting.learn(turn.estimated, tokens)
        self._mirror(turn, headers, now)

    def refused(self, turn: _Turn, headers: Mapping[str, str], words: str) -> None:
        """Everybody waits as long as the server asks for; the rate becomes what it was seen to take."""
        now = asyncio.get_running_loop().time()
        self._answered()
        self._learning.refused()
        asked = retry_after(headers)
        told = worded(words)
        if asked is None and not told and self._is_alone():
            self.failed()
            return
        self._resume = max(self._resume, now + min(_LONGEST_PAUSE, _PAUSE if asked is None else asked))
        if is_concurrency(words):
            self._slots.were_too_many()
            return
        if self._is_told:  # it seemed to be there: the server heard of some later than was thought
            self._lag = min(_LONGEST_LAG, self._lag * 1.5)
        self._mirror(turn, headers, now)
        for kind, bucket in (("requests", self.requests), ("tokens", self.tokens)):
            if (rate := told.get(kind)) is not None and not bucket.told:
                bucket.refill_at(rate * MARGIN)
                bucket.told = True
        if self._learning.is_news(turn.sent):
            self._empty(now)

    def failed(self) -> None:
        """No answer, or one that speaks of overload."""
        if self._outage is not None:
            self._outage.failed(asyncio.get_running_loop().time())
        if self._down_since is None:  # else it says nothing of how many it bears
            self._slots.failed()

    def _answered(self) -> None:
        if self._outage is not None and self._outage.answered():
            self._slots.feel_again()

    @property
    def _down_since(self) -> float | None:
        return None if self._outage is None else self._outage.began

    def _is_alone(self) -> bool:
        before, self._vague = self._vague, self.requests.taken
        return before is None or self.requests.taken - before > _ALONE

    # ---- how they are given

    @property
    def _has_slot(self) -> bool:
        return self._slots.are_free(spaced=self.requests.rate < inf)

    def _dispatch(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._learning.grow(now, may=self._down_since is None)
        while self._waiting:
            turn = self._waiting[0]
            if turn.granted.done():  # who asked has gone
                self._waiting.popleft()
                continue
            if self._looking is not None or not self._has_slot:
                return  # whoever ends comes back here
            wait = max(
                self._resume - now,
                self._next - now,
                self.requests.wait(1, now),
                self.tokens.wait(turn.tokens, now),
                self._outage.looks_at - now if self._outage is not None else 0.0,
            )
            if wait > 0:
                self._timer = loop.call_at(now + wait + 1e-4, self._dispatch)
                return
            self._waiting.popleft()
            self._grant(turn, now)

    def _grant(self, turn: _Turn, now: float) -> None:
        self.requests.take(1)
        self.tokens.take(turn.tokens)
        self._looking = turn if self._down_since is not None else None
        self._next = now + 1 / (self._spread * self.requests.rate)
        self._slots.taken += 1
        self._learning.sent(now)
        turn.sent, turn.taken = now, (self.requests.taken, self.tokens.taken)
        turn.granted.set_result(None)

    def _end(self, turn: _Turn) -> None:
        self._slots.taken -= 1
        if self._looking is turn:
            self._looking = None
        self._dispatch()

    def _mirror(self, turn: _Turn, headers: Mapping[str, str], now: float) -> None:
        for bucket, kind, taken in (
            (self.requests, "requests", turn.taken[0]),
            (self.tokens, "tokens", turn.taken[1]),
        ):
            if (server := stated(headers, kind)) is not None:
                bucket.mirror(server, min(now, turn.sent + self._lag), taken, now)

    def _empty(self, now: float) -> None:
        """The server's bucket is empty."""
        if not self._is_told:
            self._learning.learn(now)
        for bucket in (self.requests, self.tokens):
            if bucket.rate != inf:
                bucket.level = min(bucket.level, 0.0)

    @property
    def _is_told(self) -> bool:
        return self.requests.told or self.tokens.told
