"""A long transcript through the model path: `python benchmarks/long.py`.

Makes a transcript of 300,000 characters, has a server on this machine draft its windows, and verifies all of it. Prints
the windows, what was lost between them, whether offsets hold, the peak memory, and the client's own processor time
from the text to the brief, stage by stage; the server is another process. Imports, which a process pays once, are told
apart. Ends with 1 where a target is missed.
"""

import asyncio
import cProfile
import functools
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import click
from long_source import transcript

MEMORY = 300  # MB resident at the peak
SECONDS = 3.0  # of processor time, imports apart
STAGES = "merge ground check name_parties flag cover assemble".split()


@click.command(help=__doc__.split("\n")[0])
@click.option("--characters", default=300_000, show_default=True)
@click.option("--profile", type=click.Path(dir_okay=False), help="Write a profile of the run there; it slows the run.")
def main(characters: int, profile: str | None) -> None:
    text = transcript(characters)
    spent: Counter[str] = Counter()
    imports: Counter[str] = Counter()
    with _timed(imports, "import summarizer"):
        from summarizer import BriefDraft, Options, asummarize, connect, load, pipeline
        from summarizer.engines.model import ModelEngine
        from summarizer.prompts import load_prompt
    with _timed(imports, "import openai, instructor"):
        import instructor.core
        import openai

        # Both load what they are made of when it is touched.
        instructor.patch(create=openai.AsyncOpenAI(api_key="none").chat.completions.create)
    _time_stages(spent, pipeline)
    with _server() as port:
        model = connect("quick", base_url=f"http://127.0.0.1:{port}/v1", options=Options(attempts=1))
        with _timed(spent, "load"):
            document = load(text, date="2026-03-02")
        before, begun = sum(spent.values()), time.process_time()
        with cProfile.Profile() if profile else nullcontext() as watch:
            brief = asyncio.run(asummarize(document, model=model))
        spent["all else"] = time.process_time() - begun - (sum(spent.values()) - before)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    if profile and watch:
        watch.dump_stats(profile)

    windows = ModelEngine(model, load_prompt(), BriefDraft).windows(document)
    sent = [line for first, last in windows for line in range(first, last + 1)]
    kinds = (brief.participants, brief.agenda_items, brief.commitments, brief.follow_ups)
    evidence = [one for items in kinds for item in items for one in item.evidence]
    wrong = sum(document.text[one.start : one.end] != one.quote for one in evidence)
    click.echo(f"{len(text):,} characters, {len(document.segments):,} lines in {brief.run.windows} windows")
    click.echo(f"{sum(map(len, kinds))} items, {len(evidence)} quotes, {len(brief.rejected)} refused, {brief.status}")
    for stage, seconds in [*imports.items(), *spent.most_common()]:
        click.echo(f"  {seconds:6.2f} s  {stage}")
    total = sum(spent.values())
    held = [
        _said(sent == list(range(1, len(document.segments) + 1)), "every line is in one window"),
        _said(brief.run.windows == len(windows) == brief.run.requests, "every window was asked about once"),
        _said(brief.coverage.unread == [] and brief.status == "complete", "every line was read"),
        _said(bool(evidence) and wrong == 0, "every quote stands at its offsets"),
        _said(peak < MEMORY, f"{peak:.0f} MB at the peak, of at most {MEMORY}"),
        _said(total < SECONDS, f"{total:.2f} s of processor time, of at most {SECONDS:g}"),
    ]
    sys.exit(0 if all(held) else 1)


def _said(holds: bool, what: str) -> bool:
    click.echo(f"{'holds ' if holds else 'MISSED'}  {what}")
    return holds


def _time_stages(spent: Counter[str], pipeline: Any) -> None:
    """Have the pipeline's stages counted apart; drafting, which waits, by the time of the processor like the others."""

    def watched(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(stage)
        def run(*args: Any, **options: Any) -> Any:
            with _timed(spent, name):
                return stage(*args, **options)

        return run

    async def drafting(*args: Any) -> Any:
        with _timed(spent, "draft (prompts, requests, answers, objections)"):
            return await draft(*args)

    for name in STAGES:
        setattr(pipeline, name, watched(name, getattr(pipeline, name)))
    draft, pipeline.draft = pipeline.draft, drafting


@contextmanager
def _timed(spent: Counter[str], stage: str) -> Iterator[None]:
    begun = time.process_time()
    try:
        yield
    finally:
        spent[stage] += time.process_time() - begun


@contextmanager
def _server() -> Iterator[int]:
    """The port of a server that answers at once and honestly, for as long as it is needed."""
    command = [sys.executable, str(Path(__file__).with_name("long_source.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        assert served.stdin is not None
        yield int(served.stdout.readline())
        served.stdin.close()


if __name__ == "__main__":
    main()
