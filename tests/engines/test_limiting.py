import asyncio

import pytest
from pydantic import BaseModel

from summarizer.engines.limiting import Limited
from summarizer.errors import SettingsError
from summarizer.llm import Reply, Request, Usage


class Board(BaseModel):
    title: str = ""


ASKED = Request(system="s", user="u", schema=Board)


class Counting:
    """An `LLM` that sees how many are in it at once."""

    name = "counting"

    def __init__(self) -> None:
        self.now = self.most = 0

    async def complete(self, request: Request) -> Reply:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.001)
        self.now -= 1
        return Reply(answer=Board(), raw="{}", model="m", usage=Usage(requests=1))


def test_no_more_than_the_limit_are_under_way():
    llm = Counting()
    limited = Limited(llm, 3)

    async def many() -> None:
        await asyncio.gather(*(limited.complete(ASKED) for _ in range(20)))

    asyncio.run(many())
    asyncio.run(many())  # the second event loop has a gate of its own
    assert llm.most == 3
    assert limited.name == "counting"


def test_a_limit_of_nothing_is_refused():
    with pytest.raises(SettingsError, match="concurrency is 0"):
        Limited(Counting(), 0)
