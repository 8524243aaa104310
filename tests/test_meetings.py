"""Several meetings in one document: items go where their words stand, or stay open."""

from collections import Counter

import pytest
from meeting_gold import Judged, Mode, draft, gold, judged

from summarizer import BriefDraft, summarize, verify

READOUT = """Readout of two visits

Ann Archer met Bob Boyle in Lisbon on Monday. They discussed the new pier.

Carla Cruz was received in Porto by Dora Dias. They reviewed the tram line. The mood was good.
"""
MEETINGS = [
    {"id": "a", "place": "Lisbon", "evidence": [{"line": 2, "quote": "met Bob Boyle in Lisbon"}]},
    {"id": "b", "place": "Porto", "evidence": [{"line": 4, "quote": "Carla Cruz was received in Porto"}]},
]


def placed(quotes, meetings, held=MEETINGS):
    item = {"topic": "pier and tram line", "outcome": "discussed", "meetings": meetings}
    item["evidence"] = [{"quote": quote} for quote in quotes]
    brief = verify(BriefDraft(meetings=held, agenda_items=[item]), READOUT)
    (found,) = brief.agenda_items
    return found


@pytest.mark.parametrize(
    ("quote", "meeting"), [("They discussed the new pier", "a"), ("They reviewed the tram line", "b")]
)
def test_an_item_that_names_no_meeting_goes_where_its_words_stand(quote, meeting):
    item = placed([quote], [])
    assert item.meetings == [meeting]
    assert [change.field for change in item.changes] == ["meetings"]


def test_an_item_whose_words_stand_in_both_reports_stays_open():
    assert placed(["They discussed the new pier", "They reviewed the tram line"], []).meetings == []


def test_an_item_that_names_its_meeting_keeps_it_where_nothing_speaks_against_it():
    item = placed(["They reviewed the tram line"], ["b"])
    assert (item.meetings, item.changes) == (["b"], [])
    # The text may come back to an earlier meeting: the place in the report alone proves nothing.
    assert placed(["They reviewed the tram line"], ["a"]).meetings == ["a"]


def test_an_item_whose_line_names_another_place_is_given_to_that_meeting_in_the_open():
    person = {"name": "Dora Dias", "presence": "attended", "meetings": ["a"]}
    person["evidence"] = [{"quote": "was received in Porto by Dora Dias"}]
    brief = verify(BriefDraft(meetings=MEETINGS, participants=[person]), READOUT)
    assert brief.participants[0].meetings == ["b"]
    assert "another meeting" in brief.participants[0].changes[0].reason


def test_one_meeting_alone_decides_nothing():
    assert placed(["They reviewed the tram line"], [], held=MEETINGS[:1]).meetings == []


def test_meetings_that_begin_on_one_line_decide_nothing():
    both = [MEETINGS[0], MEETINGS[1] | {"place": None, "evidence": MEETINGS[0]["evidence"]}]
    assert placed(["They reviewed the tram line"], [], held=both).meetings == []


COMING_BACK = """Ann Archer met Bob Boyle in Lisbon on Monday. They discussed the new pier.

Later, in Porto, Ann Archer met Dora Dias. They reviewed the tram line.

At the meeting in Lisbon, Bob Boyle had also raised the lighthouse.

In both meetings the parties discussed tolls.

Next month Ann Archer will travel to Faro to discuss salt.
"""


def placed_in(text, quote, meetings):
    held = [MEETINGS[0], MEETINGS[1] | {"evidence": [{"quote": "in Porto, Ann Archer met Dora Dias"}]}]
    item = {"topic": quote, "outcome": "discussed", "meetings": meetings, "evidence": [{"quote": quote}]}
    (found,) = verify(BriefDraft(meetings=held, agenda_items=[item]), text).agenda_items
    return found.meetings


