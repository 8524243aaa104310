"""Which reports of a meeting are of one meeting, and what they tell of it together."""

from collections.abc import Sequence
from typing import Any

from ..dating.forms import find_absolute
from .sameness import contained, overlapping, same_wording, same_words, united_quotes


def of_one_meeting(lists: Sequence[Sequence[Any]]) -> list[list[tuple[int, Any]]]:
    """The meetings of all drafts, those that are one together, each with the index of its draft."""
    groups: list[list[tuple[int, Any]]] = []
    for draft, meetings in enumerate(lists):
        for meeting in meetings:
            fitting = [group for group in groups if all(_same(draft, meeting, *other) for other in group)]
            if not fitting and draft and len(groups) == 1 and _blank(meeting):
                fitting = groups[:]  # the one meeting goes on over the border of the windows
            if len(fitting) == 1:
                fitting[0].append((draft, meeting))
            else:
                groups.append([(draft, meeting)])
    return groups


def meeting_together(group: Sequence[Any], new_id: str) -> Any:
    """One meeting of several reports: of title, place and date what is told first."""
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
    if title:
        return True
    if place and date:  # in one town on one day there may be talks with several
        return title is None or same_wording(a.title, b.title, least=0.5)
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
