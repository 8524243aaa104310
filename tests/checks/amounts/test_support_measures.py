"""What numbers count and how far a statement reaches: numbers that changed places, "all" for "some"."""

import pytest
from checks.telling import WHOLE, told
from making import checked, document

from summarizer.documents import Document
from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftDecision, Outcome, Verdict

BOARD = document(
    "Revenue rose by 8 per cent, while costs fell by 2 per cent.",
    "The hall costs 900 euros a month.",
    "The fee goes from 40 to 55 euros.",
    "Some plot holders had not paid their rent.",
    "Three of the twelve chapters have been closed.",
    "Almost all members paid, and most of the guests did.",
    "All five of us signed the letter.",
    "The board approved up to 25 beds.",
    "The move will probably take two weeks.",
    "Nobody tested the mobile build.",
    "All night-shift operators will get a locker.",
    "Every family with small children receives milk.",
    "All drivers over 60 must pass an eye test.",
    "Numbers are up in all galleries except the East Wing.",
    "A quarter of the pupils arrive late.",
    "One of the two mirrors is down.",
    "Twelve of the nineteen reservoirs will be inspected.",
    "All claims without exception were paid, and all the lamps work.",
    "The work may take at a cost not exceeding 900 euros.",
    "The commission lifted the ban only for pears.",
    "The mill will raise its output to 140 tonnes a day by 2027.",
    "The rent was cut by 40 euros.",
    "The army will release all prisoners.",
)
SALLE = document(
    "Certains riverains se plaignent du bruit.",
    "Le loyer passera de 700 à 820 euros par mois.",
    "Personne n'a contrôlé la chaudière du gymnase.",
    language="fr",
)


def summed_up(summary: str, quote: str, source: Document = BOARD) -> Item:
    claim = DraftAgendaItem(topic=quote, summary=summary, outcome=Outcome.DISCUSSED)
    made = checked("agenda_items", claim, source, quote)
    assert made.refused is None
    return made


@pytest.mark.parametrize(
    ("summary", "quote"),
    [
        ("Revenue rose by 2 per cent, while costs fell by 8 per cent", "Revenue rose by 8 per cent, while costs fell by 2 per cent"),
        ("The hall costs 900 euros a year", "The hall costs 900 euros a month"),
        ("The fee goes from 55 to 40 euros", "The fee goes from 40 to 55 euros"),
        ("All plot holders had not paid their rent", "Some plot holders had not paid their rent"),
        ("All twelve chapters have been closed", "Three of the twelve chapters have been closed"),
        ("All guests paid", "most of the guests did"),
        ("Dee tested the mobile build", "Nobody tested the mobile build"),
        ("Numbers are up in all galleries", "Numbers are up in all galleries except the East Wing"),
        ("All pupils arrive late", "A quarter of the pupils arrive late"),
        ("Both mirrors are down", "One of the two mirrors is down"),
        ("The work may cost at least 900 euros", "The work may take at a cost not exceeding 900 euros"),
    ],
)  # fmt: skip
def test_a_summary_that_widens_or_turns_its_line_goes(summary: str, quote: str) -> None:
    assert summed_up(summary, quote).values["summary"] is None


@pytest.mark.parametrize(
    ("summary", "quote"),
    [
        ("Costs fell by 2 per cent and revenue rose by 8 per cent", "Revenue rose by 8 per cent, while costs fell by 2 per cent"),
        ("The fee of 40 euros goes to 55", "The fee goes from 40 to 55 euros"),
        ("Some plot holders had not paid", "Some plot holders had not paid their rent"),
        ("Not all plot holders had paid their rent", "Some plot holders had not paid their rent"),
        ("Of the twelve chapters three have been closed", "Three of the twelve chapters have been closed"),
        ("Almost all members paid", "Almost all members paid"),
        ("All five signed the letter, each of us", "All five of us signed the letter"),
        ("The mobile build was tested by nobody", "Nobody tested the mobile build"),
        ("All galleries are up, excluding the East Wing", "Numbers are up in all galleries except the East Wing"),
        ("All claims were paid", "All claims without exception were paid"),
        ("One of the mirrors is down", "One of the two mirrors is down"),
        ("Twelve of the reservoirs will be inspected", "Twelve of the nineteen reservoirs will be inspected"),
    ],
)  # fmt: skip
def test_a_summary_that_tells_the_same_in_other_words_stays(summary: str, quote: str) -> None:
    assert summed_up(summary, quote).values["summary"] == summary


@pytest.mark.parametrize(
    ("summary", "quote"),
    [
        ("Tous les riverains se plaignent du bruit", "Certains riverains se plaignent du bruit"),
        ("Le loyer passera de 820 à 700 euros par mois", "Le loyer passera de 700 à 820 euros par mois"),
        ("Le loyer passera de 700 à 820 euros par an", "Le loyer passera de 700 à 820 euros par mois"),
    ],
)
def test_other_languages_have_their_words_for_all_and_some(summary: str, quote: str) -> None:
    assert summed_up(summary, quote, SALLE).values["summary"] is None


