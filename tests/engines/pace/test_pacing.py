"""The pace at which requests go out, against servers with limits of their own, in virtual time."""

import asyncio
import itertools
import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import virtual_time

from summarizer.engines.pace.pacing import Pacer
from summarizer.errors import SettingsError


@dataclass
class Limit:
    """A server's own bucket: so many a second, and what a second of rest saves up."""

    rate: float
    burst: float = 1.0
    level: float = 0.0
    at: float = 0.0

    def __post_init__(self) -> None:
        self.level = self.rate * self.burst

    def take(self, need: float, now: float) -> float:
        """Takes what is needed and returns 0, or the seconds until it is there."""
        self.level = min(self.rate * self.burst, self.level + (now - self.at) * self.rate) if self.at else self.level
        self.at = now
        if self.level < min(need, self.rate * self.burst):
            return (need - self.level) / self.rate
        self.level -= need
        return 0.0

    def headers(self, kind: str) -> dict[str, str]:
        reset = (self.rate * self.burst - self.level) / self.rate
        return {
            f"x-ratelimit-limit-{kind}": f"{self.rate * 60:.0f}",
            f"x-ratelimit-remaining-{kind}": f"{max(0, int(self.level))}",
            f"x-ratelimit-reset-{kind}": f"{reset * 1000:.0f}ms",
        }


@dataclass
class Server:
    """Answers after a time, refuses what is over its limits, and keeps a record of both."""

    requests: Limit | None = None
    tokens: Limit | None = None
    latency: float = 0.2
    headers: bool = False
    way: float = 0.0
    """Seconds that a request is on its way before it is counted."""
    refusal: Callable[[float], tuple[dict[str, str], str]] = lambda wait: (
        {"retry-after": str(math.ceil(wait))},
        "slow down",
    )
    most: int = 10**9
    under_way: int = 0
    busiest: int = 0
    accepted: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)

    async def answer(self, pacer: Pacer, tokens: float = 100.0, counted: float | None = None) -> bool:
        """One request through the pacer. counted: the tokens that the server finds in it."""
        loop = asyncio.get_running_loop()
        async with pacer.turn(tokens) as turn:
            if self.way:
                await asyncio.sleep(self.way)
            now, counted = loop.time(), tokens if counted is None else counted
            wait = 0.0 if self.requests is None else self.requests.take(1, now)
            if not wait and self.tokens is not None:
                wait = self.tokens.take(counted, now)
            told: dict[str, str] = {}
            for kind, limit in (("requests", self.requests), ("tokens", self.tokens)):
                if self.headers and limit is not None:
                    told |= limit.headers(kind)
            if wait or self.under_way >= self.most:
                self.refused.append(now)
                headers, words = self.refusal(wait)
                turn.refused(told | headers, words)
                return False
            self.under_way += 1
            self.busiest = max(self.busiest, self.under_way)
            self.accepted.append(now)
            await asyncio.sleep(self.latency)
            self.under_way -= 1
            turn.heard(told, int(counted))
        return True

    @property
    def use(self) -> float:
        """Of the requests that the limit allowed until the last one came in, the share that was made."""
        assert self.requests is not None
        limit, span = self.requests, self.accepted[-1] - self.accepted[0]
        return len(self.accepted) / (limit.rate * (limit.burst + span))


async def _until_answered(server: Server, pacer: Pacer, tokens: float, counted: float | None) -> None:
    while not await server.answer(pacer, tokens, counted):
        await asyncio.sleep(1.2)


def drive(
    server: Server,
    pacer: Pacer,
    count: int = 1000,
    tokens: float = 100.0,
    counted: float | None = None,
    documents: int = 80,
) -> None:
    """So many requests, a few at a time, each repeated until it is answered."""

    async def all_of_them() -> None:
        slots = asyncio.Semaphore(documents)

        async def one() -> None:
            async with slots:
                await _until_answered(server, pacer, tokens, counted)

        await asyncio.gather(*(one() for _ in range(count)))

    virtual_time.run(all_of_them())
    assert len(server.accepted) == count


def in_each_second(times: list[float]) -> list[int]:
    first = times[0]
    counts = [0] * (int(times[-1] - first) + 1)
    for time in times:
        counts[int(time - first)] += 1
    return counts


def test_a_limit_that_is_given_is_used_up_and_never_crossed():
    server = Server(Limit(60))
    drive(server, Pacer(64, requests_per_minute=3600))
    assert server.use >= 0.97
    assert server.refused == []


def test_a_limit_that_the_headers_tell_is_used_up_and_never_crossed():
    server = Server(Limit(60), headers=True)
    drive(server, Pacer(64))
    assert server.use >= 0.97
    assert server.refused == []


@pytest.mark.parametrize("rate", [5, 60, 300])
@pytest.mark.parametrize(("burst", "least"), [(0.5, 0.75), (1.0, 0.95), (5.0, 0.9)])
def test_a_limit_that_nobody_tells_is_learnt(rate: float, burst: float, least: float):
    """What a pause of a second lets run over, where less can be saved up, is lost."""
    server = Server(Limit(rate, burst))
    drive(server, Pacer(64), count=int(rate * 30))
    assert server.use >= least
    assert len(server.refused) <= 64 + 0.05 * len(server.accepted)  # the first come as a crowd


def test_a_limit_that_only_the_words_of_a_refusal_tell_is_kept_from_then_on():
    def worded(wait: float) -> tuple[dict[str, str], str]:
        return {}, "Rate limit reached on requests per min (RPM): Limit 3,600, Used 3600. Please try again in 16ms."

    server = Server(Limit(60), refusal=worded)
    drive(server, Pacer(64))
    assert server.use >= 0.9
    assert max(server.refused) - server.accepted[0] < 1


