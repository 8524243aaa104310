"""Two annotations of the same documents, as the accuracy sheet holds them against each other."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from golden import case, examples

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"
TEXT = "The Council agreed to repair the wall. The clerk will circulate the plans. The school will lend its hall."
REPAIR = {"action": "repair the wall", "strength": "agreed", "quote": ["agreed to repair the wall"]}
CIRCULATE = {"action": "circulate the plans", "strength": "intends", "quote": ["will circulate the plans"]}
LEND = {"action": "lend its hall", "strength": "intends", "quote": ["will lend its hall"]}


@pytest.fixture(scope="module")
def agreement() -> Iterator[Callable[..., Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCHMARKS)
        yield importlib.import_module("agreement").agreement


def test_an_annotation_agrees_with_itself(agreement):
    found = agreement([(one, one) for one in examples()])
    assert {found.f1(name) for name in ("participants", "agenda_items", "commitments", "follow_ups", "acts")} == {1.0}
    assert {found.kappa(label) for label in found.labels} == {1.0}


def test_items_that_only_one_has_are_counted_and_the_place_of_an_act_is_a_label(agreement):
    first = case(TEXT, commitments=[REPAIR], follow_ups=[CIRCULATE, LEND])
    second = case(TEXT, commitments=[REPAIR | {"strength": "undertook"}, LEND], follow_ups=[])
    found = agreement([(first, second)])
    assert (found.both["acts"], found.first["acts"], found.second["acts"]) == (2, 3, 2)
    assert found.f1("acts") == pytest.approx(0.8)
    assert found.f1("commitments") == pytest.approx(2 / 3)
    assert found.labels["commitments or follow_ups"] == [("commitments", "commitments"), ("follow_ups", "commitments")]
    assert found.labels["commitments: strength"] == [("agreed", "undertook")]
    assert found.f1("participants") is None
    assert found.kappa("participants: presence") is None


def test_what_one_calls_optional_is_no_disagreement(agreement):
    first = case(TEXT, commitments=[REPAIR], follow_ups=[CIRCULATE])
    second = case(TEXT, commitments=[REPAIR], follow_ups=[], optional={"follow_ups": [CIRCULATE]})
    assert agreement([(first, second)]).f1("acts") == 1.0
    assert agreement([(second, first)]).f1("acts") == 1.0


def test_kappa_is_what_lies_beyond_chance(agreement):
    labels = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    found = agreement([])
    found.labels["it"] = labels
    assert found.kappa("it") == pytest.approx(0.4)
