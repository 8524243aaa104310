"""The meetings that a document reports, told apart by place and by words such as "separately"."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ...schemas import Quote
from .due import DATE, DAY
from .page import Page, Row, Sentence
from .places import Told, same_place, told

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NEW_MEETING = re.compile(
    r"(?:meanwhile|separately|in a separate (?:meeting|call|session)|later (?:in|that|the|on)\b|in another meeting|the (?:next|following) (?:day|morning|afternoon)|earlier (?:in the day|today)|on the sidelines|in the (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
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
    r"\b(?:meetings?|minutes|call|telco|readout|memorandum|session|conference|committee|council|board|roundtable|stand-?up|retrospective|interview|summit|assembly|hearing|convening|notes|wg|sync|talks|consultations?|dialogue|visit|meets|receives|ministerial|review|debrief)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\balso (?:met|received|visited|held (?:talks|meetings|a (?:[\w-]+ ){0,2}meeting)|had a (?:[\w-]+ ){0,2}meeting|paid an? (?:\w+ )?(?:call|visit))\b"
)
"""Besides the meeting that was told of, another one."""
CARRIES_ON = re.compile(r"(?:they|he|she|the two|both|during|in (?:the|that|this)|there)\b", re.IGNORECASE)
HELD_ROW = re.compile(
    rf"(?:minutes of (?:the|a) (?:[\w-]+ ){{0,4}})?(?:meeting |the meeting was )?held (?:at|in) (?P<place>[^;:]{{3,80}}?),? on (?P<date>(?:{DAY},? )?{DATE}).*",
    re.IGNORECASE,
)
DATE_ROW = re.compile(rf"(?P<date>(?:{DAY},? )?{DATE})(?:[,.;]? .{{0,40}})?", re.IGNORECASE)
LONGEST_TITLE = 250
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
        self._turns: list[tuple[int, str]] = []
        if not page.spoken and not any(row.heading for row in page.rows[1:]):
            self._told(page)
        if len(self.found) < 2:
            self._only(page)

    def at(self, offset: int) -> list[str]:
        """Ids of the meeting that the text speaks of there."""
        if len(self.found) == 1:
            return [self.found[0].id]
        turn = bisect_right(self._turns, (offset, "￿")) - 1
        return [self._turns[turn][1]] if turn >= 0 and self._turns[turn][1] else []

    def _told(self, page: Page) -> None:
        """Follow the text: a new place of meeting, or a word that opens another meeting, begins one."""
        aside = False  # after a meeting told of in passing: what follows may belong to another one
        for sentence in page.sentences:
            if sentence.speaker is not None or len(sentence.text) > 3_000:
                continue
            held = told(sentence.text)
            if aside and not CARRIES_ON.match(sentence.text):
                self._turns.append((sentence.start, ""))
            aside = aside and held is None and CARRIES_ON.match(sentence.text) is not None
            if held is None:
                continue
            known = next((m for m in self.found if held.place and m.place and same_place(m.place, held.place)), None)
            another = NEW_MEETING.match(sentence.text) is not None or ANOTHER.search(sentence.text) is not None
            if known is None and (held.place or not self.found or another):
                known = self._place(page, sentence, held, another=another)
            if known is not None:
                self._turns.append((sentence.start, known.id))
                aside = held.place is None and ANOTHER.search(sentence.text) is not None

    def _place(self, page: Page, sentence: Sentence, held: Told, *, another: bool) -> Held:
        """The meeting of a place that was not named before: a new one, or the first, whose place is told late."""
        last = self.found[-1] if self.found else None
        if last is not None and last.place is None and held.place and not another:
            last.place = held.place
            last.quotes.append(page.quote(sentence.start, sentence.start + min(len(sentence.text), LONGEST_SHOWN)))
            return last
        return self._open(page, sentence, held)

    def _open(self, page: Page, sentence: Sentence, told_of: Told) -> Held:
        end = sentence.start + min(len(sentence.text), LONGEST_SHOWN)
        quotes = [page.quote(sentence.start, end)]
        held = Held(f"m{len(self.found) + 1}", sentence.start, place=told_of.place, date=told_of.date, quotes=quotes)
        self.found.append(held)
        return held

    def _only(self, page: Page) -> None:
        """One meeting, as title, labels and first lines name it."""
        held = self.found[0] if self.found else Held("m1", 0)
        title = next((row for at, row in enumerate(page.rows[:3]) if _is_title(row, first=at == 0)), None)
        if title is not None:
            held.title, held.basis = title.text, "title"
            held.quotes.insert(0, page.quote(title.start, title.end))
            dated = re.search(DATE, title.text, re.IGNORECASE)
            held.date = dated[0] if dated and " " in dated[0] else held.date
        for row in page.rows[:12]:
            for pattern in (MEMO_LINE, DATE_LABEL, PLACE_LABEL, HELD_ROW, DATE_ROW):
                match = pattern.fullmatch(row.text) if pattern is DATE_ROW else pattern.match(row.text)
                if match is None or len(row.text) > 160:
                    continue
                groups = match.groupdict()
                date, place = groups.get("date"), groups.get("place")
                held.date = held.date or (date.strip(" *_") if date else None)
                held.place = held.place or (place.strip(" *_.") if place else None)
                held.quotes.append(page.quote(row.start, row.end))
                break
        if held.title or held.place or held.date:
            held.start = 0
            self.found = [held]


def _is_title(row: Row, *, first: bool) -> bool:
    text = row.text
    if MEETING_WORD.search(text) is None or text.endswith(".") or len(text) > LONGEST_TITLE:
        return False
    return first or (len(text) <= 100 and not row.listed and (row.heading > 0 or text.isupper()))
