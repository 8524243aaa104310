"""Who took part, by the words of the record: what shows it, and what only mentions somebody."""

import pytest
from making import checked, document

from summarizer.documents import Document
from summarizer.schemas import DraftFollowUp, DraftMeeting, DraftParticipant, OwnerBasis, Presence, Strength, Verdict

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
    made = checked("participants", DraftParticipant(name=name, presence="attended"), source, quote)
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


CALL = document(
    ("Ana Roy", "I asked Ms Lind, and she said no."),
    ("Ana Roy", "Please welcome Carl Boom, who is joining us for the second item."),
    ("Guest", "I'm Dora Weiss, I live next door."),
)
NEWS = document(
    "The Ghanaian Minister of Energy, Esi Mensah, received the Danish Ambassador, Lars Holm, in Accra.",
    "Youssef Amrani of Morocco and State Secretary Clara Vogt of the German Ministry of Transport met in Rabat.",
    "In Tangier, the mayor, Samira Bensalem, showed the guests the new terminal.",
    "The landlord, Mr Finch, wants to raise the rent.",
    "They would like a call with the architect, Raf Stein.",
)
ORDRE = document(
    "Absente : Mme Édith Caron.", "Excusa su ausencia: Pedro Cano.", "Assente giustificato: Nino Galli.", language="fr"
)


@pytest.mark.parametrize(
    ("name", "quote", "shown"),
    [
        ("Ms Lind", "I asked Ms Lind, and she said no.", Presence.MENTIONED),
        ("Carl Boom", "Please welcome Carl Boom, who is joining us", Presence.ATTENDED),
        ("Dora Weiss", "I'm Dora Weiss, I live next door.", Presence.ATTENDED),
    ],
)
def test_of_whom_a_speaker_only_tells_was_not_there(name: str, quote: str, shown: Presence) -> None:
    assert presence(name, quote, CALL) is shown


def test_what_somebody_wants_to_do_shows_nobody_at_the_meeting() -> None:
    assert presence("Mr Finch", "The landlord, Mr Finch, wants to raise the rent.", NEWS) is Presence.MENTIONED
    assert presence("Raf Stein", "a call with the architect, Raf Stein", NEWS) is Presence.MENTIONED


@pytest.mark.parametrize("name", ["Édith Caron", "Pedro Cano", "Nino Galli"])
def test_absence_is_known_in_other_languages(name: str) -> None:
    assert presence(name, next(line for line in ORDRE.text.splitlines() if name in line), ORDRE) is Presence.ABSENT


@pytest.mark.parametrize(
    ("field", "value", "name", "finding"),
    [
        ("delegation", "Ghana", "Lars Holm", "absent"),
        ("delegation", "Ghana", "Esi Mensah", "agrees"),
        ("delegation", "Denmark", "Lars Holm", "agrees"),
        ("organization", "German Ministry of Transport", "Youssef Amrani", "absent"),
        ("organization", "German Ministry of Transport", "Clara Vogt", "agrees"),
        ("role", "mayor", "Samira Bensalem", "agrees"),
        ("role", "State Secretary", "Samira Bensalem", "absent"),
    ],
)
def test_side_body_and_office_are_those_of_the_one_beside_whom_they_stand(
    field: str, value: str, name: str, finding: str
) -> None:
    line = next(line for line in NEWS.text.splitlines() if name in line)
    claim = DraftParticipant.model_validate({"name": name, "presence": Presence.ATTENDED, field: value})
    made = checked("participants", claim, NEWS, line)
    assert made.support is not None
    assert made.support.checks["names"] == finding


SOCIETY = document(
    "Mrs Ekdal thanked Rolf Berg for his twenty years as treasurer.",
    "Mrs Ekdal thanked Ines Roth for her presentation.",
    "Arne Moe was congratulated on his silver medal.",
    "The members expressed their condolences on the death of Dr Kari Holt.",
    "Mrs Ekdal spoke warmly of the late founder, Jon Vik.",
    "Mrs Ekdal thanked the hosts and Lise Dahl closed the meeting.",
    "Mrs Ekdal thanked Tor Lie for the loan of his barn.",
    "Tor Lie reported on the harvest.",
    "The gardener whom Rolf Berg had found was paid.",
)


