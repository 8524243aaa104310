import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.engines.retrying import Retried
from summarizer.errors import (
    ContextTooLong,
    InvalidAnswer,
    ProviderError,
    ProviderFault,
    QuotaExceeded,
    RateLimited,
    SummarizerError,
    Unauthorized,
    Unreachable,
)
from summarizer.llm import Reply, Request, Usage


class Board(BaseModel):
    title: str = ""


ASKED = Request(system="s", user="u", schema=Board)


class Scripted:
    """An `LLM` that fails and answers in the order it is told; each time costs one request."""

    name = "scripted"

    def __init__(self, *outcomes: SummarizerError | str) -> None:
        self.outcomes = list(outcomes)
        self.calls = 0

    async def complete(self, request: Request) -> Reply:
        self.calls += 1
        await asyncio.sleep(0)
        outcome = self.outcomes.pop(0)
        usage = Usage(requests=1, prompt_tokens=10)
        if isinstance(outcome, SummarizerError):
            outcome.usage = usage
            raise outcome
        return Reply(answer=Board(title=outcome), raw=outcome, model="m", usage=usage)


class Clock:
    """A sleep that takes no time."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


def ask(llm: Any, **settings: Any) -> tuple[Reply, list[float]]:
    clock = Clock()
    return asyncio.run(Retried(llm, sleep=clock.sleep, **settings).complete(ASKED)), clock.slept


def fail(llm: Any, **settings: Any) -> tuple[SummarizerError, list[float]]:
    clock = Clock()
    with pytest.raises(SummarizerError) as caught:
        asyncio.run(Retried(llm, sleep=clock.sleep, **settings).complete(ASKED))
    return caught.value, clock.slept


def test_a_first_answer_is_passed_on_as_it_is():
    reply, slept = ask(Scripted("a"))
    assert reply.usage == Usage(requests=1, prompt_tokens=10)
    assert slept == []


def test_passing_faults_are_retried_and_counted():
    reply, slept = ask(Scripted(RateLimited("a"), ProviderFault("b"), Unreachable("c"), "done"))
    assert reply.raw == "done"
    assert reply.usage == Usage(requests=4, retries=3, prompt_tokens=40)
    assert len(slept) == 3


@pytest.mark.parametrize(
    "error",
    [Unauthorized("a"), QuotaExceeded("b"), ContextTooLong("c"), InvalidAnswer("d")],
    ids=lambda error: type(error).__name__,
)
def test_what_does_not_pass_is_raised_at_once(error: SummarizerError):
    llm = Scripted(error, "never")
    found, slept = fail(llm)
    assert found is error
    assert found.usage == Usage(requests=1, prompt_tokens=10)
    assert (llm.calls, slept) == (1, [])


def test_the_number_of_attempts_is_bounded_and_the_last_error_counts_all():
    llm = Scripted(RateLimited("too many"), *(ProviderFault(str(number)) for number in range(9)))
    found, slept = fail(llm, attempts=3)
    assert str(found) == "2"
    assert found.usage == Usage(requests=4, retries=3, prompt_tokens=40)
    assert "attempt 4" in found.__notes__
    assert (llm.calls, len(slept)) == (4, 3)


def test_waits_grow_and_differ():
    waits: Sequence[list[float]] = [ask(Scripted(*[ProviderFault("a")] * 4, "done"))[1] for _ in range(20)]
    for first, second, third, fourth in waits:
        assert 1 <= first <= 2 <= second <= 3
        assert 4 <= third <= 5
        assert 8 <= fourth <= 9
    assert len({wait[0] for wait in waits}) > 1


def test_the_wait_that_a_provider_asks_for_is_kept_and_never_undercut():
    for _ in range(20):
        _, slept = ask(Scripted(RateLimited("a", retry_after=12.0), RateLimited("b", retry_after=0.0), "done"))
        assert 12 <= slept[0] <= 13
        assert 0 <= slept[1] <= 2


def test_a_provider_that_asks_for_too_long_a_wait_is_not_waited_for():
    llm = Scripted(RateLimited("come back tomorrow", retry_after=3600.0), "never")
    found, slept = fail(llm, seconds=300)
    assert isinstance(found, ProviderError)
    assert (llm.calls, slept) == (1, [])


def test_calls_at_once_keep_their_counts_apart():
    async def all_of_them() -> list[Reply]:
        wrapped = [
            Retried(Scripted(*[RateLimited("x")] * (number % 4), "done"), sleep=Clock().sleep) for number in range(20)
        ]
        return await asyncio.gather(*(llm.complete(ASKED) for llm in wrapped))

    counts = [(reply.usage.requests, reply.usage.retries) for reply in asyncio.run(all_of_them())]
    assert counts == [(number % 4 + 1, number % 4) for number in range(20)]


def test_a_bug_is_not_retried():
    class Faulty:
        name = "faulty"
        calls = 0

        async def complete(self, request: Request) -> Reply:
            self.calls += 1
            raise ZeroDivisionError

    llm = Faulty()
    with pytest.raises(ZeroDivisionError):
        ask(llm)
    assert llm.calls == 1


def test_cancelling_ends_the_retries():
    async def cancelled() -> int:
        llm = Scripted(*[RateLimited("x")] * 9)
        task = asyncio.ensure_future(Retried(llm).complete(ASKED))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return llm.calls

    assert asyncio.run(cancelled()) == 1
