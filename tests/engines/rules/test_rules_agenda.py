"""What is a subject of a meeting and what only looks like one."""

import pytest
from papers import draft

from summarizer import load, summarize


def _topics(text: str, kind: str = "minutes") -> list[str]:
    return [item.topic for item in draft(text, kind).agenda_items]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers did not discuss visas for the crews.",
        "Minister Ruiz raised with the Governor the matter that had come up in May.",
        "Minister Ruiz stressed that Nordmark would not lift its tariff.",
        "Dr. Band welcomed the team.",
        "Minister Ruiz said that both questions should be considered jointly.",
        "Minister Ruiz stressed the importance of the above mentioned questions.",
    ],
)
def test_what_was_not_taken_up_and_those_it_was_taken_up_with_are_no_subjects(sentence: str) -> None:
    assert _topics(f"Minister Ana Ruiz met Governor Bo Lind in Oslo. {sentence}", "prose") == []


HEADED = """# Harbour call 12

### Moderator: Ann Reed
### GitHub Agenda Page

# 1. [Yard] Cranes
The cranes are old.

# 2 . Fees
The fees are low.

# Links discussed in call
- a page

# Next call: May 3, 2025 at 14:00
- same place
"""


def test_headings_of_every_record_are_no_subjects() -> None:
    assert _topics(HEADED) == ["[Yard] Cranes", "Fees"]


def test_items_that_are_called_so_are_headings() -> None:
    text = "Works council\nPresent: Ann Reed, Bo Lind\n\nItem 1: Shift model\nThe draft is late.\nIt was agreed that the draft be sent in May.\n\nItem 2: Canteen\nThe council rejected the new prices.\n"
    (shifts, canteen) = draft(text).agenda_items
    assert (shifts.topic, [one.text for one in shifts.decisions]) == (
        "Shift model",
        ["It was agreed that the draft be sent in May"],
    )
    assert (canteen.topic, canteen.outcome) == ("Canteen", "decided")


def test_bold_words_before_a_dash_are_heads_and_their_marks_no_words() -> None:
    text = "# Record\n\n1. **Agenda** – The agenda was adopted.\n2. **Rail corridor** – The study is late.\n3. **Work plan** – The Committee endorsed the plan.\n"
    made = draft(text)
    assert [item.topic for item in made.agenda_items if "genda" not in item.topic] == ["Rail corridor", "Work plan"]
    assert not any("*" in one.text for item in made.agenda_items for one in item.decisions)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("DECISION 58.1 The quay will close at ten.", "The quay will close at ten."),
        ("We decided to move the regatta to June.", "We decided to move the regatta to June"),
        ("Approved by roll call vote (6 yes, 1 no)", "Quay: Approved by roll call vote (6 yes, 1 no)"),
    ],
)
def test_decisions_by_number_by_us_and_by_vote(line: str, words: str) -> None:
    made = draft(f"# Board\n\nPresent: Ann Reed, Bo Lind\n\n## Quay\n\n{line}\n")
    assert [one.text for item in made.agenda_items for one in item.decisions] == [words]


def test_a_task_to_decide_is_no_decision() -> None:
    (step,) = draft(
        "# Board\n\n## Actions\n\n- Review both bids to see whether the yard adopts smaller boats.\n"
    ).follow_ups
    assert step.strength == "intends"


def test_what_we_decided_in_an_earlier_meeting_is_no_decision_of_this_one() -> None:
    made = draft("# Board\n\nPresent: Ann Reed, Bo Lind\n\n## Quay\n\nLast week we decided to paint the quay.\n")
    assert [one.text for item in made.agenda_items for one in item.decisions] == []


def test_the_sentence_that_puts_a_subject_off_is_quoted_with_its_heading() -> None:
    made = draft(
        "# Minutes\n\n## Boat\n\nAnn told of it. The item is deferred to the meeting on 3 June 2025.\n\n"
        "## Hall\n\nThe hall was let. The lease was not deferred.\n\n## Roof\n\nThe roof was mended.\n"
    )
    assert [(one.topic, one.outcome, [each.quote for each in one.evidence]) for one in made.agenda_items] == [
        ("Boat", "deferred", ["Boat", "The item is deferred to the meeting on 3 June 2025."]),
        ("Hall", "discussed", ["Hall"]),
        ("Roof", "discussed", ["Roof"]),
    ]


