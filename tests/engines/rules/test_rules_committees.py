"""Records of committees and delegations: numbered resolutions, summary records, names called with an @, offices in brackets."""

import pytest

from summarizer import summarize
from summarizer.schemas import Brief, Outcome, Presence, Strength

SUMMARY = """Summary record of the 7th meeting
Held at the Hall, Oslo, on Thursday, 10 October 2024

Chair: Ms. Berg (Norway)

Contents
Agenda item 4: River signals (continued)
Agenda item 5: Programme of work

The meeting was called to order at 10.05 a.m.

Agenda item 4: River signals (continued) (ECX/24/7)

1. Mr. Ilic (Observer for Serbia) said that the signals were welcome.

2. Mr. Duarte (Secretary of the Committee) said that Serbia was prepared to send two pilots in 2025.

3. The draft signals were adopted.

Agenda item 5: Programme of work (ECX/24/9)

4. The Chair suggested that the Committee should defer its decision on the programme to its next meeting. Mr. Ilic would lead the talks.

5. It was so agreed.
"""
MINUTES = """RIVER COMMITTEE
Thursday, 5th June, 2025

PRESENT: Councillor A. Hart (in the Chair), Councillor Coyle, Councillor Goss.
Absent without apology: Mr G Stone
APOLOGIES for absence were submitted on behalf of Councillors Hobday and Lister.

1  MINUTES
RESOLVED - That the Minutes of 8th May be confirmed.

2  25/00418/FUL - LAND AT MILL LANE, ERECTION OF TWENTY-FOUR SMALL DWELLINGS
Moved by Councillor Coyle and seconded by Councillor Goss and
RESOLVED (2 for, 1 against) - That permission be GRANTED.

3  TREE PRESERVATION ORDER No. 3 (2025)
RESOLVED (25/18a): That the draft order be approved for submission to the council.
"""
MENTIONED = """# Kick-off

**Date:** @January 15, 2025
**Attendees:** @Ilse Verm @Tomas Lind @Dr. Hana Sato

## Next steps
- [ ] @Tomas Lind upload a sample tile per site → @January 31, 2025
- Ilse + Hana: draft the plan
"""


def brief(text: str) -> Brief:
    return summarize(text.encode())


def decided(text: str) -> list[tuple[str, list[str]]]:
    return [(item.topic, [one.text for one in item.decisions]) for item in brief(text).agenda_items if item.decisions]


def people(text: str, presence: Presence = Presence.ATTENDED) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.role, p.organization) for p in brief(text).participants if p.presence is presence]


def test_what_was_so_agreed_stands_in_the_words_before_it() -> None:
    made = brief(SUMMARY)
    assert [(item.topic, item.outcome) for item in made.agenda_items] == [
        ("River signals", Outcome.DECIDED),
        ("Programme of work", Outcome.DEFERRED),
    ]
    assert [one.text for item in made.agenda_items for one in item.decisions] == [
        "The draft signals were adopted",
        "the Committee should defer its decision on the programme to its next meeting",
    ]
    assert [(one.by, one.strength) for one in made.commitments] == [("Serbia", Strength.INTENDS)]


def test_brackets_behind_a_delegate_hold_the_office_or_the_country() -> None:
    assert people(SUMMARY) == [
        ("Berg", "chair", "Norway"),
        ("Ilic", None, "Serbia"),
        ("Duarte", "Secretary", "Committee"),
    ]


def test_how_the_vote_went_stands_between_resolved_and_what_was_resolved() -> None:
    assert [words for _, words in decided(MINUTES)][1:] == [
        ["RESOLVED (2 for, 1 against) - That permission be GRANTED"],
        ["the draft order be approved for submission to the council."],
    ]


def test_long_titles_in_capitals_are_headings_though_a_word_of_them_is_not() -> None:
    assert [topic for topic, _ in decided(MINUTES)][1:] == [
        "25/00418/FUL - LAND AT MILL LANE, ERECTION OF TWENTY-FOUR SMALL DWELLINGS",
        "TREE PRESERVATION ORDER No. 3 (2025)",
    ]


def test_apologies_that_were_submitted_and_absence_without_one_are_absences() -> None:
    assert [name for name, _, _ in people(MINUTES, Presence.ABSENT)] == ["G Stone", "Hobday", "Lister"]


def test_people_called_by_full_names_are_each_one_and_own_their_tasks() -> None:
    assert [name for name, _, _ in people(MENTIONED)] == ["Ilse Verm", "Tomas Lind", "Hana Sato"]
    made = brief(MENTIONED).follow_ups
    assert [(one.owner, one.action, str(one.due and one.due.end)) for one in made] == [
        ("Tomas Lind", "upload a sample tile per site", "2025-01-31"),
        ("Ilse Verm and Hana Sato", "draft the plan", "None"),
    ]