@pytest.mark.parametrize(
    ("name", "quote", "shown"),
    [
        ("Rolf Berg", "Mrs Ekdal thanked Rolf Berg", Presence.MENTIONED),
        ("Mrs Ekdal", "Mrs Ekdal thanked Rolf Berg", Presence.ATTENDED),
        ("Ines Roth", "Mrs Ekdal thanked Ines Roth", Presence.ATTENDED),
        ("Arne Moe", "Arne Moe was congratulated", Presence.MENTIONED),
        ("Kari Holt", "condolences on the death of Dr Kari Holt", Presence.MENTIONED),
        ("Jon Vik", "spoke warmly of the late founder, Jon Vik", Presence.MENTIONED),
        ("Lise Dahl", "Mrs Ekdal thanked the hosts and Lise Dahl closed the meeting", Presence.ATTENDED),
    ],
)
def test_who_is_only_thanked_or_remembered_was_not_there(name: str, quote: str, shown: Presence) -> None:
    assert presence(name, quote, SOCIETY) is shown


def test_who_is_thanked_in_one_line_and_takes_part_in_another_was_there() -> None:
    assert presence("Tor Lie", "Mrs Ekdal thanked Tor Lie for the loan of his barn.", SOCIETY) is Presence.ATTENDED


def test_who_comes_for_another_is_there_and_the_other_is_not() -> None:
    line = "President Duong could not attend and was represented by Vice President Mai Tran."
    source = document(line)
    for name, shown in (("Mai Tran", Presence.ATTENDED), ("Duong", Presence.ABSENT)):
        made = checked("participants", DraftParticipant(name=name, presence=Presence.ATTENDED), source, line)
        assert made.values["presence"] == shown


@pytest.mark.parametrize(
    ("role", "organization"),
    [
        ("Presiding Bishop", "Lutheran Church of Oland"),
        ("Senior Fellow", "Port Institute"),
        ("Director of Harbour Affairs", "League of Ports"),
    ],
)
def test_an_office_between_a_name_and_a_body_is_nobody_else(role: str, organization: str) -> None:
    line = f"- Eva Eaton, {role}, {organization}"
    source = document("# Present", line)
    claim = DraftParticipant(name="Eva Eaton", role=role, organization=organization, presence=Presence.ATTENDED)
    made = checked("participants", claim, source, line.removeprefix("- "))
    assert made.support is not None
    assert made.support.verdict == "supported"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Good morning, my name is Dirk, Dirk Meinfeld, and I'm in marketing", Presence.ATTENDED),
        ("My name's Dirk Meinfeld", Presence.ATTENDED),
        ("Their man there, by the name of Dirk Meinfeld, sent the figures.", Presence.MENTIONED),
    ],
)
def test_who_says_their_name_is_there_whatever_the_record_calls_the_speaker(line: str, shown: Presence) -> None:
    source = document(("Marketing", line), ("Manager", "Welcome to all."))
    assert presence("Dirk Meinfeld", line, source) is shown


def test_an_office_in_the_plural_before_a_row_of_names_is_that_of_each() -> None:
    record = document(
        "Present: Cllrs A Marsh (Chairman), B Holt, D Frost.", "In attendance: County Cllr R Stone, Mrs L Webb (Clerk)."
    )
    quote = "Present: Cllrs A Marsh (Chairman), B Holt, D Frost."
    for name, verdict in (("B Holt", "supported"), ("L Webb", "partly")):
        claim = DraftParticipant(name=name, role="Cllr", presence=Presence.ATTENDED)
        made = checked("participants", claim, record, quote, "In attendance: County Cllr R Stone, Mrs L Webb (Clerk).")
        assert made.support.verdict == verdict, name


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        (("Chair: Ann Moor", "Secretary: Bob Lee"), "Ann Moor"),
        (("- Ann Moor | Chair", "- Bob Lee | Clerk"), "Ann Moor"),
    ],
)
def test_an_office_before_a_colon_or_in_a_table_is_that_of_the_name_beside_it(
    lines: tuple[str, str], whose: str
) -> None:
    source = document("The meeting was held in the hall.", *lines)
    for name in ("Ann Moor", "Bob Lee"):
        claim = DraftParticipant(name=name, role="Chair", presence=Presence.ATTENDED)
        made = checked("participants", claim, source, *(line.removeprefix("- ") for line in lines))
        assert made.support is not None
        assert (made.support.verdict == "supported") == (name == whose)


