"""The desk of a batch with workers elsewhere, with workers that are played here: no Ray is needed."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from batching import batch, briefs, counts, lines, manifest, write_documents

from summarizer import summarize
from summarizer.batch.cluster.desk import Desk, Slim, Taken
from summarizer.batch.job import Job, settings_of
from summarizer.batch.results.outcome import DocumentOutcome
from summarizer.batch.results.output import BriefFiles
from summarizer.batch.workers.attempt import Finished, finished
from summarizer.errors import BudgetSpent, ProviderFault
from summarizer.llm import Usage


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    """Three documents, the built-in rules."""
    here = os.getcwd()
    yield Job([str(write_documents(tmp_path / "in", range(3)))], tmp_path / "out")
    os.chdir(here)


def run(job: Job, script: Callable[[Desk], Awaitable[None]]) -> None:
    """What a script does at the desk, from its opening to the summary."""

    async def whole() -> None:
        desk = Desk()
        await desk.open(job, None, settings_of(job), os.getcwd())
        try:
            await script(desk)
            await desk.end(1.0, 3)
        finally:
            await desk.close()

    asyncio.run(asyncio.wait_for(whole(), 30))


def made_of(taken: Taken) -> Finished[Any]:
    document = taken.entry.load()
    return replace(finished(summarize(document), document, BriefFiles(Path())), brief=None)


async def done(desk: Desk, position: int) -> Any:
    """A document as a good worker makes it."""
    taken = await desk.take(position)
    return await desk.give(position, made_of(taken)) if isinstance(taken, Taken) else taken


def test_what_workers_give_back_is_in_the_folder(job):
    async def script(desk: Desk) -> None:
        for position in (3, 1, 2):  # in any order
            outcome = await done(desk, position)
            assert outcome.state == "complete"
            assert outcome.brief is None  # it is in the folder; no need to carry it around

    run(job, script)
    assert counts(job.folder) == (3, 0, 0, 0)
    assert sorted(briefs(job.folder)) == ["mill-00", "mill-01", "mill-02"]


def test_a_worker_gets_what_a_file_holds_and_needs_no_file(job):
    async def script(desk: Desk) -> None:
        taken = await desk.take(1)
        Path(job.inputs[0], "mill-00.txt").unlink()
        document = taken.entry.load()
        assert "sluice 0" in document.text
        assert document.name == "mill-00.txt"

    run(job, script)


def test_a_document_goes_to_another_worker_as_often_as_its_worker_dies_but_not_for_ever(job):
    async def script(desk: Desk) -> None:
        for _ in range(3):
            assert isinstance(await desk.take(1), Taken)
        outcome = await desk.take(1)
        assert "3 workers ended" in str(outcome.error)
        assert (await done(desk, 2)).state == "complete"

    run(job, script)
    assert counts(job.folder) == (1, 0, 1, 1)
    assert "split it" in lines(job.folder / "failed.jsonl")[0]["hint"]


def test_the_second_brief_of_a_document_changes_nothing(job):
    async def script(desk: Desk) -> None:
        first, second = await desk.take(1), await desk.take(1)
        assert first == second
        made = made_of(first)
        one, other = await asyncio.gather(desk.give(1, made), desk.give(1, ProviderFault("late")))
        assert one.state == other.state == "complete"
        assert (await desk.give(1, ProviderFault("later"))).state == "complete"

    run(job, script)
    assert manifest(job.folder)["documents"]["failed"] == 0


@pytest.mark.parametrize("state", ["complete", "failed"])
def test_a_document_that_has_ended_is_not_begun_again_in_the_same_run(job, state):
    async def script(desk: Desk) -> None:
        taken = await desk.take(1)
        made = made_of(taken) if state == "complete" else ProviderFault("no", hint="wait")
        await desk.give(1, made)
        again = await desk.take(1)
        assert isinstance(again, DocumentOutcome)
        assert (again.state, again.earlier) == (state, False)
        assert str(again.error) == ("no" if state == "failed" else "None")

    run(replace(job, retry_failed=True), script)


def test_the_next_run_skips_what_is_done(job):
    async def first(desk: Desk) -> None:
        await done(desk, 1)
        assert isinstance(await desk.take(2), Taken)  # and then the run was killed

    async def second(desk: Desk) -> None:
        outcomes = [await done(desk, position) for position in (1, 2, 3)]
        assert [each.earlier for each in outcomes] == [True, False, False]

    run(job, first)
    run(job, second)
    assert counts(job.folder) == (3, 0, 0, 0)


def test_when_the_run_is_stopped_no_further_document_is_handed_out(job):
    async def script(desk: Desk) -> None:
        taken = await desk.take(1)
        await desk.stop()
        assert await desk.take(2) == "stopped"
        assert (await desk.give(1, made_of(taken))).state == "complete"

    run(job, script)
    assert counts(job.folder) == (1, 0, 0, 2)


def call(key: str) -> Slim:
    return Slim("http://x/v1", b"", 100.0, None, key)


def test_an_answer_is_in_the_ledger_for_whoever_asks_next(job):
    async def script(desk: Desk) -> None:
        await desk.hello("place", "one")
        assert await desk.find("one", call("k"), "mill-00") is None
        await desk.keep("one", call("k"), "mill-00", '{"a": 1}', Usage(requests=1, prompt_tokens=5))
        assert (await desk.find("two", call("k"), "mill-00")).own
        assert not (await desk.find("two", call("k"), "mill-01")).own

    run(job, script)
    assert manifest(job.folder)["answers_paid"] == 1


@pytest.mark.parametrize("ending", ["release", "death"])
def test_who_waits_for_the_same_answer_goes_on_when_it_does_not_come(job, ending):
    async def script(desk: Desk) -> None:
        await desk.hello("place", "one")
        assert await desk.find("one", call("k"), "mill-00") is None
        waiting = asyncio.ensure_future(desk.find("two", call("k"), "mill-01"))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        if ending == "release":
            await desk.release("one", call("k"))
        else:
            await desk.hello("place", "one again")
        assert await waiting is None

    run(job, script)


def test_a_dead_worker_that_waited_does_not_block_the_next_one(job):
    async def script(desk: Desk) -> None:
        await desk.hello("a", "one")
        await desk.hello("b", "two")
        assert await desk.find("one", call("k"), "mill-00") is None
        dead = asyncio.ensure_future(desk.find("two", call("k"), "mill-01"))
        await asyncio.sleep(0.05)
        await desk.hello("b", "two again")
        await desk.release("one", call("k"))
        assert await desk.find("two again", call("k"), "mill-01") is None
        await desk.release("two again", call("k"))
        assert isinstance((await asyncio.gather(dead, return_exceptions=True))[0], Exception)

    run(job, script)


def test_the_budget_is_one_for_all_workers_and_ends_the_run(job):
    async def script(desk: Desk) -> None:
        taken = await desk.take(1)
        assert await desk.find("one", call("k"), taken.document) is None
        waiting = asyncio.ensure_future(desk.find("two", call("l"), "mill-01"))
        await asyncio.sleep(0.05)
        assert not waiting.done()  # what is under way may yet cost less
        await desk.keep("one", call("k"), taken.document, "{}", Usage(requests=1, prompt_tokens=900))
        with pytest.raises(BudgetSpent) as caught:
            await waiting
        assert await desk.give(1, caught.value) == "stopped"
        assert await desk.take(2) == "stopped"

    run(replace(job, budget_tokens=1500), script)
    assert "budget" in manifest(job.folder)["stopped"]
    assert manifest(job.folder)["documents"]["undone"] == 3


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-", "--on", "ray"], "reads its inputs several times"),
        (["in", "--jsonl", "--format", "md"], "--jsonl puts all briefs into one file"),
        (["in", "--workers", "2"], "--workers needs --on ray"),
        (["in", "--address", "auto"], "--address needs --on ray"),
        (["in", "--on", "ray", "--processes", "2"], "--on does not go with"),
    ],
)
def test_options_that_do_not_go_together_are_told(tmp_path, options, says):
    (tmp_path / "in").mkdir()
    where = [str(tmp_path / "in") if each == "in" else each for each in options]
    done = batch(*where, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert says in done.output


def test_without_ray_the_command_that_installs_it_is_told(job, monkeypatch):
    monkeypatch.delitem(sys.modules, "summarizer.batch.cluster.pipeline", raising=False)
    monkeypatch.setitem(sys.modules, "ray", None)
    done = batch(*job.inputs, "-o", job.folder, "--on", "ray")
    assert done.exit_code == 2
    assert "pip install 'fsspec" in done.output
    assert "'ray[data]" in done.output
    assert not job.folder.exists()
