"""What a batch takes for its documents, and the ids they get."""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from batching import answer, batch, briefs, counts, lines, text, write_documents
from faulty_server import Server

from summarizer.batch.inputs.entry import Entry
from summarizer.batch.inputs.ids import safe
from summarizer.batch.inputs.sources import count, entries, entry_of
from summarizer.documents import Document
from summarizer.errors import DocumentError, SettingsError
from summarizer.loading import load


def ids(*inputs: object, **more: Any) -> list[str]:
    return [entry.id for entry in entries([str(each) for each in inputs], **more)]


def test_a_folder_gives_its_files_in_the_order_of_their_names_and_the_folders_below_stay_in_the_ids(tmp_path: Path):
    for name in ("b.txt", "a.md", "2024/march/board.txt", ".hidden.txt", ".git/config"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert ids(tmp_path) == ["2024/march/board", "a", "b"]


def test_links_to_folders_are_followed_and_no_folder_is_looked_into_twice(tmp_path: Path):
    docs, archive = write_documents(tmp_path / "docs", [1]), write_documents(tmp_path / "archive", [2])
    write_documents(docs / "year", [3])
    for place, target in (
        (docs / "a-link", archive),
        (docs / "again", docs / "year"),
        (docs / "up", docs),
        (archive / "back", docs),
        (docs / "year" / "round", archive),
    ):
        place.symlink_to(target)
    assert ids(docs) == ["mill-01", "year/mill-03", "a-link/mill-02"]


def test_what_cannot_be_looked_into_is_a_document_that_failed_and_a_pipe_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_documents(tmp_path, [1])
    write_documents(tmp_path / "locked", [2])
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "up").symlink_to(".")
    os.mkfifo(tmp_path / "pipe")
    listing = Path.iterdir

    def iterdir(folder: Path) -> Any:
        if folder.name == "locked":  # whoever runs the tests may be let in everywhere
            raise PermissionError(13, "Permission denied", str(folder))
        return listing(folder)

    stat = os.stat

    def looked_at(path: Any, *how: Any, **more: Any) -> os.stat_result:
        if "locked" in Path(os.fspath(path)).parts[:-1]:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, *how, **more)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    monkeypatch.setattr(os, "stat", looked_at)
    assert ids(tmp_path, without=tmp_path / "out") == ["link", "locked", "loop", "mill-01"]
    assert ids(f"{tmp_path}/*", without=tmp_path / "out") == ["link", "loop", "mill-01"]
    for entry in entries([str(tmp_path)]):
        if entry.id != "mill-01":
            with pytest.raises(DocumentError, match="cannot be read") as caught:
                entry.sha256()
            assert caught.value.hint == ("name the files in it" if entry.id == "locked" else "check the path")


def test_a_pipe_is_refused_and_in_a_list_it_fails_rather_than_being_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SettingsError, match="neither a file nor a folder"):
        entries([str(tmp_path / "pipe")])
    (found,) = entries(["-"], stdin=io.StringIO(f"{tmp_path}/pipe\n"))
    for read in (found.load, found.sha256, found.carried):
        with pytest.raises(DocumentError, match="is no file"):
            read()


