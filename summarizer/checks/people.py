"""People and meetings: a name must be quoted, what is said of its bearer must be in the source, presence must show."""

import re
from functools import lru_cache

from pydantic import BaseModel

from ..items import Item
from ..schemas import Part, Presence, RejectionReason
from ..stems import shared, stems_of
from .bearers import other_bearer
from .fields import Report, Text, of_kind, roles, texts
from .grounds import Grounds, holds
from .proper import known, name_parts, stands, whole_name

_MISSING_SHARE = 0.34  # of the words of a role that may be missing from the document
_LIST_REACH = 80  # lines after "Present:" in which a list may still run
_LIST_LINE = 14  # words of a line in a list
_ABSENT = re.compile(r"\b(?:apolog\w+|regrets?|absent|absences?|excus[ée]+e?s?|did not attend|could not attend|unable to attend|not present|no representative|assenti?|ausentes?|entschuldigt)\b", re.IGNORECASE)  # fmt: skip
_LIST = re.compile(r"\b(?:present|attend\w*|participa\w+|in attendance|members|guests?|visitors|delegat\w+|chair\w*|scribe\w*|moderator|minutes? tak\w+|note-?taker|invited|roll call|on the phone|remote(?:ly)?|online|remarks|présente?s?|presenti|presentes|anwesend\w*|teilnehm\w+|asistentes|partecipanti)\b|\binclud(?:ed|es|ing)\s*:", re.IGNORECASE)  # fmt: skip
_THERE = re.compile(
    r"\b(?:meet\w*|met|talk\w*|held|hosted|received|welcomed|visit\w*|attend\w*|participat\w*|join\w*|accompan\w+|led|headed|chair\w*|present\w*|"
    r"said|says|stated|told|thanked|discussed|explored|agreed|stressed|noted|asked|replied|explained|reported|proposed|spoke|address\w+|brief\w*|"
    r"convened?|gathered|travel\w*|delegation|counterpart\w*|signed|call\w*|underscored|reaffirmed|emphasi[sz]ed|announced|recalled|rais\w+|"
    r"presided|opened|closed|added|urged|answered|responded|observed|remark\w*|expressed|went|saw|seen|conver\w+|consult\w+|review\w+)\b",
    re.IGNORECASE,
)


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
    names = [one.value for one in texts(report.item, Part.NAME)]
    stems = stems_of(text.value)
    if not stems:
        _short(text, grounds, report)
        return
    there, near = grounds.stems
    for name in names:
        for line in grounds.lines:
            if (bearer := other_bearer(text.value, name, line.text)) is not None:
                report.note("names", "absent", f'In the quoted words "{bearer}" is "{text.value}".')
                return
    if shared(stems, there) == stems:
        report.note("names", "agrees")
        return
    missing = stems - shared(stems, grounds.index.stems)
    if len(missing) > _MISSING_SHARE * len(stems):
        report.against(text, "names", f'"{text.value}" does not stand in the document.', RejectionReason.UNSUPPORTED)
    elif len(stems - shared(stems, near | there)) > _MISSING_SHARE * len(stems):
        report.note("names", "absent", f'The quoted words do not say "{text.value}".')
    else:
        report.note("names", "agrees")


def _short(text: Text, grounds: Grounds, report: Report) -> None:
    """Letters such as "MP": too short to have a stem."""
    if stands(text.value, grounds.whole) or holds(grounds.around, text.value):
        report.note("names", "agrees")
    else:
        report.note("names", "absent", f'The quoted words do not say "{text.value}".')


def check_presence(item: Item, grounds: Grounds, report: Report) -> None:
    """`attended` needs words that show it: speaking, a list of those present, a part in the meeting."""
    field = of_kind(item, Presence)
    if field is None or item.values.get(field) != Presence.ATTENDED:
        return
    name = next((text.value for text in texts(item, Part.NAME)), "")
    if any(whole_name(name, speaker) or stands(name_parts(name)[-1], speaker) for speaker in grounds.index.speakers):
        return
    if _absent(grounds):
        explanation = f'The quoted words list "{name}" as absent.'
        report.note("names", "disagrees", explanation)
        item.mend(field, Presence.ABSENT, explanation)
    elif grounds.index.language == "en" and not (_THERE.search(grounds.whole) or _listed(grounds)):
        explanation = f'The quoted words only mention "{name}".'
        item.mend(field, Presence.MENTIONED, explanation)


def _absent(grounds: Grounds) -> bool:
    for line in grounds.lines:
        words = [match.end() for match in _ABSENT.finditer(line.text[: line.span[1]])]
        listed = [match.end() for match in _LIST.finditer(line.text[: line.span[1]]) if match.end() not in words]
        if words and max(words) > max(listed, default=-1):
            return True
        heading = grounds.index.heading(line.number)
        if not listed and _ABSENT.search(heading) and not _LIST.search(heading):
            return True
    return False


def _listed(grounds: Grounds) -> bool:
    """Whether a quoted line stands in a list of those present."""
    document = grounds.index.document
    for line in grounds.lines:
        for number in range(line.number, max(line.number - _LIST_REACH, 0), -1):
            text = document.line_text(number)
            if _LIST.search(text):
                return True
            if len(text.split()) > _LIST_LINE:
                break
    return False
