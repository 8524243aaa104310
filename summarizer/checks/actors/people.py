"""People and meetings: a name must be quoted, and what is said of its bearer must be in the source."""

from functools import lru_cache

from pydantic import BaseModel

from ...items import Item
from ...schemas import Part, Presence, RejectionReason
from ...words.scripts import holds
from ...words.stems import shared, stems_of
from ..fields import Report, Text, of_kind, roles, texts
from ..grounds import Grounds
from ..proper import known, name_parts, shares_name, stands, whole_name
from .bearers import in_row, other_bearer
from .holders import as_written, only_holder, said_of_neighbours
from .namesakes import titled_namesake
from .offices import as_shortened, is_of_another, other_office, ranked_office

_MISSING_SHARE = 0.34  # of the words of a role that may be missing from the document


def check_names_of(item: Item, grounds: Grounds, report: Report) -> None:
    """A name that the item cannot be without must be quoted; another goes where the document has it not."""
    for text in texts(item, Part.NAME):
        missing = [part for part in name_parts(text.value) if not known(part, grounds)]
        if missing:
            report.against(
                text, "names", f'"{text.value}" does not stand in the document.', RejectionReason.UNSUPPORTED
            )
        elif whole_name(text.value, grounds.quoted) or _speaks(text.value, grounds):
            report.note("names", "agrees")
        elif any(stands(part, grounds.whole) for part in name_parts(text.value)):
            if text.value.lower() in grounds.index.lower or whole_name(text.value, grounds.around):
                report.note("names", "agrees")
            else:
                report.note("names", "absent", f'The quoted words give only a part of the name "{text.value}".')
        elif text.optional:
            report.note("names", "absent", f'The quoted words do not name "{text.value}".')
        else:
            explanation = f'The quoted words do not name "{text.value}".'
            report.note("names", "disagrees", explanation)
            report.refuse(RejectionReason.UNSUPPORTED, explanation)


def _speaks(name: str, grounds: Grounds) -> bool:
    return any(line.speaker and whole_name(name, line.speaker) for line in grounds.lines)


def is_named(item: Item) -> bool:
    """Whether the item is a person, a meeting or the like: a name or id with attributes, and no statement."""
    return _is_named(type(item.claim))


@lru_cache(maxsize=256)
def _is_named(claim: type[BaseModel]) -> bool:
    required = {role.part for role in roles(claim) if not role.optional and role.single}
    return Part.CLAIM not in required and bool(required & {Part.NAME, Part.REFERENCE})


def check_attribute(text: Text, grounds: Grounds, report: Report) -> None:
    """What is said of a person or a meeting, such as a role: null where the document does not say it."""
    is_person = _is_person(report.item)
    if is_person and text.value.lower() not in grounds.whole.lower():
        text = _as_written(text, grounds)
    of_offices = (_other_rank, _other_office, _of_somebody_away) if is_person else ()
    of_neighbours, of_holder = ((_of_neighbours,), (_of_its_holder,)) if is_person else ((), ())
    for rule in (_nickname, _too_short, *of_offices, *of_neighbours, _of_another, *of_holder):
        if rule(text, grounds, report):
            return
    stems = stems_of(text.value)
    is_quoted = shared(stems, grounds.stems) == stems
    if is_quoted or whole_name(text.value, grounds.whole):  # "Denmark" is the Danish side
        report.note("names", "agrees")
    elif _missing_from(stems, grounds.index.stems):
        report.against(text, "names", f'"{text.value}" does not stand in the document.', RejectionReason.UNSUPPORTED)
    elif _missing_from(stems, grounds.stems_near):
        report.note("names", "absent", f'The quoted words do not say "{text.value}".')
    else:
        report.note("names", "agrees")


def _as_written(text: Text, grounds: Grounds) -> Text:
    """An office as the quoted words have it, in another length: "Cllr" for "Councillor", "CFO" written out."""
    found = (as_shortened(text.value, line.text) for line in grounds.lines)
    return text._replace(value=next((words for words in found if words is not None), text.value))


def _missing_from(stems: frozenset[str], known: frozenset[str]) -> bool:
    return len(stems - shared(stems, known)) > _MISSING_SHARE * len(stems)


