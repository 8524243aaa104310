"""What stands over a summary may be called as the document calls it, wherever it does so."""

from checks.telling import WHOLE, told

LINE = "We only need seven hundred of them for the first run."


def test_a_topic_of_the_document_over_a_summary_that_the_words_bear() -> None:
    far = ["Let us begin with the connector.", *(f"Item {number} was read." for number in range(5))]
    assert told("Only seven hundred are needed for the first run.", LINE, *far, topic="Connector", quotes=1) == WHOLE


def test_a_topic_over_a_summary_that_they_do_not_bear() -> None:
    far = ["Let us begin with the connector.", *(f"Item {number} was read." for number in range(5))]
    assert told("The supplier in Gdynia asked for spare valves.", LINE, *far, topic="Connector", quotes=1) != WHOLE


def test_what_is_told_as_still_open_is_no_statement_of_what_is_asked() -> None:
    lines = "Frau Ott fragt, ob auch die Gärtner übernommen werden.", "Herr Pfau kann das noch nicht zusagen."
    assert told("Für die Gärtner steht eine Zusage noch aus.", *lines, language="de") == WHOLE
