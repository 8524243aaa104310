"""One pace lent to several workers, in virtual time."""

import asyncio
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

import pytest
import virtual_time

from summarizer.batch.cluster.leases import SLICE, SPREAD, Borrowed, Lender
from summarizer.engines.pace.pacing import Pacer

_WAY = 0.002  # seconds that a call takes


class Office:
    """A lender, and workers that reach it by calls."""

    def __init__(self, pacer: Pacer) -> None:
        self.lost: list[str] = []
        self.lender = Lender(pacer, self.lost.append)
        self.calls = 0
        self.dead: set[str] = set()

    def worker(self, name: str) -> Borrowed:
        async def tell(*told):
            await self._way(name)
            self.lender.tell(name, *told)

        async def grants():
            await self._way(name)
            found = await self.lender.grants(name)
            await self._way(name)
            return found

        return Borrowed(tell, grants)

    async def _way(self, name: str) -> None:
        self.calls += 1
        await asyncio.sleep(_WAY)
        if name in self.dead:
            await asyncio.Event().wait()


class Sent:
    """When requests were sent, of all workers."""

    def __init__(self, latency: float = 0.2) -> None:
        self.at: list[float] = []
        self.under_way = self.busiest = 0
        self._latency = latency

    async def one(self, worker: Borrowed, tokens: float = 100.0, headers: dict[str, str] | None = None) -> None:
        async with worker.turn(tokens) as turn:
            self.at.append(asyncio.get_running_loop().time())
            self.under_way += 1
            self.busiest = max(self.busiest, self.under_way)
            await asyncio.sleep(self._latency)
            self.under_way -= 1
            turn.heard(headers or {}, int(tokens))

    def most(self, seconds: float = 1.0) -> int:
        """In any span of so many seconds."""
        return max(bisect_left(self.at, at + seconds) - number for number, at in enumerate(self.at))


def paced(pacer: Callable[[], Pacer], count: int, workers: int, tokens: float = 100.0) -> tuple[Sent, Office]:
    """So many requests, spread over the workers, all wanted at once."""
    sent = Sent()

    async def run() -> Office:
        office = Office(pacer())
        each = [office.worker(str(number)) for number in range(workers)]
        await asyncio.gather(*(sent.one(each[number % workers], tokens) for number in range(count)))
        return office

    return sent, virtual_time.run(run())


@pytest.mark.parametrize("workers", [1, 2, 7])
def test_all_workers_together_keep_the_limit_in_every_second_and_use_it(workers):
    sent, _ = paced(lambda: Pacer(64, 3600, spread=SPREAD), 600, workers)
    assert sent.most() <= 63
    assert len(sent.at) / (sent.at[-1] - sent.at[0]) > 0.97 * 60


def test_the_limit_in_tokens_is_kept_as_well():
    sent, _ = paced(lambda: Pacer(64, None, 60_000, spread=SPREAD), 200, 3, tokens=50)
    assert sent.most() <= 21
    assert len(sent.at) / (sent.at[-1] - sent.at[0]) > 0.95 * 20


def test_the_calls_of_a_worker_do_not_grow_with_its_requests():
    sent, office = paced(lambda: Pacer(400, 60_000, spread=SPREAD), 6000, 2)
    seconds = sent.at[-1] - sent.at[0]
    assert 5 < seconds < 7
    assert office.calls / seconds / 2 < 3.2 / SLICE  # a call to tell, and two ways of one that asks


def test_no_more_requests_are_under_way_than_one_worker_might_have():
    sent, _ = paced(lambda: Pacer(5), 60, 3)
    assert sent.busiest == 5


def test_without_a_limit_nothing_waits():
    sent, _ = paced(lambda: Pacer(100), 8, 2)
    assert sent.at[-1] - sent.at[0] < SLICE


def test_what_a_server_tells_one_worker_holds_for_all():
    async def run() -> list[float]:
        office, sent = Office(Pacer(64, spread=SPREAD)), Sent(0.1)
        first, second = office.worker("1"), office.worker("2")
        told = {"X-RateLimit-Limit-Requests": "600", "X-RateLimit-Remaining-Requests": "0", "Server": "x"}
        await sent.one(first, headers=told)
        await asyncio.sleep(2 * SLICE)
        await asyncio.gather(*(sent.one(second) for _ in range(20)))
        return sent.at[1:]

    at = virtual_time.run(run())
    assert all(later - earlier > 0.09 for earlier, later in pairwise(at))