def test_a_handle_needs_no_brackets_nor_the_second_of_them() -> None:
    text = "# Weekly\n\n## Present\n\n* Ann Lee (@ann)\n* Bo Ray @boray\n* Cy Fox (@cyfox\n* Di Holm\n"
    assert people(text) == [(name, None, None) for name in ("Ann Lee", "Bo Ray", "Cy Fox", "Di Holm")]


def test_the_chair_by_the_full_name_and_the_list_by_initials_are_one() -> None:
    text = "Minutes, 6 March 2025\nChair: Dr Fiona Hart\n\nAttendees: F Hart, S Rao, B Kowal\n\n1. Rota\nFH to ask the mill.\n"
    assert [name for name, _, _ in people(text)] == ["Fiona Hart", "S Rao", "B Kowal"]
    assert [one.owner for one in brief(text).follow_ups] == ["Fiona Hart"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr. Lee explained, the President had decided to wait.", ("Lee", None, None)),
        ("The act of sending boats into Peru, Mr. Lee said, was right.", ("Lee", None, None)),
        ("The Minister met H.E. President Daniel Lee at noon.", ("Daniel Lee", "President", None)),
        (
            "They met the Chief Executive Officer of the e-Harbour Academy, Mr. Bo Lee, at noon.",
            ("Bo Lee", "Chief Executive Officer", "e-Harbour Academy"),
        ),
    ],
)
def test_an_office_is_of_the_one_it_stands_beside(text: str, told: tuple[str, str | None, str | None]) -> None:
    found = [(p.name, p.role, p.organization) for p in brief(f"Oslo, 4 March 2025\n\n{text}\n").participants]
    assert told in found
    assert not {"Peru", "Academy"} & {organization for _, _, organization in found}


def test_apologies_are_no_body_of_those_who_sent_them() -> None:
    text = "Minutes\n\nPresent: Mrs R Okafor (Chair), Mr D Lind, Ms S Begum\n\n1. Welcome\nApologies from Dr Anand and Mr Rowe were received. The meeting was quorate.\n"
    assert "Apologies from" not in {one.organization for one in brief(text).participants}


def test_questions_and_answers_in_minutes_are_nobodys_speech() -> None:
    text = (
        "Minutes of the governors, 11 March 2025\n\nPresent: Mrs J Pember (Headteacher), Mr D Lind (Chair), Ms S Begum\n\n"
        "1. Welcome\nThe Chair welcomed the visitors.\n\n2. Report\nQ: Why has absence risen?\nA: Mrs Pember explained that two families account for it.\n"
        "The Headteacher agreed to bring a breakdown by group to the May meeting.\n"
        "The following policies were reviewed and adopted: Behaviour; Complaints.\n"
    )
    assert [(one.by, one.action) for one in brief(text).commitments] == [
        ("J Pember", "bring a breakdown by group to the May meeting")
    ]
    assert decided(text) == [("Report", ["The following policies were reviewed and adopted: Behaviour; Complaints"])]


def test_an_empty_field_for_the_next_step_is_over_no_list() -> None:
    text = (
        "# Council meeting 2025-03-04\n\n## Present\n\n* Ann Lee\n* Bo Ray\n\n## Agenda\n\n* charter template\n\n"
        "Action Item: request a review of the charter\n\n* swapping names\n\nAction Item:\n\n* WP5: project charters\n\n"
        "Action Item: follow up on the issue and close it\n"
    )
    made = brief(text)
    assert [one.action for one in made.follow_ups] == [
        "request a review of the charter",
        "follow up on the issue and close it",
    ]
    assert [one.name for one in made.participants] == ["Ann Lee", "Bo Ray"]


def test_a_turn_of_notes_that_begins_with_resolved_tells_a_decision() -> None:
    text = (
        "# Notes 2025-03-04\n\n## Attendees\n\n1. Ann Lee (Mill)\n2. Bo Ray (Dock)\n\n## Notes\n\n"
        " * [bo] I would rather wait.\n * [ann] Let me see.\n * [ann] RESOLVED We can start with three lamps\n * [bo] Fine.\n"
    )
    assert [words for _, words in decided(text)] == [["We can start with three lamps"]]


@pytest.mark.parametrize(
    ("sentence", "by", "action"),
    [
        ("On ports, Norway undertook to train fifty pilots before the end of 2025.", "Norway", "train fifty pilots before the end of 2025"),
        ("Norway, for its part, will open an office for the pilots.", "Norway", "open an office for the pilots"),
        ("Mayor Lind promised residents that the council would repair the sluice.", "the council", "repair the sluice"),
        ("Mayor Lind assured Minister Okoro that the town would keep the ferry open.", "the town", "keep the ferry open"),
    ],
)  # fmt: skip
def test_who_binds_itself_is_the_subject_of_what_was_promised(sentence: str, by: str, action: str) -> None:
    made = brief(f"Press statement\n\nOslo, 22 May 2024\n\nMinister Okoro met Mayor Lind in Oslo. {sentence}\n")
    assert [(one.by, one.action) for one in made.commitments] == [(by, action)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway undertook in 1998 to train fifty pilots.",
        "Mayor Lind assured Minister Okoro that Peru would get a chance to state its case.",
        "Mayor Lind promised Okoro he would send the plans.",
    ],
)
def test_what_was_long_ago_or_is_given_to_somebody_binds_nobody(sentence: str) -> None:
    made = brief(f"Press statement\n\nOslo, 22 May 2024\n\nMinister Okoro met Mayor Lind in Oslo. {sentence}\n")
    assert made.commitments == []


