"""Subjects of formal records: items counted by letters, codes and numbers of several forms, and what is none."""

import pytest

from summarizer import summarize
from summarizer.loading import load


def topics(text: str) -> list[str]:
    return [item.topic for item in summarize(load(text.encode())).agenda_items]


def test_letters_count_items_whose_heads_stand_before_a_mark_or_alone() -> None:
    text = (
        "Senate minutes\n\nMay 5, 2020\nA. Ann Lee showed a draft of the rights of pupils.\n"
        "A. Library Impact – Ray reported that it was added to the form.\nB. Planning for the Fair\n– Lee went through the outline.\n"
        "C. Absentee Policy\n– The committee answered questions.\n"
    )
    assert topics(text) == ["Library Impact", "Planning for the Fair", "Absentee Policy"]


def test_below_a_group_counted_in_roman_its_lettered_items_are_the_subjects() -> None:
    text = (
        "Library Board Minutes\nMeeting date: \nTuesday, May 5, 2020\n\nI.    Guests: There were no guests.\n\nII.    Old Business \n"
        "a)    Board retreat:  Please keep the day free.\nb)    2020 Budget:  It has been sent in.\n\nIII.    New Business\n"
        "a)    There was no new business.\n\nIV.    Reports \na)    Treasurer’s Report: \ni.    Spending is on track.\n"
        "b)    Fund Report: \ni.    The fund is up.\n"
    )
    assert topics(text) == ["Board retreat", "2020 Budget", "Treasurer’s Report", "Fund Report"]


def test_initials_before_surnames_are_no_letters_of_items() -> None:
    text = "Senate minutes\n\nPresent:\nA. Bloom\nB. Carey\nC. Dunn\n\nThe roof was seen to.\n"
    assert topics(text) == []


@pytest.mark.parametrize(
    "numbers",
    [("3.", "4.", "5."), ("B.11.2.1 ", "B.13.1 ", "C.7.2 "), ("2.1 ", "2.2 ", "3.1 ")],
)
def test_numbers_of_items_have_many_forms(numbers: tuple[str, ...]) -> None:
    heads = ["Branch Reports", "Branch Accounts", "Election of Stewards"]
    rows = [
        f"{number}{head}\nThe members heard about it and asked a question.\n"
        for number, head in zip(numbers, heads, strict=True)
    ]
    assert topics("Branch minutes\n\nLynn opened the evening.\n" + "".join(rows)) == heads


def test_an_hour_before_words_is_no_number_of_an_item() -> None:
    text = "Branch minutes\n\n7.30 Doors were opened\nMembers came in.\n8.45 Lights were put out\nMembers went home.\n"
    assert topics(text) == []


def test_items_with_a_full_stop_over_their_text_are_heads() -> None:
    text = (
        "Delegate minutes\n1. Attendance: Ann Lee, Bo Ray, Cy Fox\n1a. Election to the vacant post of President.\nNo nominations.\n"
        "2. Minutes of the June and July meetings.\nAgreed a true record.\n3. Committee report (12-9-19)\nThe tree was moved.\n"
        "4. Votes -None\n5. Film – it was not shown.\n"
    )
    assert topics(text) == [
        "Election to the vacant post of President",
        "Minutes of the June and July meetings",
        "Committee report (12-9-19)",
        "Votes",
        "Film",
    ]


def test_a_number_alone_on_its_line_counts_the_item_below() -> None:
    text = (
        "COUNTY OF HOLM\n\nMINUTES OF THE COUNTY COURT\n\nSTATE OF VEST\n\nThe court sat at 9 A.M. with these present:\nPresent:\nAnn Lee, Judge\n"
        "Bo Ray, Clerk\n\n1.\nRoad works on Mill Lane.\nNo action was taken.\n\n2.\nBills of the county.\nThe clerk spoke to the court.\n"
    )
    assert topics(text) == ["Road works on Mill Lane", "Bills of the county"]


def test_rows_that_name_an_item_of_the_agenda_are_subjects_once() -> None:
    text = (
        "Summary record of the 2nd meeting\n\nChairman: Mr. Al-Nasser (Qatar)\n\nContents\n\nAgenda item 31: Works Agency for the Ports ( continued)\n\n"
        "The meeting was called to order at 3 p.m.\n\nAgenda item 31: Works Agency for the Ports (continued) (A/64/13 and Add.1)\n\n"
        "1. Mr. Haugen (Norway) said that the ports were full.\n"
    )
    assert topics(text) == ["Works Agency for the Ports"]


def test_whoever_is_welcomed_or_addressed_is_no_subject() -> None:
    text = (
        "Minutes of the rules committee\n\nMay 4, 2020\n\nJudge Hart opened the meeting. Judge Hart welcomed both Judge Ann Motz and Judge Bo Ray"
        " to the committee. Judge Hart also welcomed Mr. Munn, who came for Mr. Letter. The committee discussed the new filing rule.\n"
    )
    assert topics(text) == ["new filing rule"]


def test_what_was_done_before_is_agreed_and_decides_nothing() -> None:
    text = (
        "Branch minutes\n\nMay 4, 2020\n\nLynn opened the evening. The members agreed it was read before the meeting.\n"
    )
    assert [one.text for item in summarize(load(text.encode())).agenda_items for one in item.decisions] == []


@pytest.mark.parametrize(
    ("top", "title", "day"),
    [
        ("Planning Board\nDraft Minutes – Wednesday, November 5, 2014", "Planning Board", "2014-11-05"),
        (
            "Minutes of the Spring Meeting of the\n\nRules Committee\n\nApril 16, 2018",
            "Minutes of the Spring Meeting of the Rules Committee",
            "2018-04-16",
        ),
        (
            "Minutes of the Open Meeting held on\nWednesday 26th November 2014 at 7.00pm",
            "Minutes of the Open Meeting held on Wednesday 26th November 2014 at 7.00pm",
            "2014-11-26",
        ),
    ],
)
def test_title_and_day_may_share_two_rows(top: str, title: str, day: str) -> None:
    meeting = summarize(
        load(f"{top}\n\nPresent: Ann Lee, Bo Ray, Cy Fox\n\nThe roof was seen to.\n".encode())
    ).meetings[0]
    assert meeting.title == title
    assert meeting.date is not None
    assert str(meeting.date.start) == day
