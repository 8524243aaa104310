"""How commands end: each error with its code, its sentence and what to do, and never with a traceback."""

import pytest
from click.testing import CliRunner

from summarizer.console import exit_code, reporting_errors, say
from summarizer.errors import (
    BudgetSpent,
    DocumentError,
    OutputError,
    PromptError,
    Refused,
    SettingsError,
    SummarizerError,
    Unauthorized,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SettingsError("x"), 2),
        (PromptError("x"), 2),
        (BudgetSpent("x"), 2),
        (DocumentError("x"), 1),
        (OutputError("x"), 1),
        (Unauthorized("x"), 1),
        (Refused("x"), 1),
        (SummarizerError("x"), 1),
    ],
)
def test_what_an_option_mends_ends_with_2_and_all_else_with_1(error: SummarizerError, code: int):
    assert exit_code(error) == code


def test_an_error_is_said_with_what_to_do_where_that_is_known(capsys: pytest.CaptureFixture[str]):
    say(SettingsError("there is no mode", hint="name another"))
    say(SettingsError("it is so"))
    told_on = capsys.readouterr()
    assert told_on.err == "summarizer: there is no mode\n  name another\nsummarizer: it is so\n"
    assert told_on.out == ""


@pytest.mark.parametrize(
    ("raised", "code", "says"),
    [
        (None, 3, ""),
        (SettingsError("wrong", hint="mend it"), 2, "summarizer: wrong\n  mend it\n"),
        (OSError(28, "No space left on device", "out.json"), 1, "summarizer: out.json: No space left on device\n"),
        (OSError(28, "No space left on device"), 1, "summarizer: output: No space left on device\n"),
    ],
)
def test_a_command_ends_with_its_code_or_with_that_of_its_error(
    raised: Exception | None, code: int, says: str, capsys: pytest.CaptureFixture[str]
):
    @reporting_errors
    def command() -> int:
        if raised is not None:
            raise raised
        return 3

    with pytest.raises(SystemExit) as ended:
        command()
    assert ended.value.code == code
    assert capsys.readouterr().err == says


def test_a_reader_that_has_seen_enough_is_no_error_to_speak_of():
    import click

    @click.command()
    @reporting_errors
    def command() -> int:
        raise BrokenPipeError

    result = CliRunner().invoke(command)
    assert result.exit_code == 1
    assert result.output == ""
