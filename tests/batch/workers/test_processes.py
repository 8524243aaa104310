"""Documents in several processes: one that dies or hangs takes only its document with it, and nothing is paid twice."""

import asyncio
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from batching import answer, batch, briefs, counts, draft, manifest, number_of, text, until, write_documents
from faulty_server import Server, error

from summarizer import summarize
from summarizer.batch.inputs.entry import Entry
from summarizer.batch.results.outcome import DocumentOutcome
from summarizer.batch.running import Runner
from summarizer.batch.workers.briefing import Briefing, Setup
from summarizer.batch.workers.processes import Processes
from summarizer.documents import Document
from summarizer.engines.connect import endpoint_of
from summarizer.errors import DocumentError
from summarizer.exports.json import to_json
from summarizer.llm import Limits, Reply, Request, Usage
from summarizer.schemas import BriefDraft

MANY = range(60)


@dataclass(frozen=True)
class Deadly(Entry):
    """Ends the process that reads it, as one does for which there is not enough memory."""

    def load(self) -> Document:
        os._exit(9)


@dataclass(frozen=True)
class Endless(Entry):
    """Takes for ever, and leaves a sign that it has begun."""

    def load(self) -> Document:
        Path(self.origin).touch()
        time.sleep(600)
        raise AssertionError("it was waited for")


@dataclass(frozen=True)
class Faulty(Entry):
    """Meets a bug."""

    def load(self) -> Document:
        raise ValueError("a bug")


@dataclass(frozen=True)
class Unsayable(Entry):
    """Meets a fault that does not go to another process."""

    def load(self) -> Document:
        fault = DocumentError("a lock hangs on it", hint="let it go")
        fault.usage = threading.Lock()
        raise fault


@asynccontextmanager
async def by_rules(deadline: float | None = None) -> AsyncIterator[Processes]:
    made = Processes(Setup(Briefing(), deadline=deadline), 1)
    try:
        yield made
    finally:
        made.close()


def outcomes(*listed: Entry, deadline: float | None = None) -> dict[str, DocumentOutcome[Any]]:
    async def all_of_them() -> dict[str, DocumentOutcome[Any]]:
        async with by_rules(deadline) as rules:
            return {outcome.id: outcome async for outcome in Runner(rules, at_once=2).run(listed)}

    return asyncio.run(all_of_them())


def entry(number: int) -> Entry:
    return Entry(f"d{number}", f"#{number}", text(number).encode())


def test_a_document_that_ends_its_process_costs_only_itself():
    found = outcomes(Deadly("d1", "#1"), entry(2), entry(3))
    assert "process that read it was ended" in str(found["d1"].error)
    assert [found[own].state for own in ("d2", "d3")] == ["complete", "complete"]
    assert found["d3"].brief.commitments[0].action.startswith("repair sluice 3")


def test_a_document_that_takes_for_ever_is_given_up_at_its_deadline_and_costs_only_itself(tmp_path: Path):
    found = outcomes(Endless("d1", str(tmp_path / "begun")), entry(2), entry(3), deadline=1.0)
    assert "no brief within 1 s" in str(found["d1"].error)
    assert [found[own].state for own in ("d2", "d3")] == ["complete", "complete"]
    until(lambda: not multiprocessing.active_children())


class Model:
    """Answers as `batching.answer` does, without a wire."""

    name = "m"
    limits = Limits()

    async def complete(self, request: Request) -> Reply:
        raw = draft({"messages": [request.user]})
        return Reply(BriefDraft.model_validate_json(raw), raw, "m", Usage(requests=1))


def test_a_document_that_lets_no_other_in_is_taken_out_of_the_process_that_they_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("summarizer.batch.workers.processes._SILENT", 0.4)
    setup = Setup(Briefing(), endpoint_of("m", base_url="http://127.0.0.1:9/v1"), deadline=3.0)

    async def all_of_them() -> dict[str, DocumentOutcome[Any]]:
        shared = Processes(setup, 1, llm=Model())
        listed = [Endless("d0", str(tmp_path / "begun")), *map(entry, range(1, 6))]
        try:
            await shared.begin()
            return {outcome.id: outcome async for outcome in Runner(shared, at_once=6).run(listed)}
        finally:
            shared.close()

    found = asyncio.run(all_of_them())
    assert "no brief within 3 s" in str(found["d0"].error)
    assert {found[f"d{number}"].state for number in range(1, 6)} == {"complete"}
    until(lambda: not multiprocessing.active_children())


