"""The one place where a request is repeated after a fault of the transport or the provider."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import ProviderError, RateLimited, SummarizerError
from ..llm import LLM, Reply, Request, Usage, metered, metering
from .accounts import answers_had
from .wrapping import Wrapper

if TYPE_CHECKING:
    from tenacity import RetryCallState

Sleep = Callable[[float], Awaitable[None]]
_log = logging.getLogger(__name__)


class Retried(Wrapper):
    """Repeats what failed for a passing reason, at growing and random intervals.

    attempts: how often a request is made at most, the first one included; one that was refused because there were
        too many is not counted.
    seconds: no attempt begins later than this after the first one; a provider that asks to wait
        longer is not waited for, its error is raised at once.
    """

    def __init__(self, inner: LLM, *, attempts: int = 6, seconds: float = 300.0, sleep: Sleep = asyncio.sleep) -> None:
        super().__init__(inner)
        self._attempts = attempts
        self._seconds = seconds
        self._sleep = sleep

    async def complete(self, request: Request) -> Reply:
        """As `LLM.complete`; the usage, of a reply and of an error, counts every attempt."""
        from tenacity import (
            AsyncRetrying,
            retry_if_exception,
            stop_before_delay,
            wait_exponential_jitter,
        )

        backoff = wait_exponential_jitter(initial=1, max=60, jitter=1)

        def pause(state: "RetryCallState") -> float:
            # What the provider asks for is the least; the random part keeps waiting requests apart.
            return backoff(state) if (asked := _asked(state)) is None else asked + backoff(state) / 4

        spent, faults = Usage(), 0

        late = stop_before_delay(self._seconds)

        def enough(state: "RetryCallState") -> bool:
            return faults >= self._attempts or late(state)

        answers_had.set({})  # in the context of whoever asks, which each request of a document sets anew
        # A fresh one for each call: a shared AsyncRetrying mixes up the counts of concurrent calls.
        async for attempt in AsyncRetrying(
            retry=retry_if_exception(_passing),
            wait=pause,
            stop=enough,
            sleep=self._sleep,
            before_sleep=_tell,
            reraise=True,
        ):
            with attempt:
                number = attempt.retry_state.attempt_number
                spent += metered(Usage(retries=int(number > 1)))
                try:
                    reply = await self.inner.complete(request)
                except SummarizerError as error:
                    faults += not isinstance(error, RateLimited)
                    if (meter := metering.get()) is not None:
                        meter.fault = error
                    spent = spent + (error.usage or Usage())
                    error.usage = spent
                    if number > 1:
                        error.add_note(f"attempt {number}")
                    raise
                return replace(reply, usage=spent + reply.usage)
        raise AssertionError("the attempts end with a reply or an error")


def _passing(error: BaseException) -> bool:
    return isinstance(error, ProviderError) and error.transient


def _tell(state: "RetryCallState") -> None:
    """Log what is waited for."""
    fault = state.outcome.exception() if state.outcome else None
    _log.info("%s; asked again in %d s", fault, math.ceil(state.upcoming_sleep))


def _asked(state: "RetryCallState") -> float | None:
    """Seconds that the provider asked to wait."""
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, ProviderError) else None
