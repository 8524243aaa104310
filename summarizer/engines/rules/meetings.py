"""The meetings that a document reports, told apart by place and by words such as "separately"."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ...schemas import Quote
from .page import Page, Sentence
from .words import words

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
HELD = re.compile(
    r"\b(?:met|meets?|meetings?|talks|roundtable|summit|session|call|conference|held|hosted|convened|gathered|visited|consultations|discussions|reception|dinner)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:in|at)\s+(?P<place>(?:the\s+)?[A-Z][\w'’.-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w'’-]+){0,4}(?:,\s(?!and\b)[A-Z][\w.’'-]+(?:\s[A-Z][\w.]+)?)?)"
)
BETWEEN = re.compile(
    r"\b(?:on|about|to|regarding|that|which|who|where|discuss|following|after|before|since|of (?!the\b)[a-z])\b"
)
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
    r"\b(?:meetings?|minutes|call|telco|readout|memorandum|session|conference|committee|council|board|roundtable|stand-?up|retrospective|interview|summit|assembly|hearing|convening|notes|wg|sync)\b",
    re.IGNORECASE,
)
NOT_PLACES = frozenset(
    [
        "zoom",
        "teams",
        "person",
        "webex",
        "skype",
        "meet",
        "google",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


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
        return [self._turns[turn][1]] if turn >= 0 else []

    def _told(self, page: Page) -> None:
        """Follow the text: a new place of meeting, or a word that opens another meeting, begins one."""
        for sentence in page.sentences:
            if sentence.speaker is not None or len(sentence.text) > 3_000:
                continue
            place = _place(sentence)
            if place is not None:
                known = next((m for m in self.found if m.place and _same(m.place, place[0])), None)
                opened = NEW_MEETING.search(sentence.text, 0, 60) is not None
                if known is None and (not self.found or opened or HELD.search(sentence.text, 0, place[1]) is not None):
                    known = self._open(page, sentence, place[0])
                if known is not None:
                    self._turns.append((sentence.start, known.id))
            elif (
                self.found
                and NEW_MEETING.match(sentence.text)
                and re.search(r"\b(?:met|held|hosted|had|spoke|received)\b", sentence.text)
            ):
                self._turns.append((sentence.start, self._open(page, sentence, None).id))

    def _open(self, page: Page, sentence: Sentence, place: str | None) -> Held:
        end = sentence.start + min(len(sentence.text), 300)
        held = Held(f"m{len(self.found) + 1}", sentence.start, place=place, quotes=[page.quote(sentence.start, end)])
        self.found.append(held)
        return held

    def _only(self, page: Page) -> None:
        """One meeting, as title, labels and first lines name it."""
        held = self.found[0] if self.found else Held("m1", 0)
        if (
            page.rows
            and MEETING_WORD.search(page.rows[0].text)
            and len(page.rows[0].text) <= 250
            and not page.rows[0].text.endswith(".")
        ):
            row = page.rows[0]
            held.title, held.basis = row.text, "title"
            held.quotes.insert(0, page.quote(row.start, row.end))
        for row in page.rows[:12]:
            for pattern in (MEMO_LINE, DATE_LABEL, PLACE_LABEL):
                match = pattern.match(row.text)
                if match is None or len(row.text) > 160:
                    continue
                groups = match.groupdict()
                date, place = groups.get("date"), groups.get("place")
                held.date = held.date or (date.strip() if date else None)
                held.place = held.place or (place.strip() if place else None)
                held.quotes.append(page.quote(row.start, row.end))
                break
        if held.title or held.place or held.date:
            held.start = 0
            self.found = [held]


def _place(sentence: Sentence) -> tuple[str, int] | None:
    """The place of a meeting and its offset, where a sentence tells it."""
    for held in HELD.finditer(sentence.text):
        place = PLACE.search(sentence.text, held.end())
        if place is None:
            return None
        first = place["place"].removeprefix("the ").split()[0].lower()
        between = sentence.text[held.end() : place.start()]
        if (
            len(between) <= 200
            and BETWEEN.search(between) is None
            and first not in NOT_PLACES
            and first not in words().nations
        ):
            return place["place"], place.start()
    return None


def _same(a: str, b: str) -> bool:
    a, b = a.lower().removeprefix("the "), b.lower().removeprefix("the ")
    return a == b or a.startswith(f"{b},") or b.startswith(f"{a},")
