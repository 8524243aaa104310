"""Counts of one document, and the figures made of them."""

from dataclasses import replace
from typing import Any

import pytest
from golden import case, examples, made, perfect, text_of

from summarizer.errors import DocumentError
from summarizer.evaluation.evaluating import evaluate
from summarizer.evaluation.judging import Key
from summarizer.evaluation.making import Made
from summarizer.evaluation.scoring import score
from summarizer.schemas import Match

WALL = "The Council agreed to repair the wall. The clerk will circulate the plans. Ana Kovac spoke of the new road."
REPAIR = {"action": "repair the wall", "strength": "agreed", "quote": ["agreed to repair the wall"]}
CIRCULATE = {"action": "circulate the plans", "strength": "intends", "quote": ["will circulate the plans"]}


def figures(*documents: Made, judgements: dict[Key, bool] | None = None) -> dict[str, float | None]:
    return {name: value.value for name, value in evaluate(documents, judgements=judgements).measures.items()}


_NOT_OF_THE_GOLD = ("evidence", "claimed", "lines", "items", "briefs", "incomplete", "failed", "possible", "requests")


def test_gold_against_itself_scores_one_everywhere():
    found = figures(*(Made(one, perfect(one, text_of(one)), text_of(one)) for one in examples()))
    compared = {name: value for name, value in found.items() if not name.startswith(_NOT_OF_THE_GOLD)}
    assert len(compared) > 60
    wrong = {name: value for name, value in compared.items() if value is not None and value != 1.0}
    assert wrong == {
        "commitments.strength.too_high": 0.0,
        "follow_ups.strength.too_high": 0.0,
    } or wrong == {"follow_ups.strength.too_high": 0.0}
    assert found["items.without_counterpart"] == 0.0


def test_an_empty_brief_scores_nothing_and_is_credited_only_for_abstaining():
    found = figures(*(made(one, text_of(one)) for one in examples()))
    credited = {name for name, value in found.items() if value and not name.startswith(_NOT_OF_THE_GOLD)}
    assert credited == {"decisions.abstention", "follow_ups.abstention"}
    assert found["decisions.abstention"] == found["follow_ups.abstention"] == 1.0
    for name in ("participants.strict", "agenda_items.tolerant", "commitments.anywhere", "actions.strict"):
        assert [found[f"{name}.{part}"] for part in ("precision", "recall", "f1", "macro_f1")] == [0.0] * 4


def test_a_document_without_a_brief_is_not_credited_for_abstaining():
    nothing = case(decisions=[])
    assert figures(Made(nothing, None, "We met.", DocumentError("unreadable")))["decisions.abstention"] == 0.0
    assert figures(made(nothing))["decisions.abstention"] == 1.0
    assert figures(made(nothing, decisions=[{"text": "to build"}]))["decisions.abstention"] == 0.0


def test_an_act_in_the_other_list_is_an_error_there_and_found_anywhere():
    gold = case(WALL, commitments=[REPAIR], follow_ups=[CIRCULATE])
    found = figures(made(gold, WALL, follow_ups=[REPAIR, CIRCULATE]))
    assert found["commitments.strict.recall"] == found["commitments.strict.f1"] == 0.0
    assert found["commitments.anywhere.recall"] == found["commitments.anywhere_strict.recall"] == 1.0
    assert found["follow_ups.strict.precision"] == 0.5
    assert found["follow_ups.anywhere.precision"] == 1.0
    assert found["actions.strict.f1"] == 1.0
    (moved,) = [one for one in score(made(gold, WALL, follow_ups=[REPAIR, CIRCULATE])).items if one.get("wrong")]
    assert moved["wrong"] == {"list": ["commitments", "follow_ups"]}


def test_a_paraphrase_that_rests_on_the_same_words_counts_in_the_tolerant_column_only():
    told = {"action": "mending of the old town wall at the harbour by builders", "strength": "agreed"}
    gold = case(WALL, commitments=[REPAIR], follow_ups=[])
    same = figures(made(gold, WALL, commitments=[told | {"quote": ["The Council agreed to repair the wall"]}]))
    assert (same["commitments.strict.f1"], same["commitments.tolerant.f1"]) == (0.0, 1.0)
    other = figures(made(gold, WALL, commitments=[told | {"quote": ["spoke of the new road"]}]))
    assert other["commitments.tolerant.f1"] == 0.0


def test_two_acts_of_one_sentence_are_not_one():
    gold = case(WALL, commitments=[REPAIR], follow_ups=[])
    told = {"action": "inspect every boat", "strength": "agreed", "quote": REPAIR["quote"]}
    assert figures(made(gold, WALL, commitments=[told]))["commitments.tolerant.f1"] == 0.0


