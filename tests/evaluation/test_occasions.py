"""Meetings told apart."""

from typing import Any

import pytest
from golden import brief, case

from summarizer.evaluation.evaluating import evaluate
from summarizer.evaluation.making import Made

TEXT = "The minister met Ana in Benghazi on Monday, then Ivo in Tripoli on Tuesday."
GOLD = [{"id": "m1", "place": "Benghazi", "date": "Monday"}, {"id": "m2", "place": "Tripoli", "date": "Tuesday"}]
ANA, IVO = ({"name": name, "presence": "attended"} for name in ("Ana", "Ivo"))


def figures(told: list[dict[str, Any]], ana: list[str], ivo: list[str]) -> dict[str, float | None]:
    gold = case(TEXT, meetings=GOLD, participants=[ANA | {"meetings": ["m1"]}, IVO | {"meetings": ["m2"]}])
    made = brief(TEXT, meetings=told, participants=[ANA | {"meetings": ana}, IVO | {"meetings": ivo}])
    return {name: value.value for name, value in evaluate([Made(gold, made, TEXT)]).measures.items()}


@pytest.mark.parametrize(
    "told",
    [
        [{"id": "x", "place": "Tripoli"}, {"id": "y", "place": "Benghazi"}],
        [{"id": "x", "date": "Tuesday"}, {"id": "y", "date": "on Monday"}],
        [{"id": "x"}, {"id": "y"}],  # only the people tell
    ],
)
def test_meetings_go_by_place_date_and_people_and_not_by_their_ids(told: list[dict[str, Any]]):
    found = figures(told, ana=["y"], ivo=["x"])
    assert (found["meetings.number"], found["meetings.people"]) == (1.0, 1.0)


def test_who_is_put_into_the_wrong_meeting_or_into_none_is_wrong():
    told = [{"id": "x", "place": "Benghazi"}, {"id": "y", "place": "Tripoli"}]
    assert figures(told, ana=["x"], ivo=["x"])["meetings.people"] == 0.5
    assert figures(told, ana=["x"], ivo=[])["meetings.people"] == 0.5
    assert figures(told, ana=["x"], ivo=["x", "y"])["meetings.people"] == 0.5


def test_the_number_of_meetings():
    assert figures([{"id": "x", "place": "Benghazi"}], ["x"], ["x"])["meetings.number"] == 0.0
    assert figures([], [], [])["meetings.number"] == 0.0


def test_a_brief_that_names_no_meeting_speaks_of_one_and_an_empty_one_of_none():
    gold = case(TEXT, meetings=GOLD[:1], participants=[ANA])
    said, silent = brief(TEXT, participants=[ANA]), brief(TEXT)
    assert [evaluate([Made(gold, one, TEXT)]).measures["meetings.number"].value for one in (said, silent)] == [1.0, 0.0]
