"""A batch through a provider's batch API: everything is accounted for, whatever breaks."""

import asyncio
import itertools
import json
import os
from pathlib import Path
from typing import Any

import pytest
from batch_server import BatchServer, Job, answered, complete, refused
from batching import (
    ANSWER_TOKENS,
    PROMPT_TOKENS,
    Child,
    answer,
    batch,
    briefs,
    counts,
    lines,
    manifest,
    number_of,
    text,
    until,
    within,
    write_documents,
)
from faulty_server import Server, completion, error

from summarizer.batch import provider
from summarizer.batch.accounts.ledger import Ledger
from summarizer.batch.accounts.postponing import Postponing
from summarizer.batch.provider import ProviderRun
from summarizer.engines import batches, bounded, room
from summarizer.engines.accounts import Call
from summarizer.engines.providers import COMPATIBLE, Endpoint
from summarizer.windows import MOST

HALF = (PROMPT_TOKENS * 1 + ANSWER_TOKENS * 10) / 2e6
"""Dollars of one answer, at half the price of 1 and 10 a million."""


def asking(server: BatchServer) -> tuple[object, ...]:
    return "--model", "m", "--base-url", server.url, "--price", 1, 10, "--provider-batch"


def numbers(server: BatchServer) -> list[int]:
    """Of the documents that were asked about, in all jobs."""
    return sorted(number_of(line["body"]) for line in server.lines)


def test_all_documents_go_out_in_one_job_at_half_the_price(tmp_path: Path, batch_server: BatchServer):
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    (job,) = batch_server.jobs
    assert numbers(batch_server) == [1, 2, 3, 4, 5]
    assert batch_server.count == 0
    line = job.lines[0]
    assert (line["method"], line["url"], line["body"]["model"]) == ("POST", "/v1/chat/completions", "m")
    assert briefs(out)["mill-03"]["commitments"][0]["action"] == "repair sluice 3"
    usage = manifest(out)["usage"]
    assert usage["cost"] == pytest.approx(5 * HALF)
    assert (usage["requests"], usage["cache_hits"]) == (5, 0)
    assert counts(out) == (5, 0, 0, 0)
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert len(batch_server.jobs) == 1


def test_the_briefs_are_those_of_a_run_without_it(tmp_path: Path, server: Server, batch_server: BatchServer):
    server.answer = answer
    docs = write_documents(tmp_path / "docs", [1, 2])
    batch(docs, "-o", tmp_path / "one", *asking(batch_server))
    batch(docs, "-o", tmp_path / "two", "--model", "m", "--base-url", server.url, "--price", 0.5, 5)
    assert briefs(tmp_path / "one") == briefs(tmp_path / "two")
    assert sorted((line["body"] for line in batch_server.lines), key=number_of) == sorted(server.asked, key=number_of)


def test_a_job_under_way_is_waited_for(tmp_path: Path, batch_server: BatchServer):
    def settle(job: Job) -> None:
        complete(job)
        job.looks = 3

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert batch_server.jobs[0].looks == 0


@pytest.mark.parametrize(
    "place", ["before the file", "before the job", "after the job", "in the middle of the answers"]
)
def test_after_a_crash_the_job_is_attached_again_and_nothing_is_asked_twice(
    tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch, place: str
):
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"

    def dies(*_: Any, **__: Any) -> Any:
        os._exit(7)

    def run() -> int:
        if place == "before the file":
            batches.Batches.submit = dies  # type: ignore[method-assign]
        elif place == "after the job":
            ProviderRun._attached = dies  # type: ignore[method-assign]
        elif place == "in the middle of the answers":
            put, came = Ledger.put, itertools.count()

            async def dying(self: Ledger, *more: Any) -> None:
                await put(self, *more)
                if next(came) == 2:
                    dies()

            Ledger.put = dying  # type: ignore[method-assign]
        return batch(docs, "-o", out, *asking(batch_server)).exit_code

    child: list[Child] = []
    if place == "before the job":
        batch_server.on_submit = lambda: child[0].kill()
        batch_server.settle = lambda job: batch_server.jobs.remove(job)
    child.append(Child(run, tmp_path / "said"))
    assert child[0].wait() in (7, -9)
    batch_server.on_submit, batch_server.settle = lambda: None, complete
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert numbers(batch_server) == [1, 2, 3, 4, 5]
    assert len(batch_server.jobs) == 1
    assert counts(out) == (5, 0, 0, 0)
    assert manifest(out)["usage"]["cost"] == pytest.approx(5 * HALF)
    assert manifest(out)["answers_paid"] == 5


