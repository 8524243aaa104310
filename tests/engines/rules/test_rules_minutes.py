"""Minutes and notes: attendance in its many shapes, agendas, ACTION and RESOLVED lines."""

import pytest
from papers import draft, names

from summarizer import load, summarize
from summarizer.engines.rules.engine import drafted

MINUTES = """\
# Harbour Committee — Minutes

Date: 2024-05-02

## Attendees

Present: Ann Lee, Bo Ray, Cy Fox (Port Union)

Regrets: Di Moss

Chair: Ann Lee

Scribe(s): Bo Ray

## Content

### 1. Dredging contract

Ann Lee: Shall we renew it?

> Resolution #1: renew the dredging contract for one year

> Action #1: send the contract to the lawyers by Friday (Cy Fox)

### 2. Ferry timetable

- ACTION: Bo Ray to publish the timetable before 1 June 2024
- TODO: tidy the notice board

### 3. Resolutions

- Resolution #1: renew the dredging contract for one year
"""


def test_minutes_give_people_topics_decisions_and_actions() -> None:
    made = draft(MINUTES)
    assert names(made) == ["Ann Lee", "Bo Ray", "Cy Fox"]
    assert names(made, "absent") == ["Di Moss"]
    assert {p.name: p.role for p in made.participants} == {
        "Ann Lee": "chair",
        "Bo Ray": "scribe",
        "Cy Fox": None,
        "Di Moss": None,
    }
    assert [item.topic for item in made.agenda_items] == ["Dredging contract", "Ferry timetable"]
    (decision,) = made.agenda_items[0].decisions
    assert decision.text == "renew the dredging contract for one year"
    assert made.agenda_items[0].outcome == "decided"
    assert made.agenda_items[1].outcome == "discussed"
    assert [(step.action, step.owner, step.due, step.owner_basis) for step in made.follow_ups] == [
        ("send the contract to the lawyers by Friday", "Cy Fox", "by Friday", "assigned"),
        ("publish the timetable before 1 June 2024", "Bo Ray", "before 1 June 2024", "assigned"),
        ("tidy the notice board", None, None, "unstated"),
    ]
    assert all(step.strength == "intends" for step in made.follow_ups)
    (meeting,) = made.meetings
    assert (meeting.title, meeting.date) == ("Harbour Committee — Minutes", "2024-05-02")


@pytest.mark.parametrize(
    ("text", "attended", "absent"),
    [
        ("Present: Ann Lee, Acme; Cy Fox, Port Union\n", ["Ann Lee", "Cy Fox"], []),
        ("In attendance: Ann Lee, Bo Ray and Cy Fox\nApologies: Di Moss\n", ["Ann Lee", "Bo Ray", "Cy Fox"], ["Di Moss"]),
        ("## Attendees\n\n- [x] Ann Lee\n- [ ] Bo Ray\n", ["Ann Lee"], ["Bo Ray"]),
        ("## Present\n\n- Ann Lee (@annl)\n- @bo-ray\n", ["Ann Lee", "bo-ray"], []),
        ("## Attendees\n\nMembers\n- Ann Lee\n\nRegrets\n- Bo Ray\n", ["Ann Lee"], ["Bo Ray"]),
        ("## Attendance\n\n| Name | Role | Present |\n|---|---|---|\n| Ann Lee | Chair | yes |\n| Bo Ray | Clerk | no |\n", ["Ann Lee"], ["Bo Ray"]),
        ("## Roll call\n\n- Council Member Ann Lee: present\n- Bo Ray - absent\n", ["Ann Lee"], ["Bo Ray"]),
        ("## Attended by\n\n1. Ann Lee, Acme\n2. Bo Ray – Port Union\n", ["Ann Lee", "Bo Ray"], []),
        ("Attendees:\nAnn Lee, Bo Ray, Cy Fox\n\nThe sun shone.\n", ["Ann Lee", "Bo Ray", "Cy Fox"], []),
        ("Regrets: none\nPresent: Ann Lee\n", ["Ann Lee"], []),
    ],
)  # fmt: skip
def test_attendance_is_read_in_all_common_shapes(text: str, attended: list[str], absent: list[str]) -> None:
    made = draft(text)
    assert names(made) == attended
    assert names(made, "absent") == absent


