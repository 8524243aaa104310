"""A document that the inputs name more than once is made once, and that is said."""

import json
from pathlib import Path

import pytest
from batch_server import BatchServer
from batching import answer, asking, batch, briefs, counts, lines, manifest, text, write_documents
from faulty_server import Server, error

from summarizer.batch.many import summarize_many


@pytest.mark.parametrize("processes", [1, 2])
def test_overlapping_inputs_are_one_document_each_and_said_to_overlap(tmp_path: Path, server: Server, processes: int):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2, 3]), tmp_path / "out"
    for _ in range(2):
        result = batch(
            *(docs, docs / "mill-01.txt", f"{docs}/*2.txt", f"{docs}/../docs/mill-01.txt", "-o", out),
            *(*asking(server), "--processes", processes),
        )
        assert result.exit_code == 0, result.output
        said = " ".join(result.output.split())
        assert f"the inputs repeat documents (3 times: {docs}/" in said
        assert counts(out) == (3, 0, 0, 0)
        assert manifest(out)["documents"]["listed"] == len(lines(out / "documents.jsonl")) == 3
    assert server.count == 3
    assert set(briefs(out)) == {"mill-01", "mill-02", "mill-03"}


def test_a_list_that_is_given_twice_and_a_path_that_is_piped_twice_count_once(tmp_path: Path, server: Server):
    server.answer = answer
    docs, listed = write_documents(tmp_path / "docs", [1]), tmp_path / "list.jsonl"
    listed.write_text("".join(json.dumps({"id": f"m{number}", "text": text(number)}) + "\n" for number in (2, 3)))
    assert batch(listed, tmp_path / "*.jsonl", "-o", tmp_path / "one", *asking(server)).exit_code == 0
    assert counts(tmp_path / "one") == (2, 0, 0, 0)
    result = batch("-", "-o", tmp_path / "two", *asking(server), stdin=f"{docs}/mill-01.txt\n" * 3)
    assert result.exit_code == 0
    assert counts(tmp_path / "two") == (1, 0, 0, 0)
    assert f"(2 times: {docs}/mill-01.txt, ...); each was made once" in " ".join(result.output.split())


def test_inputs_that_name_all_once_say_nothing_of_it(tmp_path: Path, server: Server):
    server.answer = answer
    docs = write_documents(tmp_path / "docs", [1, 2])
    assert "repeat documents" not in batch(docs, "-o", tmp_path / "out", *asking(server)).output


def test_one_that_fails_has_failed_once_however_often_it_is_named(tmp_path: Path, server: Server):
    server.answer = lambda _: error(400, "no")
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    (docs / "empty.txt").write_text("")
    assert batch(docs, docs / "mill-01.txt", docs / "empty.txt", "-o", out, *asking(server)).exit_code == 1
    assert counts(out) == (0, 0, 2, 0)
    assert server.count == 1


def test_one_id_with_another_text_is_a_fault_of_the_second_and_says_so(tmp_path: Path, server: Server):
    server.answer = answer
    listed, out = tmp_path / "list.jsonl", tmp_path / "out"
    rows = [("a", 1), ("a", 2), ("a", 1), ("a-2", 3)]
    listed.write_text("".join(json.dumps({"id": own, "text": text(number)}) + "\n" for own, number in rows))
    for _ in range(2):
        assert batch(listed, "-o", out, *asking(server)).exit_code == 1
        assert (counts(out), server.count) == ((2, 0, 1, 0), 2)
    (failed,) = lines(out / "failed.jsonl")
    assert f"{listed}:2 is listed twice, with other words" in failed["message"]
    assert (failed["id"], failed["attempts"]) == ("a~2", 1)
    assert briefs(out)["a"]["commitments"][0]["action"] == "repair sluice 1"
    assert briefs(out)["a-2"]["commitments"][0]["action"] == "repair sluice 3"


def test_through_the_batch_api_it_goes_into_a_job_once(tmp_path: Path, batch_server: BatchServer):
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    result = batch(docs, docs / "mill-01.txt", "-o", out, *asking(batch_server), "--provider-batch")
    assert result.exit_code == 0, result.output
    assert f"(once: {docs}/mill-01.txt)" in " ".join(result.output.split())
    assert counts(out) == (2, 0, 0, 0)
    assert len(batch_server.lines) == 2


def test_a_program_gets_an_outcome_for_each_source_and_pays_once(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    server.answer = answer
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    docs = write_documents(tmp_path / "docs", [1, 2])
    monkeypatch.chdir(docs)
    sources = ["mill-01.txt", docs / "mill-02.txt", docs / "mill-01.txt"]
    one, two, three = summarize_many(sources, model="openai:m", folder=tmp_path / "out")
    assert [each.id for each in (one, two, three)] == ["mill-01", "mill-02", "mill-01"]
    assert [each.again for each in (one, two, three)] == [False, False, True]
    assert [each.origin for each in (one, two, three)] == [str(source) for source in sources]
    assert (three.state, three.error, three.usage.requests) == ("complete", None, 0)
    assert server.count == 2
