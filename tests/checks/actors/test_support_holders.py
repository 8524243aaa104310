"""Offices that the quoted words give to somebody else, away from the name or in the entry of a neighbour."""

import pytest
from making import checked, document

from summarizer.documents import Document
from summarizer.schemas import DraftFollowUp, DraftParticipant, OwnerBasis, Presence, Strength

RECORD = document(
    "Chair: Mr. Anders Holt (Sweden)",
    "Present: Hugo Delm (Treasurer), Nadia Ben (Secretary), Ivo Kerl",
    "The Chair thanked Ms Nair and welcomed her successor, Joel Tamm.",
    "Lena Voss spoke next.",
)
FRENCH = document("Présents : Hugues Delmas (trésorier), Nadia Benali (secrétaire)", language="fr")
ROWS = (
    "# Participants",
    "Dora Jansen, President and CEO, Lakeside Fund",
    "Marc Ilesh, President and CEO, Union of Rowers",
    "Nia Oduya, Executive Director, River Watch",
)


@pytest.mark.parametrize(
    ("source", "name", "line", "role", "holder"),
    [
        (RECORD, "Joel Tamm", 3, "Chair", "Mr. Anders Holt"),
        (RECORD, "Lena Voss", 4, "Chair", "Mr. Anders Holt"),
        (FRENCH, "Nadia Benali", 1, "trésorière", "Hugues Delmas"),
    ],
)
def test_an_office_stays_with_its_holder(source: Document, name: str, line: int, role: str, holder: str) -> None:
    claim = DraftParticipant(name=name, role=role, presence="attended")
    support = checked("participants", claim, source, source.line_text(line)).support
    assert support is not None
    assert support.explanation == f'The text says "{role}" of "{holder}".'


def test_the_holder_has_it() -> None:
    claim = DraftParticipant(name="Anders Holt", role="Chair", presence="attended")
    support = checked("participants", claim, RECORD, RECORD.line_text(1)).support
    assert support is not None
    assert support.explanation == "The quoted words support it."


def test_an_entry_of_a_neighbour_is_none_of_ones_own_where_both_are_quoted() -> None:
    lines = "Nils Arp, Vice President, Northern Airlines", "Kate Gebo, EVP, United Airlines"
    source = document("# Participants included:", *lines)
    claim = DraftParticipant(name="Kate Gebo", organization="Northern Airlines", presence="attended")
    made = checked("participants", claim, source, *lines)
    assert made.values["organization"] is None


def made(name: str, line: int, **values: str) -> dict[str, object]:
    claim = DraftParticipant(name=name, presence=Presence.ATTENDED, **values)
    return checked("participants", claim, document(*ROWS), ROWS[line]).values


@pytest.mark.parametrize(
    ("name", "line", "field", "value"),
    [
        ("Dora Jansen", 1, "organization", "Union of Rowers"),
        ("Marc Ilesh", 2, "role", "Executive Director"),
        ("Nia Oduya", 3, "role", "CEO"),
    ],
)
def test_what_stands_in_a_neighbours_entry_goes(name: str, line: int, field: str, value: str) -> None:
    assert made(name, line, **{field: value})[field] is None


def test_what_stands_in_the_own_entry_or_over_the_list_stays() -> None:
    assert made("Dora Jansen", 1, role="President and CEO", organization="Lakeside Fund")["organization"]
    source = document("# For the Harbour Board", *ROWS[1:])
    claim = DraftParticipant(name="Dora Jansen", presence=Presence.ATTENDED, delegation="Harbour Board")
    assert checked("participants", claim, source, ROWS[1]).values["delegation"] == "Harbour Board"


SITTING = document(
    "Anwesend: Kira Roth (Geschäftsführerin), Ole Lenz (Personalleiter), Íñigo Sala (Vorsitzender des Rates)",
    language="de",
)
BOARD = document("Asisten: Íñigo Sala (consejero delegado), Elsa Vidal (directora financiera)", language="es")


@pytest.mark.parametrize(
    ("source", "name", "role", "holder"),
    [
        (SITTING, "Ole Lenz", "Geschäftsführer", "Kira Roth"),
        (BOARD, "Íñigo Sala", "director financiero", "Elsa Vidal"),
        (BOARD, "Elsa Vidal", "consejera delegada", "Íñigo Sala"),
    ],
)
def test_an_office_in_another_form_stays_with_its_holder(source: Document, name: str, role: str, holder: str) -> None:
    claim = DraftParticipant(name=name, role=role, presence="attended")
    support = checked("participants", claim, source, source.line_text(1)).support
    assert support is not None
    assert support.explanation == f'The text says "{role}" of "{holder}".'


def test_an_office_of_the_list_above_is_not_that_of_the_entry_quoted() -> None:
    source = document(
        "Present: the Clerk, Ms Ann Holt; the Attorney-General, Ms Celia Nott.",
        "In attendance: Mr Simon Farr, Secretary; Ms Wendy Acre, Treasury Solicitor.",
    )
    claim = DraftParticipant(name="Wendy Acre", role="Attorney-General", presence="attended")
    support = checked("participants", claim, source, source.line_text(2)).support
    assert support is not None
    assert "Celia Nott" in support.explanation


def test_an_office_that_only_a_label_gives_is_that_of_the_name_behind_it() -> None:
    lines = "Mediator: Judge Paul Osei", "The mediator will send a text on the fares by Monday."
    claim = DraftFollowUp(action="send a text on the fares", owner="Paul Osei", owner_basis=OwnerBasis.ASSIGNED, due="by Monday", strength=Strength.INTENDS)  # fmt: skip
    support = checked("follow_ups", claim, document(*lines), lines[1]).support
    assert support is not None
    assert support.checks["actor"] == "agrees"
