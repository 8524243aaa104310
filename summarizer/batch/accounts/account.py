"""The account of a batch: its ledger, and before that its budget and, where there are such, the provider's jobs."""

import asyncio
from collections.abc import Awaitable

from ...engines.accounts import Call, Kept
from ...errors import Postponed
from ...llm import Usage
from .budget import Budget
from .ledger import Ledger, paying
from .postponing import Postponing


class BatchAccount:
    """An `engines.accounts.Account`, on the machine that has the ledger. What is asked of it goes through, in this order:

    find       the same request, where it is under way; the ledger
    allow      the budget; the job, if there are jobs, and then nothing is sent
    keep       the ledger; the budget
    release    the budget; who waits for the same request
    """

    def __init__(self, ledger: Ledger, budget: Budget | None = None, jobs: Postponing | None = None) -> None:
        """budget: without one, no end of it. jobs: where requests are put down, for a provider's batch API; for None they
        are sent."""
        self.budget = budget or Budget(Usage())
        self._ledger = ledger
        self._jobs = jobs
        self._busy: dict[str, asyncio.Future[None]] = {}

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`; waits where the same is being asked for another document."""
        while (busy := self._busy.get(call.key)) is not None:
            await asyncio.shield(busy)
        document = paying.get()
        kept = self._ledger.answer(call.key, document)
        if kept is not None and kept.own:
            self.budget.begin(document)
        return kept

    async def allow(self, call: Call) -> None:
        """As `Account.allow`. Errors: `BudgetSpent`; with `jobs`, `Postponed`, or the fault that the last job ended with."""
        document = paying.get()
        self._busy[call.key] = asyncio.get_running_loop().create_future()
        try:
            is_first = await self.budget.allow(call, document)
            if self._jobs is not None:
                await self._jobs.put_down(call, document)
                self.budget.postpone(call, document, is_first=is_first)
                raise Postponed("the answer comes with a job of the provider")
        except BaseException:
            self.release(call)
            raise

    def keep(self, call: Call, answer: str, usage: Usage) -> Awaitable[None]:
        """As `Account.keep`."""
        self.budget.learn(call, usage)
        return self._booked(self._ledger.put(call.key, paying.get(), answer, usage), call, usage)

    async def _booked(self, kept: Awaitable[None], call: Call, usage: Usage) -> None:
        await kept
        # Only now: what waits may find that nothing more can be spent, and the bill is written from what is kept.
        self.budget.book(call, usage)

    def release(self, call: Call) -> None:
        """As `Account.release`."""
        self.budget.release(call)
        if (busy := self._busy.pop(call.key, None)) is not None:
            busy.set_result(None)
