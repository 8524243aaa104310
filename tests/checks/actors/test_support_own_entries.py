"""In a list of people each has what their own entry says."""

import pytest
from making import checked, document

from summarizer.schemas import DraftParticipant, Presence

ROWS = (
    "# Participants",
    "Dora Jansen, President and CEO, Lakeside Fund",
    "Marc Ilesh, President and CEO, Union of Rowers",
    "Nia Oduya, Executive Director, River Watch",
)


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
