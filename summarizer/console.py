"""What the commands have in common: how they end, and what they say when they cannot."""

import errno
import logging
import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from .errors import CallerError, DocumentError, OutputError, SummarizerError

F = TypeVar("F", bound=Callable[..., Any])

EXIT_CODES = """\b
Exit codes:
  0  complete
  1  failed: nothing was written (if -o cannot be written, the brief goes to standard output)
  2  usage: an option or a prompt is wrong, or a key is missing
  3  incomplete: written, but part of the source could not be read
  4  verify: written, but something was refused
  130  interrupted (Ctrl-C)
"""

NO_MODEL = (
    "summarizer: no model is configured (--model), so the built-in rules make this brief: "
    "English only, and only what the text states word for word."
)


def exit_code(error: SummarizerError) -> int:
    """2 for an error that another option, key or prompt would mend, as far as that is known here; else 1."""
    return 2 if isinstance(error, CallerError) and not isinstance(error, DocumentError | OutputError) else 1


def say(error: SummarizerError) -> None:
    """Say what is wrong, and what to do, on standard error."""
    click.echo(f"summarizer: {error}", err=True)
    if error.hint:
        click.echo(f"  {error.hint}", err=True)


def put(text: str) -> None:
    """Write the result of a command to standard output. Errors: `OSError`, also where it is closed."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed", "standard output")
    click.echo(text, nl=False)


@contextmanager
def pauses_told() -> Iterator[None]:
    """Within it, standard error is told why a model is asked again, while the pause before that lasts."""

    class Said(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            click.echo(f"summarizer: {record.getMessage()}", err=True)

    log, said = logging.getLogger("summarizer.engines.retrying"), Said()
    level = log.level
    log.setLevel(logging.INFO)
    log.addHandler(said)
    try:
        yield
    finally:
        log.removeHandler(said)
        log.setLevel(level)


def check_output(output: Path | None, source: str | None = None) -> None:
    """Refuse a place that cannot be written to before anything is paid for, and the source itself. Errors: `UsageError`."""
    if output is None:
        return
    if source is not None and output.exists() and Path(source).exists() and output.samefile(source):
        raise click.UsageError(f"{output} is the source itself; name another output.")
    if output.exists() and not output.is_file():  # a pipe or a terminal, or a folder
        if output.is_dir() or not os.access(output, os.W_OK):
            raise click.UsageError(f"{output} is no file that can be written to.")
    elif not os.access(output.resolve().parent, os.W_OK):
        raise click.UsageError(f"{output.resolve().parent} is no folder that can be written to.")


def check_folder(folder: Path) -> None:
    """As `check_output`, for a folder, which is made where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"the folder {folder} cannot be made: {error.strerror}.") from error
    if not os.access(folder, os.W_OK):
        raise click.UsageError(f"{folder} is no folder that can be written to.")


def reporting_errors(command: Callable[..., int]) -> Callable[..., None]:
    """Run a command, say what went wrong and what to do, and exit with its code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            code = command(*args, **kwargs)
        except SummarizerError as error:
            say(error)
            code = exit_code(error)
        except BrokenPipeError:
            # The reader (head, less) has seen enough; the interpreter must not complain about it at exit.
            sys.stderr.close()
            code = 1
        except KeyboardInterrupt:
            click.echo("summarizer: interrupted", err=True)
            code = 130
        except OSError as error:
            click.echo(f"summarizer: {error.filename or 'output'}: {error.strerror}", err=True)
            code = 1
        sys.exit(code)

    return run


class Amount(click.FloatRange):
    """A number within bounds, as a limit needs it: `nan` is within all of them, and would be one that nothing exceeds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """As `click.ParamType.convert`."""
        number = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value} is no number.", param, ctx)
        return number


def model_option(text: str) -> Callable[[F], F]:
    """The option that names what drafts; None for the built-in rules, which may be named too."""
    return click.option(
        "--model",
        envvar="SUMMARIZER_MODEL",
        callback=lambda context, parameter, named: None if named == "rules" else named,
        help=text,
    )


def asking_options(command: F) -> F:
    """The options that say where and how the model is asked for briefs: the same for all commands that ask one."""
    for option in reversed((*_WHERE, *_HOW)):
        command = option(command)
    return command


def where_options(command: F) -> F:
    """Those that say where the model is asked, alone."""
    for option in reversed(_WHERE):
        command = option(command)
    return command


_WHERE = (
    click.option(
        "--base-url", envvar="SUMMARIZER_BASE_URL", help="Address of an OpenAI-compatible server, ending in /v1."
    ),
    click.option(
        "--mode",
        type=click.Choice(["tools", "json_schema", "json", "md_json"]),
        help="How the server is asked for JSON, if it refuses the default.",
    ),
)
_HOW = (
    click.option("--prompt", help="Name of a prompt, or path of a prompt file ending in .md."),
    click.option(
        "--recheck",
        is_flag=True,
        help="Ask the model again: about lines that may have been left out, and whether its quotes support each item.",
    ),
)


def is_given(name: str) -> bool:
    """Whether an option is on the command line itself, and not only in the environment or by default."""
    return click.get_current_context().get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


def as_written(name: str) -> str:
    """An option as it stands on the command line."""
    written = next(one.opts for one in click.get_current_context().command.params if one.name == name)
    return max(written, key=len)


def refuse_without_model(*names: str) -> None:
    """Refuse options on the command line that need a model, where there is none. Errors: `UsageError`."""
    for name in names:
        if is_given(name):
            raise click.UsageError(f"{as_written(name)} needs --model: without it no model is asked.")


def fields_among(told: dict[str, Any], kind: type) -> dict[str, Any]:
    """Of the options of a command those that fill a field of that dataclass: they are named as the field is."""
    return {one.name: told[one.name] for one in fields(kind) if one.name in told}
