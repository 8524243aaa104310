"""What a batch may spend: a request that could exceed it is not made."""

import asyncio

from ..engines.accounts import Account, Call, Kept
from ..errors import BudgetSpent, Postponed
from ..llm import Usage

_ANSWER = 1000  # tokens that an answer is taken to have, before one has come
_COUNTED = 1.25  # tokens of an estimated token of the prompt, likewise


class Budgeted:
    """An account that stops in time. What is under way counts as if each answer were as long as the longest so far."""

    def __init__(
        self, account: Account, spent: Usage, *, dollars: float | None = None, tokens: int | None = None
    ) -> None:
        """spent: before this run. dollars, tokens: what may be spent in all, of either or both; for dollars the price
        has to be known."""
        self._account = account
        self._dollars, self._tokens = dollars, tokens
        self._cost = spent.cost or 0.0
        self._counted = spent.prompt_tokens + spent.completion_tokens
        self._longest = _ANSWER
        self._ratio = _COUNTED
        self._aside: dict[str, tuple[float, float]] = {}
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self._freed = asyncio.Event()
        self._postponed: set[str] = set()

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`; waits where the same waits for what it may spend."""
        while (waiting := self._waiting.get(call.key)) is not None:
            await asyncio.shield(waiting)
        return await self._account.find(call)

    async def allow(self, call: Call) -> None:
        """As `Account.allow`; waits as long as what is under way may yet turn out to cost less. Errors: `BudgetSpent`."""
        needed = self._needed(call)
        if self._exceeded(needed) is not None:
            waiting = self._waiting[call.key] = asyncio.get_running_loop().create_future()
            try:
                while (fault := self._exceeded(needed)) is not None:
                    if not self._aside or self._exceeded(needed, by_itself=True):
                        raise fault
                    self._freed.clear()
                    await self._freed.wait()
                    needed = self._needed(call)
            finally:
                del self._waiting[call.key]
                waiting.set_result(None)
        self._aside[call.key] = needed
        try:
            await self._account.allow(call)
        except Postponed:  # it goes out in a job, and its answer comes past this account
            self._free(call)
            self._postponed.add(call.key)
            self._cost, self._counted = self._cost + needed[0], self._counted + int(needed[1])
            raise

    def _exceeded(self, needed: tuple[float, float], *, by_itself: bool = False) -> BudgetSpent | None:
        """What speaks against spending so much more. by_itself: even if all that is under way cost nothing."""
        aside = [] if by_itself else [*self._aside.values()]
        cost = self._cost + needed[0] + sum(cost for cost, _ in aside)
        tokens = self._counted + needed[1] + sum(tokens for _, tokens in aside)
        if self._dollars is not None and cost > self._dollars:
            budget = f"${self._dollars:.2f}"
        elif self._tokens is not None and tokens > self._tokens:
            budget = f"{self._tokens:,} tokens"
        else:
            return None
        # What is under way is still paid, so how much is spent is told when that has ended.
        return BudgetSpent(
            f"one more request could exceed the budget of {budget}",
            hint="raise the budget and run again: what is paid for is kept",
        )

    def _free(self, call: Call) -> None:
        self._aside.pop(call.key, None)
        self._freed.set()

    async def keep(self, call: Call, answer: str, usage: Usage) -> None:
        """As `Account.keep`."""
        self._longest = max(self._longest, usage.completion_tokens)
        self._ratio = max(self._ratio, usage.prompt_tokens / call.tokens if call.tokens else 0.0)
        self._aside[call.key] = usage.cost or 0.0, usage.prompt_tokens + usage.completion_tokens
        await self._account.keep(call, answer, usage)
        # Only now: what waits may find that nothing more can be spent, and the bill is written from what is kept.
        self._cost += usage.cost or 0.0
        self._counted += usage.prompt_tokens + usage.completion_tokens
        self._free(call)

    def release(self, call: Call) -> None:
        """As `Account.release`."""
        self._free(call)
        self._account.release(call)

    def _needed(self, call: Call) -> tuple[float, float]:
        if call.key in self._postponed:  # counted when it was put down; each pass asks for it until its answer is there
            return 0.0, 0
        prompt = int(call.tokens * self._ratio)
        return call.price.of(prompt, self._longest) if call.price else 0.0, prompt + self._longest
