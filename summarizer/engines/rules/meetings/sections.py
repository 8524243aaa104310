"""Headings that each name a meeting of their own: "Steering group, 12 March 2024"."""

import re
from dataclasses import dataclass

from ....occasions.course import heading_level
from ..layout.page import Page, Sentence, without_number
from ..layout.rows import Row
from ..sentences.due import FULL_DATE

NOT_HELD = re.compile(
    r"\b(?:next|previous|last|coming|upcoming|future|approv\w+|adopt\w+|minutes (?:of|from)|actions?|due|deadlines?|until|since|by|review|update[ds]?|published|changes)\b",
    re.IGNORECASE,
)
"""In a heading whose date is not that of a meeting it opens."""
MEETING = re.compile(
    r"(?:(?:our|the|first|second|third|follow-up) )?(?:meeting|call|talks|session|round|visit|hearing|interview|dinner|lunch) (?:with|at|in) \w"
    r"|(?:first|second|third|morning|afternoon|evening) (?:session|meeting|round|call|sitting)\b",
    re.IGNORECASE,
)
"""A heading without a day that opens a meeting: "Call with the bank", "Morning session"."""
MARKS = " \t,;:|()[]–—-*_"
PARTED = re.compile(r"\s*[,:|;(]\s*|\s+[–—-]\s+")
PLACE = re.compile(
    r"(?:(?:in|at) )?(?P<place>(?:the )?[A-ZÀ-Þ][\w'’.-]*(?: (?:of |the |de |du )*[A-ZÀ-Þ][\w'’.-]*){0,4})"
)
HOUR = re.compile(r"(?:at )?\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b|[ -–]|$)", re.IGNORECASE)
"""Behind the day, when the meeting began: "March 4 (9:30am PT)"."""
RECORDING = re.compile(r"(?:recordings?|video|slides|notes|link|cancelled|canceled)", re.IGNORECASE)
"""Behind the day, what is no title: "June 12, 2025 (recording)"."""
LEADS_TO_DATE = re.compile(r"\s+(?:on|of)$")
FEWEST = 2


@dataclass(frozen=True)
class Section:
    """A heading, and what it says of the meeting below it in its own words."""

    start: int
    end: int
    title: str | None
    date: str | None
    place: str | None


def sections(page: Page) -> list[Section]:
    """The titles of several records, or headings of one level, each with a day or a title of its own; none where fewer than
    two are so."""
    if page.records:
        return [_of_record(row) for row in page.records]
    named: dict[int, list[Section]] = {}
    for sentence in page.everything[1:]:
        is_heading = page.document.segment(sentence.line).kind == "heading"
        if is_heading and not NOT_HELD.search(sentence.text) and not page.is_frame(sentence.line):
            date = FULL_DATE.search(sentence.text)
            if date is not None or MEETING.match(without_number(sentence.text.strip(MARKS))):
                level = heading_level(page.document, sentence.line)
                named.setdefault(level, []).append(_section(sentence, date))
    found = max(named.values(), key=len, default=[])
    return found if len({(one.title, one.date) for one in found}) >= FEWEST else []


def _of_record(row: Row) -> Section:
    date = FULL_DATE.search(row.text)
    return Section(row.start, row.end, row.text, date[0] if date else None, None)


def _section(heading: Sentence, date: re.Match[str] | None) -> Section:
    text = heading.text
    start, end = heading.start, heading.start + len(text)
    if date is None:
        return Section(start, end, without_number(text.strip(MARKS)), None, None)
    before = without_number(text[: date.start()].strip(MARKS)).strip(MARKS)
    after = [part.strip(MARKS) for part in PARTED.split(text[date.end() :]) if part.strip(MARKS)]
    if before:
        place = PLACE.fullmatch(after[0]) if after else None
        return Section(start, end, LEADS_TO_DATE.sub("", before), date[0], place["place"] if place else None)
    behind = text[date.end() :].strip(MARKS)
    is_remark = HOUR.match(behind) or RECORDING.fullmatch(behind)
    return Section(start, end, None if is_remark else behind or None, date[0], None)
