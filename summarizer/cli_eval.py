"""`summarizer eval`: briefs of documents whose right answers are known, measured against them."""

import asyncio
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .console import (
    Amount,
    as_written,
    asking_options,
    check_folder,
    check_output,
    fields_among,
    is_given,
    reporting_errors,
)
from .errors import SettingsError
from .extras import how_to_install

if TYPE_CHECKING:
    from .evaluation.gold import Case
    from .evaluation.making import Asking, Made

_EXIT_CODES = """\b
Exit codes:
  0  measured
  1  measured, but some documents have no brief
  2  usage: an option, the gold or a recording is wrong, or a key is missing
"""


@click.command("eval", epilog=_EXIT_CODES)
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--model", envvar="SUMMARIZER_MODEL", help="Model that makes the briefs, named as for `brief`.")
@asking_options
@click.option("--engine", type=click.Choice(["rules"]), help="The built-in rules make the briefs.")
@click.option("--briefs", type=click.Path(path_type=Path), help="Folder of briefs, ID.brief.json, to measure.")
@click.option("--replay", type=click.Path(path_type=Path), help="Folder of recorded answers: no model is asked.")
@click.option("--record", type=click.Path(path_type=Path), help="Folder to keep the model's answers in.")
@click.option(
    "--judgements", type=click.Path(path_type=Path), help="File of readers' judgements on items that the gold lacks."
)
@click.option("--unjudged", type=click.Path(path_type=Path), help="Write the items that need a judgement to this file.")
@click.option(
    "--by", metavar="NAME", help="Give the figures also by kind, language, length, domain, series, variant or source."
)
@click.option(
    "--errors",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="List up to N errors, with their passages.",
)
@click.option(
    "--compare", type=click.Path(path_type=Path), help="File of an earlier --json to compare with, item by item."
)
@click.option(
    "--json", "as_json", type=click.Path(path_type=Path), help="File to write the whole result to, item by item."
)
@click.option("--temperature", type=Amount(0), help="Temperature of the model. Default: 0, if it takes one.")
@click.option(
    "--max-tokens",
    "max_output_tokens",
    type=click.IntRange(1),
    help="Tokens of the longest answer, sent with each request.",
)
@click.option(
    "--context",
    "context_tokens",
    type=click.IntRange(1),
    help="Tokens that prompt and answer may have together, if the model is not known.",
)
@click.option(
    "--timeout", type=Amount(0, min_open=True), default=600, show_default=True, help="Seconds to wait for one answer."
)
@click.option(
    "--concurrency",
    "at_once",
    type=click.IntRange(1),
    default=8,
    show_default=True,
    help="Documents under way at once.",
)
@reporting_errors
def evaluate(gold: Path, **more: Any) -> int:
    """Measure briefs against gold.

    Gold is what careful readers say that briefs should hold. GOLD is a file of JSON lines (.jsonl, .jsonl.gz), a
    folder of such files, or a folder of NAME.yaml records beside their documents. One of --model, --engine rules, --briefs and --replay says where the briefs come from.
    """
    _refuse_together(more)
    _check_installed()
    for written in (more["as_json"], more["unjudged"]):
        check_output(written)
    if more["record"] is not None:
        check_folder(more["record"])
    from .evaluation.comparing import compare
    from .evaluation.evaluating import check_grouping, evaluate as measured, read_json, write_json
    from .evaluation.gold import read_gold
    from .evaluation.judging import read_judgements, write_unjudged
    from .evaluation.report import console, show, show_comparison, show_errors

    judgements = read_judgements(more["judgements"]) if more["judgements"] else {}
    before = read_json(more["compare"]) if more["compare"] else None
    cases = read_gold(gold)
    check_grouping(more["by"], cases)
    made = _made(cases, more)
    for one in made:
        if one.fault:
            click.echo(f"summarizer: {one.case.id}: {one.fault}", err=True)
    evaluation = measured(made, more["by"], judgements)
    try:  # first, as who reads the tables may have seen enough before they end
        if more["as_json"]:
            write_json(more["as_json"], evaluation)
        if more["unjudged"]:
            number = write_unjudged(more["unjudged"], evaluation.items())
            click.echo(f"summarizer: {number} items to judge are in {more['unjudged']}", err=True)
    finally:
        out = console()
        show(evaluation, out)
        if before is not None:
            show_comparison(compare(evaluation.as_json(), before), more["errors"], out)
        else:
            show_errors(evaluation.errors(), more["errors"], out)
    return 1 if any(one.brief is None for one in made) else 0


def _check_installed() -> None:
    """Errors: `SettingsError` where the packages of the extra are missing."""
    missing = [name for name in ("numpy", "scipy") if find_spec(name) is None]
    if missing:
        raise SettingsError(f"an evaluation needs {' and '.join(missing)}", hint=how_to_install("eval"))


def _made(cases: "list[Case]", more: dict[str, Any]) -> "list[Made]":
    from .evaluation.making import make, read_briefs

    return read_briefs(cases, more["briefs"]) if more["briefs"] else asyncio.run(make(cases, _asking(more)))


def _asking(more: dict[str, Any]) -> "Asking":
    from .engines.connect import Options
    from .evaluation.making import Asking

    if more["engine"] or more["replay"]:  # the environment may name a model
        more = more | {"model": None}
    return Asking(**fields_among(more, Asking), options=Options(**fields_among(more, Options)))


_MODEL_ONLY = ("base_url", "record", "mode", "temperature", "max_output_tokens", "context_tokens", "timeout")
_ASKED_ONLY = ("prompt", "recheck", "at_once")


def _refuse_together(more: dict[str, Any]) -> None:
    """Refuse options that do not go together. Errors: `UsageError`."""
    sources = [name for name in ("model", "engine", "briefs", "replay") if is_given(name)]
    if len(sources) > 1:
        raise click.UsageError(f"--{sources[0]} and --{sources[1]} both say where the briefs come from; give one.")
    if not sources and more["model"] is None:
        raise click.UsageError("say where the briefs come from: --model, --engine rules, --briefs or --replay.")
    source = sources[0] if sources else "model"
    for name in (*_MODEL_ONLY, *_ASKED_ONLY):
        if is_given(name) and source != "model" and not (source == "replay" and name in _ASKED_ONLY):
            raise click.UsageError(f"{as_written(name)} does not go with --{source}.")
