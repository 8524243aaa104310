"""`summarizer batch`: how it is told, how it is stopped, and how it ends."""

import os
import signal
import sqlite3
import threading
import time
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from batching import Child, answer, asking, batch, briefs, counts, manifest, number_of, until, write_documents
from faulty_server import Server, error

from summarizer.batch.job import Job
from summarizer.batch.workers.briefing import Briefing
from summarizer.cli import command_line
from summarizer.engines.connect import Options


def test_the_help_tells_every_option_and_what_the_exit_codes_mean():
    result = batch("--help")
    assert result.exit_code == 0
    for option in (parameter for parameter in command_line.commands["batch"].params if parameter.name != "inputs"):
        assert option.opts[-1] in result.output
        assert option.help  # type: ignore[attr-defined]
    said = " ".join(result.output.split())
    assert "continue an earlier run" in said
    for code in ("0 every document", "1 some documents failed", "2 usage", "3 some briefs are incomplete"):
        assert code in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-o", "x"], "INPUT"),
        (["."], "--output"),
        ([".", "-o", ""], "it is empty"),
        ([".", "", "-o", "x"], "an input is empty"),
        ([".", "-o", "x", "--model", "nobody:x"], "names no provider"),
        ([".", "-o", "x", "--model", "openai:x"], "OPENAI_API_KEY"),
        ([".", "-o", "x", "--budget", "1"], "--budget needs --model"),
        ([".", "-o", "x", "--provider-batch"], "--provider-batch needs --model"),
        ([".", "-o", "x", "--hedge", "9"], "--hedge needs --model"),
        ([".", "-o", "x", "--model", "ollama:m", "--hedge", "9", "--budget-tokens", "0"], "--hedge does not go with"),
        ([".", "-o", "x", "--model", "ollama:m", "--hedge", "300"], "300 s makes no sense"),
        ([".", "-o", "x", "--concurrency", "0"], "--concurrency"),
        ([".", "-o", "x", "--rpm", "0"], "--rpm"),
        ([".", "-o", "x", "--model", "ollama:m", "--budget", "nan"], "nan is no number"),
        ([".", "-o", "x", "--model", "ollama:m", "--price", "1", "-2"], "--price"),
        ([".", "-o", "x", "--model", "m", "--base-url", "http://x/v1", "--prompt", "none"], "none"),
    ],
)
def test_wrong_usage_ends_with_code_2_says_what_is_wrong_and_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("We met.")
    result = batch(*arguments)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


def test_the_table_says_what_became_of_the_documents_and_what_they_cost(tmp_path: Path, server: Server):
    server.answer = lambda asked: error(400, "no") if number_of(asked) == 2 else answer(asked)
    result = batch(write_documents(tmp_path / "docs", [1, 2, 3]), "-o", tmp_path / "out", *asking(server))
    rows = dict(line.split(None, 1) for line in result.stdout.splitlines())
    assert (rows["listed"], rows["complete"], rows["failed"], rows["undone"]) == ("3", "2", "1", "0")
    assert rows["requests"] == "3 (0 retries, 0 re-asks, 0 shared)"
    assert rows["tokens"] == "6,000 in, 400 out"
    assert rows["cost"] == "$0.0100"
    assert result.exit_code == 1


