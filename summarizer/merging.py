"""Drafts of the windows of one document become one draft: what is said twice stands once, with all its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, TypeVar

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from .errors import SchemaError
from .schemas import Claim, Merge, Rejected, RejectionReason
from .uniting.kinds import MEETINGS, PARTICIPANTS, party_names
from .uniting.meetings import meeting_together, of_one_meeting
from .uniting.sameness import Parties, same_words
from .uniting.together import distinct
from .uniting.uniter import Settled, Uniter

D = TypeVar("D", bound=BaseModel)


@dataclass(frozen=True)
class Merged(Generic[D]):
    """One draft of several, and the account of how it came about."""

    draft: D
    merges: list[Merge] = field(default_factory=list)
    """What was united, and by which rule."""
    settled: list[Settled] = field(default_factory=list)
    """Claims of which two drafts say what cannot both be."""
    rivals: list[D] = field(default_factory=list)
    """Further claims for a field that holds one, each alone in a draft: the first that holds stands."""
    set_aside: list[Rejected] = field(default_factory=list)
    """Further values for a field that holds one value and no evidence."""

    @property
    def drafts(self) -> list[D]:
        """The draft and its rivals, all that is to be held against the source."""
        return [self.draft, *self.rivals]


def merge(drafts: Sequence[D]) -> Merged[D]:
    """One draft of all of them, given in the order in which their windows stand in the document.

    The same person, meeting, topic, decision, commitment or follow-up stands once, at its first place,
    with the evidence of all its mentions; what cannot be told to be the same stays apart. Claims of
    a schema of one's own are united only where their words agree and their quotes overlap; of a field that
    holds a single claim or value the draft keeps the first, and the others are given beside it. Ids of
    meetings that windows gave twice are made unique, and references follow. A draft that repeats
    nothing comes back equal. `SchemaError` where there is no draft, or they differ in schema.
    """
    if not drafts:
        raise SchemaError("There is no draft to merge.", hint="Draft at least one window first.")
    schema = type(drafts[0])
    if any(type(each) is not schema for each in drafts):
        raise SchemaError("The drafts to merge differ in schema.", hint="Use one schema for all windows of a document.")
    values = [{name: getattr(draft, name) for name in schema.model_fields} for draft in drafts]
    meetings = distinct(name for each in values for name, value in each.items() if _holds(value, MEETINGS))
    groups = {name: of_one_meeting([each[name] for each in values]) for name in meetings}
    new_ids = {name: _new_ids(groups[name]) for name in meetings}
    for name in meetings:
        for at, draft in enumerate(values):
            ids = _renamed(groups[name], new_ids[name], at)
            draft.update(
                {key: _readdressed(value, ids, alone=len(drafts) == 1) for key, value in draft.items() if key != name}
            )
    uniter = Uniter([[one for value in each.values() for one in _claims(value)] for each in values])
    merged: dict[str, Any] = {name: _meetings(name, groups[name], new_ids[name], uniter) for name in meetings}
    people = distinct(name for each in values for name, value in each.items() if _holds(value, PARTICIPANTS))
    for name in people:
        merged[name] = uniter.united(name, [each[name] or () for each in values])
    uniter.parties = Parties(
        (name for each in values for value in each.values() for claim in _claims(value) for name in party_names(claim)),
        ([one.text for one in united.mentions] for united in uniter.merges if united.kind in people),
    )
    rivals: list[D] = []
    set_aside: list[Rejected] = []
    for name in schema.model_fields:
        if name in merged:
            continue
        first, *others = _field(name, [each[name] for each in values], uniter)
        merged[name] = first
        if isinstance(first, Claim):
            rivals += [_alone(drafts[0], name, other) for other in others]
        else:
            set_aside += [_conflicting(name, first, other) for other in others]
    return Merged(drafts[0].model_copy(update=merged), uniter.merges, uniter.settled, rivals, set_aside)


def _claims(value: Any) -> list[Claim]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, Claim)]


def _holds(value: Any, kinds: tuple[type[BaseModel], ...]) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], kinds)


# Fields


def _field(name: str, values: Sequence[Any], uniter: Uniter) -> list[Any]:
    """The value of a field from its values in all drafts, and what else they say where it holds one only."""
    if any(isinstance(each, list) for each in values):
        together = [each for value in values for each in value or ()]
        if all(isinstance(each, Claim) for each in together):
            return [uniter.united(name, [value or () for value in values])]
        return [distinct(together)]
    stated = [each for each in values if each not in (None, "", {})]
    if stated and all(isinstance(each, Claim) for each in stated):
        return list(uniter.united(name, [[each] for each in stated]))
    different: list[Any] = []
    for each in stated:
        if not any(_alike(each, other) for other in different):
            different.append(each)
    return different or [values[0]]


def _alike(a: Any, b: Any) -> bool:
    return same_words(a, b) if isinstance(a, str) and isinstance(b, str) else a == b


def _alone(draft: D, name: str, claim: Claim) -> D:
    """A draft that claims nothing else."""
    return draft.model_copy(update=dict.fromkeys(type(draft).model_fields) | {name: claim})


def _conflicting(name: str, kept: Any, other: Any) -> Rejected:
    return Rejected(
        kind=name,
        item={"value": to_jsonable_python(other)},
        reason=RejectionReason.CONFLICTING,
        explanation=f"The field holds one value, and an earlier part of the document gave another: {kept}.",
    )


# Meetings


def _new_ids(groups: Sequence[Sequence[tuple[int, Any]]]) -> list[str]:
    """An id of its own for each meeting: the one its draft gave it, where no other meeting has it."""
    ids: list[str] = []
    for (_, first), *_ in groups:
        ids.append(first.id if first.id not in ids else next(i for n in count(1) if (i := f"m{n}") not in ids))
    return ids


def _renamed(groups: Sequence[Sequence[tuple[int, Any]]], ids: Sequence[str], draft: int) -> dict[str, str]:
    """For the ids that one draft gave the new ones; of an id given twice the first meeting's."""
    renamed: dict[str, str] = {}
    for group, new in zip(groups, ids, strict=True):
        for at, meeting in group:
            if at == draft:
                renamed.setdefault(meeting.id, new)
    return renamed


def _meetings(name: str, groups: Sequence[Sequence[tuple[int, Any]]], ids: Sequence[str], uniter: Uniter) -> list[Any]:
    made: list[Any] = []
    for group, new in zip(groups, ids, strict=True):
        reports = [meeting for _, meeting in group]
        made.append(meeting_together(reports, new))
        if len(reports) > 1:
            uniter.note(name, reports, made[-1])
    return made


# References


def _readdressed(value: Any, ids: Mapping[str, str], *, alone: bool) -> Any:
    """The claims with their references to meetings under the new ids.

    An id that its own draft does not give is left out beside other drafts, where it would name another meeting.
    """
    if isinstance(value, list):
        return [_readdressed(each, ids, alone=alone) for each in value]
    if not isinstance(value, Claim):
        return value
    updates = {
        name: _readdressed(nested, ids, alone=alone)
        for name in type(value).model_fields
        if name != "evidence" and isinstance(nested := getattr(value, name), (list, Claim)) and nested
    }
    if isinstance(named := getattr(value, "meetings", None), list):
        updates["meetings"] = list(dict.fromkeys(ids.get(each, each) for each in named if alone or each in ids))
    changed = {name: each for name, each in updates.items() if each != getattr(value, name)}
    return value.model_copy(update=changed) if changed else value
