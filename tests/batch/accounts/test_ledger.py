"""The ledger of a folder: what is done stays done, what is paid is kept, and nobody else is at it."""

import asyncio
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from batching import (
    ANSWER_TOKENS,
    PROMPT_TOKENS,
    Child,
    answer,
    asking,
    batch,
    briefs,
    counts,
    draft,
    lines,
    manifest,
    number_of,
    text,
    until,
    within,
    write_documents,
)
from faulty_server import Server, completion, error

from summarizer.batch.accounts import writing
from summarizer.batch.accounts.account import BatchAccount
from summarizer.batch.accounts.ledger import Ledger
from summarizer.batch.inputs.entry import Entry
from summarizer.engines.accounts import Call, Kept
from summarizer.errors import OutputError, SettingsError
from summarizer.llm import Usage

COST = (PROMPT_TOKENS * 1 + ANSWER_TOKENS * 10) / 1e6
"""Of one answer, in dollars."""


def call(name: str) -> Call:
    return Call("http://x/v1", name.encode(), 10, None)


def test_what_is_done_is_skipped_and_asked_nothing(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    made, bill = briefs(out), manifest(out)["usage"]
    write_documents(docs, [6])
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert server.count == 6
    assert {key: value for key, value in briefs(out).items() if key != "mill-06"} == made
    assert manifest(out)["usage"]["cost"] == pytest.approx(bill["cost"] / 5 * 6) == pytest.approx(6 * COST)
    assert manifest(out)["run"] == 2


def test_a_changed_document_is_made_anew_and_named_and_both_are_on_the_bill(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    (docs / "mill-02.txt").write_text(text(22))
    result = batch(docs, "-o", out, *asking(server))
    assert "mill-02 has changed" in result.output
    assert "mill-01 has changed" not in result.output
    assert briefs(out)["mill-02"]["commitments"][0]["action"] == "repair sluice 22"
    assert server.count == 3
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["prompt_tokens"]) == (3, 3 * PROMPT_TOKENS)
    assert "has changed" not in batch(docs, "-o", out, *asking(server)).output


def test_a_document_that_can_no_longer_be_read_fails_and_is_not_said_to_be_made_anew(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"id": "a", "path": "docs/mill-01.txt"}\n')
    batch(listed, "-o", out, *asking(server))
    (docs / "mill-01.txt").unlink()
    result = batch(listed, "-o", out, *asking(server))
    assert counts(out) == (0, 0, 1, 0)
    assert "has changed" not in result.output
    assert "cannot be read" in lines(out / "failed.jsonl")[0]["message"]
    write_documents(docs, [1])
    assert batch(listed, "-o", out, *asking(server)).exit_code == 0
    assert manifest(out)["usage"]["requests"] == server.count


def test_a_document_that_is_gone_is_no_longer_counted_and_its_bill_is_kept(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    (docs / "mill-01.txt").unlink()
    batch(docs, "-o", out, *asking(server))
    assert counts(out) == (1, 0, 0, 0)
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["cost"]) == (2, pytest.approx(2 * COST))


def test_other_settings_are_refused_and_named_until_the_folder_is_begun_afresh(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    result = batch(docs, "-o", out, *asking(server), "--recheck")
    assert result.exit_code == 2
    assert "recheck was False, is True" in result.output
    assert "--fresh" in result.output
    assert server.count == 1
    assert batch(docs, "-o", out, *asking(server), "--recheck", "--fresh").exit_code == 0
    assert server.count > 1
    assert manifest(out)["run"] == 1


def test_briefs_can_be_had_in_another_form_and_nothing_is_asked_for_it(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    briefs = {path.name: path.read_bytes() for path in out.glob("*.brief.json")}
    bill = manifest(out)["usage"]
    assert batch(docs, "-o", out, *asking(server), "--format", "md").exit_code == 0
    assert sorted(path.name for path in out.glob("*.brief.md")) == ["mill-01.brief.md", "mill-02.brief.md"]
    assert batch(docs, "-o", out, *asking(server), "--jsonl").exit_code == 0
    assert len((out / "briefs.jsonl").read_text().splitlines()) == 2
    assert not list(out.glob("*.brief.*"))
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert briefs.keys() == {path.name for path in out.glob("*.brief.json")}
    assert not (out / "briefs.jsonl").exists()
    assert (server.count, manifest(out)["usage"]) == (2, bill)


def test_a_document_that_has_changed_keeps_no_page_of_what_it_was(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server), "--format", "md")
    (docs / "mill-01.txt").write_text(text(3))
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert [path.name for path in out.glob("*.brief.md")] == ["mill-02.brief.md"]


def test_the_bill_keeps_what_failed_and_what_was_before_where_briefs_are_made_once_more(tmp_path: Path, server: Server):
    busy = iter([error(503, "busy", {"retry-after-ms": "1"})])
    server.answer = lambda asked: next(busy, None) or answer(asked)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server), "--concurrency", 1)
    (docs / "mill-02.txt").write_text(text(22))
    batch(docs, "-o", out, *asking(server))
    bill = manifest(out)["usage"]
    assert (bill["requests"], bill["retries"]) == (server.count, 1) == (4, 1)
    for form in (("--format", "md"), ("--jsonl",), ()):
        assert batch(docs, "-o", out, *asking(server), *form).exit_code == 0
        assert manifest(out)["usage"] == bill


