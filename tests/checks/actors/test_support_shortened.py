"""Offices that a record shortens and a claim writes out, or the other way round."""

import pytest
from making import checked, document

from summarizer.schemas import DraftParticipant, Presence

BOARD = document(
    "Present: Cllr Ann Moor, Lt Col Dan Frost, Sen. Eve Hart, Kim Nash MP, Pat Sole (Dep. Dir., Ops), Ray Todd (CFO)",
    "Present: Una West (Vice President for Engineering), Lieutenant General Leo Orr, Ben Osei (Chief Financial Officer)",
)


@pytest.mark.parametrize(
    ("name", "role", "stays"),
    [
        ("Ann Moor", "Councillor", True),
        ("Dan Frost", "Lieutenant Colonel", True),
        ("Eve Hart", "Senator", True),
        ("Kim Nash", "Member of Parliament", True),
        ("Ray Todd", "Chief Financial Officer", True),
        ("Una West", "VP Engineering", True),
        ("Leo Orr", "Lt. Gen.", True),
        ("Ben Osei", "CFO", True),
        ("Ben Osei", "CEO", False),
        ("Dan Frost", "Lieutenant General", False),
        ("Eve Hart", "Secretary", False),
    ],
)
def test_a_shortened_office_is_that_office_and_no_other(name: str, role: str, stays: bool) -> None:
    line = next(one for one in (BOARD.line_text(1), BOARD.line_text(2)) if name in one)
    made = checked("participants", DraftParticipant(name=name, role=role, presence=Presence.ATTENDED), BOARD, line)
    assert made.support is not None
    agrees = made.values["role"] == role and made.support.checks["names"] == "agrees"
    assert agrees is stays