def test_a_decision_that_only_puts_a_subject_off_defers_it() -> None:
    made = draft(
        "# Minutes\n\n## Boat\n\nIt was agreed to defer the item to the June meeting.\n\n"
        "## Hall\n\nIt was agreed to let the hall. It was agreed to defer the lease to June.\n\n"
        "## Roof\n\nThe bids were adjourned to 3 July.\n"
    )
    assert [(one.topic, one.outcome, len(one.decisions)) for one in made.agenda_items] == [
        ("Boat", "deferred", 1),
        ("Hall", "decided", 2),
        ("Roof", "deferred", 0),
    ]


def test_a_next_step_among_the_rows_of_an_agenda_is_no_subject() -> None:
    made = draft(
        "# Harbour board\n\nDate: 3 March 2025\n\n## Agenda\n\n* Slipway fees\n* Crane lease\n"
        "* ACTION: Ann Lee to ring the crane firm.\n* Actions of the last year\n"
    )
    assert [one.topic for one in made.agenda_items] == ["Slipway fees", "Crane lease", "Actions of the last year"]


GROUPED = """# Harbour committee

## Agenda

 * Carry-over from previous meetings
   * Dredging of the inner basin
   * Issue 12: Lights on the mole (10 minutes)
 * For decision
   * Fees for 2026
 * Announcements (2 minutes)
 * Open discussion
   * None
 * Lease of the slipway
   * the bank's letter

## Attendees

 1. Ann Reed
 2. Ben Holt
"""


def test_what_an_agenda_puts_over_its_items_is_none_of_them() -> None:
    topics = ["Dredging of the inner basin", "Lights on the mole", "Fees for 2026", "Lease of the slipway"]
    assert _topics(GROUPED) == topics


NESTED = """# Minutes of the harbour committee

## Decisions made
| No | Decision |
| --- | --- |
| 1 | The fees for 2026 stay as they are |
| 2 | The clerk keeps the key |
| 3 | The flag flies on Sundays |

## Fees
### Boats
Ann Reed said that boats pay enough.
### Cars
Ben Holt said that cars do not.

## Old business
### Cranes
The cranes are old.

## Lease of the slipway
Ann Reed read the bank's letter.
"""


def test_headings_of_the_parts_of_a_subject_are_no_subjects_and_those_under_a_grouping_are() -> None:
    assert [one for one in _topics(NESTED) if one != "Decisions made"] == ["Fees", "Cranes", "Lease of the slipway"]


def test_decisions_listed_by_themselves_go_to_the_subject_that_they_name_or_stand_together() -> None:
    items = {item.topic: [one.text for one in item.decisions] for item in draft(NESTED).agenda_items}
    assert items["Fees"] == ["The fees for 2026 stay as they are"]
    assert items["Decisions made"] == ["The clerk keeps the key", "The flag flies on Sundays"]


SPOKEN = """# Harbour call 114

## Agenda Items

### Cranes
Ann Reed:
* Hello everybody, let us begin with the cranes.

Ben Holt:
* They are old, and the yard wants them out.

### Fees
Ann Reed:
* The fees are low.

Ben Holt:
* They are, and nobody minds.
"""


def test_what_is_said_under_the_headings_of_an_agenda_is_no_entry_of_it() -> None:
    assert [item.topic for item in summarize(load(SPOKEN.encode())).agenda_items] == ["Cranes", "Fees"]


def test_the_kind_of_the_document_is_no_subject_of_the_talks() -> None:
    text = "Visit to Bergen\n\nREADOUT\n\nMinister Eva Holm met Mayor Ida Krog in Bergen. The two sides discussed ferry fees*.\n"
    assert [one.topic for one in summarize(text).agenda_items] == ["ferry fees"]


@pytest.mark.parametrize("words", ["three points", "a number of issues", "several other matters"])
def test_subjects_that_are_only_counted_are_none(words: str) -> None:
    text = f"Visit to Bergen\n\nMinister Eva Holm met Mayor Ida Krog in Bergen. The Mayor raised {words}. They discussed ferry fees.\n"
    assert [one.topic for one in summarize(text).agenda_items] == ["ferry fees"]