def test_a_job_that_was_made_though_the_answer_broke_off_is_found_and_not_made_twice(
    tmp_path: Path, batch_server: BatchServer
):
    broken = iter([error(502, "gone", {"retry-after-ms": "1"})])
    batch_server.on_submit = lambda: next(broken, None)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(batch_server))
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert len(batch_server.jobs) == 1


@pytest.mark.parametrize("broken", [1, 3])
def test_a_download_that_breaks_off_begins_again_and_keeps_what_it_brought(
    tmp_path: Path, batch_server: BatchServer, broken: int
):
    def settle(job: Job) -> None:
        complete(job)
        batch_server.cuts = [len(json.dumps(job.answers)) - 100] * broken  # in the middle of the last line

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", range(4)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(batch_server))
    lasts = broken == 3
    assert (result.exit_code, manifest(out)["answers_paid"]) == ((1, 3) if lasts else (0, 4))
    assert ("broke off" in result.output) == lasts
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert (len(batch_server.jobs), manifest(out)["answers_paid"]) == (1, 4)


def test_a_provider_that_goes_down_while_a_job_runs_is_waited_for(tmp_path: Path, batch_server: BatchServer):
    def settle(job: Job) -> None:
        complete(job)
        job.looks, batch_server.busy = 1, 20

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert (counts(out), batch_server.busy, len(batch_server.jobs)) == ((2, 0, 0, 0), 0, 1)


def test_a_provider_that_stays_down_ends_the_run_and_the_next_one_waits_on(
    tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(provider, "_PATIENCE", 0.05)

    def settle(job: Job) -> None:
        complete(job)
        job.looks, batch_server.busy = 1, 1000

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(batch_server))
    assert result.exit_code == 1
    assert "the same command goes on from here" in result.output
    assert (counts(out), len(batch_server.jobs)) == ((0, 0, 0, 2), 1)
    batch_server.busy = 0
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert (counts(out), len(batch_server.jobs)) == ((2, 0, 0, 0), 1)


def test_a_line_with_a_passing_error_is_asked_again_and_one_that_lasts_fails_its_document(
    tmp_path: Path, batch_server: BatchServer
):
    def settle(job: Job) -> None:
        for line in job.lines:
            number = number_of(line["body"])
            if number == 2:
                job.errors.append(refused(line, 400, "This request is not taken"))
            elif number == 3 and job.id == "job-0":
                job.errors.append(refused(line, 503, "busy"))
            elif number == 4:
                job.errors.append(refused(line, 500, "always broken"))
            else:
                job.answers.append(answered(line))

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 1
    assert counts(out) == (3, 0, 2, 0)
    assert {each["id"]: each["reason"] for each in lines(out / "failed.jsonl")} == {
        "mill-02": "BadRequest",
        "mill-04": "ProviderFault",
    }
    assert [len(job.lines) for job in batch_server.jobs] == [5, 2, 1]
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["retries"], usage["reasks"]) == (8, 3, 0)
    made = {each["id"]: each["requests"] for each in lines(out / "documents.jsonl")}
    assert made == {"mill-01": 1, "mill-02": 1, "mill-03": 2, "mill-04": 3, "mill-05": 1}
    assert {each["attempts"] for each in lines(out / "failed.jsonl")} == {1}


