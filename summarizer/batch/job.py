"""One run of a batch, put together: sources, ledger, budget, pace, engine, output."""

import os
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from ..engines.accounts import Account
from ..engines.connect import Options, connect_to, endpoint_of
from ..engines.pacing import Pacer
from ..engines.providers import Endpoint
from ..errors import SettingsError
from .briefing import Briefing
from .budget import Budgeted
from .ledger import Ledger
from .output import BriefFiles, BriefLines
from .processes import RulesOnAllCores
from .provider import Postponing, ProviderRun
from .running import DocumentOutcome, Runner, Work
from .sources import entries


@dataclass(frozen=True)
class Job:
    """What is to be done, as the command line or a program says it."""

    inputs: Sequence[str]
    folder: Path
    briefing: Briefing[Any] = field(default_factory=Briefing)
    model: str | None = None
    """None: the built-in rules, in several processes."""
    base_url: str | None = None
    options: Options = field(default_factory=Options)
    concurrency: int = 64
    """Requests under way."""
    processes: int | None = None
    """Of the built-in rules; as many as there are cores for None."""
    deadline: float | None = None
    """Seconds for one document."""
    budget: float | None = None
    """US dollars that may be spent in the folder."""
    budget_tokens: int | None = None
    jsonl: bool = False
    markdown: bool = False
    provider_batch: bool = False
    """Through the provider's batch API."""
    retry_failed: bool = False
    fresh: bool = False

    @property
    def endpoint(self) -> Endpoint:
        """Where the model is. Errors: `SettingsError`."""
        assert self.model is not None, "the built-in rules are nowhere"
        found = endpoint_of(self.model, base_url=self.base_url, options=self.options)
        if not self.provider_batch or found.price is None:
            return found
        half = found.price.halved
        return replace(found, options=replace(found.options, price=(half.prompt, half.answer)))


@dataclass(frozen=True)
class Run:
    """A job under way."""

    runner: Runner[Any]
    ledger: Ledger
    settings: dict[str, Any]
    waits_for: Callable[[], str | None]
    outcomes: Callable[[], AsyncGenerator[DocumentOutcome[Any], None]]
    """As they come."""


@contextmanager
def running(job: Job) -> Iterator[Run]:
    """The job with all that it needs, within an event loop. Errors: `SettingsError`, `PromptError`, `SchemaError`."""
    listed = partial(entries, job.inputs, without=job.folder)
    listed()  # for the error, if there is one, before anything is made
    settings = job.briefing.settings("rules" if job.model is None else job.endpoint.name)
    settings |= {"output": "jsonl" if job.jsonl else "md" if job.markdown else "json"}
    pacer = Pacer(job.concurrency, job.options.requests_per_minute, job.options.tokens_per_minute)
    with ExitStack() as stack:
        ledger = stack.enter_context(closing(Ledger(job.folder, settings, fresh=job.fresh)))
        if job.model is None:
            rules = stack.enter_context(closing(RulesOnAllCores(job.processes or os.cpu_count() or 1)))
            work: Work[Any] = rules
            at_once = 2 * rules.processes
        else:
            endpoint = job.endpoint
            account = _account(job, ledger, Postponing(ledger, endpoint) if job.provider_batch else ledger)
            llm = connect_to(endpoint, pacing=lambda: pacer, account=account)
            work = job.briefing.with_model(llm)
            at_once = job.concurrency + max(4, job.concurrency // 4)  # some read while others wait
        runner: Runner[Any] = Runner(
            work,
            at_once=at_once,
            ledger=ledger,
            output=BriefLines() if job.jsonl else BriefFiles(job.folder, markdown=job.markdown),
            deadline=job.deadline,
            retry_failed=job.retry_failed,
        )
        if job.provider_batch:
            passes = ProviderRun(ledger, job.endpoint, runner)
            yield Run(runner, ledger, settings, passes.waits_for, lambda: passes.outcomes(listed))
        else:
            yield Run(runner, ledger, settings, pacer.waits_for, lambda: runner.run(listed()))


def _account(job: Job, ledger: Ledger, account: Account) -> Account:
    if job.budget is None and job.budget_tokens is None:
        return account
    if job.budget is not None and job.endpoint.price is None:
        raise SettingsError(
            "the price of this model is not known, so no budget in dollars can be kept",
            hint="give its price (--price), or a budget in tokens (--budget-tokens)",
        )
    return Budgeted(account, ledger.usage(), dollars=job.budget, tokens=job.budget_tokens)
