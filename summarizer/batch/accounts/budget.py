"""What a batch may spend: a request that could exceed it is not made."""

import asyncio
from collections.abc import Set

from ...engines.accounts import Call
from ...errors import BudgetSpent
from ...llm import Usage

_SHARE = 0.75  # tokens of an answer for one of the prompt, before one has come
_COUNTED = 1.25  # tokens of an estimated token of the prompt, likewise


class Budget:
    """Stops in time. What is under way counts as if each answer were as long as the longest so far.

    How long answers are, and how the provider counts, is learnt from the first ones: before there are any, one request
    is let out, then as many as twice those that were answered, and no more.

    A document that is left half-way is paid for and has no brief. So one that was begun goes before one that was not, and
    a further one is begun only where the budget also bears what those under way are likely to ask yet, a re-ask most
    often: as much as others asked.
    """

    def __init__(
        self,
        spent: Usage,
        *,
        dollars: float | None = None,
        tokens: int | None = None,
        longest: int = 0,
    ) -> None:
        """spent: before this run. dollars, tokens: what may be spent in all, of either or both, without an end where neither
        is told; for dollars the price has to be known. longest: tokens of the longest answer before this run."""
        self._dollars, self._tokens = dollars, tokens
        self._cost = spent.cost or 0.0
        self._counted = spent.prompt_tokens + spent.completion_tokens
        self._longest = longest
        self._share = self._ratio = 0.0
        self._seen = 0
        self._aside: dict[str, tuple[float, float]] = {}
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

    def begin(self, document: str) -> None:
        """The document was begun in a run before."""
        self._begun.setdefault(document, 0)

    async def allow(self, call: Call, document: str) -> bool:
        """Set aside what it may cost, until `release`; waits as long as what is under way may yet turn out to cost less.
        Returns whether it is the first that is asked for its document. Errors: `BudgetSpent`."""
        needed = self._needed(call)
        if is_begun := document in self._begun:
            self._begun[document] += 1
        if self._has_to_wait(needed, is_begun):
            self._pressing += is_begun
            try:
                while self._has_to_wait(needed, is_begun):
                    self._check(needed, is_begun)
                    self._freed.clear()
                    await self._freed.wait()
                    needed = self._needed(call)
            finally:
                self._pressing -= is_begun
                self._freed.set()  # who let it go before may go now
        self._begun.setdefault(document, 0)
        if is_begun:
            self._dearest = max(self._dearest[0], needed[0]), max(self._dearest[1], needed[1])
        self._aside[call.key] = needed
        return not is_begun

    def postpone(self, call: Call, document: str, *, is_first: bool) -> None:
        """What was allowed goes out in a job, and its answer is told by `recount`. is_first: as `allow` returned."""
        needed = self._aside[call.key]
        if is_first:
            self._begun.pop(document, None)
            self._put_down += 1
        self._postponed[call.key] = needed
        self._cost, self._counted = self._cost + needed[0], self._counted + int(needed[1])

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
        if self._dollars is None and self._tokens is None:
            return False
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

    def learn(self, call: Call, usage: Usage) -> None:
        """An answer has come: how long they are, and how the provider counts."""
        self._seen += 1
        self._longest = max(self._longest, usage.completion_tokens)
        if call.tokens and usage.prompt_tokens:
            self._ratio = max(self._ratio, usage.prompt_tokens / call.tokens)
            self._share = max(self._share, usage.completion_tokens / usage.prompt_tokens)
        self._aside[call.key] = usage.cost or 0.0, usage.prompt_tokens + usage.completion_tokens

    def book(self, call: Call, usage: Usage) -> None:
        """What was paid for an answer is on the bill."""
        self._cost += usage.cost or 0.0
        self._counted += usage.prompt_tokens + usage.completion_tokens
        self.release(call)

    def release(self, call: Call) -> None:
        """Give back what is set aside for it."""
        self._aside.pop(call.key, None)
        self._freed.set()

    def _needed(self, call: Call) -> tuple[float, float]:
        if call.key in self._postponed:  # counted when it was put down; each pass asks for it until its answer is there
            return 0.0, 0
        prompt = int(call.tokens * (self._ratio or _COUNTED))
        answer = max(self._longest, int(prompt * (self._share or _SHARE)))
        return call.price.of(prompt, answer) if call.price else 0.0, prompt + answer
