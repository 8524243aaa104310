"""Press readouts: titled people, meetings apart, subjects, and only what binds."""

import pytest
from papers import draft, names

from summarizer import load, summarize

TWO_MEETINGS = """\
date 2024-03-05 LISBON – A Portuguese trade mission met Moroccan Field Marshal Youssef Tazi for talks in Rabat on fishing rights, particularly that of small boats.

During the meeting in Rabat, the Permanent Secretary at the Ministry of Sea, Ports and Trade Helena Prado welcomed progress on landing fees following an audit by the 3+3 Joint Fisheries Board.

The board consists of officers chosen by Tazi as leader of the Atlantic Coast Guard.

The delegations also discussed the potential of a ferry line between Lisbon and Tangier, operated by Portuguese company Mar Azul.

Meanwhile, the Portuguese delegation had meetings in Casablanca, with General Omar Benani, Head of Operations of the Moroccan Armed Forces, Admiral El Fassi, Head of Navy and Admiral Said Ben Amar, Head of Coast Guard, as well as Karim Idrissi, Under-Secretary at the Ministry of Interior.

The two sides explored new ways of working together, in particular, the renewal of the Agreement on Safe Harbours that was signed in 2021.
"""


def test_two_meetings_in_one_readout_stay_apart() -> None:
    made = draft(TWO_MEETINGS, "prose")
    assert [meeting.place for meeting in made.meetings] == ["Rabat", "Casablanca"]
    where = {person.name: person.meetings for person in made.participants}
    assert where["Youssef Tazi"] == where["Helena Prado"] == ["m1"]
    assert where["Karim Idrissi"] == where["El Fassi"] == ["m2"]
    topics = {item.topic: item.meetings for item in made.agenda_items}
    assert topics["ferry line between Lisbon and Tangier"] == ["m1"]
    assert topics["renewal of the Agreement on Safe Harbours"] == ["m2"]


def test_people_have_their_office_and_body_and_nobody_is_invented() -> None:
    made = draft(TWO_MEETINGS, "prose")
    assert {person.name: person.organization for person in made.participants} == {
        "Youssef Tazi": "Atlantic Coast Guard",
        "Helena Prado": "Ministry of Sea, Ports and Trade",
        "Omar Benani": "Moroccan Armed Forces",
        "El Fassi": "Navy",
        "Said Ben Amar": "Coast Guard",
        "Karim Idrissi": "Ministry of Interior",
    }
    roles = {person.name: person.role for person in made.participants}
    assert roles["Omar Benani"] == "General, Head of Operations"
    assert roles["Karim Idrissi"] == "Under-Secretary"
    assert roles["El Fassi"] == "Admiral, Head of Navy"


def test_what_was_only_discussed_or_explored_is_no_commitment() -> None:
    made = draft(TWO_MEETINGS, "prose")
    assert made.commitments == []
    assert made.follow_ups == []
    assert all(item.strength is None or not item.strength.binds for item in made.agenda_items)
    assert all(item.decisions == [] for item in made.agenda_items)


def test_an_agreement_of_the_parties_is_a_commitment_and_a_decision() -> None:
    made = draft(
        "Vice President Ada Moyo met today with Prime Minister Jan Kovar of Slovakia in Vienna. "
        "They discussed rail links. The Vice President and the Prime Minister agreed to reopen the border crossing by May 2025.",
        "prose",
    )
    (bound,) = made.commitments
    assert bound.action == "reopen the border crossing by May 2025"
    assert bound.by == "The Vice President and the Prime Minister"
    assert bound.strength == "agreed"
    assert bound.due == "by May 2025"
    decided = [item for item in made.agenda_items if item.decisions]
    assert [item.outcome for item in decided] == ["decided"]
    assert names(made) == ["Ada Moyo", "Jan Kovar"]
    assert made.participants[1].organization == "Slovakia"


def test_a_pronoun_is_followed_to_the_sentence_before_which_is_quoted_too() -> None:
    made = draft(
        "Minister Ana Ruiz and Governor Bo Lind met in Oslo. The two ministries reviewed the plan. They pledged to publish the data.",
        "prose",
    )
    (bound,) = made.commitments
    assert bound.by == "The two ministries"
    assert "The two ministries" in [quote.quote for quote in bound.evidence]


def test_who_says_so_is_kept_apart_from_who_will_act() -> None:
    made = draft(
        "Minister Ana Ruiz met Governor Bo Lind. The Governor said that Norway will open the archive.", "prose"
    )
    (bound,) = made.commitments
    assert (bound.by, bound.said_by) == ("Norway", "The Governor")


def test_what_somebody_elsewhere_promised_is_left_out() -> None:
    made = draft(
        "Minister Ana Ruiz met mayors in Porto to discuss rents. In another region, Governor Cole has pledged to freeze rents.",
        "prose",
    )
    assert made.commitments == []
    assert names(made, "mentioned") == ["Cole"]


