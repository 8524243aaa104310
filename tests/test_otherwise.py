"""Claims that are united may differ in a field that holds one value: what does not fit into it is told on the item."""

import pytest

from summarizer import Brief, load
from summarizer.drafting import Drafted
from summarizer.pipeline import checked
from summarizer.schemas import BriefDraft, Run

SOURCE = """Minutes of the board, 3 March 2025

Ann Archer, Chair, opened the meeting.
The boat was deferred to the next meeting.
Ann Archer, Treasurer of the Port Union, reported.
The board decided to buy the boat.
Bob Boyle sent apologies. Bob Boyle came in at noon.
"""


def brief_of(*parts):
    document = load(SOURCE)
    drafts = [BriefDraft.model_validate(part) for part in parts]
    return checked(Drafted(drafts), document, Brief, Run(engine="model"))


def person(quote, name="Ann Archer", presence="attended", **told):
    return {"participants": [{"name": name, "presence": presence, "evidence": [{"quote": quote}], **told}]}


def subject(quote, outcome, **told):
    return {"agenda_items": [{"topic": "The boat", "outcome": outcome, "evidence": [{"quote": quote}], **told}]}


CHAIR = "Ann Archer, Chair, opened the meeting"
TREASURER = "Ann Archer, Treasurer of the Port Union, reported"


def test_a_second_office_of_a_person_is_told():
    (ann,) = brief_of(person(CHAIR, role="Chair"), person(TREASURER, role="Treasurer")).participants
    assert ann.role == "Chair"
    assert [(one.field, one.before, one.after) for one in ann.changes] == [("role", ["Chair", "Treasurer"], "Chair")]


@pytest.mark.parametrize(
    "roles", [("Treasurer", "Treasurer of the Port Union"), ("Treasurer of the Port Union", "the treasurer")]
)
def test_the_fuller_wording_of_an_office_stands_and_nothing_is_lost_with_the_other(roles):
    (ann,) = brief_of(*(person(TREASURER, role=role) for role in roles)).participants
    assert (ann.role, ann.changes) == ("Treasurer of the Port Union", [])


def test_a_subject_that_was_put_off_and_decided_tells_both():
    deferred = subject("The boat was deferred to the next meeting", "deferred")
    (boat,) = brief_of(deferred, subject("The board decided to buy the boat", "decided")).agenda_items
    assert boat.outcome == "decided"
    (told,) = boat.contradictions
    assert told.field == "outcome"
    assert told.explanation == "Elsewhere the source says deferred: “The boat was deferred to the next meeting”."


def test_a_subject_that_was_talked_of_before_it_was_decided_contradicts_nothing():
    discussed = subject("The boat was deferred to the next meeting", "discussed")
    (boat,) = brief_of(discussed, subject("The board decided to buy the boat", "decided")).agenda_items
    assert boat.contradictions == []


def test_a_subject_that_is_refused_in_one_part_and_agreed_in_another_tells_both():
    refused = subject("The boat was deferred to the next meeting", "discussed", strength="denied")
    agreed = subject("The board decided to buy the boat", "decided", strength="agreed")
    (boat,) = brief_of(refused, agreed).agenda_items
    assert [one.field for one in boat.contradictions] == ["strength"]


def test_words_that_the_source_does_not_have_are_not_told_as_what_it_says():
    away = person("Bob Boyle never came to any of it", name="Bob Boyle", presence="absent")
    (bob,) = brief_of(away, person("Bob Boyle came in at noon", name="Bob Boyle")).participants
    assert [one.explanation for one in bob.contradictions] == [
        "Elsewhere absent was claimed, and no words of the source were quoted for it."
    ]