def test_of_very_many_documents_that_have_changed_some_are_named(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", range(1, 24)), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    for path in docs.iterdir():
        path.write_text(path.read_text() + "They thanked the cook.\n")
    said = batch(docs, "-o", out, *asking(server)).output
    assert said.count("has changed since the last run") == 20
    assert "so have 3 others" in said


def test_a_brief_that_is_incomplete_is_told_by_the_exit_code(tmp_path: Path, server: Server):
    server.answer = answer
    docs = write_documents(tmp_path / "docs", [1])
    (docs / "cut.eml").write_bytes(
        b"From: a@b.c\r\nSubject: Board\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/plain\r\n\r\nBob Boyle agreed to repair sluice 2 by 30 June 2025.\r\n--x\r\n"
        b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF\r\n--x--\r\n"
    )
    result = batch(docs, "-o", tmp_path / "out", *asking(server))
    assert counts(tmp_path / "out") == (1, 1, 0, 0), result.output
    assert result.exit_code == 3


def test_a_model_named_in_the_environment_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai:x")
    result = batch(write_documents(tmp_path / "docs", [1]), "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "OPENAI_API_KEY" in result.output


@pytest.fixture
def held(server: Server) -> Any:
    """Answers are held back until this is set."""
    gate = threading.Event()

    def act(asked: dict[str, Any]) -> Any:
        if number_of(asked) > 2:
            gate.wait(30)
        return answer(asked)

    server.answer = act
    yield gate
    gate.set()


def test_ctrl_c_once_finishes_what_is_under_way_and_the_next_run_does_the_rest(
    tmp_path: Path, server: Server, held: threading.Event
):
    docs, out, said = write_documents(tmp_path / "docs", range(1, 31)), tmp_path / "out", tmp_path / "said"
    child = Child.batch(docs, "-o", out, *asking(server), "--concurrency", 2, output=said)
    until(lambda: server.count == 4)
    child.interrupt()
    time.sleep(0.5)  # two at once would be one
    assert not child.has_ended
    held.set()
    assert child.wait() == 3
    assert "stopping after what is under way" in said.read_text()
    assert "Traceback" not in said.read_text()
    done, _, failed, undone = counts(out)
    assert 4 <= done == len(briefs(out)) <= 10
    assert (failed, done + undone) == (0, 30)
    assert manifest(out)["stopped"] == "it was told to stop"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert sorted(map(number_of, server.asked)) == list(range(1, 31))


def test_ctrl_c_once_asks_nothing_for_documents_that_still_wait_for_their_turn(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", range(1, 9)), tmp_path / "out"
    child = Child.batch(docs, "-o", out, *asking(server), "--rpm", 1, output=tmp_path / "said")
    until(lambda: server.count == 1)
    begun = time.monotonic()
    child.interrupt()
    assert child.wait() == 3
    assert time.monotonic() - begun < 30  # the next turn would be in a minute
    assert server.count == 1
    assert counts(out) == (1, 0, 0, 7)


def test_ctrl_c_twice_stops_at_once_and_keeps_what_is_paid(tmp_path: Path, server: Server, held: threading.Event):
    docs, out, said = write_documents(tmp_path / "docs", range(1, 31)), tmp_path / "out", tmp_path / "said"
    child = Child.batch(docs, "-o", out, *asking(server), "--concurrency", 2, output=said)
    until(lambda: server.count == 4 and _answers(out) == 2)
    child.interrupt()
    time.sleep(0.5)  # two at once would be one
    child.interrupt()
    assert child.wait() == 3
    assert not held.is_set()
    assert said.read_text().count("again to stop at once") == 1
    assert "stopping at once" in said.read_text()
    assert "the same command goes on from here" in said.read_text()
    assert "requests that were under way were dropped: they may be charged" in said.read_text()
    assert "Traceback" not in said.read_text()
    counts = manifest(out)["documents"]
    assert (counts["listed"], counts["failed"], counts["complete"] + counts["undone"]) == (30, 0, 30)
    assert manifest(out)["usage"]["requests"] == manifest(out)["answers_paid"] == 2
    assert counts["undone"] >= 28  # what is paid may be on its way through the checks
    held.set()
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    asked = list(map(number_of, server.asked))
    assert (asked.count(1), asked.count(2), len(set(asked))) == (1, 1, 30)
    assert len(asked) <= 30 + 2


@pytest.mark.parametrize("is_minded", [True, False])
def test_a_terminal_that_is_closed_is_as_ctrl_c_unless_nobody_minds(
    tmp_path: Path, server: Server, held: threading.Event, is_minded: bool
):
    docs, out, said = write_documents(tmp_path / "docs", range(1, 11)), tmp_path / "out", tmp_path / "said"

    def work() -> int:
        signal.signal(signal.SIGHUP, signal.SIG_DFL if is_minded else signal.SIG_IGN)  # as `nohup` does
        return batch(docs, "-o", out, *asking(server), "--concurrency", 2).exit_code

    child = Child(work, said)
    until(lambda: server.count == 4)
    os.kill(child.pid, signal.SIGHUP)
    time.sleep(0.1)
    assert not child.has_ended
    held.set()
    assert child.wait() == (3 if is_minded else 0)
    assert (counts(out)[0] < 10) == is_minded


def _answers(folder: Path) -> int:
    with sqlite3.connect(folder / "ledger.sqlite") as base:
        found: int = base.execute("SELECT COUNT(*) FROM answers").fetchone()[0]
        return found


def test_every_option_fills_a_field_of_what_the_batch_is_told():
    filled = {one.name for kind in (Job, Briefing, Options) for one in fields(kind)}
    assert {one.name for one in command_line.commands["batch"].params} - filled == {"dry_run"}