@pytest.mark.parametrize(
    ("sentence", "name", "role", "organization"),
    [
        (
            "Secretary of Veterans Affairs Dora Quill hosted a call.",
            "Dora Quill",
            "Secretary of Veterans Affairs",
            None,
        ),
        ("Mayor of Leeds Tariq Aziz Bell hosted a call.", "Tariq Aziz Bell", "Mayor", "Leeds"),
        ("Council on Water Quality Chair Ines Roca hosted a call.", "Ines Roca", "Chair", "Council on Water Quality"),
        ("Lena Ott, chief executive of Acme Widgets, hosted a call.", "Lena Ott", "chief executive", "Acme Widgets"),
        ("Dr. Ugo Neri hosted a call.", "Ugo Neri", None, None),
        ("President Samia Okoro of Tanzania hosted a call.", "Samia Okoro", "President", "Tanzania"),
    ],
)
def test_an_office_is_read_before_or_after_the_name(
    sentence: str, name: str, role: str | None, organization: str | None
) -> None:
    (person,) = draft(sentence, "prose").participants
    assert (person.name, person.role, person.organization) == (name, role, organization)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Permanent Secretary at the Ministry of Trade hosted a call.",
        "The flights are operated by Syrian airline Sky Wings for the Ministry of Transport.",
        "The Director of the Office of Management and Budget attended.",
        "The Biden-Harris Administration launched the Clean Rivers Initiative in New Zealand.",
        "The Chair thanked Heartland Alliance and Community Action Fund for the Rivers Report.",
    ],
)
def test_offices_bodies_and_places_are_never_people(sentence: str) -> None:
    assert draft(sentence, "prose").participants == []


def test_a_short_form_is_no_second_person() -> None:
    made = draft(
        "Vice President Ada Moyo met with Labor Secretary Max Wolf. Secretary Wolf thanked the unions. Vice President Moyo agreed.",
        "prose",
    )
    assert names(made) == ["Ada Moyo", "Max Wolf"]


def test_a_list_opened_by_a_sentence_names_those_who_took_part() -> None:
    made = draft(
        "Minister Ana Ruiz hosted mayors today.\n\nParticipants in the meeting included:\n\n"
        "- Mayor Jo Park, Leeds\n- Dr. Eve Stone, President, Rivers Trust\n- Al Finn (Harbour Union)\n",
        "prose",
    )
    found = {person.name: (person.role, person.organization) for person in made.participants}
    assert found == {
        "Ana Ruiz": ("Minister", None),
        "Jo Park": ("Mayor", "Leeds"),
        "Eve Stone": ("President", "Rivers Trust"),
        "Al Finn": (None, "Harbour Union"),
    }


def test_the_caption_of_a_list_of_people_is_no_subject():
    text = (
        "Readout of the Mayor's Round Table on Bus Lanes\n\nThe mayor met drivers and shop owners to discuss bus lanes.\n\n"
        "Participants in yesterday's round table included:\n\n- Ana Brito, Harbour Traders\n- Tom Okoro, Drivers' Union\n"
    )
    brief = summarize(text)
    assert not any("Participants" in item.topic for item in brief.agenda_items)
    assert {person.name for person in brief.participants} >= {"Ana Brito", "Tom Okoro"}


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        # The subject is a party: what it is about stands behind its verb.
        ("The Minister underscored that the Norwegian Government is committed to strengthening ties with Malta.", ["ties with Malta"]),
        ("She emphasized that the European Union remains strong.", []),
        # What is left of a subject says nothing by itself.
        ("They discussed our shared work to address the herring crisis, including the money.", ["herring crisis"]),
        ("The Minister stressed the Mayor’s belief that this moment demands action.", []),
        ("They reviewed a number of areas of cooperation, including health and ferries.", ["health and ferries"]),
        ("They consulted closely on the Joint Fisheries Board (JFB)’s audit of nets.", ["Joint Fisheries Board’s audit of nets"]),
        ("The Minister commended Norway on a successful herring season.", ["successful herring season"]),
        ("They discussed nets, which the Minister underscored are a part of the trade.", ["nets"]),
    ],
)  # fmt: skip
def test_a_topic_says_what_was_talked_about(sentence: str, topics: list[str]) -> None:
    assert [item.topic for item in draft(sentence, "prose").agenda_items] == topics


@pytest.mark.parametrize(
    "caption", ["Participants in yesterday’s roundtable included", "External participants included:"]
)
def test_a_caption_of_people_is_no_topic(caption: str) -> None:
    made = draft(
        f"Readout of the Roundtable on Ports\n\n## {caption}\n\n- Bo Lind, Harbour Trust\n- Ida Krog, Acme\n", "prose"
    )
    assert [item.topic for item in made.agenda_items] == ["Ports"]  # of the headline
    assert names(made) == ["Bo Lind", "Ida Krog"]


