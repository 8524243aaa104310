"""A run over many documents: each on its own, none twice, and what ends it."""

import asyncio
import itertools
import json
import os
import random
import sqlite3
import threading
import time
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from batching import Child, answer, asking, batch, briefs, counts, lines, manifest, number_of, until, write_documents
from faulty_server import Server, completion, error
from pydantic import BaseModel

from summarizer.batch import failing
from summarizer.batch.accounts.ledger import Ledger
from summarizer.batch.inputs.entry import Entry
from summarizer.batch.results.outcome import DocumentOutcome
from summarizer.batch.running import Runner
from summarizer.batch.workers.attempt import Finished, briefed, finished
from summarizer.engines import asking as adapter
from summarizer.engines.retrying import Retried
from summarizer.errors import BadRequest, DocumentError, ProviderFault, Unauthorized, Unreachable


class Made(BaseModel):
    """Stands for a brief."""

    of: str


def listed(numbers: Iterable[int]) -> Iterator[Entry]:
    return (Entry(f"d{number}", f"#{number}", b"We met.") for number in numbers)


class Work:
    """Makes a brief of each document, as a script of pauses and errors has it."""

    def __init__(self, output: Any = None, **script: Any) -> None:
        self.output = output
        self.script = script
        self.begun: list[str] = []
        self.ended: list[str] = []

    async def __call__(self, entry: Entry) -> Finished[Made]:
        self.begun.append(entry.id)
        act = self.script.get(entry.id, self.script.get("all", 0.0))
        try:
            if isinstance(act, BaseException):
                raise act
            await asyncio.sleep(act)
        finally:
            self.ended.append(entry.id)
        return finished(Made(of=entry.id), entry.load(), self.output)


class Down(Work):
    """Whoever asks hears so, after a while, but those that the script names."""

    async def __call__(self, entry: Entry) -> Finished[Made]:
        made = await super().__call__(entry)
        if entry.id in self.script:
            return made
        raise Unreachable("nothing answers")


def outcomes(
    work: Work, numbers: Iterable[int], *, ordered: bool = False, **more: Any
) -> tuple[list[DocumentOutcome[Any]], Runner[Any]]:
    async def all_of_them() -> tuple[list[DocumentOutcome[Any]], Runner[Any]]:
        runner = Runner(work, **({"at_once": 4} | more))
        return [outcome async for outcome in runner.run(listed(numbers), ordered=ordered)], runner

    return asyncio.run(all_of_them())


def test_outcomes_come_as_they_are_done_or_in_the_order_of_the_documents():
    pauses = {"d1": 0.06, "d2": 0.02, "d3": 0.0}
    as_done, _ = outcomes(Work(**pauses), range(1, 4))
    assert [outcome.id for outcome in as_done] == ["d3", "d2", "d1"]
    ordered, _ = outcomes(Work(**pauses), range(1, 4), ordered=True)
    assert [outcome.id for outcome in ordered] == ["d1", "d2", "d3"]


def test_no_more_documents_are_under_way_than_was_asked_for():
    work, most = Work(all=0.001), []

    async def watched(entry: Entry) -> Finished[Made]:
        made = await work(entry)
        most.append(len(work.begun) - len(work.ended))
        return made

    found, _ = outcomes(watched, range(50), at_once=3)  # type: ignore[arg-type]
    assert len({outcome.id for outcome in found}) == 50
    assert max(most) <= 3


def test_a_slow_first_document_does_not_let_all_others_pile_up_behind_it():
    work = Work(d0=0.3)

    async def first() -> int:
        found = Runner(work, at_once=2).run(listed(itertools.count()), ordered=True)
        await anext(found)
        begun = len(work.begun)
        await found.aclose()
        return begun

    assert asyncio.run(first()) == 16  # eight times as many as are under way


