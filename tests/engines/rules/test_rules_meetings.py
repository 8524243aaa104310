"""Meetings that one document reports: how they are told apart, and what is none."""

import pytest
from papers import draft, names


def held(text: str, kind: str = "prose") -> list[tuple[str | None, str | None, str | None]]:
    """Title, place and date of each meeting."""
    return [(meeting.title, meeting.place, meeting.date) for meeting in draft(text, kind).meetings]


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("Later in Bergen, Minister Eva Holm met Mayor Ida Krog.", "Bergen"),
        ("At the Harbour Clinic, Minister Eva Holm met Mayor Ida Krog.", "the Harbour Clinic"),
        ("She then travelled to Bergen, where she met Mayor Ida Krog.", "Bergen"),
        ("She then visited the port of Bergen, where she met Mayor Ida Krog.", "Bergen"),
        ("He then went on to Bergen for a meeting with Mayor Ida Krog.", "Bergen"),
        ("From Oslo the Minister proceeded to Bergen. There she was received by Mayor Ida Krog.", "Bergen"),
        ("Separately, Minister Eva Holm met Mayor Ida Krog.", None),
        ("Minister Eva Holm met separately with Mayor Ida Krog.", None),
        ("Earlier today, Minister Eva Holm also spoke with Mayor Ida Krog.", None),
        ("In the margins of the visit, Minister Eva Holm met Mayor Ida Krog.", None),
        ("A second meeting, with Mayor Ida Krog, followed in the evening.", None),
    ],
)
def test_a_second_meeting_is_told_by_place_or_by_a_word_that_sets_it_apart(second: str, place: str | None) -> None:
    text = f"Minister Eva Holm met Governor Bo Lind in Oslo. They discussed ferries.\n\n{second}"
    assert [where for _, where, _ in held(text)] == ["Oslo", place]


def test_two_meetings_in_one_place_are_told_apart_by_their_days() -> None:
    text = "On Monday, 6 May 2024, Envoy Ada Moyo met General Issa Deng in Wau. On Thursday, 9 May 2024, Envoy Ada Moyo met General Issa Deng in Wau."
    assert [date for _, _, date in held(text)] == ["Monday, 6 May 2024", "Thursday, 9 May 2024"]
    assert [date for _, _, date in held(text.replace("Thursday, 9 May 2024", "6 May 2024"))] == ["Monday, 6 May 2024"]


@pytest.mark.parametrize(
    "second",
    [
        "Next week Minister Holm will meet Mayor Ida Krog in Bergen.",
        "Minister Holm had met Mayor Ida Krog in Bergen last year.",
        "Last month Minister Holm met Mayor Ida Krog in Bergen.",
        "A meeting in Bergen with Mayor Ida Krog was called off.",
        "A third round in Bergen is foreseen for May.",
    ],
)
def test_a_meeting_to_come_or_long_past_is_none_of_the_document(second: str) -> None:
    assert len(held(f"Minister Eva Holm met Governor Bo Lind in Oslo. They discussed ferries. {second}")) == 1


def test_headings_with_a_day_or_a_partner_open_meetings() -> None:
    dated = "# Week\n\n## Board, 5 May 2024, Pilot House\n\nPresent: Bo Lind\n\n## 6 May 2024: call with Acme\n\nPresent: Ida Krog\n"
    assert held(dated, "minutes") == [("Board", "Pilot House", "5 May 2024"), ("call with Acme", None, "6 May 2024")]
    named = dated.replace("Board, 5 May 2024, Pilot House", "Meeting with the bank").replace("6 May 2024: call", "Call")
    assert [title for title, _, _ in held(named, "minutes")] == ["Meeting with the bank", "Call with Acme"]
    made = draft(dated)
    assert {person.name: person.meetings for person in made.participants} == {"Bo Lind": ["m1"], "Ida Krog": ["m2"]}


@pytest.mark.parametrize("heading", ["Approval of the minutes of 4 April 2024", "Next meeting: 5 June 2024", "Ferries"])
def test_other_headings_open_no_meeting(heading: str) -> None:
    assert len(held(f"# Board, 5 May 2024\n\n## {heading}\n\nPresent: Bo Lind\n\n## Budget\n\nNone.\n", "minutes")) == 1


def test_what_is_said_of_both_meetings_belongs_to_both_and_a_return_to_the_first() -> None:
    made = draft(
        "Minister Eva Holm met Governor Bo Lind in Oslo. They discussed ferries.\n\n"
        "In Bergen, Minister Eva Holm met Mayor Ida Krog. They discussed tolls.\n\n"
        "In both meetings the parties discussed the price of fuel.\n\n"
        "At the Oslo meeting, the Governor had also raised the lighthouse.",
        "prose",
    )
    assert [item.meetings for item in made.agenda_items] == [["m1"], ["m2"], ["m1", "m2"], ["m1"]]


