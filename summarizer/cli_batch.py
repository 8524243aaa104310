"""`summarizer batch`: what it is told on the command line, how it is stopped, and how it ends."""

import asyncio
import gc
import signal
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .batch.names import DOCUMENTS, FAILED, LEDGER
from .console import (
    NO_MODEL,
    Amount,
    asking_options,
    exit_code,
    fields_among,
    is_given,
    model_option,
    refuse_without_model,
    reporting_errors,
    say,
)
from .errors import BudgetSpent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .batch.job import Ended, Job
    from .batch.results.progress import Progress

_SWITCH = 0.0001  # seconds that a thread may go on while another one waits
_NAMED = 20  # documents that have changed

_EXIT_CODES = """\b
Exit codes:
  0  every document has a complete brief
  1  some documents failed (failed.jsonl says why), the provider refused the key, the model or the account, or the
     disk is full
  2  usage: an option or a prompt is wrong, a key is missing, or there is no document
  3  some briefs are incomplete, or documents were left undone
"""


def _named(context: click.Context, parameter: click.Parameter, folder: str) -> Path:
    if not folder:  # as a path it would be the current one
        raise click.BadParameter("it is empty.")
    return Path(folder)


@click.command(epilog=_EXIT_CODES)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(file_okay=False),
    callback=_named,
    help="Folder for the results.",
)
@model_option("As for `brief`. Without it: the built-in rules, on all cores.")
@asking_options
@click.option("--language", metavar="LANGUAGE", help="Translate the checked briefs (de, pt-BR, German).")
@click.option("--jsonl", is_flag=True, help="One file for all briefs, briefs.jsonl, instead of one each.")
@click.option(
    "--to", metavar="ADDRESS", help="Write all briefs to one file, .jsonl or .parquet, in a bucket (s3://...) or here."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "md", "html"]),
    default="json",
    help="md, html: each brief also as Markdown, or beside its source as a page for a browser.",
)
@click.option(
    "--concurrency", type=click.IntRange(1), default=64, show_default=True, help="Requests under way at once."
)
@click.option(
    "--rpm",
    "requests_per_minute",
    type=Amount(0, min_open=True),
    help="Requests a minute that the server allows, if it does not say so itself.",
)
@click.option("--tpm", "tokens_per_minute", type=Amount(0, min_open=True), help="Tokens a minute, likewise.")
@click.option(
    "--timeout", type=Amount(0, min_open=True), default=300, show_default=True, help="Seconds to wait for one answer."
)
@click.option(
    "--hedge",
    type=Amount(0, min_open=True),
    metavar="SECONDS",
    help="Send a request again if its answer takes longer, and take the first answer; both may be charged.",
)
@click.option(
    "--deadline",
    type=Amount(0, min_open=True),
    default=3600,
    show_default=True,
    help="Seconds that one document may take in all.",
)
@click.option(
    "--budget", type=Amount(0), metavar="DOLLARS", help="US dollars that may be spent in this folder, over all runs."
)
@click.option(
    "--budget-tokens", type=click.IntRange(0), metavar="N", help="The same in tokens, of prompts and answers together."
)
@click.option(
    "--price",
    type=Amount(0),
    nargs=2,
    metavar="IN OUT",
    help="US dollars per million tokens of prompt and of answer, if the price is not known.",
)
@click.option("--provider-batch", is_flag=True, help="Use the provider's batch API: within a day, at half the price.")
@click.option("--processes", type=click.IntRange(1), help="Processes that make briefs. Default: one for each core.")
@click.option("--on", type=click.Choice(["ray"]), help="Run on a Ray cluster, or through Ray on this machine.")
@click.option(
    "--address",
    envvar="RAY_ADDRESS",
    help="Address of the Ray cluster, as for `ray.init`; `auto` for the one that this machine is in.",
)
@click.option("--workers", type=click.IntRange(1), help="Workers on the Ray cluster. Default: one for each processor.")
@click.option("--retry-failed", is_flag=True, help="Try again what failed before.")
@click.option("--fresh", is_flag=True, help="Start over, without what was done in the folder.")
@click.option("--dry-run", is_flag=True, help="Estimate requests, tokens and cost; send and write nothing.")
@reporting_errors
def batch(inputs: tuple[str, ...], folder: Path, model: str | None, dry_run: bool, **told: Any) -> int:
    """Make the briefs of many documents; continue an earlier run.

    INPUT is a file, a folder, a pattern, JSON lines ({"id", "text" or "path", "date"}), a CSV or TSV file with these columns,
    such lines or a Parquet file in a bucket (s3://...), or - for a list on standard input. The folder gets ID.brief.json for each document, manifest.json, failed.jsonl and
    the ledger that the next run needs.
    """
    from .batch.job import Job
    from .batch.workers.briefing import Briefing
    from .engines.connect import Options
    from .words.languages import language_code

    if model is None:
        refuse_without_model(
            *("base_url", "mode", "prompt", "recheck", "language", "concurrency", "requests_per_minute"),
            *("tokens_per_minute", "timeout", "hedge", "budget", "budget_tokens", "price", "dry_run", "provider_batch"),
        )
        click.echo(NO_MODEL, err=True)
    _refuse_together(inputs, told)
    told["language"] = None if told["language"] is None else language_code(told["language"])
    options = Options(**fields_among(told, Options), patience=told["deadline"])
    briefing: Briefing[Any] = Briefing(**fields_among(told, Briefing))
    job = Job(inputs, folder, briefing, model, options=options, sends=not dry_run, **fields_among(told, Job))
    return _estimated(job) if dry_run else asyncio.run(_run(job))


