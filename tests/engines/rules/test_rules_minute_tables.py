"""Minutes in a Markdown table: a row a subject, with what was decided, who is to act and by when."""

import pytest
from papers import draft

HEAD = "# Site meeting\n\n**Present:** J. Kern (JK), A. Olin (AO)\n\n| Topic | Discussion | Decision | Owner | Due |\n|---|---|---|---|---|\n"


def test_each_row_is_a_subject_with_its_own_decision() -> None:
    made = draft(
        HEAD
        + "| Windows | Samples seen. AO likes bronze. | Bronze frame chosen | | |\n| Drains | Pipe found. | – | | |\n"
        + "| Kitchen | Still open. | Deferred | AO | next meeting |\n",
        "minutes",
    )
    assert [(one.topic, one.outcome, [each.text for each in one.decisions]) for one in made.agenda_items] == [
        ("Windows", "decided", ["Bronze frame chosen"]),
        ("Drains", "discussed", []),
        ("Kitchen", "deferred", []),
    ]


@pytest.mark.parametrize(
    ("row", "step"),
    [
        ("| Drains | Pipe found. | – | JK to survey the pipe | 18 Nov 2026 |", ("survey the pipe", "J. Kern")),
        ("| Lease | Ends soon. | Renew it for a year | A. Olin | 1 Dec 2026 |", ("Renew it for a year", "A. Olin")),
    ],
)
def test_a_row_gives_a_next_step_where_it_says_who_and_what(row: str, step: tuple[str, str]) -> None:
    assert [(one.action, one.owner) for one in draft(HEAD + row + "\n", "minutes").follow_ups] == [step]


@pytest.mark.parametrize(
    "row",
    [
        "| Noise | A neighbour called. | No work before eight | JK | |",
        "| Kitchen | Still open. | Deferred | AO | 1 Dec 2026 |",
        "| Training | Half done. | | AO | Friday |",
        "| Health | No incidents. | | | |",
    ],
)
def test_a_row_without_a_task_or_a_day_gives_none(row: str) -> None:
    assert draft(HEAD + row + "\n", "minutes").follow_ups == []


def test_a_cell_says_nothing_of_the_ones_beside_it() -> None:
    head = "# Site meeting\n\nPresent: Jo Kern, Al Olin\n\n| Matter | Said | State |\n|---|---|---|\n"
    rows = "| Fees | The board agreed to raise the fees by 2% | closed |\n| Shed | The owner undertook to paint the shed | wait |\n"
    made = draft(f"{head}{rows}| Pump | Jo Kern will ask the mill for a price | open |\n")
    assert [(one.by, one.action) for one in made.commitments] == [
        ("The board", "raise the fees by 2%"),
        ("The owner", "paint the shed"),
    ]
    assert [(one.owner, one.action) for one in made.follow_ups] == [("Jo Kern", "ask the mill for a price")]
    assert [each.text for one in made.agenda_items for each in one.decisions] == [
        "The board agreed to raise the fees by 2%"
    ]
