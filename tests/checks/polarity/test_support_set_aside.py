"""What the words set aside for something else, and numbers of a row: neither may be told as what was chosen."""

import pytest
from checks.telling import WHOLE, told
from making import checked, decided, document

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, DraftFollowUp, Strength

HALL = (
    "It was agreed to buy a mower instead of a tractor.",
    "It was agreed to raise the fee from £200 to £250.",
    "It was agreed to move the fair from 14 June to 21 June.",
    "The board chose Hask Ltd over Dray Ltd for the roof.",
    "It was agreed to run the course from 5 July to 9 July.",
    "It was agreed that rather than wait for the county, the clerk will repair the gate.",
    "It was agreed to set the rent at £20 for adults and £10 for children.",
    "It was agreed to buy 12 lamps for Mill Lane and 8 for Dock Road.",
    "It was agreed to buy 3 new and 5 old benches for the square.",
    "It was agreed that members pay £4 and guests £6.",
    "It was agreed to repaint door 778 and door 868.",
)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (0, "buy a tractor"),
        (1, "The fee is raised to £200"),
        (1, "The fee is £200"),
        (2, "hold the fair on 14 June"),
        (3, "Dray Ltd chosen"),
        (5, "wait for the county"),
        (6, "rent of £10 for adults"),
        (6, "rent of £20 for children"),
        (7, "buy 8 lamps for Mill Lane"),
        (9, "members pay £6"),
        (9, "guests pay £4"),
    ],
)
def test_what_is_set_aside_or_is_said_of_another_member_of_a_row_is_refused(line: int, text: str) -> None:
    assert not decided(HALL[line], text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (0, "buy a mower"),
        (0, "a mower in place of a tractor"),
        (1, "The fee is raised from £200"),
        (1, "The fee goes up to £250"),
        (2, "The fair of 14 June is moved"),
        (3, "Hask Ltd chosen for the roof"),
        (4, "The course starts on 5 July"),
        (5, "the clerk will repair the gate"),
        (6, "rent of £10 for children"),
        (7, "buy 8 lamps"),
        (7, "buy 8 lamps for Dock Road"),
        (8, "buy 3 benches for the square"),
        (9, "guests pay £6"),
        (10, "repaint door 778 and door 868"),
    ],
)
def test_what_is_chosen_and_what_was_before_stand(line: int, text: str) -> None:
    assert decided(HALL[line], text)


@pytest.mark.parametrize(
    ("language", "line", "right", "wrong"),
    [
        ("de", "Der Vorstand beschloss, statt eines Traktors einen Mäher zu kaufen.", "einen Mäher kaufen", "einen Traktor kaufen"),
        ("de", "Der Vorstand beschloss, den Beitrag von 200 auf 250 Euro zu erhöhen.", "den Beitrag auf 250 Euro erhöhen", "den Beitrag auf 200 Euro erhöhen"),
        ("fr", "Le conseil a décidé d'acheter une tondeuse au lieu d'un tracteur.", "acheter une tondeuse", "acheter un tracteur"),
        ("fr", "Le conseil a décidé de porter la cotisation de 200 à 250 euros.", "porter la cotisation à 250 euros", "porter la cotisation à 200 euros"),
        ("es", "El consejo decidió comprar una segadora en lugar de un tractor.", "comprar una segadora", "comprar un tractor"),
        ("it", "Il consiglio ha deciso di aumentare la quota da 200 a 250 euro.", "aumentare la quota a 250 euro", "aumentare la quota a 200 euro"),
    ],
)  # fmt: skip
def test_other_languages_set_aside_too(language: str, line: str, right: str, wrong: str) -> None:
    assert decided(line, right, language)
    assert not decided(line, wrong, language)


def owner(line: str, name: str, language: str) -> str | None:
    source = document(line, language=language)
    claim = DraftFollowUp(action="die Kasse", owner=name, strength=Strength.INTENDS)
    made = checked("follow_ups", claim, source, line)
    return made.values["owner"]


def test_whose_place_another_takes_does_not_act() -> None:
    assert owner("Statt Herrn Vogt übernimmt Frau Kern die Kasse.", "Herr Vogt", "de") is None


def promised(action: str, by: str) -> Item:
    source = document("Norland will send wheat and Sudland timber.")
    return checked(
        "commitments", DraftCommitment(action=action, by=by, strength=Strength.INTENDS), source, source.text.strip()
    )


def test_a_verb_that_stands_for_two_parties_gives_each_its_own() -> None:
    assert promised("send timber", "Norland").refused is not None
    assert promised("send wheat", "Norland").refused is None
    assert promised("send timber", "Sudland").refused is None


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        ("fr", "Il a été décidé d'ouvrir non pas en mars mais en avril.", "ouvrir en mars", "ouvrir en avril"),
        ("de", "Der Verkauf ist nicht im März, sondern im April.", "Der Verkauf ist im März", "Der Verkauf ist im April"),
    ],
)  # fmt: skip
def test_what_is_named_only_to_say_that_it_is_another_is_not_told(
    language: str, line: str, wrong: str, right: str
) -> None:
    assert not decided(line, wrong, language)
    assert decided(line, right, language)


def test_what_follows_on_the_thing_set_aside_is_of_both():
    line = "It was agreed to use the east gate instead of the west gate during the fair."
    assert decided(line, "use the east gate during the fair")
    assert not decided(line, "use the west gate during the fair")


LEAK = "I thought it was the new valve, but it turned out to be a crack in the pipe."


@pytest.mark.parametrize(
    ("line", "summary", "whole"),
    [
        (LEAK, "The pump failed because of the new valve.", False),
        (LEAK, "A crack in the pipe was the cause, not the new valve.", True),
        ("I thought it was a good plan, but we have no money for it.", "Ann finds it a good plan.", True),
        ("The report recommends either a new wall or a bank of sand.", "The report recommends a bank of sand.", False),
        ("The report recommends either a new wall or a bank of sand.", "The report recommends a new wall.", False),
        ("The report recommends either a new wall or a bank of sand.", "A wall or a bank is recommended.", True),
        ("The report recommends either a new wall or a bank. They chose the wall.", "They chose the wall.", True),
    ],
)
def test_neither_a_first_thought_nor_one_of_two_is_all(line: str, summary: str, whole: bool) -> None:
    assert (told(summary, ("Ann", line)) == WHOLE) == whole


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        (
            "en",
            "Ms Orr reported that loans fell by 7 per cent last year, while visits rose by 12 per cent.",
            "Loans rose by 12 per cent.",
            "Visits rose by 12 per cent, Ms Orr reported.",
        ),
        (
            "de",
            "Frau Orr berichtet, dass die Ausleihen um 7 Prozent gesunken sind, während die Besuche um 12 Prozent gestiegen sind.",
            "Die Ausleihen sind um 12 Prozent gestiegen.",
            "Die Besuche sind um 12 Prozent gestiegen.",
        ),
    ],
)
def test_a_change_is_told_of_its_own_subject(language: str, line: str, wrong: str, right: str) -> None:
    assert told(wrong, line, language=language) == 'The quoted words do not say "12" of that, but "7".'
    assert told(right, line, language=language) == WHOLE
