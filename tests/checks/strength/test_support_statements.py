"""What is told of a subject, held against the ladder: "agreed" for what was explored, "approved" for what was lost."""

import pytest
from checks.telling import WHOLE, told as summed_up
from making import checked, decided, document, verdict

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftDecision, Outcome, Strength, Verdict

PORT = document(
    "The two mayors explored the setting up of a joint pilot station.",
    "They agreed to share the cost of the buoys.",
    "The motion to sell the old barge was lost.",
    "The request for a second crane was turned down.",
    "The harbour board was unable to reach agreement on the night tariff.",
    "Is the dredging contract signed?",
    "They explored a free zone, agreed to reopen the customs house and went home.",
    "The motion to raise the mooring fee was carried by eight votes to three.",
    "The amendment to halve it failed for want of a seconder.",
)


def told(summary: str, *lines: int, outcome: Outcome = Outcome.DISCUSSED) -> Item:
    quotes = [PORT.line_text(line) for line in lines]
    made = checked("agenda_items", DraftAgendaItem(topic=quotes[0], summary=summary, outcome=outcome), PORT, *quotes)
    assert made.refused is None
    assert made.support is not None
    return made


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("The mayors agreed to set up a joint pilot station.", 1),
        ("The motion to sell the old barge was carried.", 3),
        ("The sale of the old barge was approved.", 3),
        ("The request for a second crane was approved.", 4),
        ("The harbour board reached agreement on the night tariff.", 5),
        ("The mayors agreed on a free zone.", 7),
        ("The motion to raise the mooring fee was defeated by eight votes to three.", 8),
    ],
)
def test_a_summary_firmer_than_its_words_goes(summary: str, line: int) -> None:
    made = told(summary, line)
    assert made.values["summary"] is None
    assert [change.before for change in made.changes] == [summary]


@pytest.mark.parametrize(
    ("summary", "lines"),
    [
        ("The mayors looked into a joint pilot station.", (1,)),
        ("The mayors agreed to split the cost of the buoys.", (1, 2)),
        ("The motion to sell the old barge was defeated.", (3,)),
        ("A second crane was refused.", (4,)),
        ("The harbour board did not agree on the night tariff.", (5,)),
        ("The harbour board failed to reach agreement on the night tariff.", (5,)),
        ("The dredging contract is signed.", (6,)),
        ("They agreed to reopen the customs house.", (7,)),
        ("The motion was carried, eight to three.", (8,)),
        ("The amendment to halve it found no seconder.", (9,)),
    ],
)
def test_a_summary_in_other_words_stays(summary: str, lines: tuple[int, ...]) -> None:
    assert told(summary, *lines).values["summary"] == summary


def test_where_no_agreement_was_reached_nothing_was_decided() -> None:
    assert told("The night tariff was taken up.", 5, outcome=Outcome.DECIDED).values["outcome"] == Outcome.DISCUSSED


TALKS = document("They did not discuss the border dispute.", "The spokesman denied that sanctions had been mentioned.")


@pytest.mark.parametrize(
    ("summary", "line", "kept"),
    [
        ("The leaders discussed the border dispute.", 1, False),
        ("The border dispute was not taken up.", 1, True),
        ("Sanctions had not been mentioned, said the spokesman.", 2, True),
    ],
)
def test_what_was_not_discussed_is_not_told_as_discussed(summary: str, line: int, kept: bool) -> None:
    quote = TALKS.line_text(line)
    made = checked(
        "agenda_items", DraftAgendaItem(topic=quote, summary=summary, outcome=Outcome.INFORMED), TALKS, quote
    )
    assert (made.values["summary"] == summary) is kept
    assert made.support is not None
    assert made.support.checks.get("negation") != "absent"


@pytest.mark.parametrize(("who", "stands"), [("Beacon", True), ("The council", False)])
def test_that_somebody_agreed_is_no_more_than_their_i_agree(who: str, stands: bool) -> None:
    source = document(
        ("ann", "(Harbour Trust): I am supportive of the new tariff."), ("ben", "(Beacon): I agree with that.")
    )
    summary = f"{who} agreed, and the new tariff stays."
    claim = DraftAgendaItem(topic="new tariff", summary=summary, outcome=Outcome.DISCUSSED)
    made = checked("agenda_items", claim, source, "the new tariff", "(Beacon): I agree")
    assert (made.values["summary"] is not None) is stands


@pytest.mark.parametrize(
    ("language", "line", "summary", "explanation"),
    [
        (
            "fr",
            "Le conseil n'a adopté aucune motion sur les tarifs.",
            "Le conseil a adopté une motion sur les tarifs.",
            "deny it",
        ),
        (
            "en",
            "The minutes were adopted subject to two corrections.",
            "The minutes were adopted.",
            "depend on a condition",
        ),
    ],
)
def test_the_reason_is_what_the_words_do(language: str, line: str, summary: str, explanation: str) -> None:
    found = summed_up(summary, line, language=language)
    assert explanation in found or "negate" in found


def test_a_condition_may_be_told_in_other_words() -> None:
    assert (
        summed_up(
            "The minutes were adopted with two corrections.", "The minutes were adopted subject to two corrections."
        )
        == WHOLE
    )


def test_what_is_decided_may_be_to_propose_it() -> None:
    line = "Il Consiglio delibera di proporre all'assemblea la destinazione dell'utile a riserva."
    assert decided(line, "Si propone all'assemblea di destinare l'utile a riserva", "it")
    assert not decided(
        "La presidente propone la destinazione dell'utile a riserva.", "L'utile è destinato a riserva", "it"
    )