def test_a_memorandum_of_conversation_names_both_sides() -> None:
    made = draft(
        "Memorandum of Conversation\nLisbon, March 8, 1961, 10 a.m.\n\nSUBJECT\nCod Quotas\n\nPARTICIPANTS\nForeign:\n"
        "M. Paul Roux, Minister, French Embassy\nThe Norwegian Ambassador, Mr. Nils Berg\nUnited States:\nThe Secretary\n"
        "EUR—John P. Dale\nMr. T.C. Hill, Chief of Staff, Fisheries Board\n\n"
        "The Secretary opened by recalling a call from President Arana. Mr. Hill said quotas were low.\n",
        "prose",
    )
    there = [p for p in made.participants if p.presence == "attended"]
    assert [(p.name, p.role, p.organization, p.delegation) for p in there] == [
        ("Paul Roux", "Minister", "French Embassy", "Foreign"),
        ("Nils Berg", "The Norwegian Ambassador", None, "Foreign"),
        ("The Secretary", "The Secretary", None, "United States"),
        ("John P. Dale", None, "EUR", "United States"),
        ("T.C. Hill", "Chief of Staff", "Fisheries Board", "United States"),
    ]
    assert names(made, "mentioned") == ["Arana"]
    assert [item.topic for item in made.agenda_items] == ["Cod Quotas"]
    assert [(m.place, m.date) for m in made.meetings] == [("Lisbon", "March 8, 1961")]


def test_an_agenda_is_read_without_its_notes_numbers_and_times() -> None:
    made = draft(
        "# Board sync\n\n## Agenda\n\n- Budget for spring (10 minutes)\n  - Ann: looks fine\n- Hiring #12\n- none\n\n## Action Items\n\n- none\n"
    )
    assert [item.topic for item in made.agenda_items] == ["Budget for spring", "Hiring"]
    assert made.follow_ups == []


@pytest.mark.parametrize(
    ("line", "action", "owner"),
    [
        ("- ACTION: send the draft (Ann Lee)", "send the draft", "Ann Lee"),
        ("- Action item: Ann to send the draft", "send the draft", "Ann"),
        ("- AI: @bo-ray to send the draft", "send the draft", "bo-ray"),
        ("- ACTION 4.2: send the draft - owner: Ann Lee", "send the draft", "Ann Lee"),
        ("- TODO: send the draft", "send the draft", None),
        ("- Action: continue to send the draft", "continue to send the draft", None),
        ("- Action: send the draft (see issue 4)", "send the draft (see issue 4)", None),
        ("- ACTION: Finance Committee to send the draft", "send the draft", "Finance Committee"),
    ],
)
def test_an_action_line_gives_its_owner_only_where_it_names_one(line: str, action: str, owner: str | None) -> None:
    (step,) = draft(f"Present: Ann Lee, Bo Ray\n\n{line}\n").follow_ups
    assert (step.action, step.owner) == (action, owner)


def test_steps_of_earlier_meetings_are_not_taken_up_again() -> None:
    made = draft("## Action Items\n\nFrom this meeting:\n- @ann send the draft\n\nPrevious:\n- @bo buy paint\n")
    assert [step.action for step in made.follow_ups] == ["send the draft"]


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED: the fee is ten euros",
        "DECISION: the fee is ten euros",
        "> Resolution #3: the fee is ten euros",
        "AGREED: the fee is ten euros",
        "RESOLVED that the fee is ten euros",
    ],
)
def test_a_decision_line_is_a_decision_of_its_own_item(line: str) -> None:
    (item,) = draft(f"{line}\n").agenda_items
    assert [decision.text for decision in item.decisions] == ["the fee is ten euros"]
    assert item.outcome == "decided"


def test_a_reported_decision_and_a_carried_motion_count_but_a_refused_one_does_not() -> None:
    made = draft(
        "It was agreed that the pier be closed. The motion to raise fees was carried. No decision was taken on paint. "
        "It was not agreed that boats may stay."
    )
    found = [decision.text for item in made.agenda_items for decision in item.decisions]
    assert found == ["It was agreed that the pier be closed", "The motion to raise fees was carried"]


