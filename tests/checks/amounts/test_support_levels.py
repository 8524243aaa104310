"""Numbers that are told with another measure, way, part, end or rank than the words have."""

import pytest
from making import checked, document, item

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftCommitment, Outcome, Strength
from summarizer.support import check

FACTS = document(
    "Attendance was up 3 percentage points, to 68 percent.",
    "Unemployment fell from 9.4% to 8.1%.",
    "The deficit narrowed to a third of its level.",
    "The line carries 2.5 million cubic metres a day.",
    "Between 40 and 60 teachers will be trained, at a cost of €1.2m to €1.5m.",
    "Only registered clinics may import the vaccine.",
    "The government has repaid half of the debt.",
    "Kestria will build the second reactor.",
    "The subsidy applies to farms of at most 20 hectares.",
    "The ministry agreed to reopen two of the five crossings.",
    "Every bidder except the incumbent has filed accounts.",
    "The tranche is worth 80 million dollars a quarter.",
    "They signed a memorandum of understanding.",
)


def told(summary: str, line: int) -> Item:
    quote = FACTS.line_text(line)
    return checked(
        "agenda_items", DraftAgendaItem(topic=quote, summary=summary, outcome=Outcome.INFORMED), FACTS, quote
    )


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("Attendance rose by three points to 68%.", 1),
        ("The jobless rate, Unemployment, fell to 8.1%.", 2),
        ("The deficit shrank to one third of its level.", 3),
        ("The line carries 2,500,000 cubic metres daily.", 4),
        ("40 to 60 teachers will be trained, for between 1.2 and 1.5 million euros.", 5),
        ("Up to 60 teachers will be trained.", 5),
        ("All registered clinics may import the vaccine.", 6),
        ("Half the debt has been repaid.", 7),
        ("A second reactor is to be built by Kestria.", 8),
        ("The 2nd reactor will be built by Kestria.", 8),
        ("The subsidy applies to farms of up to 20 hectares.", 9),
        ("Two crossings will be reopened by the ministry.", 10),
        ("All bidders but the incumbent have filed accounts.", 11),
        ("The tranche is worth $80 million per quarter.", 12),
        ("They signed an MoU.", 13),
    ],
)
def test_the_same_figures_in_another_form_stay(summary: str, line: int) -> None:
    assert told(summary, line).values["summary"] == summary


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("Attendance rose by 3 percent.", 1),
        ("Attendance rose by 68 percent.", 1),
        ("Attendance fell by 3 percentage points.", 1),
        ("Unemployment fell by 8.1%.", 2),
        ("The deficit narrowed by a third.", 3),
        ("The line carries 2.5 million cubic metres a year.", 4),
        ("60 teachers will be trained.", 5),
        ("More than 60 teachers will be trained.", 5),
        ("All clinics may import the vaccine.", 6),
        ("The government has repaid the debt in full.", 7),
        ("Kestria will build the first reactor.", 8),
        ("The subsidy applies to farms over 20 hectares.", 9),
        ("The tranche is worth 80 million dollars a year.", 12),
    ],
)
def test_other_figures_go(summary: str, line: int) -> None:
    assert told(summary, line).values["summary"] is None


@pytest.mark.parametrize(("action", "stands"), [("reopen two crossings", True), ("reopen five crossings", False)])
def test_a_part_is_not_promised_as_the_whole(action: str, stands: bool) -> None:
    claim = DraftCommitment(action=action, by="the ministry", strength=Strength.AGREED)
    made = checked("commitments", claim, FACTS, FACTS.line_text(10))
    assert (made.refused is None) is stands


def test_a_limit_that_the_claim_adds_is_doubted() -> None:
    made = told("At least 20 hectares.", 9)
    assert made.values["summary"] is None
    line = document("The company promised to hire 400 local workers.")
    claim = DraftCommitment(action="hire at least 400 local workers", by="the company", strength=Strength.UNDERTOOK)
    added = item("commitments", claim, line, line.line_text(1))
    check([added], line)
    assert added.support is not None
    assert added.support.checks["numbers"] == "absent"
