"""Loading: what counts as a file, what as text, and what is refused with a way out."""

import datetime
import io
import os
import sys
import time
from pathlib import Path

import pytest

from summarizer import loading
from summarizer.documents import Document
from summarizer.errors import DocumentError
from summarizer.loading import load

TEXT = "The two met in Mdina.\nThey spoke."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_path_is_a_file_as_a_path_and_as_a_string(file: Path) -> None:
    for source in (file, str(file)):
        document = load(source)
        assert (document.text, document.name) == (TEXT, "notes.md")


def test_a_file_of_any_name_is_found_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my notes").write_text(TEXT)
    assert load("my notes").text == TEXT


def test_several_lines_are_the_text_itself() -> None:
    assert load(TEXT).text == TEXT
    assert load("/etc/hosts\n/etc/passwd").text == "/etc/hosts\n/etc/passwd"


@pytest.mark.parametrize(
    "text", ["They met.", "Anna: it is in a/b, ok?", "Yes", "They met at 3.5 percent", "x" * 5_000]
)
def test_one_line_that_is_no_file_is_the_text_itself(text: str) -> None:
    assert load(text).text == text


@pytest.mark.parametrize(
    "path", ["nosuch.txt", "no/such/file", "minutes of May.docx", "./x", "C:\\notes\\a.vtt", "a.b"]
)
def test_what_looks_like_a_path_is_not_summarised_as_text(path: str) -> None:
    with pytest.raises(DocumentError, match="There is no file") as caught:
        load(path)
    assert caught.value.hint
    with pytest.raises(DocumentError, match="There is no file"):
        load(Path(path))


@pytest.mark.parametrize("address", ["https://example.org/minutes", "file:///tmp/minutes.txt"])
def test_nothing_is_fetched(address: str) -> None:
    for source in (address, Path(address)):  # the command passes a path
        with pytest.raises(DocumentError, match=r"(https|file)://\S+ is a web address"):
            load(source)


def test_bytes_and_streams_are_read(file: Path) -> None:
    assert load(TEXT.encode("utf-16")).text == TEXT
    assert load(io.BytesIO(TEXT.encode())).name == "document"
    assert load(io.StringIO(TEXT)).text == TEXT
    with file.open("rb") as stream:
        assert load(stream).name == "notes.md"


def test_an_open_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes("Ann: Déjà vu.".encode("latin-1"))
    for mode, encoding in (("r", "utf-8"), ("a", None)):
        with (tmp_path / "notes.txt").open(mode, encoding=encoding) as stream:
            with pytest.raises(DocumentError, match=r"notes\.txt cannot be read") as caught:
                load(stream)
            assert "open it as bytes" in caught.value.hint


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Déjà vu.".encode())))
    document = load("-")
    assert (document.text, document.name) == ("Déjà vu.", "standard input")


def test_a_document_is_returned_with_what_is_given_changed() -> None:
    document = Document.from_turns([("Ann", "Hello.")])
    assert load(document) is document
    day = datetime.date(2024, 5, 1)
    changed = load(document, name="call", date=day)
    assert (changed.name, changed.date, changed.date_basis) == ("call", day, "given")


@pytest.mark.parametrize(
    "day", ["2024-05-01", "1 May 2024", datetime.date(2024, 5, 1), datetime.datetime(2024, 5, 1, 9)]
)
def test_a_given_date_goes_before_all_others(day: datetime.date | str) -> None:
    document = load("Date: 2020-01-01\n\nThey met.", date=day)
    assert (document.date, document.date_basis) == (datetime.date(2024, 5, 1), "given")
    assert type(document.date) is datetime.date


@pytest.mark.parametrize("day", ["yesterday", "", "2024-13-01", "2024-01-01 or 2024-01-02", 20240501])
def test_what_is_no_date_is_refused(day: object) -> None:
    with pytest.raises(DocumentError, match="is no date"):
        load(TEXT, date=day)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\ufeff", "\u200b\u200e\n\u00a0"])
def test_nothing_to_read_is_an_error(text: str) -> None:
    for source in (text, text.encode(), io.StringIO(text)):
        with pytest.raises(DocumentError, match="is empty"):
            load(source)


def test_markup_without_words_is_an_error() -> None:
    with pytest.raises(DocumentError, match="no words"):
        load("---\n- \n# \n| |\n***")


def test_a_directory_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is a directory"):
        load(tmp_path)
    with pytest.raises(DocumentError, match="is a directory"):
        load(str(tmp_path))


def test_a_file_that_may_not_be_read_says_why(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError, match="cannot be read: Permission denied"):
        load(file)


def test_a_source_that_is_too_large_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LARGEST", 20)
    for source in (file, TEXT, TEXT.encode(), io.StringIO(TEXT)):
        with pytest.raises(DocumentError, match="larger than"):
            load(source)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<!DOCTYPE html>\n<p></p>", "web page"),
        ("\n<html><nav>Hello</nav>\n<script></script></html>", "web page"),
        ('{"turns": [\n{"speaker": "Ann"}]}', "JSON"),
        ("a\0b\nc", "NUL"),
    ],
)
def test_other_formats_are_named(text: str, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as caught:
        load(text)
    assert caught.value.hint


def test_brackets_alone_are_no_json() -> None:
    assert load('["Quote" it said]\nand more').kind == "prose"


def test_something_else_is_no_source() -> None:
    with pytest.raises(DocumentError, match="int is no source"):
        load(3)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a.txt", "a.vtt", "a.md", "a"])
def test_the_content_tells_the_format_and_not_the_name(name: str) -> None:
    assert load(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes.\n", name=name).segments[0].time == 1.0
    assert load(b"1\n00:00:01,000 --> 00:00:02,000\nYes.\n", name=name).kind == "transcript"
    assert load(b"The WEBVTT file was read.", name=name).kind == "prose"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\x0c", "\x0b"])
def test_every_line_break_is_read_as_one(end: str) -> None:
    document = load(f"# Title{end}{end}- One.{end}- Two.".encode())
    assert document.text == "# Title\n\n- One.\n- Two."
    assert [segment.kind for segment in document.segments] == ["heading", "bullet", "bullet"]


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert load("They \ud800 met.\nAnd left.").text == "They \ufffd met.\nAnd left."


def test_zero_width_characters_stay_so_that_offsets_hold() -> None:
    text = "The\u200b two\u2060 met.\u200b They left.\u200f"
    document = load(text)
    assert document.text == text
    assert len(document.segments) == 2


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "\n" * 100_000 + "Hello.",
        "Anna: yes\n\nBen: no\n\n" * 8_000,
        "| a | b |\n" * 20_000,
        "> " * 50_000 + "x",
        "[(*<_" * 40_000,
        "<v " * 60_000,
        "00:00 --> " * 20_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v <c {\\ " * 20_000,
        '{"a":' * 40_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text_costs_no_more_than_other_text(text: str) -> None:
    begun = time.perf_counter()
    assert load(text.encode()).segments
    assert time.perf_counter() - begun < 20


def test_the_shared_documents_are_read(documents: Path) -> None:
    read = [load(path) for path in sorted(documents.iterdir()) if path.is_file()]
    assert all(document.segments for document in read)
    assert {document.kind for document in read} >= {"transcript", "prose"}


def test_a_file_name_that_is_no_text_gives_a_document_that_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    with path.open() as file:
        names = [load(path).name, load(file).name, load(TEXT, name=path.name).name]
    assert names == ["caf\ufffd.txt"] * 3