def test_an_endless_list_is_read_as_it_is_needed_and_closing_ends_what_is_under_way():
    read: list[int] = []

    def endless() -> Iterator[Entry]:
        for number in itertools.count():
            read.append(number)
            yield Entry(f"d{number}", f"#{number}", b"We met.")

    work = Work(d0=0.0, d1=0.0, all=60.0)

    async def two() -> list[str]:
        found = Runner(work, at_once=3).run(endless())
        got = [(await anext(found)).id for _ in range(2)]
        await found.aclose()
        return got

    begun = time.monotonic()
    assert asyncio.run(two()) == ["d0", "d1"]
    assert time.monotonic() - begun < 30
    assert len(read) < 40
    assert work.begun == work.ended


def paused(until: threading.Event, numbers: Iterable[int], fault: Exception | None = None) -> Iterator[Entry]:
    """A list that goes on later."""
    yield from listed(numbers)
    until.wait(30)
    if fault is not None:
        raise fault


def test_a_list_that_goes_on_later_holds_up_none_of_the_documents_before():
    async def both() -> list[str]:
        more = threading.Event()
        found = Runner(Work(), at_once=4).run(paused(more, [1, 2]))
        got = [(await anext(found)).id for _ in range(2)]
        more.set()
        return got + [outcome.id async for outcome in found]

    assert asyncio.run(both()) == ["d1", "d2"]


def test_who_stops_a_run_does_not_wait_for_a_list_that_goes_on_later():
    more = threading.Event()

    async def stopped() -> list[str]:
        runner = Runner(Work(), at_once=4)
        found = runner.run(paused(more, [1]))
        got = [(await anext(found)).id]
        asyncio.get_running_loop().call_later(0.01, runner.stop)
        return got + [outcome.id async for outcome in found]

    begun = time.monotonic()
    assert asyncio.run(stopped()) == ["d1"]
    assert time.monotonic() - begun < 20
    more.set()


def test_a_list_that_breaks_is_told_after_the_outcomes_of_the_documents_before():
    more, got = threading.Event(), []

    async def broken() -> None:
        more.set()
        async for outcome in Runner(Work(all=0.02), at_once=4).run(paused(more, [1, 2], ValueError("torn"))):
            got.append(outcome.id)

    with pytest.raises(ValueError, match="torn"):
        asyncio.run(broken())
    assert got == ["d1", "d2"]


def test_a_bug_with_one_document_costs_only_it(caplog: pytest.LogCaptureFixture):
    found, runner = outcomes(Work(d2=RuntimeError("a bug")), range(1, 4))
    by_id = {outcome.id: outcome for outcome in found}
    assert "unexpected error: RuntimeError: a bug" in str(by_id["d2"].error)
    assert by_id["d1"].brief == Made(of="d1")
    assert by_id["d3"].state == "complete"
    assert not runner.stopped
    assert "a bug" in caplog.text


def test_a_timeout_of_the_work_itself_is_no_deadline():
    (found,), _ = outcomes(Work(d1=TimeoutError("a socket")), [1])
    assert "unexpected error: TimeoutError: a socket" in str(found.error)


def test_a_brief_that_cannot_be_written_down_costs_only_its_document(tmp_path: Path):
    class Output:
        def has(self, record: Any) -> bool:
            return True

        def forms(self, own: str, brief: Any, document: Any) -> tuple[bytes, ...]:
            if own == "d2":
                raise ValueError("a bug")
            return (b"1",)

        def put(self, own: str, forms: Any) -> tuple[int, None]:
            return len(*forms), None

        def drop(self, own: str) -> None: ...

    with closing(Ledger(tmp_path, {})) as ledger:
        found, runner = outcomes(Work(Output()), range(1, 4), ledger=ledger, output=Output())
        assert {outcome.id: outcome.state for outcome in found} == {"d1": "complete", "d2": "failed", "d3": "complete"}
        assert not runner.stopped
        assert ledger.counts() == {"complete": 2, "failed": 1}


