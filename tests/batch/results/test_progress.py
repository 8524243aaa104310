"""What is said of a batch while it runs."""

import io
import sys
import threading
from time import sleep

import pytest
from rich.console import Console
from rich.live_render import LiveRender
from rich.text import Text

from summarizer.batch.results import progress
from summarizer.batch.results.outcome import DocumentOutcome
from summarizer.batch.results.progress import Progress
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


def said(stream: io.StringIO, lines: int) -> list[str]:
    """What is said, once there are so many lines."""
    for _ in range(400):
        if stream.getvalue().count("\n") >= lines:
            break
        sleep(0.005)
    return stream.getvalue().splitlines()


def test_a_line_is_said_again_and_again_where_there_is_no_terminal_also_while_nothing_is_done(
    monkeypatch: pytest.MonkeyPatch,
):
    assert progress._EVERY == 30
    monkeypatch.setattr(progress, "_EVERY", 0.01)
    monkeypatch.setattr(sys, "stderr", stream := io.StringIO())
    with Progress(100, lambda: "the server, which has not answered for 40 s"):
        lines = said(stream, 2)
    assert len(lines) >= 2
    assert set(lines) == {lines[0]}
    assert lines[0].startswith("summarizer: documents 0 of 100, complete 0, ")
    assert lines[0].endswith("waits for the server, which has not answered for 40 s")


def test_no_line_is_said_when_the_run_has_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(progress, "_EVERY", 0.01)
    monkeypatch.setattr(sys, "stderr", stream := io.StringIO())
    with Progress(100, lambda: None) as shown:
        said(stream, 1)
    assert shown._ended.is_set()
    sleep(0.03)
    before = stream.getvalue()
    sleep(0.05)
    assert stream.getvalue() == before


def test_a_line_tells_what_was_done_at_what_pace_and_cost(time: Clock):
    shown = Progress(100, lambda: None)
    for number in range(30):
        time.now += 1
        shown.add(outcome(number))
    line = shown.line()
    assert line.startswith("summarizer: documents 30 of 100, complete 30, ")
    assert "per second 1.0" in line
    assert "tokens 30,000 in, 300 out" in line
    assert "cost $15.0000" in line
    assert "time left 1:10" in line


def test_a_reader_that_is_gone_ends_no_run(monkeypatch: pytest.MonkeyPatch):
    tried = threading.Event()

    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            tried.set()
            raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(progress, "_EVERY", 0.01)
    monkeypatch.setattr(threading, "excepthook", lambda fault: faults.append(fault))
    faults: list[object] = []
    monkeypatch.setattr(sys, "stderr", Gone())
    with Progress(100, lambda: None) as shown:
        assert tried.wait(2)
        sleep(0.03)
        shown.add(outcome(1))
    assert shown.done == 1
    assert not faults


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


@pytest.mark.parametrize(("width", "height"), [(80, 24), (80, 8), (40, 24), (40, 8), (20, 10)])
def test_a_small_terminal_shows_what_matters_and_leaves_room_for_what_ctrl_c_writes(
    time: Clock, width: int, height: int
):
    shown = Progress(600, lambda: "the limit of 298 requests a minute")
    shown.add(outcome(1))
    shown.stopping = True
    time.now += 10
    console = Console(file=io.StringIO(), width=width, height=height, force_terminal=True)
    with console.capture() as capture:
        console.print(LiveRender(shown._view()))
    written = Text.from_ansi(capture.get()).plain
    view = [line for line in written.splitlines() if line.strip()]
    assert len(view) <= height
    assert max(map(len, map(str.rstrip, view))) <= width - 2
    words = " ".join(written.split())
    for what in ("Ctrl-C again", "298 requests", "1 of 600", *(["$0.5"] if width > 20 else [])):
        assert what in words
