"""The meetings that a document reports, told apart by place and by words such as "separately"."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from ....occasions.course import Course, Occasion
from ....occasions.cues import ALL, FURTHER, IN_PASSING, ONE_MORE, elsewhere
from ....schemas import Quote
from ....words.calendar import ENGLISH_MONTHS
from ..layout.page import Page, Sentence
from ..layout.rows import Row
from ..sentences.due import DATE, DAY
from .places import NAME, Told, goes_to, same_day, same_place, told
from .sections import Section, sections

MONTHS = "|".join(map(str.title, ENGLISH_MONTHS))
DAY_PART = re.compile(r"(?:in|on) the (?:morning|afternoon|evening)\b(?! (?:meeting|session|talks))", re.IGNORECASE)
MEMO_LINE = re.compile(
    rf"\[?(?P<place>[A-Z][\w .’'-]{{2,40}}?),?\]?\s+(?P<date>(?:{MONTHS})\s+\d{{1,2}}(?:\s?[–-]\s?\d{{1,2}})?,\s+\d{{4}})"
)
DATE_LABEL = re.compile(
    r"(?:meeting )?(?:date|when|date/time|date and time|meeting date/time)\s*:\s*(?P<date>\S.{2,60})", re.IGNORECASE
)
PLACE_LABEL = re.compile(
    r"(?:meeting )?(?:location|place|venue|where|held at)\s*:\s*(?P<place>\S.{2,80})", re.IGNORECASE
)
MEETING_WORD = re.compile(
    r"\b(?:meetings?|minutes|call|telco|readout|memorandum|session|conference|committee|council|board|roundtable|stand-?up|retrospective|interview|summit|assembly|hearing|convening|notes|wg|sync|talks|consultations?|dialogue|visit|meets?|receives?|discuss(?:es)?|speaks?|calls?|ministerial|review|debrief)\b",
    re.IGNORECASE,
)
HELD_ROW = re.compile(
    rf"(?:minutes of (?:the|a) (?:[\w-]+ ){{0,4}})?(?:meeting |the meeting was )?held (?:at|in) (?P<place>[^;:]{{3,80}}?),? on (?P<date>(?:{DAY},? )?{DATE}).*",
    re.IGNORECASE,
)
HOUR = r"(?:[\d.:]+ ?(?:[ap]\.?m\.?|hrs|hours|h|o['’]clock)?|noon)"
HELD_ON = re.compile(
    rf"(?P<title>(?:minutes of )?(?:(?:the|an?) )?(?:[\w’'&-]+ ){{0,6}}?(?:meeting|session|assembly)) (?:was )?held on (?P<date>(?:{DAY},? )?(?:the )?{DATE})(?:,? (?:(?:at|from) )?{HOUR})?"
    rf"(?:,? (?:at|in) (?!\d)(?P<place>[^;:]{{3,80}}?))?(?:,? (?:at|from) {HOUR})?(?:,? (?:remotely|online|virtually|via|by|through)\b[^;:]{{0,40}}?)?[.,]?",
    re.IGNORECASE,
)
"""The first words of minutes: "Minutes of the Board meeting held on 3 May 2025 at 18:00 in the Old Mill"."""
DATE_ROW = re.compile(
    rf"(?!20\d\d\b(?!-)|Q[1-4]\b|\d+/\d+\s+[^\W\d_]{{3}})(?P<date>(?:{DAY},? )?{DATE})(?:[.,;]|[,.;]? .{{0,40}})?",
    re.IGNORECASE,
)
"""A day at the head of a row; a year or a quarter there is what a report is of: "2024 Q4 Pilots"; "24/1 Accounts" is the number of an item."""
DATE_BEHIND = re.compile(
    rf"(?:[\w’'&]+ ){{0,6}}?(?:minutes|meeting|session)\s*[,:–—-]?\s*(?:(?:of|for|held) )?(?:on )?(?!20\d\d\b(?!-)|Q[1-4]\b)(?P<date>(?:{DAY},? )?(?:the )?{DATE})",
    re.IGNORECASE,
)
"""A day behind the kind of the record: "Draft minutes – Wednesday, 5 March 2025"."""
OPEN_END = re.compile(r"\b(?:of|of the|for|for the|held on|held at|on|at)$", re.IGNORECASE)
"""The end of a title that goes on in the next row."""
DAY_FIRST = re.compile(
    rf"(?:{DAY},? (?:the )?)?(?:\d{{1,2}}\s?[–-]\s?)?{DATE}(?=\s*(?:[,;(|]|$)|\s+(?:(?:at|from)\s+)?\d{{1,2}}[:.]\d\d)",
    re.IGNORECASE,
)
"""A day, and a mark or an hour behind it."""
DATE_WITH_MONTH = re.compile(rf"\b(?:{MONTHS})\b|\d-\d\d-\d", re.IGNORECASE)
MET_WITH = re.compile(
    rf"\b(?P<title>(?:(?:working|bilateral|separate|brief|short|phone|telephone) )?(?:meeting|talks|call|conversation|lunch|dinner|breakfast) with {NAME})"
)
"""What a meeting of no known place is called by: "had a meeting with Liu Ning"."""
NO_TITLE = re.compile(
    r".*(?:https?://|www\.)\S|(?:[\w-]+ ){0,2}(?:links?|recordings?|id|url|passcode|password|invite|details|info|time|date|location|room)\s*(?::|$)",
    re.IGNORECASE | re.DOTALL,
)
"""How to join a meeting, which is not what it is called: "Meeting link"."""
STARTS = re.compile(
    r"(?:the )?(?:meeting|call|session) (?:starts|started|begins|began|opened|convened|called|held|was|is)\b",
    re.IGNORECASE,
)
"""A sentence on how the meeting began: "Meeting starts 09:04"."""
OF_EARLIER = re.compile(
    r"\b(?:minutes|notes|record) of\b[^.;]{3,120}\b(?:approved|confirmed|agreed|accepted|adopted|signed|read|passed|amended|circulated)\b",
    re.IGNORECASE,
)
"""The minutes of an earlier meeting, before the one that is told of: "The Minutes of the meeting held on 3 May were approved"."""
HEAD_ROWS = 3
"""Rows at the top that may be headings of a text without sections."""
LONGEST_TITLE = 250
LONGEST_TITLE_ROW = 100
LONGEST_SHOWN = 400
"""Characters quoted of a sentence that tells of a meeting."""


@dataclass
class Held:
    """A meeting; `start` is the offset from which the text speaks of it."""

    id: str
    start: int
    title: str | None = None
    place: str | None = None
    date: str | None = None
    quotes: list[Quote] = field(default_factory=list)
    basis: str = "meeting named"


class Meetings:
    """The meetings of a document and which of them a passage belongs to."""

    def __init__(self, page: Page) -> None:
        self.found: list[Held] = []
        self._page = page
        self._lines: dict[str, list[int]] = {}
        self._several = False
        headed = [] if page.spoken else sections(page)
        if headed:
            self._headed(headed)
        elif not page.spoken and not any(row.heading for row in page.rows[HEAD_ROWS:]):
            self._told()
            # More than one that the rules could not tell apart: then nothing is given to the one.
            self._several = any(ALL.search(sentence.text) for sentence in page.everything)
        if len(self.found) < 2:
            self._only(page)

    @cached_property
    def _course(self) -> Course:
        """How the text goes from one meeting to the next."""
        return Course(self._page.document, [self._occasion(held) for held in self.found])

    def at(self, offset: int) -> list[str]:
        """Ids of the meetings that the text speaks of there."""
        if self._page.records:
            return [self.found[self._page.record_at(offset)].id]
        if len(self.found) == 1:
            return [] if self._several else [self.found[0].id]
        return list(self._course.at(self._page.line_at(offset)).ids) if self.found else []

    def _occasion(self, held: Held) -> Occasion:
        lines = tuple(self._lines.get(held.id, [self._page.line_at(held.start)]))
        return Occasion(held.id, lines, place=held.place, date=held.date, title=held.title)

    def _headed(self, found: list[Section]) -> None:
        """Each under a heading of its own."""
        for section in found:
            name, quotes = f"m{len(self.found) + 1}", [self._page.quote(section.start, section.end)]
            self.found.append(
                Held(name, section.start, section.title, section.place, section.date, quotes, basis="heading")
            )

    def _told(self) -> None:
        """Follow the text: a new place or day of meeting, or a word that opens another meeting, begins one."""
        went: Sentence | None = None  # the sentence before, where it says that somebody went to another place
        for sentence in self._page.sentences:
            text = sentence.text
            if (
                sentence.speaker is not None
                or len(text) > 3_000
                or elsewhere(text)
                or ALL.search(text)
                or OF_EARLIER.search(text)
            ):
                continue
            held = told(text)
            if held is None and self.found and ONE_MORE.match(text):
                held = Told(None, None, 0)
            if held is not None and held.place is None and went is not None and went.block == sentence.block:
                held, sentence = held._replace(place=goes_to(went.text)), went
            went = sentence if held is not None and held.place is None and goes_to(text) else None
            if held is None or went is not None:
                continue
            further = FURTHER.match(text) or DAY_PART.match(text) or IN_PASSING.search(text)
            known = self._known(held) or self._undated(sentence, held, further=further is not None)
            if known is None and (held.place or not self.found or further or self._other_day(held)):
                known = self._place(sentence, held, another=further is not None)
            if known is not None:
                self._lines.setdefault(known.id, []).append(sentence.line)

    def _known(self, held: Told) -> Held | None:
        """The meeting that a sentence comes back to: of the same place, and of no other day."""
        same = [m for m in self.found if held.place and m.place and same_place(m.place, held.place)]
        if held.date and any(m.date for m in same):
            same = [m for m in same if m.date is None or same_day(m.date, held.date)]
        return same[-1] if same else None

    def _undated(self, sentence: Sentence, held: Told, *, further: bool) -> Held | None:
        """The only meeting so far, where a later sentence gives its day."""
        only = self.found[0] if len(self.found) == 1 and not further and held.place is None else None
        if only is None or only.date is not None or held.date is None:
            return None
        only.date = held.date
        only.quotes.append(self._shown(sentence))
        return only

    def _other_day(self, held: Told) -> bool:
        """Whether the sentence tells of another day than all before it."""
        days = [m.date for m in self.found if m.date]
        return held.date is not None and bool(days) and not any(same_day(day, held.date) for day in days)

    def _place(self, sentence: Sentence, held: Told, *, another: bool) -> Held:
        """The meeting of a place that was not named before: a new one, or the first, whose place is told late."""
        last = self.found[-1] if self.found else None
        if last is not None and last.place is None and held.place and not another and not self._other_day(held):
            last.place = held.place
            last.quotes.append(self._shown(sentence))
            return last
        return self._open(sentence, held)

    def _shown(self, sentence: Sentence) -> Quote:
        return self._page.quote(sentence.start, sentence.start + min(len(sentence.text), LONGEST_SHOWN))

    def _open(self, sentence: Sentence, told_of: Told) -> Held:
        quotes = [self._shown(sentence)]
        held = Held(f"m{len(self.found) + 1}", sentence.start, place=told_of.place, date=told_of.date, quotes=quotes)
        if told_of.place is None and (met := MET_WITH.search(sentence.text, 0, LONGEST_SHOWN)):
            held.title = met["title"].split(",")[0]
        self.found.append(held)
        return held

    def _only(self, page: Page) -> None:
        """One meeting, as title, labels and first lines name it."""
        held = self.found[0] if self.found else Held("m1", 0)
        head = [(at, row) for at, row in enumerate(page.rows[:3]) if not page.is_frame(page.line_at(row.start))]
        title = next((row for at, row in head if _is_title(row, first=at == 0)), None)
        if title is not None:
            end = _end_of_title(page.rows, title)
            held.title, held.basis = " ".join(page.text[title.start : end].split()), "title"
            held.quotes.insert(0, page.quote(title.start, end))
            held.date = _day_of_title(held.title) or held.date
        for row in page.rows[:12]:
            if page.is_frame(page.line_at(row.start)) or page.is_stamped(row):
                continue  # a mail's day is no meeting's, nor is that of a message in a chat
            for pattern in (MEMO_LINE, DATE_LABEL, PLACE_LABEL, HELD_ROW, HELD_ON, DATE_BEHIND, DATE_ROW):
                whole = pattern in (DATE_ROW, DATE_BEHIND, HELD_ON)
                match = pattern.fullmatch(row.text) if whole else pattern.match(row.text)
                if match is None or len(row.text) > 160:
                    continue
                if (pattern is DATE_ROW and row.bullet and row.indent) or (whole and row.numbered):
                    continue  # of what an entry says: "Cancelled: 3 May, 10 May", "2. Minutes of the meeting of 3 May"
                groups = match.groupdict()
                date, place = groups.get("date"), groups.get("place")
                if place and pattern is MEMO_LINE and MEETING_WORD.search(place):
                    place = None  # "Minutes of May 6, 2024", "Trustees Meeting May 6, 2024"
                held.date = held.date or (_day_of_label(date.strip(" *_")) if date else None)
                held.place = held.place or (place.strip(" *_.") if place else None)
                if groups.get("title") and held.title is None:
                    held.title, held.basis = groups["title"], "title"
                held.quotes.append(page.quote(row.start, row.end))
                break
        if held.date and not (held.title or held.place) and page.document.kind != "prose":
            called = next((row for row in page.rows[:HEAD_ROWS] if row.text.strip("#*_ ") == page.document.title), None)
            if called is not None and DATE_ROW.fullmatch(called.text) is None:
                held.title, held.quotes = called.text, [page.quote(called.start, called.end), *held.quotes]
        if held.title or held.place or held.date:
            held.start = 0
            self.found = [held]


def _day_of_title(words: str) -> str | None:
    """The day that a title gives; a year alone is none."""
    days = (found[0] for found in re.finditer(rf"(?<![\w-]){DATE}(?![\w-])", words, re.IGNORECASE))
    return next((day for day in days if " " in day or day.count("-") == 2), None)


def _end_of_title(rows: list[Row], title: Row) -> int:
    """Where a title ends that may go on in the next row: "Minutes of the spring meeting of the", "Rules Committee"."""
    at = rows.index(title) + 1
    goes_on = OPEN_END.search(title.text) is not None and at < len(rows) and not rows[at].listed
    return rows[at].end if goes_on and len(rows[at].text) <= LONGEST_TITLE_ROW else title.end


def _day_of_label(words: str) -> str:
    """What a label gives as the date, without the hour and the room that stand behind a day."""
    day = DAY_FIRST.match(words)
    return words if day is None or DATE_WITH_MONTH.search(words, day.end()) else day[0]


def _is_title(row: Row, *, first: bool) -> bool:
    text = row.text
    if (
        MEETING_WORD.search(text) is None
        or NO_TITLE.match(text)
        or STARTS.match(text)
        or text.endswith(".")
        or len(text) > LONGEST_TITLE
    ):
        return False
    return first or (len(text) <= 100 and not row.listed and (row.heading > 0 or text.isupper()))
