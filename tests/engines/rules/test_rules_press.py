"""Reports of news agencies and ministries: rows of subjects, several meetings of a day, words put behind an act."""

import pytest

from summarizer import Brief, summarize


def brief(text: str) -> Brief:
    return summarize(text.encode())


TALKS = """\
Estonia, Malta to study ferry safety

Maltese Prime Minister Carlo Vella said he will direct authorised agencies to work with Estonia on the signing of an agreement on ferry safety while meeting Estonia's Deputy Prime Minister Liina Tamm on May 13.

The Maltese Government will provide berths to Estonian ships under signed agreement on port dues, he stated.

Host and guest agreed to enhance cooperation in maritime research, among others.

They stressed the need to bolster economic, trade and research links between the two nations, especially in the oil and gas industry, wind power, and ship repair.

Earlier the same day, Deputy PM Liina Tamm received the Chairman of the Harbour Bank of Malta.
"""


def test_words_that_only_belong_to_a_noun_make_no_act_firmer_and_what_stands_behind_an_act_is_no_part_of_it() -> None:
    acts = {(one.action, one.strength.value, one.by) for one in brief(TALKS).commitments}
    assert acts == {
        (
            "direct authorised agencies to work with Estonia on the signing of an agreement on ferry safety",
            "intends",
            "Carlo Vella",
        ),
        (
            "provide berths to Estonian ships under signed agreement on port dues",
            "intends",
            "The Maltese Government",
        ),
        ("enhance cooperation in maritime research", "agreed", "Host and guest"),
    }


def test_words_in_a_row_stay_one_subject() -> None:
    topics = [item.topic for item in brief(TALKS).agenda_items]
    assert "economic, trade and research links between the two nations" in topics
    assert "oil and gas industry, wind power, and ship repair" in topics


def test_a_meeting_earlier_on_the_same_day_is_another_one() -> None:
    made = brief(TALKS)
    first, second = made.meetings
    assert first.date is not None
    assert first.date.words == "May 13"
    (vella,) = (person for person in made.participants if person.name == "Carlo Vella")
    assert vella.meetings == [first.id]
    assert second.evidence[0].quote.startswith("Earlier the same day")


DAY = """\
Ministers of Ardonia and Lurt discuss timber

In the first half of the day, the delegation of Ardonia headed by the Minister of Forests R. Sorel visited the Parliament of Lurt, where a meeting was held with the Chairman of the Friendship League of Lurt, Mr. Oskar Brand. The sides noted the significant potential for expanding cooperation in science, education and sports.

Then the delegation of Ardonia arrived in the Ministry of Trade of Lurt, where a working lunch was held with the Minister of Trade of Lurt, Ms. Ida Fenn. During the talks, a wide range of issues of cooperation in the political, economic and cultural spheres was discussed. During the meeting, a preliminary agreement was reached on sending foresters to Ardonia.

After the joint session of the timber committees, the delegation of Ardonia met with the Minister of Economy and Industry of Lurt Mr. Hugo Stein. At the meeting, issues of boosting exports were considered.
"""


def test_each_stop_of_a_day_is_a_meeting_with_its_own_people_and_subjects() -> None:
    made = brief(DAY)
    assert [meeting.place for meeting in made.meetings] == [
        "the Parliament of Lurt",
        "the Ministry of Trade of Lurt",
        None,
    ]
    where = {person.name: person.meetings for person in made.participants}
    assert (where["Oskar Brand"], where["Ida Fenn"], where["Hugo Stein"]) == (["m1"], ["m2"], ["m3"])
    topics = {item.topic: item.meetings for item in made.agenda_items}
    assert topics["significant potential for expanding cooperation in science, education and sports"] == ["m1"]
    assert topics["cooperation in the political, economic and cultural spheres"] == ["m2"]


def test_an_agreement_that_was_reached_binds_as_firmly_as_it_is_called() -> None:
    (one,) = brief(DAY).commitments
    assert (one.action, one.strength.value, one.by) == ("sending foresters to Ardonia", "agreed_in_principle", None)


OVERVIEW = """\
Lurt and Ardonia Foreign Ministers Meet in Varn - Ministry

Lurt's Foreign Minister Kenji Morita held a meeting with his Ardonian counterpart, Lea Zorn, the Ministry said on Monday.

On July 3, Mr. Morita Kenji, Minister for Foreign Affairs of Lurt, held talks with H.E. Ms. Lea Zorn, Minister of Foreign Affairs of New Zealand. The overview is as follows:

- The two ministers exchanged views on the severe drought in the northern islands.
- The two ministers also concurred on strengthening joint patrols, the Ministry said.
- The two ministers concurred in this view.
- The parties agreed to cooperate in fisheries and exchanged views on tariffs.
"""


def test_one_person_whose_names_stand_the_other_way_round_and_a_counterpart_has_an_office() -> None:
    people = {person.name: person for person in brief(OVERVIEW).participants}
    assert list(people) == ["Kenji Morita", "Lea Zorn"]
    assert people["Lea Zorn"].role == "Minister of Foreign Affairs"
    assert people["Lea Zorn"].organization == "New Zealand"


