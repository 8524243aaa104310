"""Starts a batch; one on this machine is put together here: sources, ledger, budget, pace, engine, output."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from ..engines.connect import connect_to
from ..engines.pace.outage import Outage
from ..engines.pace.pacing import Pacer
from .accounts.account import BatchAccount
from .accounts.ledger import Ledger
from .inputs import remote
from .inputs.entry import Entry
from .inputs.sources import count, entries
from .job import Ended, Job, Run, account_of, ended, output_of, settings_of
from .provider import ProviderRun
from .results.output import Output
from .running import Runner
from .workers.briefing import Setup
from .workers.processes import Processes

_FEW = 40  # documents


def running(job: Job) -> AbstractContextManager[Run]:
    """The job with all that it needs, within an event loop. Errors: `SettingsError`, `PromptError`, `SchemaError`."""
    if job.to is not None:
        remote.check(job.to)
    if job.on is None:
        return _running_here(job)
    from .cluster.pipeline import running_on_ray  # for which alone Ray is needed

    return running_on_ray(job)


@contextmanager
def _running_here(job: Job) -> Iterator[Run]:
    listed: Callable[[], Iterator[Entry]] = partial(entries, job.inputs, without=job.folder)
    documents = count(job.inputs, without=job.folder)
    settings = settings_of(job)
    limits = job.options.requests_per_minute, job.options.tokens_per_minute
    pacer = Pacer(job.concurrency, *limits, outage=Outage())
    with ExitStack() as stack:
        ledger = stack.enter_context(closing(Ledger(job.folder, settings, fresh=job.fresh)))
        output = output_of(job)
        account = account_of(job, None if job.model is None else job.endpoint, ledger)
        processes = _processes(job, account, pacer, output, documents)
        stack.enter_context(closing(processes))
        runner: Runner[Any] = Runner(
            processes,
            # Some read while others wait; and where nothing waits, one is put in its place while another is made.
            at_once=job.concurrency + max(4, job.concurrency // 4) if job.model else 2 * processes.processes,
            ledger=ledger,
            output=output,
            retry_failed=job.retry_failed,
            retry_passing=not job.provider_batch,  # there a fault has passed through several jobs
            on_end=account.budget.end,
        )

        def end(seconds: float) -> Ended:
            return ended(job, runner, ledger, settings, seconds, documents)

        if job.provider_batch:
            passes = ProviderRun(ledger, job.endpoint, runner, account.budget)
            yield Run(documents, processes.begin, passes.waits_for, lambda: passes.outcomes(listed), runner.stop, end)
        else:
            yield Run(documents, processes.begin, pacer.waits_for, lambda: runner.run(listed()), runner.stop, end)


def _processes(job: Job, account: BatchAccount, pacer: Pacer, output: Output, documents: int | None) -> Processes:
    wanted = job.processes or _cores()
    if job.model is None:
        number = wanted if documents is None else min(wanted, max(1, documents))
        return Processes(Setup(job.briefing, output=output, deadline=job.deadline), number)
    endpoint = job.endpoint
    llm = connect_to(endpoint, pacing=lambda: pacer, account=account)
    job.briefing.engine(llm)  # for its errors
    are_few = documents is not None and documents <= _FEW
    return Processes(
        Setup(job.briefing, replace(endpoint, api_key="none"), output, job.deadline),  # only this process sends
        wanted,
        llm=llm,
        here=job.briefing.work(llm, output) if are_few or wanted == 1 else None,
    )


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
