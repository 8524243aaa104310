"""What lies in the folder after a run: the briefs, the manifest, the failures."""

import resource
from pathlib import Path

import pytest
from batching import Child, answer, asking, batch, briefs, counts, lines, manifest, number_of, write_documents
from faulty_server import Server, error

from summarizer import Brief
from summarizer.files import replace_file


def test_each_document_has_its_brief_under_its_id_with_the_folders_below(tmp_path: Path, server: Server):
    server.answer = answer
    docs = write_documents(tmp_path / "docs", [1])
    write_documents(docs / "may", [2])
    assert batch(docs, "-o", tmp_path / "out", *asking(server)).exit_code == 0
    made = Brief.model_validate_json((tmp_path / "out" / "may" / "mill-02.brief.json").read_text())
    assert made.commitments[0].action == "repair sluice 2"
    assert not list((tmp_path / "out").rglob("*.md"))
    assert not list((tmp_path / "out").rglob(".*.part"))


def test_markdown_stands_beside_each_brief_and_never_in_the_place_of_its_source(tmp_path: Path, server: Server):
    server.answer = answer
    source = write_documents(tmp_path, [1]) / "mill-01.txt"
    source = source.rename(tmp_path / "mill-01.md")
    before = source.read_text()
    assert batch(source, "-o", tmp_path, *asking(server), "--format", "md").exit_code == 0
    assert source.read_text() == before
    assert (tmp_path / "mill-01.brief.md").read_text().startswith("# Brief: ")
    (tmp_path / "mill-01.brief.md").unlink()
    assert batch(source, "-o", tmp_path, *asking(server), "--format", "md").exit_code == 0
    assert (tmp_path / "mill-01.brief.md").exists()
    assert server.count == 1


def test_a_page_for_a_browser_stands_beside_each_brief_and_goes_when_another_form_is_asked_for(
    tmp_path: Path, server: Server
):
    server.answer = answer
    source = write_documents(tmp_path / "in", [1])
    assert batch(source, "-o", tmp_path / "out", *asking(server), "--format", "html").exit_code == 0
    page = tmp_path / "out" / "mill-01.brief.html"
    assert "repair sluice 1" in page.read_text()
    assert batch(source, "-o", tmp_path / "out", *asking(server), "--format", "md").exit_code == 0
    assert not page.exists()
    assert server.count == 1


@pytest.mark.parametrize("harm", ["removed", "cut", "emptied"])
def test_a_brief_that_was_lost_is_made_again_from_the_answer_that_was_paid(tmp_path: Path, server: Server, harm: str):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    batch(docs, "-o", out, *asking(server))
    made, usage = briefs(out), manifest(out)["usage"]
    path = out / "mill-02.brief.json"
    path.unlink() if harm == "removed" else path.write_text("" if harm == "emptied" else path.read_text()[:-50])
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert briefs(out) == made
    assert server.count == 2
    assert manifest(out)["usage"] == usage


def test_json_lines_stand_in_the_order_of_the_inputs_whatever_came_first(tmp_path: Path, server: Server):
    finished: list[int] = []

    def act(asked: dict) -> object:
        number = number_of(asked)
        if number == 1:
            while len(finished) < 4:
                pass
        finished.append(number)
        return answer(asked)

    server.answer = act
    docs, out = write_documents(tmp_path / "docs", range(1, 6)), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server), "--jsonl").exit_code == 0
    assert finished[-1] == 1
    found = lines(out / "briefs.jsonl")
    assert [each["id"] for each in found] == [f"mill-{number:02}" for number in range(1, 6)]
    assert [each["commitments"][0]["action"] for each in found] == [f"repair sluice {n}" for n in range(1, 6)]
    assert not briefs(out)
    write_documents(docs, [0])
    (docs / "mill-03.txt").unlink()
    assert batch(docs, "-o", out, *asking(server), "--jsonl").exit_code == 0
    assert [each["id"] for each in lines(out / "briefs.jsonl")] == [f"mill-{n:02}" for n in (0, 1, 2, 4, 5)]
    assert server.count == 6
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert len(briefs(out)) == 5
    assert not (out / "briefs.jsonl").exists(), "an empty file of another form tells nothing"
    assert server.count == 6


