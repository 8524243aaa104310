"""The built-in rules in several processes: one that dies or hangs takes only its document with it."""

import asyncio
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from batching import batch, briefs, text, until, write_documents

from summarizer import Brief, CheckedBrief, load, summarize, verify
from summarizer.batch.entry import Entry
from summarizer.batch.processes import SAMPLE, CheckedApart, RulesOnAllCores
from summarizer.batch.running import DocumentOutcome, Runner
from summarizer.bookkeeping import run_of
from summarizer.documents import Document
from summarizer.drafting import Drafted, draft
from summarizer.engines.rules.engine import RulesEngine
from summarizer.exports.json import to_json


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


def test_a_document_that_ends_its_process_costs_only_itself():
    listed = [Deadly("d1", "#1"), Entry("d2", "#2", text(2).encode()), Entry("d3", "#3", text(3).encode())]

    async def all_of_them() -> dict[str, DocumentOutcome[Any]]:
        rules = RulesOnAllCores(1)
        try:
            return {outcome.id: outcome async for outcome in Runner(rules, at_once=2).run(listed)}
        finally:
            rules.close()

    found = asyncio.run(all_of_them())
    assert "process that read it was ended" in str(found["d1"].error)
    assert [found[own].state for own in ("d2", "d3")] == ["complete", "complete"]
    assert found["d3"].brief.commitments[0].action.startswith("repair sluice 3")  # type: ignore[union-attr]


def test_a_document_that_is_given_up_gives_its_process_back(tmp_path: Path):
    async def work() -> Brief:
        rules = RulesOnAllCores(1)
        try:
            endless = asyncio.ensure_future(rules(Endless("d1", str(tmp_path / "begun"))))
            while not (tmp_path / "begun").exists():
                await asyncio.sleep(0.01)
            endless.cancel()  # as its deadline does
            return await rules(Entry("d2", "#2", text(2).encode()))
        finally:
            rules.close()

    assert asyncio.run(work()).commitments[0].action.startswith("repair sluice 2")
    until(lambda: not multiprocessing.active_children())


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


def test_checks_in_another_process_give_the_same_brief():
    document, schema = load(text(4).encode(), name="d4"), Brief
    made = run_of(RulesEngine(), Drafted(), 1)

    async def both() -> tuple[CheckedBrief, CheckedBrief]:
        engine, apart = RulesEngine(), CheckedApart(1)
        try:
            drafted = await draft(engine, document, engine.windows(document))
            here = await apart(drafted, document, schema, made, False)
            before = len(multiprocessing.active_children())
            assert len(list(apart.foreseen(lambda: [Entry("d4", "#1", b"")] * 41))) == 41
            assert len(multiprocessing.active_children()) == before + 1
            return here, await apart(drafted, document, schema, made, False)
        finally:
            apart.close()

    here, there = asyncio.run(both())
    assert here == there
    assert type(there) is Brief
    assert there.commitments


@pytest.mark.parametrize("processes", [0, 1])
def test_a_large_document_is_checked_in_another_process_however_few_there_are(
    monkeypatch: pytest.MonkeyPatch, processes: int
):
    document, schema = load(text(4).encode(), name="d4"), Brief
    made = run_of(RulesEngine(), Drafted(), 1)

    async def checked() -> tuple[CheckedBrief, int]:
        engine, apart = RulesEngine(), CheckedApart(processes)
        try:
            list(apart.foreseen(lambda: [Entry("d4", "#1", b"")]))
            drafted = await draft(engine, document, engine.windows(document))
            before = {child.pid for child in multiprocessing.active_children()}
            brief = await apart(drafted, document, schema, made, False)
            return brief, len({child.pid for child in multiprocessing.active_children()} - before)
        finally:
            apart.close()

    here, begun = asyncio.run(checked())
    assert begun == 0
    monkeypatch.setattr("summarizer.batch.processes._LARGE", len(document.text) - 1)
    there, begun = asyncio.run(checked())
    assert begun == 1
    assert here == there


def test_what_a_process_begins_with_goes_through_all_checks():
    assert verify(*SAMPLE).commitments[0].support.verdict == "supported"


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
import multiprocessing, os, signal
from summarizer.batch.processes import RulesOnAllCores
rules = RulesOnAllCores(1)
rules._pool.submit(os.getpid).result()
print(multiprocessing.active_children()[0].pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def is_alive(own: int) -> bool:
    try:
        os.kill(own, 0)
    except ProcessLookupError:
        return False
    return True
