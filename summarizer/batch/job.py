"""One run of a batch, put together: sources, ledger, budget, pace, engine, output."""

import os
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..engines.accounts import Account
from ..engines.connect import Options, connect
from ..engines.pacing import Pacer
from ..errors import SettingsError
from ..llm import LLM
from .briefing import Briefing
from .budget import Budgeted
from .ledger import Ledger
from .output import BriefFiles, BriefLines
from .processes import RulesOnAllCores
from .running import DocumentOutcome, Runner, Work
from .sources import Entry, entries


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
    retry_failed: bool = False
    fresh: bool = False

    def connected(self, account: Account | None = None, pacing: Callable[[], Pacer] | None = None) -> LLM:
        """The model. Errors: `SettingsError`."""
        assert self.model is not None
        return connect(
            self.model,
            base_url=self.base_url,
            concurrency=self.concurrency,
            options=self.options,
            account=account,
            pacing=pacing,
        )


@dataclass(frozen=True)
class Run:
    """A job under way."""

    runner: Runner[Any]
    ledger: Ledger
    settings: dict[str, Any]
    waits_for: Callable[[], str | None]
    listed: Iterator[Entry]

    def outcomes(self) -> AsyncGenerator[DocumentOutcome[Any], None]:
        """As they come."""
        return self.runner.run(self.listed)


@contextmanager
def running(job: Job) -> Iterator[Run]:
    """The job with all that it needs, within an event loop. Errors: `SettingsError`, `PromptError`, `SchemaError`."""
    listed = entries(job.inputs, without=job.folder)
    pacer = Pacer(job.concurrency, job.options.requests_per_minute, job.options.tokens_per_minute)
    name = "rules" if job.model is None else job.connected().name
    settings = job.briefing.settings(name) | {"output": "jsonl" if job.jsonl else "md" if job.markdown else "json"}
    ledger = Ledger(job.folder, settings, fresh=job.fresh)
    rules = None
    try:
        if job.model is None:
            rules = RulesOnAllCores(job.processes or os.cpu_count() or 1)
            work: Work[Any] = rules
            at_once = 2 * rules.processes
        else:
            llm = job.connected(_account(job, ledger), lambda: pacer)
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
        yield Run(runner, ledger, settings, pacer.waits_for, listed)
    finally:
        if rules is not None:
            rules.close()
        ledger.close()


def _account(job: Job, ledger: Ledger) -> Account:
    if job.budget is None and job.budget_tokens is None:
        return ledger
    if job.budget is not None and getattr(job.connected(), "price", None) is None:
        raise SettingsError(
            "the price of this model is not known, so no budget in dollars can be kept",
            hint="give its price (--price), or a budget in tokens (--budget-tokens)",
        )
    return Budgeted(ledger, ledger.usage(), dollars=job.budget, tokens=job.budget_tokens)