def test_inputs_without_a_document_are_said_to_be_so(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    result = batch(tmp_path / "docs", "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "the inputs hold no document" in result.output
    listed = batch("-", "-o", tmp_path / "listed", stdin="")
    assert listed.exit_code == 0
    assert "the inputs hold no document" in listed.output


def test_the_folder_for_the_briefs_is_no_source_even_inside_the_input(tmp_path: Path, server: Server):
    server.answer = answer
    write_documents(tmp_path, [1, 2])
    assert batch(tmp_path, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url).exit_code == 0
    assert set(briefs(tmp_path / "out")) == {"mill-01", "mill-02"}
    assert ids(tmp_path, without=tmp_path / "out") == ["mill-01", "mill-02"]
    assert ids(tmp_path / "**" / "*", without=tmp_path / "out") == ["mill-01", "mill-02"]
    assert count([str(tmp_path)], without=tmp_path / "out") == 2


def test_a_folder_that_is_to_take_its_own_briefs_is_refused_rather_than_left_out_in_silence(tmp_path: Path):
    write_documents(tmp_path, [1])
    for source in (tmp_path, tmp_path / "*.txt"):
        result = batch(source, "-o", tmp_path)
        assert result.exit_code == 2
        assert "folder for the briefs" in result.output
        assert not (tmp_path / "manifest.json").exists()


def test_a_pattern_gives_the_files_that_match_in_order_and_reaches_below(tmp_path: Path):
    write_documents(tmp_path / "b", [2])
    write_documents(tmp_path / "a", [1])
    (tmp_path / "a" / "note.md").write_text("x")
    assert ids(tmp_path / "**" / "*.txt") == ["mill-01", "mill-02"]
    assert ids(tmp_path / "?" / "mill-0[1]*") == ["mill-01"]


def test_a_name_with_the_signs_of_a_pattern_is_a_file_where_there_is_one(tmp_path: Path):
    (tmp_path / "notes[1].txt").write_text("x")
    (found,) = entries([str(tmp_path / "notes[1].txt")])
    assert found.source == tmp_path / "notes[1].txt"


@pytest.mark.parametrize("given", ["missing.txt", "none-*.txt", ""])
def test_an_input_that_is_not_there_is_told_before_anything_is_done(tmp_path: Path, given: str):
    out = tmp_path / "out"
    result = batch(tmp_path / given if given else "nowhere", "-o", out)
    assert result.exit_code == 2
    assert "there is no file" in result.output
    assert not out.exists()


def test_json_lines_bring_text_or_path_id_and_date(tmp_path: Path):
    write_documents(tmp_path, [3])
    listed = tmp_path / "list.jsonl"
    rows = [
        {"id": "first", "text": "Ann: I will go.\nBob: Good.", "date": "2024-02-01"},
        {"text": "Two words.", "id": 7},
        {"path": "mill-03.txt"},
        {"text": "No id."},
    ]
    listed.write_text("\ufeff" + "\n\n".join(map(json.dumps, rows)))
    found = list(entries([str(listed)]))
    assert [entry.id for entry in found] == ["first", "7", "mill-03", "list-7"]
    assert str(found[0].load().date) == "2024-02-01"
    assert found[0].load().name == "first"
    assert found[2].load().name == "mill-03.txt"
    assert found[3].origin == f"{listed}:7"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{broken", "is not JSON of a document"),
        ("[1, 2]", "is not JSON of a document"),
        ("[" * 100_000, "is not JSON of a document"),
        ('{"id": "x"}', "has no `text` or `path` (its fields are id)"),
        ('{"id": "x", "text": null}', "has no `text` or `path`"),
        ('{"text": "a", "path": "b"}', "one of them is needed"),
        ('{"text": 5}', "`text` that is no text"),
        ('{"text": "a", "id": ["x"]}', "`id` that is no text"),
        ('{"text": "a", "id": true}', "`id` that is no text"),
        ("{}", "its fields are none"),
        ('{"id": "x", "path": " "}', "has nothing in its `path`"),
        ('{"text": "a", "date": 2024}', "`date` that is no text"),
        ('{"text": "Ann spoke.", "date": "some day"}', "is no date"),
        ('{"path": "missing.txt"}', "cannot be read"),
    ],
)
def test_a_line_that_is_broken_costs_only_itself_and_says_where_it_stands(tmp_path: Path, line: str, says: str):
    listed = tmp_path / "list.jsonl"
    listed.write_text(f'{{"id": "good", "text": "Ann: I will go."}}\n{line}\n')
    good, broken = entries([str(listed)])
    assert good.load().text
    with pytest.raises(DocumentError) as caught:
        (broken.load if "some day" in line else broken.sha256)()
    assert says in str(caught.value)
    if "missing" not in line and "some day" not in line:
        assert f"line 2 of {listed}" in str(caught.value)


def test_a_line_that_names_no_document_keeps_the_id_that_it_gives(tmp_path: Path):
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"id": "c"}\n{"id": 7, "text": null}\n{"text": 5}\n')
    found = list(entries([str(listed)]))
    assert [entry.id for entry in found] == ["c", "7", "list-3"]
    assert [entry.origin for entry in found] == [f"{listed}#c", f"{listed}#7", f"{listed}:3"]


