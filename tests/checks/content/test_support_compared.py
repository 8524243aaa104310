"""A comparison may not be turned round."""

import pytest
from checks.telling import told

TURNED = "The quoted words compare them the other way round."


@pytest.mark.parametrize(
    ("lines", "summary"),
    [
        (("Younger members are keen on rowing.", "The older members spend more money on the boats."), "Younger members spend more money on the boats than the older ones."),
        (("Today the barge looks better, and the ferry looks its age.",), "The ferry looks better than the barge."),
        (("Younger members are more interested in rowing.", "The fee is less than ten pounds."), "Younger members are less interested in rowing than older ones."),
    ],
)  # fmt: skip
def test_a_comparison_that_is_turned_round_is_doubted(lines: tuple[str, ...], summary: str) -> None:
    assert told(summary, *lines) == TURNED


@pytest.mark.parametrize(
    ("lines", "summary"),
    [
        (("Younger members are keen.", "The older members spend more money on the boats."), "Older members spend more money on the boats than the younger ones."),
        (("The barge looks better than the ferry.",), "The barge looks better than the ferry."),
        (("The ferry is dear, and the barge is more useful.", "The ferry is more useful in winter."), "The ferry is more useful in winter than the barge."),
    ],
)  # fmt: skip
def test_a_comparison_that_holds_is_not_doubted(lines: tuple[str, ...], summary: str) -> None:
    assert told(summary, *lines) != TURNED


@pytest.mark.parametrize(
    ("language", "line", "right", "wrong"),
    [
        ("en", "The crew preferred a long rest to a short stop.", "The crew preferred a long rest to a short stop.", "The crew preferred a short stop to a long rest."),
        ("fr", "M. Roux a préféré Agen à Limoux.", "M. Roux a préféré Agen à Limoux.", "M. Roux a préféré Limoux à Agen."),
        ("es", "Rubio prefirió el parque a la plaza.", "Rubio prefirió el parque a la plaza.", "Rubio prefirió la plaza al parque."),
        ("it", "Rossi preferì il parco alla piazza.", "Rossi preferì il parco alla piazza.", "Rossi preferì la piazza al parco."),
    ],
)  # fmt: skip
def test_what_is_preferred_may_not_change_places(language: str, line: str, right: str, wrong: str) -> None:
    explanation = "Two things of the quoted words have changed places in the claim."
    assert told(wrong, line, language=language) == explanation
    assert told(right, line, language=language) != explanation
