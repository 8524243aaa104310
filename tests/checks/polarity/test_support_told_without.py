"""A summary may not tell without its negation what a quoted clause denies."""

import pytest
from checks.telling import WHOLE, told
from making import checked, document

from summarizer.schemas import DraftDecision

DENIED = "The quoted words deny it: "
NO = "The quoted words ask that, and the answer is no."


@pytest.mark.parametrize(
    ("line", "summary"),
    [
        (
            "But I think it is very important to say that we are not creating a new fee, whatever the papers write.",
            "The bill creates a new fee.",
        ),
        ("So the mill by the weir is not a public building, as you all know by now.", "The mill is a public building."),
        ("After a year of search the clerk had been unable to find a tenant for the hall.", "The clerk found a tenant."),
        ("I have no real argument why to keep the two lists apart, honestly.", "There is an argument to keep the lists."),
        ("There is no safe way to take out the old pipes by hand this year.", "The old pipes can be taken out by hand."),
        ("Ben disagrees that we should try to align with the old standard.", "Ben wants to align with the standard."),
        ("The choice is not inherently permanent, because the rules change next year.", "The choice is permanent."),
        ("These may very well not be pupils who are in any formal contact with the school.", "The pupils are in formal contact with the school."),
        ("We would rather not be the ones who set the standard.", "The group would like to set the standard."),
        ("The town is calm; there were no strikes; the shops are open.", "There were strikes in the town."),
        ("Drivers would take short notice in a storm or a flood, but not for lack of staff.", "Drivers would take short notice for lack of staff."),
        ("Three of the nets were wrong last month, all at night; none did harm.", "The wrong nets of last month did harm to three."),
        ("On the leak in the hold, it's not the pump as we said last time, it's the valve.", "The leak in the hold comes from the pump."),
    ],
)  # fmt: skip
def test_what_a_clause_denies_is_doubted(line: str, summary: str) -> None:
    assert told(summary, line).startswith((DENIED, "The claim affirms"))


@pytest.mark.parametrize(
    ("line", "summary"),
    [
        ("We are not creating a new fee.", "The bill creates no new fee."),
        ("We are not creating a new fee, we are taking one away.", "Whether the bill creates a new fee was discussed."),
        ("The fund will not pay for the boats, but it will pay for the nets.", "The fund will pay for the nets."),
        ("There is no doubt that the pipes can be taken out by hand.", "The pipes can be taken out by hand."),
        ("The surveyor found no cracks in the hull of the old barge.", "The hull of the old barge is free of cracks."),
        ("On the leak in the hold, it's not the pump, it's the valve.", "The leak in the hold comes from the valve, not the pump."),
        ("We not only create a new fee, we raise the old one.", "The bill creates a new fee."),
        ("The clerk could not find a tenant in May, but in June the clerk did find a tenant.", "The clerk found a tenant."),
    ],
)  # fmt: skip
def test_what_is_said_in_other_words_or_elsewhere_is_not_doubted(line: str, summary: str) -> None:
    assert not told(summary, line).startswith(DENIED)


@pytest.mark.parametrize("answer", ["No.", "Well, no, I don't think so.", "Not yet."])
def test_a_question_that_is_answered_with_no_says_the_opposite(answer: str) -> None:
    asked = ("Ada", "Did everybody receive the new plans for the harbour?")
    assert told("Everybody received the new plans for the harbour.", asked, ("Ben", answer)) == NO
    assert told("Everybody received the new plans for the harbour.", asked, ("Ben", "Yes.")) != NO


def test_a_question_that_is_told_to_be_answered_with_no_says_the_opposite() -> None:
    lines = (
        "Massey asked the mayor whether he should open the sluice.",
        "The mayor said no, and the clerk confirmed it.",
    )
    assert told("The mayor told Massey to open the sluice.", *lines) == NO
    assert told("Massey asked whether he should open the sluice.", *lines) == WHOLE


@pytest.mark.parametrize(
    ("line", "summary"),
    [
        (
            "We should not remove the old path because it can't be rebuilt.",
            "The old path should be removed because it cannot be rebuilt.",
        ),
        ("A key is given to the club, but guests aren't.", "Guests are given a key by the club."),
        ("The chair noted that there was no agreement on the fund.", "There was agreement on the fund."),
    ],
)
def test_a_negation_in_another_clause_is_no_negation_of_this_one(line: str, summary: str) -> None:
    assert told(summary, line).startswith("The quoted words deny it")


def test_what_is_denied_of_the_one_may_be_told_of_the_other() -> None:
    assert told("A key is given to the club.", "A key is given to the club, but guests aren't.") == WHOLE


def test_what_is_not_done_yet_is_not_told_as_done() -> None:
    export = ("Tom", "The invoice export isn't done, I'm stuck on the rounding.")
    assert told("Tom has finished the invoice export.", export) != WHOLE
    assert told("Tom is stuck on the rounding of the invoice export.", export) == WHOLE
    both = ("Tom", "I finished the import."), export
    assert told("The import is finished, whereas rounding holds up the invoice export.", *both) == WHOLE
    review = ("Jo", "My fix is in review with Mark."), ("Mark", "I haven't got to it yet.")
    assert told("Mark has reviewed the fix.", *review) != WHOLE
    assert told("The fix waits for Mark's review.", *review) == WHOLE


def test_without_says_that_it_was_not() -> None:
    line = "The two sides discussed a fisheries agreement but did not open negotiations."
    assert told("A fisheries agreement was discussed without negotiations being opened.", line) == WHOLE


@pytest.mark.parametrize(
    ("language", "question", "no", "answer", "asked", "right"),
    [
        (
            "es",
            "El vocal preguntó si el déficit se debía a la reforma.",
            "El tesorero contestó que no, que se debía a la luz.",
            "El tesorero contestó que se debía también a la luz.",
            "El déficit se debía a la reforma.",
            "El déficit no se debía a la reforma.",
        ),
        (
            "de",
            "Herr Pfau fragt, ob der Raum im Keller benutzt werden darf.",
            "Frau Ott verneint dies.",
            "Frau Ott antwortet, dass der Raum im Keller benutzt werden darf.",
            "Der Raum im Keller darf benutzt werden.",
            "Der Raum im Keller darf nicht benutzt werden.",
        ),
    ],
)
def test_the_answer_settles_a_question_in_other_languages_too(
    language: str, question: str, no: str, answer: str, asked: str, right: str
) -> None:
    assert told(asked, question, no, language=language) == NO
    assert told(right, question, no, language=language) == WHOLE
    assert told(asked, question, answer, language=language) == WHOLE


def test_what_somebody_declined_to_do_was_not_done() -> None:
    line = "The minister promised a report by May; she declined to comment on the charges that the crew faces."
    assert told("The minister commented on the charges that the crew faces.", line) != WHOLE
    assert told("The minister declined to comment on the charges that the crew faces.", line) == WHOLE


def test_untested_says_itself_that_it_was_not_tested() -> None:
    line = ("Ann", "I have a fix, but I haven't tested the fix on the new boards yet.")
    assert told("The fix is untested on the new boards.", line) == WHOLE
    assert told("The fix was tested on the new boards.", line) != WHOLE


def test_a_decision_that_nothing_is_done_is_none_to_do_it() -> None:
    line = "The Cabinet decided that no notice would be given to the tenant before 30 April."
    for text, explanation in (
        ("Notice will be given to the tenant on 30 April.", DENIED),
        ("No notice will be given to the tenant before 30 April.", WHOLE),
    ):
        support = checked("decisions", DraftDecision(text=text), document(line), line).support
        assert support is not None
        assert support.explanation.startswith(explanation)
