"""A number of which the words speak only in part, told as the whole."""

import pytest
from making import checked, decided, document

from summarizer.schemas import DraftAgendaItem, DraftCommitment, Outcome, Strength


def _summary(line: str, summary: str, language: str = "en") -> str | None:
    """The summary of a subject that is left after the checks."""
    source = document(line, language=language)
    claim = DraftAgendaItem(topic=line.split()[-1], summary=summary, outcome=Outcome.INFORMED)
    found: str | None = checked("agenda_items", claim, source, line).values["summary"]
    return found


@pytest.mark.parametrize(
    ("language", "line", "whole", "part"),
    [
        ("en", "Most of the 14 ferries were late.", "The 14 ferries were late.", "Most of the 14 ferries were late."),
        ("en", "Of the 14 ferries, nine were late.", "14 ferries were late.", "Nine of the 14 ferries were late."),
        (
            "de",
            "Etwa ein Viertel der 400 Briefe kam zurück.",
            "400 Briefe kamen zurück.",
            "Ein Viertel der 400 Briefe kam zurück.",
        ),
        (
            "fr",
            "La moitié des 30 classes ferme.",
            "Les 30 classes ferment.",
            "La moitié des 30 classes ferme.",
        ),
        (
            "es",
            "Cuatro de los nueve pueblos pagaron.",
            "Los nueve pueblos pagaron.",
            "Cuatro de los nueve pueblos pagaron.",
        ),
        (
            "it",
            "La maggior parte dei 25 comuni ha pagato.",
            "I 25 comuni hanno pagato.",
            "La maggior parte dei 25 comuni ha pagato.",
        ),
    ],
)
def test_what_is_told_of_a_part_is_not_told_of_the_whole_number(
    language: str, line: str, whole: str, part: str
) -> None:
    assert _summary(line, whole, language) is None
    assert _summary(line, part, language) == part


@pytest.mark.parametrize(
    ("language", "line", "whole", "plain"),
    [
        (
            "en",
            "The fund bought 60 lamps, half of them for the quay.",
            "60 lamps were bought for the quay.",
            "The fund bought 60 lamps.",
        ),
        (
            "en",
            "The town set aside 90,000 euros, of which a third is spent.",
            "90,000 euros are spent.",
            "The town set aside 90,000 euros.",
        ),
        (
            "fr",
            "Le fonds a acheté 60 lampes, dont un tiers pour le quai.",
            "60 lampes sont pour le quai.",
            "Le fonds a acheté 60 lampes.",
        ),
        (
            "it",
            "Il fondo ha comprato 60 lampade, metà delle quali per il molo.",
            "60 lampade sono per il molo.",
            "Il fondo ha comprato 60 lampade.",
        ),
    ],
)
def test_what_only_a_part_of_them_is_for_is_not_told_of_all(language: str, line: str, whole: str, plain: str) -> None:
    assert _summary(line, whole, language) is None
    assert _summary(line, plain, language) == plain


def test_the_date_of_a_part_goes_and_the_promise_of_all_stays():
    line = "Norland will deliver 80 pumps, half of them in 2027."
    claim = DraftCommitment(action="deliver 80 pumps", by="Norland", strength=Strength.INTENDS, due="in 2027")
    item = checked("commitments", claim, document(line), line)
    assert item.refused is None
    assert item.values["due"] is None


def test_one_of_several_stays_one_of_them():
    line = "It was agreed to ask whether the port can be one of the three."
    assert decided(line, "ask whether the port can be one of the three")


def test_each_time_is_not_each_of_a_thing() -> None:
    source = document("There are three stages, and we will do some individual work and then meet.")
    claim = DraftAgendaItem(
        topic="Stages", summary="There are three stages, each time with individual work.", outcome=Outcome.INFORMED
    )
    made = checked("agenda_items", claim, source, "There are three stages, and we will do some individual work")
    assert made.values["summary"] is not None