# Rules on an attribute, each whether it settles the matter.


def _nickname(text: Text, grounds: Grounds, report: Report) -> bool:
    """What the person is called is no attribute of theirs."""
    called = grounds.index.nicknames.get(text.value)
    if called is None or not any(shares_name(name, called) for name in _names(report.item)):
        return False
    explanation = f'"{text.value}" is what "{called}" is called.'
    report.against(text, "names", explanation, RejectionReason.UNSUPPORTED)
    return True


def _too_short(text: Text, grounds: Grounds, report: Report) -> bool:
    """Letters such as "MP" have no stem."""
    if stems_of(text.value):
        return False
    if stands(text.value, grounds.whole) or holds(grounds.around, text.value):
        report.note("names", "agrees")
    else:
        report.note("names", "absent", f'The quoted words do not say "{text.value}".')
    return True


def _other_rank(text: Text, grounds: Grounds, report: Report) -> bool:
    """The words give the office with another rank: "Deputy Minister"."""
    office = ranked_office(text.value, [line.text for line in grounds.lines])
    if office is None:
        return False
    explanation = f'The quoted words say "{office}".'
    report.note("names", "disagrees", explanation)
    report.item.mend(text.name, office, explanation)
    return True


def _other_office(text: Text, grounds: Grounds, report: Report) -> bool:
    """The words give one that differs in a word: "Chief Financial Officer"."""
    office = other_office(text.value, [line.text for line in grounds.lines])
    if office is None:
        return False
    report.against(text, "names", f'The quoted words say "{office}".')
    return True


def _of_somebody_away(text: Text, grounds: Grounds, report: Report) -> bool:
    if not is_of_another(text.value, [line.text for line in grounds.lines]):
        return False
    report.against(text, "names", f'The quoted words say "{text.value}" of somebody who is away.')
    return True


def _of_another(text: Text, grounds: Grounds, report: Report) -> bool:
    """A line of the quoted words, or a namesake's, gives it to somebody else; whoever stands beside a meeting has not its title."""
    if report.item.kind == "meetings":
        return False
    of_person, stems = _is_person(report.item), stems_of(text.value)
    lines = [line.text for line in grounds.lines]
    if shared(stems, grounds.stems) != stems:
        lines.append(grounds.around)  # the office of a neighbour, which the quoted words do not give
    for name in _names(report.item):
        for line in lines if not any(in_row(text.value, name, line) for line in lines) else ():
            bearer = other_bearer(as_written(text.value, line), name, line, of_person=of_person)
            if bearer is not None and not _is_claimed(bearer, text, report.item):
                report.note("names", "absent", f'The text says "{text.value}" of "{bearer}".')
                return True
        if of_person and (bearer := titled_namesake(text.value, name, grounds.index)) is not None:
            report.against(text, "names", f'The text says "{text.value}" of "{bearer}".')
            return True
    return False


def _of_neighbours(text: Text, grounds: Grounds, report: Report) -> bool:
    """The entry of a list that is quoted does not give it, and one beside it does."""
    if not any(said_of_neighbours(text.value, name, grounds) for name in _names(report.item)):
        return False
    explanation = f'The quoted entry does not say "{text.value}".'
    report.against(text, "names", explanation, RejectionReason.UNSUPPORTED)
    return True


def _of_its_holder(text: Text, grounds: Grounds, report: Report) -> bool:
    """The quoted words have the office away from the name, and the document gives it to one other person."""
    for name in _names(report.item):
        for line in grounds.lines:
            if (holder := only_holder(text.value, name, line.text, grounds)) is not None:
                report.note("names", "absent", f'The text says "{text.value}" of "{holder}".')
                return True
    return False


def _names(item: Item) -> list[str]:
    return [one.value for one in texts(item, Part.NAME)]


def _is_person(item: Item) -> bool:
    return of_kind(item, Presence) is not None


def _is_claimed(words: str, text: Text, item: Item) -> bool:
    """Whether the item says these words of the same person in another field: "Ann Lee, Senior Fellow, Port Institute"."""
    return any(words in one.value for one in texts(item, Part.CLAIM) if one.name != text.name)
