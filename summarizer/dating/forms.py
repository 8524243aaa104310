"""Complete dates that a text writes out: day, month and year, with nothing left to guess."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..words.calendar import MONTH_SPELLINGS, MONTHS, WEEKDAY_SPELLINGS, WEEKDAYS, day_first
from ..words.scripts import folded, plain_figures


class FoundDate(NamedTuple):
    """A date and its place: `text[start:end]` is the date as written, a weekday before it included."""

    start: int
    end: int
    date: datetime.date


# No date begins inside a word, a number, a range of days, a version or an address, and none ends there.
_BEGIN = r"(?<![\w/+])(?<![0-9][.,:–—-])(?<![0-9]\s[–—-]\s)(?<![a-z]\.)"
_END = r"(?![\w/+]|[.,:-][0-9]|\s?[–—]\s?[0-9])"
_YEAR = r"(?P<year>1[0-9]{3}|2[01][0-9]{2})"
_MONTH = rf"(?P<month>{'|'.join(map(re.escape, MONTH_SPELLINGS))})(?!\w)\.?"
_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|er|[ºª°.])?(?!\w)"
_OF = r"of|del mese di|dell['’]anno|del mes de|del año|del?|di|du mois de|من شهر|من عام|من|ta['’]"
_GAP = rf"(?:\s{{1,8}}|-|(?<=[.,]))(?:(?:{_OF})\s{{1,8}})?"  # a date may be wrapped; the bound keeps the search linear

_WRITTEN = re.compile(rf"{_BEGIN}(?:the\s)?{_DAY}{_GAP}{_MONTH},?{_GAP}{_YEAR}{_END}", re.IGNORECASE)
_YEAR_LED = re.compile(
    rf"\b(?:l['’]anno|l['’]an|año)\s{{1,8}}{_YEAR},?\s{{1,8}}(?:addì|(?:il|el|le)(?:\s{{1,8}}(?:giorno|día|jour))?)\s{{1,8}}{_DAY}{_GAP}{_MONTH}{_END}",
    re.IGNORECASE,
)
"""As minutes begin by law: "L'anno 2024, il giorno 21 del mese di novembre"."""
_MONTH_LED = re.compile(rf"{_BEGIN}{_MONTH}{_GAP}(?:the\s)?{_DAY},?{_GAP}{_YEAR}{_END}", re.IGNORECASE)
_ISO = re.compile(
    rf"{_BEGIN}{_YEAR}(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})(?:(?=T[0-9])|{_END})"
)
_CJK = re.compile(
    rf"(?<![0-9]){_YEAR}\s?[年년]\s?(?P<month>[0-9]{{1,2}})\s?[月월]\s?(?P<day>[0-9]{{1,2}})\s?[日号號일]"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
ERAS = "|".join(_ERAS)
"""Names by which Japanese counts years."""
_OF_ERA = re.compile(
    rf"(?P<era>{ERAS})\s?(?P<year>[0-9]{{1,2}}|元)\s?年\s?(?P<month>[0-9]{{1,2}})\s?月\s?(?P<day>[0-9]{{1,2}})\s?日"
)
NUMERIC = re.compile(rf"{_BEGIN}(?P<first>[0-9]{{1,2}})(?P<mark>[-/.])(?P<second>[0-9]{{1,2}})(?P=mark){_YEAR}{_END}")
"""A date in figures with the year last: which of `first` and `second` is the month tells `numeric_order`."""
DAY_AND_MONTH = re.compile(
    rf"{_BEGIN}(?:{_DAY}{_GAP}{_MONTH}|{_MONTH.replace('<month>', '<month2>')}{_GAP}{_DAY.replace('<day>', '<day2>')}){_END}",
    re.IGNORECASE,
)
"""A day of a month, with or without a year behind it."""
_YEARS = re.compile(r"(?<![0-9])(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9])|" + ERAS)
_REACH = 80
"""Characters on either side of a year within which its date stands; the rest of the text is not searched."""
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)({'|'.join(WEEKDAY_SPELLINGS)})\.?,?\s{{1,8}}$", re.IGNORECASE)
_LONGEST_WEEKDAY = max(map(len, WEEKDAY_SPELLINGS)) + 10


def find_absolute(text: str, *, language: str | None = None) -> list[FoundDate]:
    """All complete dates of `text` in reading order: `1 June 2023`, `June 1st, 2023`, `2023-06-01`, `01/06/2023` ...

    The month may be named in any language of `names`, whatever `language` is; it settles only the order of 01/06/2023, as an ISO 639-1 code or a tag such as
    `en-GB`. Where it does not (plain `en`), such a date is left out, as are days that no calendar
    has, ranges (`3-5 June 2023`) and years of two digits. Linear in the length of the text.
    """
    found: list[FoundDate] = []
    day_leads = day_first(language)
    text = plain_figures(text)
    for start, end in _neighbourhoods(text):
        for each in sorted(_dates(text, start, end, day_leads)):
            if not found or each.start >= found[-1].end:
                found.append(each)
    return found


def _neighbourhoods(text: str) -> list[tuple[int, int]]:
    """The stretches around the years of the text, disjoint and in order."""
    stretches: list[tuple[int, int]] = []
    for year in _YEARS.finditer(text):
        start, end = max(0, year.start() - _REACH), min(len(text), year.end() + _REACH)
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches


def _dates(text: str, start: int, end: int, day_leads: bool | None) -> Iterator[FoundDate]:
    for pattern in (_WRITTEN, _YEAR_LED, _MONTH_LED, _ISO, _CJK, _OF_ERA, NUMERIC):
        for match in pattern.finditer(text, start, end):
            date = _date(match, day_leads)
            if date is not None:
                yield FoundDate(_start(text, match.start(), date), match.end(), date)


def _date(match: re.Match[str], day_leads: bool | None) -> datetime.date | None:
    part = match.groupdict()
    year = year_of_era(part["era"], part["year"]) if "era" in part else int(part["year"])
    if "first" in part:
        order = numeric_order(int(part["first"]), int(part["second"]), part["mark"], day_leads)
        return calendar_date(year, *order) if order else None
    month = part["month"]
    return calendar_date(year, int(month) if month.isdecimal() else MONTHS[folded(month)], int(part["day"]))


def year_of_era(era: str, year: str) -> int:
    """The year in the common calendar; the first of an era is written 元."""
    return _ERAS[era] + (1 if year == "元" else int(year))


def calendar_date(year: int, month: int, day: int) -> datetime.date | None:
    """That date, or None where no calendar has it (31 February)."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def numeric_order(first: int, second: int, mark: str, day_leads: bool | None) -> tuple[int, int] | None:
    """Month and day of the two numbers before a year; None where both orders are possible.

    Points are written only by those who put the day first. A number above twelve settles it against the locale.
    """
    if first == second or mark == ".":
        return second, first
    if second > 12:
        return first, second
    if first > 12:
        return second, first
    if day_leads is None:
        return None
    return (second, first) if day_leads else (first, second)


def _start(text: str, start: int, date: datetime.date) -> int:
    """Where the date begins, with the weekday before it if that is the right one."""
    window = max(0, start - _LONGEST_WEEKDAY)
    before = _WEEKDAY_BEFORE.search(text[window:start])
    if before and WEEKDAYS[folded(before[1])] == date.weekday():
        return window + before.start()
    return start