def test_a_proposal_alone_is_no_decision() -> None:
    made = draft("### 1. Fees\n\n> Proposed resolution: raise the fee\n\nAnn Lee: I am not sure.\n")
    assert all(item.decisions == [] for item in made.agenda_items)


def test_days_listed_below_another_entry_are_no_day_of_the_meeting():
    listed = "# Board call\n\n- Cancelled because of the holidays\n    - November 28, 2024\n    - December 26, 2024\n"
    assert [meeting.date for meeting in summarize(listed).meetings if meeting.date] == []
    assert [str(meeting.date.start) for meeting in summarize("# Board call\n\n- November 28, 2024\n").meetings] == [
        "2024-11-28"
    ]


def test_a_resolution_behind_other_sentences_on_its_row_is_a_decision() -> None:
    brief = summarize(
        "Parish Council\nMinutes of a meeting, Monday 7 April 2025\n\nPRESENT: Cllr Hale (in the chair), Cllr Bright, Cllr Sood; Mrs P. Keane, Clerk\n\n"
        "24/1 Shelter. The Clerk told of it. RESOLVED: that the shelter be painted.\n"
        "24/2 Hall. RESOLVED to buy two benches.\n"
        "24/3 Fees.\n\nRESOLVED FURTHER, that no fee shall be charged for the hall.\n"
    )
    assert [one.text for item in brief.agenda_items for one in item.decisions] == [
        "the shelter be painted",
        "to buy two benches",
        "no fee shall be charged for the hall.",
    ]
    assert [(one.name, one.role, one.presence) for one in brief.participants] == [
        ("Hale", "Cllr, chair", "attended"),
        ("Bright", "Cllr", "attended"),
        ("Sood", "Cllr", "attended"),
        ("P. Keane", "Clerk", "attended"),
    ]
    assert [one.date.words for one in brief.meetings if one.date] == ["Monday 7 April 2025"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_spaces_that_hold_words_together_are_spaces(space: str) -> None:
    text = "# Board\n\nPresent: Ann Lee, Bo Ray\n\n## Roof\n\nThe board agreed to mend the roof.\n\nAction: Bo Ray to send the plan by 6 May 2025.\n"
    plain, held = draft(text), draft(text.replace(" ", space))
    assert names(held) == names(plain) == ["Ann Lee", "Bo Ray"]
    assert [item.topic for item in held.agenda_items] == [item.topic for item in plain.agenda_items] == ["Roof"]
    assert [item.owner for item in held.follow_ups] == [item.owner for item in plain.follow_ups] == ["Bo Ray"]


@pytest.mark.parametrize("label", ["RESOLVED:", "It was agreed:", "The committee decided to:"])
def test_a_label_over_decisions_is_no_heading_and_they_belong_to_the_subject_at_hand(label: str) -> None:
    text = (
        "Harbour Club\n\nPresent: Ann Lee, Bo Ray\n\n1. Rents\nThe rents were read out.\n\n"
        f"2. Letter from the council\nThe letter was read.\n\n{label}\n- thank the council;\n- write to the members.\n"
    )
    made = drafted(load(text))
    assert [item.topic for item in made.agenda_items] == ["Rents", "Letter from the council"]
    assert [[one.text for one in item.decisions] for item in made.agenda_items] == [
        [],
        ["thank the council", "write to the members."],
    ]


def test_notes_of_a_team_are_read_as_they_are_typed() -> None:
    made = drafted(
        load(
            "Weekly sync\n2025-09-03\n\nAttendees: Aisha, Marek, Lin\n\nDecisions\n* We go with provider B\n* No code freeze for the sale\n\n"
            "Action items\n[ ] Aisha - write the migration plan by Fri\n[ ] @marek rotate the API keys\n- Aisha + Lin to interview the two candidates\n"
        )
    )
    assert [one.text for item in made.agenda_items for one in item.decisions] == [
        "We go with provider B",
        "No code freeze for the sale",
    ]
    assert [(one.owner, one.due) for one in made.follow_ups] == [
        ("Aisha", "by Fri"),
        ("marek", None),
        ("Aisha and Lin", None),
    ]