def test_broken_lines_are_listed_with_their_reason_and_are_not_tried_again(tmp_path: Path, server: Server):
    server.answer = answer
    listed = tmp_path / "list.jsonl"
    listed.write_text(json.dumps({"id": "good", "text": text(1)}) + "\n{broken\n")
    for _ in range(2):
        assert batch(listed, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url).exit_code == 1
        assert counts(tmp_path / "out") == (1, 0, 1, 0)
        (failed,) = lines(tmp_path / "out" / "failed.jsonl")
        assert (failed["id"], failed["reason"], failed["attempts"]) == ("list-2", "DocumentError", 1)
        assert failed["hint"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("talk.jsonl", '{"speaker": "Ann", "text": "I will go."}\n{"speaker": "Bob", "text": "Good."}\n'),
        ("talk.csv", "speaker,text\nAnn,I will go.\nBob,Good.\n"),
        ("call.csv", "start,end,text\n0,2,I will go.\n2,3,Good.\n"),
        ("talk.ndjson", '{"name": "Ann", "words": "I will go."}\n'),
        ("prose.csv", "We met.\nWe left.\n"),
    ],
)
def test_a_transcript_in_json_lines_or_csv_is_one_document(tmp_path: Path, name: str, content: str):
    (tmp_path / name).write_text(content)
    (found,) = entries([str(tmp_path / name)])
    assert (found.id, found.source) == (Path(name).stem, tmp_path / name)


def test_a_table_that_lists_no_documents_fails_and_names_its_columns(tmp_path: Path):
    table = tmp_path / "calls.csv"
    table.write_text("Meeting;Transcript\na;Ann: I will go.\n")
    (found,) = entries([str(table)])
    assert found.fault == f"{table} has no column `text` or `path` (its columns are meeting, transcript)"


def test_a_list_or_a_table_in_a_folder_is_what_it_is_where_it_is_named(tmp_path: Path):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "tolls.csv").write_text("route,price\nring,3\n")
    (tmp_path / "below" / "talk.csv").write_text("start,end,speaker,text\n0,1,Ann,Hello there.\n")
    (tmp_path / "list.csv").write_text("id,text\nfirst,One.\nsecond,Two.\n")
    found = list(entries([str(tmp_path)]))
    assert [one.id for one in found] == ["below/talk", "below/tolls", "first", "second"]
    assert ["has no column" in (one.fault or "") for one in found] == [False, True, False, False]
    named = [one for path in ("below/tolls.csv", "list.csv") for one in entries([str(tmp_path / path)])]
    assert [(one.origin, one.fault) for one in named] == [(one.origin, one.fault) for one in found[1:]]


def test_a_table_parted_by_tabs_may_be_named_after_them(tmp_path: Path):
    listed, recorded = tmp_path / "list.tsv", tmp_path / "recorded.tsv"
    listed.write_text("id\ttext\na\tWe met.\nb\tWe left.\n")
    recorded.write_text("start\tend\ttext\n0\t900\tWe met.\n900\t1800\tWe left.\n")
    assert ids(listed, recorded) == ["a", "b", "recorded"]


@pytest.mark.parametrize("first", ["{broken", "[1]", "{}", '{"id": "no text"}'])
def test_a_broken_first_line_costs_none_of_the_documents_behind_it(tmp_path: Path, first: str):
    listed = tmp_path / "list.jsonl"
    listed.write_text(f'{first}\n{{"id": "a", "text": "We met."}}\n{{"id": "b", "text": "We left."}}\n')
    found = list(entries([str(listed)]))
    assert [entry.id for entry in found][1:] == ["a", "b"]
    assert (found[0].fault or "").startswith(f"line 1 of {listed}")


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffid;text\r\na;We met, all of us.\r\nb;We left.\r\n",
        "id\ttext\na\tWe met, all of us.\nb\tWe left.\n",
        'ID, Text \na,"We met, all of us."\n\nb,We left.,,\n',
    ],
)
def test_a_csv_is_read_as_spreadsheets_of_other_countries_write_it(tmp_path: Path, content: str):
    listed = tmp_path / "list.csv"
    listed.write_text(content, encoding="utf-8", newline="")
    a, b = entries([str(listed)])
    assert (a.id, a.source) == ("a", b"We met, all of us.")
    assert (b.id, b.source) == ("b", b"We left.")


@pytest.mark.parametrize(
    ("rows", "others", "at", "says"),
    [
        ("a,We met, all of us.\nb,We left.\n", ["b"], 2, "more fields than columns"),
        ('a,"We met.\nb,We left.\nc,We "spoke".\nd,We left.\n', ["b", "c", "d"], 2, "not closed"),
        ('a,We met.\nb,"We left.\n', ["a"], 3, "unexpected end of data"),
        (f'a,We met.\nb,"{"x" * 400}"\nc,We left.\n', ["a", "c"], 3, "field larger than field limit"),
    ],
)
def test_a_row_that_would_lose_words_or_other_rows_is_a_fault_and_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, others: list[str], at: int, says: str
):
    monkeypatch.setattr("summarizer.batch.inputs.tables.LARGEST", 300)
    listed, limit = tmp_path / "list.csv", csv.field_size_limit()
    listed.write_text(f"id,text\n{rows}")
    found = list(entries([str(listed)]))
    csv.field_size_limit(limit)
    (fault,) = [entry.fault for entry in found if entry.fault]
    assert fault.startswith(f"line {at} of {listed}")
    assert says in fault
    assert [entry.id for entry in found if not entry.fault] == others


