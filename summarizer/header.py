"""What a document says about itself: its title, its date, and of which kind it is."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .dating.forms import calendar_date, find_absolute, numeric_order
from .dating.names import WEEKDAYS, day_first, fold
from .documents import Kind, Segment

_HEAD = 15
"""Lines that hold words, from the top, in which a document says when it is from."""
_REACH = 200
"""Characters of such a line that are looked at."""
_DATE_LABEL = re.compile(
    r"""\b(?:date|dates|when|held[^\S\n]on|datum|data|fecha|datum|dato|päivämäärä|data[^\S\n]e[^\S\n]ora|تاريخ|التاريخ|日期|日時|날짜)
    \b[^\n:：]{0,30}?[:：]?[*_\s]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|convened|met|called[^\S\n]to[^\S\n]order|opened|took[^\S\n]place|began)\b[^.\n]{0,60}$", re.IGNORECASE
)
_OTHER_DAY = re.compile(
    r"\b(?:next|previous|last|prior|due|deadline|until|since|by|before|after|from|approved|updated|modified|effective"
    r"|expires?|adopted|signed|born|prochaine?|précédent\w*|prossim\w+|próxim\w+|nächst\w+)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^\W*(?:(?:joint|press|official|public)\s)*(?:statements?|releases?|communiqu[eé]s?|readouts?|remarks|declarations?|speech|notes?|reports?|letters?|briefings?|messages?)(?: issued)? (?:by|from) (?=the\b|[^\W\d_a-z])",
    re.IGNORECASE,
)
"""How a title names who speaks, before the day: "Statement by the Ministry of Mines, 4 July 2024"."""
_PLACE = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.'’-]*+|de|of|the|la|el|al|di|[(),/–—-]|[\s,])*+[,\s(:–—-]*\Z")
_DATELINE_END = re.compile(r"[^.\n]{0,25}?(?:[–—:)]|\s-\s)")
_NEXT_SENTENCE = re.compile(r"\.\s+[^\W\d_a-z]")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\b[ap]\.?m\b\.?|\d+")
_RUN_OF_DAYS = re.compile(
    r"(?<![\w:.,/–—-])\d{1,2}(?:st|nd|rd|th)?\s?(?:[-–—]|and|to|et|und|e|y|au)\s?(?=\d{1,2}(?:st|nd|rd|th|\.)?[,\s])"
)
_SHORT_YEAR = re.compile(
    r"(?<![\w/.-])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>[0-4]\d)(?![\w/.-]*\d)"
)
_WEEKDAY = re.compile(rf"\b({'|'.join(map(re.escape, WEEKDAYS))})\.?,?\s{{1,4}}\Z")
_COMPACT = re.compile(r"(?<!\d)(20\d{2}|19\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_BULLET = re.compile(r"\s*[-*+•]\s")
_NUMBER = re.compile(r"\A(?:\(?\d+(?:\.\d+)*[.):]?\s+)")
_MATTER = re.compile(r"""title:\s*+["']?+(?P<title>[^"'\n]++)["']?+\s*+\Z""", re.IGNORECASE)
_MARKING = re.compile(
    r"(?:(?:strictly |highly |company |commercial )?(?:confidential|private|secret|restricted|sensitive|unclassified|internal)(?: use only)?|top secret|for official use only|official|draft"
    r"|press (?:release|statement|communiqu[eé])|for immediate release|immediate release|communiqu[eé]|note for the (?:file|record))[\W_]*",
    re.IGNORECASE,
)
"""What stands over a title: how secret the record is, or of what kind."""
_SECTION = re.compile(
    r"(?:(?:general |opening )?announcements?|attendees|attendance|participants|present|members present|apologies|regrets|roll call|agenda(?: items)?|"
    r"(?:meeting |zoom |video |call |dial-?in |recording )*(?:links?|url|recordings?|details|info(?:rmation)?)|action items|actions|next steps|discussions?|"
    r"introductions?|welcome|housekeeping|(?:table of )?contents)[\W_]*",
    re.IGNORECASE,
)
"""What a part of a record is called, and never the whole."""
_SUBJECT = re.compile(r"(?:subject|re)\s*:\s*(?P<subject>\S.{2,200})", re.IGNORECASE)
_MINUTES = re.compile(
    r"\b(?:minutes|procès-verbal|compte[ -]rendu|verbale|acta|ata|protokoll|notulen|minuti)\b", re.IGNORECASE
)
_TRANSCRIPT = re.compile(r"[^.\n]{0,120}?\btranscri(?:pt|ption)\b[\W\d_]*", re.IGNORECASE)
"""`Transcript`, `Harbour weekly (2025-05-06) - Transcript`: a line of its own."""
_RECORD = re.compile(
    r"[\W_]*(?:present|attendees|attendance|participants|regrets|apologies|absent|scribes?|chairs?|resolutions?|resolved"
    r"|actions?|action items?|agenda|minutes|présents|presenti|asistentes|anwesend)\b[^.\n]{0,30}(?::|\Z)",
    re.IGNORECASE,
)


class Origin(NamedTuple):
    """The date a document is from, and the words that say so."""

    date: datetime.date
    basis: str


def find_title(text: str, segments: Sequence[Segment]) -> str | None:
    """The title in the front matter, or the first heading, if it comes before anybody speaks and is not that of a part."""
    marking: str | None = None
    for number, segment in enumerate(segments[:10]):
        words = text[segment.start : segment.end]
        matter = _MATTER.match(words)
        if matter:
            return matter["title"].strip()
        if segment.speaker:
            return marking
        if marking and (subject := _SUBJECT.fullmatch(words)):
            return subject["subject"].strip()
        if segment.message and segment.message.frame:
            continue  # the heading over a mail that is quoted
        if segment.kind == "heading" and (number < 3 or segment.kind != segments[number - 1].kind):
            title = _NUMBER.sub("", words.strip("*_# ")).strip() or None
            if title and _SECTION.fullmatch(title):
                return marking
            if title and _MARKING.fullmatch(title):
                marking = marking or title
            elif marking is None or number < 3:
                return title
    return marking


def find_kind(text: str, segments: Sequence[Segment], title: str | None) -> Kind:
    """`minutes` by its title, else `transcript` where most of it is spoken or its head says so, else by its headings,
    lists and attendance.
    """
    if title and _MINUTES.search(title):
        return "minutes"
    length = sum(each.end - each.start for each in segments)
    spoken = sum(each.end - each.start for each in segments if each.speaker or each.time is not None)
    recorded = any(each.speaker and each.time is not None for each in segments)
    if 2 * spoken > length or recorded or (spoken and _says_transcript(text, segments)):
        return "transcript"
    listed = sum(each.end - each.start for each in segments if each.kind == "bullet")
    headings = sum(each.kind == "heading" for each in segments)
    record = any(_RECORD.match(text, each.start, each.end) for each in segments)
    return "minutes" if record or spoken or headings > 2 or 3 * listed > length else "prose"


def _says_transcript(text: str, segments: Sequence[Segment]) -> bool:
    """Whether a line of the head, above the first words spoken, says that what follows is a transcript."""
    first = next(each.start for each in segments if each.speaker or each.time is not None)
    return any(_TRANSCRIPT.fullmatch(line) for line in text[:first].split("\n")[:_HEAD])


def find_date(text: str, segments: Sequence[Segment], name: str, language: str | None) -> Origin | None:
    """When the document or its meeting is from, if its head or its file name says so; never a date it is about."""
    labelled: Origin | None = None
    standing: Origin | None = None
    for line in _head(text, segments):
        for found, before, after, words in _days(line, language):
            if _OTHER_DAY.search(_AUTHOR.sub("", before)[-60:]):
                continue
            label = _DATE_LABEL.search(before)
            if label and labelled is None and len(before[: label.start()].split()) < 4:
                labelled = Origin(found, _tidy(before[label.start() :] + words))
            elif (
                standing is None
                and not _BULLET.match(line)
                and (_is_line_about(before, after) or _is_dateline(before, after) or _HELD.search(before))
            ):
                standing = Origin(found, _tidy(words))
    return labelled or standing or _in_name(name)


def _days(line: str, language: str | None) -> Iterator[tuple[datetime.date, str, str, str]]:
    """The days that a line names, each with what stands before and behind it and its own words.

    Of "6-7 July 2026" the last; of years in two digits those that the weekday before or the language settles.
    """
    for found in find_absolute(line, language=language):
        yield found.date, line[: found.start], line[found.end :], line[found.start : found.end]
    if (run := _RUN_OF_DAYS.search(line)) is not None:
        whole = line[: run.start()] + line[run.end() :]
        for found in find_absolute(whole, language=language):
            if found.start <= run.start() < found.end:
                words = line[found.start : found.end + len(run[0])]
                yield found.date, line[: found.start], whole[found.end :], words
    for short in _SHORT_YEAR.finditer(line):
        if (date := _in_this_century(line, short, language)) is not None:
            yield date, line[: short.start()], line[short.end() :], short[0]


def _in_this_century(line: str, short: re.Match[str], language: str | None) -> datetime.date | None:
    """The day of "12/11/24", if the weekday before it fits one order alone, or the language has one order."""
    first, second, year = int(short["first"]), int(short["second"]), 2000 + int(short["year"])
    named = _WEEKDAY.search(fold(line[: short.start()]))
    orders = {order for leads in (True, False) if (order := numeric_order(first, second, short["mark"], leads))}
    days = {day for order in orders if (day := calendar_date(year, *order)) is not None}
    if named is not None:
        days = {day for day in days if day.weekday() == WEEKDAYS[named[1]]}
    elif day_first(language) is None:
        return None
    else:
        order = numeric_order(first, second, short["mark"], day_first(language))
        days = {day for day in [calendar_date(year, *order) if order else None] if day is not None}
    return days.pop() if len(days) == 1 else None


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
    stops = before.rstrip().endswith(",") and _NEXT_SENTENCE.match(after) is not None  # "OSLO, 3 May 2024. The ..."
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
