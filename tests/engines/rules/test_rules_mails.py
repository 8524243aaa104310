"""What the writers of a mail take on or refuse, and who they are."""

import pytest

from summarizer import Brief, summarize

HEADER = "From: Anna Borg <anna@harbour.example>\nTo: Ben Cole <ben@harbour.example>\nDate: Tue, 3 Jun 2025 10:00:00 +0200\nSubject: Ferries\n\n"


def _brief(body: str, header: str = HEADER) -> Brief:
    return summarize((header + body).encode())


def test_who_writes_and_who_receives_are_participants_whom_nothing_shows_at_a_meeting() -> None:
    brief = _brief("The ferry is late.")
    assert [(one.name, one.presence) for one in brief.participants] == [
        ("Anna Borg", "mentioned"),
        ("Ben Cole", "mentioned"),
    ]
    assert brief.meetings == []


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("I will send the draft by Friday.", "send the draft by Friday"),
        ("Thank you for the call, I'll also book the crew.", "book the crew"),
        ("- I will ask the harbour master for a berth.", "ask the harbour master for a berth"),
    ],
)
def test_what_one_says_in_a_mail_that_one_will_do_is_a_next_step_of_ones_own(sentence: str, action: str) -> None:
    (step,) = _brief(f"Next steps\n\n{sentence}\n").follow_ups
    assert (step.action, step.owner, step.owner_basis) == (action, "Anna Borg", "volunteered")


@pytest.mark.parametrize(
    ("sentence", "action", "strength"),
    [
        ("I cannot accept the new price.", "accept the new price", "denied"),
        ("I won't sign the lease.", "sign the lease", "denied"),
        ("I promise to pay for the stand.", "pay for the stand", "undertook"),
        ("If the board agrees, I will sign the lease.", "sign the lease", "conditional"),
    ],
)
def test_a_promise_a_refusal_and_a_condition_in_a_mail_bind_its_writer(
    sentence: str, action: str, strength: str
) -> None:
    brief = _brief(sentence)
    (one,) = brief.commitments
    assert (one.action, one.by, one.strength) == (action, "Anna Borg", strength)
    assert brief.follow_ups == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I think I will send the draft.",
        "Ben asked whether I will send the draft.",
        "I will be away on Friday.",
        "Shall I send the draft, or will you tell me when I will call the crew?",
        "I'll see what the crew says.",
        "We will send the draft.",
    ],
)
def test_what_nobody_takes_on_in_a_mail_is_nobodys(sentence: str) -> None:
    brief = _brief(sentence)
    assert (brief.follow_ups, brief.commitments) == ([], [])


def test_where_it_is_not_told_who_writes_nobody_owns_it() -> None:
    brief = _brief("I will send the draft by Friday.", HEADER.replace("Anna Borg <anna@", "<office@"))
    assert [one.name for one in brief.participants] == ["Ben Cole"]
    assert brief.follow_ups == []
    assert [one.text for one in brief.coverage.possible_omissions] == ["I will send the draft by Friday."]


def test_whom_a_mail_is_addressed_to_may_be_given_a_task_in_it() -> None:
    (step,) = _brief("Ben will book the survey vessel.").follow_ups
    assert (step.owner, step.owner_basis) == ("Ben Cole", "assigned")


def test_a_long_list_of_addresses_is_no_list_of_participants() -> None:
    names = [f"{first} {last}" for first in ("Ada", "Bo", "Cy", "Di", "Ed") for last in ("Roy", "Lind", "Moe")]
    header = HEADER.replace("To: Ben Cole <ben@harbour.example>", "To: " + "; ".join(names))
    assert [one.name for one in _brief("The ferry is late.", header).participants] == ["Anna Borg"]


def test_the_minutes_in_a_mail_keep_their_own_people_and_the_sender_says_none_of_it() -> None:
    brief = _brief(
        "Dear all,\n\nPlease find the minutes below. I will circulate the slides.\n\n"
        "Present: Dan Ek, Eva Moe\n\nActions\n- Dan Ek to book the hall by 20 June\n- I will ask the crew\n"
    )
    assert {(step.action, step.owner) for step in brief.follow_ups} == {
        ("circulate the slides", "Anna Borg"),
        ("book the hall by 20 June", "Dan Ek"),
        ("I will ask the crew", None),
    }
    there = {one.name: one.presence for one in brief.participants}
    assert (there["Dan Ek"], there["Anna Borg"]) == ("attended", "mentioned")


def test_a_mail_of_a_thread_without_an_address_is_neither_a_meeting_nor_a_subject() -> None:
    brief = _brief("We sail.\n\nFrom: Dan Ek\nSent: 2 June 2025\nTo: Anna Borg\nSubject: Ferries\n\nWhen do we sail?\n")
    assert brief.meetings == []
    assert not any("Dan Ek" in item.topic for item in brief.agenda_items)


def test_who_signs_a_letter_writes_it() -> None:
    brief = summarize(
        "Port of Varde\n\n3 June 2025\n\nDear Mr Cole,\n\nI confirm that I will send the draft by 6 June.\n\n"
        "Yours sincerely,\n\nAnna Borg\nHead of Projects\n"
    )
    (step,) = brief.follow_ups
    assert (step.action, step.owner) == ("send the draft by 6 June", "Anna Borg")
    assert [one.evidence[0].quote for one in brief.participants if one.name == "Anna Borg"] == ["Anna Borg"]
    assert brief.meetings == []


def test_the_subject_of_a_mail_is_no_item_of_the_minutes_in_it() -> None:
    mail = "From: Ann Reed <ann@example.org>\nTo: team@example.org\nSubject: Minutes of the crew\nDate: Thu, 11 Jun 2026 21:40:00 +0100\n\n"
    text = "Present: Ann Reed, Bo Lind\n\n1. Crane\nBo Lind said it was late.\n2. Hall\nIt was agreed that the hall opens in May.\n3. Media\nNobody had written.\n"
    made = summarize((mail + text).encode())
    assert [item.topic for item in made.agenda_items] == ["Crane", "Hall", "Media"]
