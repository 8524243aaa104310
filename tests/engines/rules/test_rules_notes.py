"""Notes that people type or that a program makes of a meeting: boxes, who is called by @, talks of two, AI summaries."""

import pytest
from papers import draft

from summarizer import summarize

BOARD = "# Harbour weekly\n\n**Attendees:** @Ann Lee, @Bo Ray, @Eva Holm, Pete\n\n## Ferry\n\n- The ferry is late\n"
PAIR = "1:1 Ann / Bo\n12 Nov 2026\n\nWork\n- ferry plan: done\n"


def _steps(text: str) -> list[tuple[str, str | None, str | None]]:
    found = summarize(text.encode()).follow_ups
    return [(one.action, one.owner, str(one.due.end) if one.due else None) for one in found]


def test_people_who_are_called_by_their_full_names_are_those_of_the_list() -> None:
    people = [(one.name, one.presence) for one in draft(BOARD, "minutes").participants]
    assert people == [(name, "attended") for name in ("Ann Lee", "Bo Ray", "Eva Holm", "Pete")]


@pytest.mark.parametrize(
    ("row", "step"),
    [
        ("- [ ] @Ann Lee change the form \U0001f4c5 2026-11-18", ("change the form", "Ann Lee", "2026-11-18")),
        ("- [ ] Bo to book the hall", ("book the hall", "Bo Ray", None)),
        ("- [ ] paint the hut (Pete)", ("paint the hut", "Pete", None)),
        ("- [ ] remove the old lamps", ("remove the old lamps", None, None)),
        (
            "- [ ] Order paint for the hut by 20 Nov 2026",
            ("Order paint for the hut by 20 Nov 2026", None, "2026-11-20"),
        ),
        ("- [ ] paint the hut (Pete, 30 Nov 2026)", ("paint the hut", "Pete", "2026-11-30")),
    ],
)
def test_what_stands_beside_an_empty_box_is_to_be_done(row: str, step: tuple[str, str | None, str | None]) -> None:
    assert _steps(f"{BOARD}{row}\n") == [step]


@pytest.mark.parametrize("row", ["- [x] paint the hut", "- [ ] Carl Ek", "- [ ] Ferry fares", "- [ ] is it late?"])
def test_a_ticked_box_a_name_and_a_subject_are_not(row: str) -> None:
    assert _steps(f"{BOARD}{row}\n") == []


def test_an_arrow_before_a_label_does_not_hide_it() -> None:
    (item,) = draft(f"{BOARD}- → **Decision:** sell the old ferry\n", "minutes").agenda_items
    assert [one.text for one in item.decisions] == ["sell the old ferry"]


@pytest.mark.parametrize("title", ["1:1 Ann / Bo", "One-on-one with Ann and Bo", "Ann <> Bo 1:1", "1-on-1: Ann & Bo"])
def test_the_title_of_a_talk_of_two_names_both(title: str) -> None:
    people = draft(PAIR.replace("1:1 Ann / Bo", title), "minutes").participants
    assert [(one.name, one.presence) for one in people] == [("Ann", "attended"), ("Bo", "attended")]


def test_the_two_take_on_what_their_notes_give_them() -> None:
    assert _steps(PAIR + "- Bo to talk to Carl about the fares\n- Ann will send the price list by Monday\n") == [
        ("talk to Carl about the fares", "Bo", None),
        ("send the price list by Monday", "Ann", "2026-11-16"),
    ]


def test_the_two_may_be_called_by_one_letter_each() -> None:
    assert _steps(PAIR + "- [ ] B to talk to Carl about the fares\n- A will send the list\n- C will write\n") == [
        ("talk to Carl about the fares", "B", None),
        ("send the list", "A", None),
    ]


def test_a_few_words_over_each_list_are_its_subject() -> None:
    text = PAIR + "\nFeedback for me\n- more notice\n\nTime off\n- Ann away in June\n"
    topics = [item.topic for item in draft(text, "minutes").agenda_items]
    assert topics == ["Work", "Feedback for me", "Time off"]


def test_names_over_lists_are_no_subjects() -> None:
    text = "Round\n\nAnn\n- ferry\n\nBo\n- fares\n\nEva\n- hall\n"
    assert draft(text, "minutes").agenda_items == []


SUMMARY = """Notes
Nov 12, 2026
Harbour weekly

Summary
The team reviewed the ferry, agreed to postpone the sale to 30 January, and discussed the fares.

Details
Ferry sale: Ann Lee explained that the yard is two weeks behind. Bo Ray asked about the price (00:03:12). The team agreed to move the sale to 30 January (00:07:45).
Ticket fares: Bo Ray presented two lists. The second one has no children's fare (00:12:20).
Crew training: Ann Lee mentioned that training could start in May (00:19:30).

Suggested next steps
[ ] Ann Lee will inform the yard by Friday.
[ ] The group will review the fares at the next meeting.
"""


