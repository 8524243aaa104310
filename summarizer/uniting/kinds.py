"""Claims that are one claim said twice, and the one claim they make."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from ..schemas import (
    AgendaItem,
    Claim,
    Commitment,
    Decision,
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftFollowUp,
    DraftParticipant,
    FollowUp,
    Outcome,
    OwnerBasis,
    Participant,
    Presence,
    Strength,
)
from .people import fuller_name, group_people, has_first_name
from .sameness import Parties, overlapping, same_wording, same_words, united_quotes

C = TypeVar("C", bound=BaseModel)

# The second of each pair is what the draft of a schema of one's own derives from.
_PARTICIPANTS = (DraftParticipant, Participant)
_AGENDA = (DraftAgendaItem, AgendaItem)
_DECISIONS = (DraftDecision, Decision)
_COMMITMENTS = (DraftCommitment, Commitment)
_FOLLOW_UPS = (DraftFollowUp, FollowUp)

_PRESENCE = (Presence.ATTENDED, Presence.ABSENT, Presence.MENTIONED)
_OUTCOME = (Outcome.DECIDED, Outcome.DEFERRED, Outcome.DISCUSSED, Outcome.INFORMED)
_BASIS = (
    OwnerBasis.ACCEPTED,
    OwnerBasis.VOLUNTEERED,
    OwnerBasis.ASSIGNED,
    OwnerBasis.NAMED_BODY,
    OwnerBasis.UNSTATED,
)


def united(lists: Sequence[Sequence[Claim]], parties: Parties) -> list[Claim]:
    """The claims of one list from each draft in order of first appearance, repeats united."""
    claims = [claim for each in lists for claim in each]
    if claims and isinstance(claims[0], _PARTICIPANTS):
        return [_one(group, parties) for group in _people(lists)]
    groups: list[list[Claim]] = []
    for claim in claims:
        own = next((group for group in groups if all(_same(claim, other, parties) for other in group)), None)
        if own is None:
            groups.append([claim])
        else:
            own.append(claim)
    return [_one(group, parties) for group in groups]


def party_names(claim: Any) -> list[str]:
    """The names of people and parties in a claim."""
    if isinstance(claim, _PARTICIPANTS):
        return [claim.name]
    if isinstance(claim, _COMMITMENTS):
        return [each for each in (claim.by, claim.to, claim.said_by) if each]
    return [claim.owner] if isinstance(claim, _FOLLOW_UPS) and claim.owner else []


def _one(group: Sequence[Claim], parties: Parties) -> Claim:
    """What several claims say together. Fields that only one of them states are taken from it."""
    first = group[0]
    if len(group) == 1:
        decisions = getattr(first, "decisions", None)
        if decisions and len(apart := united([decisions], parties)) < len(decisions):
            return first.model_copy(update={"decisions": apart})
        return first
    stated = {name: _stated([getattr(each, name) for each in group], parties) for name in type(first).model_fields}
    evidence = united_quotes([each.evidence for each in group])
    return first.model_copy(update=stated | {"evidence": evidence} | dict(_together(group)))


def _stated(values: Sequence[Any], parties: Parties) -> Any:
    """The first value that is given; of lists, all of them."""
    given = [each for each in values if each not in (None, "", [])]
    if not given or not isinstance(given[0], list):
        return given[0] if given else values[0]
    together = [each for value in given for each in value]
    if all(isinstance(each, Claim) for each in together):
        return united(given, parties)
    return distinct(together)


# People


def _people(lists: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Claims on one person together, but for what sets two of that name apart."""
    claims = [(draft, claim) for draft, each in enumerate(lists) for claim in each]
    people: dict[int, list[list[int]]] = {}
    for at, first in enumerate(group_people([claim.name for _, claim in claims])):
        groups = people.setdefault(first, [])
        fitting = [group for group in groups if not any(_at_odds(*claims[at], *claims[other]) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(at)
        else:
            groups.append([at])
    return [[claims[at][1] for at in group] for group in sorted(group for each in people.values() for group in each)]


def _at_odds(draft: int, a: Any, other: int, b: Any) -> bool:
    """Whether two claims on one name are on two people, or on two meetings that one entry cannot hold.

    Of one meeting, attended and absent go together: people are excused and come late. A side is worded in many
    ways; it tells two people apart where one draft names both sides, or only a surname is given.
    """
    sides, bodies, roles = (
        None if not (left and right) else same_wording(left, right, least=0.5)
        for left, right in ((a.delegation, b.delegation), (a.organization, b.organization), (a.role, b.role))
    )
    if sides is False and not bodies and not roles and (draft == other or not has_first_name(a.name, b.name)):
        return True
    return {a.presence, b.presence} == {Presence.ATTENDED, Presence.ABSENT} and not _shared_meeting(a, b)


def _participant(group: Sequence[Any]) -> Mapping[str, Any]:
    presence = min((each.presence for each in group), key=_PRESENCE.index)
    # Who attended one meeting and is mentioned in another did not attend that one.
    meetings = distinct(name for each in group if each.presence == presence for name in each.meetings)
    return {"name": fuller_name([each.name for each in group]), "presence": presence, "meetings": meetings}


# All other claims


def _same(a: Any, b: Any, parties: Parties) -> bool:
    if isinstance(a, _DECISIONS):
        return same_wording(a.text, b.text)
    if isinstance(a, _AGENDA):
        return _shared_meeting(a, b) and same_wording(a.topic, b.topic, least=0.75)
    if isinstance(a, _COMMITMENTS):
        return (
            _same_deed(a, b, a.by, b.by, parties)
            and (parties.same(a.to, b.to) or not (a.to and b.to))
            and parties.same(a.said_by, b.said_by)
            and bool(a.condition) == bool(b.condition)
            and same_words(a.condition, b.condition)
        )
    if isinstance(a, _FOLLOW_UPS):
        return _same_deed(a, b, a.owner, b.owner, parties)
    return _repeats(a, b)


def _same_deed(a: Any, b: Any, actor: str | None, other: str | None, parties: Parties) -> bool:
    beside = (Strength.DENIED, Strength.CONDITIONAL)  # what is refused or hangs on something is another promise
    if a.strength != b.strength and (a.strength in beside or b.strength in beside):
        return False
    if not (_shared_meeting(a, b) and same_words(a.due, b.due)):
        return False
    # Where one of them leaves the actor open, all the words must agree.
    known = bool(actor and other)
    return same_wording(a.action, b.action, least=0.6 if known else 1) and (not known or parties.same(actor, other))


def _shared_meeting(a: Any, b: Any) -> bool:
    return not a.meetings or not b.meetings or not set(a.meetings).isdisjoint(b.meetings)


def _repeats(a: Any, b: Any) -> bool:
    """Of a schema of one's own: the same words, quoted from the same place, and no field that differs."""
    if type(a) is not type(b) or not overlapping(a.evidence, b.evidence):
        return False
    main = next((name for name in type(a).model_fields if type(getattr(a, name)) is str), None)
    if main is None or not getattr(b, main):
        return False
    for name in type(a).model_fields:
        left, right = getattr(a, name), getattr(b, name)
        if name in Claim.model_fields or left == right or left in (None, "", []) or right in (None, "", []):
            continue
        if isinstance(left, list) and isinstance(right, list):
            continue
        if not (type(left) is type(right) is str and same_wording(left, right, least=0.9)):
            return False
    return True


def _together(group: Sequence[Any]) -> Mapping[str, Any]:
    updates: dict[str, Any] = {}
    first = group[0]
    if isinstance(first, _PARTICIPANTS):
        return _participant(group)
    if isinstance(first, (*_AGENDA, *_COMMITMENTS, *_FOLLOW_UPS)):
        updates["strength"] = _strongest([each.strength for each in group])
    if isinstance(first, _AGENDA):
        updates["outcome"] = min((each.outcome for each in group), key=_OUTCOME.index)
        updates["summary"] = _summary([each.summary for each in group if each.summary])
    elif isinstance(first, (*_COMMITMENTS, *_FOLLOW_UPS)):
        updates["action"] = max((each.action for each in group), key=len)
    if isinstance(first, _FOLLOW_UPS):
        owned = [each for each in group if each.owner]
        best = min(owned or group, key=lambda each: _BASIS.index(each.owner_basis))
        updates |= {"owner": best.owner, "owner_basis": best.owner_basis}
    return updates


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
