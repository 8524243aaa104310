"""Intervals, groups, and two results against each other."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from golden import brief, case, examples, made, perfect, text_of

from summarizer.errors import SettingsError
from summarizer.evaluation.comparing import compare
from summarizer.evaluation.evaluating import evaluate, read_json, write_json
from summarizer.evaluation.making import Made
from summarizer.evaluation.measures import interval, samples

GOLD = {"decisions": [{"text": "build the wall"}, {"text": "sell the boat"}]}


def result(*told: str, gold: dict[str, Any] | None = None) -> dict[str, Any]:
    return evaluate([made(case(**(gold or GOLD)), decisions=[{"text": one} for one in told])]).as_json()


def test_two_evaluations_of_the_same_briefs_agree_to_the_byte(tmp_path: Path):
    for name in ("a", "b"):
        documents = [Made(one, perfect(one, text_of(one)), text_of(one)) for one in examples()]
        write_json(tmp_path / name, evaluate(documents, by="kind"))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert read_json(tmp_path / "a")["documents"] == 3


def test_what_was_found_and_what_was_lost():
    found = compare(result("build the wall", "dance"), result("sell the boat"))
    assert found.counts == {"decisions": {"better": 1, "worse": 2, "same": 0}}
    assert {one.get("gold") or one["told"]: one["change"] for one in found.changed} == {
        "build the wall": "better",
        "sell the boat": "worse",
        "dance": "worse",
    }
    f1 = found.differences["decisions.strict.f1"]
    assert (f1.now, f1.before) == (0.5, pytest.approx(2 / 3, abs=1e-6))
    assert f1.value == pytest.approx(f1.now - f1.before, abs=1e-5)


def test_a_field_that_was_mended_is_better():
    act = {"action": "build the wall", "strength": "agreed"}
    gold = case(commitments=[act], follow_ups=[])
    now, before = (
        evaluate([made(gold, commitments=[act | {"strength": strength}])]).as_json()
        for strength in ("agreed", "signed")
    )
    assert compare(now, before).counts["commitments"] == {"better": 1, "worse": 0, "same": 0}
    assert compare(now, now).counts["commitments"] == {"better": 0, "worse": 0, "same": 1}
    assert all(one.value == one.low == one.high == 0 for one in compare(now, now).differences.values())


def test_results_of_other_gold_cannot_be_compared(tmp_path: Path):
    other = result(gold={"decisions": [{"text": "burn the boat"}]})
    with pytest.raises(SettingsError, match="the gold of one is not the same"):
        compare(result(), other)
    with pytest.raises(SettingsError, match="no document in common"):
        compare(result(), result() | {"per_document": []})
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(SettingsError, match="is no result of"):
        read_json(tmp_path / "x.json")


def test_an_interval_holds_the_figure_and_is_a_point_where_all_documents_are_alike():
    gold = case(**GOLD)
    good, bad = (made(gold, decisions=[{"text": one}]) for one in ("build the wall", "dance"))
    recall = evaluate([good, bad] * 10).measures["decisions.strict.recall"]
    assert recall.value == 0.25
    assert recall.low is not None
    assert recall.high is not None
    assert 0.1 < recall.low < 0.25 < recall.high < 0.4
    alike = evaluate([good] * 5).measures["decisions.strict.recall"]
    assert (alike.low, alike.value, alike.high) == (0.5, 0.5, 0.5)


def test_samples_are_of_as_many_documents_and_the_same_each_time():
    drawn = samples(7)
    assert drawn.shape == (2000, 7)
    assert set(drawn.sum(axis=1)) == {7.0}
    assert (drawn == samples(7)).all()


def test_samples_without_a_figure_are_left_out_of_an_interval():
    assert interval(np.array([np.nan, np.nan])) == (None, None)
    assert interval(np.array([np.nan, 0.5])) == (0.5, 0.5)


def test_groups_are_measured_apart():
    found = evaluate([Made(one, perfect(one, text_of(one)), text_of(one)) for one in examples()], by="kind")
    assert found.sizes == {"minutes": 1, "readout": 1, "transcript": 1}
    assert found.groups["readout"]["participants.strict.f1"].n == 5
    by_length = evaluate([Made(one, brief(text_of(one)), text_of(one)) for one in examples()], by="length")
    assert list(by_length.sizes) == ["1: up to 2,000 characters"]
    with pytest.raises(SettingsError, match=r"no document of this gold has a 'colour'.*") as caught:
        evaluate([Made(one, None, "") for one in examples()], by="colour")
    assert "kind" in caught.value.hint


def test_macro_f1_of_strength_is_the_mean_over_the_rungs_of_the_gold():
    acts = [
        {"action": one, "strength": strength}
        for one, strength in (("dig", "agreed"), ("sail", "agreed"), ("sing", "denied"))
    ]
    gold = case(commitments=acts, follow_ups=[])
    told = [act | {"strength": "agreed"} for act in acts]
    found = evaluate([made(gold, commitments=told)]).measures["commitments.strength.macro_f1"]
    assert found.value == pytest.approx((0.8 + 0.0) / 2)
