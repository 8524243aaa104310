"""A second request where the first one takes long."""

import asyncio
import itertools
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from faulty_server import Server, adapter, completion, error
from pydantic import BaseModel

from summarizer.engines.providers import COMPATIBLE, Endpoint, Options
from summarizer.errors import ProviderFault
from summarizer.llm import Meter, Reply, Request, Usage, metering


class Board(BaseModel):
    title: str | None = None


def answers(server: Server, *acts: Callable[[], Any]) -> None:
    """What the server does with each request that comes."""
    numbers = itertools.count()
    server.answer = lambda _: acts[next(numbers)]()


def at_once(title: str) -> Callable[[], Any]:
    return lambda: completion(f'{{"title": "{title}"}}')


def late(act: Callable[[], Any], seconds: float = 0.6) -> Callable[[], Any]:
    def slept() -> Any:
        time.sleep(seconds)
        return act()

    return slept


def refused() -> Any:
    return error(503, "closed")


def ask(server: Server, hedge: float | None, meter: Meter | None = None) -> Reply:
    async def asked() -> Reply:
        metering.set(meter)
        endpoint = Endpoint(COMPATIBLE, "m", server.url, "none", Options(hedge=hedge))
        return await adapter(endpoint).complete(Request(system="s", user="u", schema=Board))

    return asyncio.run(asked())


def title(reply: Reply) -> str | None:
    assert isinstance(reply.answer, Board)
    return reply.answer.title


def test_an_answer_that_is_late_is_overtaken_by_that_to_a_second_request(server: Server):
    is_held = threading.Event()
    answers(server, lambda: is_held.wait(20) and at_once("first")(), at_once("second"))
    meter = Meter()
    reply = ask(server, 0.1, meter)
    assert title(reply) == "second"
    is_held.set()
    assert reply.usage == Usage(requests=2, retries=1, prompt_tokens=100, completion_tokens=20, cost=None)
    assert meter.usage == reply.usage


def test_the_first_answer_counts_also_where_a_second_request_is_under_way(server: Server):
    answers(server, late(at_once("first"), 0.3), late(at_once("second"), 1.0))
    meter = Meter()
    reply = ask(server, 0.1, meter)
    assert title(reply) == "first"
    assert (reply.usage.requests, reply.usage.retries) == (2, 1) == (meter.usage.requests, meter.usage.retries)


def test_an_answer_in_time_takes_one_request(server: Server):
    answers(server, at_once("first"))
    assert ask(server, 5.0).usage.requests == 1 == server.count


def test_nothing_is_sent_twice_where_that_was_not_asked_for(server: Server):
    answers(server, late(at_once("first")))
    assert ask(server, None).usage.requests == 1 == server.count


def test_a_second_request_that_fails_leaves_the_first_one_its_time(server: Server):
    answers(server, late(at_once("first")), refused)
    reply = ask(server, 0.1)
    assert title(reply) == "first"
    assert (reply.usage.requests, reply.usage.retries) == (2, 1)


def test_where_both_fail_the_fault_tells_of_two_requests(server: Server):
    answers(server, late(refused, 0.3), refused)
    with pytest.raises(ProviderFault) as caught:
        ask(server, 0.1)
    assert caught.value.usage == Usage(requests=2, retries=1)
