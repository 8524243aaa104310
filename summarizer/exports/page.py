"""What the page of a brief says: what was found, then what was refused, what may be missing, and how it was made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from ..schemas import (
    AgendaItem,
    Brief,
    Change,
    CheckedBrief,
    Commitment,
    Decision,
    Evidence,
    Evidenced,
    FollowUp,
    Meeting,
    Outcome,
    OwnerBasis,
    Participant,
    Presence,
    item_types,
)
from .account import foot, omissions, refused, united, unread, without_evidence
from .entries import as_list, beside, doubt, entry
from .parts import Entry, Fact, Page, Row, Section, Table
from .wording import STRENGTH, count, dated, joined, plain, within

_Where = Callable[[Sequence[str]], str]
"""The names of meetings, by their ids; empty where there is but one."""
_TITLES = {"agenda_items": "Agenda", "follow_ups": "Follow-ups"}
_ORDER = {Presence.ATTENDED: 0, Presence.ABSENT: 1, Presence.MENTIONED: 2}


def page_of(brief: CheckedBrief) -> Page:
    """The page of a brief, before it is written in any form."""
    sections = list(_standard(brief)) if isinstance(brief, Brief) else []
    for name in item_types(type(brief)):
        if not (isinstance(brief, Brief) and name in Brief.model_fields):
            entries = map(entry, as_list(getattr(brief, name)))
            sections.append(Section(_title(name, brief), tuple(entries)))
    sections += without_evidence(brief)
    sections += [*refused(brief.rejected), *omissions(brief), *unread(brief), *united(brief)]
    source = brief.source
    return Page(
        title=f"Brief: {plain(source.title or source.name)}",
        status=brief.status,
        facts=tuple(_facts(brief)),
        sections=tuple(sections),
        foot=foot(brief),
    )


def cited_lines(evidence: Sequence[Evidence]) -> str:
    """`line 3`, `lines 3, 8`"""
    lines = sorted({one.line for one in evidence})
    return f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"


def _facts(brief: CheckedBrief) -> Iterator[Fact]:
    source = brief.source
    if source.date:
        basis = f" ({plain(source.date_basis)})" if source.date_basis else ""
        yield Fact(f"{source.date.day} {source.date:%B %Y}{basis}")
    else:
        yield Fact("date not stated")
    for name in item_types(type(brief)):
        value = getattr(brief, name)
        number = len(value) if isinstance(value, list) else int(value is not None)
        yield Fact(count(number, name), _title(name, brief))
    yield Fact(f"{len(brief.rejected)} refused", "Refused")


def _title(name: str, brief: CheckedBrief) -> str:
    """The title of the section of a list, from the field that holds it."""
    standard = _TITLES.get(name) if isinstance(brief, Brief) else None
    return standard or name.replace("_", " ").capitalize()


def _standard(brief: Brief) -> Iterator[Section]:
    titles = {meeting.id: _meeting_name(meeting) for meeting in brief.meetings}
    where = partial(_named, titles) if len(brief.meetings) > 1 else _nowhere
    if len(brief.meetings) > 1:
        brief = brief.model_copy(deep=True)
        for item in (item for name in item_types(Brief) for item in getattr(brief, name)):
            item.changes = [_with_names(change, titles) for change in item.changes]
    if brief.meetings:
        yield Section("Meetings", tuple(map(_meeting, brief.meetings)))
    yield _people(brief.participants, where)
    yield Section("Agenda", tuple(_agenda_item(item, where) for item in brief.agenda_items))
    yield Section(
        "Commitments",
        tuple(_commitment(item, where) for item in brief.commitments),
        empty="None: no quoted words of the source bind anybody to act.",
    )
    yield Section("Follow-ups", tuple(_follow_up(item, where) for item in brief.follow_ups))


def _named(titles: Mapping[str, str], meetings: Sequence[str]) -> str:
    return "; ".join(plain(titles.get(one, one)) for one in meetings) or "meeting unclear"


def _nowhere(meetings: Sequence[str]) -> str:
    return ""


def _meeting_name(meeting: Meeting) -> str:
    named = [part for part in (meeting.title, meeting.place) if part]
    if meeting.title and meeting.place and meeting.place in meeting.title:
        named = [meeting.title]
    if not named and meeting.date:
        named = [meeting.date.words]
    return ", ".join(named) or f"meeting {meeting.id}"


def _meeting(meeting: Meeting) -> Entry:
    name, when = _meeting_name(meeting), dated(meeting.date) if meeting.date else ""
    return entry(meeting, Entry(plain(name), told=when if when != name else "", between=", "))


def _people(people: Sequence[Participant], where: _Where) -> Section:
    heads = ["Name", "Office", "For", "Presence", *(["Meeting"] if where is not _nowhere else []), "Source"]
    rows = []
    for person in sorted(people, key=lambda one: _ORDER[one.presence]):
        sides = [part for part in (person.organization, person.delegation) if part]
        cells = [plain(person.role or ""), plain("; ".join(dict.fromkeys(sides))), person.presence.value]
        cells += [where(person.meetings)] if where is not _nowhere else []
        rows.append(Row(plain(person.name), tuple(cells), tuple(person.evidence), doubt(person)))
    notes = [note for person in people for note in beside(person, person.name)]
    return Section("Participants", tuple(notes), table=Table(tuple(heads), tuple(rows)) if rows else None)


def _agenda_item(item: AgendaItem, where: _Where) -> Entry:
    marks = [item.outcome.value] if item.strength is None else [item.outcome.value, STRENGTH[item.strength]]
    if item.outcome is Outcome.DISCUSSED and item.strength is not None and not item.strength.binds:
        marks = marks[1:]  # how it was talked about says it better: "mentioned", "explored"
    known = Entry(
        plain(item.topic),
        marks=_marks(*marks, where(item.meetings)),
        told=plain(item.summary) if item.summary else "",
        nested=tuple(map(_decision, item.decisions)),
    )
    return entry(item, known)


def _decision(item: Decision) -> Entry:
    return entry(item, Entry(told=f"Decided: {plain(item.text)}"))


def _commitment(item: Commitment, where: _Where) -> Entry:
    facts = joined(
        f"by {plain(within(item.by))}" if item.by else _unnamed(item, "by", "by whom", "is not stated"),
        item.to and f"to {plain(within(item.to))}",
        item.said_by and f"as said by {plain(within(item.said_by))}",
        item.condition and f"on condition: {plain(item.condition)}",
        f"due: {dated(item.due)}" if item.due else None,
        between="; ",
    )
    return entry(
        item, Entry(plain(item.action), marks=_marks(STRENGTH[item.strength], where(item.meetings)), told=facts)
    )


def _follow_up(item: FollowUp, where: _Where) -> Entry:
    basis = "" if item.owner_basis is OwnerBasis.UNSTATED else f" ({item.owner_basis.value.replace('_', ' ')})"
    owner = f"{plain(item.owner)}{basis}" if item.owner else _unnamed(item, "owner", "no owner", "stated")
    facts = joined(owner, f"due: {dated(item.due)}" if item.due else None, between="; ")
    return entry(
        item, Entry(plain(item.action), marks=_marks(STRENGTH[item.strength], where(item.meetings)), told=facts)
    )


def _marks(*marks: str) -> tuple[str, ...]:
    return tuple(filter(None, marks))


def _unnamed(item: Evidenced, field: str, missing: str, unstated: str) -> str:
    """What stands for a party that an item does not name: that none is stated, or that the one claimed was taken out."""
    claimed = next(
        (one.before for one in item.changes if one.field == field and one.after is None and one.before), None
    )
    if claimed is None:
        return f"{missing} {unstated}"
    return f"{missing}: “{plain(str(claimed))}” was claimed, and taken out"


def _with_names(change: Change, titles: Mapping[str, str]) -> Change:
    """A change of the meetings that an item belongs to, with their names for the ids that a reader does not see."""
    if change.field != "meetings":
        return change
    before, after = ([titles.get(one, one) for one in as_list(value)] for value in (change.before, change.after))
    return change.model_copy(update={"before": before, "after": after})