def test_a_re_ask_that_the_server_failed_is_made_up_for_with_another_form_and_counted(tmp_path: Path, server: Server):
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    unquoted = json.dumps({"commitments": [{"action": "x", "strength": "agreed", "evidence": [{"quote": "No."}]}]})
    server.script(completion(unquoted, usage=(PROMPT_TOKENS, ANSWER_TOKENS)), error(500, "oops"))
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["reasks"], len(briefs(out)["mill-01"]["commitments"])) == (2, 1, 0)
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server), "--format", "md").exit_code == 0
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["reasks"], len(briefs(out)["mill-01"]["commitments"])) == (3, 2, 1)
    assert (server.count, usage["prompt_tokens"]) == (3, 2 * PROMPT_TOKENS)


@pytest.mark.parametrize(
    ("refusal", "says"),
    [
        ((404, "<html>nothing here</html>", {"Content-Type": "text/html"}), "there is no chat API under"),
        (error(404, "The model `n` does not exist", code="model_not_found"), "does not serve the model 'n'"),
    ],
)
def test_a_wrong_address_or_model_stops_the_run_and_can_be_mended_without_starting_over(
    tmp_path: Path, server: Server, refusal: Any, says: str
):
    server.answer = lambda _: refusal
    docs, out = write_documents(tmp_path / "docs", range(1, 30)), tmp_path / "out"
    result = batch(docs, "-o", out, "--model", "n", "--base-url", f"{server.url}/v2", "--concurrency", 1)
    assert result.exit_code == 1
    assert says in result.output
    assert (server.count < 10, counts(out)) == (True, (0, 0, 0, 29))
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0


