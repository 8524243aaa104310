"""What a batch may spend: a request that could exceed it is not made."""

import asyncio
from collections.abc import Set

from ..engines.accounts import Account, Call, Kept
from ..errors import BudgetSpent, Postponed
from ..llm import Usage

_SHARE = 0.75  # tokens of an answer for one of the prompt, before one has come
_COUNTED = 1.25  # tokens of an estimated token of the prompt, likewise


class Budgeted:
    """An account that stops in time. What is under way counts as if each answer were as long as the longest so far.

    How long answers are, and how the provider counts, is learnt from the first ones: before there are any, one request
    is let out, then as many as twice those that were answered, and no more.
    """

    def __init__(
        self,
        account: Account,
        spent: Usage,
        *,
        dollars: float | None = None,
        tokens: int | None = None,
        longest: int = 0,
    ) -> None:
        """spent: before this run. dollars, tokens: what may be spent in all, of either or both; for dollars the price
        has to be known. longest: tokens of the longest answer before this run."""
        self._account = account
        self._dollars, self._tokens = dollars, tokens
        self._cost = spent.cost or 0.0
        self._counted = spent.prompt_tokens + spent.completion_tokens
        self._longest = longest
        self._share = self._ratio = 0.0
        self._seen = 0
        self._aside: dict[str, tuple[float, float]] = {}
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self._freed = asyncio.Event()
        self._postponed: dict[str, tuple[float, float]] = {}

    def recount(self, spent: Usage, longest: int, pending: Set[str]) -> None:
        """Take in what jobs of a provider brought, whose answers do not come through this account. spent: so far, without
        what is still pending."""
        self._longest = max(self._longest, longest)
        self._postponed = {key: needed for key, needed in self._postponed.items() if key in pending}
        self._cost = (spent.cost or 0.0) + sum(cost for cost, _ in self._postponed.values())
        self._counted = (
            spent.prompt_tokens + spent.completion_tokens + sum(int(tokens) for _, tokens in self._postponed.values())
        )

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`; waits where the same waits for what it may spend."""
        while (waiting := self._waiting.get(call.key)) is not None:
            await asyncio.shield(waiting)
        return await self._account.find(call)

    async def allow(self, call: Call) -> None:
        """As `Account.allow`; waits as long as what is under way may yet turn out to cost less. Errors: `BudgetSpent`."""
        needed = self._needed(call)
        if self._exceeded(needed) is not None or self._is_learning:
            waiting = self._waiting[call.key] = asyncio.get_running_loop().create_future()
            try:
                while (fault := self._exceeded(needed)) is not None or self._is_learning:
                    if fault is not None and (not self._aside or self._exceeded(needed, by_itself=True)):
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
            self._postponed[call.key] = needed
            self._cost, self._counted = self._cost + needed[0], self._counted + int(needed[1])
            raise

    @property
    def _is_learning(self) -> bool:
        """Whether so few answers have come that nothing more should be under way."""
        return len(self._aside) > 2 * self._seen

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
        self._seen += 1
        self._longest = max(self._longest, usage.completion_tokens)
        if call.tokens and usage.prompt_tokens:
            self._ratio = max(self._ratio, usage.prompt_tokens / call.tokens)
            self._share = max(self._share, usage.completion_tokens / usage.prompt_tokens)
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
        prompt = int(call.tokens * (self._ratio or _COUNTED))
        answer = max(self._longest, int(prompt * (self._share or _SHARE)))
        return call.price.of(prompt, answer) if call.price else 0.0, prompt + answer