@pytest.mark.parametrize(("headers", "given"), [(True, None), (False, 120_000)])
def test_a_limit_of_tokens_is_used_up_though_they_were_estimated(headers: bool, given: float | None):
    server = Server(tokens=Limit(2000), headers=headers)
    drive(server, Pacer(64, tokens_per_minute=given), count=600, tokens=110, counted=100)
    span = server.accepted[-1] - server.accepted[0]
    assert 600 * 100 / (2000 * (1 + span)) >= 0.95
    assert len(server.refused) <= 6


def test_a_server_that_counts_later_than_it_is_asked_refuses_little():
    server = Server(tokens=Limit(100_000), headers=True, way=0.04)
    drive(server, Pacer(64), count=600, tokens=5000)
    assert len(server.refused) <= 12


def test_everybody_keeps_the_pause_that_one_was_asked_for():
    server = Server(Limit(20), refusal=lambda _: ({"retry-after": "7"}, "slow down"))
    drive(server, Pacer(64), count=100)
    first = server.refused[0]
    assert not [time for time in server.accepted + server.refused if first < time < first + 7]


def test_no_burst_follows_a_pause():
    server = Server(Limit(60), headers=True)

    async def paused() -> None:
        pacer = Pacer(200, requests_per_minute=3600)
        for number in range(3):
            await asyncio.gather(*(server.answer(pacer) for _ in range(60)))
            await asyncio.sleep(30 * number)

    virtual_time.run(paused())
    assert server.refused == []
    ordered = sorted(server.accepted)
    gaps = [after - before for before, after in itertools.pairwise(ordered)]
    assert min(gaps[8:]) >= 1 / 125  # twice the rate at the most


def test_a_server_that_bears_fewer_at_once_gets_fewer():
    server = Server(most=10, refusal=lambda _: ({"retry-after-ms": "50"}, "too many concurrent requests"))
    drive(server, Pacer(64), count=600)
    assert server.busiest == 10
    assert len(server.refused) < 0.25 * 600
    ideal = 600 / 10 * server.latency
    assert server.accepted[-1] - server.accepted[0] < 2 * ideal


def test_single_faults_that_call_themselves_too_many_do_not_slow_the_rest_down():
    draw = random.Random(3)
    server = Server()

    async def all_of_them() -> float:
        pacer, loop = Pacer(32), asyncio.get_running_loop()
        began = loop.time()

        async def one() -> None:
            if draw.random() < 0.01:
                async with pacer.turn(10) as turn:
                    turn.refused({}, "the server had an error")
            await server.answer(pacer)

        await asyncio.gather(*(one() for _ in range(2000)))
        return loop.time() - began

    assert virtual_time.run(all_of_them()) < 2 * 2000 / 32 * server.latency


def test_overload_takes_requests_away_and_success_gives_them_back():
    async def both() -> tuple[int, int]:
        pacer, busy = Pacer(32), []

        async def one(ends_well: bool) -> None:
            async with pacer.turn(10) as turn:
                busy.append(pacer.under_way)
                await asyncio.sleep(1)
                turn.heard({}, None) if ends_well else turn.failed()

        await one(True)
        await asyncio.gather(*(one(False) for _ in range(200)))
        busy.clear()
        await asyncio.gather(*(one(True) for _ in range(10)))
        low = max(busy)
        await asyncio.gather(*(one(True) for _ in range(2000)))
        return low, max(busy)

    low, high = virtual_time.run(both())
    assert low < 8
    assert high == 32


@pytest.mark.parametrize(("rate", "most"), [(None, [8, 32, 64]), (600_000, [8, 64, 64])])
def test_the_first_requests_feel_their_way(rate: float | None, most: list[int]):
    """Where no rate is known, all of them would go out together, and be answered together."""

    async def begun() -> list[tuple[float, int]]:
        pacer, seen = Pacer(64, rate), []

        async def one() -> None:
            async with pacer.turn(10) as turn:
                seen.append((asyncio.get_running_loop().time(), pacer.under_way))
                await asyncio.sleep(1)
                turn.heard({}, None)

        await asyncio.gather(*(one() for _ in range(200)))
        return seen

    seen = virtual_time.run(begun())
    start = seen[0][0]
    rounds = [max(each for at, each in seen if number <= at - start < number + 0.9) for number in range(3)]
    assert rounds == most


def test_who_gives_up_while_waiting_leaves_the_turn_to_the_others():
    async def given_up() -> int:
        pacer = Pacer(1)
        async with pacer.turn(10):
            waiting = [asyncio.ensure_future(_hold(pacer)) for _ in range(3)]
            await asyncio.sleep(0)
            waiting[0].cancel()
            await asyncio.sleep(0)
        waiting[1].cancel()  # its turn was granted, and not yet taken
        await waiting[2]
        return pacer.under_way

    assert virtual_time.run(given_up()) == 0


async def _hold(pacer: Pacer) -> None:
    async with pacer.turn(10):
        await asyncio.sleep(1)


def test_what_is_waited_for_can_be_told():
    async def told() -> list[str | None]:
        pacer = Pacer(8, requests_per_minute=60)
        said = [pacer.waits_for()]
        async with pacer.turn(10):
            task = asyncio.ensure_future(_hold(pacer))
            await asyncio.sleep(0.1)
            said.append(pacer.waits_for())
        await task
        return said

    assert virtual_time.run(told()) == [None, "the limit of 60 requests a minute"]


@pytest.mark.parametrize("limits", [(0, None, None), (1, 0, None), (1, None, -5)])
def test_a_limit_of_nothing_is_refused(limits: tuple[int, float | None, float | None]):
    with pytest.raises(SettingsError, match=r"is (0|-5)"):
        Pacer(*limits)
