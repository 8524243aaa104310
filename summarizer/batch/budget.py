"""What a batch may spend: a request that could exceed it is not made."""

import asyncio
from collections.abc import Awaitable, Set

from ..engines.accounts import Account, Call, Kept
from ..errors import BudgetSpent, Postponed
from ..llm import Usage
from .ledger import paying

_SHARE = 0.75  # tokens of an answer for one of the prompt, before one has come
_COUNTED = 1.25  # tokens of an estimated token of the prompt, likewise


class Budgeted:
    """An account that stops in time. What is under way counts as if each answer were as long as the longest so far.

    How long answers are, and how the provider counts, is learnt from the first ones: before there are any, one request
    is let out, then as many as twice those that were answered, and no more.

    A document that is left half-way is paid for and has no brief. So one that was begun goes before one that was not, and
    a further one is begun only where the budget also bears what those under way are likely to ask yet, a re-ask most
    often: as much as others asked.
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
        self._begun: dict[str, int] = {}
        """Documents under way that something was asked for, and how often after the first time."""
        self._ended = self._asked_again = 0
        """Documents that were begun and have ended, and how often something was asked for them after the first time."""
        self._put_down = 0
        """First requests that went into a job: what their documents ask then comes after it."""
        self._pressing = 0
        """Requests for documents that were begun, which wait."""
        self._dearest = 0.0, 0.0
        """What such a request needed at the most."""

    def recount(self, spent: Usage, longest: int, pending: Set[str]) -> None:
        """Take in what jobs of a provider brought, whose answers do not come through this account. spent: so far, without
        what is still pending."""
        self._longest = max(self._longest, longest)
        self._put_down = 0
        self._postponed = {key: needed for key, needed in self._postponed.items() if key in pending}
        self._cost = (spent.cost or 0.0) + sum(cost for cost, _ in self._postponed.values())
        self._counted = (
            spent.prompt_tokens + spent.completion_tokens + sum(int(tokens) for _, tokens in self._postponed.values())
        )

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`; waits where the same waits for what it may spend."""
        while (waiting := self._waiting.get(call.key)) is not None:
            await asyncio.shield(waiting)
        kept = await self._account.find(call)
        if kept is not None and kept.own:  # begun in a run before
            self._begun.setdefault(paying.get(), 0)
        return kept

    async def allow(self, call: Call) -> None:
        """As `Account.allow`; waits as long as what is under way may yet turn out to cost less. Errors: `BudgetSpent`."""
        needed, document = self._needed(call), paying.get()
        if is_begun := document in self._begun:
            self._begun[document] += 1
        if self._has_to_wait(needed, is_begun):
            waiting = self._waiting[call.key] = asyncio.get_running_loop().create_future()
            self._pressing += is_begun
            try:
                while self._has_to_wait(needed, is_begun):
                    self._check(needed, is_begun)
                    self._freed.clear()
                    await self._freed.wait()
                    needed = self._needed(call)
            finally:
                self._pressing -= is_begun
                del self._waiting[call.key]
                waiting.set_result(None)
                self._freed.set()  # who let it go before may go now
        self._begun.setdefault(document, 0)
        if is_begun:
            self._dearest = max(self._dearest[0], needed[0]), max(self._dearest[1], needed[1])
        self._aside[call.key] = needed
        try:
            await self._account.allow(call)
        except Postponed:  # it goes out in a job, and its answer comes past this account
            self._free(call)
            if not is_begun:
                self._begun.pop(document, None)
                self._put_down += 1
            self._postponed[call.key] = needed
            self._cost, self._counted = self._cost + needed[0], self._counted + int(needed[1])
            raise

    @property
    def _is_learning(self) -> bool:
        """Whether so few answers have come that nothing more should be under way."""
        return len(self._aside) > 2 * self._seen

    def end(self, document: str) -> None:
        """To be told of each document that asks nothing more."""
        if (again := self._begun.pop(document, None)) is not None:
            self._ended, self._asked_again = self._ended + 1, self._asked_again + again
            self._freed.set()

    def _has_to_wait(self, needed: tuple[float, float], is_begun: bool) -> bool:
        gives_way = self._pressing > 0 and not is_begun
        return gives_way or self._is_learning or self._exceeded(needed, self._to_come(is_begun)) is not None

    def _check(self, needed: tuple[float, float], is_begun: bool) -> None:
        """Errors: `BudgetSpent` where nothing that is under way may yet turn out to cost less."""
        is_alone = not self._aside and (is_begun or not self._begun)
        fault = self._exceeded(needed, self._to_come(is_begun)) if is_alone else self._exceeded(needed, by_itself=True)
        if fault is not None:
            raise fault

    def _to_come(self, is_begun: bool) -> float:
        """How many requests are to be left over for documents under way, before another one is begun."""
        if is_begun:
            return 0
        known = self._ended + sum(again > 0 for again in self._begun.values())
        # Before it is known of one, each is taken to ask once more.
        each = (
            (self._asked_again + sum(self._begun.values())) / known
            if known
            else int(bool(self._begun or self._put_down))
        )
        return each * (1 + self._put_down) + sum(max(0, each - again) for again in self._begun.values())

    def _exceeded(
        self, needed: tuple[float, float], to_come: float = 0, *, by_itself: bool = False
    ) -> BudgetSpent | None:
        """What speaks against spending so much more. to_come: requests that are to be left over besides. by_itself: even if
        all that is under way cost nothing."""
        aside = [] if by_itself else [*self._aside.values()]
        aside += [(max(self._dearest[0], needed[0]) * to_come, max(self._dearest[1], needed[1]) * to_come)]
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

    def keep(self, call: Call, answer: str, usage: Usage) -> Awaitable[None]:
        """As `Account.keep`."""
        self._seen += 1
        self._longest = max(self._longest, usage.completion_tokens)
        if call.tokens and usage.prompt_tokens:
            self._ratio = max(self._ratio, usage.prompt_tokens / call.tokens)
            self._share = max(self._share, usage.completion_tokens / usage.prompt_tokens)
        self._aside[call.key] = usage.cost or 0.0, usage.prompt_tokens + usage.completion_tokens
        return self._booked(self._account.keep(call, answer, usage), call, usage)

    async def _booked(self, kept: Awaitable[None], call: Call, usage: Usage) -> None:
        await kept
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