def test_the_manifest_says_what_was_done_with_what_and_for_how_much(tmp_path: Path, server: Server):
    server.answer = lambda asked: error(400, "no") if number_of(asked) == 3 else answer(asked)
    docs, out = write_documents(tmp_path / "docs", range(1, 4)), tmp_path / "out"
    batch(docs, "-o", out, *asking(server), "--price", 2, 5)
    told = manifest(out)
    assert told["documents"] == {"listed": 3, "complete": 2, "incomplete": 0, "failed": 1, "undone": 0}
    assert told["usage"]["cost"] == pytest.approx(2 * (3000 * 2 + 200 * 5) / 1e6)
    assert told["usage"]["requests"] == server.count == 3
    assert told["answers_paid"] == 2
    assert told["stopped"] is None
    assert told["settings"]["model"].startswith(f"m@{server.url}")
    prompt, schema = told["settings"]["prompt"], told["settings"]["schema"]
    made = briefs(out)["mill-01"]["run"]
    assert prompt == f"{made['prompt']['name']}@{made['prompt']['sha256']}"
    assert made["schema_sha256"].startswith(schema.partition("@")[2])
    assert told["versions"].keys() >= {"summarizer", "python", "openai"}


def test_a_cost_that_nobody_knows_is_null(tmp_path: Path, server: Server):
    server.answer = answer
    out = tmp_path / "out"
    result = batch(write_documents(tmp_path / "docs", [1]), "-o", out, "--model", "m", "--base-url", server.url)
    assert manifest(out)["usage"]["cost"] is None
    assert "unknown (no price is known)" in result.output


def test_a_disk_that_takes_no_more_ends_the_run_with_a_sentence_and_the_next_run_goes_on(
    tmp_path: Path, server: Server
):
    server.answer = answer
    docs, out, said = write_documents(tmp_path / "docs", range(1, 21)), tmp_path / "out", tmp_path / "said"

    def limited() -> int:
        result = None
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        result = batch(docs, "-o", out, *asking(server), "--concurrency", 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        said.write_text(f"{result.output}{result.exception!r}")
        return result.exit_code

    assert Child(limited, said).wait() == 1
    assert "cannot be written to" in said.read_text()
    assert "Traceback" not in said.read_text()
    assert "SystemExit" in said.read_text()
    paid = server.count
    assert paid < 20
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert counts(out) == (20, 0, 0, 0)


def test_a_brief_that_cannot_be_written_ends_the_run_with_a_sentence(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"
    write_documents(docs / "may", [2])
    out.mkdir()
    (out / "may").write_text("a file where a folder is to be")
    result = batch(docs, "-o", out, *asking(server))
    assert result.exit_code == 1
    assert "the brief of may/mill-02 cannot be written" in result.output
    assert counts(out)[3] == 1
    (out / "may").unlink()
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert server.count == 2


def test_a_disk_that_is_full_at_the_end_is_told_and_the_next_run_writes_the_summary(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1]), tmp_path / "out"

    def full(path: Path, *_: object) -> None:
        if path.name == "failed.jsonl":
            raise OSError(28, "No space left on device")
        replace_file(path, *_)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr("summarizer.batch.results.output.replace_file", full)
        result = batch(docs, "-o", out, *asking(server))
    assert result.exit_code == 1
    assert f"the summary in {out} cannot be written: No space left on device" in result.output
    assert batch(docs, "-o", out, *asking(server)).exit_code == 0
    assert (counts(out), server.count) == ((1, 0, 0, 0), 1)


def test_a_folder_for_the_briefs_that_is_a_file_is_refused(tmp_path: Path):
    docs = write_documents(tmp_path / "docs", [1])
    (tmp_path / "out").write_text("x")
    assert batch(docs, "-o", tmp_path / "out").exit_code == 2
    result = batch(docs, "-o", tmp_path / "out" / "below")
    assert result.exit_code == 2
    assert "cannot be written to" in result.output
    assert (tmp_path / "out").read_text() == "x"


def test_a_cost_is_told_without_what_binary_fractions_leave_behind(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2, 3]), tmp_path / "out"
    assert batch(docs, "-o", out, *asking(server), "--price", 1.1, 4.4).exit_code == 0
    assert '"cost": 0.01254\n' in (out / "manifest.json").read_text()
    assert {row["cost"] for row in lines(out / "documents.jsonl")} == {0.00418}
