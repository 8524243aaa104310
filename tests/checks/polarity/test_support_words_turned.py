"""Words of a summary that turn what the quoted words say, and those that only seem to."""

import pytest
from checks.telling import WHOLE, told
from making import checked, document

from summarizer.schemas import DraftFollowUp, OwnerBasis, Strength


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        ("The hall is an unlikely place for the fair.", "The hall is an unlikely place.", "The hall is a likely place."),
        ("The fee goes up next week.", "The fee goes up next week.", "The fee goes down next week."),
        ("The new pump is much faster for clean water.", "The pump is faster for clean water.", "The pump is slower for clean water."),
        ("Tara and Geth are strongly in favour.", "Tara is strongly in favour.", "Tara is strongly against."),
        ("These are the most used boats, I guess.", "These are the most used boats.", "These are the least used boats."),
        ("75 percent of the members find the boats ugly.", "75 percent of the members find the boats ugly.", "All of the members find the boats ugly."),
        ("Seventy percent of the members find the boats ugly.", "Seventy percent of the members find the boats ugly.", "Every one of the members finds the boats ugly."),
    ],
)  # fmt: skip
def test_a_summary_that_turns_the_words_is_not_borne(line: str, right: str, wrong: str) -> None:
    assert told(right, line) == WHOLE
    assert told(wrong, line) != WHOLE


@pytest.mark.parametrize(
    ("line", "summary"),
    [
        ("They will go on, that is, firing and stopping and then resuming fire.", "They are expected to go on firing, stopping and firing again."),
        ("Some things are unknown about the effect on the services.", "Ada asked whether more should be known about the effect on the services."),
        ("Everybody of the 100 percent club came.", "All of the club came."),
    ],
)  # fmt: skip
def test_words_that_only_seem_to_turn_it_cost_nothing(line: str, summary: str) -> None:
    assert "where the quoted words say" not in told(summary, line)


@pytest.mark.parametrize(
    ("language", "line", "right", "wrong"),
    [
        ("en", "Not only the members but also the neighbours may come.", "The neighbours may come too.", "Only the members may come."),
        ("de", "Nicht nur die Mitglieder, sondern auch die Nachbarn dürfen kommen.", "Auch die Nachbarn dürfen kommen.", "Nur die Mitglieder dürfen kommen."),
        ("fr", "Non seulement les membres mais aussi les voisins peuvent venir.", "Les voisins peuvent venir.", "Seulement les membres peuvent venir."),
        ("es", "No solo los socios, sino también los vecinos pueden venir.", "Los vecinos pueden venir.", "Solo los socios pueden venir."),
        ("it", "Non solo i soci ma anche i vicini possono venire.", "Anche i vicini possono venire.", "Solo i soci possono venire."),
    ],
)  # fmt: skip
def test_not_only_is_not_told_as_only(language: str, line: str, right: str, wrong: str) -> None:
    assert "where the quoted words say" not in told(right, line, language=language)
    assert "where the quoted words say" in told(wrong, line, language=language)


def test_nobody_but_one_is_not_told_as_nobody() -> None:
    assert told("Nobody was ready to take the key.", "Nobody but Uwe Stahl was ready to take the key.") != WHOLE
    line = "Niemand außer Uwe Stahl war bereit, den Schlüssel zu nehmen."
    assert told("Niemand war bereit, den Schlüssel zu nehmen.", line, language="de").startswith("The claim leaves out")


def test_which_ones_are_meant_is_no_negation_of_what_is_said_of_them() -> None:
    line = "Making fees anything other than paid in full adds more cost to the books."
    assert "negates" in told("Fees which are not paid in full add more cost to the books.", line)


def test_what_is_set_aside_with_plutot_que_is_not_chosen() -> None:
    line = "Le bureau sera installé à Tours plutôt qu'à Blois."
    assert told("Le bureau sera installé à Blois.", line, language="fr") != WHOLE
    assert told("Le bureau sera installé à Tours.", line, language="fr") == WHOLE


def test_a_name_may_be_written_out_of_its_first_letters() -> None:
    assert told("A contact in New York can be found.", "I can find a contact in NY.") == WHOLE
    assert told("A contact in New Orleans can be found.", "I can find a contact in NY.") != WHOLE


def test_united_alone_is_no_name() -> None:
    line = "We are interested because the river is open, say the States."
    assert "United" not in told("The United States are interested because the river is open.", line)


def test_a_first_name_is_no_month_where_months_have_no_capital() -> None:
    line = "La presidenta dio las gracias a Julio Arce por su trabajo en mayo."
    assert told("Dio las gracias a Julio Arce por su trabajo.", line, language="es") == WHOLE


def test_a_heading_in_other_words_over_a_summary_that_is_borne_needs_no_words_of_the_line() -> None:
    lines = "# Chair rotation", "It was postponed until the next meeting of the group."
    assert told("Postponed to the next meeting of the group.", *lines, topic="Chair rotation") == WHOLE


def test_a_german_object_before_its_verb_does_not_act() -> None:
    line = "Seine Aufgaben im Ausschuss übernimmt Sabine Kurz."
    claim = DraftFollowUp(
        action="die Aufgaben im Ausschuss übernehmen",
        owner="Sabine Kurz",
        owner_basis=OwnerBasis.ASSIGNED,
        strength=Strength.INTENDS,
    )
    made = checked("follow_ups", claim, document(line, language="de"), line)
    assert made.values["owner"] == "Sabine Kurz"
    assert made.support is not None
    assert "bind" not in made.support.explanation
