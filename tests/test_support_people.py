"""Who took part, by the words of the record: what shows it, and what only mentions somebody."""

import pytest
from making import document, item

from summarizer.documents import Document
from summarizer.schemas import DraftParticipant, Presence
from summarizer.support import check

TALKS = document(
    "# Talks on the tram depot, second round",
    "For the operator: Nils Ahlgren (director), Petra Voss (legal)",
    "For the union: Omar Haddad (chair)",
    "The notes of the first round, which the two sides had not seen before, lay on the table and stayed there all day.",
    "Ahlgren put a new offer on the table, 2.9 from 1 May.",
    "Haddad walked out and came back after a quarter of an hour.",
    "Ahlgren's predecessor, Ralf Stein, put the same offer on the table in 2019.",
    "Voss: nothing to add on the pensions.",
    "The roster that Dora Lind drew up hangs in the depot.",
    "It was the third winter in a row in which the depot had lost a part of its roof to the snow of a single night.",
    "Vehicles (Ida Brandt, workshop).",
    "Two trams are out of order until Monday.",
    "The old fund (Karl Moll, treasurer at the time) is empty.",
    "Ms. Rask summarized the accident report.",
    "Nothing else stood in it that had not been in the papers of the week before, with the same figures and dates.",
    "For the vacancy: Jonas Feld, Mia Torp",
    "Speaking against: Lea Arndt, 4 Mill Street.",
    "The street has been closed to cars since the bridge over the mill race was found to be unsafe for any load.",
    "We are not speaking of Bodo Kern again.",
)
ROUND = document(
    "# Round, Monday",
    "# Tilda",
    "- export finished",
    "# Yannick P.",
    "- two bugs left, waits for Oskar Wenk",
)


def presence(name: str, quote: str, source: Document = TALKS) -> Presence:
    made = item("participants", DraftParticipant(name=name, presence="attended"), source, quote)
    check([made], source)
    assert made.refused is None
    return Presence(made.values["presence"])


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Petra Voss", "For the operator: Nils Ahlgren (director), Petra Voss (legal)"),
        ("Ahlgren", "Ahlgren put a new offer on the table"),
        ("Haddad", "Haddad walked out"),
        ("Voss", "nothing to add on the pensions"),
        ("Ida Brandt", "Vehicles (Ida Brandt, workshop)."),
        ("Rask", "Ms. Rask summarized the accident report."),
        ("Lea Arndt", "Speaking against: Lea Arndt"),
    ],
)
def test_who_sits_for_a_side_or_acts_in_the_words_of_the_record_took_part(name: str, quote: str) -> None:
    assert presence(name, quote) is Presence.ATTENDED


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Ralf Stein", "Ahlgren's predecessor, Ralf Stein"),
        ("Dora Lind", "The roster that Dora Lind drew up"),
        ("Karl Moll", "The old fund (Karl Moll, treasurer at the time) is empty."),
        ("Jonas Feld", "For the vacancy: Jonas Feld"),
        ("Bodo Kern", "We are not speaking of Bodo Kern again."),
    ],
)
def test_who_is_only_told_about_is_mentioned(name: str, quote: str) -> None:
    assert presence(name, quote) is Presence.MENTIONED


def test_in_a_round_the_name_above_ones_own_notes_shows_it_and_a_name_in_them_does_not() -> None:
    assert presence("Yannick P.", "Yannick P.", ROUND) is Presence.ATTENDED
    assert presence("Oskar Wenk", "waits for Oskar Wenk", ROUND) is Presence.MENTIONED
