"""People, steps and meetings as further houses write them: what is no body, no second person and no second meeting."""

import pytest

from summarizer import summarize
from summarizer.engines.rules.engine import drafted
from summarizer.loading import load
from summarizer.schemas import BriefDraft, Presence


def made(text: str) -> BriefDraft:
    return drafted(load(text.encode()))


def there(text: str, presence: Presence = Presence.ATTENDED) -> list[str]:
    return [person.name for person in made(text).participants if person.presence is presence]


def topics(text: str) -> list[str]:
    return [item.topic for item in made(text).agenda_items]


@pytest.mark.parametrize(
    ("entries", "people"),
    [
        (
            "Cllrs Ann Reed (AR), Pat O’Cane (POC); Alan White (AW), Jo King (JK); Bo Ray (BR)",
            [("Ann Reed", None), ("Pat O’Cane", None), ("Alan White", None), ("Jo King", None), ("Bo Ray", None)],
        ),
        ("Ann Reed (for Bo Ray), Cy Fox (facilitating)", [("Ann Reed", None), ("Cy Fox", None)]),
        ("Ann Reed, Joan M. Davis, Bo Ray", [("Ann Reed", None), ("Joan M. Davis", None), ("Bo Ray", None)]),
    ],
)
def test_what_stands_in_brackets_or_between_is_no_body(entries: str, people: list[tuple[str, str | None]]) -> None:
    found = made(f"Minutes of the senate\n\nPresent: {entries}\n\nThe ropes were seen to.\n").participants
    assert [(one.name, one.organization) for one in found] == people
    assert {one.role for one in found} <= {None, "Cllr"}


def test_more_labels_of_those_who_came_and_who_did_not() -> None:
    text = "Minutes of the senate\n\nMembers absent without proxy: Ann Reed.\n\nVisitors and Guests: Bo Ray (Geology).\n\nThe end.\n"
    assert (there(text), there(text, Presence.ABSENT)) == (["Bo Ray"], ["Ann Reed"])


def test_a_scribe_who_is_on_the_list_is_shown_by_the_list() -> None:
    brief = summarize(
        load(b"Pier minutes: 2025-05-03\nMinutes: AmyH\nPresent: Mel, Gail, AmyH\n\nThe ropes were seen to.\n")
    )
    assert [(one.name, one.presence) for one in brief.participants] == [
        ("AmyH", "attended"),
        ("Mel", "attended"),
        ("Gail", "attended"),
    ]


def test_two_of_a_list_who_differ_by_a_letter_are_two() -> None:
    brief = summarize(load(b"Minutes\n\nPresent: Andy, Carey, Andi, Molly\n\nThe ropes were seen to."))
    assert [one.name for one in brief.participants] == ["Andy", "Carey", "Andi", "Molly"]


def test_a_role_keeps_the_words_of_the_text() -> None:
    people = made(
        "# Readout\n\nMr. Bo Ray, Director-General, Asian and Oceanian Affairs Bureau, and others attended the meeting in Rabat.\n"
    ).participants
    assert [(one.name, one.role, one.presence) for one in people] == [("Bo Ray", "Director-General", "attended")]


def test_the_owner_of_a_step_may_have_an_office_beside_the_name() -> None:
    steps = made(
        "# Minutes\n\nPresent: Ann Reed, Bo Ray\n\n## Action items\n\n- Ann (Secretary): Ann to ring the yard\n"
    )
    assert [(one.owner, one.action) for one in steps.follow_ups] == [("Ann", "Ann to ring the yard")]


def test_the_minutes_of_an_earlier_meeting_are_no_second_meeting() -> None:
    text = (
        "Minutes of the pier council meeting held\non Tuesday 7th April 2020 at 7.00pm\nPresent: Ann Reed, Bo Ray\n"
        "334 APOLOGIES FOR ABSENCE\nCllr Cy Fox\n335 RECORDING OF PROCEEDINGS\nThe Clerk took notes.\n"
        "336 REPAIRS TO THE PIER\nThe Minutes of the meeting held on 3rd March 2020 were approved.\n"
    )
    assert len(made(text).meetings) == 1
    assert topics(text) == ["RECORDING OF PROCEEDINGS", "REPAIRS TO THE PIER"]
    assert there(text, Presence.ABSENT) == ["Cy Fox"]


def test_how_a_meeting_began_is_not_what_it_is_called() -> None:
    assert all(
        meeting.title is None for meeting in made("Meeting starts 09:04\n\n- The ropes were seen to.\n").meetings
    )
