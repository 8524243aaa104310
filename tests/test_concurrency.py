"""Several requests of one document at a time, and long work beside the event loop."""

import asyncio
import contextvars
import gc
import threading
import warnings

import pytest

from summarizer import asummarize, summarize
from summarizer.concurrency import LONG, apart, together
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


def test_the_loop_goes_on_beside_long_work():
    async def both() -> bool:
        opened = threading.Event()
        asyncio.get_running_loop().call_later(0.01, opened.set)
        return await apart(opened.wait, 20)

    assert asyncio.run(both())


def test_who_is_given_up_does_not_wait_for_long_work():
    async def given_up() -> None:
        opened = threading.Event()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(apart(opened.wait, 20), 0.01)
        opened.set()

    asyncio.run(given_up())


def test_long_work_passes_on_its_error_and_has_the_context_of_who_asked():
    told = contextvars.ContextVar("told", default="")

    async def asked() -> None:
        told.set("here")
        assert await apart(told.get) == "here"
        with pytest.raises(ZeroDivisionError):
            await apart(divmod, 1, 0)

    asyncio.run(asked())


def test_a_long_document_is_read_drafted_and_checked_beside_the_loop():
    text = "".join(f"Speaker {n % 3}: The report number {n} lies on the table there.\n" for n in range(LONG // 50))
    assert len(text) >= LONG
    threads: list[str] = []
    before = threading.Thread.start

    async def made() -> int:
        return len((await asummarize(text)).participants)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", lambda self: (threads.append(self.name), before(self))[1])
        assert asyncio.run(made()) == 3
    assert threads == ["summarizer-apart"] * 3
    assert len(summarize(text).participants) == 3