def test_who_is_given_up_while_a_process_begins_leaves_none_behind_and_ends_none():
    async def give_up_after(pause: float) -> None:
        async with by_rules() as rules:
            for each in (pause, 0.002):  # the first has the process begun, the second comes while it begins
                asked = asyncio.ensure_future(rules(entry(1)))
                await asyncio.sleep(each)
                asked.cancel()
            assert (await rules(entry(2))).state == "complete"
            assert len(multiprocessing.active_children()) == 1
        until(lambda: not multiprocessing.active_children())

    outcomes(entry(1))  # from here on a process begins within a few milliseconds
    for milliseconds in range(2, 12, 3):
        asyncio.run(give_up_after(milliseconds / 1000))


def test_a_fault_that_cannot_be_passed_on_is_told_in_its_words():
    found = outcomes(Unsayable("d1", "#1"), entry(2))
    assert str(found["d1"].error) == "a lock hangs on it"
    assert found["d1"].error.hint == "let it go"


def test_a_bug_in_another_process_is_told_as_in_this_one():
    found = outcomes(Faulty("d1", "#1"), entry(2))
    assert str(found["d1"].error) == "unexpected error: ValueError: a bug"
    assert found["d2"].state == "complete"


def test_the_command_makes_the_same_briefs_as_the_rules_do_one_by_one(tmp_path: Path):
    docs = write_documents(tmp_path / "docs", [1, 2])
    (docs / "empty.txt").write_text("")
    result = batch(docs, "-o", tmp_path / "out", "--processes", 1)
    assert result.exit_code == 1
    assert "no model is configured" in result.output
    assert "cost" not in result.output
    made = briefs(tmp_path / "out")
    assert set(made) == {"mill-01", "mill-02"}
    expected = json.loads(to_json(summarize(docs / "mill-02.txt")))
    del expected["run"]["seconds"]
    assert made["mill-02"] == expected


def asking(server: Server) -> tuple[object, ...]:
    return "--model", "m", "--base-url", server.url, "--processes", 2


