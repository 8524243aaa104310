"""Several requests of one document at a time."""

import asyncio
import gc
import warnings

import pytest

from summarizer.concurrency import together
from summarizer.errors import BudgetSpent, ProviderFault


def test_what_is_under_way_ends_before_a_spent_budget_is_told():
    ended: list[str] = []

    async def refused() -> str:
        raise BudgetSpent("no more")

    async def paid() -> str:
        await asyncio.sleep(0.01)
        ended.append("paid")
        return "paid"

    with pytest.raises(BudgetSpent):
        asyncio.run(together([refused(), paid()]))
    assert ended == ["paid"]


@pytest.mark.parametrize("begun", [True, False])
def test_any_other_error_stops_what_is_under_way_without_a_word(begun: bool):
    async def fails() -> None:
        await asyncio.sleep(0.01 if begun else 0)
        raise ProviderFault("down")

    async def waits() -> None:
        await asyncio.sleep(60)

    async def left() -> None:
        made = asyncio.ensure_future(together([waits(), waits()]))
        await asyncio.sleep(0.01 if begun else 0)
        made.cancel()
        with pytest.raises(asyncio.CancelledError):
            await made

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ProviderFault):
            asyncio.run(together([fails(), waits()]))
        asyncio.run(left())
        gc.collect()
