"""Dates that a claim moves to the day of an event, or from one task to another."""

import pytest
from making import checked, document

from summarizer.schemas import DraftCommitment, DraftFollowUp, OwnerBasis, Strength, Verdict


def _due(line: str, action: str, by: str, due: str, language: str = "en") -> tuple[str | None, Verdict | None]:
    source = document(line, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS, due=due)
    item = checked("commitments", claim, source, line)
    return item.values["due"], item.support.verdict if item.support else None


@pytest.mark.parametrize(
    ("language", "line", "action", "by", "day", "told"),
    [
        (
            "en",
            "Jo Pell will count the chairs ahead of the fair on 9 May.",
            "count the chairs",
            "Jo Pell",
            "on 9 May",
            "ahead of the fair on 9 May",
        ),
        ("en", "Jo Pell will count the chairs by Friday.", "count the chairs", "Jo Pell", "on Friday", "by Friday"),
        (
            "de",
            "Udo Lenz wird die Stühle vor dem Fest am 9. Mai zählen.",
            "die Stühle zählen",
            "Udo Lenz",
            "am 9. Mai",
            "vor dem Fest am 9. Mai",
        ),
        (
            "fr",
            "Luc Roy comptera les chaises avant la fête du 9 mai.",
            "compter les chaises",
            "Luc Roy",
            "le 9 mai",
            "avant la fête du 9 mai",
        ),
        (
            "es",
            "Ana Sol contará las sillas antes de la fiesta del 9 de mayo.",
            "contar las sillas",
            "Ana Sol",
            "el 9 de mayo",
            "antes de la fiesta del 9 de mayo",
        ),
        (
            "it",
            "Pia Neri conterà le sedie prima della festa del 9 maggio.",
            "contare le sedie",
            "Pia Neri",
            "il 9 maggio",
            "prima della festa del 9 maggio",
        ),
    ],
)
def test_what_comes_before_an_event_is_not_due_on_its_day(
    language: str, line: str, action: str, by: str, day: str, told: str
) -> None:
    assert _due(line, action, by, day, language) == (told, Verdict.PARTLY)
    assert _due(line, action, by, told, language) == (told, Verdict.SUPPORTED)


def test_a_day_without_a_word_before_it_stays_what_it_bounds():
    assert _due("Jo Pell will count the chairs by Friday.", "count the chairs", "Jo Pell", "Friday") == (
        "Friday",
        Verdict.SUPPORTED,
    )


@pytest.mark.parametrize(
    ("language", "line", "other", "own", "due"),
    [
        (
            "en",
            "Jo Pell will count the chairs and Ada Frost will hire a tent by 9 May.",
            ("count the chairs", "Jo Pell"),
            ("hire a tent", "Ada Frost"),
            "by 9 May",
        ),
        (
            "en",
            "Jo Pell will count the chairs by Friday and Ada Frost will hire a tent.",
            ("hire a tent", "Ada Frost"),
            ("count the chairs", "Jo Pell"),
            "by Friday",
        ),
        (
            "fr",
            "Luc Roy comptera les chaises et Zoé Petit louera une tente pour le 9 juin.",
            ("compter les chaises", "Luc Roy"),
            ("louer une tente", "Zoé Petit"),
            "pour le 9 juin",
        ),
        (
            "es",
            "Ana Sol contará las sillas y Eva Luna alquilará una carpa antes del 9 de junio.",
            ("contar las sillas", "Ana Sol"),
            ("alquilar una carpa", "Eva Luna"),
            "antes del 9 de junio",
        ),
    ],
)
def test_the_date_of_a_task_is_not_that_of_the_task_told_beside_it(
    language: str, line: str, other: tuple[str, str], own: tuple[str, str], due: str
) -> None:
    assert _due(line, *other, due, language)[1] is Verdict.PARTLY
    assert _due(line, *own, due, language) == (due, Verdict.SUPPORTED)


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("By Friday Jo Pell will count the chairs and Ada Frost will hire a tent.", "count the chairs"),
        ("Jo Pell will count the chairs and stack the tables by Friday.", "count the chairs"),
    ],
)
def test_a_date_may_be_of_two_tasks_at_once(line: str, action: str) -> None:
    due = "By Friday" if line.startswith("By") else "by Friday"
    assert _due(line, action, "Jo Pell", due) == (due, Verdict.SUPPORTED)


def test_a_day_of_another_quoted_task_is_doubted() -> None:
    lines = "- Kit: form for the broken crane - by Tuesday", "- Mara: figures of the quarter - next meeting"
    for due, other in (("next meeting", True), ("by Tuesday", False)):
        claim = DraftFollowUp(action="form for the broken crane", owner="Kit", owner_basis=OwnerBasis.ASSIGNED, due=due, strength=Strength.PROPOSED)  # fmt: skip
        support = checked("follow_ups", claim, document(*lines), *(line[2:] for line in lines)).support
        assert support is not None
        assert (support.checks.get("dates") == "absent") is other
