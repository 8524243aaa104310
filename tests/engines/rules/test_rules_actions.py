"""Next steps that a record marks itself: labels, lists, lists inside lists, tables; and whose they are."""

import pytest
from papers import draft

from summarizer.engines.rules.engine import drafted
from summarizer.loading import load

HEAD = "# Harbour board\n\nPresent: Ann Reed, Bo Lind, Cy Fox\n\n"


def _steps(text: str) -> list[tuple[str | None, str]]:
    return [(one.owner, one.action) for one in draft(HEAD + text + "\n").follow_ups]


TABLE = """## Actions

| # | Action | Owner | Due | Status |
|---|---|---|---|---|
| 1 | Paint the shed | Bo Lind | 21 Feb 2025 | Open |
| 2 | Count the buoys | Dora | TBC | Open |
| 3 | Sell the old crane | TBC | next week | Open |
| 4 | Book the hall | Cy Fox | 1 Feb 2025 | Done |
"""


def test_a_table_of_actions_gives_owner_and_date_and_leaves_out_what_is_done() -> None:
    found = [(one.owner, one.action, one.due) for one in draft(HEAD + TABLE).follow_ups]
    assert found == [
        ("Bo Lind", "Paint the shed", "21 Feb 2025"),
        ("Dora", "Count the buoys", None),
        (None, "Sell the old crane", "next week"),
    ]


@pytest.mark.parametrize(
    "head", ["| Berth | Boat | Owner |", "| Description | Owner | Length |", "| Name | Role | Present |"]
)
def test_a_table_about_something_else_holds_no_actions(head: str) -> None:
    assert _steps(f"{head}\n|---|---|---|\n| The north quay | Bo Lind | Sea Rose |\n") == []


def test_a_list_of_actions_inside_a_point_is_read_to_its_end() -> None:
    text = "## Fees\n\n* New berths\n  * Action items\n    * Bo: ask the yard\n    * tell the crews: Cy\n  * The yard is full\n* Next point\n"
    assert _steps(text) == [("Bo", "ask the yard"), ("Cy", "tell the crews")]


@pytest.mark.parametrize("who", ["Bo Lind (Treasurer)", "Bo Lind (with Cy)", "@Bo (and anyone else who wants to help)"])
def test_what_is_told_of_an_owner_in_brackets_is_no_part_of_the_step(who: str) -> None:
    (step,) = _steps(f"## Action items\n\n* {who} to ask the yard\n")
    assert (step[0] or "").split()[0] == "Bo"
    assert step[1] == "ask the yard"


def test_a_box_may_be_ticked_after_the_meeting() -> None:
    steps = [("Bo", "write to the yard"), ("Cy", "ring the bank")]
    assert _steps("AIs\n[ ] Bo: write to the yard\n[x] Cy to ring the bank\n") == steps


def test_an_order_outside_a_list_of_steps_is_to_be_done_where_its_box_is_empty() -> None:
    made = drafted(load(HEAD + "## Dues\n\n- [ ] Bo to ask the yard\n- [x] Cy to ask the bank\n"))
    assert [(one.owner, one.action) for one in made.follow_ups] == [("Bo", "ask the yard")]


@pytest.mark.parametrize("label", ["**Action:**", "**Action**:", "**TODO:**"])
def test_a_label_may_be_in_bold_type(label: str) -> None:
    assert _steps(f"- {label} Bo to ring the yard") == [("Bo", "ring the yard")]


def test_a_label_at_the_end_of_a_paragraph_counts() -> None:
    assert _steps("The rent was left as it is. ACTION: Bo to tell the crews by 30 June.") == [
        ("Bo", "tell the crews by 30 June")
    ]


@pytest.mark.parametrize("who", ["all", "everyone", "All"])
def test_what_all_are_to_do_is_theirs(who: str) -> None:
    assert _steps(f"Action: {who} to read the draft by Friday.") == [(who, "read the draft by Friday")]


def test_the_present_tells_the_owner_where_the_name_is_known() -> None:
    assert _steps("Action: Cy Fox informs the crews by Friday.") == [("Cy Fox", "informs the crews by Friday")]
    assert _steps("Action: Oak beams needs a new price.") == [(None, "Oak beams needs a new price")]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Action: PR to update the berth page: Bo", "Bo"),
        ("Action: API to return the tides", None),
        ("Action: TBD - find a room", None),
        ("Action: JB to ring the yard", "JB"),
    ],
)
def test_what_is_made_is_not_who_makes_it(line: str, owner: str | None) -> None:
    assert [found for found, _ in _steps(line)] == [owner]


def test_a_verb_in_capitals_is_no_part_of_an_owner() -> None:
    assert _steps("The Board RESOLVED to appoint Oak and Sons as surveyors.") == []


def test_the_verb_of_a_task_does_not_say_how_firmly_it_is_given() -> None:
    made = draft(
        "# Call\n\n## Action items\n\n- Discuss the plan with the client (Tom Roe)\n- Maybe ask the city (Tom Roe)\n"
    )
    assert [(one.action, one.strength) for one in made.follow_ups] == [
        ("Discuss the plan with the client", "intends"),
        ("Maybe ask the city", "proposed"),
    ]


