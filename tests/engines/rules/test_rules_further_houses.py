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


def test_an_agenda_ends_where_its_first_subject_is_opened() -> None:
    text = (
        "Pier Club Minutes\nPresent Members\nEllen, Mark, Ross (via video call)\nAGENDA\n- Updates\n- Ropes\n"
        "Updates\nMark\n- The mill was closed for a week.\n- Ellen is going to write to the mill.\n"
    )
    draft = made(text)
    assert there(text) == ["Ellen", "Mark", "Ross"]
    assert [item.topic for item in draft.agenda_items] == ["Updates", "Ropes"]
    assert [(one.owner, one.action) for one in draft.follow_ups] == [("Ellen", "write to the mill")]


def test_labels_follow_each_other_in_a_row() -> None:
    text = (
        "Pier Council minutes\n\nPresent: Chairman: Cllr Mrs Prior Councillors: Mrs Bolt, Dipple, Harte\n\n"
        "2. Apologies for Absence – Cllr Cannon\n\n3. Ropes – agreed\n\nThe Clerk and Cllr Harte said that it was so.\n"
    )
    people = {one.name: one.role for one in made(text).participants}
    assert people == {"Prior": "Cllr", "Bolt": None, "Dipple": None, "Harte": "Cllr", "Cannon": "Cllr"}
    assert there(text, Presence.ABSENT) == ["Cannon"]


def test_heads_before_a_dash_and_items_without_one_are_subjects() -> None:
    text = (
        "Pier Council minutes\n\n1. Welcome\n\n2. Order of the agenda – agreed\n\n3. Ropes of the upper pier – it was agreed to sell them\n\n"
        "4. Declarations of interest – none\n\n5. Urgent planning\n\n5.1 Mills\nNo objection\n\n6. Exchange of news\nThe office is closed.\n"
    )
    assert topics(text) == ["Order of the agenda", "Ropes of the upper pier", "Urgent planning", "Exchange of news"]
    plain = (
        "Pier Board Meeting\nMinutes for June 14, 2025\n\nAgenda review – The report of the mill was left for July.\n\n"
        "Consent Agenda – Minutes of May and the reports of the crews. All having read these papers, the consent agenda was approved 6-0.\n\n"
        "Policy Monitoring – After questions the paper was filed by the office.\n\nCommittee Updates – None of the committees have met so far.\n"
    )
    brief = summarize(load(plain.encode()))
    assert [one.topic for one in brief.agenda_items] == [
        "Agenda review",
        "consent agenda",
        "Policy Monitoring",
        "Committee Updates",
    ]
    assert (brief.rejected, brief.meetings[0].place) == ([], None)


def test_bullets_with_their_text_below_are_subjects() -> None:
    text = (
        "May 13, 2025 7:00 p.m.\n- Call to order / Roll Call\nThe meeting was called to order by Mr. Jo Reed at 7:00p.m.\n"
        "- Candidate Statements\nNo statements given.\n- Seating of New Members\nMr. Jo Reed-3 year term*\n- Vice Chair\n"
        "Mrs. Gates motioned to nominate Dr. Hale as Vice Chair, Mr. Ribb seconded the motion. The motion to elect Dr. Hale as Vice Chair passed.\n"
        "- Treasurer\nMr. Ribb motioned to nominate Mr. Reed as Treasurer, Mrs. Gates seconded the motion. The motion to elect Mr. Reed passed.\n"
    )
    draft = made(text)
    assert [(item.topic, [one.text for one in item.decisions]) for item in draft.agenda_items] == [
        ("Call to order / Roll Call", []),
        ("Candidate Statements", []),
        ("Seating of New Members", []),
        ("Vice Chair", ["The motion to elect Dr. Hale as Vice Chair passed"]),
        ("Treasurer", ["The motion to elect Mr. Reed passed"]),
    ]
    assert [(one.name, one.role) for one in draft.participants if one.role] == []


def test_what_somebody_does_behind_a_dash_is_no_body() -> None:
    text = "Board Meeting\n\nAttendance\nAnn Reed, President; Bo Ray; Cy Fox, Roads Manager - facilitating meeting\n\nAll is well.\n"
    assert next((one.name, one.organization) for one in made(text).participants) == ("Ann Reed", None)
    assert all("ing meeting" not in (one.organization or "") for one in made(text).participants)


def test_a_label_behind_a_comma_or_among_entries_is_nobody() -> None:
    text = (
        "Trustee Meeting\n\nPresent: Ann Reed, Bo Ray, Absent: Cy Fox, Di Moss\n\n"
        "Ann Reed will look after the mill and Mary Lind will look after the web page.\n\nThe motions passed.\n"
    )
    draft = made(text)
    assert (there(text), there(text, Presence.ABSENT)) == (["Ann Reed", "Bo Ray"], ["Cy Fox", "Di Moss"])
    checked = summarize(load(text.encode())).participants  # the quoted row has both labels
    assert [one.presence for one in checked[:4]] == ["attended", "attended", "absent", "absent"]
    assert [(one.owner, one.action) for one in draft.follow_ups] == [("Ann Reed", "look after the mill")]
    assert draft.agenda_items == []
    assert there("Notes of the club\n\nAttendance\n\n- Ann Reed\n- Facilitating: Bo Ray\n\nAll is well.\n") == [
        "Ann Reed",
        "Bo Ray",
    ]
