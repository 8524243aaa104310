"""A server that goes down and comes back, in virtual time."""

import asyncio
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import virtual_time

from summarizer.engines.pace.outage import Outage
from summarizer.engines.pace.pacing import Pacer


@dataclass
class Server:
    """Down for as long as is said."""

    is_down: Callable[[float], bool]
    """At a time in seconds from the first request."""
    answered: list[float] = field(default_factory=list)
    failed: list[float] = field(default_factory=list)
    waits: set[str | None] = field(default_factory=set)

    async def asked(self, pacer: Pacer, begun: float) -> bool:
        loop = asyncio.get_running_loop()
        async with pacer.turn(10) as turn:
            self.waits.add(pacer.waits_for())
            now = loop.time() - begun
            if self.is_down(now):
                await asyncio.sleep(0.01)  # nothing answers there
                turn.failed()
                self.failed.append(now)
                return False
            await asyncio.sleep(0.2)
            turn.heard({}, None)
            self.answered.append(now)
            return True


def drive(server: Server, pacer: Pacer, count: int, *, attempts: int = 1000) -> None:
    """So many requests of 80 documents at once, each repeated until it is answered."""

    async def all_of_them() -> None:
        begun, slots = asyncio.get_running_loop().time(), asyncio.Semaphore(80)

        async def one() -> None:
            async with slots:
                for attempt in range(attempts):
                    if await server.asked(pacer, begun):
                        return
                    await asyncio.sleep(min(60, 2**attempt))

        await asyncio.gather(*(one() for _ in range(count)))

    virtual_time.run(all_of_them())


@pytest.mark.parametrize("down", [30, 600, 3000])
def test_a_server_that_is_down_is_looked_after_now_and_then_and_used_at_once_when_it_is_back(down: int):
    server = Server(lambda now: 10 <= now < 10 + down)
    drive(server, Pacer(64, outage=Outage()), 6000)
    assert len(server.answered) == 6000
    looks = [now for now in server.failed if now > 12]
    assert len(looks) < 20 + down / 60
    assert min(after - before for before, after in itertools.pairwise(looks)) >= 1
    back = next(now for now in server.answered if now > 11)
    assert back - (10 + down) <= min(61, 1 + down / 4)
    in_first_second = sum(back < now <= back + 1 for now in server.answered)
    assert 8 <= in_first_second <= 200


def test_who_waits_for_a_server_that_is_down_is_told_so():
    server = Server(lambda now: 10 <= now < 100)
    drive(server, Pacer(64, outage=Outage()), 4000)
    assert any(wait is not None and wait.startswith("the server, which has not answered for ") for wait in server.waits)


def test_a_server_that_never_answered_is_not_waited_for():
    server = Server(lambda _: True)
    drive(server, Pacer(64, outage=Outage()), 160, attempts=3)
    assert len(server.failed) == 480
    assert max(server.failed) < 30
    assert any(wait is not None and wait.startswith("a first answer from the server, after ") for wait in server.waits)


def test_single_faults_are_no_outage():
    ended = []
    for pacer in (Pacer(64, outage=Outage()), Pacer(64)):
        draw = random.Random(7)
        server = Server(lambda _, draw=draw: draw.random() < 0.05)  # type: ignore[misc]
        drive(server, pacer, 3000)
        ended.append(max(server.answered))
    assert ended[0] == ended[1]


def test_without_one_a_server_that_is_down_is_asked_as_before():
    server = Server(lambda now: 10 <= now < 100)
    drive(server, Pacer(64), 4000)
    assert sum(now > 12 for now in server.failed) > 200


def test_a_rate_that_was_learnt_is_not_tried_higher_while_the_server_is_down():
    async def rates() -> tuple[float, float]:
        pacer = Pacer(8, outage=Outage())
        for _ in range(2):
            async with pacer.turn(1) as turn:
                await asyncio.sleep(2)
                turn.refused({"retry-after": "1"}, "slow down")
        for _ in range(8):
            pacer.failed()
        before = pacer.requests.rate
        for _ in range(30):
            async with pacer.turn(1) as turn:
                turn.failed()
        return before, pacer.requests.rate

    before, after = virtual_time.run(rates())
    assert 0 < before == after
