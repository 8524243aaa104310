"""Things that have changed places across a joint, and who acts for whom."""

import pytest
from checks.telling import WHOLE, told
from making import checked, decided, document

from summarizer.schemas import DraftAgendaItem, Outcome


@pytest.mark.parametrize(
    ("language", "line", "turned", "other_order"),
    [
        (
            "en",
            "It was agreed to fetch the lamps from the barn and store the ropes in the attic.",
            "fetch the ropes from the barn and store the lamps in the attic",
            "store the ropes in the attic and fetch the lamps from the barn",
        ),
        (
            "fr",
            "Le conseil a décidé d'envoyer la lettre à Zoé et de remettre les clés à Luc.",
            "envoyer la lettre à Luc et remettre les clés à Zoé",
            "remettre les clés à Luc et envoyer la lettre à Zoé",
        ),
        (
            "es",
            "La junta acordó enviar la carta a Eva y entregar las llaves a Juan.",
            "enviar la carta a Juan y entregar las llaves a Eva",
            "entregar las llaves a Juan y enviar la carta a Eva",
        ),
    ],
)
def test_what_two_acts_are_done_to_does_not_change_places(
    language: str, line: str, turned: str, other_order: str
) -> None:
    assert not decided(line, turned, language)
    assert decided(line, other_order, language)


@pytest.mark.parametrize(
    ("language", "line", "turned", "right"),
    [
        (
            "en",
            "Ada Frost signed the lease on behalf of the Harbour Trust.",
            "The Harbour Trust signed the lease on behalf of Ada Frost",
            "The lease was signed by Ada Frost on behalf of the Harbour Trust",
        ),
        (
            "en",
            "On behalf of the Harbour Trust, Ada Frost signed the lease.",
            "The Harbour Trust signed the lease on behalf of Ada Frost",
            "Ada Frost signed the lease on behalf of the Harbour Trust",
        ),
        (
            "es",
            "Eva Luna firmó el contrato en nombre del Puerto.",
            "El Puerto firmó el contrato en nombre de Eva Luna",
            "El contrato fue firmado por Eva Luna en nombre del Puerto",
        ),
    ],
)
def test_who_acts_for_another_is_not_the_one_acted_for(language: str, line: str, turned: str, right: str) -> None:
    assert not decided(line, turned, language)
    assert decided(line, right, language)


def test_what_is_compared_does_not_change_places():
    line = "It was decided that lamps must be brighter than torches."
    assert not decided(line, "torches must be brighter than lamps")
    assert decided(line, "lamps must be brighter than torches")


def test_a_row_of_two_may_be_told_the_other_way_round() -> None:
    line = "Es wurde über die Wahl von Uta Rost und Jens Kuhl in den Vorstand abgestimmt."
    assert decided(line, "Es wurde über die Wahl von Jens Kuhl und Uta Rost in den Vorstand abgestimmt", "de")


def test_a_text_that_tells_of_other_lines_as_well_changes_nothing() -> None:
    source = document(
        ("Ann", "there should be a use case for the badge"),
        ("Ben", "I am leery of this sort of layer on top of the tram"),
        ("Cleo", "we should mention use cases, but say that the tram already has such a badge"),
    )
    summary = "Ann said there should be a use case, Ben was leery of this layer on top of the tram, and Cleo said to mention use cases but say that the tram already has such a badge."
    claim = DraftAgendaItem(topic="the badge", summary=summary, outcome=Outcome.DISCUSSED)
    made = checked("agenda_items", claim, source, *(source.line_text(line) for line in (1, 2, 3)))
    assert made.values["summary"] == summary


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        (
            "en",
            "The clerk circulates the draft to the members before it is sent to the press.",
            "The draft is sent to the press before it is circulated to the members.",
            "The draft is circulated to the members before it is sent to the press.",
        ),
        (
            "en",
            "The experts inspect the depot in Tallinn and then the one in Nairobi.",
            "The experts inspect Nairobi first and Tallinn later.",
            "The experts inspect Tallinn first and Nairobi later.",
        ),
        (
            "de",
            "Nach der Feuerwehr sprach der Sportverein.",
            "Der Sportverein sprach vor der Feuerwehr.",
            "Der Sportverein sprach nach der Feuerwehr.",
        ),
        (
            "fr",
            "La chorale chante avant la remise des prix.",
            "La remise des prix a lieu avant la chorale.",
            "La remise des prix a lieu après la chorale.",
        ),
        (
            "it",
            "La pulizia verrà fatta prima della verniciatura.",
            "La verniciatura verrà fatta prima della pulizia.",
            "La verniciatura verrà fatta dopo la pulizia.",
        ),
        (
            "es",
            "Los entrenamientos empezarán después de la regata.",
            "La regata será después de los entrenamientos.",
            "La regata será antes de los entrenamientos.",
        ),
    ],
)
def test_what_comes_first_is_not_told_as_what_comes_later(language: str, line: str, wrong: str, right: str) -> None:
    assert told(wrong, line, language=language) == "The quoted words tell the other way round what comes first."
    assert told(right, line, language=language) == WHOLE


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [
        (
            "Norland welcomed the proposal of Sudland but not that of Westland.",
            "Norland welcomed the proposal of Westland, but not that of Sudland.",
            "Norland welcomed the proposal of Sudland, but not that of Westland.",
        ),
        (
            "Visitors would ask the club, not the council, for a key.",
            "Visitors would ask the council, not the club, for a key.",
            "Visitors would not ask the council for a key but the club.",
        ),
        (
            "The working party is for the rules, the open group is for the members.",
            "The working party is for the members, the open group is for the rules.",
            "The open group is for the members, the working party is for the rules.",
        ),
    ],
)
def test_what_is_so_does_not_change_places_with_what_is_not(line: str, wrong: str, right: str) -> None:
    assert told(wrong, line) == "Two things of the quoted words have changed places in the claim."
    assert "changed places" not in told(right, line)


def test_the_members_of_a_list_may_be_told_in_another_order() -> None:
    assert told("The fund pays for radios, boats and nets.", "The fund pays for boats, nets and two radios.") == WHOLE


def test_words_told_as_they_stand_keep_their_places_though_others_join_them() -> None:
    line = "The vote ends before the draw is held, and all who vote before the end keep the draw in mind until after the vote."
    assert told(line, line) == WHOLE


def test_a_warning_against_a_start_before_something_puts_that_first() -> None:
    line = "Herr Lund warnt davor, mit dem Bau zu beginnen, bevor das Geld bewilligt ist."
    right = "Herr Lund rät, erst nach der Bewilligung des Geldes mit dem Bau zu beginnen."
    assert told(right, line, language="de") == WHOLE
    assert told("Der Bau soll beginnen, bevor das Geld bewilligt ist.", line, language="de") != WHOLE