def processes_begun(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One for each process that is begun from here on."""
    begun: list[object] = []
    begin = Processes._new

    async def counted(self: Processes, **more: Any) -> Any:
        begun.append(self)
        return await begin(self, **more)

    monkeypatch.setattr(Processes, "_new", counted)
    return begun


def test_many_documents_are_the_same_in_other_processes_and_their_bill_too(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    begun = processes_begun(monkeypatch)
    seen: set[int] = set()

    def act(asked: dict[str, Any]) -> Any:
        number = number_of(asked)
        first, _ = number not in seen, seen.add(number)
        return error(503, "busy", {"retry-after-ms": "1"}) if first and number % 7 == 0 else answer(asked)

    server.answer = act
    docs = write_documents(tmp_path / "docs", MANY)
    monkeypatch.setattr("summarizer.batch.here._FEW", len(MANY))
    assert batch(docs, "-o", tmp_path / "here", *asking(server)).exit_code == 0
    assert not begun
    seen.clear()
    monkeypatch.setattr("summarizer.batch.here._FEW", len(MANY) - 1)
    assert batch(docs, "-o", tmp_path / "there", *asking(server), "--concurrency", 8).exit_code == 0
    assert len(begun) == 2
    assert briefs(tmp_path / "there") == briefs(tmp_path / "here")
    assert manifest(tmp_path / "there")["usage"] == manifest(tmp_path / "here")["usage"]
    assert manifest(tmp_path / "there")["usage"]["retries"] == 9
    assert server.count == 2 * (len(MANY) + 9)


@pytest.mark.parametrize("model", [True, False])
def test_a_process_ends_after_so_many_documents_and_another_takes_its_place(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, model: bool
):
    """One at a time, when it has nothing under way any more: there are never more of them."""
    server.answer = answer
    monkeypatch.setattr("summarizer.batch.here._FEW", 0)
    beside: list[int] = []
    begin = Processes._new

    async def counted(self: Processes) -> Any:
        beside.append(len(self._alive()))
        return await begin(self)

    monkeypatch.setattr(Processes, "_new", counted)
    docs = write_documents(tmp_path / "docs", MANY)
    how = (*asking(server), "--concurrency", 8) if model else ("--processes", 2)
    assert batch(docs, "-o", tmp_path / "whole", *how).exit_code == 0
    assert len(beside) == 2
    monkeypatch.setattr("summarizer.batch.workers.processes._LIFE", 9)
    assert batch(docs, "-o", tmp_path / "parts", *how).exit_code == 0
    assert 1 <= len(beside) - 2 <= len(MANY) // 9 + 2  # how many, hangs on how long those before take to end
    assert max(beside) == 1
    assert briefs(tmp_path / "parts") == briefs(tmp_path / "whole")
    assert counts(tmp_path / "parts") == (len(MANY), 0, 0, 0)


def test_a_large_document_is_read_in_another_process_however_few_there_are(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    server.answer = answer
    begun = processes_begun(monkeypatch)
    docs = write_documents(tmp_path / "docs", [4])
    assert batch(docs, "-o", tmp_path / "here", *asking(server)).exit_code == 0
    assert not begun
    monkeypatch.setattr("summarizer.batch.workers.processes._LARGE", len(text(4)) - 1)
    assert batch(docs, "-o", tmp_path / "there", *asking(server)).exit_code == 0
    assert begun
    assert briefs(tmp_path / "there") == briefs(tmp_path / "here")


def test_a_deadline_in_another_process_counts_what_was_sent_and_says_what_was_in_the_way(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("summarizer.batch.workers.processes._LARGE", 0)
    server.script(error(503, "the north hall burns", {"retry-after": "0"}), lambda _: time.sleep(4))
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server), "--deadline", 3).exit_code == 1
    failed = json.loads((out / "failed.jsonl").read_text())
    assert failed["message"].startswith("there was no brief within 3 s; the last fault: ")
    assert "the north hall burns" in failed["message"]
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["retries"]) == (server.count, 1) == (2, 1)


def test_a_process_that_dies_over_paid_answers_costs_none_of_them(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    """One process is killed while it has requests under way; their answers come, are kept, and are found."""
    monkeypatch.setattr("summarizer.batch.workers.processes._LARGE", 0)
    docs, out = write_documents(tmp_path / "docs", range(6)), tmp_path / "out"
    killed: list[int] = []

    def act(asked: dict[str, Any]) -> Any:
        if number_of(asked) == 3 and not killed:
            killed.append(min(child.pid or 0 for child in multiprocessing.active_children()))
            os.kill(killed[0], signal.SIGKILL)
            time.sleep(0.3)
        return answer(asked)

    server.answer = act
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert killed
    assert counts(out) == (6, 0, 0, 0)
    assert sorted(map(number_of, server.asked)) == list(range(6))


def test_processes_end_with_the_one_that_began_them():
    begun = subprocess.run(
        [sys.executable, "-c", KILLED],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert begun.returncode == -signal.SIGKILL
    own = int(begun.stdout)
    until(lambda: not is_alive(own))


KILLED = """
import asyncio, multiprocessing, os, signal
from summarizer.batch.workers.briefing import Briefing, Setup
from summarizer.batch.inputs.entry import Entry
from summarizer.batch.workers.processes import Processes

async def begin():
    await Processes(Setup(Briefing()), 1)(Entry("d1", "#1", b"We met."))
    print(multiprocessing.active_children()[0].pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(begin())
"""


def is_alive(own: int) -> bool:
    try:
        os.kill(own, 0)
    except ProcessLookupError:
        return False
    return True


def test_processes_that_cannot_begin_end_the_run_and_fail_no_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("summarizer.batch.workers.worker.work", os.abort)
    result = batch(write_documents(tmp_path / "docs", [1, 2]), "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "ended before it could begin" in result.output
    assert not (tmp_path / "out" / "failed.jsonl").exists() or not (tmp_path / "out" / "failed.jsonl").read_text()
