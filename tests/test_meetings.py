"""Several meetings in one document: items go where their words stand, or stay open."""

import pytest

from summarizer import BriefDraft, verify

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
