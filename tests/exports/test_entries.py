"""What a schema of one's own adds to the standard brief is on the page as well."""

from pydantic import Field

from summarizer import Brief, Evidenced, to_markdown, verify
from summarizer.schemas import AgendaItem, Commitment, Participant

SOURCE = """Present: Ann Archer

Ann Archer will send the plan with 9 maps. The board carried the motion to buy the boat. The gate was discussed.
"""


class Motion(Evidenced):
    text: str


class Mapped(Commitment):
    maps: int | None = None


class Voter(Participant):
    seat: str | None = None


class Moved(AgendaItem):
    motions: list[Motion] = Field(default_factory=list)


class BoardBrief(Brief):
    participants: list[Voter] = Field(default_factory=list)
    agenda_items: list[Moved] = Field(default_factory=list)
    commitments: list[Mapped] = Field(default_factory=list)
    motions: list[Motion] = Field(default_factory=list)
    chair: str | None = None


def claim(quote, **fields):
    return fields | {"evidence": [{"quote": quote}]}


def page(**lists):
    return to_markdown(verify(lists, SOURCE, schema=BoardBrief))


BOAT = claim("The board carried the motion to buy the boat", text="buy the boat")


def test_a_field_that_is_added_to_a_commitment_stands_behind_its_facts():
    mapped = claim("Ann Archer will send the plan with 9 maps", action="send the plan", strength="intends", maps=9)
    assert "- **send the plan** (intends): by whom is not stated; maps: 9" in page(commitments=[mapped])


def test_a_field_that_is_added_to_a_person_stands_below_the_table():
    voter = claim("Present: Ann Archer", name="Ann Archer", presence="attended", seat="Archer")
    assert "\n- Ann Archer: seat: Archer\n" in page(participants=[voter])


def test_items_that_are_added_within_an_item_stand_below_it():
    gate = claim("The gate was discussed", topic="The gate", outcome="discussed", motions=[BOAT])
    assert "\n  - **buy the boat**\n    > “The board carried" in page(agenda_items=[gate])


def test_a_list_that_is_added_to_the_brief_and_a_value_without_evidence_stand_on_the_page():
    shown = page(motions=[BOAT], chair="Ann Archer")
    assert "## Motions\n\n- **buy the boat**\n" in shown
    assert "## Without evidence" in shown
    assert "- chair: Ann Archer" in shown


def test_an_item_of_which_no_field_is_filled_stands_with_its_quote():
    class Blank(Evidenced):
        note: str | None = None

    class Blanks(Brief):
        blanks: list[Blank] = Field(default_factory=list)

    shown = to_markdown(verify({"blanks": [claim("The gate was discussed")]}, SOURCE, schema=Blanks))
    assert "- an item\n  > “The gate was discussed”" in shown
