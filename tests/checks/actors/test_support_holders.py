"""Offices that the quoted words do not give to the one who is named."""

import pytest
from making import checked, document

from summarizer.documents import Document
from summarizer.schemas import DraftParticipant

RECORD = document(
    "Chair: Mr. Anders Holt (Sweden)",
    "Present: Hugo Delm (Treasurer), Nadia Ben (Secretary), Ivo Kerl",
    "The Chair thanked Ms Nair and welcomed her successor, Joel Tamm.",
    "Lena Voss spoke next.",
)
FRENCH = document("Présents : Hugues Delmas (trésorier), Nadia Benali (secrétaire)", language="fr")


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
    assert support.explanation == "The quoted words bear it."


def test_an_entry_of_a_neighbour_is_none_of_ones_own_where_both_are_quoted() -> None:
    lines = "Nils Arp, Vice President, Northern Airlines", "Kate Gebo, EVP, United Airlines"
    source = document("# Participants included:", *lines)
    claim = DraftParticipant(name="Kate Gebo", organization="Northern Airlines", presence="attended")
    made = checked("participants", claim, source, *lines)
    assert made.values["organization"] is None
