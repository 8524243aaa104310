"""A second request where the first one takes long: the first answer counts."""

import asyncio
from typing import TYPE_CHECKING, Any

from ..llm import Usage, metered, usage_of_requests
from .accounts import Call
from .client import Wire

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion


class Hedged:
    """One question on its way, in one request or two."""

    def __init__(self, wire: Wire, call: Call) -> None:
        self._wire = wire
        self._call = call
        self._sent = [asyncio.Event()]

    @property
    def usage(self) -> Usage:
        """What was sent; the second request counts as a retry."""
        return usage_of_requests(sum(event.is_set() for event in self._sent))

    async def answer(self) -> tuple["ChatCompletion", str]:
        """As `Wire.send`. The request whose answer is not waited for is dropped."""
        seconds = self._wire.endpoint.options.hedge
        if seconds is None:
            return await self._wire.send(self._call, self._sent[0])
        first = asyncio.ensure_future(self._wire.send(self._call, self._sent[0]))
        asked = {first}
        try:
            await self._is_late(first, seconds)
            if not first.done():
                self._sent.append(asyncio.Event())
                asked.add(asyncio.ensure_future(self._wire.send(self._call, self._sent[1])))
            while True:
                done, asked = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
                good = [task for task in done if task.exception() is None]
                if good or not asked:
                    return (good or [*done])[0].result()
        finally:
            metered(Usage(retries=self.usage.retries))
            for task in asked:
                task.cancel()
            await asyncio.gather(*asked, return_exceptions=True)

    async def _is_late(self, first: "asyncio.Task[Any]", seconds: float) -> None:
        """Returns when it is answered, or so long after it was sent."""
        sent = asyncio.ensure_future(self._sent[0].wait())  # what waits for its turn is not late
        try:
            await asyncio.wait({first, sent}, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait({first}, timeout=seconds)
        finally:
            sent.cancel()