def test_the_last_column_of_an_entry_is_its_day_and_an_open_owner_is_no_part_of_the_task() -> None:
    made = draft(
        "# Notes\n\nPresent: Ana Ruiz, Chloe Martin\n\n## Action items\n\n"
        "1. Ana - check clause 7 - 14 March\n2. Chloe - send the deck - asap\n3. TBD - find a room\n4. Ana - open the Mill - West Wing\n"
    )
    assert [(one.owner, one.action, one.due) for one in made.follow_ups] == [
        ("Ana", "check clause 7", "14 March"),
        ("Chloe", "send the deck", "asap"),
        (None, "find a room", None),
        ("Ana", "open the Mill - West Wing", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "AI: this was landed last week",
        "AI: landed",
        "AI: merged in #432",
        "ACTION: completed - keys returned by Bo",
        "ACTION: Bo reported that the insurers had replied",
        "ACTION: Bo Lind sent the figures",
        "ACTION: we discussed the pumps and all were content",
        "ACTION: no change",
        "ACTION: Bo: no reply from the yard",
        "Action 2 | 1:14:49",
        "Action 1 | Video | 58:15",
    ],
)
def test_what_was_done_is_no_next_step(line: str) -> None:
    assert _steps(line) == []


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("ACTION: Send updated figures to the yard", None, "Send updated figures to the yard"),
        ("ACTION: Closed captions for the film", None, "Closed captions for the film"),
        ("ACTION: published minutes to be sent to the crews", None, "published minutes to be sent to the crews"),
        ("AI: this will be landed by Friday", None, "this will be landed by Friday"),
        ("ACTION: Bo asked the yard to pay; Bo will ring again", None, "Bo asked the yard to pay; Bo will ring again"),
        ("ACTION: Ask Ann to send the deeds", None, "Ask Ann to send the deeds"),
        ("ACTION: Use Lightboat to log the tides", None, "Use Lightboat to log the tides"),
        ("ACTION: Ann to send the deeds", "Ann", "send the deeds"),
        ("ACTION: [Bo] ask the yard for a price", "Bo", "ask the yard for a price"),
        ("ACTION: (@bo) ask the yard for a price", "bo", "ask the yard for a price"),
        ("ACTION: [WIP] Start a list of berths", None, "[WIP] Start a list of berths"),
    ],
)
def test_whose_a_next_step_is(line: str, owner: str | None, task: str) -> None:
    assert _steps(line) == [(owner, task)]


def test_the_number_of_an_entry_is_no_part_of_it() -> None:
    assert _steps("## Actions\n\n- 57.2: Bo to paint the shed\n- 57.3—Count the buoys\n") == [
        ("Bo", "paint the shed"),
        (None, "Count the buoys"),
    ]


def test_brackets_that_say_what_else_to_do_and_a_thing_to_be_sent_own_nothing() -> None:
    made = draft(
        "# Harbour call\n\n## Attendees\n\n* @zeke\n* @mal\n\n## Action items\n\n"
        "* Sam to get access to the counts (check with @zeke?)\n* Add PR to adjust the policy (ping @mal for wording)\n",
        "minutes",
    )
    assert [one.owner for one in made.follow_ups] == [None, None]


def test_bold_behind_a_label_and_a_picture_before_a_heading_are_no_part_of_the_words() -> None:
    made = draft(
        "# Harbour board\n\n**Attendees:** Ann Lee, Bo Ray\n\n## 🚀 Next steps\n- **Ann Lee:** send the draft by Friday\n- **Bo Ray**: book the hall\n",
        "minutes",
    )
    assert [(one.owner, one.action) for one in made.follow_ups] == [
        ("Ann Lee", "send the draft by Friday"),
        ("Bo Ray", "book the hall"),
    ]
    assert made.agenda_items == []


def test_when_they_meet_next_is_no_part_of_a_next_step_before_it_nor_its_day() -> None:
    made = draft(
        "# Harbour call\n\nAction: Ann Lee to ring the yard. Next meeting will be on 7 January at 9 am.\n", "minutes"
    )
    assert [(one.action, one.owner, one.due) for one in made.follow_ups] == [("ring the yard", "Ann Lee", None)]


@pytest.mark.parametrize(
    "heading", ["Action items from call", "Next steps after the meeting", "Actions from today's session"]
)
def test_a_heading_may_say_of_which_meeting_the_next_steps_are(heading: str) -> None:
    made = draft(
        f"Present: Ann Lee, Bo Ray\n\n{heading}\n1. Ann -- send the plan\n2. Bo: ring the yard\n3. [ ] Book the room\n"
    )
    assert [(one.owner, one.action) for one in made.follow_ups] == [
        ("Ann", "send the plan"),
        ("Bo", "ring the yard"),
        (None, "Book the room"),
    ]


@pytest.mark.parametrize(
    "when",
    [
        "before end of day tomorrow",
        "by 5pm on Friday",
        "before the July meeting",
        "by the July board meeting",
        "before the next retro",
        "in the first half of 2026",
        "by the second week of July",
        "by the week of 10 June",
    ],
)
def test_the_words_of_a_day_are_taken_whole(when: str) -> None:
    (made,) = draft(
        f"# Notes\n\nPresent: Ana Ruiz, Bo Lind\n\nACTION: Ana to send the plan {when} to the mill.\n"
    ).follow_ups
    assert made.due == when


def test_a_day_that_is_counted_from_another_one_is_none() -> None:
    (made,) = draft("# Notes\n\nPresent: Ana Ruiz\n\nACTION: Ana to clear the berth by the Friday before.\n").follow_ups
    assert made.due is None
