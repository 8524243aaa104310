"""A schema of one's own may hold more than text: numbers, days, models, mappings. Nothing of it stands unchecked in silence."""

import datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

from summarizer import Evidenced, to_markdown, verify
from summarizer.schemas import Part, Plays, When, shape_fault

SOURCE = "The board carried the motion to buy the boat by 9 votes to 4, for 2.5 million euros, a rise of 15 percent, on 4 May 2025."


class Way(Enum):
    HANDS = "hands"
    BALLOT = "ballot"


class Count(BaseModel):
    yes: int
    no: int
    note: str | None = None


class Motion(Evidenced):
    text: str
    votes: int | None = None
    price: Decimal | None = None
    rise: float | None = None
    carried: datetime.date | None = None
    count: Count | None = None
    terms: dict[str, str] | None = None
    costs: dict[str, int] | None = None
    seconded: tuple[str, ...] = ()
    unanimous: bool | None = None
    way: Way | None = None
    kind: Literal["ordinary", "special"] | None = None
    rank: Annotated[int, Plays(Part.REFERENCE)] | None = None


class Board(BaseModel):
    motions: list[Motion] = Field(default_factory=list)


def motion(**fields):
    """The brief of one motion that is borne but for these fields."""
    claimed = {"text": "buy the boat", "evidence": [{"quote": SOURCE}]}
    return verify({"motions": [claimed | fields]}, SOURCE, schema=Board)


@pytest.mark.parametrize(
    "fields",
    [
        {"votes": 9},
        {"price": "2500000"},
        {"rise": 15.0},
        {"rise": 0.15},
        {"carried": "2025-05-04"},
        {"count": {"yes": 9, "no": 4}},
        {"count": {"yes": 9, "no": 4, "note": "to buy the boat"}},
        {"terms": {"price": "2.5 million euros"}},
        {"costs": {"the boat": 2500000}},
    ],
)
def test_figures_and_days_that_the_words_hold_stand(fields):
    (item,) = motion(**fields).motions
    assert item.changes == []
    assert item.support.verdict == "supported"


@pytest.mark.parametrize(
    "fields",
    [
        {"votes": 12},
        {"price": "77.5"},
        {"rise": 0.2},
        {"carried": "2024-01-01"},
        {"count": {"yes": 12, "no": 4}},
        {"count": {"yes": 9, "no": 4, "note": "Carl Cox abstained from it"}},
        {"terms": {"seller": "Carl Cox of the northern yard"}},
        {"costs": {"the boat": 77}},
    ],
)
def test_what_the_words_do_not_hold_is_taken_out_in_the_open(fields):
    (item,) = motion(**fields).motions
    (name,) = fields
    assert getattr(item, name) is None
    assert [change.field for change in item.changes] == [name]
    assert item.support.verdict == "partly"


def test_a_number_that_may_not_be_null_refuses_the_item():
    class Vote(Evidenced):
        text: str
        votes: int

    class Votes(BaseModel):
        votes: list[Vote]

    claimed = {"text": "buy the boat", "votes": 12, "evidence": [{"quote": SOURCE}]}
    brief = verify({"votes": [claimed]}, SOURCE, schema=Votes)
    assert brief.votes == []
    assert brief.rejected[0].explanation == 'The quoted words do not hold the number "12".'


def test_a_tuple_is_held_against_the_words_as_a_list_is():
    brief = motion(seconded=["Carl Cox"])
    assert (brief.motions, len(brief.rejected)) == ([], 1)


@pytest.mark.parametrize(("field", "value"), [("unanimous", True), ("way", "ballot"), ("kind", "special"), ("rank", 3)])
def test_what_no_words_can_be_held_against_is_said_to_be_unchecked(field, value):
    brief = motion(**{field: value})
    assert brief.coverage.without_evidence == [f"motions.{field}"]
    assert brief.motions[0].support.explanation == f"The quoted words support it; nothing could check {field}."
    assert f"- {field}: of motions" in to_markdown(brief).split("## Without evidence")[1]


def test_a_choice_that_nobody_made_is_not_said_to_be_unchecked():
    assert motion().coverage.without_evidence == []


def test_values_within_values_are_worded_for_a_reader():
    shown = to_markdown(motion(count={"yes": 9, "no": 4}, terms={"price": "2.5 million euros"}))
    assert "**buy the boat**; count: yes = 9, no = 4; terms: price = 2.5 million euros" in shown


class Term(BaseModel):
    until: When


class Office(Evidenced):
    text: str
    term: Term | None = None


class Dated(Evidenced):
    text: str
    days: dict[str, When] = Field(default_factory=dict)


class Listed(Evidenced):
    text: str
    days: list[When] | None = None


@pytest.mark.parametrize(("item", "is_fine"), [(Office, False), (Dated, False), (Listed, True)])
def test_a_date_that_code_could_not_compute_is_no_part_of_a_schema(item, is_fine):
    class Terms(BaseModel):
        items: list[item]

    assert (shape_fault(Terms) is None) is is_fine
