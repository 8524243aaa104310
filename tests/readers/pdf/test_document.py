import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("pypdfium2")

from summarizer.documents import Gap
from summarizer.errors import DocumentError
from summarizer.loading import load
from summarizer.readers.pdf.document import read_pdf
from summarizer.readers.pdf.printed import Piece, Sheet
from summarizer.readers.pdf.running import without_running
from summarizer.readers.reading import Written

FILES = Path(__file__).parent.parent.parent / "files" / "pdf"
_FONTS = b"/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_UNMAPPED = (
    b"/F << /Type /Font /Subtype /Type0 /BaseFont /None /Encoding /%s /DescendantFonts [ << /Type /Font /Subtype"
    b" /CIDFontType2 /BaseFont /None /CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 0 >> /DW 1000 >> ] >>"
)


def _read(name: str) -> Written:
    return read_pdf((FILES / name).read_bytes(), name)


def _pdf(*pages: bytes, fonts: bytes = _FONTS, marks: bytes = b"", catalog: bytes = b"") -> bytes:
    """A PDF file whose pages of 400 by 600 points have these contents. marks: what is laid over each of them."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog, b""]
    kids = []
    for content in pages:
        resources = b"<< /Font << %s >> >>" % fonts
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents %d 0 R /Resources %s /Annots [%s] >>"
            % (len(objects) + 2, resources, marks)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    body = b"%PDF-1.7\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for number, each in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + table + trailer


def _print(words: str, matrix: str, size: int = 11) -> bytes:
    return f"BT /F {size} Tf {matrix} Tm ({words}) Tj ET\n".encode("cp1252")


def _lines(*lines: str, top: int = 500) -> bytes:
    return b"".join(_print(line, f"1 0 0 1 50 {top - 13 * number}") for number, line in enumerate(lines))


def test_minutes_keep_their_headings_list_and_table_and_lose_what_each_page_repeats():
    text = _read("minutes.pdf").text

    assert text.startswith("# Minutes of the Harbour Committee\n\nDate: 12 March 2024\n\nPresent: Ana Ferro,")
    assert (
        "## Attendance\n\n| Name | Office | Presence |\n| Ana Ferro | Chair of the harbour committee | Present |"
        in text
    )
    assert "| Bilal Haddad | Harbour master, and head of the pilots’ office since last autumn | Present |" in text
    assert "- Ms Moss will draft the letter." in text
    assert "the long-term survey of 2019" in text
    assert "Draft of 14 March" not in text
    assert "Page " not in text


def test_a_sentence_over_a_page_break_is_one_and_belongs_to_the_page_where_it_begins():
    document = load(FILES / "minutes.pdf")
    lines = {document.text[each.start : each.end]: each.page for each in document.segments}

    assert lines["Mr Haddad said that ships above nine thousand tonnes now wait for the tide."] == 1
    assert lines["He would send the figures for the last quarter to the committee before the end of April."] == 2
    assert lines["Bilal Haddad reports on the moorings."] == 3


def test_two_columns_are_read_one_after_the_other():
    text = _read("columns.pdf").text

    assert "the price of a crossing and the carriage of post.\n\nOn fisheries they could not agree." in text
    assert text.endswith("The text was read out by the two press officers and was not open to questions.")


def test_a_footnote_does_not_cut_the_sentence_that_goes_on_overleaf():
    text = _read("report.pdf").text

    assert "some forty witnesses since.[1] Its members" in text
    assert "an inspection, but that the transfer of the boats would deprive it" in text
    assert "A list of the witnesses is kept by the clerk" in text


def test_a_hearing_loses_the_numbers_of_its_lines_and_keeps_its_speakers():
    document = load(FILES / "hearing.pdf")

    assert {each.speaker for each in document.segments} == {"MS MOSS", "MR ADLER"}
    assert "on the night of the storm, and who was with you?" in document.text


def test_arabic_is_read_in_the_order_of_its_letters():
    assert "اجتمعت اللجنة يوم الثلاثاء في المرصد القديم فوق المدينة" in _read("arabic.pdf").text


def test_a_browser_prints_bullets_that_are_no_characters():
    text = _read("web.pdf").text

    assert "- Elin Strand\n- Farid Nasser, who sent a letter" in text
    assert "- Gita Roy asked for a boat on Sunday evenings\n  - the office will count" in text
    assert "| Island to the north quay | 06:35 | 23:15 |" in text


def test_a_scanned_page_is_a_gap():
    written = _read("scanned.pdf")

    assert list(written.gaps) == [Gap("page 2", "is a picture without a text layer")]
    assert "MR ADLER: I am grateful for that." in written.text


def test_a_password_is_asked_for_only_where_the_file_needs_one():
    with pytest.raises(DocumentError, match="encrypted") as caught:
        _read("password.pdf")

    assert "qpdf" in caught.value.hint
    assert _read("owner.pdf").text == _read("columns.pdf").text


def test_a_hyphen_goes_only_where_it_is_certain():
    lines = (
        "It was agreed that the long-",
        "term survey and the admin-",
        "istration, an administration",
    )

    assert "the long-term survey and the administration, an administration" in read_pdf(_pdf(_lines(*lines)), "a").text


def test_an_article_at_the_end_of_a_line_belongs_to_the_word_with_a_capital_below():
    document = load(_pdf(_lines("It is to be done by June. The", "Board did not agree.")))

    assert [document.text[each.start : each.end] for each in document.segments] == [
        "It is to be done by June.",
        "The Board did not agree.",
    ]


def test_a_watermark_is_left_out_and_a_note_at_the_side_is_not():
    body = _lines("The ministers agreed on the survey.", "They signed nothing at all.")
    marks = _print("DRAFT", ".7 .7 -.7 .7 100 200", 60) + _print("For the archive", "0 1 -1 0 30 300", 8)
    text = read_pdf(_pdf(body + marks), "a").text

    assert "DRAFT" not in text
    assert "For the archive" in text


def test_a_sentence_that_comes_again_in_the_body_stays():
    pages = [_lines(f"Part {word}", "The motion was carried.", "It was seconded.") for word in ("one", "two", "three")]

    assert read_pdf(_pdf(*pages), "a").text.count("The motion was carried.") == 3


def test_fonts_that_do_not_say_what_they_show_make_a_gap():
    content = b"BT /F 11 Tf 50 500 Td <00240025002600270028> Tj ET"
    gaps = read_pdf(_pdf(content, fonts=_UNMAPPED % (b"Identity-H", b"Identity")), "a").gaps

    assert [gap.place for gap in gaps] == ["page 1"]
    assert "fonts" in gaps[0].reason


def test_lines_of_chinese_are_joined_without_a_space():
    halves = "两国部长星期二在旧天文台会面，就自暴", "风雨以来停航的航线谈了三个小时。"
    content = b"".join(
        b"BT /F 12 Tf 50 %d Td <%s> Tj ET\n" % (500 - 16 * number, half.encode("utf-16-be").hex().encode())
        for number, half in enumerate(halves)
    )

    assert "就自暴风雨以来" in read_pdf(_pdf(content, fonts=_UNMAPPED % (b"UniGB-UTF16-H", b"GB1")), "a").text


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 nothing", _pdf()])
def test_a_file_without_a_page_that_opens_is_refused(data: bytes):
    with pytest.raises(DocumentError) as caught:
        read_pdf(data, "a.pdf")

    assert caught.value.hint


def test_a_damaged_file_is_read_or_refused():
    chance = random.Random(7)
    whole = (FILES / "columns.pdf").read_bytes()
    for _ in range(30):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(min(len(data), 50)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(DocumentError):
            written = read_pdf(bytes(data), "a.pdf")
            assert list(written.pages) == sorted(written.pages)


def test_several_threads_may_read_at_once():
    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(lambda _: _read("columns.pdf").text, range(8)))

    assert set(texts) == {_read("columns.pdf").text}


def test_the_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError) as caught:
        _read("columns.pdf")

    assert "pip install 'pypdfium2" in caught.value.hint


def test_what_comes_again_stays_where_nothing_else_is_printed():
    cards = (_lines(f"Member {number} of the board") + _lines("may vote.", top=400) for number in range(1, 5))
    assert read_pdf(_pdf(*cards), "cards.pdf").text.count("of the board") == 4


def test_running_heads_of_thousands_of_pages_are_found_at_once():
    page = [Piece(words, 50, 300, base, 11) for words, base in (("Harbour board", 20), ("We sail.", 300))]
    begin = time.perf_counter()
    kept = without_running([Sheet([*page, Piece(f"Text {'x' * n}", 50, 90, 500, 11)]) for n in range(2_000)])
    assert {len(sheet.pieces) for sheet in kept} == {1}
    assert time.perf_counter() - begin < 20


_COMMENT = b"<< /Type /Annot /Subtype /Text /Rect [9 9 30 30] /Contents (Do we?) >>"
_FIELD = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (who) /Rect [9 9 99 30] /V (Ana Brito) >>"
_EMPTY_FIELD = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (who) /Rect [9 9 99 30] >>"
_TICK = b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (box) /Rect [9 9 30 30] /V /Yes >>"
_LINK = b"<< /Type /Annot /Subtype /Link /Rect [9 9 30 30] /Contents (our page) >>"


@pytest.mark.parametrize(
    ("marks", "gaps"),
    [
        (_COMMENT, [Gap("page 1", "has comments (1), which are not read")]),
        (_FIELD, [Gap("page 1", "has fields that were filled in (1), which are not read; print it to a new PDF")]),
        (_EMPTY_FIELD + _TICK + _LINK, []),
    ],
)
def test_what_lies_over_a_page_and_has_words_is_a_gap(marks: bytes, gaps: list[Gap]):
    written = read_pdf(_pdf(_lines("We sail at noon."), marks=marks), "a.pdf")
    assert written.text == "We sail at noon."
    assert written.gaps == gaps


@pytest.mark.parametrize(("name", "is_told"), [("annex.docx", True), ("logo.png", False)])
def test_an_attached_file_that_may_hold_text_is_a_gap(name: str, is_told: bool):
    attached = b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (%b) /UF (%b) >>] >> >>"
    written = read_pdf(_pdf(_lines("We sail."), catalog=attached % (name.encode(), name.encode())), "a.pdf")
    told = Gap(f"attachment {name}", "is not read; pass it as a document of its own")
    assert written.gaps == ([told] if is_told else [])
