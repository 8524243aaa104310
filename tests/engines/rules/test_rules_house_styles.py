"""Minutes as different houses set them: initials, numbers of steps and decisions, owners behind a bare label, motions."""

import pytest
from papers import draft, names

HEAD = "# Harbour board\n\nPresent: Ann Reed (AR), Bo Lind (BL, chair), cy\n\n"


def steps(text: str) -> list[tuple[str | None, str]]:
    return [(one.owner, one.action) for one in draft(HEAD + text + "\n").follow_ups]


def decided(text: str) -> list[str]:
    made = draft("Minutes of the harbour board\n\n" + text + "\n")
    return [one.text for item in made.agenda_items for one in item.decisions]


def test_an_initial_that_is_a_word_as_well_opens_a_name() -> None:
    made = draft("Minutes\n\nPresent: Dr A Bree, Cllr I Kane, A Moor, L Finch\n\nThe paper was read.")
    assert names(made) == ["A Bree", "I Kane", "A Moor", "L Finch"]


@pytest.mark.parametrize("label", ["Trustees", "Governors", "Councillors", "Committee members"])
def test_those_listed_by_their_seat_were_there(label: str) -> None:
    made = draft(f"Minutes\n\n{label}: Ann Reed (AR, chair), Bo Lind\nApologies: Cy Fox\n\nThe paper was read.")
    assert names(made) == ["Ann Reed", "Bo Lind"]
    assert made.participants[0].role == "chair"


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("AP1: Ann Reed - ring the bank", "Ann Reed", "ring the bank"),
        ("AP2 (Ann Reed): ring the bank", "Ann Reed", "ring the bank"),
        ("A1. Ann Reed to ring the bank", "Ann Reed", "ring the bank"),
        ("Action 3 – Ann Reed – ring the bank", "Ann Reed", "ring the bank"),
        ("TODO(Ann Reed): ring the bank", "Ann Reed", "ring the bank"),
        ("cy - ring the bank", "cy", "ring the bank"),
        ("AR to ring the bank", "Ann Reed", "ring the bank"),
        ("AR/BL: ring the bank", "Ann Reed and Bo Lind", "ring the bank"),
    ],
)
def test_the_number_of_a_step_is_none_of_its_words_and_initials_are_somebody(line: str, owner: str, task: str) -> None:
    assert steps(f"## Actions\n\n- {line}") == [(owner, task)]


def test_steps_are_read_below_their_heading_without_marks_and_behind_a_subject() -> None:
    listed = "## Action items\n\nReed: ring the bank\nAR & BL: meet the crews\nThe hall is cold"
    assert steps(listed) == [("Reed", "ring the bank"), ("Ann Reed & Bo Lind", "meet the crews")]
    assert steps("1. Pool fence - Ann Reed to obtain three bids.") == [("Ann Reed", "obtain three bids")]


def test_those_absent_are_listed_by_their_seat_too_and_initials_leave_a_title_out() -> None:
    text = "Directors Present: Sr Mary Beal (MB), Bo Lind\nDirectors Absent: Joe Kerr\n\nAction: MB to ring the bank"
    made = draft(f"Minutes\n\n{text}\n")
    assert names(made, "absent") == ["Joe Kerr"]
    assert made.follow_ups[0].owner == "Sr Mary Beal"


def test_a_name_with_a_digit_is_no_label_of_a_step() -> None:
    assert steps("## Labs\n\n- AP3 - a protocol for agents\n- Weir") == []


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("ring the bank by mid-June", "by mid-June"),
        ("ring the bank — due 2025-05-20", "due 2025-05-20"),
        ("ring the bank, EOW", "EOW"),
    ],
)
def test_a_step_says_by_when_in_these_ways(line: str, due: str) -> None:
    (one,) = draft(f"{HEAD}## Actions\n\n- Ann Reed: {line}\n").follow_ups
    assert one.due == due
    assert "due" not in one.action


def test_a_label_with_nothing_but_a_name_gives_what_the_sentence_before_it_says() -> None:
    text = "It was agreed that the board would publish the tides.\nACTION: AR"
    assert steps(text) == [("Ann Reed", "publish the tides")]
    assert steps("The members had tea.\nACTION: AR") == []


def test_whom_a_body_directs_is_given_a_task() -> None:
    assert steps("Council directed staff to prepare a report on the weir.") == [
        ("staff", "prepare a report on the weir")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Councilmember Stark moved to adopt the plan. Seconded by Ray. Motion passed 4-1.", ["to adopt the plan"]),
        ("The contract was awarded to Weir Ltd.", ["The contract was awarded to Weir Ltd"]),
        ("The audit was read. Agreed: bed sensors are bought.", ["bed sensors are bought"]),
        ("AGREED: (i) that the hut be sold;\n(ii) that the field be kept.", ["the hut be sold", "the field be kept."]),
        ("## Decisions\n\n- D1: Sell the hut\n- D2 – Keep the field", ["Sell the hut", "Keep the field"]),
        (
            "## Decisions\n\n| Ref | Decision | Video |\n|---|---|---|\n| D1 | Sell the hut | [1:13:45](https://v.example/a?t=4425) |",
            ["Sell the hut"],
        ),
    ],
)
def test_decisions_are_read_as_houses_set_them(text: str, found: list[str]) -> None:
    assert sorted(decided(text)) == sorted(found)
