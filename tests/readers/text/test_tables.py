"""Tables of who said what and when are turns; other tables stay tables."""

import pytest

from summarizer import load, summarize
from summarizer.documents import Document
from summarizer.readers.office.blocks import Flow, Paragraph, Table

TURNS = [("Anna Borg", 5.0, "We open."), ("Ben Cole", 65.0, "I will book the hall.")]


def turns(document: Document) -> list[tuple[str | None, float | None, str]]:
    lines = enumerate(document.segments, 1)
    return [(each.speaker, each.time, document.line_text(n)) for n, each in lines if each.speaker or each.time]


def table(*rows: str) -> Document:
    return load(("# Weekly\n\n" + "\n".join(rows) + "\n").encode())


def test_a_row_is_a_turn_and_the_names_of_the_columns_are_no_words() -> None:
    document = table(
        "| Time | Speaker | Text |", "|---|---|---|", "| 00:00:05 | Anna Borg | We open. |", "| 00:01:05 | Ben Cole | I will book the hall. |"
    )  # fmt: skip
    assert turns(document) == TURNS
    assert [document.line_text(n) for n in range(1, len(document.segments) + 1)] == ["Weekly", "We open.", TURNS[1][2]]
    assert document.kind == "transcript"


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Speaker|Timestamp|Transcript", "{who}|[{at}]|{said}"),
        ("#|Start|End|Participant|Utterance", "1|{at}|01:20|**{who}:**|{said}"),
        ("Zeit|Sprecher|Text", "{at} - 01:20|{who}|{said}"),
        ("Texte|Intervenant|Heure", "{said}|{who}|{at}"),
        ("Time|Name|Message", "{at}|{who}|{said}"),
    ],
)
def test_columns_have_many_names_and_orders(head: str, rows: str) -> None:
    clocks = {5.0: "00:05", 65.0: "01:05"}
    made = [rows.format(who=who, at=clocks[at], said=said) for who, at, said in TURNS]
    assert turns(table(*(f"|{row}|" for row in [head, *made]))) == TURNS


def test_times_are_not_needed_and_hours_of_the_day_are_no_times_of_a_recording() -> None:
    untimed = [(who, None, said) for who, _, said in TURNS]
    assert (
        turns(table("| Speaker | Text |", "| Anna Borg | We open. |", "| Ben Cole | I will book the hall. |"))
        == untimed
    )
    clock = [
        "| Time | Speaker | Text |",
        "| 10:02 | Anna Borg | We open. |",
        "| 10:04 | Ben Cole | I will book the hall. |",
    ]
    assert turns(table(*clock)) == untimed


def test_who_speaks_stands_once_where_cells_below_are_empty_and_a_bar_may_be_said() -> None:
    document = table("| Speaker | Text |", "| Anna Borg | We open. |", "| | Then a | b. |", "| Ben Cole | |")
    assert turns(document) == [("Anna Borg", None, "We open."), ("Anna Borg", None, "Then a | b.")]


@pytest.mark.parametrize(
    "rows",
    [
        ["| Time | Topic | Speaker |", "| 09:00 | Welcome | Anna Borg |", "| 09:30 | Budget | Ben Cole |"],
        ["| Name | Text |", "| Anna Borg | Chair of the board |", "| Ben Cole | Clerk |"],
        ["| Speaker | Text | Decision |", "| Anna Borg | We open. | none |", "| Ben Cole | We close. | none |"],
        ["| Time | Speaker | Text |", "| morning | Anna Borg | Welcome |", "| noon | Ben Cole | Budget |"],
        ["| Time | Text |", "| 09:00 | Welcome |", "| 09:30 | Budget |"],
        ["| Speaker | Text |", "| Anna Borg | We open. |"],
    ],
)
def test_other_tables_stay_tables(rows: list[str]) -> None:
    document = table(*rows)
    assert not turns(document)
    assert [each.kind for each in document.segments[1:]] == ["bullet"] * len(rows)


def test_long_turns_stay_in_their_rows_in_office_documents_and_web_pages() -> None:
    long = "And then we talked about the boats. " * 30
    rows = [("Speaker", "Text"), ("Anna Borg", long), ("Ben Cole", "We close.")]
    office = Flow([Table([[[Paragraph(cell)] for cell in row] for row in rows])]).written().text
    page = (
        "<html><body><h1>Weekly</h1><table>"
        + "".join(f"<tr><td>{a}<td>{b}" for a, b in rows)
        + "</table></body></html>"
    )
    for document in (load(office.encode()), load(page.encode())):
        assert [who for who, _, _ in turns(document)] == ["Anna Borg"] * 30 + ["Ben Cole"]


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