def test_a_csv_gives_a_document_for_each_row_with_paths_that_count_from_where_it_lies(tmp_path: Path):
    write_documents(tmp_path / "minutes", [1])
    listed = tmp_path / "list.csv"
    listed.write_text(
        'id,path,text,date\na,minutes/mill-01.txt,,2024-05-01\nb,,"Ann: Yes.\nBob: No.",\n,,,\n', newline=""
    )
    a, b = entries([str(listed)])  # spreadsheets end in rows that are empty
    assert [entry.where for entry in (a, b)] == [f"{listed}:2", f"{listed}:4"]
    assert a.load().name == "mill-01.txt"
    assert (a.date, b.date) == ("2024-05-01", None)
    assert "Bob" in b.load().text


def test_a_row_of_a_csv_may_hold_a_long_text(tmp_path: Path):
    listed = tmp_path / "list.csv"
    listed.write_text(f'id,text\na,"{"We met. " * 40_000}"\nb,We met.\n')
    assert ids(listed) == ["a", "b"]


def test_standard_input_lists_paths_lists_and_documents(tmp_path: Path):
    write_documents(tmp_path, [1])
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"id": "x", "text": "a"}\n{"id": "y", "text": "b"}\n')
    given = io.StringIO(f'{tmp_path}/mill-01.txt\n\n{{"id": "z", "text": "c"}}\n{listed}\nno-such-file.txt\n')
    assert ids("-", stdin=given) == ["mill-01", "z", "x", "y", "no-such-file"]
    assert count(["-"]) is None


def test_a_name_on_standard_input_that_is_no_utf_8_comes_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    listed = tmp_path / "list"
    listed.write_bytes(b"\xef\xbb\xbfcaf\xe9.txt\n")
    with listed.open() as file:
        monkeypatch.setattr("sys.stdin", file)
        (found,) = entries(["-"])
    assert os.fsencode(str(found.source)) == b"caf\xe9.txt"


def test_the_command_reads_its_list_from_standard_input(tmp_path: Path, server: Server):
    server.answer = answer
    docs = write_documents(tmp_path / "docs", [1, 2])
    given = "".join(f"{path}\n" for path in sorted(docs.iterdir()))
    assert batch("-", "-o", tmp_path / "out", "--model", "m", "--base-url", server.url, stdin=given).exit_code == 0
    assert set(briefs(tmp_path / "out")) == {"mill-01", "mill-02"}


def test_a_file_name_that_is_no_utf_8_is_a_document_like_any_other(tmp_path: Path, server: Server):
    server.answer = answer
    docs = write_documents(tmp_path / "docs", [1])
    try:
        os.rename(docs / "mill-01.txt", os.path.join(os.fsencode(docs), b"caf\xe9.txt"))
    except OSError:
        pytest.skip("this file system takes no such name")
    (docs / "empty.txt").write_text("")
    assert batch(docs, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url).exit_code == 1
    assert counts(tmp_path / "out") == (1, 0, 1, 0)


def test_what_a_program_passes_goes_by_its_file_its_name_or_its_number(tmp_path: Path):
    (write_documents(tmp_path, [1]))
    path = tmp_path / "mill-01.txt"
    document = Document("We met.\n", [], name="board/1")
    assert entry_of(path, 1) == entry_of(str(path), 2) == Entry("mill-01", str(path), path, spelled=str(path))
    assert entry_of("We met.\nWe left.", 3).id == "document-3"
    assert entry_of(document, 4).id == safe("board/1")
    given = Entry("own", "there", b"x")
    assert entry_of(given, 5) == given


def test_an_open_file_is_told_by_what_it_holds(tmp_path: Path):
    write_documents(tmp_path, [1, 2])

    def digest(number: int) -> str:
        with (tmp_path / f"mill-0{number}.txt").open() as file:
            return entry_of(file, 1).sha256()

    assert digest(1) == digest(1)
    assert digest(1) != digest(2)


