"""Calls between two processes: what cannot be passed on is told, and costs no other call."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from summarizer.batch.workers.lines import Line
from summarizer.errors import SummarizerError


class Unmade:
    """Can be said, but not made again."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _refuse, ()


def _refuse() -> None:
    raise LookupError("no such class here")


@asynccontextmanager
async def ends() -> AsyncIterator[Line]:
    async def echo(what: Any) -> Any:
        return what

    async def unmade() -> Unmade:
        return Unmade()

    left, right = socket.socketpair()
    here, there = await Line.open(left, {}), await Line.open(right, {"echo": echo, "unmade": unmade})
    try:
        yield here
    finally:
        here.close()
        there.close()
        await asyncio.wait([here.ended, there.ended])


@pytest.mark.parametrize("question", [("echo", Unmade()), ("unmade",)], ids=["the question", "the answer"])
def test_what_cannot_be_made_again_at_the_other_end_is_told_and_the_line_goes_on(question: tuple[Any, ...]):
    async def main() -> None:
        async with ends() as line:
            with pytest.raises(SummarizerError, match="cannot be made again in another: LookupError: no such class"):
                await asyncio.wait_for(line.ask(*question), 10)
            assert await asyncio.wait_for(line.ask("echo", 3), 10) == 3

    asyncio.run(main())