def _refuse_together(inputs: tuple[str, ...], told: dict[str, Any]) -> None:
    """Refuse options that do not go together. Errors: `UsageError`."""
    for option, wanted in (("--provider-batch", told["provider_batch"]), ("--on", told["on"])):
        if wanted and "-" in inputs:
            raise click.UsageError(f"{option} reads its inputs several times; give the list as a file instead of -.")
    beside = told["form"] != "json"
    if told["to"] and (told["jsonl"] or beside):
        raise click.UsageError("--to does not go with --jsonl or --format.")
    if told["hedge"] and (told["provider_batch"] or told["budget"] is not None or told["budget_tokens"] is not None):
        raise click.UsageError(
            "--hedge does not go with --provider-batch, or with a budget: the dropped request may be charged, and its cost is not known."
        )
    if told["jsonl"] and beside:
        raise click.UsageError("--jsonl puts all briefs into one file and does not go with --format.")
    if told["on"] and (told["provider_batch"] or told["processes"]):
        raise click.UsageError("--on does not go with --provider-batch or --processes.")
    for name in ("address", "workers"):
        if not told["on"] and is_given(name):
            raise click.UsageError(f"--{name} needs --on ray.")


def _estimated(job: "Job") -> int:
    from .batch.estimate import estimate
    from .batch.inputs.sources import entries
    from .engines.connect import connect_to
    from .engines.pace.pacing import Pacer

    llm = connect_to(job.endpoint, pacing=lambda: Pacer(1))
    found = estimate(entries(job.inputs, without=job.folder), job.briefing, llm)
    cost = "not known, as the price of the model is not known" if found.cost is None else f"about ${found.cost:.2f}"
    for label, value in (
        ("documents", f"{found.documents:,}, of which {found.unreadable:,} cannot be read"),
        ("requests", f"{found.requests:,}, and one more for each answer that has to be asked for again"),
        ("prompt tokens", f"about {found.prompt_tokens:,}"),
        ("answer tokens", f"about {found.completion_tokens:,}"),
        ("cost", cost),
    ):
        click.echo(f"{label:15}{value}")
    if (job.folder / LEDGER).exists() and not job.fresh:
        click.echo(f"summarizer: this counts all documents, also those that are done in {job.folder}", err=True)
    return 0


