"""By which rule two claims were taken for one."""

from collections.abc import Sequence
from typing import Any

from ..schemas import Claim, MergeRule
from .kinds import AGENDA, COMMITMENTS, DECISIONS, FOLLOW_UPS, MEETINGS, PARTICIPANTS, deeds, main_text
from .names import PersonName, person_name
from .people import same_person
from .phrasing import about
from .sameness import same_words, wording

_ORDER = list(MergeRule)
_PLAINEST = (MergeRule.SAME_NAME, MergeRule.SAME_WORDS, MergeRule.SAME_QUOTE, MergeRule.SAME_MEETING)
"""Of its kind of claim each: no other one can make it plainer."""


def rule(claim: Claim, group: Sequence[Claim]) -> MergeRule:
    """The plainest rule by which a claim goes with one of the others of its group."""
    found = []
    for other in group:
        if other is not claim:
            found.append(_rule(claim, other))
            if found[-1] in _PLAINEST:
                break
    return min(found, key=_ORDER.index)


def _rule(a: Any, b: Any) -> MergeRule:
    if isinstance(a, PARTICIPANTS):
        return _of_names(a.name, b.name)
    if isinstance(a, MEETINGS):
        return MergeRule.SAME_MEETING
    left, right = main_text(a), main_text(b)
    if not isinstance(a, (*AGENDA, *COMMITMENTS, *DECISIONS, *FOLLOW_UPS)):
        return MergeRule.SAME_QUOTE
    if same_words(left, right):
        return MergeRule.SAME_WORDS
    if wording(left).stems == wording(right).stems:
        return MergeRule.SMALL_WORDS
    if isinstance(a, AGENDA):
        left, right = about(left), about(right)
    elif not isinstance(a, DECISIONS):
        left, right = deeds(a, b)
    return MergeRule.REPHRASED if wording(left).stems == wording(right).stems else MergeRule.CONTAINED


def _of_names(a: str, b: str) -> MergeRule:
    left, right = person_name(a), person_name(b)
    if left.label == right.label or (left.rest and (left.given, left.rest) == (right.given, right.rest)):
        return MergeRule.SAME_NAME
    if not same_person(a, b):
        return MergeRule.OFFICE if not (left.rest and right.rest) else MergeRule.SHORT_FORM
    if not (left.full and right.full):
        return MergeRule.NAME_PART
    return _of_full_names(left, right)


def _of_full_names(a: PersonName, b: PersonName) -> MergeRule:
    if any(len(part) == 1 for one in (a, b) for part in (one.given, *one.rest)):
        return MergeRule.INITIAL
    if len(a.rest) != len(b.rest):
        return MergeRule.NAME_PART
    return MergeRule.SHORT_FORM if a.given != b.given and a.rest == b.rest else MergeRule.SPELLING