def test_a_document_that_takes_longer_than_its_deadline_fails_and_says_so():
    async def given_up(entry: Entry) -> Finished[Made]:
        return await briefed(Work(d1=60.0), entry, 0.05)

    found, _ = outcomes(given_up, range(1, 4))
    failed = [outcome for outcome in found if outcome.error]
    assert [outcome.id for outcome in failed] == ["d1"]
    assert "within 0.05 s" in str(failed[0].error)
    assert "--deadline" in failed[0].error.hint  # type: ignore[union-attr]


def test_what_all_documents_would_meet_stops_the_run_and_leaves_the_rest_undone():
    work = Work(d3=Unauthorized("no key"), all=0.01)
    found, runner = outcomes(work, range(1, 100), at_once=2)
    assert str(runner.stopped_by) == "no key"
    assert runner.stopped
    assert "d3" not in {outcome.id for outcome in found}
    assert len(work.begun) < 10
    assert set(work.begun) - {outcome.id for outcome in found} == {"d3"}


def test_a_server_that_asks_to_wait_for_a_day_ends_the_run_and_fails_no_document(tmp_path: Path, server: Server):
    def half_right_then_closed(asked: Any) -> Any:
        if number_of(asked) == 1:  # is half-way, and waits for another turn
            return completion('{"commitments": [{"action": 5}]}', usage=(3000, 200))
        return error(429, "that is all for today", {"retry-after": "86400"})

    server.answer = half_right_then_closed
    docs, out = write_documents(tmp_path / "docs", range(1, 8)), tmp_path / "out"
    run = docs, "-o", out, "--model", "m", "--base-url", server.url, "--concurrency", 1
    result = batch(*run)
    assert result.exit_code == 1
    assert "it asks to wait 86400 s" in result.output
    assert "run again when that has passed" in result.output
    assert counts(out) == (0, 0, 0, 7)
    assert server.count == 2
    server.answer = answer
    assert batch(*run).exit_code == 0
    assert counts(out) == (7, 0, 0, 0)


def test_twenty_documents_in_a_row_that_the_provider_fails_stop_the_run_and_nineteen_do_not():
    down = ProviderFault("down")
    work = Work(**{f"d{number}": down for number in [*range(1, 20), *range(21, 90)]})
    found, runner = outcomes(work, range(1, 100), at_once=1)
    assert len(found) == 40
    assert runner.stopped_by is down
    work = Work(**{f"d{number}": down for number in range(1, 20)})
    found, runner = outcomes(work, range(1, 40), at_once=1)
    assert (len(found), runner.stopped_by) == (39, None)


def test_where_the_very_first_documents_fail_at_the_provider_it_is_not_tried_with_all_that_may_be_under_way():
    for at_once in (80, 12):
        found, runner = outcomes(Down(all=0.01), range(1, 1000), at_once=at_once)
        assert 20 <= len(found) <= max(at_once, 20)  # as many as were begun before the first of them failed
        assert str(runner.stopped_by) == "nothing answers"
    found, runner = outcomes(Down(d1=0.0, all=0.2), range(1, 1000), at_once=80)
    assert len(found) > 80  # once one was answered, all that are under way may meet the same moment
    assert str(runner.stopped_by) == "nothing answers"


def test_a_server_that_refuses_the_very_first_requests_as_they_are_made_is_not_asked_for_all_others():
    found, runner = outcomes(Work(all=BadRequest("it knows no tools")), range(1, 1000), at_once=12)
    assert len(found) < 40
    assert str(runner.stopped_by) == "it knows no tools"


def test_documents_that_cannot_be_read_do_not_hide_that_the_provider_fails_all_others():
    script = {f"d{number}": DocumentError("it is empty") for number in range(5, 1000, 5)}
    found, runner = outcomes(Work(all=Unreachable("nothing answers"), **script), range(1, 1000))
    assert len(found) < 40
    assert str(runner.stopped_by) == "nothing answers"


