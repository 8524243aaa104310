"""Drafts of the windows of one document become one draft: what is said twice stands once, with all its evidence."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, TypeVar

from pydantic import BaseModel

from .dating.forms import find_absolute
from .errors import SchemaError
from .schemas import Claim, DraftMeeting, Meeting
from .uniting.kinds import distinct, party_names, united
from .uniting.sameness import Parties, contained, overlapping, same_wording, same_words, united_quotes

D = TypeVar("D", bound=BaseModel)
_MEETINGS = (DraftMeeting, Meeting)


def merge(drafts: Sequence[D]) -> D:
    """One draft of all of them, given in the order in which their windows stand in the document.

    The same person, meeting, topic, decision, commitment or follow-up stands once, at its first place,
    with the evidence of all its mentions; what cannot be told to be the same stays apart. Claims of
    a schema of one's own are united only where their words agree and their quotes overlap; a field
    that holds a single claim or value keeps the first. Ids of meetings that windows gave twice are made unique, and references follow. A draft that repeats
    nothing comes back equal. `SchemaError` where there is no draft, or they differ in schema.
    """
    if not drafts:
        raise SchemaError("There is no draft to merge.", hint="Draft at least one window first.")
    schema = type(drafts[0])
    if any(type(each) is not schema for each in drafts):
        raise SchemaError("The drafts to merge differ in schema.", hint="Use one schema for all windows of a document.")
    values = [{name: getattr(draft, name) for name in schema.model_fields} for draft in drafts]
    meetings = distinct(name for each in values for name, value in each.items() if _holds_meetings(value))
    merged: dict[str, Any] = {}
    for name in meetings:
        merged[name], new_ids = _meetings([each[name] for each in values])
        for draft, ids in zip(values, new_ids, strict=True):
            draft.update(
                {key: _readdressed(value, ids, alone=len(drafts) == 1) for key, value in draft.items() if key != name}
            )
    lists = [value for each in values for value in each.values() if isinstance(value, list)]
    parties = Parties(name for claims in lists for claim in claims for name in party_names(claim))
    merged |= {
        name: _field([each[name] for each in values], parties) for name in schema.model_fields if name not in meetings
    }
    return drafts[0].model_copy(update=merged)


def _field(values: Sequence[Any], parties: Parties) -> Any:
    """One value of a field from its values in all drafts."""
    if any(isinstance(each, list) for each in values):
        together = [each for value in values for each in value or ()]
        if all(isinstance(each, Claim) for each in together):
            return united([value or () for value in values], parties)
        return distinct(together)
    stated = [each for each in values if each not in (None, "", {})]
    if stated and all(isinstance(each, Claim) for each in stated):
        return united([stated], parties)[0]
    return stated[0] if stated else values[0]


# Meetings


def _holds_meetings(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], _MEETINGS)


def _meetings(lists: Sequence[Sequence[Any]]) -> tuple[list[Any], list[dict[str, str]]]:
    """The meetings of all drafts, each once under an id of its own, and for each draft its old ids and the new ones."""
    groups: list[list[tuple[int, Any]]] = []
    ids: list[str] = []
    renamed: list[dict[str, str]] = [{} for _ in lists]
    for draft, meetings in enumerate(lists):
        for meeting in meetings:
            fitting = [at for at, group in enumerate(groups) if all(_same(draft, meeting, *other) for other in group)]
            if not fitting and draft and len(groups) == 1 and _blank(meeting):
                fitting = [0]  # the one meeting goes on over the border of the windows
            if len(fitting) == 1:
                at = fitting[0]
                groups[at].append((draft, meeting))
            else:
                at = len(groups)
                groups.append([(draft, meeting)])
                ids.append(
                    meeting.id if meeting.id not in ids else next(i for n in count(1) if (i := f"m{n}") not in ids)
                )
            renamed[draft].setdefault(meeting.id, ids[at])
    return [_united([meeting for _, meeting in group], new) for group, new in zip(groups, ids, strict=True)], renamed


def _united(group: Sequence[Any], new_id: str) -> Any:
    if len(group) == 1 and group[0].id == new_id:
        return group[0]
    stated = {
        name: next((value for each in group if (value := getattr(each, name))), None)
        for name in ("title", "place", "date")
    }
    evidence = united_quotes([each.evidence for each in group])
    return group[0].model_copy(update=stated | {"id": new_id, "evidence": evidence})


def _blank(meeting: Any) -> bool:
    return not (meeting.title or meeting.place or meeting.date)


def _same(draft: int, a: Any, other: int, b: Any) -> bool:
    """Whether two meetings are one: no place or date differs, and place and date, title, or one of them agrees."""
    if draft == other:  # an engine that saw both together set them apart, unless it only repeats itself
        return all(same_words(getattr(a, name), getattr(b, name)) for name in ("title", "place", "date")) and (
            [bool(a.title), bool(a.place), bool(a.date)] == [bool(b.title), bool(b.place), bool(b.date)]
            and (a.id == b.id or not _blank(a))
        )
    place, date = _agree(a.place, b.place), _same_date(a.date, b.date)
    title = None if not (a.title and b.title) else same_wording(a.title, b.title, least=0.75)
    if place is False or date is False:
        return False
    if (place and date) or title:
        return True
    if place or date:
        return title is None
    return overlapping(a.evidence, b.evidence)


def _agree(a: str | None, b: str | None) -> bool | None:
    """Whether one wording holds the other; None where one is missing."""
    if not a or not b:
        return None
    return contained(a, b)


def _same_date(a: str | None, b: str | None) -> bool | None:
    agreed = _agree(a, b)
    if a and b and agreed is False:
        left, right = ({each.date for each in find_absolute(text)} for text in (a, b))
        return bool(left) and left == right
    return agreed


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