def test_a_long_entry_in_a_list_of_participants_ends_it_as_little_as_a_short_one() -> None:
    long = "- The Rev. Anna E. Dahl, St. Olaf's North Harbour Church, the Diocese of the Northern Islands of Varde"
    told = (
        "- The bishop had a letter from Mira Toll about the roof of the church in March of that year and put it aside"
    )
    source = document("# Participants included:", "- Rabbi Sara Bloch, Lind Hall", long, "- Imam Omar Zeid", told)
    assert presence("Anna E. Dahl", long[2:], source) is Presence.ATTENDED
    assert presence("Omar Zeid", "Imam Omar Zeid", source) is Presence.ATTENDED
    assert presence("Mira Toll", told[2:], source) is Presence.MENTIONED


def test_the_title_of_a_meeting_with_its_place_in_it_is_of_no_person() -> None:
    source = document(
        "2025 Berlin Roads Day, Public Notes, Mar 26", "Today is the second day of the meeting in Berlin."
    )
    claim = DraftMeeting(id="m1", title="2025 Berlin Roads Day", place="Berlin")
    made = checked("meetings", claim, source, "2025 Berlin Roads Day, Public Notes, Mar 26")
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


def test_who_comes_in_the_absence_of_another_is_there():
    line = "Jo Pell attended for the club in the absence of the chair."
    source = document(line)
    item = checked("participants", DraftParticipant(name="Jo Pell", presence=Presence.ATTENDED), source, line)
    assert item.values["presence"] == Presence.ATTENDED


@pytest.mark.parametrize("name", ["-", "“”", "%", "…"])
def test_a_name_without_a_letter_names_nobody(name: str) -> None:
    source = document(("Ann", "My name is Ann, and ½ of it is true."), ("Ben", "I will pay it - 5 %."))
    who = checked("participants", DraftParticipant(name=name, presence=Presence.ATTENDED), source, "My name is Ann")
    owed = checked(
        "follow_ups",
        DraftFollowUp(action="pay it", owner=name, owner_basis=OwnerBasis.VOLUNTEERED, strength=Strength.INTENDS),
        source,
        "I will pay it",
    )
    assert who.refused is not None
    assert owed.values["owner"] is None or owed.support is None or owed.support.verdict != "supported"


def test_whoever_stands_beside_a_meeting_has_neither_its_title_nor_its_day() -> None:
    line = "The minister received in audience the Envoy of Norvia, Mara Ugarte, on Tuesday."
    claim = DraftMeeting(id="m1", title="audience the Envoy of Norvia", place="Bergen", date="on Tuesday")
    source = document(line, "Bergen, 4 October 2018")
    made = checked("meetings", claim, source, line, "Bergen, 4 October 2018")
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("name", "quote"),
    [("Nils Ahlgren", "For the operator: Nils Ahlgren (director), Petra Voss (legal)")],
)
def test_who_is_listed_among_those_present_is_not_absent(name: str, quote: str) -> None:
    source = document("Present:", quote, "Apologies: Omar Haddad")
    support = checked("participants", DraftParticipant(name=name, presence="absent"), source, quote).support
    assert support is not None
    assert support.explanation == f'The quoted words list "{name}" among those present.'
    away = checked(
        "participants", DraftParticipant(name="Omar Haddad", presence="absent"), source, "Apologies: Omar Haddad"
    )
    assert away.support is not None
    assert away.support.verdict is Verdict.SUPPORTED


def test_who_was_not_represented_was_not_there() -> None:
    line = "The delegation of Bolivia was not represented."
    made = checked("participants", DraftParticipant(name="Bolivia", presence="attended"), document(line), line)
    assert made.values["presence"] is Presence.ABSENT


def test_an_empty_box_on_a_list_of_those_present_shows_that_one_was_away() -> None:
    source = document("# Attended by", "[x] Ida Brandt", "[ ] Omar Haddad")
    claims = {
        (name, said): DraftParticipant(name=name, presence=said)
        for name in ("Ida Brandt", "Omar Haddad")
        for said in (Presence.ATTENDED, Presence.ABSENT)
    }
    made = {key: checked("participants", claim, source, key[0]) for key, claim in claims.items()}
    assert made["Omar Haddad", Presence.ATTENDED].values["presence"] is Presence.ABSENT
    verdicts = {key: one.support.verdict for key, one in made.items() if one.support is not None}
    assert verdicts["Omar Haddad", Presence.ABSENT] is Verdict.SUPPORTED
    assert verdicts["Ida Brandt", Presence.ABSENT] is Verdict.PARTLY
