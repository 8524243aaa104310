"""Documents from buckets and Parquet, and all briefs into one such file."""

import datetime
import json

import pytest
from batching import batch, text

from summarizer.batch.inputs import remote
from summarizer.batch.inputs.sources import entries
from summarizer.errors import DocumentError, SettingsError

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install '.[data]'")
pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install '.[data]'")
parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install '.[data]'")

ROWS = [{"id": f"m{number}", "text": text(number), "date": "2025-05-05"} for number in range(3)]


@pytest.fixture
def bucket():
    """A file system in memory, which no other test sees."""
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()


def put_lines(system, path, rows):
    with system.open(path, "w") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def put_parquet(system, path, rows):
    with system.open(path, "wb") as file:
        parquet.write_table(pyarrow.Table.from_pylist(rows), file)


@pytest.mark.parametrize(("put", "suffix"), [(put_lines, "jsonl"), (put_parquet, "parquet")])
def test_documents_are_read_from_a_bucket(bucket, put, suffix):
    put(bucket, f"/list.{suffix}", ROWS)
    found = list(entries([f"memory:///list.{suffix}"]))
    assert [each.id for each in found] == ["m0", "m1", "m2"]
    assert found[1].origin == f"memory:///list.{suffix}#m1"
    assert found[1].load().date == datetime.date(2025, 5, 5)
    assert "sluice 1" in found[1].load().text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_in_a_bucket_may_be_written_as_one_on_the_disk(bucket, encoding):
    rows = [{"id": "a", "text": "Zoë Müller agreed."}, {"id": "b", "text": "Nothing was agreed."}]
    said = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n{broken\n"
    with bucket.open("/list.jsonl", "wb") as file:
        file.write(said.encode(encoding))
    found = list(entries(["memory:///list.jsonl"]))
    assert [each.source.decode() for each in found[:2]] == [row["text"] for row in rows]
    assert found[2].fault == "line 4 of memory:///list.jsonl is not JSON of a document"


def test_a_pattern_names_several_files_in_the_order_of_their_names(bucket):
    for number in (1, 0):
        put_lines(bucket, f"/lists/{number}.jsonl", ROWS[number : number + 1])
    assert [each.id for each in entries(["memory:///lists/*.jsonl"])] == ["m0", "m1"]


def test_a_parquet_file_on_this_machine_needs_no_address(tmp_path):
    rows = [row | {"date": datetime.date(2025, 5, 5), "more": 1} for row in ROWS]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "list.parquet")
    found = list(entries([str(tmp_path / "list.parquet")]))
    assert found[2].origin == f"{tmp_path}/list.parquet#m2"
    assert found[2].load().date == datetime.date(2025, 5, 5)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "a"', "line 2 of .* is not JSON"),
        ('{"id": "a", "path": "a.txt"}', "line 2 of .* names a `path`"),
        ('{"id": "a"}', "line 2 of .* has no `text`"),
    ],
)
def test_a_bad_row_costs_only_itself(bucket, line, says):
    with bucket.open("/list.jsonl", "w") as file:
        file.write(f"{json.dumps(ROWS[0])}\n{line}\n{json.dumps(ROWS[1])}\n")
    good, bad, other = entries(["memory:///list.jsonl"])
    assert (good.id, other.id) == ("m0", "m1")
    with pytest.raises(DocumentError, match=says):
        bad.load()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("memory:///missing.jsonl", "there is no file memory:///missing.jsonl"),
        ("memory:///list.txt", "neither JSON lines nor Parquet"),
        ("nowhere://list.jsonl", "cannot be reached"),
        ("missing.parquet", "there is no file"),
    ],
)
def test_what_cannot_be_read_is_told_before_the_first_document(bucket, address, says):
    with pytest.raises(SettingsError, match=says):
        entries([address])


def test_all_briefs_go_into_one_file_in_the_order_of_the_inputs(tmp_path):
    (tmp_path / "list.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    to = tmp_path / "far" / "briefs.parquet"
    done = batch(tmp_path / "list.jsonl", "-o", tmp_path / "out", "--to", f"file://{to}", "--processes", "1")
    assert done.exit_code == 0, done.output
    rows = parquet.read_table(to).to_pylist()
    assert [(row["id"], row["status"]) for row in rows] == [("m0", "complete"), ("m1", "complete"), ("m2", "complete")]
    assert "sluice 1" in json.loads(rows[1]["brief"])["commitments"][0]["action"]


def test_the_second_run_writes_the_same_file_without_making_a_brief(tmp_path, bucket):
    put_lines(bucket, "/list.jsonl", ROWS)
    command = ("memory:///list.jsonl", "-o", tmp_path / "out", "--to", "memory:///briefs.jsonl", "--processes", "1")
    first = batch(*command)
    assert first.exit_code == 0, first.output
    written = bucket.cat("/briefs.jsonl")
    bucket.rm("/briefs.jsonl")
    assert batch(*command).exit_code == 0
    assert bucket.cat("/briefs.jsonl") == written
    assert written.count(b"\n") == 3


def test_a_place_for_the_briefs_that_is_none_is_told_before_the_first_document(tmp_path):
    (tmp_path / "a.txt").write_text(text(1))
    done = batch(tmp_path / "a.txt", "-o", tmp_path / "out", "--to", "briefs.csv", "--processes", "1")
    assert done.exit_code == 2
    assert "neither JSON lines nor Parquet" in done.output
    assert not (tmp_path / "out").exists()


def test_briefs_that_break_off_leave_the_old_file(tmp_path):
    to = tmp_path / "briefs.jsonl"
    to.write_text("old\n")

    def broken():
        yield '{"id": "a"}'
        raise RuntimeError

    with pytest.raises(RuntimeError):
        remote.write(f"file://{to}", broken())
    assert to.read_text() == "old\n"