def test_optional_items_are_neither_asked_for_nor_errors():
    gold = case(WALL, commitments=[REPAIR], follow_ups=[], optional={"follow_ups": [CIRCULATE]})
    without = figures(made(gold, WALL, commitments=[REPAIR]))
    with_it = figures(made(gold, WALL, commitments=[REPAIR], follow_ups=[CIRCULATE]))
    for name in ("commitments.strict.f1", "actions.strict.f1", "actions.tolerant.precision", "follow_ups.abstention"):
        assert without[name] == with_it[name] == 1.0
    fates = [one["outcome"] for one in score(made(gold, WALL, commitments=[REPAIR], follow_ups=[CIRCULATE])).items]
    assert fates == ["found", "optional"]


def test_where_the_gold_is_not_whole_only_recall_is_told():
    gold = case(partial=("decisions",), decisions=[{"text": "to build the wall"}])
    found = figures(made(gold, decisions=[{"text": "to build the wall"}, {"text": "to sell the boat"}]))
    assert found["decisions.strict.recall"] == 1.0
    assert "decisions.strict.precision" not in found
    assert "decisions.strict.f1" not in found
    fates = [one["outcome"] for one in score(made(gold, decisions=[{"text": "to sell the boat"}])).items]
    assert fates == ["missed", "unknown"]


def test_where_only_attendees_are_listed_who_is_mentioned_is_not_said_to_be_there():
    people = [{"name": "Ana Kovac", "presence": "attended"}, {"name": "Ivo Lett", "presence": "mentioned"}]
    attendees = case(participants=[{"name": "Ana Kovac"}], commitments_or_actions=[])
    assert figures(made(attendees, participants=people))["participants.strict.precision"] == 1.0
    every = case(participants=[{"name": "Ana Kovac", "presence": "attended"}])
    assert figures(made(every, participants=people))["participants.strict.precision"] == 0.5


def test_a_pooled_list_is_held_against_both_lists_of_the_brief():
    pooled = [{"action": "repair the wall"}, {"action": "circulate the plans", "owner": "the clerk"}]
    gold = case(WALL, participants=[], commitments_or_actions=pooled)
    found = figures(made(gold, WALL, commitments=[REPAIR], follow_ups=[CIRCULATE | {"owner": "The clerk"}]))
    assert found["actions.strict.f1"] == found["actions.tolerant.f1"] == 1.0
    assert found["actions.actor.recall"] == 1.0
    assert "commitments.strict.f1" not in found


def strengths(gold: str, told: str) -> dict[str, float | None]:
    wanted = case(WALL, commitments=[REPAIR | {"strength": gold}], follow_ups=[])
    return figures(made(wanted, WALL, commitments=[REPAIR | {"strength": told}]))


@pytest.mark.parametrize(
    ("gold", "told", "exact", "too_high"),
    [
        ("agreed", "agreed", 1.0, 0.0),
        ("intends", "agreed_in_principle", 0.0, 0.0),
        ("intends", "agreed", 0.0, 1.0),
        ("undertook", "intends", 0.0, 0.0),
        ("conditional", "agreed", 0.0, None),
    ],
)
def test_strength_is_exact_or_some_rungs_too_high(gold: str, told: str, exact: float, too_high: float | None):
    found = strengths(gold, told)
    assert found["commitments.strength.exact"] == exact
    assert found.get("commitments.strength.too_high") == too_high
    assert found["commitments.strength.macro_f1"] == exact


FIELDS: list[tuple[dict[str, Any], dict[str, Any], str, float | None, float | None]] = [
    ({"by": "the Harbour Authority"}, {"by": "Harbour Authority"}, "actor", 1.0, 1.0),
    ({"by": "Ana Kovac"}, {"by": "Ms Kovac"}, "actor", 1.0, 1.0),
    ({"by": "Ana Kovac"}, {"by": "the mayoress"}, "actor", 1.0, 1.0),
    ({"by": "Ana Kovac"}, {"by": "the Harbour Authority"}, "actor", 0.0, 0.0),
    ({"by": "Ana Kovac"}, {}, "actor", None, 0.0),
    ({}, {"by": "Ana Kovac"}, "actor", 0.0, None),
    ({"due": "by 20 June"}, {"due": "20 June"}, "due", 1.0, 1.0),
    ({"due": "by 20 June"}, {"due": "next week"}, "due", 0.0, 0.0),
    ({"due_end": "2025-06-20"}, {"due": {"words": "x", "end": "2025-06-20"}}, "due_end", 1.0, 1.0),
    ({"due_end": "2025-06-20"}, {"due": {"words": "x", "end": "2025-06-21"}}, "due_end", 0.0, 0.0),
    ({"said_by": "Ana Kovac"}, {"said_by": "Kovac"}, "said_by", 1.0, 1.0),
    ({"to": "the union"}, {"to": "the residents"}, "to", 0.0, 0.0),
]


