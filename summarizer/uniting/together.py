"""What several claims that are one say together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..schemas import Claim, Outcome, OwnerBasis, Presence, Strength
from .kinds import AGENDA, COMMITMENTS, FOLLOW_UPS, PARTICIPANTS
from .persons import TOLD_OF, person_together
from .sameness import same_wording, says

_OUTCOME = (Outcome.DECIDED, Outcome.DEFERRED, Outcome.DISCUSSED, Outcome.INFORMED)
_BASIS = (
    OwnerBasis.ACCEPTED,
    OwnerBasis.VOLUNTEERED,
    OwnerBasis.ASSIGNED,
    OwnerBasis.NAMED_BODY,
    OwnerBasis.UNSTATED,
)


def together(group: Sequence[Any]) -> Mapping[str, Any]:
    """The fields in which several claims that are one differ, as they say them together."""
    updates: dict[str, Any] = {}
    first = group[0]
    if isinstance(first, PARTICIPANTS):
        return person_together(group)
    if isinstance(first, (*AGENDA, *COMMITMENTS, *FOLLOW_UPS)):
        updates["strength"] = _strongest([each.strength for each in group])
    if isinstance(first, AGENDA):
        updates["outcome"] = min((each.outcome for each in group), key=_OUTCOME.index)
        updates["summary"] = _summary([each.summary for each in group if each.summary])
    elif isinstance(first, (*COMMITMENTS, *FOLLOW_UPS)):
        updates["action"] = max((each.action for each in group), key=len)
    if isinstance(first, FOLLOW_UPS):
        owned = [each for each in group if each.owner]
        best = min(owned or group, key=lambda each: _BASIS.index(each.owner_basis))
        updates |= {"owner": best.owner, "owner_basis": best.owner_basis}
    return updates


def told_otherwise(made: Claim, group: Sequence[Claim]) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """The fields of one value in which some of several claims say what the one made of them does not, with these claims."""
    differs: dict[str, Callable[[Any, Any], bool]] = {}
    if isinstance(made, PARTICIPANTS):
        differs = {"presence": _came_late} | {name: lambda kept, said: not says(kept, said) for name in TOLD_OF}
    elif isinstance(made, AGENDA):
        differs = {"outcome": _was_put_off, "strength": _is_apart}
    for name, differ in differs.items():
        kept = getattr(made, name)
        if others := tuple(one for one in group if (said := getattr(one, name)) and differ(kept, said)):
            yield name, others


def _came_late(kept: Presence, said: Presence) -> bool:
    return kept == Presence.ATTENDED and said == Presence.ABSENT


def _was_put_off(kept: Outcome, said: Outcome) -> bool:
    return kept == Outcome.DECIDED and said == Outcome.DEFERRED


def _is_apart(kept: Strength, said: Strength) -> bool:
    """Whether two strengths differ and one of them is no rung of the ladder: what is refused is not agreed."""
    return kept != said and None in (kept.rung, said.rung)


def _strongest(strengths: Sequence[Strength | None]) -> Strength | None:
    """The highest rung, with its evidence among the rest; the first where none is on the ladder."""
    on_ladder = [each for each in strengths if each is not None and each.rung is not None]
    if len(on_ladder) == len(strengths):
        return max(on_ladder, key=lambda each: each.rung or 0)
    return next((each for each in strengths if each is not None), None)


def _summary(summaries: Sequence[str]) -> str | None:
    """All that was said of a topic; a sentence that says no more than one before it is left out."""
    kept: list[str] = []
    for each in summaries:
        if not any(same_wording(each, other, least=0.8) for other in kept):
            kept.append(each)
    return " ".join(kept) or None


def distinct(values: Iterable[Any]) -> list[Any]:
    """The values in order, each once."""
    kept: list[Any] = []
    for each in values:
        if each not in kept:
            kept.append(each)
    return kept