def test_a_stop_begins_nothing_more_and_finishes_what_is_under_way():
    work = Work(all=0.02)

    async def stopped() -> list[str]:
        runner = Runner(work, at_once=3)
        found: AsyncGenerator[DocumentOutcome[Any], None] = runner.run(listed(itertools.count(1)))
        got = [(await anext(found)).id]
        runner.stop()
        got += [outcome.id async for outcome in found]
        assert runner.stopped
        return got

    assert sorted(asyncio.run(stopped())) == sorted(work.begun)


# ---- the whole, against a server


def test_a_key_that_is_not_valid_stops_the_run_with_its_reason(tmp_path: Path, server: Server):
    server.answer = lambda asked: error(401, "no such key") if number_of(asked) >= 3 else answer(asked)
    docs, out = write_documents(tmp_path / "docs", range(1, 30)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server), "--concurrency", 1)
    assert result.exit_code == 1
    assert "did not accept the API key" in result.output
    assert counts(out) == (2, 0, 0, 27)
    assert "API key" in manifest(out)["stopped"]
    assert server.count < 10
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert counts(out) == (29, 0, 0, 0)
    assert len(set(map(number_of, server.asked))) == 29


def test_a_deadline_says_what_was_in_the_way_and_counts_what_was_sent(tmp_path: Path, server: Server):
    server.script(error(503, "the north hall burns", {"retry-after": "0"}), lambda _: time.sleep(1.5))
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server), "--deadline", 1).exit_code == 1
    (failed,) = lines(out / "failed.jsonl")
    assert failed["message"].startswith("there was no brief within 1 s; the last fault: ")
    assert "the north hall burns" in failed["message"]
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["retries"]) == (server.count, 1) == (2, 1)


def test_one_window_that_is_refused_is_a_failure_that_says_what_to_do(tmp_path: Path, server: Server):
    server.answer = lambda asked: error(400, "not this one") if number_of(asked) == 2 else answer(asked)
    docs, out = write_documents(tmp_path / "docs", range(1, 4)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server))
    assert result.exit_code == 1
    assert counts(out) == (2, 0, 1, 0)
    (failed,) = lines(out / "failed.jsonl")
    assert failed["source"] == str(docs / "mill-02.txt")
    assert failed["reason"] == "BadRequest"
    assert "not this one" in failed["message"]
    assert failed["hint"]


@pytest.mark.parametrize(
    "fault",
    [
        {"choices": [{"index": 0, "message": {}, "error": {"code": 502, "message": "upstream is down"}}]},
        {"choices": {"0": "broken"}},
        {
            "error": {"code": 502, "message": "upstream is down"},
            "usage": {"prompt_tokens": 3000, "completion_tokens": 0},
        },
    ],
)
def test_an_error_that_comes_as_an_answer_is_not_kept_as_one(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, fault: dict[str, Any]
):
    monkeypatch.setitem(Retried.__init__.__kwdefaults__, "sleep", lambda _: asyncio.sleep(0))  # type: ignore[arg-type]
    first = iter([fault])
    server.answer = lambda asked: next(first, None) or answer(asked)
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["retries"], server.count) == (2, 1, 2)
    assert manifest(out)["answers_paid"] == 1


def test_an_answer_without_any_choice_is_on_the_bill_where_it_cost_something(tmp_path: Path, server: Server):
    server.answer = lambda _: {"choices": [], "usage": {"prompt_tokens": 3000, "completion_tokens": 0}}
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 1
    (failed,) = lines(out / "failed.jsonl")
    assert failed["reason"] == "EmptyAnswer"
    assert manifest(out)["usage"]["cost"] == pytest.approx(0.003)
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server), "--retry-failed").exit_code == 0
    assert manifest(out)["usage"]["prompt_tokens"] == 6000 == 3000 * server.count


