"""German nouns have a capital and are no names."""

from making import checked, document

from summarizer.schemas import DraftAgendaItem, Outcome

LINE = "Das Segel am Dach wird nicht weiter verfolgt, denn die Statik gibt es nicht her."


def summary(text: str) -> object:
    claim = DraftAgendaItem(topic="Segel", summary=text, outcome=Outcome.DISCUSSED)
    return checked("agenda_items", claim, document(LINE, language="de"), LINE).values["summary"]


def test_a_noun_that_the_document_does_not_have_costs_no_summary() -> None:
    for text in (
        "Der Vorschlag wird nicht weiter verfolgt, weil die Statik das Segel nicht hergibt.",
        "Das Segel wird aus technischen Gründen nicht weiter verfolgt.",
        "Das Segel am Dach wird ohne Begründung nicht weiter verfolgt.",
    ):
        assert summary(text) == text


def test_a_name_that_the_document_does_not_have_does() -> None:
    assert summary("Das Segel am Dach wird von Holger Brandt nicht weiter verfolgt.") is None
    assert summary("Das Segel am Dach in Lübeck wird nicht weiter verfolgt.") is None


def test_general_nouns_are_none_either_but_behind_a_title() -> None:
    for text in (
        "Nach Angaben der Bauleitung gibt die Statik das Segel nicht her.",
        "Mit dem Segel ist Schluss, denn die Statik gibt es nicht her.",
        "Das Segel wird laut Zeitplan nicht weiter verfolgt.",
    ):
        assert summary(text) == text
    assert summary("Das Segel am Dach wird von Frau Winter nicht weiter verfolgt.") is None


def test_a_noun_that_stands_near_the_quoted_words_is_no_name_that_is_missing_in_them() -> None:
    source = document(
        "Der Vertrag der Kantine endet im Juni.", "Frau Ott holt drei neue Angebote für den Betrieb ein.", language="de"
    )
    for name, explanation in (
        ("die Kantine", "The quoted words support it."),
        ("Frau Lenz", 'The name "Lenz" does not stand in the document.'),
    ):
        text = f"Frau Ott holt für {name} drei neue Angebote ein."
        claim = DraftAgendaItem(topic="Angebote", summary=text, outcome=Outcome.DISCUSSED)
        support = checked("agenda_items", claim, source, source.line_text(2)).support
        assert support is not None
        assert support.explanation == explanation


def test_a_compound_speaks_of_what_the_words_tell_with_a_part_of_it() -> None:
    line = "Von den Befragten wünschen 97 das alte Modell."
    source = document(line, language="de")
    claim = DraftAgendaItem(topic="Umfrage", summary="97 Leute möchten das Schichtmodell.", outcome=Outcome.DISCUSSED)
    support = checked("agenda_items", claim, source, line).support
    assert support is not None
    assert "speaks of" not in support.explanation
