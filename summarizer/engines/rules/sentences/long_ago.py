"""Words that put an act before the meeting that is reported: "At its May meeting the council resolved", "agreed two weeks ago"."""

import datetime
import re

from .due import MONTH

_OTHER = re.compile(
    rf"\b(?:at|during|in) (?:its|their|our|the|a) (?:(?P<before>(?:last|previous|earlier|preceding|prior)(?: [\w-]+){{0,2}})|(?:\d{{1,2}} )?(?P<month>{MONTH})(?: \d{{1,2}},?)?(?: (?P<year>\d{{4}}))?(?: [\w-]+)?) (?:meeting|session)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:^|[,;:] )in (?P<year>(?:19|20)\d\d),? ", re.IGNORECASE)
_AGO = re.compile(
    r"(?:(?!\b(?:that|which|who|what|where|when|since|from|of|\w+ed)\b).)*\b(?:days?|weeks?|months?|years?|sprints?|meetings?|releases?|quarters?) ago\b",
    re.IGNORECASE | re.DOTALL,
)
_NEVER_DONE = re.compile(r"\b(?:and|but) (?:\w+ )?(?:never did|did not|didn['’]t|have not|haven['’]t)\b", re.IGNORECASE)


def is_long_ago(sentence: str, verb: int, end: int, day: datetime.date | None) -> bool:
    """Whether the act whose verb stands at `verb`, in a clause up to `end`, was done before the meeting.

    day: when the document is from; a month or a year that it does not tell apart from the meeting's own is none before it.
    """
    before = sentence[:verb]
    if (other := _OTHER.search(before)) and (other["before"] or _is_past(other["month"], other["year"], day)):
        return True
    if (year := _YEAR.search(before)) and day is not None and int(year["year"]) < day.year:
        return True
    return _AGO.match(sentence, verb, end) is not None or _NEVER_DONE.search(sentence, verb, end) is not None


def _is_past(month: str, year: str | None, day: datetime.date | None) -> bool:
    if day is None or f"{day:%B}".lower().startswith(month.lower().rstrip(".")[:3]):
        return day is not None and year is not None and int(year) < day.year
    return year is None or int(year) <= day.year
