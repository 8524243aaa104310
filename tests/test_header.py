"""What a document says about itself: title, date and kind; and what it does not say."""

import time

import pytest

from summarizer.loading import load

BODY = "\n\nThe minister met the delegation. They spoke of fish and of fuel for three hours."


def date_of(text: str, name: str = "notes.txt") -> tuple[str, str] | None:
    document = load(text.encode(), name=name)
    return None if document.date is None else (document.date.isoformat(), str(document.date_basis))


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        (" date 2023-06-01 VALLETTA (MALTA) (NEWS/AB) – A mission met.", "2023-06-01", "date 2023-06-01"),
        ("Date: 1 June 2023", "2023-06-01", "Date: 1 June 2023"),
        ("## Date: June 1st, 2023", "2023-06-01", "Date: June 1st, 2023"),
        ("**Date:** 2023-06-01", "2023-06-01", "Date: 2023-06-01"),
        ("### Meeting Date/Time: Thursday June 1, 2023 at 14:00 GMT", "2023-06-01", "Date/Time: Thursday June 1, 2023"),
        ("Data: 1 giugno 2023", "2023-06-01", "Data: 1 giugno 2023"),
        ("---\ntitle: Board\ndate: 2023-06-01\n---", "2023-06-01", "date: 2023-06-01"),
        ("# Board meeting 2023-06-01", "2023-06-01", "2023-06-01"),
        ("Bonn, June 1, 2023, 9:35 a.m.", "2023-06-01", "June 1, 2023"),
        ("Board meeting\nThursday, June 1 2023 (9:00-9:30am PT)", "2023-06-01", "Thursday, June 1 2023"),
        ("Valletta, 1 June 2023. A mission met Libyan officials and left in the evening of the same day.", "2023-06-01", "1 June 2023"),
        ("Statement by the Ministry of Mines of Malta, 1 June 2023", "2023-06-01", "1 June 2023"),
        ("Visit of the Secretary-General to Malta, 1-2 June 2023", "2023-06-02", "1-2 June 2023"),
        ("Visit to Malta, June 1-2, 2023", "2023-06-02", "June 1-2, 2023"),
        ("# Notes of the team, Thursday 01/06/23", "2023-06-01", "01/06/23"),
        ("# Notes of the team, Thursday 06/01/23", "2023-06-01", "06/01/23"),
        ("VALLETTA, June 1, 2023 - A mission met Libyan officials and left.", "2023-06-01", "June 1, 2023"),
        ("Minutes of the meeting held in Mdina on 1 June 2023 at the town hall, with much of the board there and the clerk.",
         "2023-06-01", "1 June 2023"),
    ],
)  # fmt: skip
def test_a_date_in_the_head_is_the_documents(head: str, day: str, basis: str) -> None:
    assert date_of(head + BODY) == (day, basis)


@pytest.mark.parametrize(
    "head",
    [
        "VALLETTA, June 1 - A mission met Libyan officials and left.",
        "The memorandum that was signed on 1 June 2020 is valid for three years, said the minister to the press.",
        "Next meeting: 1 June 2023",
        "Next meeting: 1-2 June 2023",
        "Release 3.11.24",
        "Notes of the team, 01/06/23",  # of plain English, which may mean June or January
        "Due date: 1 June 2023",
        "Agenda\n\n- Report of 1 June 2023",
        "Anna: the date is 1 June 2023\n\nBen: yes\n\nAnna: so",
    ],
)
def test_a_date_about_something_else_is_none(head: str) -> None:
    assert date_of(head + BODY) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-06-01-board.md", "2023-06-01"),
        ("board_20230601.txt", "2023-06-01"),
        ("board 2023_06_01.txt", "2023-06-01"),
        ("board-1-june-2023.txt", "2023-06-01"),
    ],
)
def test_the_name_of_the_file_may_say_the_date(name: str, day: str) -> None:
    assert date_of(BODY, name) == (day, f"file name {name}")


@pytest.mark.parametrize("name", ["order-20239901.txt", "call-12345678901.txt", "notes.txt"])
def test_other_numbers_in_a_name_are_no_date(name: str) -> None:
    assert date_of(BODY, name) is None


def test_the_head_is_asked_before_the_name() -> None:
    assert date_of("Date: 2023-06-01" + BODY, "2024-01-01.txt") == ("2023-06-01", "Date: 2023-06-01")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Board, **June**\n\nAll came.", "Board, **June"),
        ("---\ntitle: \"Board\"\n---\n\nAll came.", "Board"),
        ("Readout of the call\n\nThe two met.", "Readout of the call"),
        ("## 3. Fees\n\nNone.", "Fees"),
        ("The two met.\n\nThey spoke.", None),
        ("## Announcements\n\n- The crane is back.\n\n## Fees\n\n- None.", None),
        ("# Meeting Link\n\nTo be told.\n\n# Fees\n\nNone.", None),
        ("# Announcements of the Port\n\nNone.", "Announcements of the Port"),
        ("Anna: So.\n\nBen: Yes.\n\nAnna: No.\n\n# Later\n\nAnna: Ah.", None),
    ],
)  # fmt: skip
def test_the_title_is_the_first_heading(text: str, title: str | None) -> None:
    assert load(text.encode()).title == title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two met. They spoke.", "prose"),
        ("Readout\n\nThe two met. They spoke for a long time.", "prose"),
        ("Anna: So we begin.\n\nBen: Yes, let us.\n\nAnna: Good.", "transcript"),
        ("# Minutes of the board\n\nAnna: So we begin.\n\nBen: Yes, let us.\n\nAnna: Good.", "minutes"),
        ("Present: Anna, Ben\n\nThe fee was discussed. It was approved by all of the members.", "minutes"),
        ("# Board\n\n- fee approved\n- quay closed\n- form sent", "minutes"),
    ],
)
def test_the_kind_is_told_from_the_form(text: str, kind: str) -> None:
    assert load(text.encode()).kind == kind


@pytest.mark.parametrize(
    "text",
    ["A" * 26 + "! 2023-06-01 - " + "word " * 40 + ".", "---\ntitle: " + "\t" * 1_900 + 'x"y\n---'],
    ids=["a place", "a title"],
)
def test_a_head_that_is_none_is_dismissed_at_once(text: str) -> None:
    begin = time.perf_counter()
    load((text + BODY).encode())
    assert time.perf_counter() - begin < 20


def test_a_title_in_quotation_marks_is_read_without_them() -> None:
    assert load(('---\ntitle:  "Board of the mill" \n---' + BODY).encode()).title == "Board of the mill"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "PRESS RELEASE\n\nMinister Holm meets Governor Lind in Oslo\n\nThey met and spoke of fish and of fuel for three long hours.",
            "Minister Holm meets Governor Lind in Oslo",
        ),
        ("CONFIDENTIAL\nTAGS: FISH\nSUBJECT: TALKS WITH GOVERNOR LIND\n\n1. They met.", "TALKS WITH GOVERNOR LIND"),
        ("# Draft\n\n# Harbour board\n\nThey met.", "Harbour board"),
        ("CONFIDENTIAL\n\nThey met and spoke of fish.", "CONFIDENTIAL"),
    ],
)
def test_a_marking_is_a_title_only_where_nothing_better_stands(head: str, title: str) -> None:
    assert load(head.encode(), name="notes.txt").title == title