def test_a_condition_that_a_german_verb_follows_is_left_out_where_only_the_verb_is_told() -> None:
    line = "Der Rat beschließt, das Becken vorbehaltlich der Förderzusage weiter zu planen."
    assert verdict(line, "Der Rat beschließt, das Becken weiter zu planen", "de") is Verdict.PARTLY


@pytest.mark.parametrize(
    ("line", "outright", "held", "language"),
    [
        (
            "The harbour master hoped that the dredger would arrive before the winter.",
            "The dredger will arrive before the winter, according to the harbour master.",
            "The harbour master hopes for the dredger before the winter.",
            "en",
        ),
        (
            "Two skippers said they'd leave if the fees don't come down.",
            "Two skippers are leaving because the fees are high.",
            "Two skippers leave if the fees don't come down.",
            "en",
        ),
        (
            "The fund would run out of money in May unless the members paid.",
            "The fund will run out of money in May.",
            "The fund will be out of money in May if the members do not pay.",
            "en",
        ),
        (
            "The ferry firm had threatened to suspend the winter service if the basin was not deepened.",
            "The ferry firm will suspend the winter service.",
            "The ferry firm threatens to suspend the winter service.",
            "en",
        ),
        (
            "Herr Lund warnt davor, mit dem Bau zu beginnen, bevor das Geld bewilligt ist.",
            "Herr Lund will mit dem Bau beginnen, bevor das Geld bewilligt ist.",
            "Herr Lund warnt davor, zu beginnen, bevor das Geld bewilligt ist.",
            "de",
        ),
        (
            "Frau Ott hofft, dass der Verein die Pflege des Parks übernimmt.",
            "Der Verein übernimmt die Pflege des Parks.",
            "Frau Ott hofft auf die Pflege des Parks durch den Verein.",
            "de",
        ),
        (
            "Sollte es regnen, wird die Feier in die Halle verlegt.",
            "Die Feier wird in die Halle verlegt.",
            "Falls es regnet, wird die Feier in die Halle verlegt.",
            "de",
        ),
        (
            "El banco concedería un préstamo de 300.000 euros si los socios avalan la mitad.",
            "El banco concederá un préstamo de 300.000 euros.",
            "El banco concederá un préstamo de 300.000 euros si los socios avalan la mitad.",
            "es",
        ),
    ],
)
def test_what_is_only_hoped_or_hangs_on_something_is_not_told_outright(
    line: str, outright: str, held: str, language: str
) -> None:
    assert summed_up(outright, line, language=language) != WHOLE
    assert summed_up(held, line, language=language) == WHOLE


def test_a_wish_beside_it_takes_nothing_from_what_is_told() -> None:
    line = "Ms Bell asked that the slip be inspected; Mr Rowe said that he had done so in May and found no defects."
    assert summed_up("The slip was inspected in May and has no defects, Mr Rowe said.", line) == WHOLE
    assert summed_up("Mr Bell's request for an inspection of the slip in May is on record.", line) == WHOLE


def test_a_topic_of_several_words_from_the_lines_around_is_no_doubt() -> None:
    lines = "# Grey seal colonies in the estuary", "The two sides differed on the cause and left it to a joint panel."
    told_so = "The two sides differed on the cause and left the matter to a joint panel."
    assert summed_up(told_so, *lines, topic="Grey seal colonies") == WHOLE


FOG = (
    "Captain Lee named fog as the main cause of the collision.",
    "Both sides agreed to leave the report to a joint panel.",
)


def test_what_one_says_and_what_others_agree_on_are_two_things() -> None:
    assert summed_up("Both sides agreed that fog was the main cause of the collision.", *FOG) != WHOLE
    assert summed_up("Both sides agreed to leave the report to a panel; Captain Lee named fog.", *FOG) == WHOLE
    fused = checked(
        "decisions", DraftDecision(text="Both sides agreed that fog was the main cause."), document(*FOG), *FOG
    )
    assert fused.support is not None
    assert fused.support.verdict is Verdict.PARTLY


def test_what_points_back_agrees_on_what_stands_before() -> None:
    lines = (
        "Captain Lee proposed a new light on the outer mole.",
        "The proposal was agreed after some questions on cost.",
    )
    assert summed_up("It was agreed to set up a new light on the outer mole.", *lines) == WHOLE


def test_a_subject_may_hang_on_what_only_one_of_its_lines_says() -> None:
    lines = "The clubs asked for twelve boats.", "The port could lend four boats, provided that the clubs insure them."
    claim = DraftAgendaItem(
        topic="Boats",
        summary="The clubs want twelve boats; the port may lend four if they are insured.",
        outcome=Outcome.DISCUSSED,
        strength=Strength.CONDITIONAL,
    )
    assert checked("agenda_items", claim, document(*lines), *lines).values["strength"] is Strength.CONDITIONAL


def test_who_hopes_may_be_told_to_trust() -> None:
    line = "La presidenta espera que el ayuntamiento arregle el camino del molino."
    right = "La presidenta confía en que el ayuntamiento arregle el camino del molino."
    assert summed_up(right, line, language="es") == WHOLE
    assert summed_up("El ayuntamiento arreglará el camino del molino.", line, language="es") != WHOLE


def test_a_pronoun_points_back_in_a_decision_too() -> None:
    lines = "El contrato de Pilar termina el 31 de mayo.", "La junta no lo renovará con ella después del verano."
    claim = DraftDecision(text="No se renovará el contrato de Pilar, que termina el 31 de mayo.")
    support = checked("decisions", claim, document(*lines, language="es"), *lines).support
    assert support is not None
    assert support.explanation == WHOLE
