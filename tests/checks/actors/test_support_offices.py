"""Offices with a word that makes another one of them, and those that are shortened or written out."""

import pytest
from making import checked, document

from summarizer.schemas import DraftParticipant, Presence, Verdict

BOARD = document(
    "Present: Cllr Ann Moor, Lt Col Dan Frost, Sen. Eve Hart, Kim Nash MP, Pat Sole (Dep. Dir., Ops), Ray Todd (CFO)",
    "Present: Una West (Vice President for Engineering), Lieutenant General Leo Orr, Ben Osei (Chief Financial Officer)",
)


def _role(line: str, name: str, role: str, language: str = "en") -> tuple[str | None, Verdict | None]:
    source = document(line, language=language)
    item = checked("participants", DraftParticipant(name=name, role=role, presence=Presence.MENTIONED), source, line)
    return item.values["role"], item.support.verdict if item.support else None


@pytest.mark.parametrize(
    ("language", "line", "name", "role", "told"),
    [
        ("en", "The former harbour master, Jo Pell, spoke.", "Jo Pell", "harbour master", "former harbour master"),
        ("en", "Deputy Mayor Ada Frost spoke.", "Ada Frost", "Mayor", "Deputy Mayor"),
        ("en", "Jo Pell, vice-chair of the club, spoke.", "Jo Pell", "chair", "vice-chair"),
        ("de", "Der frühere Bürgermeister Udo Lenz sprach.", "Udo Lenz", "Bürgermeister", "frühere Bürgermeister"),
        ("fr", "L'ancien maire, Luc Roy, a parlé.", "Luc Roy", "maire", "ancien maire"),
        ("fr", "Le directeur adjoint, Luc Roy, a parlé.", "Luc Roy", "directeur", "directeur adjoint"),
        ("es", "Habló la viceministra Ana Sol.", "Ana Sol", "ministra", "viceministra"),
        ("it", "Ha parlato l'ex sindaca Pia Neri.", "Pia Neri", "sindaca", "ex sindaca"),
    ],
)
def test_an_office_is_told_with_the_word_that_makes_another_of_it(
    language: str, line: str, name: str, role: str, told: str
) -> None:
    assert _role(line, name, role, language) == (told, Verdict.PARTLY)
    assert _role(line, name, told, language) == (told, Verdict.SUPPORTED)


def test_who_holds_the_office_itself_keeps_it_beside_one_who_held_it():
    line = "Mayor Ada Frost thanked former mayor Jo Pell."
    assert _role(line, "Ada Frost", "Mayor") == ("Mayor", Verdict.SUPPORTED)


def test_who_stands_in_for_the_holder_does_not_hold_it():
    line = "Ada Frost spoke in the absence of the treasurer."
    assert _role(line, "Ada Frost", "treasurer")[0] is None


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Jo Pell, Chief Financial Officer, spoke.", "Jo Pell", "Chief Executive Officer"),
        ("Ada Frost, Minister of Home Affairs, spoke.", "Ada Frost", "Minister for Foreign Affairs"),
    ],
)
def test_an_office_of_which_a_word_is_another_is_not_the_one_that_the_words_give(line: str, name: str, role: str):
    assert _role(line, name, role)[0] is None


def test_an_office_that_is_worded_almost_alike_is_the_same():
    line = "Jo Pell, Vice-Chairman of the Harbour Board, spoke."
    assert _role(line, "Jo Pell", "Vice-Chair of the Harbour Board")[0] is not None


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