async def _run(job: "Job") -> int:
    from .batch.here import running
    from .batch.results.progress import Progress, final_table
    from .exports.wording import clock

    # The thread that brings answers to the disk has little to do and is not to wait for what else is computed.
    sys.setswitchinterval(_SWITCH)
    begun, is_cut = time.monotonic(), False
    with running(job) as run:
        progress = Progress(run.documents, run.waits_for)
        with progress, _stopped_by_signals(run.stop, progress):
            try:
                await run.begin()
                gc.freeze()  # to look through all that is loaded takes long enough for a dozen answers to wait
                async for outcome in run.outcomes():
                    progress.add(outcome)
            except asyncio.CancelledError:  # Ctrl-C twice
                is_cut = True
        ended = run.end(time.monotonic() - begun)
    _tell_changes(progress.changed, ended.repeated)
    click.echo(final_table(ended.manifest, clock(round(time.monotonic() - begun))))
    return _told(job, ended, is_cut=is_cut)


def _tell_changes(changed: "Sequence[str]", repeated: "Sequence[str]") -> None:
    """What was not as the user may think. changed: ids of documents. repeated: where some stood that are named again."""
    for own in changed[:_NAMED]:
        click.echo(f"summarizer: {own} has changed since the last run, and was made again", err=True)
    if (more := len(changed) - _NAMED) > 0:
        click.echo(f"summarizer: so have {more:,} others", err=True)
    if (again := len(repeated)) > 0:
        where = f"once: {repeated[0]}" if again == 1 else f"{again:,} times: {repeated[0]}, ..."
        click.echo(f"summarizer: the inputs repeat documents ({where}); each was made once", err=True)


def _told(job: "Job", ended: "Ended", *, is_cut: bool) -> int:
    """Says how the run ended, and returns the exit code. is_cut: whether it was stopped at once."""
    if ended.stopped_by is not None:
        say(ended.stopped_by)
    counts = ended.manifest["documents"]
    if not counts["listed"] and not ended.stopped:
        click.echo("summarizer: the inputs hold no document", err=True)
        if "-" not in job.inputs:  # a list may have nothing on it; a folder without documents is most often another one
            click.echo("  check the inputs", err=True)
            return 2
    if counts["failed"]:
        click.echo(f"summarizer: {job.folder / FAILED} says why {counts['failed']:,} failed", err=True)
        click.echo("  --retry-failed tries them again", err=True)
    if short := ended.manifest["shortfalls"]:
        told = "lacks a second look or a translation" if short == 1 else "lack a second look or a translation"
        click.echo(f"summarizer: {job.folder / DOCUMENTS} says which {short:,} of the briefs {told}, and why", err=True)
        click.echo("  --retry-failed asks for what they lack", err=True)
    if ended.stopped:
        click.echo("summarizer: stopped; the same command goes on from here", err=True)
    if is_cut:
        click.echo(
            "  requests that were under way were dropped: they may be charged, and are not in the bill", err=True
        )
    if ended.stopped_by is not None and not isinstance(ended.stopped_by, BudgetSpent):
        return exit_code(ended.stopped_by)
    return 1 if counts["failed"] else 3 if counts["incomplete"] or counts["undone"] or ended.stopped else 0


@contextmanager
def _stopped_by_signals(stop: "Callable[[], None]", progress: "Progress") -> "Iterator[None]":
    """At the first signal, finish what is under way; at the second, stop everything. What is paid for is kept either way."""
    task = asyncio.current_task()

    def interrupted() -> None:
        is_again, progress.stopping = progress.stopping, True
        stop()
        if is_again and task is not None:
            task.cancel()
        if not progress.is_live:  # which shows it
            words = "stopping at once" if is_again else "stopping after what is under way; again to stop at once"
            with suppress(OSError):  # the terminal is gone
                click.echo(f"summarizer: {words}", err=True)

    loop = asyncio.get_running_loop()
    # A terminal that is closed hangs up, unless `nohup` has it that nobody minds.
    hangup = getattr(signal, "SIGHUP", None)
    minded = hangup is not None and signal.getsignal(hangup) is not signal.SIG_IGN
    signals = (signal.SIGINT, signal.SIGTERM, *((hangup,) if minded else ()))
    previous = [signal.getsignal(each) for each in signals]
    for each in signals:
        signal.signal(each, lambda *_: loop.call_soon_threadsafe(interrupted))
    try:
        yield
    finally:
        for each, handler in zip(signals, previous, strict=True):
            signal.signal(each, handler)
