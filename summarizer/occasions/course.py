"""Which of several meetings each line of a document tells of."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..dating.forms import find_absolute
from ..documents import Document
from .cues import (
    ALL,
    ALSO,
    BOTH_OF,
    CARRIES_ON,
    EARLIER,
    FURTHER,
    IN_PASSING,
    MEETING,
    MEETS,
    REFERS,
    SUBJECT,
    WITH,
    elsewhere,
    recalls,
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset(
    "the a an and or of for to in on at by with from about as is was were are be been had has have he she they it his her their its"
    " both two sides met meets held talks meeting meetings received visited delegation delegations mission missions sides side parties party officials participants leaders mr mrs ms dr also then later this that these day".split()
)
_LONGEST_DAY = 40  # characters of a line that is a day and nothing else
_LEVEL_OF_PLAIN = 7
"""Of a heading without number signs; below all that have them."""


@dataclass(frozen=True)
class Occasion:
    """A meeting, by what may be said when the text comes back to it."""

    id: str
    lines: tuple[int, ...]
    """The lines that tell of it being held; the first opens its report."""
    place: str | None = None
    date: str | None = None
    title: str | None = None

    @property
    def opening(self) -> int:
        return min(self.lines)


@dataclass(frozen=True)
class Stretch:
    """What a line tells of. No ids: of none of the meetings, or it cannot be said which."""

    ids: tuple[str, ...] = ()
    named: bool = False
    """Whether the line itself names the meeting, or stands under a heading that does."""


_UNCLEAR = Stretch()


class Course:
    """The way of a text through its meetings, line by line.

    A meeting begins on the line that tells of it and lasts until the next one begins. Words such as "at the
    meeting in Rabat" come back to an earlier one for a paragraph; "in both meetings" speaks of all; a
    meeting to come or long past is none of them, and one that is only recalled begins nothing. Under headings that name meetings the headings decide.
    """

    def __init__(self, document: Document, occasions: Sequence[Occasion]) -> None:
        self._document = document
        self.occasions = sorted(occasions, key=lambda one: one.opening)
        self._all = tuple(one.id for one in self.occasions)
        self._recalled = {one.id for one in self.occasions[1:] if recalls(document.line_text(one.opening))}
        opened = Counter(one.opening for one in self.occasions)
        self._begins = {
            one.opening: one.id for one in self.occasions if opened[one.opening] == 1 and one.id not in self._recalled
        }
        self._muddled = {line for line, count in opened.items() if count > 1}
        self._opens = {one.id: one.opening for one in self.occasions}
        told = Counter(line for one in self.occasions for line in set(one.lines))
        self._tells = {
            line: one.id
            for one in self.occasions
            for line in one.lines
            if told[line] == 1 and not (one.id in self._recalled and line == one.opening)
        }
        self._days = {one.id: day for one in self.occasions if (day := self._day(one.date or "")) is not None}
        self._own = self._own_words()
        self._headed = any(document.segment(line).kind == "heading" for line in self._begins)
        self._stretches = self._follow()

    def at(self, line: int) -> Stretch:
        """What a line tells of."""
        return self._stretches[line - 1]

    def _said(self, one: Occasion) -> str:
        """What the line that opens a report and the meeting itself say of it."""
        opening = self._document.line_text(one.opening)
        return " ".join(words for words in (opening, one.place, one.date, one.title) if words)

    def _own_words(self) -> dict[str, str]:
        """Words that only one of the meetings has in its opening line, place, date or title: to its id."""
        holders: dict[str, set[str]] = {}
        for one in self.occasions:
            for word in _words(self._said(one)):
                holders.setdefault(word, set()).add(one.id)
        return {word: next(iter(ids)) for word, ids in holders.items() if len(ids) == 1}

    def _follow(self) -> list[Stretch]:
        stretches: list[Stretch] = []
        lasting = here = _UNCLEAR  # of the report as it goes on, and of the paragraph
        block, level, aside = -1, 0, False
        for line, segment in enumerate(self._document.segments, 1):
            text = self._document.line_text(line)
            new_block, block = segment.block != block, segment.block
            if segment.kind == "heading" and self._headed:
                if line in self._begins or heading_level(self._document, line) <= level:
                    lasting = here = self._under(line, text)
                    level = heading_level(self._document, line)
                stretches.append(here)
                continue
            here = lasting if new_block else here
            if aside and not CARRIES_ON.match(text):
                lasting = here = _UNCLEAR
            aside = aside and CARRIES_ON.match(text) is not None
            if line in self._begins:
                lasting = here = Stretch((self._begins[line],))
                stretches.append(Stretch(here.ids, named=True))
                aside = IN_PASSING.search(text) is not None
            elif line in self._muddled:
                lasting = here = _UNCLEAR
                stretches.append(here)
            elif (day := self._headed_by(text)) is not None:
                lasting = here = day
                stretches.append(here)
            elif level:
                stretches.append(self._in_section(line, text, here))
            else:
                stretches.append(self._turn(line, text, here, new_block))
                if stretches[-1].ids != here.ids:
                    here = Stretch(stretches[-1].ids)
                    lasting = _UNCLEAR if here.ids or _begins_another(text) else lasting
        return stretches

    def _headed_by(self, text: str) -> Stretch | None:
        """What the lines below a line tell of that is a day and nothing else: of the one meeting on that day, if there is one."""
        day = self._day(text) if len(text) <= _LONGEST_DAY else None
        if day is None or not self._days:
            return None
        ids = [one for one, date in self._days.items() if date == day]
        return Stretch(tuple(ids), named=True) if len(ids) == 1 else _UNCLEAR

    def _day(self, words: str) -> datetime.date | None:
        """The day that words give and nothing else, in the year of the document where they give none."""
        year = f" {self._document.date.year}" if self._document.date is not None else ""
        for written in (words, words + year):
            for found in find_absolute(written, language=self._document.language):
                if not any(map(str.isalnum, written[: found.start] + written[found.end :])):
                    return found.date
        return None

    def _under(self, line: int, text: str) -> Stretch:
        if line in self._begins:
            return Stretch((self._begins[line],), named=True)
        return Stretch(self._all) if self._of_all(text) else _UNCLEAR

    def _in_section(self, line: int, text: str, here: Stretch) -> Stretch:
        """A line under the heading of a meeting is of that meeting, unless it speaks of another one."""
        if self._of_all(text):
            return Stretch(self._all)
        other = self._referred(line, text)
        if other is not None and (other,) != here.ids:
            return _UNCLEAR
        return _UNCLEAR if len(here.ids) > 1 and elsewhere(text) else here

    def _turn(self, line: int, text: str, here: Stretch, new_block: bool) -> Stretch:
        """What a line of running text tells of, `here` being what the line before told of."""
        if self._of_all(text):
            return Stretch(self._all, named=True)
        back = self._referred(line, text)
        if back is not None:
            return Stretch((back,), named=True)
        if elsewhere(text):
            return _UNCLEAR
        if line in self._tells:
            return Stretch((self._tells[line],), named=True)
        if _begins_another(text):
            return _UNCLEAR
        if new_block:
            subject = self._of_subject(line, text)
            if subject is not None:
                return Stretch((subject,))
        return here

    def _of_all(self, text: str) -> bool:
        found, places = ALL.search(text), BOTH_OF.match(text)
        if places and all(places["kind"].lower() in _words(self._said(one)) for one in self.occasions):
            return len(self._all) == 2
        return found is not None and (found["how"].lower() not in ("both", "the two") or len(self._all) == 2)

    def _referred(self, line: int, text: str) -> str | None:
        """The one meeting that the start of a sentence names, by its place, its day, its people or its kind."""
        refers = REFERS.match(text)
        if refers is None:
            return None
        what = refers["what"]
        placed = {one.id for one in self.occasions if one.place and _starts_with_place(what, one.place)}
        if len(placed) == 1:
            return placed.pop()
        if MEETING.search(what) is None and not WITH.match(text):
            return None
        if EARLIER.match(what) and len(self._recalled) == 1:
            return next(iter(self._recalled))
        subject = SUBJECT.match(text[refers.end() :].lstrip(", "))
        owner = self._owner(line, what)
        if owner is None and subject and not any(word in self._own for word in _words(what)):
            owner = self._owner(line, subject[0])
        return owner

    def _of_subject(self, line: int, text: str) -> str | None:
        """The one meeting whose people are the subject of a sentence."""
        also, subject = ALSO.match(text), SUBJECT.match(text)
        return self._owner(line, also["who"] if also else subject[0] if subject else "")

    def _owner(self, line: int, words: str) -> str | None:
        """The one meeting that alone has some of the words, if the text has told of it by then."""
        owners = {self._own[word] for word in _words(words) if word in self._own}
        owner = owners.pop() if len(owners) == 1 else None
        return owner if owner is not None and self._opens[owner] < line else None


def heading_level(document: Document, line: int) -> int:
    """The number of signs before a heading, 1 being the highest; one more than all of them where it has none."""
    start = document.segment(line).start
    before = document.text[document.text.rfind("\n", 0, start) + 1 : start]
    return before.count("#") or _LEVEL_OF_PLAIN


def _words(text: str) -> list[str]:
    found = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    return [word for word in found if word not in _SMALL]


def _starts_with_place(what: str, place: str) -> bool:
    """ "Rabat", "the Rabat talks", "the meeting in Rabat, ...": the place, not what lies beyond it."""
    place = place.removeprefix("the ")
    named = re.search(rf"\b{re.escape(place)}\b", what) if place in what else None
    if named is None:
        return False
    before = what[: named.start()].split()
    return not before or before == ["the"] or MEETING.search(what) is not None


def _begins_another(text: str) -> bool:
    """Whether a sentence that opens none of the meetings tells of a further one."""
    return FURTHER.match(text) is not None and MEETS.search(text) is not None
