"""The command line. Imports what a command needs only when it runs, so that `--help` costs nothing."""

import io
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from .cli_batch import batch
from .cli_eval import evaluate
from .console import (
    EXIT_CODES,
    NO_MODEL,
    asking_options,
    check_output,
    model_option,
    pauses_told,
    put,
    refuse_without_model,
    reporting_errors,
    where_options,
)
from .errors import DocumentError, SettingsError

if TYPE_CHECKING:
    from .documents import Document
    from .llm import LLM
    from .schemas import Brief

_FORMATS = click.Choice(["md", "json", "html"])


def main() -> NoReturn:
    """The console script: no traceback for an error that the user can act on."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # A brief holds what its source holds, whatever the code page of the terminal.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    command_line.main(prog_name="summarizer")
    raise AssertionError("click ends the process itself")


def _open_what_is_closed() -> None:
    """A standard stream that is closed leaves its number to the next file that is opened, a ledger for one, and what is
    said would be written there. The output stays None, so that it is told where it is lost."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
            if name != "stdout":
                setattr(sys, name, open(number, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115


# What `brief` and `verify` have in common.
_date = click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of the document, if its text does not say.",
)
_cache = click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder that keeps the model's answers; none is paid for twice.",
)
_output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write; standard output without it.",
)
_ENDINGS = {"": "md", ".md": "md", ".markdown": "md", ".txt": "md", ".json": "json", ".html": "html", ".htm": "html"}
_format = click.option("--format", "form", type=_FORMATS, help="Default: as the name of the output ends, otherwise md.")


def _connecting(*needing: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Gives a command the model of its options as `llm`, None without one. needing: further options that need a model."""

    def connecting(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def run(model: str | None, base_url: str | None, mode: str | None, cache: Path | None, **told: Any) -> int:
            from .engines.connect import Options, connect

            llm = None
            if model is None:
                refuse_without_model("base_url", "mode", "cache", *needing)
            else:
                llm = connect(model, base_url=base_url, cache=cache, options=Options(mode=mode))
            return command(llm=llm, **told)

        return run

    return connecting


@click.group(epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="checked-briefs", prog_name="summarizer")
def command_line() -> None:
    """Briefs of meetings that can be checked: every item quotes the source, and code verifies it."""


@command_line.command(epilog=EXIT_CODES)
@click.argument("source", metavar="FILE|-")
@model_option(
    "Model that drafts the brief: openai:NAME, ollama:NAME, azure:NAME, openrouter:NAME, or any name with --base-url. "
    "Without it, or for `rules`: the built-in rules."
)
@asking_options
@_cache
@click.option(
    "--language", metavar="LANGUAGE", help="Translate the checked brief (de, pt-BR, German); quotes stay as they are."
)
@click.option(
    "--explain", is_flag=True, help="List which claims from the parts of a long document were merged, and why."
)
@_date
@_output
@_format
@reporting_errors
@_connecting("prompt", "recheck", "language", "explain")
def brief(
    source: str, llm: "LLM | None", date: datetime | None, output: Path | None, form: str | None, **told: Any
) -> int:
    """Make the brief of one document. FILE is text, a transcript, Word, OpenDocument, RTF, PDF, a web page or mail."""
    from .loading import load
    from .pipeline import summarize

    check_output(output, source)
    form = _form(output, form)
    if llm is None:
        click.echo(NO_MODEL, err=True)
    document = load(_path(source), date=date)
    with pauses_told():
        made: Brief = summarize(document, model=llm, **told)  # the options are named as its parameters
    _tell_shortfalls(made)
    _write(made, document, output, form)
    return _code(made)


@command_line.command(epilog=EXIT_CODES)
@click.argument("draft", metavar="DRAFT.json", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("source", metavar="SOURCE")
@click.option(
    "--model",
    help="Model that reads each item against its quotes again, named as for `brief`; items that it doubts are marked. "
    "Without this option nothing is sent.",
)
@where_options
@_cache
@_date
@_output
@_format
@reporting_errors
@_connecting()
def verify(
    draft: Path, source: str, llm: "LLM | None", date: datetime | None, output: Path | None, form: str | None
) -> int:
    """Check a draft or a brief against its source, whoever wrote it. `summarizer schema draft` prints its format."""
    from .loading import load
    from .pipeline import verify as check

    check_output(output, source)
    form = _form(output, form)
    document = load(_path(source), date=date)
    with pauses_told():
        made: Brief = check(draft.read_bytes(), document, model=llm)
    _tell_shortfalls(made)
    _write(made, document, output, form)
    return 4 if made.rejected else _code(made)


@command_line.command()
@click.argument("which", type=click.Choice(["brief", "draft"]), default="brief")
@reporting_errors
def schema(which: str) -> int:
    """Print the JSON Schema of a brief or of a draft. A draft is what a model answers, and what `verify` takes."""
    import json

    from .schemas import Brief, BriefDraft

    definition = (Brief if which == "brief" else BriefDraft).model_json_schema(mode="serialization")
    put(json.dumps(definition, indent=2, ensure_ascii=False) + "\n")
    return 0


@command_line.command()
@click.argument("name", required=False)
@reporting_errors
def prompts(name: str | None) -> int:
    """List the prompts, or print one, to start your own from."""
    from .prompts import load_prompt, names, prompt_file

    if name is None:
        for known in map(load_prompt, names()):
            click.echo(f"{known.name}  {known.sha256[:12]}  {known.description}")
    else:
        put(prompt_file(name))
    return 0


command_line.add_command(batch)
command_line.add_command(evaluate)


def _path(source: str) -> str | Path:
    if not source:
        raise DocumentError("no document is named", hint="give the path of a file, or - for standard input")
    return source if source == "-" else Path(source)


def _form(output: Path | None, form: str | None) -> str:
    """The form that is asked for, or that the name of the output ends in."""
    ending = output.suffix.lower() if output is not None else ""
    if form is None and ending not in _ENDINGS:
        raise SettingsError(
            f"the name of the output does not tell its format: {ending}",
            hint="end the output in .md, .json or .html, or give --format",
        )
    return form or _ENDINGS[ending]


def _tell_shortfalls(made: "Brief") -> None:
    from .bookkeeping import shortfalls

    is_bare = not (made.participants or made.agenda_items or made.commitments or made.follow_ups)
    if is_bare and made.run.engine == "model" and (made.rejected or made.coverage.possible_omissions):
        refused = f"{len(made.rejected)} claims were refused"
        click.echo(f"summarizer: nothing of what {made.run.model} said can be used ({refused})", err=True)
        click.echo("  use a stronger model", err=True)
    for shortfall in shortfalls(made.run):
        click.echo(f"summarizer: {shortfall}", err=True)


def _write(made: "Brief", document: "Document", output: Path | None, form: str) -> None:
    from .exports.forms import FORMS
    from .files import replace_file

    text = FORMS[form](made, document)
    if output is None:
        put(text)
    else:
        try:
            replace_file(output, text.encode())
        except OSError as error:
            put(text)  # it was paid for
            reason = f"{error.strerror}; what was made went to standard output instead"
            raise OSError(error.errno, reason, str(output)) from error


def _code(made: "Brief") -> int:
    return 0 if made.status == "complete" else 3