def test_a_refusal_at_one_worker_stops_the_others():
    async def run() -> tuple[float, list[float]]:
        office, sent = Office(Pacer(64, 3600, spread=SPREAD)), Sent()
        first, second = office.worker("1"), office.worker("2")
        async with first.turn(1) as turn:
            turn.refused({"retry-after": "3"}, "slow down")
        await asyncio.sleep(2 * SLICE)
        begun = asyncio.get_running_loop().time()
        await sent.one(second)
        return begun, sent.at

    begun, at = virtual_time.run(run())
    assert 2.8 < at[0] - begun < 3.2


def test_a_worker_that_was_busy_at_the_moment_of_its_turns_does_not_send_them_all_at_once():
    sent = Sent()

    async def run() -> None:
        office = Office(Pacer(64, 3600, spread=SPREAD))
        idle, busy = office.worker("idle"), office.worker("busy")
        awake = asyncio.Event()
        awake.set()
        real = busy._grants

        async def stalled():
            grants = await real()
            await awake.wait()  # as if nothing could be done in between
            return grants

        busy._grants = stalled
        all_of_them = asyncio.gather(*(sent.one(each) for _ in range(150) for each in (idle, busy)))
        for _ in range(6):
            await asyncio.sleep(0.4)
            awake.clear()
            await asyncio.sleep(0.3)
            awake.set()
        await all_of_them

    virtual_time.run(run())
    assert len(sent.at) == 300
    assert sent.most() <= 63


def test_a_dead_worker_gives_back_what_it_had():
    async def run() -> float:
        office, sent = Office(Pacer(2)), Sent(1000.0)
        dying, other = office.worker("dying"), office.worker("other")
        tasks = [asyncio.ensure_future(sent.one(dying)) for _ in range(4)]
        await asyncio.sleep(1)
        office.dead.add("dying")
        assert sent.under_way == 2
        waiting = asyncio.ensure_future(Sent(0.1).one(other))
        await asyncio.sleep(1)
        assert not waiting.done()
        office.lender.forget("dying")
        begun = asyncio.get_running_loop().time()
        await waiting
        for task in tasks:
            task.cancel()
        return asyncio.get_running_loop().time() - begun

    assert virtual_time.run(run()) < 1


def test_a_worker_that_is_not_heard_of_for_a_minute_is_taken_for_dead():
    async def run() -> tuple[list[str], float]:
        office, sent = Office(Pacer(1)), Sent(1000.0)
        task = asyncio.ensure_future(sent.one(office.worker("dying")))
        await asyncio.sleep(1)
        office.dead.add("dying")
        begun = asyncio.get_running_loop().time()
        await Sent(0.1).one(office.worker("other"))
        task.cancel()
        return office.lost, asyncio.get_running_loop().time() - begun

    lost, seconds = virtual_time.run(run())
    assert lost == ["dying"]
    assert 55 < seconds < 70


def test_a_worker_with_one_long_request_is_not_taken_for_dead():
    async def run() -> list[str]:
        office = Office(Pacer(2))
        long = asyncio.ensure_future(Sent(300.0).one(office.worker("long")))
        other = office.worker("other")
        while not long.done():
            await Sent(1.0).one(other)
        return office.lost

    assert virtual_time.run(run()) == []


def test_a_request_that_is_no_longer_wanted_takes_no_turn():
    async def run() -> float:
        office = Office(Pacer(1))
        worker = office.worker("1")
        first = asyncio.ensure_future(Sent(10.0).one(worker))
        await asyncio.sleep(1)
        for _ in range(3):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1):
                    await Sent(1000.0).one(worker)
        await first
        begun = asyncio.get_running_loop().time()
        await Sent(0.1).one(worker)
        return asyncio.get_running_loop().time() - begun

    assert virtual_time.run(run()) < 0.5


def test_when_the_lender_is_gone_who_waits_is_told():
    async def run() -> None:
        async def gone(*_):
            raise ConnectionError("the desk is gone")

        with pytest.raises(ConnectionError, match="desk"):
            await Sent().one(Borrowed(gone, gone))

    virtual_time.run(run())