def test_where_several_meetings_cannot_be_told_apart_nothing_is_given_to_one() -> None:
    made = draft("Minister Eva Holm met the guilds. Governor Bo Lind discussed ferries in both meetings.", "prose")
    assert len(made.meetings) == 1
    assert all(item.meetings == [] for item in (*made.participants, *made.agenda_items))


def test_names_are_kept_with_the_meeting_they_take_part_in() -> None:
    made = draft("Minister Eva Holm had a working dinner with Governor Bo Lind in Oslo.", "prose")
    assert names(made) == ["Eva Holm", "Bo Lind"]


def test_a_report_is_not_given_to_a_meeting_that_is_told_of_later() -> None:
    made = draft(
        "A Danish trade mission met Governor Bo Lind in Oslo.\n\nThe Danish delegation also discussed ferries.\n\n"
        "The delegations also discussed tolls.\n\nMeanwhile, the Danish delegation had meetings in Bergen with Mayor Ida Krog.",
        "prose",
    )
    assert [item.meetings for item in made.agenda_items] == [["m1"], ["m1"]]


@pytest.mark.parametrize("line", ["Meeting Link: https://calls.example/1", "Meeting link", "Call recording: part 1"])
def test_how_to_join_a_meeting_is_not_its_title(line: str) -> None:
    made = draft(f"# {line}\n\n# Board meeting of the harbour\n\nPresent: Ann Lee, Bo Lind\n")
    assert [meeting.title for meeting in made.meetings] == ["Board meeting of the harbour"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "Minutes of the Board Meeting held on Tuesday 14 October 2025 at 18:00 at the Mill Room, Holm",
            ("Minutes of the Board Meeting", "the Mill Room, Holm", "Tuesday 14 October 2025"),
        ),
        (
            "Meeting held on 2nd June 2025 in the Village Hall at 7.30pm",
            ("Meeting", "the Village Hall", "2nd June 2025"),
        ),
        ("July 9, 2025.", (None, None, "July 9, 2025")),
    ],
)
def test_the_first_words_of_minutes_name_the_meeting(
    row: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert held(f"HOLM FERRIES LTD\n{row}\n\nPresent: Ann Reed, Bo Lind\n", "minutes") == [expected]


def test_the_year_of_a_report_is_no_day_of_a_meeting() -> None:
    assert draft("# Announcements\n\n- 2024 Q4 Pilots (due November 21, 2024)\n- Q3 Harbour\n").meetings == []
    (held,) = draft("# Announcements\n\n2024-11-21\n\n- 2024 Q4 Pilots\n").meetings
    assert held.date == "2024-11-21"


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("# Minutes of the board\n\nDate: 6 May 2025, Room 4", "6 May 2025"),
        ("# Minutes of the board\n\nDate: Tuesday 6 May 2025, 10:00-11:30, Room 4.12", "Tuesday 6 May 2025"),
        ("# Minutes of the board\n\nDate: 2025-05-06 10:00 UTC", "2025-05-06"),
        ("# Minutes of the board\n\nDate: 6-7 May 2025, Room 4", "6-7 May 2025"),
        ("# Minutes of the board\n\nDate: 6 May 2025, 7 May 2025", "6 May 2025, 7 May 2025"),
        ("# Board Meeting 2025-05-06", "2025-05-06"),
        ("# Minutes of the meeting of 6 May 2025", "6 May 2025"),
        ("# Minutes of the meeting of 2025", None),
    ],
)
def test_the_day_of_a_meeting_is_told_from_the_hour_and_the_room_beside_it(top: str, date: str | None) -> None:
    made = draft(f"{top}\n\nPresent: Ann Reed, Bo Lind\n\nAnn Reed will send the draft.\n")
    assert [one.date for one in made.meetings] == [date]


def test_the_hour_behind_a_day_is_no_title_of_the_meeting() -> None:
    made = draft(
        "# Harbour group\n\n## March 4, 2025 (9:30am PT)\n\nIt was agreed to paint.\n\n## March 11, 2025 at 10.00\n\nIt was agreed to sweep.\n"
    )
    assert [(one.title, one.date) for one in made.meetings] == [(None, "March 4, 2025"), (None, "March 11, 2025")]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Ms Holm spoke of the position to take at the Bergen meeting.", None),
        ("Ms Holm spoke of the quota at Bergen.", "Bergen"),
    ],
)
def test_the_name_of_another_meeting_is_no_place_of_this_one(words: str, place: str | None) -> None:
    assert [where for _, where, _ in held(f"Memorandum of a conversation, 24 August 1954\n\n{words}\n")] == [place]


def test_what_had_been_received_before_is_no_meeting_and_bears_none() -> None:
    made = draft("Minutes of the Harbour Council held on 14 May 2026\n\nThree letters had been received. It rained.\n")
    assert {quote.quote for one in made.meetings for quote in one.evidence} == {
        "Minutes of the Harbour Council held on 14 May 2026"
    }
