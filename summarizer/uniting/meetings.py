"""Which reports of a meeting are of one meeting, and what they tell of it together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from ..dating.forms import find_absolute
from .sameness import contained, fullest, in_a_row, overlapping, same_wording, same_words, united_quotes


def of_one_meeting(lists: Sequence[Sequence[Any]]) -> list[list[tuple[int, Any]]]:
    """The meetings of all drafts, those that are one together, each with the index of its draft."""
    groups: list[list[_Report]] = []
    for draft, meetings in enumerate(lists):
        for meeting in meetings:
            report = _Report(draft, meeting)
            fitting = [group for group in groups if all(_same(report, other) for other in group)]
            if not fitting and draft and len(groups) == 1 and report.continues(groups[0]):
                fitting = groups[:]  # the one meeting goes on over the border of the windows
            if len(fitting) == 1:
                fitting[0].append(report)
            else:
                groups.append([report])
    return [[(report.draft, report.meeting) for report in group] for group in groups]


def meeting_together(group: Sequence[Any], new_id: str) -> Any:
    """One meeting of several reports: of title, place and date what is told first, or more fully later."""
    if len(group) == 1 and group[0].id == new_id:
        return group[0]
    stated = {name: fullest(getattr(each, name) for each in group) for name in ("title", "place", "date")}
    evidence = united_quotes([each.evidence for each in group])
    return group[0].model_copy(update=stated | {"id": new_id, "evidence": evidence})


@dataclass(eq=False)
class _Report:
    """A meeting as a draft tells of it; what every other one is compared with is read once."""

    draft: int
    meeting: Any
    told: tuple[bool, bool, bool] = field(init=False)
    """Whether it gives title, place and date."""

    def __post_init__(self) -> None:
        self.told = bool(self.meeting.title), bool(self.meeting.place), bool(self.meeting.date)

    @property
    def is_blank(self) -> bool:
        return not any(self.told)

    def continues(self, known: "list[_Report]") -> bool:
        """Whether it tells nothing of its own, or only a word of what the one known meeting is called, "committee"."""
        if self.is_blank:
            return True
        if self.told != (True, False, False) or any(each.draft == self.draft for each in known):
            return False
        return any(self.title in each.title for each in known)

    @cached_property
    def title(self) -> str:
        return in_a_row(self.meeting.title or "")

    @cached_property
    def place(self) -> str:
        return in_a_row(self.meeting.place or "")

    @cached_property
    def day(self) -> str:
        return in_a_row(self.meeting.date or "")

    @cached_property
    def days(self) -> frozenset[date]:
        return _days(self.meeting.date or "")

    def days_in(self, year: int) -> frozenset[date]:
        """Its days, those of that year where none is told."""
        return self.days or _days(f"{self.meeting.date} {year}")


def _days(text: str) -> frozenset[date]:
    return frozenset(each.date for each in find_absolute(text))


def _same(a: _Report, b: _Report) -> bool:
    """Whether two meetings are one: no place or date differs, and place and date, title, or one of them agrees."""
    one, other = a.meeting, b.meeting
    if a.draft == b.draft:  # an engine that saw both together set them apart, unless it only repeats itself
        return (
            a.told == b.told
            and all(same_words(getattr(one, name), getattr(other, name)) for name in ("title", "place", "date"))
            and (one.id == other.id or not a.is_blank)
        )
    place = None if not (one.place and other.place) else contained(a.place, b.place)
    day = None if not (one.date and other.date) else contained(a.day, b.day) or _on_one_day(a, b)
    if place is False or day is False:
        return False
    title = None if not (one.title and other.title) else same_wording(one.title, other.title, least=0.75)
    if title:
        return True
    if place and day:  # in one town on one day there may be talks with several
        return title is None or contained(a.title, b.title) or same_wording(one.title, other.title, least=0.5)
    if place or day:
        return title is None
    return overlapping(one.evidence, other.evidence)


def _on_one_day(a: _Report, b: _Report) -> bool:
    """Whether both give the same days, one of them perhaps without the year: "Mar 26" and 2025-03-26."""
    years = {day.year for day in a.days | b.days}
    return any(a.days_in(year) == b.days_in(year) != frozenset() for year in years)
