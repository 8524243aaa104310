"""When a document is from, if its head or the name of its file says so; never a day that it is about."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .dating.forms import DAY_AND_MONTH, calendar_date, find_absolute, numeric_order
from .documents import Segment
from .readers.spreadsheets import is_table
from .words.calendar import MONTHS, WEEKDAYS, day_first
from .words.scripts import folded

_HEAD = 15
"""Lines that hold words, from the top, in which a document says when it is from."""
_REACH = 200
"""Characters of such a line that are looked at."""
_LABEL = re.compile(
    r"""\b(?:date|dates|when|held[^\S\n]on|datum|data|fecha|datum|dato|päivämäärä|data[^\S\n]e[^\S\n]ora|تاريخ|التاريخ|日期|日時|날짜)
    \b[^\n:：]{0,30}?[:：]?[*_\s]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_HELD = re.compile(
    r"""\b(?:
        (?:held|convened|met|called[^\S\n]to[^\S\n]order|opened|took[^\S\n]place|began|broadcast|recorded[^\S\n]on)\b
        |(?:tenue?s?|réunie?s?|a[^\S\n]eu[^\S\n]lieu|(?:séance|réunion)[^\S\n]du)\b
        |(?:tenut[aoe](?:si)?|riunit[aoie](?:si)?|(?:seduta|riunione|assemblea)[^\S\n]del)\b
        |(?:celebrad[ao]s?|reunid[ao]s?|siendo[^\S\n]las|(?:sesión|reunión)[^\S\n]del)\b
        |(?:(?:sitzung|besprechung|versammlung)[^\S\n](?:vom|am)|fand|(?:versammelten|trafen)[^\S\n]sich)\b
        |(?:realizad[ao]s?|gehouden|(?:vergadering|overleg)[^\S\n]van|saret|miżmuma)\b
        |(?:ع\u064f?قدت?|انعقدت?)\b
    )(?:[^.\n]|\.(?=[0-9])){0,80}$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words, before the day, by which a meeting took place on it."""
_HELD_THEN = re.compile(
    r"[^.\n]{0,80}\b(?:met|convened|se[^\S\n]reun(?:ió|ieron|e[n]?)|s['’]est[^\S\n]réunie?|se[^\S\n]réunit|(?:si[^\S\n]è|è)[^\S\n]riunit[ao]|si[^\S\n]riunisce|tagte)\b",
    re.IGNORECASE,
)
"""The same words behind it."""
_OTHER_DAY = re.compile(
    r"\b(?:next|previous|last|prior|due|deadline|until|since|by|before|after|from|approv(?:ed|al)|updated|modified|effective"
    r"|expires?|adopted|signed|born|copyright|exported|created|generated|produced|printed|prochaine?|précédent\w*|approbation|prossim\w+|approvazione|próxim\w+|aprobación|nächst\w+|genehmigung)\b",
    re.IGNORECASE,
)
_NEAR = frozenset({"until", "since", "by", "before", "after", "from"})
"""Of these words those that tell of another day only close to it: a meeting "held by video link on 20 May" was on it."""
_CLOSE = 2
"""Words between them, at the most."""
_SETTLED = re.compile(
    r"[^.\n]{0,60}\b(?:approved|confirmed|adopted|signed|agreed|approuvé\w*|adopté\w*|approvat\w+|aprobad\w+|aprueba|genehmigt|goedgekeurd|approvati|صودق|اعتمد)\b",
    re.IGNORECASE,
)
"""What is said, behind the day, of an earlier meeting: "the minutes of the meeting held on 3 May 2025 were approved"."""
_AUTHOR = re.compile(
    r"^\W*(?:(?:joint|press|official|public)\s)*(?:statements?|releases?|communiqu[eé]s?|readouts?|remarks|declarations?|speech|notes?|reports?|letters?|briefings?|messages?)(?: issued)? (?:by|from) (?=the\b|[^\W\d_a-z])",
    re.IGNORECASE,
)
"""How a title names who speaks, before the day: "Statement by the Ministry of Mines, 4 July 2024"."""
_PLACE = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w.'’-]*+|de|of|the|la|le|el|al|di|il|den|am|i[tlsdrnxz]-|l-|[(),،/–—-]|[\s,])*+[,،\s(:–—-]*\Z"
)
_DATELINE_END = re.compile(r"[^.\n]{0,25}?(?:[–—:)]|\s-\s|\.\s?[–—-])")
_NEXT_SENTENCE = re.compile(r"\.\s+[^\W\d_a-z]")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\b[ap]\.?m\b\.?|\d+")
_RUN_OF_DAYS = re.compile(
    r"(?<![\w:.,/–—-])\d{1,2}(?:st|nd|rd|th)?\s?(?:[-–—]|and|to|et|und|e|y|au)\s?(?=\d{1,2}(?:st|nd|rd|th|\.)?[,\s])"
)
_SHORT_YEAR = re.compile(
    r"(?<![\w/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>[0-4]\d)(?![\w/.-]*\d)"
)
_YEAR = re.compile(r"(?<![\w.,/:-])(?:19|20)\d{2}(?![\w/:-]|[.,]\d)")
_ALONE = re.compile(r"[,(:|–—-]\s*(?:[^\W\d]+\.?,?\s)?\Z")
"""Before a day that stands by itself at the end of a title, with no more than its weekday."""
_WEEKDAY = re.compile(rf"\b({'|'.join(map(re.escape, WEEKDAYS))})\.?,?\s{{1,4}}\Z")
_COMPACT = re.compile(r"(?<!\d)(20\d{2}|19\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ENTRY = re.compile(r"\s*(?:[-*+•]\s|\|)")
"""How an item of a list begins, or a row of a table: a day in it is that of what it lists."""


class Origin(NamedTuple):
    """The date a document is from, and the words that say so."""

    date: datetime.date
    basis: str


class _Day(NamedTuple):
    """A day that a line names, what stands before and behind it, and its own words."""

    date: datetime.date
    before: str
    after: str
    words: str


def find_date(text: str, segments: Sequence[Segment], name: str, language: str | None) -> Origin | None:
    """When the document or its meeting is from, if its head or its file name says so; never a date it is about."""
    labelled: Origin | None = None
    standing: Origin | None = None
    head = list(_head(text, segments))
    listed = is_table(head, name)
    for number, line in enumerate(head):
        for day in _days(line, language, is_title=number == 0):
            if _is_another(day):
                continue
            label = _LABEL.search(day.before)
            if label and labelled is None and len(day.before[: label.start()].split()) < 4:
                labelled = Origin(day.date, _tidy(day.before[label.start() :] + day.words))
            elif standing is None and not (listed or _ENTRY.match(line)) and _is_its_own(day):
                standing = Origin(day.date, _tidy(day.words))
    return labelled or standing or _in_name(name)


def _head(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    spoken = next((text.rfind("\n", 0, each.start) + 1 for each in segments if each.speaker), len(text))
    offset = lines = 0
    while offset < min(len(text), spoken) and lines < _HEAD:
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        line = text[offset : min(end, offset + _REACH)]
        if line.strip():
            lines += 1
            yield line
        offset = end + 1


# ---- the days of a line


def _days(line: str, language: str | None, *, is_title: bool) -> Iterator[_Day]:
    """Of "6-7 July 2026" the last day; of years in two digits those that the weekday before, the language, or the days
    of a month settle; in a title also "Board meetings 2025, 6 July"."""
    whole = [
        _Day(found.date, line[: found.start], line[found.end :], line[found.start : found.end])
        for found in find_absolute(line, language=language)
    ]
    yield from whole
    if (run := _RUN_OF_DAYS.search(line)) is not None:
        joined = line[: run.start()] + line[run.end() :]
        for found in find_absolute(joined, language=language):
            if found.start <= run.start() < found.end:
                words = line[found.start : found.end + len(run[0])]
                yield _Day(found.date, line[: found.start], joined[found.end :], words)
    for short in _SHORT_YEAR.finditer(line):
        if (date := _in_this_century(line, short, language)) is not None:
            yield _Day(date, line[: short.start()], line[short.end() :], short[0])
    if is_title and not whole and (apart := _year_apart(line)) is not None:
        yield apart


def _in_this_century(line: str, short: re.Match[str], language: str | None) -> datetime.date | None:
    """The day of "12/11/24", if the weekday before it fits one order alone, or the language or the calendar has one order."""
    first, second, year = int(short["first"]), int(short["second"]), 2000 + int(short["year"])
    named = _WEEKDAY.search(folded(line[: short.start()]))
    orders = {order for leads in (True, False) if (order := numeric_order(first, second, short["mark"], leads))}
    days = {day for order in orders if (day := calendar_date(year, *order)) is not None}
    if named is not None:
        days = {day for day in days if day.weekday() == WEEKDAYS[named[1]]}
    elif day_first(language) is None:
        if short["mark"] == "." or second <= 12:
            return None
    else:
        order = numeric_order(first, second, short["mark"], day_first(language))
        days = {day for day in [calendar_date(year, *order) if order else None] if day is not None}
    return days.pop() if len(days) == 1 else None


def _year_apart(line: str) -> _Day | None:
    """The day at the end of a line that has no year, in the one year that the line names."""
    years, days = [*_YEAR.finditer(line)], [*DAY_AND_MONTH.finditer(line)]
    if len(years) != 1 or len(days) != 1:
        return None
    if not _ALONE.search(line[: days[0].start()]) or line[days[0].end() :].strip(" \t*_.)"):
        return None
    part = days[0].groupdict()
    month, day = part["month"] or part["month2"], part["day"] or part["day2"]
    date = calendar_date(int(years[0][0]), MONTHS[folded(month)], int(day))
    start, end = min(years[0].start(), days[0].start()), max(years[0].end(), days[0].end())
    return None if date is None else _Day(date, line[:start], line[end:], line[start:end])


# ---- whether a day is that of the document


def _is_another(day: _Day) -> bool:
    """Whether the words beside it make it the day of something else."""
    before = _AUTHOR.sub("", day.before)[-60:]
    for found in _OTHER_DAY.finditer(before):
        if found[0].lower() not in _NEAR or len(before[found.end() :].split()) <= _CLOSE or not _HELD.search(before):
            return True
    return _HELD.search(before) is not None and _SETTLED.match(day.after) is not None


def _is_its_own(day: _Day) -> bool:
    return (
        _is_line_about(day.before, day.after)
        or _is_dateline(day.before, day.after)
        or _HELD.search(day.before) is not None
        or _HELD_THEN.match(day.after) is not None
    )


def _is_line_about(before: str, after: str) -> bool:
    """Whether little else stands on the line: a title with its date, a place and a day, a day and an hour."""
    if len(before) + len(after) > 120 or len(after) > 90:
        return False
    words = _CLOCK.sub(" ", f"{before} {after}").split()
    ends = after.rstrip().endswith(".") and len(words) > 6
    return len(words) <= 14 and not ends


def _is_dateline(before: str, after: str) -> bool:
    """`VALLETTA, June 1, 2023 - The ...`, `2023-06-01 VALLETTA (MALTA) - The ...`"""
    if len(before) > 60 or not _PLACE.match(before):
        return False
    # "OSLO, 3 May 2024. The ..."
    stops = before.rstrip().endswith((",", "،")) and _NEXT_SENTENCE.match(after) is not None
    return stops or not before.strip() or bool(_DATELINE_END.match(after))


def _in_name(name: str) -> Origin | None:
    basis = f"file name {name}"
    compact = _COMPACT.search(name)
    if compact:
        try:
            return Origin(datetime.date(*map(int, compact.groups())), basis)
        except ValueError:
            return None
    found = find_absolute(re.sub(r"[_.]", " ", name))
    return Origin(found[0].date, basis) if found else None


def _tidy(words: str) -> str:
    return " ".join(words.replace("*", " ").split())
