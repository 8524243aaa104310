"""What is said of a batch while it runs."""

import io
import sys

import pytest

from summarizer.batch import progress
from summarizer.batch.progress import Progress, clock
from summarizer.batch.running import DocumentOutcome
from summarizer.errors import SummarizerError
from summarizer.llm import Usage


class Clock:
    """In place of `time`."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(progress, "time", found)
    return found


def outcome(number: int, state: str = "complete", **more: object) -> DocumentOutcome:
    usage = Usage(requests=1, prompt_tokens=1000, completion_tokens=10, cost=0.5)
    error = SummarizerError("x") if state == "failed" else None
    return DocumentOutcome(f"d{number}", f"#{number}", error=error, usage=usage, state=state, **more)  # type: ignore[arg-type]


def test_a_line_is_said_every_half_minute_where_there_is_no_terminal(time: Clock, capsys: pytest.CaptureFixture[str]):
    with Progress(100, lambda: None) as shown:
        for number in range(62):
            time.now += 1
            shown.add(outcome(number))
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert said[0].startswith("summarizer: documents 30 of 100, complete 30, ")
    assert "per second 1.0" in said[0]
    assert "tokens 30,000 in, 300 out" in said[0]
    assert "cost $15.0000" in said[0]
    assert "time left 1:10" in said[0]


def test_a_reader_that_is_gone_ends_no_run(time: Clock, monkeypatch: pytest.MonkeyPatch):
    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(sys, "stderr", Gone())
    with Progress(100, lambda: None) as shown:
        time.now += 31
        shown.add(outcome(1))
    assert shown.done == 1


def test_the_counts_tell_what_failed_what_is_incomplete_and_what_was_there_before(time: Clock):
    shown = Progress(None, lambda: "the limit of 60 requests a minute")
    for number, (state, earlier) in enumerate(
        [("complete", True), ("complete", False), ("incomplete", False), ("failed", True), ("failed", False)]
    ):
        shown.add(outcome(number, state, earlier=earlier, changed=state == "incomplete"))
    time.now += 10
    line = shown.line()
    assert "documents 5, complete 2, incomplete 1, failed 2, from before 2, per second 0.3" in line
    assert "requests 3 (0 retries, 0 re-asks)" in line
    assert "waits for the limit of 60 requests a minute" in line
    assert "time left" not in line
    assert shown.changed == ["d2"]
    shown.stopping = True
    assert "Ctrl-C again stops at once" in shown.line()


def test_a_cost_that_is_not_known_is_said_to_be_unknown(time: Clock):
    shown = Progress(2, lambda: None)
    shown.add(DocumentOutcome("a", "#1", usage=Usage(requests=1, cost=None), state="complete"))
    assert "cost unknown" in shown.line()


def test_the_rate_is_that_of_the_last_minute(time: Clock):
    shown = Progress(1000, lambda: None)
    for number in range(100):
        shown.add(outcome(number))
    time.now += 120
    shown.add(outcome(100))
    assert "per second 0.0," in shown.line()


def test_a_terminal_shows_a_view_that_is_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with Progress(10, lambda: None) as shown:
        shown.add(outcome(1))
        assert shown._live is not None
        shown._live.refresh()
    said = capsys.readouterr().err
    assert "1 of 10" in said
    assert "Per second" in said


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (59.6, "1:00"), (125, "2:05"), (3725, "1:02:05")])
def test_times_are_said_as_on_a_clock(seconds: float, said: str):
    assert clock(seconds) == said