def test_what_was_signed_there_is_an_outcome_and_what_was_signed_before_is_none() -> None:
    text = (
        "Press statement\n\nOslo, 22 May 2024\n\nMinister Okoro met Minister Lind in Oslo. The Memorandum on ports was signed"
        " by the two Ministers. They recalled that the agreement on fish was signed in 1998. Three protocols were not signed.\n"
    )
    assert decided(text) == [("Memorandum on ports", ["The Memorandum on ports was signed by the two Ministers"])]


def test_a_heading_among_the_items_that_roman_numbers_count_is_one_of_them() -> None:
    text = (
        "Minutes of the Library Board\nMay 5, 2020\n\nPresent: Ann Lee, Bo Ray, Cy Fox\n\nI. Call to order\nChair Lee called the"
        " meeting to order at 6 pm.\n\nII. Treasurer's report\nIt was agreed to move $100 to savings.\n\nIII. Old business\n\n"
        "A. Roof repair\nBo will ask for two quotes.\n\nB. Hours\nThe Board voted to close on Mondays.\n\n"
        "IV. Adjournment\nThe meeting closed at 7 pm.\n"
    )
    assert decided(text) == [
        ("Treasurer's report", ["It was agreed to move $100 to savings"]),
        ("Hours", ["The Board voted to close on Mondays"]),
    ]


def test_a_parish_tells_its_decisions_in_its_own_words() -> None:
    text = (
        "Parish council of Holm\nMinutes of meeting no. 4 of 2024, Wednesday 18th September 2024\n\n"
        "Present: The Revd Sue Dale (in the chair), Ian Fell (Churchwarden), Bob Trant (Treasurer), Dawn Amis.\n\n"
        "1. Minutes of the meeting held on 10th July\nThese were approved with one correction.\n\n"
        "2. Finance\nIt was proposed by Ian and seconded by Dawn that £2,000 be moved to the roof fund. Agreed, nem con.\n\n"
        "3. Policy\nThe PCC formally adopted the policy for 2025. Dawn kindly offered to ring round the hirers.\n"
        "Ian agreed to speak to the mill and to get two quotes.\n"
    )
    made = brief(text)
    assert people(text)[:2] == [("Sue Dale", "chair", None), ("Ian Fell", "Churchwarden", None)]
    assert [words for _, words in decided(text)] == [
        ["These were approved with one correction"],
        ["£2,000 be moved to the roof fund"],
        ["The PCC formally adopted the policy for 2025"],
    ]
    assert {(one.by, one.action) for one in made.commitments} == {
        ("Dawn Amis", "ring round the hirers"),
        ("Ian Fell", "speak to the mill and to get two quotes"),
    }
    assert "10th July" not in {one.date and one.date.words for one in made.meetings}


def test_an_action_point_by_two_letters_is_nobody_and_news_is_no_next_step() -> None:
    text = (
        "Steering call\n3 Sept 2024\n\nOn the call: Amina Yusuf, Salma Haji, Peter Kama\n\n1) Where we are\n"
        "- Peter: rig is back, hopes to catch up by November\nAP: Peter to send the calendar by 13 Sept\n\n"
        "2) Nursery\n- Agreed: keep the day rate\n- AP Salma - write one page on the rate\n- AP Amina: share the drawings.\n"
    )
    made = brief(text)
    assert [one.name for one in made.participants] == ["Amina Yusuf", "Salma Haji", "Peter Kama"]
    assert [((one.owner or "").split()[0], one.action) for one in made.follow_ups] == [
        ("Peter", "send the calendar by 13 Sept"),
        ("Salma", "write one page on the rate"),
        ("Amina", "share the drawings"),
    ]


def test_a_decision_that_an_indented_line_goes_on_with_is_told_once() -> None:
    made = brief(
        "Council, 24 September 2019\n\nPresent:\n\n* Ann Lee\n* Bob Mayer\n\n## Agenda\n\n* Replies to applications #295\n"
        "  * Ann: we did not want to promise a day. Instead we agreed to commit to a first reply in 48 hours and then a\n"
        "    weekly update. It is told on the site.\n"
    )
    decided = [decision.text for item in made.agenda_items for decision in item.decisions]
    assert decided == ["Instead we agreed to commit to a first reply in 48 hours and then a weekly update"]