def test_a_second_run_in_the_same_folder_says_so_and_stops(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    with closing(Ledger(out, {})):
        for more in ((), ("--fresh",)):
            result = batch(docs, "-o", out, *asking(server), *more)
            assert result.exit_code == 2
            assert "another run is at work" in result.output
    assert server.count == 0


def test_a_process_that_was_killed_leaves_no_lock_behind(tmp_path: Path, server: Server):
    server.answer = _never
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    child = Child.batch(docs, "-o", out, *asking(server), output=tmp_path / "said")
    until(lambda: server.count == 1)
    assert "another run is at work" in batch(docs, "-o", out, *asking(server)).output
    child.kill()
    assert child.wait() == -9
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0


def _never(asked: dict[str, Any]) -> Any:
    return lambda connection: connection.recv(1)


def test_what_failed_is_asked_again_only_when_that_is_wanted_and_the_bill_keeps_both(tmp_path: Path, server: Server):
    server.answer = lambda asked: {**answer(asked), "choices": [_cut_off()]} if number_of(asked) == 2 else answer(asked)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 1
    (failed,) = lines(out / "failed.jsonl")
    assert (failed["id"], failed["reason"], failed["attempts"]) == ("mill-02", "AnswerCutOff", 1)
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 1
    assert server.count == 2
    assert batch(docs, "-o", out, *asking(server), "--retry-failed").exit_code == 0
    assert server.count == 3
    usage = manifest(out)["usage"]
    assert usage["cost"] == pytest.approx(3 * COST)
    assert usage["requests"] == 3
    assert (out / "failed.jsonl").read_text() == ""


def _cut_off() -> dict[str, Any]:
    return {"index": 0, "finish_reason": "length", "message": {"role": "assistant", "content": "{"}}


def test_identical_documents_are_paid_once_and_the_second_says_that_it_was_shared(tmp_path: Path, server: Server):
    server.answer = answer
    listed = tmp_path / "list.jsonl"
    listed.write_text("".join(json.dumps({"id": own, "text": text(1)}) + "\n" for own in "abc"))
    assert batch(listed, "-o", tmp_path / "out", *asking(server)).exit_code == 0
    assert server.count == 1
    made = briefs(tmp_path / "out")
    assert sorted((each["run"]["requests"], each["run"]["cache_hits"]) for each in made.values()) == [
        (0, 1),
        (0, 1),
        (1, 0),
    ]
    assert manifest(tmp_path / "out")["usage"] == {
        "requests": 1,
        "retries": 0,
        "reasks": 0,
        "cache_hits": 2,
        "prompt_tokens": PROMPT_TOKENS,
        "completion_tokens": ANSWER_TOKENS,
        "cost": pytest.approx(COST),
    }


def test_one_of_identical_documents_that_fails_leaves_its_turn_to_the_next(tmp_path: Path, server: Server):
    server.script(error(400, "no"), answer({"messages": [text(1)]}))
    listed = tmp_path / "list.jsonl"
    listed.write_text("".join(json.dumps({"id": own, "text": text(1)}) + "\n" for own in "abc"))
    batch(listed, "-o", tmp_path / "out", *asking(server))
    assert server.count == 2
    assert counts(tmp_path / "out") == (2, 0, 1, 0)


def test_the_same_origin_keeps_its_id_whatever_comes_before_it(tmp_path: Path, server: Server):
    server.answer = answer
    one, two = write_documents(tmp_path / "one", [1]), write_documents(tmp_path / "two", [1])
    (two / "mill-01.txt").write_text(text(2))
    batch(one, two, "-o", tmp_path / "out", *asking(server))
    made = briefs(tmp_path / "out")
    assert set(made) == {"mill-01", "mill-01~2"}
    batch(two, one, "-o", tmp_path / "out", *asking(server))
    assert server.count == 2
    assert briefs(tmp_path / "out") == made
    assert made["mill-01~2"]["commitments"][0]["action"] == "repair sluice 2"


def test_a_stored_answer_is_the_own_cost_of_its_document_and_a_shared_one_of_another(tmp_path: Path):
    async def work(ledger: Ledger) -> list[Kept | None]:
        await ledger.put("x", "a", "{}", Usage(prompt_tokens=5, cost=0.5))
        return [ledger.answer("x", "a"), ledger.answer("y", "a"), ledger.answer("x", "b")]

    assert within(tmp_path, work) == [Kept("{}", True), None, Kept("{}", False)]


def test_an_answer_that_is_kept_is_on_disk_when_that_returns(tmp_path: Path):
    async def work(ledger: Ledger) -> Any:
        await ledger.put("k", "a", "the answer", Usage(prompt_tokens=5, completion_tokens=2, cost=0.5))
        with sqlite3.connect(ledger.path) as other:
            return other.execute("SELECT document, prompt_tokens, cost FROM answers").fetchall()

    assert within(tmp_path, work) == [("a", 5, 0.5)]


def test_the_same_answer_that_comes_twice_is_paid_once_and_a_void_one_that_is_asked_anew_twice(tmp_path: Path):
    async def work(ledger: Ledger) -> list[float | None]:
        usage = Usage(prompt_tokens=5, cost=0.5)
        await ledger.enter(Entry("a", "a.txt"), 1)
        await ledger.put("k", "a", "one", usage)
        await ledger.put("k", "a", "one", usage)
        bill = [ledger.bill().cost]
        await ledger.begin_anew("a", void=True)
        assert ledger.answer("k", "a") is None
        await ledger.put("k", "a", "two", usage)
        return [*bill, ledger.bill().cost]

    assert within(tmp_path, work) == [0.5, 1.0]


def test_a_cost_that_is_not_known_is_never_told_as_a_number(tmp_path: Path):
    async def work(ledger: Ledger) -> list[float | None]:
        bills = [ledger.bill().cost]
        await ledger.put("k", "a", "one", Usage(cost=0.5))
        bills.append(ledger.bill().cost)
        await ledger.put("l", "a", "one", Usage(cost=None))
        return [*bills, ledger.bill().cost]

    assert within(tmp_path, work) == [0.0, 0.5, None]


def test_many_answers_at_once_are_all_kept(tmp_path: Path):
    async def work(ledger: Ledger) -> int:
        await asyncio.gather(*(ledger.put(f"k{n}", "a", "x", Usage()) for n in range(300)))
        return ledger.bill().answers

    assert within(tmp_path, work) == 300


def test_one_change_that_fails_is_no_loss_of_those_beside_it(tmp_path: Path):
    async def work(ledger: Ledger) -> Any:
        bad = ledger.write(lambda base: base.execute("INSERT INTO nowhere VALUES (1)"))
        puts = [ledger.put(f"k{n}", "a", "x", Usage()) for n in range(5)]
        results = await asyncio.gather(*puts[:2], bad, *puts[2:], return_exceptions=True)
        return [type(each) for each in results if each is not None], ledger.bill().answers

    assert within(tmp_path, work) == ([SettingsError], 5)


@pytest.mark.parametrize("content", [b"nonsense " * 100, b"SQLite format 3\0" + b"x" * 200])
def test_a_ledger_that_is_none_is_told_and_can_be_begun_afresh(tmp_path: Path, content: bytes):
    (tmp_path / "ledger.sqlite").write_bytes(content)
    with pytest.raises(SettingsError, match="no ledger"):
        Ledger(tmp_path, {})
    Ledger(tmp_path, {}, fresh=True).close()


def test_a_ledger_of_another_version_is_refused_and_what_to_do_is_said(tmp_path: Path):
    Ledger(tmp_path, {}).close()
    with sqlite3.connect(tmp_path / "ledger.sqlite") as base:
        base.execute("UPDATE about SET value = '1' WHERE name = 'format'")
        base.execute("ALTER TABLE documents RENAME COLUMN state TO status")  # whatever it was in that version
    with pytest.raises(SettingsError, match="another version") as refused:
        Ledger(tmp_path, {})
    assert "start over with --fresh" in refused.value.hint


def test_a_ledger_that_was_cut_to_nothing_is_refused_where_a_run_has_ended_and_pays_for_nothing_twice(
    tmp_path: Path, server: Server
):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    out.mkdir()
    (out / "ledger.sqlite").touch()  # as a kill leaves it at the very beginning
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    (out / "ledger.sqlite").write_bytes(b"")
    result = batch(docs, "-o", out, *asking(server))
    assert result.exit_code == 2
    assert "it is empty, though a run has ended" in result.output
    assert "--fresh" in result.output
    assert server.count == 2
    assert batch(docs, "-o", out, *asking(server), "--fresh").exit_code == 0


def test_a_ledger_with_a_table_of_another_form_is_told_to_be_no_ledger(tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as base:
        base.execute("CREATE TABLE documents (id TEXT)")
        base.commit()
    with pytest.raises(SettingsError, match="no ledger"):
        Ledger(tmp_path, {})


@pytest.mark.parametrize("place", ["answers", "documents"])
def test_a_ledger_that_is_damaged_in_the_middle_ends_the_run_with_a_sentence_and_asks_nothing(
    tmp_path: Path, server: Server, place: str
):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    with closing(sqlite3.connect(out / "ledger.sqlite")) as base:
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = base.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (place,)).fetchone()
        (size,) = base.execute("PRAGMA page_size").fetchone()
    with (out / "ledger.sqlite").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)
    for brief in out.glob("*.brief.json"):
        brief.unlink()
    result = batch(docs, "-o", out, *asking(server))
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 2
    assert "is damaged" in result.output
    assert server.count == 5


