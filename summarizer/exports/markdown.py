"""A brief as Markdown, made to be read in a minute and checked line by line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..schemas import (
    AgendaItem,
    Brief,
    Change,
    CheckedBrief,
    Commitment,
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
from .wording import STRENGTH, count, dated, joined, plain, within

_QUOTE_LINE = re.compile(r"( *> )“.*” \((.*)\)$")
_LONG = 100  # characters of a line
_QUOTE_BEFORE_ANOTHER = re.compile(r"^( *> .*)\n(?= *> )", re.MULTILINE)


def to_markdown(brief: CheckedBrief) -> str:
    """The brief as a page: what was found, then what was refused, what may be missing, and how it was made."""
    parts = [*_head(brief)]
    if isinstance(brief, Brief):
        parts += _standard(brief)
    for name in item_types(type(brief)):
        if not (isinstance(brief, Brief) and name in Brief.model_fields):
            parts += _section(name.replace("_", " ").capitalize(), map(entry, as_list(getattr(brief, name))))
    parts += without_evidence(brief)
    parts += [*refused(brief.rejected), *omissions(brief), *unread(brief), *united(brief), *foot(brief)]
    page = "\n".join(parts).rstrip() + "\n"
    return _QUOTE_BEFORE_ANOTHER.sub(r"\1  \n", page)  # a line of its own for each, as Markdown breaks lines


def _head(brief: CheckedBrief) -> Iterator[str]:
    source = brief.source
    yield f"# Brief: {plain(source.title or source.name)}"
    yield ""
    facts = [f"**{brief.status.capitalize()}**"]
    if source.date:
        facts.append(
            f"{source.date.day} {source.date:%B %Y}" + (f" ({plain(source.date_basis)})" if source.date_basis else "")
        )
    else:
        facts.append("date not stated")
    for name in item_types(type(brief)):
        value = getattr(brief, name)
        facts.append(count(len(value) if isinstance(value, list) else int(value is not None), name))
    facts.append(f"{len(brief.rejected)} refused")
    yield " · ".join(facts)
    yield ""


def _standard(brief: Brief) -> Iterator[str]:
    titles = {meeting.id: _meeting_name(meeting) for meeting in brief.meetings}
    several = len(brief.meetings) > 1

    def where(named: Sequence[str]) -> str:
        if not several:
            return ""
        return "; ".join(plain(titles.get(one, one)) for one in named) or "meeting unclear"

    if several:
        brief = brief.model_copy(deep=True)
        for item in (item for name in item_types(Brief) for item in getattr(brief, name)):
            item.changes = [_with_names(change, titles) for change in item.changes]
    if brief.meetings:
        yield from _section("Meetings", (_meeting(meeting) for meeting in brief.meetings))
    yield "## Participants"
    yield ""
    yield from _people(brief.participants, where, several)
    yield from _section("Agenda", (_agenda_item(item, where(item.meetings)) for item in brief.agenda_items))
    yield from _section(
        "Commitments",
        (_commitment(item, where(item.meetings)) for item in brief.commitments),
        empty="None: no quoted words of the source bind anybody to act.",
    )
    yield from _section("Follow-ups", (_follow_up(item, where(item.meetings)) for item in brief.follow_ups))


def _section(title: str, entries: Iterable[str], *, empty: str = "None found.") -> Iterator[str]:
    yield f"## {title}"
    yield ""
    seen: set[str] = set()
    lines = [_once(line, seen) for entry in entries for line in entry.split("\n")]
    yield "\n".join(lines) if lines else empty
    yield ""


def _once(line: str, seen: set[str]) -> str:
    """A long quote is written out where it first stands in a section, and referred to after that."""
    quoted = _QUOTE_LINE.match(line)
    if quoted is None or len(line) < _LONG:
        return line
    if line.strip() in seen:
        return f"{quoted[1]}as above ({quoted[2]})"
    seen.add(line.strip())
    return line


def _meeting_name(meeting: Meeting) -> str:
    named = [part for part in (meeting.title, meeting.place) if part]
    if meeting.title and meeting.place and meeting.place in meeting.title:
        named = [meeting.title]
    if not named and meeting.date:
        named = [meeting.date.words]
    return ", ".join(named) or f"meeting {meeting.id}"


def _meeting(meeting: Meeting) -> str:
    name, when = _meeting_name(meeting), dated(meeting.date) if meeting.date else ""
    return entry(meeting, joined(f"**{plain(name)}**", when if when != name else None))


def _people(people: Sequence[Participant], where: Any, several: bool) -> Iterator[str]:
    if not people:
        yield "None found."
        yield ""
        return
    heads = ["Name", "Office", "For", "Presence", *(["Meeting"] if several else []), "Source"]
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    order = {Presence.ATTENDED: 0, Presence.ABSENT: 1, Presence.MENTIONED: 2}
    for person in sorted(people, key=lambda one: order[one.presence]):
        sides = [part for part in (person.organization, person.delegation) if part]
        cells = [f"**{plain(person.name)}**", plain(person.role or ""), plain("; ".join(dict.fromkeys(sides)))]
        cells += [person.presence.value, *([where(person.meetings)] if several else []), _places(person.evidence)]
        yield "| " + " | ".join(cell + doubt(person) * (not i) for i, cell in enumerate(cells)) + " |"
    yield ""
    notes = [line for person in people for line in beside(person, person.name)]
    yield from ["\n".join(notes), ""] if notes else []


def _agenda_item(item: AgendaItem, where: str) -> str:
    marks = [item.outcome.value] if item.strength is None else [item.outcome.value, STRENGTH[item.strength]]
    if item.outcome is Outcome.DISCUSSED and item.strength is not None and not item.strength.binds:
        marks = marks[1:]  # how it was talked about says it better: "mentioned", "explored"
    lines = [f"**{plain(item.topic)}** ({joined(*marks, where)})"]
    if item.summary:
        lines[0] += f": {plain(item.summary)}"
    nested = [entry(one, f"Decided: {plain(one.text)}", indent=2) for one in item.decisions]
    return "\n".join([entry(item, lines[0]), *nested])


def _commitment(item: Commitment, where: str) -> str:
    head = f"**{plain(item.action)}** ({joined(STRENGTH[item.strength], where)})"
    facts = joined(
        f"by {plain(within(item.by))}" if item.by else _unnamed(item, "by", "by whom", "is not stated"),
        item.to and f"to {plain(within(item.to))}",
        item.said_by and f"as said by {plain(within(item.said_by))}",
        item.condition and f"on condition: {plain(item.condition)}",
        f"due: {dated(item.due)}" if item.due else None,
        between="; ",
    )
    return entry(item, f"{head}: {facts}")


def _follow_up(item: FollowUp, where: str) -> str:
    basis = "" if item.owner_basis is OwnerBasis.UNSTATED else f" ({item.owner_basis.value.replace('_', ' ')})"
    owner = f"{plain(item.owner)}{basis}" if item.owner else _unnamed(item, "owner", "no owner", "stated")
    facts = joined(owner, f"due: {dated(item.due)}" if item.due else None, between="; ")
    return entry(item, f"**{plain(item.action)}** ({joined(STRENGTH[item.strength], where)}): {facts}")


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


def _places(evidence: Sequence[Evidence]) -> str:
    lines = sorted({one.line for one in evidence})
    return f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"
