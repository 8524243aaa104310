"""What was before the meeting: the parts of a record that look back, "Background", the timeline of an incident, and words
that put an act before it, "At its May meeting the council resolved", "agreed two weeks ago"."""

import datetime
import re

from ..sentences.due import MONTH
from .page import Page

_HEAD = re.compile(
    r"(?:\d[\d.]*\s+)?(?:background|timeline|chronology|history|sequence of events|(?:summary|timeline) of events|what happened)(?: \([^()]*\))?:?",
    re.IGNORECASE,
)
_LONGEST_HEAD = 80
"""Characters of a row by itself that may open the next part."""
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


def history(page: Page) -> list[tuple[int, int]]:
    """Offsets from which and up to which the record looks back."""
    found: list[tuple[int, int]] = []
    begin, level = -1, 0
    for row in page.rows:
        opens = not row.listed and _HEAD.fullmatch(row.text.strip(" *_")) is not None
        heads = row.heading and (row.heading <= level or not level)
        alone = (
            not level
            and row.gap
            and not row.listed
            and len(row.text) <= _LONGEST_HEAD
            and not row.text.endswith((".", ";", ",", "?", "!"))
        )
        if begin >= 0 and (opens or heads or alone or (not level and row.text.isupper())):
            found.append((begin, row.start))
            begin = -1
        if opens:
            begin, level = row.start, row.heading
    return [*found, (begin, len(page.text))] if begin >= 0 else found


def is_within(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of these parts."""
    return any(start <= offset < end for start, end in spans)


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
