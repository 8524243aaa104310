"""Words of which only one can be true of a thing, and deeds that the words tell as done already."""

import pytest
from checks.telling import WHOLE, told
from making import checked, decided, document

from summarizer.schemas import DraftDecision, DraftFollowUp, Strength, Verdict


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("It was agreed to cut the hedge on the north side.", "cut the hedge on the south side"),
        ("It was agreed to open the pool an hour earlier.", "open the pool an hour later"),
        ("It was agreed to lease the hall to the scouts.", "lease the hall from the scouts"),
        ("It was agreed to invite the mayor or the bishop.", "invite the mayor and the bishop"),
        ("It was agreed that the deposit is refundable.", "the deposit is non-refundable"),
        ("It was agreed to start the repair of the pump.", "finish the repair of the pump"),
        ("It was agreed to plant the tree before the school.", "plant the tree behind the school"),
        ("It was agreed to buy second-hand chairs.", "buy new chairs"),
        ("It was agreed to sell the van to the highest bidder.", "sell the van to the lowest bidder"),
        ("It was agreed to resume the talks without conditions.", "resume the talks with conditions"),
        ("It was agreed to stop the heparin and start the aspirin.", "start the heparin"),
        ("It was agreed to approve the plan and reject the appeal.", "approve the appeal"),
        ("It was agreed to discharge bed 4 and keep bed 7.", "discharge bed 7"),
    ],
)
def test_the_rival_of_what_is_said_of_a_thing_is_refused(line: str, wrong: str) -> None:
    assert not decided(line, wrong)


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("It was agreed to cut the hedge on the north side.", "cut the northern hedge"),
        ("It was agreed to buy used chairs and a new table.", "buy a new table"),
        ("It was agreed to paint the inside and the outside.", "paint the outside"),
        ("It was agreed to pay the wages monthly, and the tax quarterly.", "pay the wages monthly"),
        ("It was agreed to hold the meeting with Mr Orr without the press.", "hold the meeting with Mr Orr"),
        ("It was agreed to lower the fee for members and raise it for guests.", "raise the fee for guests"),
        ("It was agreed to stop the heparin and start the aspirin.", "start the aspirin"),
        ("It was agreed to close bed 4 and bed 7.", "close bed 7"),
        ("It was agreed to move the desk from the hall to the attic.", "move the desk to the attic"),
        ("It was agreed to invite the mayor, and to ask the bishop or the mayor.", "invite the mayor"),
        ("It was agreed not to admit dogs or cats.", "not to admit dogs and cats"),
    ],
)
def test_what_is_said_of_another_thing_refutes_nothing(line: str, right: str) -> None:
    assert decided(line, right)


@pytest.mark.parametrize(
    ("language", "line", "wrong"),
    [
        ("de", "Es wurde beschlossen, den Zuschuss jährlich zu zahlen.", "den Zuschuss monatlich zahlen"),
        ("de", "Es wurde beschlossen, höchstens 500 Euro auszugeben.", "mindestens 500 Euro ausgeben"),
        ("fr", "Le conseil a décidé de fermer la porte gauche.", "fermer la porte droite"),
    ],
)
def test_other_languages_have_rivals_too(language: str, line: str, wrong: str) -> None:
    assert not decided(line, wrong, language)


def verdict(line: str, action: str) -> Verdict | None:
    source = document(("Ana", line))
    made = checked("follow_ups", DraftFollowUp(action=action, owner="Ana", strength=Strength.INTENDS), source, line)
    return made.support.verdict if made.support else None


@pytest.mark.parametrize(
    ("line", "action", "expected"),
    [
        ("I fixed the login and will write the tests.", "fix the login", Verdict.PARTLY),
        ("I fixed the login and will write the tests.", "write the tests", Verdict.SUPPORTED),
        ("I cut the wire, so I will cut the tape too.", "cut the tape", Verdict.SUPPORTED),
        ("I'll get the login fixed.", "fix the login", Verdict.SUPPORTED),
    ],
)
def test_what_is_done_already_is_no_step_to_come(line: str, action: str, expected: Verdict) -> None:
    assert verdict(line, action) is expected


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [
        ("It was agreed to meet after the harvest.", "meet at the harvest", "meet after the harvest"),
        ("It was agreed to meet during the harvest.", "meet before the harvest", "meet at the harvest"),
        ("It was agreed to take the bid that is lower than Dray's.", "take the bid that is higher than Dray's", "take the lower bid"),
    ],
)  # fmt: skip
def test_a_side_of_an_event_and_of_a_comparison_is_not_turned(line: str, wrong: str, right: str) -> None:
    assert not decided(line, wrong)
    assert decided(line, right)


@pytest.mark.parametrize(
    ("language", "lines", "text"),
    [
        ("en", ("The group agreed to publish the tolls.", "Norland said that it had not joined the consensus."), "All delegations agreed to publish the tolls"),
        ("de", ("Gegen die Stimme von Rat Maier wird der Bau genehmigt.",), "Der Bau wird einstimmig genehmigt"),
        ("fr", ("Le conseil approuve le projet.", "M. Roy s'abstient."), "Le conseil approuve le projet à l'unanimité"),
        ("it", ("Il consiglio approva il progetto.", "Marta Fabbri vota contro."), "Il consiglio approva il progetto all'unanimità"),
    ],
)  # fmt: skip
def test_not_all_agree_where_one_does_not(language: str, lines: tuple[str, ...], text: str) -> None:
    source = document(*lines, language=language)
    assert checked("decisions", DraftDecision(text=text), source, *lines).refused is not None


def test_what_is_not_limited_to_one_is_not_only_of_that_one() -> None:
    line = "The need is not limited to the managers of the club."
    assert told("Only the managers of the club have the need.", line) != WHOLE
    assert told("Not only the managers of the club have the need.", line) == WHOLE
