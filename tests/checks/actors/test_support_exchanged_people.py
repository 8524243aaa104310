"""Two people who are quoted side by side keep what is told of each."""

import pytest
from checks.telling import WHOLE, told
from making import checked, document

from summarizer.schemas import DraftCommitment, DraftDecision, DraftFollowUp, OwnerBasis, RejectionReason, Strength

GERMAN = (
    "Herr Lenz lehnt den Umzug ab, solange das Lager voll ist.",
    "Frau Roth verspricht, bis Mai eine Liste der freien Räume zu liefern.",
)
SPANISH = (
    "El vocal D. Julio Arce se opone a la venta del molino.",
    "La Sra. Vidal se compromete a pedir tres ofertas para el tejado.",
)


@pytest.mark.parametrize(("by", "refused"), [("Frau Roth", None), ("Herr Lenz", RejectionReason.CONTRADICTED)])
def test_a_promise_stays_with_the_one_who_gives_it(by: str, refused: RejectionReason | None) -> None:
    claim = DraftCommitment(action="bis Mai eine Liste der freien Räume liefern", by=by, strength=Strength.UNDERTOOK)
    assert checked("commitments", claim, document(*GERMAN, language="de"), *GERMAN).refused is refused


def test_a_task_stays_with_its_owner_where_both_stand_in_one_sentence() -> None:
    line = "Frau Roth holt zwei Angebote ein; Herr Lenz wird bei der Auswahl des Anbieters beteiligt."
    for owner, kept in (("Frau Roth", "Frau Roth"), ("Herr Lenz", None)):
        claim = DraftFollowUp(
            action="zwei Angebote einholen", owner=owner, owner_basis=OwnerBasis.ASSIGNED, strength=Strength.INTENDS
        )
        assert checked("follow_ups", claim, document(line, language="de"), line).values["owner"] == kept


def test_a_summary_that_exchanges_them_is_doubted() -> None:
    assert "Julio Arce" in told("La Sra. Vidal se opone a la venta del molino.", *SPANISH, language="es")
    assert told("El Sr. Arce se opone a la venta del molino.", *SPANISH, language="es") == WHOLE


def test_who_answers_may_be_told_with_the_words_of_the_question() -> None:
    lines = "Herr Lenz schlägt vor, das Lager im Herbst zu räumen.", "Frau Roth stimmt dem zu."
    assert told("Frau Roth stimmt zu, das Lager im Herbst zu räumen.", *lines, language="de") == WHOLE


def test_a_decision_on_one_is_none_on_the_other() -> None:
    lines = "Se nombra secretaria a Dña. Elsa Vidal por dos años.", "D. Julio Arce no vuelve a presentarse al cargo."
    claim = DraftDecision(text="Se nombra secretario a D. Julio Arce por dos años.")
    support = checked("decisions", claim, document(*lines, language="es"), *lines).support
    assert support is not None
    assert "Elsa Vidal" in support.explanation


def test_a_body_is_nobody_of_the_sentence_beside() -> None:
    lines = (
        "El ministro de Transporte Y PUERTOS abre el acto.",
        "El Sr. Arce dice que retomará las obras del dique en mayo.",
    )
    claim = DraftCommitment(
        action="retomar las obras del dique en mayo", by="Ministerio de Transporte y Puertos", strength=Strength.INTENDS
    )
    made = checked("commitments", claim, document(*lines, language="es"), *lines)
    assert made.refused is None


@pytest.mark.parametrize(
    ("summary", "other"),
    [
        ("Ms Roth said that the rent had not been lowered because of a roof that was never mended.", "Lenz"),
        ("Mr Lenz said that the rent had not been lowered because of a roof that was never mended.", None),
        ("Ms Roth replied that the tenants had kept the roofers out.", None),
    ],
)
def test_what_one_says_in_minutes_is_not_told_of_who_contests_it(summary: str, other: str | None) -> None:
    lines = (
        "Mr Lenz explained that the rent had not been lowered in spring, because of the roof that was never mended.",
        "Ms Roth contested this: the tenants themselves had refused to let the roofers in.",
    )
    assert told(summary, *lines).startswith(f'The quoted words say it of "{other}"') is (other is not None)


def test_people_are_known_by_their_full_names_where_they_stand_without_a_title() -> None:
    lines = (
        "# Present: Ida Holm, Jasper Torp",
        "Jasper sees the price of the nets as the main barrier to new members.",
        "Ida wants a second boat before the summer and has asked two yards.",
    )
    assert "Jasper" in told("Ida sees the price of the nets as the main barrier.", *lines)
    assert "say it of" not in told("Jasper sees the price of the nets as the main barrier.", *lines)
