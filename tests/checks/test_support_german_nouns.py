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
