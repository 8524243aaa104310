"""Minutes and lists of next steps that were kept as comma-separated values."""

import pytest

from summarizer import load, summarize

MINUTES = """Topic,Discussion,Decision,Owner,Due
Ferry lease,"Ends in May; price up 12%, crew unhappy",Renew for one year,Ann Lee,2026-12-01
Returns,"Two views",,Carl Ek,
Fair,"Plan seen",Deferred,Bo Ray,2027-02-15
"""


def test_comma_separated_minutes_are_rows_of_a_table() -> None:
    document = load(MINUTES.encode(), name="minutes.csv")
    assert document.text.splitlines()[:2] == [
        "| Topic | Discussion | Decision | Owner | Due |",
        "| Ferry lease | Ends in May; price up 12%, crew unhappy | Renew for one year | Ann Lee | 2026-12-01 |",
    ]


def test_they_give_subjects_decisions_and_who_sees_to_them() -> None:
    brief = summarize(MINUTES.encode())
    assert [(one.topic, one.outcome, [each.text for each in one.decisions]) for one in brief.agenda_items] == [
        ("Ferry lease", "decided", ["Renew for one year"]),
        ("Returns", "discussed", []),
        ("Fair", "deferred", []),
    ]
    assert [(one.owner, one.action, str(one.due and one.due.end)) for one in brief.follow_ups] == [
        ("Ann Lee", "Renew for one year", "2026-12-01")
    ]


def test_comma_separated_actions_are_next_steps() -> None:
    text = "Action;Owner;Due date;Status\nRing the mill;Ann Lee;2026-12-01;open\nPaint the hut;Bo Ray;;done\n"
    (step,) = summarize(text.encode()).follow_ups
    assert (step.action, step.owner) == ("Ring the mill", "Ann Lee")


@pytest.mark.parametrize(
    "text",
    [
        "Topic,Price,Size\nFerry,1,2\nHut,2,3\nFair,4,5\n",
        "Owner,Due,Price\nAnn,1,2\nBo,2,3\nCarl,4,5\n",
    ],
)
def test_other_tables_stay_as_they_are(text: str) -> None:
    assert load(text.encode(), name="list.csv").text == text
