"""What a batch is to do, and what the same is wherever it runs: settings, output, budget, summary."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from ..engines.connect import Options, endpoint_of
from ..engines.providers import Endpoint
from ..errors import OutputError, SettingsError, SummarizerError
from .accounts.account import BatchAccount
from .accounts.budget import Budget
from .accounts.ledger import Ledger
from .accounts.postponing import Postponing
from .inputs import remote
from .provider import refuse_open_jobs
from .results.outcome import DocumentOutcome
from .results.output import BriefFiles, BriefLines, Output, write_summary
from .running import Runner
from .workers.briefing import Briefing


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
    """Requests under way at once."""
    processes: int | None = None
    """Processes that make briefs; one for each core for None."""
    deadline: float | None = None
    """Seconds for one document."""
    budget: float | None = None
    """US dollars that may be spent in the folder."""
    budget_tokens: int | None = None
    jsonl: bool = False
    form: str = "json"
    """In which each brief is wanted: `json`, or another one of `output.FORMS` beside it."""
    to: str | None = None
    """Address of a file for all briefs at the end, JSON lines or Parquet."""
    provider_batch: bool = False
    """Through the provider's batch API."""
    on: Literal["ray"] | None = None
    """Where it runs: on this machine for None, or on a Ray cluster."""
    address: str | None = None
    """Address of the Ray cluster; for None one is started on this machine."""
    workers: int | None = None
    """Workers on the Ray cluster; one for each processor for None."""
    retry_failed: bool = False
    fresh: bool = False
    sends: bool = True
    """Whether requests are made at all; where not, no key is needed."""

    @property
    def endpoint(self) -> Endpoint:
        """The endpoint of the model, with half its price for a provider's batch. Errors: `SettingsError`."""
        assert self.model is not None, "the built-in rules are nowhere"
        key = None if self.sends else "none"
        found = endpoint_of(self.model, base_url=self.base_url, api_key=key, options=self.options)
        if not self.provider_batch or found.price is None:
            return found
        half = found.price.halved
        return replace(found, options=replace(found.options, price=(half.prompt, half.answer)))


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    manifest: dict[str, Any]
    stopped_by: SummarizerError | None
    """What ended it early."""
    stopped: bool
    """Whether documents were left for another run."""
    repeated: Sequence[str] = ()
    """Where documents stood that the inputs name more than once."""


@dataclass(frozen=True)
class Run:
    """A job under way."""

    documents: int | None
    """Documents of the inputs, where they can be counted beforehand."""
    begin: Callable[[], Awaitable[None]]
    """Begins what the first document would wait for; to be awaited first."""
    waits_for: Callable[[], str | None]
    """What holds the run back just now, in words; None where nothing does."""
    outcomes: Callable[[], AsyncGenerator[DocumentOutcome[Any], None]]
    """The outcomes as they come."""
    stop: Callable[[], None]
    """Begin no further document."""
    end: Callable[[float], Ended]
    """Writes the summary, from the seconds that the run took."""


def settings_of(job: Job) -> dict[str, Any]:
    """All that shapes the briefs. Errors: `SettingsError`, `PromptError`, `SchemaError`."""
    return job.briefing.settings("rules" if job.model is None else job.endpoint.name)


def output_of(job: Job) -> Output:
    """Where the briefs go."""
    return BriefLines(job.folder) if job.jsonl or job.to else BriefFiles(job.folder, job.form)


def ended(
    job: Job, runner: Runner[Any], ledger: Ledger, settings: dict[str, Any], seconds: float, total: int | None
) -> Ended:
    """Writes the summary of a run. Errors: `OutputError` where the disk is full, with what ended the run before that."""
    if not runner.stopped:
        ledger.narrow()
    fault = runner.stopped_by
    if total is not None:
        total -= len(runner.repeated)
    stopped = str(fault) if fault else "it was told to stop" if runner.stopped else None
    try:
        manifest = write_summary(ledger, settings, total=total, seconds=seconds, stopped=stopped)
    except OSError as error:
        if fault is not None:
            raise fault from error
        raise OutputError(
            f"the summary in {job.folder} cannot be written: {error.strerror}",
            hint="free disk space, or give write permission, then run again: the briefs are made",
        ) from error
    if job.to is not None:
        remote.write(job.to, ledger.briefs())
    return Ended(manifest, fault, runner.stopped, list(runner.repeated))


def account_of(job: Job, endpoint: Endpoint | None, ledger: Ledger) -> BatchAccount:
    """The account of the job. endpoint: None for the built-in rules. Errors: `SettingsError`."""
    if not job.provider_batch:
        refuse_open_jobs(ledger)
    price = None if endpoint is None else endpoint.price
    if job.budget is not None and price is None:
        raise SettingsError(
            "the price of this model is not known, so no budget in dollars can be kept",
            hint="give its price (--price), or a budget in tokens (--budget-tokens)",
        )
    if price is not None:
        ledger.price(price)  # what was paid before its price was known counts as well
    budget = Budget(ledger.usage(), dollars=job.budget, tokens=job.budget_tokens, longest=ledger.longest_answer())
    jobs = Postponing(ledger, endpoint) if endpoint is not None and job.provider_batch else None
    return BatchAccount(ledger, budget, jobs)