def test_half_a_surrogate_pair_is_no_reason_to_stop():
    assert entry_of("Ann: Yes \ud83d.\nBob: No.", 1).sha256()


def test_lists_in_other_encodings_than_utf_8_are_read_as_they_are_written(tmp_path: Path):
    words = "Présent: René Lévy"
    for name, encoding in (("a.csv", "cp1252"), ("b.csv", "utf-16"), ("c.csv", "utf-8-sig")):
        (tmp_path / name).write_text(f"id,text\na,{words}\n", encoding=encoding, newline="")
    for name, encoding in (("d.jsonl", "latin-1"), ("e.jsonl", "utf-16"), ("f.jsonl", "utf-8")):
        line = json.dumps({"id": "a", "text": words}, ensure_ascii=False)
        (tmp_path / name).write_text(f"{line}\n", encoding=encoding)
    found = list(entries([str(path) for path in sorted(tmp_path.iterdir())]))
    assert [entry.load().text for entry in found] == [words] * 6


def test_json_lines_of_other_fields_fail_and_name_them(tmp_path: Path):
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"id": "a", "content": "We met."}\n{"id": "b", "content": "We met again."}\n')
    (found,) = entries([str(listed)])
    assert found.fault is not None
    assert "their fields are id, content" in found.fault


def test_the_briefs_of_another_batch_are_no_documents(tmp_path: Path):
    write_documents(tmp_path, [1])
    before = tmp_path / "briefs"
    before.mkdir()
    (before / "ledger.sqlite").write_bytes(b"")
    (before / "mill-01.brief.json").write_text("{}")
    assert ids(tmp_path) == ["mill-01"]


def test_a_program_may_give_numbers_for_ids_and_names_for_files(tmp_path: Path):
    (path,) = write_documents(tmp_path, [1]).iterdir()
    found = entry_of(Entry(5, 17, str(path)), 1)  # type: ignore[arg-type]
    assert (found.id, found.origin, found.source) == ("5", "17", path)
    stream = entry_of(Entry("a", "o", io.StringIO("We met.")), 1)
    assert stream.sha256() == entry_of(Entry("a", "o", io.StringIO("We met.")), 1).sha256()


def test_an_id_of_a_line_may_be_a_path_within_the_folder_and_leads_nowhere_else(tmp_path: Path):
    listed = tmp_path / "list.jsonl"
    listed.write_text("".join(f'{{"id": "{own}", "text": "We met."}}\n' for own in ("2025/board", "../../x", "/x")))
    one, *others = ids(listed)
    assert one == "2025/board"
    assert all((tmp_path / "out" / own).resolve().is_relative_to(tmp_path / "out") for own in others)


def test_a_date_in_an_id_is_said_to_be_from_there(tmp_path: Path):
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"id": "board 2025-03-14", "text": "We met."}\n')
    (found,) = entries([str(listed)])
    assert found.load().date_basis == "id board 2025-03-14"


def test_a_document_of_a_program_is_another_one_where_its_date_is():
    text = "Ann will send it by Friday."
    of = {date: Entry("a", "o", load(text, date=date)).sha256() for date in ("2025-01-01", "2024-01-01")}
    assert len(set(of.values())) == 2
    assert of["2025-01-01"] == Entry("a", "o", load(text, date="2025-01-01")).sha256()


def test_a_field_of_a_line_that_is_blank_counts_as_not_given(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Ann spoke of the mill.")
    listed = tmp_path / "list.jsonl"
    listed.write_text(
        '{"id": "", "text": "Ann: I will go.", "path": "", "date": ""}\n'
        '{"id": " ", "text": "", "path": "a.txt", "date": null}\n'
        '{"id": "c", "text": ""}\n'
    )
    first, second, third = entries([str(listed)])
    assert (first.id, first.load().text) == ("list-1", "Ann: I will go.")
    assert (second.id, second.load().text) == ("a", "Ann spoke of the mill.")
    with pytest.raises(DocumentError, match="is empty"):
        third.load()


@pytest.mark.parametrize(
    ("column", "says"), [("text", "is empty"), ("path", "line 2 of .*list.csv has nothing in its `path`")]
)
def test_a_cell_of_a_table_that_is_blank_is_told_as_such(tmp_path: Path, column: str, says: str):
    listed = tmp_path / "list.csv"
    listed.write_text(f"id,{column},date\na,,2025-05-05\n")
    (found,) = entries([str(listed)])
    with pytest.raises(DocumentError, match=says):
        found.load()