@pytest.mark.parametrize(("gold", "told", "field", "precision", "recall"), FIELDS)
def test_fields_of_matched_acts(
    gold: dict[str, Any], told: dict[str, Any], field: str, precision: float | None, recall: float | None
):
    people = [{"name": "Ana Kovac", "aliases": ["the mayoress"]}]
    wanted = case(WALL, participants=people, commitments=[REPAIR | gold], follow_ups=[])
    found = figures(made(wanted, WALL, commitments=[REPAIR | told]))
    assert found.get(f"commitments.{field}.precision") == precision
    assert found.get(f"commitments.{field}.recall") == recall


def test_fields_of_matched_people_and_follow_ups():
    person = {"name": "Ana Kovac", "role": "Mayor", "organization": "City of Velden", "presence": "attended"}
    gold = case(WALL, participants=[person], commitments=[], follow_ups=[CIRCULATE | {"owner_basis": "assigned"}])
    told = {"name": "Kovac", "role": "Mayor of the City of Velden", "presence": "mentioned"}
    found = figures(made(gold, WALL, participants=[told], follow_ups=[CIRCULATE | {"owner_basis": "volunteered"}]))
    fields = ("participants.role", "participants.organization", "participants.presence", "follow_ups.owner_basis")
    assert [found[name] for name in fields] == [1.0, 1.0, 0.0, 0.0]


def test_what_readers_judged_is_counted_and_what_they_did_not_see_is_told_openly():
    gold = case(WALL, participants=[], decisions=[])
    document = made(
        gold, WALL, participants=[{"name": "Ana Kovac", "presence": "attended"}], decisions=[{"text": "to dig"}]
    )
    before = figures(document)
    assert (before["items.unjudged"], before["items.unsupported"]) == (1.0, 0.0)
    after = figures(
        document, judgements={("one", "participants", "Ana Kovac"): True, ("one", "decisions", "to dig"): False}
    )
    assert (after["items.unjudged"], after["items.unsupported"], after["briefs.unsupported"]) == (0.0, 0.5, 1.0)
    stale = evaluate([document], judgements={("one", "decisions", "to fly"): False})
    assert stale.judgements_without_item == 1


def test_what_a_brief_rests_on_covers_and_cost():
    gold = case(WALL, participants=[])
    document = made(gold, WALL, commitments=[REPAIR], participants=[{"name": "Ana Kovac", "presence": "attended"}])
    brief = document.brief
    assert brief is not None
    refused = {"kind": "commitments", "item": {"action": "fly"}, "reason": "altered", "explanation": "It flew."}
    brief = type(brief).model_validate(brief.model_dump() | {"rejected": [refused], "status": "incomplete"})
    brief.commitments[0].evidence[0].match = Match.NEAR
    brief.run.requests, brief.run.retries, brief.run.reasks = 5, 2, 1
    brief.run.prompt_tokens, brief.run.completion_tokens = 900, 100
    found = figures(Made(gold, brief, WALL))
    assert (found["evidence.near"], found["evidence.exact"]) == (0.5, 0.5)
    assert (found["claimed.rejected"], found["claimed.altered"]) == (pytest.approx(1 / 3, abs=1e-6),) * 2
    assert (found["lines.cited"], found["incomplete_per_document"]) == (0.75, 1.0)
    assert (found["requests_per_document"], found["reasks_per_document"]) == (3.0, 1.0)
    assert found["tokens_per_1000_characters"] == pytest.approx(1000 * 1000 / len(WALL))


def test_a_party_may_go_by_any_name_that_the_document_calls_it():
    gold = case(WALL, commitments=[REPAIR | {"by": "Halvard Paper Mills"}], follow_ups=[])
    known = replace(gold, parties=[["Halvard Paper Mills", "the company"]])
    told = REPAIR | {"by": "company"}
    assert figures(made(gold, WALL, commitments=[told]))["commitments.actor.precision"] == 0.0
    assert figures(made(known, WALL, commitments=[told]))["commitments.actor.precision"] == 1.0
    other = figures(made(known, WALL, commitments=[REPAIR | {"by": "the union"}]))
    assert other["commitments.actor.precision"] == 0.0
