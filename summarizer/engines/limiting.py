"""How many requests may be under way at once."""

import asyncio

from ..errors import SettingsError
from ..llm import LLM, Reply, Request
from .loops import PerLoop
from .wrapping import Wrapper


class Limited(Wrapper):
    """Lets at most `concurrency` requests through at a time, on each event loop."""

    def __init__(self, inner: LLM, concurrency: int) -> None:
        super().__init__(inner)
        if concurrency < 1:
            raise SettingsError(f"the concurrency is {concurrency}", hint="give 1 or more")
        self._gate = PerLoop(lambda: asyncio.Semaphore(concurrency))

    async def complete(self, request: Request) -> Reply:
        """As `LLM.complete`; waits for its turn first."""
        async with self._gate.get():
            return await self.inner.complete(request)
