"""The labelled table: what is one and what is not, over all windows."""

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.merging import merge
from summarizer.schemas import BriefDraft

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("merging_pairs.toml").read_text(encoding="utf-8")
)
KINDS: dict[str, tuple[str, str, dict[str, str]]] = {
    "people": ("participants", "name", {"presence": "mentioned"}),
    "topics": ("agenda_items", "topic", {"outcome": "discussed"}),
    "commitments": ("commitments", "action", {"strength": "undertook"}),
    "follow_ups": ("follow_ups", "action", {"strength": "undertook"}),
    "meetings": ("meetings", "title", {}),
}
PLACES = {"m1": "Rome", "m2": "Bonn"}


def pairs(kind: str, case: dict[str, Any], *, backwards: bool = False) -> list[tuple[bool, bool]]:
    """For each two claims of a case whether they are one, and whether they came out as one."""
    field, main, base = KINDS[kind]
    claims = [(number, claim) for number, group in enumerate(case["groups"]) for claim in group]
    drafts: dict[int, dict[str, list[Any]]] = {}
    labels: list[int] = []
    for line, (label, claim) in enumerate(claims[::-1] if backwards else claims, 1):
        said = {main: claim} if isinstance(claim, str) else dict(claim)
        window = said.pop("window", 1000 + line)
        if kind == "meetings":
            said["id"] = "m1"
        draft = drafts.setdefault(window, {field: []})
        if said.get("meetings"):
            draft["meetings"] = [{"id": one, "place": PLACES[one]} for one in said["meetings"]]
        draft[field].append({**base, **said, "evidence": [{"line": line, "quote": f"words {line}"}]})
        labels.append(label)
    made = merge([BriefDraft.model_validate(draft) for draft in drafts.values()]).draft
    became = {quote.line: at for at, claim in enumerate(getattr(made, field)) for quote in claim.evidence}
    return [
        (labels[a] == labels[b], became[a + 1] == became[b + 1])
        for a, b in itertools.combinations(range(len(labels)), 2)
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("backwards", [False, True])
def test_no_two_different_things_become_one(kind: str, backwards: bool) -> None:
    false = [case["why"] for case in CASES[kind] if (False, True) in pairs(kind, case, backwards=backwards)]
    assert false == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_one_is_united(kind: str) -> None:
    same = [united for case in CASES[kind] for one, united in pairs(kind, case) if one]
    assert len(same) >= 4
    assert sum(same) >= 0.95 * len(same)


def test_the_order_of_the_windows_makes_no_difference() -> None:
    for kind, cases in CASES.items():
        for case in cases:
            missed = [sorted(pairs(kind, case, backwards=way)).count((True, False)) for way in (False, True)]
            assert missed[0] == missed[1], case["why"]


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert sum(map(len, CASES.values())) >= 120
