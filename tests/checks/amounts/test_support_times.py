"""Lengths of time in another unit, the side of a date, and dates that are ruled out."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftFollowUp, Outcome, OwnerBasis, Strength

PLAN = document(
    "The firm must report any leak within 72 hours and repair it within two weeks.",
    "The parties will phase out subsidies by 2030.",
    "I can take the visa question, but not before the 12th.",
    "The group meets next week, not this week as first announced.",
    "Rationing starts on 4 August, not in July as feared.",
    "The crossings will stay closed until the security review is complete.",
    "The grant will be paid in fiscal year 2026.",
    "The answer is due within five working days.",
    "The loan runs for 18 months.",
    "The boiler is to be replaced before the repainting.",
    "The embargo stays\nin place until the elections.",
)


def told(summary: str, line: int) -> Item:
    quote = PLAN.line_text(line)
    return checked("agenda_items", DraftAgendaItem(topic=quote, summary=summary, outcome=Outcome.INFORMED), PLAN, quote)


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("Leaks are to be reported within three days and repaired within 14 days.", 1),
        ("Leaks are to be repaired within a fortnight.", 1),
        ("Subsidies will be phased out before 2030.", 2),
        ("The group's meeting was moved from this week to next week.", 4),
        ("Rationing starts in August.", 5),
        ("The crossings stay shut until the review is complete.", 6),
        ("The crossings will not open until the security review is complete.", 6),
        ("The grant will be paid in FY 2026.", 7),
        ("The loan has a term of 18 months.", 9),
        ("The boiler is to be replaced ahead of the repainting.", 10),
        ("The embargo stays in place until the elections.", 11),
    ],
)
def test_the_same_time_in_another_form_stays(summary: str, line: int) -> None:
    assert told(summary, line).values["summary"] == summary


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("Leaks are to be reported within four days.", 1),
        ("The parties will phase out subsidies after 2030.", 2),
        ("Ann takes the visa question before the 12th.", 3),
        ("The group meets this week.", 4),
        ("Rationing starts in July.", 5),
        ("The crossings will be closed once the security review is complete.", 6),
        ("The grant will be paid in the calendar year 2026.", 7),
        ("The answer is due within 120 hours.", 8),
        ("The boiler is to be replaced after the repainting.", 10),
        ("The embargo stays in place after the elections.", 11),
    ],
)
def test_another_time_goes(summary: str, line: int) -> None:
    assert told(summary, line).values["summary"] is None


@pytest.mark.parametrize(("due", "stands"), [("within three days", True), ("before the 12th", False)])
def test_a_due_date_is_held_to_its_side_and_its_length(due: str, stands: bool) -> None:
    quote = PLAN.line_text(1 if stands else 3)
    claim = DraftFollowUp(
        action="report any leak" if stands else "take the visa question",
        owner_basis=OwnerBasis.UNSTATED,
        due=due,
        strength=Strength.PROPOSED,
    )
    made = checked("follow_ups", claim, PLAN, quote)
    assert (made.values["due"] == due) is stands


def test_at_the_earliest_is_not_at_the_latest() -> None:
    line = "The second track will be ready in 2028 at the earliest."
    source = document(line)
    for summary, stands in (
        ("The second track will be ready by 2028 at the latest.", False),
        ("The second track will be ready in 2028 at the earliest.", True),
    ):
        claim = DraftAgendaItem(topic="second track", summary=summary, outcome=Outcome.DISCUSSED)
        made = checked("agenda_items", claim, source, line)
        assert (made.values["summary"] == summary) is stands