@pytest.mark.parametrize(
    ("summary", "whole"),
    [
        ("All operators will get a locker", True),
        ("All night-shift operators will get a locker", False),
        ("Every family receives milk", True),
        ("Every family with small children receives milk", False),
        ("All drivers must pass an eye test", True),
        ("From 60 on all drivers must pass an eye test", False),
        ("All the lamps work", False),
    ],
)
def test_all_of_a_part_is_not_all_of_the_whole(summary: str, whole: bool) -> None:
    line = next(one for one in BOARD.text.splitlines() if one.endswith(f" {summary.split()[-1]}."))
    made = summed_up(summary, line)
    assert made.support is not None
    assert (made.support.checks.get("numbers") == "absent") is whole
    assert ('say it of "' in made.support.explanation) is whole


def test_a_doubt_that_is_dropped_is_told() -> None:
    made = summed_up("The move will take two weeks", "The move will probably take two weeks")
    assert made.support is not None
    assert made.support.verdict is Verdict.PARTLY
    assert made.support.explanation == 'The quoted words say "probably".'


@pytest.mark.parametrize(("text", "stands"), [("approve at least 25 beds", False), ("approve up to 25 beds", True)])
def test_a_limit_is_not_turned(text: str, stands: bool) -> None:
    made = checked("decisions", DraftDecision(text=text), BOARD, "The board approved up to 25 beds.")
    assert (made.refused is None) is stands


@pytest.mark.parametrize(
    ("summary", "held"),
    [
        ("The commission lifted the ban", False),
        ("The commission lifted the ban on fruit", False),
        ("The commission lifted the ban for pears alone", True),
        ("The commission lifted the ban for pears", True),
        ("The ban still holds, but for pears", True),
    ],
)
def test_what_is_said_only_of_a_part_is_borne_only_partly_where_the_part_is_left_out(summary: str, held: bool) -> None:
    made = summed_up(summary, "The commission lifted the ban only for pears")
    assert made.support is not None
    assert (made.support.checks.get("numbers") != "absent") is held
    if not held:
        assert made.support.verdict is Verdict.PARTLY
        assert made.support.explanation == 'The quoted words say it "only for pears".'


@pytest.mark.parametrize(
    ("summary", "quote", "kept"),
    [
        ("The mill will raise its output by 140 tonnes a day", "The mill will raise its output to 140 tonnes a day", False),
        ("The mill will increase its output to 140 tonnes a day by 2027", "The mill will raise its output to 140 tonnes a day by 2027", True),
        ("The rent was reduced to €40", "The rent was cut by 40 euros", False),
        ("The rent was reduced by €40", "The rent was cut by 40 euros", True),
        ("The army will free all prisoners", "The army will release all prisoners", True),
        ("Some plot holders had not paid their rent", "Some plot holders had not paid their rent", True),
        ("Several members paid", "Almost all members paid, and most of the guests did", True),
    ],
)  # fmt: skip
def test_an_amount_is_no_level(summary: str, quote: str, kept: bool) -> None:
    assert (summed_up(summary, quote).values["summary"] == summary) is kept


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        ("en", "Inflation had eased from 4.1 to 3.6 per cent.", "Inflation rose to 4.1 per cent.", "Inflation eased to 3.6 per cent."),
        ("de", "Die Aufträge sind um 18 Prozent zurückgegangen.", "Die Aufträge sind um 18 Prozent gestiegen.", "Die Aufträge sanken um 18 Prozent."),
        ("es", "Las ventas bajaron un 6 % y los costes un 2 %.", "Las ventas subieron un 6 %.", "Las ventas disminuyeron un 6 %."),
        ("fr", "Le prix augmente de 12 euros.", "Le prix baisse de 12 euros.", "Le prix progresse de 12 euros."),
    ],
)  # fmt: skip
def test_what_falls_does_not_rise(language: str, line: str, wrong: str, right: str) -> None:
    assert "goes" in told(wrong, line, language=language)
    assert told(right, line, language=language) == WHOLE


def test_a_number_of_one_line_is_not_that_of_another() -> None:
    lines = "The board first proposed a dividend of 40 cents.", "The meeting approved the dividend of 45 cents."
    assert told("The meeting approved a dividend of 40 cents.", *lines) == (
        'The quoted words do not say "40" of that, but "45".'
    )
    assert told("The meeting approved a dividend of 45 cents.", *lines) == WHOLE
    assert told("The first proposal of the board was a dividend of 40 cents.", *lines) == WHOLE


@pytest.mark.parametrize(
    ("summary", "doubted"),
    [
        ("There were three torn nets in June and one in March.", True),
        ("There were three torn nets in March, and one in June.", False),
        ("Ida found one torn net in June, after three in March.", False),
    ],
)
def test_two_numbers_of_a_sentence_that_are_exchanged_are_doubted(summary: str, doubted: bool) -> None:
    found = told(summary, "Ida found three torn nets of nylon in March, against one in June.")
    assert found.startswith("The quoted words give") is doubted


def test_a_number_of_something_else_is_not_told_of_what_another_counts() -> None:
    lines = (
        "We note that 41 million people on the coast lack food.",
        "We intend to raise 2 billion for meals in schools.",
    )
    assert (
        told("2 billion people on the coast lack food.", *lines) == 'The quoted words do not say "2" of that, but "41".'
    )
    assert told("41 million people on the coast lack food; 2 billion are to be raised for meals.", *lines) == WHOLE
