"""Who acts in German and French sentences, where the object may stand first and several people act side by side."""

import pytest
from making import checked, document

from summarizer.schemas import DraftFollowUp, OwnerBasis, Strength, Verdict


def borne(line: str, action: str, owner: str, language: str = "de") -> bool:
    """Whether a step is borne in full, owner and all, by its one line."""
    source = document(line, language=language)
    made = checked("follow_ups", DraftFollowUp(action=action, owner=owner, strength=Strength.INTENDS), source, line)
    return made.support is not None and made.support.verdict is Verdict.SUPPORTED and made.values["owner"] == owner


ROW = "Den Bericht schreibt Frau Kolb, den Raum bucht Herr Jahn."


@pytest.mark.parametrize(
    ("line", "action", "owner"),
    [
        (ROW, "Den Bericht schreiben", "Herr Jahn"),
        (ROW, "Den Raum buchen", "Frau Kolb"),
        ("Den Bericht schickt Frau Weber an Herrn Jahn.", "Den Bericht schicken", "Herr Jahn"),
        ("Statt Herrn Vogt übernimmt Frau Kern die Kasse.", "die Kasse übernehmen", "Herr Vogt"),
        ("Frau Roth bittet Herrn Jahn, den Raum zu buchen.", "den Raum buchen", "Frau Roth"),
    ],
)
def test_who_acts_beside_is_asked_for_or_is_replaced_does_not_own_it(line: str, action: str, owner: str) -> None:
    assert not borne(line, action, owner)


@pytest.mark.parametrize(
    ("line", "action", "owner"),
    [
        (ROW, "Den Bericht schreiben", "Frau Kolb"),
        (ROW, "Den Raum buchen", "Herr Jahn"),
        ("Den Bericht schickt Frau Weber an Herrn Jahn.", "Den Bericht schicken", "Frau Weber"),
        ("Statt Herrn Vogt übernimmt Frau Kern die Kasse.", "die Kasse übernehmen", "Frau Kern"),
        ("Die Bestellung der Stühle übernimmt Frau Kolb.", "Die Bestellung der Stühle", "Frau Kolb"),
        ("Um die Zelte kümmert sich Frau Kolb.", "Um die Zelte kümmern", "Frau Kolb"),
        ("Herr Jahn und Frau Kolb buchen den Raum.", "den Raum buchen", "Herr Jahn"),
        ("Frau Kolb schreibt den Bericht und bucht den Raum, Herr Jahn zahlt.", "den Raum buchen", "Frau Kolb"),
        ("Der Vorstand beauftragt Herrn Jahn, den Raum zu buchen.", "den Raum buchen", "Herr Jahn"),
    ],
)
def test_who_acts_owns_it_wherever_the_name_stands(line: str, action: str, owner: str) -> None:
    assert borne(line, action, owner)


def test_french_people_act_side_by_side() -> None:
    line = "Mme Brun tiendra la caisse et M. Petit réservera la salle."
    assert not borne(line, "réserver la salle", "Mme Brun", "fr")
    assert borne(line, "réserver la salle", "M. Petit", "fr")


@pytest.mark.parametrize(
    ("language", "lines", "action", "owner"),
    [
        ("en", ("Tess is to train two keepers on the new crane; the dates are open.", "Somebody needs to ring the yard about the leak."), "ring the yard about the leak", "Tess"),
        ("de", ("Heide schreibt der Werft wegen des Lecks.", "Rosi erinnert daran, dass im Winter nicht gestrichen werden darf."), "der Werft wegen des Lecks schreiben", "Rosi"),
    ],
)  # fmt: skip
def test_who_is_named_in_a_line_on_something_else_is_not_shown_to_act(
    language: str, lines: tuple[str, ...], action: str, owner: str
) -> None:
    claim = DraftFollowUp(action=action, owner=owner, owner_basis=OwnerBasis.ASSIGNED, strength=Strength.PROPOSED)
    support = checked("follow_ups", claim, document(*lines, language=language), *lines).support
    assert support is not None
    assert "say little or nothing of it" in support.explanation


def test_who_answers_or_is_meant_by_a_pronoun_is_shown_to_act() -> None:
    for lines in (
        ("Somebody needs to ring the yard about the leak.", "Tess will."),
        (
            "Tess thanked the two keepers of the old crane for their long service.",
            "She will ring the yard about the leak.",
        ),
    ):
        claim = DraftFollowUp(action="ring the yard about the leak", owner="Tess", owner_basis=OwnerBasis.ASSIGNED, strength=Strength.PROPOSED)  # fmt: skip
        support = checked("follow_ups", claim, document(*lines), *lines).support
        assert support is not None
        assert "say little or nothing of it" not in support.explanation