def test_a_folder_that_cannot_be_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingsError, match="cannot be written to"):
        Ledger(tmp_path / "file" / "out", {})
    (tmp_path / "other" / "ledger.sqlite").mkdir(parents=True)
    with pytest.raises(OutputError):
        Ledger(tmp_path / "other", {})
    (tmp_path / "other" / "ledger.sqlite").rmdir()
    Ledger(tmp_path / "other", {}).close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files as Linux tells them")
def test_a_ledger_that_is_refused_is_let_go(tmp_path: Path):
    used = Ledger(tmp_path / "out", {"model": "a"})

    async def use() -> None:
        await used.put("key", "a", "{}", Usage())

    asyncio.run(use())
    used.close()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "ledger.sqlite").write_bytes(b"no database at all " * 100)
    opened = set(os.listdir("/proc/self/fd"))
    for folder in ("out", "broken"):
        with pytest.raises(SettingsError) as kept:
            Ledger(tmp_path / folder, {"model": "b"})
        assert set(os.listdir("/proc/self/fd")) == opened, kept


@pytest.mark.parametrize("again", [(), ("--fresh",)])
def test_a_fresh_run_that_is_killed_before_its_first_answer_costs_no_answer_that_is_paid(
    tmp_path: Path, server: Server, again: tuple[str, ...]
):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    server.answer = _never

    def is_killed(*more: str) -> None:
        child = Child.batch(docs, "-o", out, *asking(server), *more, output=tmp_path / "said")
        until(lambda: server.count == 4 or child.has_ended)  # both are asked about, so that none comes later
        child.kill()
        child.wait()
        del server.asked[2:]

    is_killed("--fresh")
    is_killed(*again)
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert (server.count, manifest(out)["answers_paid"]) == (2, 2)


