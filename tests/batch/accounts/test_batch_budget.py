"""What a batch may spend: it stops before, says so, and goes on when there is more."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from batching import ANSWER_TOKENS, PROMPT_TOKENS, answer, asking, batch, counts, manifest, number_of, write_documents
from faulty_server import Server, completion, error

from summarizer.batch.accounts.account import BatchAccount
from summarizer.batch.accounts.budget import Budget
from summarizer.batch.accounts.ledger import paying
from summarizer.engines.accounts import Call
from summarizer.engines.prices import Price
from summarizer.errors import BadRequest, BudgetSpent, Postponed
from summarizer.llm import Usage

COST = (PROMPT_TOKENS * 1 + ANSWER_TOKENS * 10) / 1e6


@pytest.mark.parametrize(
    ("option", "limit", "spent"),
    [
        ("--budget", 0.035, lambda usage: usage["cost"]),
        ("--budget-tokens", 25_000, lambda usage: usage["prompt_tokens"] + usage["completion_tokens"]),
    ],
)
def test_a_budget_is_not_exceeded_and_the_next_run_goes_on_with_more(
    tmp_path: Path, server: Server, option: str, limit: float, spent: Any
):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", range(1, 13)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server), option, limit)
    assert result.exit_code == 3
    assert "could exceed the budget of" in result.output
    assert "raise the budget" in result.output
    done, _, _, undone = counts(out)
    assert done == server.count >= 3
    assert done + undone == 12
    assert limit * 0.5 < spent(manifest(out)["usage"]) <= limit
    assert "budget" in manifest(out)["stopped"]
    again = batch(docs, "-o", out, *asking(server), option, limit)
    assert again.exit_code == 3
    assert spent(manifest(out)["usage"]) <= limit
    assert batch(docs, "-o", out, *asking(server), option, limit * 10).exit_code == 0
    assert counts(out) == (12, 0, 0, 0)
    assert sorted(map(number_of, server.asked)) == list(range(1, 13))


def test_a_budget_of_nothing_sends_nothing(tmp_path: Path, server: Server):
    server.answer = answer
    docs = write_documents(tmp_path / "docs", [1])
    assert batch(docs, "-o", tmp_path / "out", *asking(server), "--budget", 0).exit_code == 3
    assert server.count == 0


def test_what_is_done_needs_no_budget(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    assert batch(docs, "-o", out, *asking(server), "--budget", 0).exit_code == 0


def test_a_budget_in_dollars_needs_a_price(tmp_path: Path, server: Server):
    docs = write_documents(tmp_path / "docs", [1])
    result = batch(docs, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url, "--budget", 1)
    assert result.exit_code == 2
    assert "--price" in result.output
    assert "--budget-tokens" in result.output
    assert server.count == 0


def test_a_re_ask_that_the_budget_does_not_bear_leaves_its_document_for_the_next_run(tmp_path: Path, server: Server):
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    told = re.search(r"prompt tokens +about ([\d,]+)", batch(docs, "-o", out, *asking(server), "--dry-run").output)
    assert told
    estimated = int(told[1].replace(",", ""))
    server.script(completion('{"commitments": [{"action": 5}]}', usage=(estimated, estimated)))
    enough_for_one = int(1.75 * 1.25 * estimated) + 500
    result = batch(docs, "-o", out, *asking(server), "--budget-tokens", enough_for_one)
    assert result.exit_code == 3, result.output
    assert server.count == 1
    assert counts(out) == (0, 0, 0, 1)
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["prompt_tokens"]) == (1, estimated)
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server), "--budget-tokens", 100_000).exit_code == 0
    assert server.count == 2
    assert manifest(out)["usage"]["requests"] == 2


def test_a_budget_leaves_no_document_half_way_where_answers_are_asked_for_again(tmp_path: Path, server: Server):
    def half_right(asked: Any) -> Any:
        if len(asked["messages"]) > 2:
            return answer(asked)
        return completion('{"commitments": [{"action": 5}]}', usage=(PROMPT_TOKENS, ANSWER_TOKENS))

    server.answer = half_right
    docs, out = write_documents(tmp_path / "docs", range(1, 13)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server), "--budget", 0.065)
    assert result.exit_code == 3, result.output
    done, _, _, undone = counts(out)
    assert done + undone == 12
    assert server.count == 2 * done >= 8
    assert batch(docs, "-o", out, *asking(server), "--budget", 1).exit_code == 0
    assert server.count == 24


def test_what_fails_gives_back_what_was_set_aside_for_it(tmp_path: Path, server: Server):
    server.answer = lambda asked: error(400, "no") if number_of(asked) < 9 else answer(asked)
    docs, out = write_documents(tmp_path / "docs", range(1, 10)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server), "--budget", 0.08, "--concurrency", 1)
    assert counts(out) == (1, 0, 8, 0), result.output


class Kept:
    """A ledger that keeps nothing."""

    def answer(self, key: str, document: str) -> None:
        return None

    async def put(self, key: str, document: str, answer: str, usage: Usage) -> None: ...


def within(spent: Usage, *, ledger: Kept | None = None, jobs: Any = None, **limits: Any) -> BatchAccount:
    """An account with that budget."""
    return BatchAccount(ledger or Kept(), Budget(spent, **limits), jobs)  # type: ignore[arg-type]


def call(name: str) -> Call:
    return Call("http://x/v1", name.encode(), 1000, Price(1.0, 1.0))


async def _allowed(account: BatchAccount, *names: str) -> list[str]:
    """Which of them are allowed, one after the other, without a wait."""
    found = []
    for name in names:
        task = asyncio.ensure_future(account.allow(call(name)))
        await asyncio.sleep(0)
        if task.done() and task.exception() is None:
            found.append(name)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    return found


def test_one_request_goes_out_first_and_then_each_counts_as_if_its_answer_were_as_long_as_the_longest():
    async def work() -> list[list[str]]:
        account = within(Usage(), tokens=10_000)
        first = await _allowed(account, *"abcdefgh")
        await account.keep(call("a"), "", Usage(prompt_tokens=1000, completion_tokens=100))
        second = await _allowed(account, *"stuv")
        await account.keep(call("s"), "", Usage(prompt_tokens=1000, completion_tokens=3000))
        return [first, second, await _allowed(account, "x")]

    assert asyncio.run(work()) == [["a"], list("stu"), []]


def test_before_an_answer_has_come_one_is_taken_to_be_three_quarters_of_its_prompt_or_the_longest_of_earlier_runs():
    async def work() -> list[str]:
        return [
            *await _allowed(within(Usage(), tokens=2100), "a"),
            *await _allowed(within(Usage(), tokens=2200), "b"),
            *await _allowed(within(Usage(), tokens=2200, longest=5000), "c"),
            *await _allowed(within(Usage(), tokens=6300, longest=5000), "d"),
        ]

    assert asyncio.run(work()) == ["b", "d"]


def test_who_might_exceed_the_budget_waits_until_it_is_known_and_the_same_request_waits_with_it():
    async def work() -> tuple[bool, str]:
        account = within(Usage(), tokens=4500)
        await _allowed(account, "a", "b")
        third, same = asyncio.ensure_future(account.allow(call("c"))), asyncio.ensure_future(account.find(call("c")))
        await asyncio.sleep(0.01)
        waited = not third.done() and not same.done()
        account.release(call("a"))
        await third
        with pytest.raises(BudgetSpent) as caught:
            await asyncio.gather(account.allow(call("d")), account.keep(call("b"), "", Usage(prompt_tokens=4000)))
        account.release(call("c"))
        assert await same is None
        return waited, str(caught.value)

    assert asyncio.run(work()) == (True, "one more request could exceed the budget of 4,500 tokens")


def test_no_document_is_begun_that_would_take_what_those_under_way_may_yet_ask():
    async def ask(account: BatchAccount, document: str, name: str) -> None:
        paying.set(document)
        await account.find(call(name))
        await account.allow(call(name))
        await account.keep(call(name), "", Usage(prompt_tokens=1000, completion_tokens=0))
        account.release(call(name))

    async def work() -> list[bool]:
        account = within(Usage(), tokens=6900)
        for document, name in (("A", "a1"), ("A", "a2"), ("B", "b1")):
            await asyncio.create_task(ask(account, document, name))
        other = asyncio.create_task(ask(account, "C", "c1"))
        await asyncio.sleep(0.01)
        found = [other.done()]
        account.budget.end("A")
        account.budget.end("B")  # it had no more to ask
        await asyncio.wait([other], timeout=1)
        return [*found, other.done() and other.exception() is None]

    assert asyncio.run(work()) == [False, True]


def test_what_was_spent_before_counts():
    async def work() -> list[str]:
        before = Usage(prompt_tokens=5000, completion_tokens=2000, cost=0.007)
        return [
            *await _allowed(within(before, dollars=0.0085), "a"),
            *await _allowed(within(before, dollars=0.0095), "b"),
            *await _allowed(within(before, tokens=8000), "c"),
            *await _allowed(within(before, tokens=9500), "d"),
        ]

    assert asyncio.run(work()) == ["b", "d"]


def test_the_bill_has_what_was_kept_before_anybody_hears_that_the_budget_is_spent():
    class Slow(Kept):
        kept = 0

        async def put(self, key: str, document: str, answer: str, usage: Usage) -> None:
            await asyncio.sleep(0.01)
            self.kept += 1

    async def work() -> int:
        slow = Slow()
        account = within(Usage(), ledger=slow, tokens=4500)
        await account.allow(call("a"))
        second = asyncio.ensure_future(account.allow(Call("http://x/v1", b"", 1500, None)))
        await asyncio.sleep(0)
        keeping = asyncio.ensure_future(account.keep(call("a"), "", Usage(prompt_tokens=4000)))
        with pytest.raises(BudgetSpent):
            await second
        found = slow.kept
        await keeping
        return found

    assert asyncio.run(work()) == 1


def test_what_is_put_down_for_a_job_counts_once_however_often_it_is_asked_for():
    class Jobs:
        async def put_down(self, call: Call, document: str) -> None: ...

    async def work() -> list[type]:
        account = within(Usage(), jobs=Jobs(), tokens=9000)  # for two of them, each asked for once again
        asked = [call(name) for _ in range(3) for name in "ab"] + [call("c")]
        return [type((await asyncio.gather(account.allow(each), return_exceptions=True))[0]) for each in asked]

    assert asyncio.run(work()) == [Postponed] * 6 + [BudgetSpent]


def test_what_may_not_be_put_down_gives_back_what_was_set_aside_for_it():
    class Refused:
        async def put_down(self, call: Call, document: str) -> None:
            raise BadRequest("no")

    async def work() -> list[type]:
        account = within(Usage(), jobs=Refused(), tokens=4500)
        asked = asyncio.gather(*(account.allow(call(name)) for name in "abcdefgh"), return_exceptions=True)
        return [type(each) for each in await asyncio.wait_for(asked, 5)]

    assert asyncio.run(work()) == [BadRequest] * 8