def test_the_day_on_which_something_was_said_is_not_that_of_the_meeting() -> None:
    (meeting,) = brief(OVERVIEW).meetings
    assert meeting.date is not None
    assert meeting.date.words == "July 3"


def test_sentences_in_a_list_are_read_and_two_acts_in_one_are_kept_apart() -> None:
    made = brief(OVERVIEW)
    assert "severe drought in the northern islands" in [item.topic for item in made.agenda_items]
    assert [(one.action, one.strength.value) for one in made.commitments] == [
        ("strengthening joint patrols", "agreed"),
        ("cooperate in fisheries", "agreed"),
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "role", "organization"),
    [
        (
            "The meeting was co-chaired by Albert F. Del Rio, Secretary of Trade of Lurt.",
            "Albert F. Del Rio",
            "Secretary of Trade",
            "Lurt",
        ),
        (
            "The Deputy Mayor had a meeting with Lin Ning, Secretary of the Party Committee of the Guang Zhuang Autonomous Region.",
            "Lin Ning",
            "Secretary",
            "Party Committee of the Guang Zhuang Autonomous Region",
        ),
        (
            "The Minister of Ports and chair of the current session, Badr Nasser, headed the Lurt side in the meeting.",
            "Badr Nasser",
            None,
            None,
        ),
    ],
)
def test_people_of_reports_have_their_whole_names(
    sentence: str, name: str, role: str | None, organization: str | None
) -> None:
    (person,) = brief(f"Report on the meeting of the commission\n\n{sentence}\n").participants
    assert (person.name, person.presence.value) == (name, "attended")
    if role is not None:
        assert (person.role, person.organization) == (role, organization)


CALLS = """\
President calls Fenn and Sato on the fish quota

Lurt President Ada Brand on Tuesday called Ardonian President Leo Fenn and Kerenian Prime Minister Yuki Sato separately to exchange views on the quota, her office said.

Spokesman Olaf Rees told reporters that Brand and Fenn "exchanged views on last week's talks in Varn and agreed to continue pressing for a lower quota."

The two leaders also agreed to continue their discussions on the herring fleet and other topics.

"The two leaders agreed that they will keep the ports open," Rees said.
"""


def test_who_telephones_took_part_and_who_tells_the_press_did_not() -> None:
    there = {person.name: person.presence.value for person in brief(CALLS).participants}
    assert there == {
        "Ada Brand": "attended",
        "Leo Fenn": "attended",
        "Yuki Sato": "attended",
        "Olaf Rees": "mentioned",
    }


def test_what_a_spokesman_tells_binds_those_of_whom_it_is_told() -> None:
    assert [(one.action, one.by, one.said_by) for one in brief(CALLS).commitments][:2] == [
        ("continue pressing for a lower quota", "Ada Brand and Leo Fenn", "Spokesman Olaf Rees"),
        ("continue their discussions on the herring fleet and other topics", "The two leaders", None),
    ]


def test_an_office_of_a_country_that_stands_before_it_is_held_for_that_country() -> None:
    text = """\
President meets ambassadors

Welcoming Papua New Guinea's Ambassador Peter Ilan to Lurt, President Ada Brand said they would meet again. At the reception she also hosted a dinner for Malta's Ambassador Rita Zahra.

The ministers had a thorough talk on the recent settlement of the border issue. During the meeting issues of harbour dues were touched upon.
"""
    made = brief(text)
    of = {person.name: (person.organization, person.presence.value) for person in made.participants}
    assert of["Peter Ilan"] == ("Papua New Guinea", "attended")
    assert of["Rita Zahra"] == ("Malta", "attended")
    assert [item.topic for item in made.agenda_items] == ["recent settlement of the border issue", "harbour dues"]


def test_what_goes_on_is_no_meeting_and_again_is_no_subject() -> None:
    text = """\
Memorandum of conversation, Varn, November 21, 1958

Ambassador Holm stressed again that the union did not wish any change to the fund.

Governor Lind said that the problem came from others, who continued to be responsible.
"""
    made = brief(text)
    assert all("responsible" not in one.quote for meeting in made.meetings for one in meeting.evidence)
    assert all(item.topic != "again" for item in made.agenda_items)


def test_an_office_for_something_does_not_end_a_row_of_those_who_came() -> None:
    told = "The Minister was accompanied by Ambassador Bo Lind, Director General for Ports, and Ms. Ida Roth, Head of Trade."
    text = f"Deputy Minister Ann Reed received Mr. Cy Fox on Monday.\n\n{told}\n"
    assert [(one.name, one.presence) for one in brief(text).participants] == [
        ("Ann Reed", "attended"),
        ("Cy Fox", "attended"),
        ("Bo Lind", "attended"),
        ("Ida Roth", "attended"),
    ]


def test_that_no_agreement_was_reached_binds_nobody() -> None:
    text = "The two sides spoke of flights. While no agreement was reached on the number of flights, they decided to go on with the talks in May 2026.\n"
    (one,) = brief(text).commitments
    assert (one.by, one.action) == ("The two sides", "go on with the talks in May 2026")