@pytest.mark.parametrize(
    ("quote", "meetings"),
    [
        ("They reviewed the tram line", ["b"]),
        ("Bob Boyle had also raised the lighthouse", ["a"]),
        ("the parties discussed tolls", ["a", "b"]),
        ("will travel to Faro to discuss salt", []),
    ],
)
def test_a_text_comes_back_speaks_of_all_or_of_a_meeting_to_come(quote, meetings):
    assert placed_in(COMING_BACK, quote, []) == meetings


def test_a_reference_that_its_own_line_belies_is_mended_and_others_are_kept():
    assert placed_in(COMING_BACK, "Bob Boyle had also raised the lighthouse", ["b"]) == ["a"]
    assert placed_in(COMING_BACK, "will travel to Faro to discuss salt", ["b"]) == ["b"]


@pytest.mark.parametrize("second", ["Ann Archer met", "she met", "the Envoy met"])
def test_who_goes_on_to_the_next_meeting_is_in_both(second):
    text = f"Envoy Ann Archer met Bob Boyle in Lisbon. Later, in Porto, {second} Dora Dias. They spoke."
    held = [MEETINGS[0], MEETINGS[1] | {"evidence": [{"quote": "Later, in Porto"}]}]
    names = ["Ann Archer", "Bob Boyle", "Dora Dias"]
    people = [{"name": name, "presence": "attended", "evidence": [{"quote": name}]} for name in names]
    brief = verify(BriefDraft(meetings=held, participants=people), text)
    assert {person.name: person.meetings for person in brief.participants} == {
        "Ann Archer": ["a", "b"],
        "Bob Boyle": ["a"],
        "Dora Dias": ["b"],
    }


def test_who_is_only_mentioned_is_given_to_no_meeting():
    person = {"name": "Dora Dias", "presence": "mentioned", "evidence": [{"quote": "Dora Dias"}]}
    brief = verify(BriefDraft(meetings=MEETINGS, participants=[person]), READOUT)
    assert brief.participants[0].meetings == []


def right_of_stated(cases):
    tally = Counter(case.verdict for case in cases)
    return tally["right"] / (tally["right"] + tally["wrong"])


def test_the_built_in_engine_gives_98_percent_to_the_right_meeting_and_leaves_few_open():
    cases = [case for one in gold() for case in judged(summarize(one.document), one)]
    assert len(cases) > 200
    assert right_of_stated(cases) >= 0.98
    single = [case for case in cases if len(case.gold) == 1]
    assert sum(case.verdict == "open" for case in single) < 0.15 * len(single)


def verified(mode: Mode) -> list[tuple[frozenset[str], Judged]]:
    """What each item of a draft claimed, and what became of it."""
    found = []
    for one in gold():
        claimed = draft(one, mode)
        before = {item.name: item.meetings for item in claimed.participants}
        before |= {item.topic: item.meetings for item in claimed.agenda_items}
        found += [(frozenset(before[case.words]), case) for case in judged(verify(claimed, one.document), one)]
    return found


def test_right_references_of_a_draft_are_never_changed():
    assert [case for was, case in verified("right") if case.given != was] == []


def test_references_that_a_draft_leaves_out_are_filled_rightly():
    assert right_of_stated([case for _, case in verified("empty")]) >= 0.98


def test_wrong_references_never_become_more_wrong():
    assert [case for was, case in verified("wrong") if was and len(case.given - case.gold) > len(was - case.gold)] == []


def test_an_item_that_stands_on_what_is_nested_in_it_still_tells_that_it_was_placed():
    visits = """BENGHAZI, 3 March 2025 - The envoy met Field Marshal Haftar in Benghazi. They discussed the harbour works.

In Tripoli, the envoy met Prime Minister Dbeibah. They spoke of schools in the southern towns. Flights were late.
Supper was served at nine. The band played two marches. The committee decided to buy the boat.
"""
    meetings = [
        {"id": "m1", "place": "Benghazi", "evidence": [{"quote": "met Field Marshal Haftar in Benghazi"}]},
        {"id": "m2", "place": "Tripoli", "evidence": [{"quote": "In Tripoli, the envoy met Prime Minister Dbeibah"}]},
    ]
    bought = {"text": "buy the boat", "evidence": [{"quote": "The committee decided to buy the boat."}]}
    frigate = {"topic": "Purchase of a frigate", "outcome": "decided", "decisions": [bought]}
    frigate |= {"evidence": [{"quote": "They spoke of schools in the southern towns."}]}
    (item,) = verify({"meetings": meetings, "agenda_items": [frigate]}, visits).agenda_items
    assert [change.field for change in item.changes] == ["evidence", "meetings", "topic"]