def test_a_summary_by_a_program_gives_each_subject_step_and_person_once() -> None:
    brief = summarize(SUMMARY.encode())
    assert {"Ferry sale", "Ticket fares", "Crew training"} <= {one.topic for one in brief.agenda_items}
    assert (brief.commitments, brief.rejected) == ([], [])
    assert [(one.owner, one.action) for one in brief.follow_ups] == [
        ("Ann Lee", "inform the yard by Friday"),
        ("The group", "review the fares at the next meeting"),
    ]
    assert [one.name for one in brief.participants if one.presence == "attended"] == ["Ann Lee", "Bo Ray"]


def test_a_talk_of_two_is_called_by_its_title_and_not_by_its_day() -> None:
    (meeting,) = summarize(PAIR.encode()).meetings
    assert (meeting.title, meeting.date and meeting.date.words) == ("1:1 Ann / Bo", "12 Nov 2026")


COPILOT = """Supplier review
Thursday, November 12, 2026

Meeting notes:

• Delivery figures: The rate fell to 87 percent, because of the strike.
• Paper boxes: Two of the drop tests failed in the yard.
• Ferry lease: The lease runs out in March and costs more.

Follow-up tasks:

• Delivery figures: Send the figures to the yard. (Ewa)
• Third test: Organise a test with the thicker board. (Ravi, Bruno)
• Letter: Draft the letter of extension. (Bruno)
"""


def test_owners_that_nothing_else_names_are_known_by_their_place_in_the_list() -> None:
    brief = summarize(COPILOT.encode())
    assert [one.owner for one in brief.follow_ups] == ["Ewa", "Ravi, Bruno", "Bruno"]
    assert [one.topic for one in brief.agenda_items] == ["Delivery figures", "Paper boxes", "Ferry lease"]


def test_words_in_brackets_that_are_common_own_nothing() -> None:
    text = COPILOT.replace("(Ewa)", "(Optional)").replace("(Ravi, Bruno)", "(Strike)").replace("(Bruno)", "(Yard)")
    assert [one.owner for one in summarize(text.encode()).follow_ups] == [None, None, None]


@pytest.mark.parametrize(
    ("row", "step"),
    [
        ("- Pete: update the list (tomorrow)", ("update the list", "Pete")),
        ("- Ann Lee/Bo Ray – build the hut by 18 Nov", ("build the hut by 18 Nov", "Ann Lee/Bo Ray")),
        ("- Pete → book the hall", ("book the hall", "Pete")),
    ],
)
def test_a_name_before_a_mark_is_given_what_follows(row: str, step: tuple[str, str]) -> None:
    assert [each[:2] for each in _steps(f"{BOARD}{row}\n")] == [step]


def test_a_name_before_a_view_is_given_nothing() -> None:
    assert _steps(f"{BOARD}- Pete: users of the ferry refuse to pay\n- Bo Ray – not enough to decide\n") == []


def test_what_the_team_agrees_on_is_a_decision_and_no_commitment_as_well() -> None:
    made = draft(f"{BOARD}\nThe team agreed to hide the old sign.\n", "minutes")
    assert [one.text for item in made.agenda_items for one in item.decisions] == [
        "The team agreed to hide the old sign"
    ]
    assert made.commitments == []


def test_the_days_of_messages_in_a_chat_are_no_day_of_a_meeting() -> None:
    chat = "".join(
        f"11/12/26, 6:0{at} PM - {words}\n"
        for at, words in enumerate(("Tori added you", "Tori: Hey all!", "Kim: hello", "Tori: I'll bring the grill"))
    )
    brief = summarize(chat.encode())
    assert (brief.meetings, brief.rejected) == ([], [])


@pytest.mark.parametrize(
    ("row", "topic"),
    [
        ("Demo: decided to keep it but make it 20 minutes", "Demo"),
        ("- decided to sell the van", "sell the van"),
        ("- agreed that the fees stay", "fees stay"),
        ("- agreed to disagree", None),
        ("- not decided to sell the van", None),
    ],
)
def test_notes_say_what_was_decided_without_saying_who_decided(row: str, topic: str | None) -> None:
    made = draft(f"# Retro\n\nPresent: Ann Lee, Bo Ray\n\n{row}\n", "minutes")
    told = [(item.topic, [one.text for one in item.decisions]) for item in made.agenda_items]
    assert told == ([(topic, [row.removeprefix("- ")])] if topic else [])
