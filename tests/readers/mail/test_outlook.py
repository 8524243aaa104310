"""Mails in Outlook's own format."""

import datetime
from contextlib import suppress
from pathlib import Path

import pytest

from summarizer.documents import Gap
from summarizer.errors import DocumentError
from summarizer.loading import load
from summarizer.readers.mail.mapi import unpack_rtf

pytest.importorskip("olefile")

FILES = Path(__file__).parent.parent.parent / "files" / "mail"


def test_a_mail_is_its_header_its_body_and_what_it_quotes_and_carries() -> None:
    document = load(FILES / "plain.msg")
    assert document.title == "Ferry timetable"
    assert (document.date, document.date_basis) == (datetime.date(2025, 6, 3), "the mail's Date header")
    assert document.gaps == [Gap("attachment timetable.pdf", "is not read; pass it as a document of its own")]
    header = "From: Pawlu Vella <pawlu@harbour.example>\nTo: Marta Cini <marta@harbour.example>\nCc: Karl Weiß <karl@faehre.example>\n"
    assert document.text.split("\n\n") == [
        "# Ferry timetable",
        f"{header}Date: Tue, 03 Jun 2025 23:30:00 +0200",
        "Dear Marta,",
        "I will send the timetable on Friday — promised.",
        "Pawlu",
        "## Marta Cini <marta@harbour.example>, Monday, 2 June 2025 09:15",
        "From: Marta Cini <marta@harbour.example>\nSent: Monday, 2 June 2025 09:15\nTo: Pawlu Vella\nSubject: Ferry timetable",
        "Could you send it?",
        "## Pawlu Vella <pawlu@harbour.example>, 2025-06-03 21:30 UTC",
        f"Subject: Lamps\n{header}Date: 2025-06-03 21:30 UTC",
        "The green lamps are too weak.",
    ]


def test_a_body_in_html_is_read_where_there_is_no_plain_one() -> None:
    document = load(FILES / "page.msg")
    assert (document.title, document.date_basis) == ("Elenco", "the time at which the mail was sent (UTC)")
    assert (
        "The café list:\n\n- Pier 4\n- Pier 7\n\n## Marta Cini <marta@harbour.example>, lunedì 2 giugno 2025 09:15"
        in document.text
    )
    assert document.text.endswith("Mi mandi l’elenco?")


def test_a_body_in_rich_text_is_read_where_there_is_no_other() -> None:
    pytest.importorskip("summarizer.readers.office.richtext")
    text = load(FILES / "rich.msg").text
    assert text.endswith("Dear Marta,\n\nI will bring the red lamps. I will bring the green lamps.")


def test_an_old_mail_is_read_in_its_code_page() -> None:
    document = load(FILES / "old.msg")
    assert document.text == (
        "# Расписание\n\nFrom: Павел\nTo: Марта\nDate: 2025-06-03 08:30 UTC\n\nЯ пришлю расписание в пятницу."
    )


def test_an_encrypted_mail_says_so() -> None:
    with pytest.raises(DocumentError, match="encrypted"):
        load(FILES / "sealed.msg")


def test_rich_text_that_is_stored_or_cut_off_is_unpacked_as_far_as_it_goes() -> None:
    header = (16).to_bytes(4, "little") + (4).to_bytes(4, "little")
    assert unpack_rtf(header + b"MELA" + bytes(4) + b"{a}b") == b"{a}b"
    assert unpack_rtf(header + b"LZFu" + bytes(4) + b"\x00ab") == b"ab"
    assert unpack_rtf(header + b"LZFu" + bytes(4) + b"\x01\x00") == b""
    assert unpack_rtf(b"nothing") == b""
    assert unpack_rtf(bytes(20)) == b""


@pytest.mark.parametrize("name", ["plain.msg", "page.msg", "old.msg"])
def test_a_mail_that_is_cut_off_or_damaged_is_read_or_refused(name: str) -> None:
    data = (FILES / name).read_bytes()
    for part in range(1, 30):
        cut = len(data) * part // 30
        for damaged in (data[:cut], data[:cut] + b"\x00\xff\x7f" + data[cut + 3 :], data[:cut] + data[cut + 7 :]):
            with suppress(DocumentError):
                assert load(damaged, name="a.msg").segments
