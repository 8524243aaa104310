"""Which meeting an item belongs to, held against where its words stand."""

from collections.abc import Sequence
from itertools import count

from .documents import Document
from .items import Item
from .occasions.course import Course, Occasion
from .occasions.people import Attendances
from .schemas import Presence

_STANDS = "its words stand in the report of this meeting"
_ANOTHER = "its words stand in the report of another meeting and name it"
_SHARED = "the draft gives several meetings this id"
_SHOWN = "the text shows the person in this meeting"


def place(items: Sequence[Item], document: Document) -> None:
    """Where a document tells of several meetings, check and complete the assignment of every item.

    A text that reports several meetings tells of one after the other, and may come back to one or speak of
    all. An item that names none belongs to the one whose report its words stand in, if they all stand in
    one. An item whose lines name another meeting, and not its own, is given to that one. A person is also in
    every further meeting in which the text shows the person. All is recorded as changes; what stays
    open stays an empty list. Runs after grounding.
    """
    meetings = [item for item in items if item.kind == "meetings" and item.refused is None and item.evidence]
    if len(meetings) < 2:
        return
    _tell_apart(meetings, items)
    course = Course(document, [_occasion(meeting) for meeting in meetings])
    others = [item for item in items if item.kind != "meetings" and item.refused is None and "meetings" in item.values]
    shown = Attendances(document, course, [name for item in others if (name := _person(item)) is not None])
    for item in others:
        name = _person(item)
        if name is None:
            _place(item, course)
        elif item.values["presence"] != Presence.MENTIONED:
            _place_person(item, course, shown.of(name))


def _tell_apart(meetings: Sequence[Item], items: Sequence[Item]) -> None:
    """Give each meeting an id of its own; what names an id that several were given says no longer which is meant."""
    given = [meeting.values["id"] for meeting in meetings]
    shared = {one for one in given if given.count(one) > 1}
    if not shared:
        return
    free = (f"m{number}" for number in count(1))
    for at, meeting in enumerate(meetings):
        if given[at] in given[:at]:
            meeting.mend("id", next(one for one in free if one not in given), _SHARED)
    for item in items:
        if isinstance(named := item.values.get("meetings"), list):
            item.mend("meetings", [one for one in named if one not in shared], _SHARED)


def _person(item: Item) -> str | None:
    """The name, where the item is a person who may have been there."""
    return _text(item, "name") if "presence" in item.values else None


def _text(item: Item, field: str) -> str | None:
    value = item.values.get(field)
    return value if isinstance(value, str) else None


def _occasion(meeting: Item) -> Occasion:
    lines = tuple(one.line for one in meeting.evidence)
    place, date, title = (_text(meeting, field) for field in ("place", "date", "title"))
    return Occasion(meeting.values["id"], lines, place=place, date=date, title=title)


def _place(item: Item, course: Course) -> None:
    told = [course.at(line) for line in {one.line for one in item.evidence}]
    where = {stretch.ids for stretch in told}
    claimed = set(item.values["meetings"])
    if len(where) != 1 or not (ids := where.pop()):
        return
    if not claimed:
        item.mend("meetings", list(ids), _STANDS)
    elif claimed.isdisjoint(ids) and all(stretch.named for stretch in told):
        item.mend("meetings", list(ids), _ANOTHER)


def _place_person(item: Item, course: Course, shown: set[str]) -> None:
    claimed = set(item.values["meetings"])
    if not shown:
        if not claimed:
            _place(item, course)
        return
    told = [set(course.at(one.line).ids) for one in item.evidence]
    belied = claimed.isdisjoint(shown) and all(ids and claimed.isdisjoint(ids) for ids in told)
    ids = shown if belied else shown | claimed
    reason = _SHOWN if claimed and not belied else _ANOTHER if claimed else _STANDS
    if ids != claimed:
        item.mend("meetings", [one.id for one in course.occasions if one.id in ids], reason)