def test_a_second_look_that_fails_costs_no_brief_is_told_and_is_asked_for_again(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(Retried.__init__.__kwdefaults__, "sleep", lambda _: asyncio.sleep(0))  # type: ignore[arg-type]

    def act(asked: dict[str, Any]) -> Any:
        is_second = "<claims>" in asked["messages"][-1]["content"]
        fails = is_away and is_second and number_of(asked) == 2
        return error(503, "the reader is away") if fails else '{"doubts": []}' if is_second else answer(asked)

    server.answer, is_away = act, True
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server), "--recheck")
    assert (result.exit_code, counts(out), manifest(out)["shortfalls"]) == (0, (2, 0, 0, 0), 1)
    assert "which 1 of the briefs lacks a second look" in result.output
    told = [row["shortfall"] for row in lines(out / "documents.jsonl")]
    assert told[0] is None
    assert told[1].startswith("the second look failed: ")
    assert "the reader is away" in told[1]

    is_away, before = False, server.count
    assert "lacks a second look" in batch(docs, "-o", out, *asking(server), "--recheck").output
    assert server.count == before
    result = batch(docs, "-o", out, *asking(server), "--recheck", "--retry-failed")
    assert "second look" not in result.output
    assert (result.exit_code, server.count, manifest(out)["shortfalls"]) == (0, before + 1, 0)
    assert manifest(out)["usage"]["requests"] == server.count
    assert briefs(out)["mill-02"]["run"]["reread"] == 1


def test_retries_and_reasks_are_counted_apart(tmp_path: Path, server: Server):
    unquoted = json.dumps({"commitments": [{"action": "x", "strength": "agreed", "evidence": [{"quote": "No."}]}]})
    seen: dict[int, int] = {}

    def act(asked: dict[str, Any]) -> Any:
        number = number_of(asked)
        seen[number] = seen.get(number, 0) + 1
        if number == 1 and seen[1] == 1:
            return error(503, "busy", {"retry-after-ms": "1"})
        return completion(unquoted, usage=(3000, 200)) if number == 2 and seen[2] == 1 else answer(asked)

    server.answer = act
    docs, out = write_documents(tmp_path / "docs", range(1, 4)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["retries"], usage["reasks"]) == (5, 1, 1) == (server.count, 1, 1)
    assert usage["prompt_tokens"] == 4 * 3000
    assert manifest(out)["answers_paid"] == 4