def test_a_part_of_a_document_that_is_refused_is_not_asked_again_while_another_part_is_waited_for(
    tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(room, "_told", {})

    def settle(job: Job) -> None:
        for line in job.lines:
            if "sluice 1" in json.dumps(line["body"]["messages"]):
                job.errors.append(refused(line, 400, "not this one"))
            elif job.id == "job-0":
                job.errors.append(refused(line, 503, "busy"))
            else:
                words = len(str(line["body"]["messages"]).split())
                message = completion(
                    '{"commitments": []}', usage=(round(1.3 * words), 10)
                )  # else the parts would be parted anew
                job.answers.append({"custom_id": line["custom_id"], "response": {"status_code": 200, "body": message}})

    batch_server.settle = settle
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    (docs / "long.txt").write_text(text(1) + f"{'The old road to the mill is long. ' * 40}\n\n" * (MOST // 350))
    for more in ([], ["--format", "md"]):  # another form is made from what is kept
        assert batch(docs, "-o", out, *asking(batch_server), *more).exit_code == 3
        parts = len(batch_server.jobs[0].lines)
        assert [len(job.lines) for job in batch_server.jobs] == [parts, parts - 1]
        usage = manifest(out)["usage"]
        assert (usage["requests"], usage["retries"]) == (2 * parts - 1, parts - 1)
    assert parts > 1


def test_failed_documents_are_tried_once_more_in_a_run_that_is_asked_to_and_no_more(
    tmp_path: Path, batch_server: BatchServer
):
    def settle(job: Job) -> None:
        job.errors = [refused(line, 400, "no") for line in job.lines if number_of(line["body"]) == 2]
        again = [line for line in job.lines if number_of(line["body"]) == 3 and len(batch_server.jobs) % 3]
        job.errors += [refused(line, 500, "busy") for line in again]
        odd = [line for line in job.lines if number_of(line["body"]) == 2 or line in again]
        job.answers = [answered(line) for line in job.lines if line not in odd]

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2, 3]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 1
    assert numbers(batch_server) == [1, 2, 3, 3, 3]
    write_documents(docs, [3])
    (docs / "mill-03.txt").write_text(text(3) + "They thanked the cook.\n")
    assert batch(docs, "-o", out, *asking(batch_server), "--retry-failed").exit_code == 1
    assert numbers(batch_server) == [1, 2, 2, 3, 3, 3, 3, 3, 3]
    (failed,) = lines(out / "failed.jsonl")
    assert (failed["id"], failed["attempts"]) == ("mill-02", 2)


def test_what_an_expired_job_left_unanswered_goes_out_in_another(tmp_path: Path, batch_server: BatchServer):
    def settle(job: Job) -> None:
        complete(job)
        if job.id == "job-0":
            job.status = "expired"
            del job.answers[2:]

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert [len(job.lines) for job in batch_server.jobs] == [5, 3]
    assert manifest(out)["answers_paid"] == 5


def test_jobs_that_always_expire_end_in_failures_that_say_so(tmp_path: Path, batch_server: BatchServer):
    batch_server.settle = lambda job: setattr(job, "status", "expired")
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 1
    assert len(batch_server.jobs) == 3
    assert all("expired" in each["message"] for each in lines(out / "failed.jsonl"))
    assert all("into another job" in each["hint"] for each in lines(out / "failed.jsonl"))
    assert counts(out) == (0, 0, 2, 0)
    assert manifest(out)["usage"]["requests"] == 0


def test_a_request_that_was_answered_with_an_error_is_counted_and_one_that_was_not_is_not(
    tmp_path: Path, batch_server: BatchServer
):
    def settle(job: Job) -> None:
        for line in job.lines:
            said = {"error": {"code": "batch_expired", "message": "It could not be executed"}, "response": None}
            is_first = number_of(line["body"]) == 1
            job.errors.append(refused(line, 400, "no") if is_first else {"custom_id": line["custom_id"], **said})

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 1
    assert numbers(batch_server) == [1, 2, 2, 2]
    first, second = lines(out / "failed.jsonl")
    assert "refused the request (status 400): no" in first["message"]
    assert second["message"] == "the provider did not answer the request: It could not be executed"
    assert manifest(out)["usage"]["requests"] == 1


def test_a_job_that_fails_as_a_whole_ends_the_run_with_its_reason_and_no_document_fails(
    tmp_path: Path, batch_server: BatchServer
):
    def settle(job: Job) -> None:
        job.status, job.reason = "failed", "Enqueued token limit reached"

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    for run in range(1, 5):  # however often: nothing in it was tried
        result = batch(docs, "-o", out, *asking(batch_server))
        assert result.exit_code == 1
        assert len(batch_server.jobs) == run
        assert "job-0: Enqueued token limit reached" in result.output or run > 1
        assert "nothing in it was asked or paid" in result.output
        assert "Enqueued token limit reached" in manifest(out)["stopped"]
        assert counts(out) == (0, 0, 0, 2)
        assert manifest(out)["usage"]["requests"] == 0
    batch_server.settle = complete
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert (manifest(out)["usage"]["requests"], manifest(out)["usage"]["cost"]) == (2, pytest.approx(2 * HALF))


def test_a_job_that_is_too_much_beside_others_goes_out_again_after_them(
    tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(provider, "LINES", 2)

    def settle(job: Job) -> None:
        complete(job)
        if job.id == "job-1":
            job.status, job.answers = "failed", []

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", range(1, 5)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert [len(job.lines) for job in batch_server.jobs] == [2, 2, 2]
    assert manifest(out)["usage"]["requests"] == 4


def test_a_job_that_somebody_cancelled_is_not_made_again_in_the_same_run(
    tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch
):
    def settle(job: Job) -> None:
        complete(job)
        if job.id == "job-0":
            job.status = "cancelled"
            del job.answers[1:]
        elif job.id == "job-1":
            job.status, job.answers = "failed", []

    batch_server.settle = settle
    monkeypatch.setattr(provider, "LINES", 3)
    docs, out = write_documents(tmp_path / "docs", range(1, 5)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(batch_server))
    assert result.exit_code == 1
    assert "job-0 of the provider was cancelled, with 1 of 3 answered" in result.output
    assert counts(out) == (1, 0, 0, 3)
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert [len(job.lines) for job in batch_server.jobs] == [3, 1, 3]


def test_an_answer_that_does_not_hold_is_asked_again_in_a_second_job_and_the_better_one_taken(
    tmp_path: Path, batch_server: BatchServer
):
    unquoted = json.dumps({"commitments": [{"action": "x", "strength": "agreed", "evidence": [{"quote": "Never."}]}]})

    def settle(job: Job) -> None:
        for line in job.lines:
            said = {1: "no JSON", 2: unquoted}.get(number_of(line["body"]))
            if said is None or job.id != "job-0":
                job.answers.append(answered(line))
            else:
                body = completion(said, usage=(PROMPT_TOKENS, ANSWER_TOKENS))
                job.answers.append({"custom_id": line["custom_id"], "response": {"status_code": 200, "body": body}})

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2, 3]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    _, second = batch_server.jobs
    assert numbers(batch_server) == [1, 1, 2, 2, 3]
    assert all(len(line["body"]["messages"]) > 2 for line in second.lines)
    made = briefs(out)
    assert [made[f"mill-0{n}"]["commitments"][0]["action"] for n in (1, 2, 3)] == [
        f"repair sluice {n}" for n in (1, 2, 3)
    ]
    usage = manifest(out)["usage"]
    assert (usage["requests"], usage["reasks"], usage["cost"]) == (5, 2, pytest.approx(5 * HALF))


@pytest.mark.parametrize(("bound", "value"), [("LINES", 2), ("BYTES", 40_000)])
def test_jobs_keep_within_the_sizes_that_the_provider_takes(
    tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch, bound: str, value: int
):
    monkeypatch.setattr(provider, bound, value)
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert len(batch_server.jobs) >= 3
    assert numbers(batch_server) == [1, 2, 3, 4, 5]
    sizes = [len(batch_server.files[job.file]) for job in batch_server.jobs]
    assert bound == "LINES" or max(sizes) <= value
    assert counts(out) == (5, 0, 0, 0)


def test_a_request_larger_than_a_job_goes_out_by_itself(
    tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(provider, "BYTES", 10)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert [len(job.lines) for job in batch_server.jobs] == [1, 1]


def test_lines_that_nobody_can_read_or_asked_for_harm_nothing(tmp_path: Path, batch_server: BatchServer):
    def settle(job: Job) -> None:
        complete(job)
        odd: list[Any] = ["{broken", "[]", "5", "null", '{"custom_id": null}', '{"custom_id": "nobody"}', '{"x": 1}']
        odd += [{"custom_id": {"a": 1}, "response": 3}, "\u00e9"]
        odd += [{"custom_id": line["custom_id"], "response": "text"} for line in job.lines[:1]]
        job.answers = [*odd, *job.answers, *job.answers]

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert manifest(out)["usage"]["cost"] == pytest.approx(2 * HALF)
    assert len(batch_server.jobs) == 1


def test_a_line_ends_at_a_line_feed_and_at_nothing_else(tmp_path: Path, batch_server: BatchServer):
    def settle(job: Job) -> None:
        complete(job)
        body = job.answers[0]["response"]["body"]
        said = json.loads(body["choices"][0]["message"]["content"])
        said["commitments"][0]["action"] = "repair\u2028sluice 1\x85"
        body["choices"][0]["message"]["content"] = json.dumps(said, ensure_ascii=False)
        job.answers[0] = json.dumps(job.answers[0], ensure_ascii=False)

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert len(batch_server.jobs) == 1
    assert "repair" in briefs(out)["mill-01"]["commitments"][0]["action"]


def test_a_line_without_end_is_no_answer(tmp_path: Path, batch_server: BatchServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bounded, "LARGEST", 100_000)

    def settle(job: Job) -> None:
        complete(job)
        endless = json.dumps({"custom_id": job.lines[0]["custom_id"], "x": "y" * 1_000_000})
        job.answers = [endless, *job.answers[:1]] if job.id == "job-0" else job.answers

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert numbers(batch_server) == [1, 1, 2]


def test_identical_documents_are_put_down_once(tmp_path: Path, batch_server: BatchServer):
    listed = tmp_path / "list.jsonl"
    listed.write_text("".join(json.dumps({"id": own, "text": text(1)}) + "\n" for own in "abcdef"))
    assert batch(listed, "-o", tmp_path / "out", *asking(batch_server)).exit_code == 0
    assert numbers(batch_server) == [1]
    assert counts(tmp_path / "out") == (6, 0, 0, 0)
    usage = manifest(tmp_path / "out")["usage"]
    assert (usage["requests"], usage["cache_hits"], usage["cost"]) == (1, 5, pytest.approx(HALF))


def test_the_same_request_at_the_same_moment_is_put_down_once(tmp_path: Path):
    async def work(ledger: Ledger) -> int:
        jobs = Postponing(ledger, Endpoint(COMPATIBLE, "m", "http://x/v1", "none"))
        call = Call("http://x/v1", b'{"model": "m"}', 10, None)
        await asyncio.gather(*(jobs.put_down(call, document) for document in "abcde"))
        return len(ledger.read("SELECT key FROM requests"))

    assert within(tmp_path, work) == 1


def test_broken_lines_fail_once_however_often_the_documents_are_gone_through(tmp_path: Path, batch_server: BatchServer):
    listed = tmp_path / "list.jsonl"
    listed.write_text(json.dumps({"id": "a", "text": text(1)}) + "\n{broken\n")
    result = batch(listed, "-o", tmp_path / "out", *asking(batch_server))
    assert result.exit_code == 1
    assert counts(tmp_path / "out") == (1, 0, 1, 0)
    assert lines(tmp_path / "out" / "failed.jsonl")[0]["attempts"] == 1


def test_ctrl_c_stops_waiting_for_the_job_and_the_next_run_takes_its_answers(tmp_path: Path, batch_server: BatchServer):
    def settle(job: Job) -> None:
        complete(job)
        job.looks = 10**9

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    child = Child.batch(docs, "-o", out, *asking(batch_server), output=tmp_path / "said")
    until(lambda: batch_server.jobs and batch_server.jobs[0].looks < 10**9)  # type: ignore[arg-type, return-value]
    child.interrupt()
    assert child.wait() == 3
    assert counts(out) == (0, 0, 0, 2)
    batch_server.jobs[0].looks = 0
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert len(batch_server.jobs) == 1


def test_a_budget_stops_before_a_job_could_exceed_it(tmp_path: Path, batch_server: BatchServer):
    docs, out = write_documents(tmp_path / "docs", range(1, 9)), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(batch_server), "--budget", 0.03)
    assert result.exit_code == 3
    assert "budget" in result.output
    assert manifest(out)["usage"]["cost"] <= 0.03
    assert len(batch_server.lines) < 8


def test_a_list_on_standard_input_cannot_be_read_several_times_and_is_refused(tmp_path: Path):
    result = batch(
        "-", "-o", tmp_path / "out", "--model", "m", "--base-url", "http://x/v1", "--provider-batch", stdin=""
    )
    assert result.exit_code == 2
    assert "as a file" in result.output


def test_a_provider_without_a_batch_api_is_told_before_anything_is_sent(tmp_path: Path):
    docs = write_documents(tmp_path / "docs", [1])
    result = batch(docs, "-o", tmp_path / "out", "--model", "ollama:x", "--provider-batch")
    assert result.exit_code == 2
    assert "no batch API" in result.output


def test_a_provider_that_refuses_the_job_is_named_and_the_next_run_submits_it(
    tmp_path: Path, batch_server: BatchServer
):
    batch_server.on_submit = lambda: error(401, "no such key")
    batch_server.settle = lambda job: batch_server.jobs.remove(job)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(batch_server))
    assert result.exit_code == 1
    assert "did not accept the API key" in result.output
    assert "Traceback" not in result.output
    manifest = json.loads((out / "manifest.json").read_text())
    assert "did not accept the API key" in manifest["stopped"]
    assert manifest["documents"]["undone"] == 2
    batch_server.on_submit, batch_server.settle = lambda: None, complete
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert [len(job.lines) for job in batch_server.jobs] == [2]


@pytest.mark.parametrize("gone", ["job-0", "output_file_id-job-0"])
def test_what_the_provider_no_longer_has_is_paid_for_again_only_where_that_is_wanted(
    tmp_path: Path, batch_server: BatchServer, gone: str
):
    batch_server.gone = (gone,)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    for _ in range(2):
        result = batch(docs, "-o", out, *asking(batch_server))
        assert result.exit_code == 1
        assert f"has no {'job' if gone == 'job-0' else 'file'} {gone}" in result.output
        assert "--retry-failed" in result.output
    assert len(batch_server.jobs) == 1
    assert batch(docs, "-o", out, *asking(batch_server), "--retry-failed").exit_code == 0
    assert numbers(batch_server) == [1, 1, 2, 2]
    assert manifest(out)["answers_paid"] == 2


def test_a_job_that_another_key_cannot_see_is_found_with_the_right_one(tmp_path: Path, batch_server: BatchServer):
    batch_server.gone = ("job-0",)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 1
    batch_server.gone = ()
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert numbers(batch_server) == [1, 2]


def test_what_is_in_a_job_is_not_asked_past_it(tmp_path: Path, batch_server: BatchServer):
    batch_server.gone = ("job-0",)
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(batch_server))
    result = batch(docs, "-o", out, *asking(batch_server)[:-1])
    assert result.exit_code == 2
    assert "2 requests" in result.output
    assert "are in a job of the provider" in result.output
    assert batch_server.count == 0


