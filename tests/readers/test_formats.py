"""Which format a file is in, told from what it holds; and what is said of those that are not read."""

import builtins
import io
import zipfile
from pathlib import Path

import pytest

from summarizer import DocumentError, load
from summarizer.extras import how_to_install
from summarizer.readers.formats import format_of

MAIL = b"From: Ana <a@example.org>\nSubject: Harbour\nMIME-Version: 1.0\n\nHello."


def packed(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"junk\n%PDF-1.4\n1 0 obj", "pdf"),
        (packed(word__document_xml="<w/>"), "docx"),
        (packed(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (b"{\\rtf1 Hello}", "rtf"),
        (b"<!DOCTYPE html><p>Hello", "html"),
        (b"\xef\xbb\xbf<html>", "html"),
        (MAIL, "eml"),
    ],
)
def test_the_content_tells_the_format(data: bytes, form: str) -> None:
    assert format_of(data, "file.txt") == form


@pytest.mark.parametrize(
    "text",
    [
        b"They spoke of\n%PDF-1.7 files.",
        b"From: the harbour board\nTo: all\n\nHello.",
        b"Subject: Budget\nDate: 3 May 2025\n\nThey met.",
        b"<b>Anna</b> said: we will.",
        b'["Quote" it said]\nand more',
        b"PKs were discussed.",
    ],
)
def test_a_text_that_only_looks_like_another_format_is_a_text(text: bytes) -> None:
    assert format_of(text, "notes.txt") == "text"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04\x14\x00", "damaged ZIP"),
        (packed(xl__workbook_xml="<w/>"), "a workbook"),
        (packed(ppt__presentation_xml="<w/>"), "a set of slides"),
        (packed(readme="Hello"), "holds no document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_not_read_is_named_with_a_way_out(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as caught:
        load(data)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "module", "extra"),
    [
        (b"%PDF-1.7\n", "pypdfium2", "pdf"),
        (packed(word__document_xml="<w/>"), "lxml", "office"),
        (b"<!DOCTYPE html><p>Hello", "lxml", "web"),
    ],
)
def test_a_missing_extra_is_told_with_the_command(
    data: bytes, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.split(".")[0] == module:
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DocumentError, match="not installed") as caught:
        load(data)
    assert caught.value.hint == how_to_install(extra)


@pytest.mark.parametrize("folder", ["pdf", "web", "mail"])
def test_the_name_of_a_file_says_nothing(folder: str, tmp_path: Path) -> None:
    """Mislabelled files are read by what they hold."""
    files = Path(__file__).parent.parent / "files" / folder
    source = {"pdf": "minutes.pdf", "web": "press.html", "mail": "thread.eml"}[folder]
    renamed = tmp_path / "notes.txt"
    renamed.write_bytes((files / source).read_bytes())
    assert load(renamed).text == load(files / source).text
