"""One file is one document, however it is written, and keeps its id and its brief."""

import json
import os
import shutil
from pathlib import Path

import pytest
from batching import answer, batch, briefs, counts, lines, write_documents
from faulty_server import Server

from summarizer.batch.inputs.places import place, stands


def asking(server: Server) -> tuple[object, ...]:
    server.answer = answer
    return "--model", "m", "--base-url", server.url


def written(folder: Path) -> dict[str, int]:
    """When each file of a brief was written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*.brief.json")}


def test_a_place_is_the_same_from_each_folder_and_through_a_link_to_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    docs = write_documents(tmp_path / "docs", [1])
    (tmp_path / "link").symlink_to("docs")
    (docs / "latest.txt").symlink_to("mill-01.txt")
    monkeypatch.chdir(docs)
    spelled = ["mill-01.txt", "./mill-01.txt", "../docs/mill-01.txt", "../link/mill-01.txt", str(docs / "mill-01.txt")]
    assert {place(Path(each)) for each in spelled} == {os.path.realpath("mill-01.txt")}
    assert place(Path("latest.txt")) == os.path.realpath(docs) + "/latest.txt"  # its name may bring another date


def test_what_is_no_path_is_its_own_place():
    assert place(Path("a\0b/c.txt")) == "a\0b/c.txt"
    assert not stands("a\0b/c.txt")
    assert not stands("list.jsonl#7")


def test_a_file_that_is_written_otherwise_is_the_same_document(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"path": "docs/mill-01.txt"}\n{"path": "docs/mill-02.txt"}\n')
    monkeypatch.chdir(tmp_path)
    assert batch("docs", "-o", out, *asking(server)).exit_code == 0
    first, made = written(out), briefs(out)
    for folder, inputs, number in (
        (tmp_path, [docs], 2),
        (tmp_path, ["./docs/*.txt"], 2),
        (tmp_path, ["list.jsonl"], 2),
        (docs, ["mill-01.txt"], 1),
        (docs, ["../docs/mill-02.txt"], 1),
        (docs, ["."], 2),
    ):
        monkeypatch.chdir(folder)
        assert batch(*inputs, "-o", out, *asking(server)).exit_code == 0
        assert counts(out) == (number, 0, 0, 0)
        assert written(out) == first
    assert briefs(out) == made
    assert server.count == 2
    assert {line["source"] for line in lines(out / "documents.jsonl")} == {
        str(docs.resolve() / name) for name in ("mill-01.txt", "mill-02.txt")
    }


def test_the_files_of_a_list_without_ids_keep_their_briefs_where_a_line_is_put_before_them(
    tmp_path: Path, server: Server
):
    write_documents(tmp_path / "docs", [1, 2, 3])
    listed, out = tmp_path / "list.csv", tmp_path / "out"
    listed.write_text("path\ndocs/mill-02.txt\ndocs/mill-03.txt\n")
    batch(listed, "-o", out, *asking(server))
    before = briefs(out)
    listed.write_text("path\ndocs/mill-01.txt\ndocs/mill-03.txt\ndocs/mill-02.txt\n")
    assert "has changed" not in batch(listed, "-o", out, *asking(server)).output
    made = briefs(out)
    assert {own: brief["commitments"][0]["action"] for own, brief in made.items()} == {
        f"mill-0{number}": f"repair sluice {number}" for number in (1, 2, 3)
    }
    assert all(made[own] == before[own] for own in before)
    assert server.count == 3


def test_documents_that_were_moved_with_their_briefs_keep_their_ids(tmp_path: Path, server: Server):
    here, there = tmp_path / "here", tmp_path / "there"
    (here / "docs").mkdir(parents=True)
    for name in ("one", "two"):
        write_documents(here / "docs" / name, [1])
    batch(here / "docs/one", here / "docs/two", "-o", here / "out", *asking(server))
    made = briefs(here / "out")
    assert set(made) == {"mill-01", "mill-01~2"}
    shutil.move(here, there)
    first = written(there / "out")
    batch(there / "docs/one", there / "docs/two", "-o", there / "out", *asking(server))
    assert (written(there / "out"), server.count) == (first, 1)


def test_a_copy_beside_the_file_is_a_document_of_its_own(tmp_path: Path, server: Server):
    one, out = write_documents(tmp_path / "one", [1]), tmp_path / "out"
    batch(one, "-o", out, *asking(server))
    shutil.copytree(one, tmp_path / "also")
    batch(tmp_path / "also", one, "-o", out, *asking(server))
    found = {line["source"]: line["id"] for line in lines(out / "documents.jsonl")}
    assert found[str(one.resolve() / "mill-01.txt")] == "mill-01"
    assert sorted(found.values()) == ["mill-01", "mill-01~2"]
    assert server.count == 1


def test_a_row_that_names_the_file_of_another_row_is_a_document_of_its_own(tmp_path: Path, server: Server):
    write_documents(tmp_path, [1])
    listed, out = tmp_path / "list.jsonl", tmp_path / "out"
    for own in ("spring", "autumn"):
        listed.write_text(json.dumps({"id": own, "path": "mill-01.txt"}) + "\n")
        batch(listed, "-o", out, *asking(server))
    assert set(briefs(out)) == {"spring", "autumn"}