@pytest.mark.parametrize(
    "response", [{"status_code": "none"}, {"status_code": [200]}, "text", {"status_code": "200", "body": "text"}]
)
def test_a_line_of_another_shape_is_asked_again(tmp_path: Path, batch_server: BatchServer, response: Any):
    def settle(job: Job) -> None:
        complete(job)
        if job.id == "job-0":
            job.answers[0] = {"custom_id": job.lines[-1]["custom_id"], "response": response}

    batch_server.settle = settle
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert numbers(batch_server) == [1, 2, 2]


def test_what_was_put_down_and_is_no_longer_wanted_is_not_submitted(tmp_path: Path, batch_server: BatchServer):
    batch_server.on_submit = lambda: error(401, "no such key")
    batch_server.settle = lambda job: batch_server.jobs.remove(job)
    docs, out = write_documents(tmp_path / "docs", [1, 2, 3]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 1
    batch_server.on_submit, batch_server.settle = lambda: None, complete
    (docs / "mill-01.txt").unlink()
    (docs / "mill-02.txt").write_text(text(4))
    assert batch(docs, "-o", out, *asking(batch_server)).exit_code == 0
    assert numbers(batch_server) == [3, 4]
    assert manifest(out)["answers_paid"] == 2


def test_a_budget_learns_from_what_a_job_brought(tmp_path: Path, batch_server: BatchServer):
    def long(job: Job) -> None:
        for line in job.lines:
            bad = completion('{"commitments": [{"action": 5}]}', usage=(PROMPT_TOKENS, 20_000))
            job.answers.append(answered(line) | {"response": {"status_code": 200, "body": bad}})

    batch_server.settle = long
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    result = batch(docs, "-o", out, *asking(batch_server), "--budget-tokens", 40_000)
    assert result.exit_code == 3, result.output
    assert len(batch_server.jobs) == 1  # a re-ask might take as much again


@pytest.mark.parametrize("reply", ["<html>", [], None, {}])
def test_what_is_no_batch_api_is_told(tmp_path: Path, batch_server: BatchServer, reply: Any):
    said = (200, json.dumps(reply).encode(), {"Content-Type": "application/json"})
    batch_server.submitted = lambda asked: said  # type: ignore[method-assign,assignment,return-value]
    docs = write_documents(tmp_path / "docs", [1])
    result = batch(docs, "-o", tmp_path / "out", *asking(batch_server))
    assert result.exit_code == 1
    assert "what no batch API answers" in result.output
    assert "Traceback" not in result.output
