"""Which meeting an item belongs to, held against where its words stand."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from .documents import Document
from .items import Item


def place(items: Sequence[Item], document: Document) -> None:
    """Where a document tells of several meetings, check and complete the assignment of every item.

    A text that reports several meetings tells of one after the other, so an item that names none
    belongs to the one whose report its words stand in, if they all stand in one. An item whose lines
    name the place of another meeting, and not of its own, is given to that one. Both are recorded as
    changes; what stays open stays an empty list. Runs after grounding.
    """
    meetings = [item for item in items if item.kind == "meetings" and item.refused is None and item.evidence]
    if len(meetings) < 2:
        return
    reports = _Reports(meetings, document)
    for item in items:
        if item.kind != "meetings" and item.refused is None and "meetings" in item.values:
            _place(item, reports)


class _Reports:
    """The stretch of lines that tells of each meeting, from where it is first named to the next one."""

    def __init__(self, meetings: Sequence[Item], document: Document) -> None:
        self._document = document
        starts = sorted((min(one.line for one in meeting.evidence), meeting.values["id"]) for meeting in meetings)
        self._starts = [line for line, _ in starts]
        self._ids = [name for _, name in starts]
        self._apart = len(set(self._starts)) == len(self._starts)
        self._places = {
            meeting.values["id"]: re.compile(rf"\b{re.escape(named)}\b")
            for meeting in meetings
            if (named := meeting.values.get("place"))
        }

    def at(self, line: int) -> str | None:
        """The meeting whose report a line stands in; None before the first, or where two begin on one line."""
        index = bisect_right(self._starts, line) - 1
        return self._ids[index] if self._apart and index >= 0 else None

    def named_in(self, line: int) -> set[str]:
        """The meetings whose place a line names."""
        words = self._document.line_text(line)
        return {name for name, pattern in self._places.items() if pattern.search(words)}


def _place(item: Item, reports: _Reports) -> None:
    lines = {one.line for one in item.evidence}
    told = {reports.at(line) for line in lines}
    named = {name for line in lines for name in reports.named_in(line)}
    claimed = set(item.values["meetings"])
    if not claimed and len(told) == 1 and None not in told and named <= told:
        item.mend("meetings", [name for name in told if name], "its words stand in the report of this meeting")
    elif claimed and len(named) == 1 and not claimed & named and told == named:
        item.mend("meetings", sorted(named), "its words stand in the report of another meeting and name its place")