def test_a_request_that_is_sent_once_more_for_its_slowness_is_on_the_bill(tmp_path: Path, server: Server):
    first, is_held = itertools.count(), threading.Event()
    server.answer = lambda asked: answer(asked) if next(first) or is_held.wait(20) else None
    docs, out = write_documents(tmp_path / "docs", range(1, 4)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server), "--hedge", 0.3, "--concurrency", 2).exit_code == 0
    is_held.set()
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["retries"], server.count) == (4, 1, 4)
    assert manifest(out)["answers_paid"] == 3


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed is asked again at once."""
    monkeypatch.setitem(Retried.__init__.__kwdefaults__, "sleep", lambda _: asyncio.sleep(0))  # type: ignore[arg-type]


@pytest.mark.usefixtures("impatient")
def test_a_server_that_goes_down_and_comes_back_costs_no_document(tmp_path: Path, server: Server):
    down: list[float] = []

    def act(asked: dict[str, Any]) -> Any:
        if server.count > 4 and not down:
            down.append(time.monotonic())
        return error(503, "closed") if down and time.monotonic() < down[0] + 1.5 else answer(asked)

    server.answer = act
    docs, out = write_documents(tmp_path / "docs", range(1, 21)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server), "--concurrency", 4)
    assert result.exit_code == 0, result.output
    assert counts(out) == (20, 0, 0, 0)
    assert 8 <= manifest(out)["usage"]["retries"] < 20


@pytest.mark.usefixtures("impatient")
def test_what_the_server_failed_is_tried_again_by_the_same_command(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(failing, "_IN_A_ROW", 3)
    server.script(error(503, "closed"))
    docs, out = write_documents(tmp_path / "docs", range(1, 13)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(server), "--concurrency", 1)
    assert result.exit_code == 1
    assert "the same command goes on from here" in result.output
    failed = lines(out / "failed.jsonl")
    assert {each["reason"] for each in failed} == {"ProviderFault"}
    assert 5 <= len(failed) < 12
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert counts(out) == (12, 0, 0, 0)


@pytest.mark.usefixtures("impatient")
def test_an_answer_that_came_before_the_server_failed_is_not_asked_for_again(tmp_path: Path, server: Server):
    faulty = json.dumps({"commitments": [{"action": "x", "strength": "firm", "evidence": [{"quote": "No."}]}]})
    server.script(completion(faulty, usage=(3000, 200)), error(503, "closed"))
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 1
    before = server.count
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert server.count == before + 1
    assert len(server.asked[-1]["messages"]) > len(server.asked[0]["messages"])


def test_an_answer_is_on_disk_before_it_is_read(tmp_path: Path, server: Server):
    """The process ends at the first look at an answer, and again at the third one; nothing is asked twice."""
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", tmp_path / "whole", *asking(server)).exit_code == 0
    server.asked.clear()
    judge = adapter._Exchange._judge

    def dying(after: int) -> int:
        looks = itertools.count(1)

        async def look(self: Any, *arguments: Any) -> None:
            if next(looks) == after:
                os._exit(7)
            await judge(self, *arguments)

        adapter._Exchange._judge = look  # type: ignore[method-assign]
        return batch(docs, "-o", out, *asking(server), "--concurrency", 1).exit_code

    asked_before: dict[int, int] = {}
    for after in (1, 3):
        assert Child(lambda after=after: dying(after), tmp_path / "said").wait() == 7  # type: ignore[misc]
        kept = _kept(out)
        assert len(kept) >= after
        asked = [number_of(each) for each in server.asked]
        asked_before |= {own: asked.count(own) for own in kept if own not in asked_before}
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    asked = [number_of(each) for each in server.asked]
    assert all(asked.count(own) == times for own, times in asked_before.items())
    assert len(asked) <= 5 + 2  # at each end one more may have been on its way
    assert briefs(out) == briefs(tmp_path / "whole")
    assert manifest(out)["usage"] == manifest(tmp_path / "whole")["usage"]


def test_killed_at_random_moments_and_run_again_nothing_that_was_kept_is_asked_again(tmp_path: Path, server: Server):
    docs, out = write_documents(tmp_path / "docs", range(1, 17)), tmp_path / "out"
    server.answer = answer
    assert batch(docs, "-o", tmp_path / "whole", *asking(server)).exit_code == 0
    server.asked.clear()
    moment = random.Random(1)
    asked_before: dict[int, int] = {}
    code, kills = -1, 0
    while code != 0:
        aim = server.count + moment.randint(2, 6)
        # What is asked beyond that is not answered, so that a machine that is busy elsewhere comes no nearer to the end.
        server.answer = lambda asked: answer(asked) if server.count <= aim else lambda it: it.recv(1)  # noqa: B023
        child = Child.batch(docs, "-o", out, *asking(server), "--concurrency", 4, output=tmp_path / "said")
        until(lambda: server.count >= aim or child.has_ended)  # noqa: B023
        time.sleep(moment.random() * 0.01)
        child.kill()
        code = child.wait()
        kills += code != 0
        asked = [number_of(each) for each in server.asked]
        asked_before |= {own: asked.count(own) for own in _kept(out) if own not in asked_before}
        assert all(asked.count(own) == times for own, times in asked_before.items())
    assert kills >= 3
    assert asked_before.keys() == set(range(1, 17))
    assert briefs(out) == briefs(tmp_path / "whole")
    assert manifest(out)["usage"] == manifest(tmp_path / "whole")["usage"]


def _kept(folder: Path) -> set[int]:
    """The documents whose answers are in the ledger."""
    if not (folder / "ledger.sqlite").exists():
        return set()
    # Closed at once: a process that is forked while it is open does not see its own locks on the file.
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as base:
        try:
            return {int(row[0].removeprefix("mill-")) for row in base.execute("SELECT document FROM answers")}
        except sqlite3.OperationalError:
            return set()
