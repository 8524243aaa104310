"""What the words say in jest."""

import pytest
from checks.telling import WHOLE, told
from making import checked, decided, document

from summarizer.schemas import DraftCommitment, Strength


@pytest.mark.parametrize(
    ("language", "line", "action", "by"),
    [
        ("en", "Mr Hale joked that he would paint the tower himself.", "paint the tower himself", "Mr Hale"),
        ("en", "Mr Hale said, to laughter, that he would eat the report.", "eat the report", "Mr Hale"),
        ("de", "Herr Kolb meint scherzhaft, er werde persönlich vorlesen.", "persönlich vorlesen", "Herr Kolb"),
        ("fr", "M. Roy plaisante en disant qu'il donnera des cours aux chats.", "donner des cours aux chats", "M. Roy"),
        ("it", "Il vicepresidente scherza che comprerà le cornici.", "comprare le cornici", "vicepresidente"),
        ("es", "La tesorera bromea con que pagará la cena.", "pagar la cena", "tesorera"),
    ],
)
def test_a_joke_promises_nothing(language: str, line: str, action: str, by: str) -> None:
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    made = checked("commitments", claim, document(line, language=language), line)
    assert made.refused is not None
    assert "in jest" in made.explanation


def test_a_summary_may_tell_that_it_was_a_joke() -> None:
    line = "Mr Hale joked that he would paint the tower himself."
    assert "in jest" in told("Mr Hale would paint the tower himself.", line)
    assert told("Mr Hale joked about painting the tower himself.", line) == WHOLE


def test_who_says_that_it_is_no_joke_means_it() -> None:
    assert decided("The chair said without joking that it was agreed to sell the van.", "Sell the van")
