"""What a batch may spend: a request that could exceed it is not made."""

from ..engines.accounts import Account, Call, Kept
from ..errors import BudgetSpent
from ..llm import Usage

_ANSWER = 1000  # tokens that an answer is taken to have, before one has come


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
        self._aside: dict[str, tuple[float, float]] = {}

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`."""
        return await self._account.find(call)

    async def allow(self, call: Call) -> None:
        """As `Account.allow`. Errors: `BudgetSpent`."""
        needed = self._needed(call)
        cost = self._cost + needed[0] + sum(cost for cost, _ in self._aside.values())
        tokens = self._counted + needed[1] + sum(tokens for _, tokens in self._aside.values())
        if self._dollars is not None and cost > self._dollars:
            raise BudgetSpent(
                f"${self._cost:.4f} of the budget of ${self._dollars:.2f} is spent, and one more request could exceed it",
                hint="raise the budget and run again: what is paid for is kept",
            )
        if self._tokens is not None and tokens > self._tokens:
            raise BudgetSpent(
                f"{self._counted:,} of the budget of {self._tokens:,} tokens are spent, and one more request could "
                "exceed it",
                hint="raise the budget and run again: what is paid for is kept",
            )
        self._aside[call.key] = needed
        await self._account.allow(call)

    async def keep(self, call: Call, answer: str, usage: Usage) -> None:
        """As `Account.keep`."""
        self._aside.pop(call.key, None)
        self._cost += usage.cost or 0.0
        self._counted += usage.prompt_tokens + usage.completion_tokens
        self._longest = max(self._longest, usage.completion_tokens)
        await self._account.keep(call, answer, usage)

    def release(self, call: Call) -> None:
        """As `Account.release`."""
        self._aside.pop(call.key, None)
        self._account.release(call)

    def _needed(self, call: Call) -> tuple[float, float]:
        prompt = int(call.tokens)
        return call.price.of(prompt, self._longest) if call.price else 0.0, prompt + self._longest
