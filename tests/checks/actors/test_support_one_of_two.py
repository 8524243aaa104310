"""Of two who are named, which one acts."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, Strength, Verdict


def repairs(line: str, by: str, action: str = "repair the pump") -> Item:
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    return checked("commitments", claim, document("Anna Roth and Ben Lund were there.", line), line)


def test_one_of_two_is_known_by_any_part_of_the_name() -> None:
    assert verdict("Anna or Ben will repair the pump.", "Anna Roth") is Verdict.PARTLY
    assert verdict("Roth or Lund will repair the pump.", "Anna Roth") is Verdict.PARTLY


def verdict(line: str, by: str) -> Verdict:
    support = repairs(line, by).support
    assert support is not None
    return support.verdict


@pytest.mark.parametrize(
    "line",
    [
        "Either Anna or Ben will repair the pump.",
        "Anna or Ben will repair the pump.",
        "Ben and/or Anna will repair the pump.",
        "The pump will be repaired by either Ben or Anna.",
    ],
)
def test_one_of_two_is_only_perhaps_the_one(line: str) -> None:
    assert verdict(line, "Anna") is Verdict.PARTLY
    assert verdict(line, "Anna or Ben") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("line", "who", "other"),
    [
        ("Anna will lend the pump to Ben, who will repair it.", "Ben", "Anna"),
        ("It is Ben who will repair the pump, not Anna.", "Ben", "Anna"),
        ("Anna and Ben will repair the pump.", "Ben", "Carl"),
    ],
)
def test_who_acts_is_told_from_who_stands_beside(line: str, who: str, other: str) -> None:
    assert repairs(line, who).refused is None
    made = repairs(line, other)
    assert made.refused is not None or made.values["by"] is None


@pytest.mark.parametrize(
    "line",
    [
        "Anna will have Ben repair the pump.",
        "Anna will get Ben to repair the pump.",
        "Anna will make Ben repair the pump.",
        "Anna will arrange for Ben to repair the pump.",
    ],
)
def test_who_has_another_do_it_does_not_do_it(line: str) -> None:
    assert repairs(line, "Anna").refused is not None


def test_who_has_another_do_it_may_be_told_to_have_it_done() -> None:
    assert repairs("Anna will have Ben repair the pump.", "Anna", "have Ben repair the pump").refused is None
    assert repairs("Anna will have the pump repaired.", "Anna", "have the pump repaired").refused is None


def test_whether_a_pronoun_is_the_one_who_is_told_is_doubted() -> None:
    line = "Anna told Ben that she will repair the pump."
    assert verdict(line, "Ben") is Verdict.PARTLY
    assert verdict(line, "Anna") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "line", "action", "by", "stands"),
    [
        ("de", "Anna Roth oder Ben Lund wird den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Nicht Anna Roth, sondern Ben Lund wird den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Nicht Anna Roth, sondern Ben Lund wird den Bericht schicken.", "den Bericht schicken", "Ben Lund", True),
        ("de", "Statt Anna Roth wird Ben Lund den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Anna Roth lässt Ben Lund den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Anna Roth wird eine Zusammenfassung des Berichts schicken.", "den Bericht schicken", "Anna Roth", False),
        ("fr", "Anna Roth fera envoyer le rapport par Ben Lund.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Anna Roth demandera à Ben Lund d'envoyer le rapport.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Ce n'est pas Anna Roth mais Ben Lund qui enverra le rapport.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Anna Roth enverra un résumé du rapport.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Anna Roth enverra le rapport.", "envoyer le rapport", "Anna Roth", True),
        ("it", "Anna Roth farà inviare la relazione a Ben Lund.", "inviare la relazione", "Anna Roth", False),
        ("it", "Anna Roth invierà una sintesi della relazione.", "inviare la relazione", "Anna Roth", False),
        ("es", "Anna Roth o Ben Lund enviará el informe.", "enviar el informe", "Anna Roth", False),
        ("es", "Anna Roth enviará un resumen del informe.", "enviar el informe", "Anna Roth", False),
        ("es", "Anna Roth enviará el informe.", "enviar el informe", "Anna Roth", True),
    ],
)  # fmt: skip
def test_who_acts_and_on_what_is_told_in_other_languages_too(
    language: str, line: str, action: str, by: str, stands: bool
) -> None:
    source = document("Anna Roth, Ben Lund.", line, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    support = checked("commitments", claim, source, line).support
    assert support is not None
    assert (support.verdict is Verdict.SUPPORTED) is stands
