"""Which claims are held against each other at all: the same groups come out as when each is held against every other."""

import random
import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.merging import merge
from summarizer.schemas import (
    BriefDraft,
    Claim,
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftFollowUp,
    Evidenced,
    Outcome,
    Strength,
    draft_schema,
)
from summarizer.uniting import uniter
from summarizer.uniting.nearness import Group

VERBS = ("send", "will send", "give", "hand over", "will not sign")
THINGS = ("report", "the report", "3 pumps", "three pumps", "the Friday list", "list to the board", "école")
ENDS = ("", "", "by Friday", "to the Board", "by 3 May 2025", "in Zürich", "before 3")
TIMES = (None, None, "Friday", "by Friday", "3 May 2025", "3", "in Zürich", "?")
PARTIES = ("the Board", "Board", "Ann Bell", "Ann", None, None)


class Motion(Evidenced):
    text: str
    mover: str | None = None


class BoardBrief(BaseModel):
    motions: list[Motion]


class _All:
    """Each claim beside all groups."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._groups: list[Group] = []

    def add(self, group: Group) -> None:
        self._groups.append(group)

    def of(self, at: int) -> list[Group]:
        return sorted(self._groups, key=lambda group: group.members[0])


def _drafts(dice: random.Random) -> list[BriefDraft]:
    """Claims in few words, so that many are one and many nearly: times and recipients stand in fields, in the text or in both."""

    def deed() -> str:
        return " ".join(filter(None, (dice.choice(VERBS), dice.choice(THINGS), dice.choice(ENDS), dice.choice(ENDS))))

    def decisions() -> list[DraftDecision]:
        return [DraftDecision(text=deed()) for _ in range(dice.randrange(3))]

    return [
        BriefDraft(
            agenda_items=[
                DraftAgendaItem(
                    topic=dice.choice(("", "1. ", "2) ", "Update on ")) + deed(),
                    outcome=Outcome.DISCUSSED,
                    decisions=decisions(),
                )
                for _ in range(12)
            ],
            commitments=[
                DraftCommitment(
                    action=deed(),
                    by=dice.choice(("Ann", "Ann Bell", "the Board")),
                    to=dice.choice(PARTIES),
                    due=dice.choice(TIMES),
                    strength=dice.choice((Strength.AGREED, Strength.DENIED)),
                )
                for _ in range(20)
            ],
            follow_ups=[
                DraftFollowUp(
                    action=deed(), owner=dice.choice(PARTIES), due=dice.choice(TIMES), strength=Strength.AGREED
                )
                for _ in range(20)
            ],
        )
        for _ in range(3)
    ]


def _motions(dice: random.Random) -> list[BaseModel]:
    def motion() -> dict[str, Any]:
        text = dice.choice(("give the report", "report", "not give the report", "the"))
        lines = [dice.choice((1, 2, 3, None)) for _ in range(dice.randrange(3))]
        quotes = [{"line": line, "quote": "give the report"} for line in lines]
        return {"mover": dice.choice(("Ann", "Ann Bell", None)), "text": text, "evidence": quotes}

    return [draft_schema(BoardBrief).model_validate({"motions": [motion() for _ in range(20)]}) for _ in range(2)]


@pytest.mark.parametrize("made", [_drafts, _motions])
def test_the_groups_are_those_of_holding_each_claim_against_every_other(
    made: Callable[[random.Random], list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(12):
        drafts = made(random.Random(seed))
        found = merge(drafts)
        with monkeypatch.context() as patched:
            patched.setattr(uniter, "Near", _All)
            assert merge(drafts) == found
        assert len(found.merges) > 3


def _promises(words: Callable[[int], str], count: int) -> list[Any]:
    promises = [DraftCommitment(action=words(n), by="Ann", strength=Strength.AGREED) for n in range(count)]
    return [BriefDraft(commitments=promises[at : at + 40]) for at in range(0, len(promises), 40)]


def _ayes(count: int) -> list[Any]:
    motions = [{"text": "aye", "evidence": [{"line": n, "quote": "aye"}]} for n in range(count)]
    return [draft_schema(BoardBrief).model_validate({"motions": motions})]


@pytest.mark.parametrize(
    "made",
    [
        lambda count: _promises(lambda n: f"send report {n}", count),
        lambda count: _promises(lambda n: "send the report", count),
        _ayes,
    ],
    ids=["one verb", "one promise", "one word on many lines"],
)
def test_four_times_as_many_claims_take_some_four_times_the_work(made: Callable[[int], list[Any]]) -> None:
    merge(made(40))  # what is read once
    few, many = _calls(made(400)), _calls(made(1600))
    assert many < 5 * few


def _calls(drafts: list[Any]) -> int:
    """Of functions, while they are merged: the same on each machine."""
    counted = 0

    def count(_: Any, event: str, __: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        merge(drafts)
    finally:
        sys.setprofile(before)
    return counted