def test_two_meetings_of_one_id_are_told_apart_and_what_names_it_is_placed_by_its_words():
    visits = """BENGHAZI, 3 March 2025 - The envoy met Field Marshal Haftar in Benghazi. They discussed the harbour works.

In Tripoli, the envoy met Prime Minister Dbeibah. They discussed the schools of the southern towns.
"""
    meetings = [
        {"id": "m1", "place": "Benghazi", "evidence": [{"quote": "met Field Marshal Haftar in Benghazi"}]},
        {"id": "m1", "place": "Tripoli", "evidence": [{"quote": "In Tripoli, the envoy met Prime Minister Dbeibah"}]},
    ]
    schools = {"topic": "schools of the southern towns", "outcome": "discussed", "meetings": ["m1"]}
    schools |= {"evidence": [{"quote": "They discussed the schools of the southern towns."}]}
    brief = verify({"meetings": meetings, "agenda_items": [schools]}, visits)
    assert [meeting.id for meeting in brief.meetings] == ["m1", "m2"]
    assert [change.field for change in brief.meetings[1].changes] == ["id"]
    assert brief.agenda_items[0].meetings == ["m2"]


MEMORANDUM = """The talk was held in Washington on May 28, 1970.

Mr. Reed opened the talk with the loan, which Mr. Sato had raised just before the May 26 meeting was interrupted.

At the earlier meeting, Mr. Sato thanked the bank.

The fleet was reviewed.
"""
LOOKED_BACK = [
    {"id": "now", "date": "May 28, 1970", "evidence": [{"line": 1, "quote": "in Washington on May 28, 1970"}]},
    {"id": "then", "date": "May 26", "evidence": [{"line": 2, "quote": "before the May 26 meeting was interrupted"}]},
]


def test_a_meeting_that_is_only_looked_back_to_takes_nothing_from_the_one_that_is_told_of():
    people = [
        {
            "name": "Reed",
            "presence": "attended",
            "meetings": ["now"],
            "evidence": [{"quote": "Mr. Reed opened the talk"}],
        },
        {"name": "Sato", "presence": "attended", "evidence": [{"quote": "At the earlier meeting, Mr. Sato thanked"}]},
    ]
    brief = verify(BriefDraft(meetings=LOOKED_BACK, participants=people), MEMORANDUM)
    assert [one.meetings for one in brief.participants] == [["now"], ["then"]]


DIARY = """Notes of the week, Sep 14

Sep 11, 2023

They met the port. The crane was reviewed.

Sep 13, 2023

The quay was reviewed.

Sep 14, 2023

The tram was reviewed.
"""
DAYS = [
    {"id": "week", "date": "Sep 14", "evidence": [{"line": 1, "quote": "Notes of the week, Sep 14"}]},
    {"id": "port", "date": "Sep 11, 2023", "evidence": [{"line": 2, "quote": "Sep 11, 2023"}]},
]


@pytest.mark.parametrize(
    ("quote", "meetings"),
    [("The crane was reviewed", ["port"]), ("The quay was reviewed", []), ("The tram was reviewed", ["week"])],
)
def test_a_day_on_a_line_of_its_own_ends_the_report_of_another_day(quote, meetings):
    item = {"topic": quote, "outcome": "discussed", "evidence": [{"quote": quote}]}
    brief = verify(BriefDraft(meetings=DAYS, agenda_items=[item]), DIARY, date="2023-09-14")
    assert brief.agenda_items[0].meetings == meetings