def test_people_without_a_title_in_a_sentence_of_participants_took_part() -> None:
    made = draft(
        "Participants in yesterday’s roundtable included Bo Lind of the Harbour Trust and Ida Krog of Acme.", "prose"
    )
    assert names(made) == ["Bo Lind", "Ida Krog"]


@pytest.mark.parametrize("view", ["complicated", "a very serious problem", "important"])
def test_a_shared_opinion_is_no_decision(view: str) -> None:
    made = draft(f"Minister Eva Holm met Minister Bo Lind. They agreed that the quota was {view}.", "prose")
    assert [item.decisions for item in made.agenda_items if item.decisions] == []
    held = draft(
        "Minister Eva Holm met Minister Bo Lind. They agreed that the launch was a breach of the treaty.", "prose"
    )
    assert [item.decisions[0].text for item in held.agenda_items if item.decisions]


@pytest.mark.parametrize("office", ["Minister of of Trade", "Minister of the", "Head of , Trade"])
def test_an_office_that_names_nothing_is_read_and_costs_no_brief(office: str) -> None:
    made = summarize(f"Readout\n\n{office} Ann Lee met Minister Bo Lind. They discussed the harbour fees.")
    assert "Bo Lind" in {person.name for person in made.participants}
    assert [item.topic for item in made.agenda_items] == ["harbour fees"]


def test_who_could_not_come_was_not_there_and_who_came_for_them_was() -> None:
    brief = summarize(
        "Leaders of the Five Rivers met in Pune on 5 October 2023 under the chairmanship of Prime Minister Asha Rao.\n\n"
        "President Duong of Lavia could not attend and was represented by Vice President Mai Tran. "
        "The Deputy Minister of Transport, Anwar Kebir, was not present. "
        "Finance Minister Viktor Dahl and Governor Mei Tanaka took part in the round table.\n"
    )
    assert {one.name: one.presence for one in brief.participants} == {
        "Asha Rao": "attended",
        "Duong": "absent",
        "Mai Tran": "attended",
        "Anwar Kebir": "absent",
        "Viktor Dahl": "attended",
        "Mei Tanaka": "attended",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The Executive Director of the American Harbour Liberties Union spoke.",
        "The President of the National League of African Women welcomed it.",
        "The Royal College of General Practitioners wrote to the board.",
        "The plan is to Move Major Release Cadence.",
    ],
)
def test_the_rest_of_a_body_is_no_person(sentence: str) -> None:
    assert draft(f"# Readout\n\n{sentence}\n", "prose").participants == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mayor of London Ann Lee spoke.", "Ann Lee"),
        ("The Ambassador of the French Republic Ann Lee spoke.", "Ann Lee"),
        ("Chief of Staff General Lee spoke.", "Lee"),
        ("Prime Minister Lee met General Fox.", "Fox"),
    ],
)
def test_a_name_after_an_office_with_its_body_is_a_person(sentence: str, name: str) -> None:
    assert name in [one.name for one in draft(f"# Readout\n\n{sentence}\n", "prose").participants]


def test_a_promise_to_act_is_no_subject() -> None:
    made = draft(
        "# Readout\n\nMinister Lee reiterated the commitment to continue to work with Muslim groups.\n", "prose"
    )
    assert made.agenda_items == []


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Readout of the Minister’s Meeting with Ferry Owners on Landing Fees", ["Landing Fees"]),
        ("Statement on the Call with the Working Group on Ports on the U.S. Tariff", ["the U.S. Tariff"]),
        ("Readout of the Mayor’s Roundtable with Crews to Discuss Night Work", ["Night Work"]),
        ("Readout of the Minister’s Meeting with Ferry Owners on Monday", []),
        ("Readout of the Minister’s Meeting on the Margins of the Ocean Summit", []),
        ("Statement of the Ministry on Landing Fees", []),
    ],
)
def test_the_subject_of_a_headline_is_what_the_meeting_was_on(title: str, topics: list[str]) -> None:
    made = draft(f"{title}\n\nMinister Ann Reed met the owners in Lisbon.\n", "prose")
    assert [item.topic for item in made.agenda_items] == topics


def test_a_subject_ends_where_the_next_thing_that_was_done_begins() -> None:
    made = draft("Minister Reed welcomed the new port law and encouraged Norland to mend its quays.\n", "prose")
    assert [item.topic for item in made.agenda_items] == ["new port law"]


@pytest.mark.parametrize(("who", "number"), [("committee", 1), ("working group", 1), ("firm", 0)])
def test_what_a_body_agreed_of_which_somebody_reports_is_a_decision(who: str, number: int) -> None:
    told = f"Minister Ann Lee met Minister Bo Ray in Oslo on 3 May 2024. Ann Lee said that the {who} agreed to repaint the boat in June."
    brief = summarize(load(f"Readout of the talks in Oslo\n\n{told} Bo Ray thanked her.\n"))
    assert sum(len(item.decisions) for item in brief.agenda_items) == number
