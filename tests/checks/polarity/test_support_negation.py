"""A summary of one clause of several, of which some are negated."""

import pytest
from checks.telling import WHOLE, told as summed_up
from making import checked, document, item

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftCommitment, DraftDecision, Outcome
from summarizer.support import check

TALKS = document(
    "The unions no longer insist on a pay rise but have not withdrawn the strike notice.",
    "Neither Portia nor Selmark offered troops.",
    "Management refused to rule out layoffs.",
    "Tolland ruled out any new tariff.",
    "The pledge is to phase out subsidies.",
    "The envoys noted with deep concern the delay in deliveries.",
    "The presidents pledged to withdraw their forces from the valley and to let inspectors in.",
    "A motion to raise the yearly fee of the club to 25 pounds was defeated by 6 votes to 5.",
    "The motion to sell the barge was carried and the amendment was lost.",
    "The motion to cap the fee was put to the vote and fell.",
    "The board declined to extend the contract of Nordine and asked the clerk to seek two quotes by May.",
    "The Red Cross is not able to staff a second shelter.",
)


def told(summary: str, line: int) -> Item:
    quote = TALKS.line_text(line)
    made = checked(
        "agenda_items", DraftAgendaItem(topic=quote, summary=summary, outcome=Outcome.DISCUSSED), TALKS, quote
    )
    assert made.refused is None
    return made


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("The unions insist on a pay rise.", 1),
        ("The unions withdrew the strike notice.", 1),
        ("Portia offered troops but Selmark did not.", 2),
        ("Management ruled out layoffs.", 3),
        ("Tolland did not rule out a new tariff.", 4),
        ("Subsidies are to be phased in.", 5),
        ("The envoys welcomed the delay in deliveries.", 6),
        ("The presidents pledged to keep their forces in the valley.", 7),
        ("The presidents pledged to bar inspectors.", 7),
        ("The contract of Nordine was extended.", 11),
    ],
)
def test_a_clause_that_is_turned_goes(summary: str, line: int) -> None:
    assert told(summary, line).values["summary"] is None


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("The unions dropped their insistence on a pay rise.", 1),
        ("The strike notice has not been withdrawn by the unions.", 1),
        ("No troops were offered by Portia or Selmark.", 2),
        ("Management would not rule out layoffs.", 3),
        ("Tolland excluded new tariffs.", 4),
        ("Subsidies are to be phased out.", 5),
        ("The delay in deliveries was regretted.", 6),
        ("The presidents pledged to pull their forces out of the valley.", 7),
        ("The presidents pledged to allow inspectors in.", 7),
        ("The board did not extend the contract of Nordine.", 11),
        ("The Red Cross is not able to staff a second shelter.", 12),
    ],
)
def test_a_clause_in_other_words_stays(summary: str, line: int) -> None:
    assert told(summary, line).values["summary"] == summary


@pytest.mark.parametrize(
    ("text", "line", "stands"),
    [
        ("Raise the fee to 25 pounds.", 8, False),
        ("Sell the barge.", 9, True),
        ("Cap the fee.", 10, False),
    ],
)
def test_a_motion_that_was_lost_decided_nothing(text: str, line: int, stands: bool) -> None:
    decision = item("decisions", DraftDecision(text=text), TALKS, TALKS.line_text(line))
    check([decision], TALKS)
    assert (decision.refused is None) is stands


@pytest.mark.parametrize(
    ("language", "lines", "summary"),
    [
        ("de", ("Herr Maier fragt, ob die Anlieger informiert sind.", "Die Vorsitzende verneint dies."), "Die Anlieger sind nicht informiert."),
        ("es", ("Lucía pregunta si habrá una cuota para jóvenes.", "La presidenta responde que no."), "No habrá una cuota para jóvenes."),
        ("de", ("Der Kreis fördert höchstens 60 Prozent.",), "Der Kreis fördert nicht mehr als 60 Prozent."),
    ],
)  # fmt: skip
def test_an_answer_or_a_limit_may_be_told_with_a_negation(language: str, lines: tuple[str, ...], summary: str) -> None:
    assert summed_up(summary, *lines, language=language) == WHOLE


def test_what_was_left_for_later_may_be_told_with_without() -> None:
    line = "The article was adopted in part; the paragraph on tapes was left for the third session."
    claim = DraftDecision(text="The article was adopted in part, without the paragraph on tapes")
    assert checked("decisions", claim, document(line), line).refused is None


def test_who_does_nothing_unless_asked_may_be_told_so() -> None:
    line = "Mr Lloyd said that his government would not do anything in this matter unless asked by the United States."
    claim = DraftCommitment(
        action="do nothing in this matter unless asked", by="his government", strength="conditional",
        condition="unless asked by the United States", said_by="Mr Lloyd",
    )  # fmt: skip
    assert checked("commitments", claim, document(line), line).refused is None


@pytest.mark.parametrize(
    ("language", "line", "summary"),
    [
        ("en", "She expected that the new bridge would be open in 2028 at the earliest.", "The new bridge is not expected before 2028."),
        ("en", "The large valve is out of stock until June.", "The large valve cannot be had before June."),
        ("de", "Die neue Brücke wird frühestens im Mai fertig.", "Die neue Brücke wird nicht vor Mai fertig."),
        ("es", "El puente nuevo estará cerrado hasta mayo.", "El puente nuevo no estará abierto antes de mayo."),
    ],
)  # fmt: skip
def test_not_before_a_time_is_from_then_on(language: str, line: str, summary: str) -> None:
    assert summed_up(summary, line, language=language) == WHOLE


def test_a_negation_put_in_negates_though_a_time_stands_behind() -> None:
    line = "The inspectors stay in the valley until May."
    assert summed_up("The inspectors do not stay in the valley until May.", line) != WHOLE
    line = "The crew cleans the valve before June and stays until June."
    assert summed_up("The crew does not clean the valve before June.", line) != WHOLE


def test_what_is_refrained_from_may_be_told_with_a_negation() -> None:
    line = "We will refrain from new limits on the catch of cod until May."
    claim = DraftCommitment(action="set no new limits on the catch of cod", by="We", strength="intends")
    assert checked("commitments", claim, document(line), line).refused is None


def test_what_is_done_without_something_named_before_may_be_told_with_without() -> None:
    lines = "The crane still has a loose bolt.", "Agreed: then the barge sails on Monday without it."
    claim = DraftDecision(text="The barge sails on Monday without the crane")
    assert checked("decisions", claim, document(*lines), *lines).refused is None


@pytest.mark.parametrize(
    ("language", "line", "summary"),
    [
        ("de", "Neun Pächter haben die Pacht noch nicht bezahlt, der Kassier schreibt ihnen bis Ende Mai.", "Neun Pächter haben die Pacht bezahlt."),
        ("fr", "Les voisins ne sont pas venus, le maire leur écrira demain.", "Les voisins sont venus."),
    ],
)  # fmt: skip
def test_a_clause_with_a_negation_ends_at_its_comma(language: str, line: str, summary: str) -> None:
    assert summed_up(summary, line, language=language) == "The claim affirms what the quoted words negate."
