"""Bytes to text: the encodings that are certain, and a clear word on the others."""

import codecs

import pytest

from summarizer.decoding import decode
from summarizer.errors import DocumentError

FRENCH = "Le comité s'est réuni à Malte. Il a été décidé que la séance serait levée, et l'été approche déjà."
ARABIC = "اجتمعت اللجنة يوم الثلاثاء لمراجعة مشروع الميزانية وناقش الأعضاء ارتفاع تكلفة الوقود"


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode("utf-8"),
        codecs.BOM_UTF8 + FRENCH.encode("utf-8"),
        codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"),
        FRENCH.encode("cp1252"),
        FRENCH.encode("latin-1"),
    ],
)
def test_text_is_read_in_the_usual_encodings(data: bytes) -> None:
    assert decode(data, "a.txt") == FRENCH


def test_japanese_in_seven_bits_is_not_read_as_ascii() -> None:
    text = "田中：来週までに報告書を送ります。"
    assert decode(text.encode("iso2022_jp"), "a.txt") == text
    colours = "\x1b[31mWe met.\x1b[0m"
    assert decode(colours.encode(), "a.txt") == colours
    with pytest.raises(DocumentError, match="is marked as ISO2022_JP"):
        decode(text.encode("iso2022_jp")[:-4] + b"\x7f", "a.txt")


def test_quotation_marks_of_windows_are_read() -> None:
    text = "The chair’s draft was adopted – “unanimously”, as the minutes say."
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_an_old_encoding_is_read_where_nothing_else_fits() -> None:
    assert decode(ARABIC.encode("cp1256"), "a.txt") == ARABIC


def test_an_uncertain_encoding_is_refused_and_the_way_out_named() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt is not valid UTF-8 \(byte 0: .*uncertain") as caught:
        decode(bytes(range(128, 256)) * 4, "a.txt")
    assert "UTF-8" in caught.value.hint


@pytest.mark.parametrize("data", [b"\xff\xfeA", b"\xef\xbb\xbf\xff", b"\xfe\xff\xd8\x00"])
def test_a_byte_order_mark_that_lies_is_an_error(data: bytes) -> None:
    with pytest.raises(DocumentError, match="is marked as UTF"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n", "picture"),
        (b"ID3\x03\x00", "recording"),
        (b"\x00\x00\x00\x20ftypmp42", "recording"),
        (b"Hello\x00there", "binary"),
    ],
)
def test_what_is_no_text_is_named_and_the_way_out_too(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=f"{words}.*") as caught:
        decode(data, "file")
    assert caught.value.hint.endswith(".")


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2", "mac_latin2"])
def test_other_latin_alphabets_are_not_guessed(encoding: str) -> None:
    polish = "Komitet zebrał się we wtorek, aby przeanalizować projekt budżetu. Członkowie omówili rosnące koszty."
    with pytest.raises(DocumentError, match="uncertain"):
        decode(polish.encode(encoding), "a.txt")


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_text_of_old_machines_is_not_taken_for_windows(encoding: str) -> None:
    with pytest.raises(DocumentError, match="uncertain"):
        decode(FRENCH.encode(encoding), "a.txt")


@pytest.mark.parametrize("mark", ["RIFF", "ID3", "OggS", "The ftyp"])
def test_a_text_that_begins_with_the_letters_of_a_recording_is_text(mark: str) -> None:
    text = f"{mark} was discussed, and the board’s café stays open. The chair thanked the members for their work."
    assert decode(text.encode(), "a.txt") == text
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize("head", [b"RIFF\x24\x08\x00\x00WAVEfmt ", b"OggS\x00\x02", b"ID3\x04\x00\x00\x00\x00\x01v"])
def test_a_recording_is_still_named(head: bytes) -> None:
    with pytest.raises(DocumentError, match="is a recording"):
        decode(head + b"\xff\xfb\x90\x44" * 9, "a.wav")


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"RIFF\x24\x08\x00\x00WEBPVP8 ", "a picture"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "a picture"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00", "a recording"),
        (b"GIF89a\x01\x00", "a picture"),
        (b"MM\x00*\x00\x00", "a picture"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "an archive"),
        (b"Rar!\x1a\x07\x00", "an archive"),
    ],
)
def test_pictures_recordings_and_archives_are_told_apart(head: bytes, what: str) -> None:
    with pytest.raises(DocumentError, match=f"is {what}") as caught:
        decode(head, "a.txt")
    assert caught.value.hint
