"""Names, offices and meetings as different houses write them."""

import pytest
from papers import draft, names


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("The Minister met the Finnish Minister of Ports, Åke Sjöö, in Turku.", "Åke Sjöö", "Finnish Minister of Ports"),
        ("He was received by Harbour Master Sunneva á Lofti.", "Sunneva á Lofti", "Harbour Master"),
        ("She was received by the engineer Poul Dam.", "Poul Dam", "engineer"),
        ("Managing director Ulla Berg met the works council.", "Ulla Berg", "Managing director"),
        ("The chair of the tenants' association, Ed Mills, met the owners.", "Ed Mills", "chair"),
        ("The minister received her Omani counterpart, Said Al Lamki, and spoke of ports.", "Said Al Lamki", "Omani counterpart"),
        ("General Issa al-Tayib met the envoy.", "Issa al-Tayib", "General"),
        ("Commissioner for Roads Inés de la Vega y Soto met the mayors.", "Inés de la Vega y Soto", "Commissioner for Roads"),
        ("Deputy Prime Minister Sheikh Zayd bin Hamad bin Rashid Al Noor met the envoy.", "Zayd bin Hamad bin Rashid Al Noor", "Deputy Prime Minister"),
        ("The Minister of State for Trade, Princess Lina bint Saud, met the envoy.", "Lina bint Saud", "Princess, Minister of State for Trade"),
        ("Mr. TANAKA Ichiro, Minister for Fisheries of Japan, held a meeting.", "TANAKA Ichiro", "Minister for Fisheries"),
    ],
)  # fmt: skip
def test_a_person_is_named_in_full_with_the_office(sentence: str, name: str, role: str) -> None:
    found = {person.name: person.role for person in draft(sentence, "prose").participants}
    assert found.get(name) == role


@pytest.mark.parametrize(
    "sentence",
    [
        "The work was checked by our auditor Grey Wolf and by the developer Blue Harbour.",
        "The discussions with Prime Cargo and North Sea Lines went on.",
        "The board thanked the Ministry, Baltic Wind, and others.",
    ],
)
def test_firms_beside_offices_are_nobody(sentence: str) -> None:
    assert draft(sentence, "prose").participants == []


def test_a_body_after_a_name_is_kept_whole() -> None:
    (person,) = draft("State Secretary Eva Holm of the Ministry of Sea and Trade met the mayors.", "prose").participants
    assert (person.name, person.organization) == ("Eva Holm", "Ministry of Sea and Trade")


def test_a_meeting_that_is_only_spoken_of_is_none() -> None:
    made = draft(
        "Minister Eva Holm met Governor Bo Lind in Oslo on 4 March 2024. The two sides explored a position ahead of the summit in Madrid. "
        "They reviewed preparations for the forthcoming session in Riga. Minister Holm looks forward to the conference in Bern.",
        "prose",
    )
    assert [(meeting.place, meeting.date) for meeting in made.meetings] == [("Oslo", "4 March 2024")]
    assert all(item.meetings == ["m1"] for item in made.agenda_items)


def test_places_that_stand_before_the_verb_tell_meetings_apart() -> None:
    made = draft(
        "In Juba, Envoy Ada Moyo met with Governor Bo Lind. In Wau, she held talks with General Issa Deng. They discussed wells.",
        "prose",
    )
    assert [meeting.place for meeting in made.meetings] == ["Juba", "Wau"]
    assert {person.name: person.meetings for person in made.participants}["Issa Deng"] == ["m2"]
    assert [item.meetings for item in made.agenda_items] == [["m2"]]


def test_somebody_who_took_part_in_two_meetings_is_in_both() -> None:
    made = draft(
        "Minister Eva Holm met Governor Bo Lind in Oslo. Later in the week, Minister Eva Holm held talks with Mayor Ida Krog in Bergen.",
        "prose",
    )
    assert made.participants[0].meetings == ["m1", "m2"]


def test_what_follows_a_call_paid_in_passing_belongs_to_no_meeting_for_sure() -> None:
    made = draft(
        "Minister Eva Holm met Governor Bo Lind in Oslo. Minister Holm also paid a courtesy call on President Al Dahl. "
        "The parties discussed ferries.",
        "prose",
    )
    assert [item.meetings for item in made.agenda_items] == [[]]


def test_a_dateline_gives_the_place_only_with_here() -> None:
    there = "OSLO, March 4 -- Minister Eva Holm met Governor Bo Lind {}on Monday."
    assert draft(there.format("here "), "prose").meetings[0].place == "OSLO"
    assert draft(there.format(""), "prose").meetings[0].place is None


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        (
            "The talks dealt with herring quotas for the season and with the exchange of data between the two coast guards.",
            ["herring quotas for the season", "exchange of data between the two coast guards"],
        ),
        ("They discussed the inspection of nets and looked at the new hall.", ["inspection of nets"]),
        ("They exchanged views on the blue economy, green finance, and free movement.", ["blue economy", "green finance", "free movement"]),
        ("Ferry links, visas and the opening of a school were discussed in detail.", ["Ferry links", "visas", "opening of a school"]),
        ("They held talks on Monday in Oslo on transit fees.", ["transit fees"]),
        ("She expressed the hope that talks on it would be taken up again.", []),
    ],
)  # fmt: skip
def test_topics_are_cut_where_the_subject_ends(sentence: str, topics: list[str]) -> None:
    assert [item.topic for item in draft(sentence, "prose").agenda_items] == topics


def test_sides_and_loose_lists_are_attendance() -> None:
    made = draft(
        "For the company: Eva Holm (director), Bo Lind\nFor the union: Issa Deng\n\nTaking part: Ng (Acme), Ida K., Lu from Port Trust\n"
    )
    assert {p.name: (p.delegation, p.organization) for p in made.participants} == {
        "Eva Holm": ("company", None),
        "Bo Lind": ("company", None),
        "Issa Deng": ("union", None),
        "Ng": (None, "Acme"),
        "Ida K.": (None, None),
        "Lu": (None, "Port Trust"),
    }  # fmt: skip


def test_short_names_are_completed_by_the_text_and_not_doubled() -> None:
    made = draft(
        "Present: Lu, Bo Lind\n\nThe chief engineer, Lu Wen, met the team. Minister Ana Ruiz Paz met Mr. Lind. Minister Ruiz left.\n"
    )
    assert names(made) == ["Lu Wen", "Bo Lind"]
    assert names(made, "mentioned") == ["Ana Ruiz Paz"]