def test_a_fresh_run_that_is_killed_after_an_answer_has_taken_the_place_of_the_ledger_before(
    tmp_path: Path, server: Server
):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    brief = out / "mill-01.brief.json"
    written = brief.stat().st_mtime_ns
    server.answer = lambda asked: answer(asked) if number_of(asked) == 1 else _never(asked)
    child = Child.batch(docs, "-o", out, *asking(server), "--fresh", output=tmp_path / "said")
    until(lambda: server.count == 4 and brief.stat().st_mtime_ns > written)
    child.kill()
    child.wait()
    server.answer = answer
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert (server.count, manifest(out)["answers_paid"]) == (5, 2)
    assert not (out / "before-ledger.sqlite").exists()


def test_a_ledger_that_cannot_be_written_to_is_told_at_once_and_lets_its_folder_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(path: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    with monkeypatch.context() as once:
        once.setattr(writing, "connected", full)  # of the thread that writes: there are too many open files
        with pytest.raises(OutputError, match="unable to open"):
            Ledger(tmp_path, {})
    Ledger(tmp_path, {}).close()


def test_a_fresh_run_that_makes_nothing_gives_back_the_ledger_before(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    kept = briefs(out)
    refused = batch(docs, "-o", out, "--model", "m", "--base-url", server.url, "--fresh", "--budget", 1)
    assert refused.exit_code == 2  # there is no price for it
    server.answer = lambda asked: error(401, "no such key")
    assert batch(docs, "-o", out, *asking(server), "--fresh").exit_code == 1
    server.answer = answer
    asked = server.count
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert server.count == asked
    assert briefs(out) == kept
    assert batch(docs, "-o", out, *asking(server), "--fresh").exit_code == 0
    assert server.count == asked + 2
    assert sorted(path.name for path in out.glob("*.sqlite")) == ["ledger.sqlite"]


def test_a_re_ask_that_the_server_fails_first_is_counted_once_in_the_brief_and_in_the_bill(
    tmp_path: Path, server: Server
):
    usage = PROMPT_TOKENS, ANSWER_TOKENS
    good = completion(draft({"messages": "sluice 1"}), usage=usage)
    server.script(completion('{"commitments": [{"action": 5}]}', usage=usage), error(500, "no"), good)
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    told, billed = briefs(out)["mill-01"]["run"], manifest(out)["usage"]
    assert server.count == 3
    for name in ("requests", "retries", "reasks", "prompt_tokens", "completion_tokens", "cost"):
        assert told[name] == pytest.approx(billed[name])
    assert (billed["requests"], billed["prompt_tokens"]) == (3, 2 * PROMPT_TOKENS)


def test_a_document_that_fails_leaves_no_brief_of_an_earlier_text_however_it_fails(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    listed = f"{docs}/mill-01.txt\n{docs}/mill-02.txt\n"
    assert batch("-", "-o", out, *asking(server), stdin=listed).exit_code == 0
    words = (docs / "mill-02.txt").read_text()
    (docs / "mill-02.txt").unlink()
    assert batch("-", "-o", out, *asking(server), stdin=listed).exit_code == 1
    assert briefs(out).keys() == {"mill-01"}
    (docs / "mill-02.txt").write_text("")
    assert "made again" not in batch("-", "-o", out, *asking(server), "--format", "md", stdin=listed).output
    assert sorted(path.name for path in out.glob("*.brief.*")) == ["mill-01.brief.json", "mill-01.brief.md"]
    (docs / "mill-02.txt").write_text(words)
    asked = server.count
    assert batch("-", "-o", out, *asking(server), "--retry-failed", stdin=listed).exit_code == 0
    assert server.count == asked  # its answers were kept, as nothing was wrong with them
    assert briefs(out).keys() == {"mill-01", "mill-02"}


def test_every_document_is_told_with_its_source_and_what_it_took(tmp_path: Path, server: Server):
    server.answer = answer
    listed, out = tmp_path / "list.jsonl", tmp_path / "out"
    rows = [{"id": "urn:doc:17", "text": text(1)}, {"id": "2025/03/14", "text": ""}]
    listed.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    assert batch(listed, "-o", out, *asking(server), "--jsonl").exit_code == 1
    first, second = [json.loads(line) for line in (out / "documents.jsonl").read_text().splitlines()]
    assert (first["source"], first["state"], first["requests"]) == (f"{listed}#urn:doc:17", "complete", 1)
    assert json.loads((out / "briefs.jsonl").read_text())["id"] == first["id"]
    assert (second["source"], second["state"]) == (f"{listed}#2025/03/14", "failed")


def test_what_was_paid_before_the_price_was_known_counts_in_a_budget(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    model = "--model", "m", "--base-url", server.url
    assert batch(docs, "-o", out, *model).exit_code == 0
    assert manifest(out)["usage"]["cost"] is None
    write_documents(docs, [3])
    paid = (2 * PROMPT_TOKENS * 100 + 2 * ANSWER_TOKENS * 100) / 1e6
    refused = batch(docs, "-o", out, *model, "--price", 100, 100, "--budget", paid + 0.01)
    assert refused.exit_code == 3
    assert manifest(out)["usage"]["cost"] == pytest.approx(paid)


def test_an_answer_is_on_its_way_to_the_disk_before_anybody_waits(tmp_path: Path):
    ledger = Ledger(tmp_path, {})

    async def keep() -> None:
        kept = BatchAccount(ledger).keep(call("x"), "{}", Usage(prompt_tokens=5))
        ledger.close()  # the loop has not come round once
        await asyncio.wait_for(kept, 10)

    asyncio.run(keep())
    again = Ledger(tmp_path, {})
    assert again.bill().answers == 1
    again.close()
