"""The label of a turn: the shapes in which it is written, the times that stand in it or alone, and how a message of a chat begins."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .lines import Line
from .speaker_names import is_name, plausible

LATEST_START = 420.0
"""Seconds into a recording at which the first words are spoken, at the latest."""

TIME = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
"""As labels write it, in hours, minutes and seconds or without the hours."""
_RANGE = rf"{TIME}(?:\s*(?:-->|[-–—])\s*{TIME})?"
_HALF = r"(?:\s?[AaPp]\.?[Mm]\b\.?)?"
"""Of the day; such a time is one of a clock on the wall."""
_DAY = r"(?:[^\W\d_]{3,12},?\s|\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?,?\s)?"
"""Before the hour in a chat that was copied: `[Yesterday 9:41 AM]`, `[03/06 09:41]`."""
_STAMP = rf"(?:[\[(]\s?{_DAY}{_RANGE}{_HALF}\s?[\])]|(?:{TIME}{_HALF}))"
_MOMENT = rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}},?\s\d{{1,2}}:\d{{2}}(?::\d{{2}})?{_HALF}"
_BOLD = r"(?:\*\*|__|\*)?"
_BODY = r"(?:\s+\((?!(?i:she|he|they|host|co-host|guest|external|you|me)\b)(?P<body>[^(),\n]{1,60})\))?"
"""The organization behind a name, as Fathom writes it."""
_PHONE = r"\+\d[\d\s()-]{6,20}\d"
_WORDS = r"[^\W\d_@(][^:：\[\]|<>\"“”\n]{0,58}?|[@(][^:：\[\]|<>\"“”\n]{1,58}?"
_HOUR_OF_LOG = r"\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d(?::\d\d)?\]?"
"""Before a line of a chat that was logged: `14:02:30 <odo> I agree`."""
# `stamped` is a name and a time on a line of their own; `alone` a name without one, the weakest of all.
SHAPES = {
    "stamped": re.compile(
        rf"(?:@?(?P<before>{_STAMP})\s+(?P<mark>[-–—|]\s*)?{_BOLD}(?P<a>{_WORDS}){_BOLD}(?(mark){_BODY})|\[(?P<c>{_WORDS})\]\s+(?P<then>{_STAMP})"
        rf"|{_BOLD}(?P<b>{_WORDS}){_BOLD}(?:\s*+[-–—|,])?+\s++{_BOLD}(?P<after>{_STAMP}){_BOLD})(?=\n|\Z)"
    ),
    "colon": re.compile(
        rf"(?:(?:\[(?:[^\W\d_]{{2,12}}|{_MOMENT})\]|{_MOMENT}(?:\s[-–—])?)\s+)?(?:(?P<before>{_STAMP})\s*(?:[-–—|]\s*)?)?{_BOLD}(?P<a>{_WORDS})\s*"
        rf"(?P<after>{_STAMP})?\s?{_BOLD}[:：]{_BOLD}(?:\s+(?P<then>[\[(]{TIME}[\])]))?(?=\s|\Z|(?<=：)|(?!//)[^\W\d_])"
    ),
    "bracket": re.compile(r"(?:[\[<](?P<a>[^\W\d_@][^\[\]<>:\n]{0,40})[\]>]):?\s+(?=\S)"),
    "logged": re.compile(rf"{_HOUR_OF_LOG}\s+[<\[]\s?[@+~&%]?(?P<a>[^\W\d_@][^\s<>\[\]:]{{0,30}})[>\]]\s+(?=\S)"),
    "dash": re.compile(r"(?:\((?P<a>[^\W\d_][^()\n]{0,40})\)|(?P<b>[^\W\d_][^()\-–—:.,;\n]{0,40}?))\s+[-–—]\s+(?=\S)"),
    "alone": re.compile(
        rf"{_BOLD}(?P<a>[^\W\d_][\w.'’ -]{{0,40}}?[\w)](?:\s\([^()\n]{{1,40}}\)){{0,2}}){_BOLD}(?=\n|\Z)"
    ),
}
SENT = re.compile(rf"\u200e?(?:\[{_MOMENT}\]|{_MOMENT}\s[-–—])\s+")
"""Before each message and each notice of a chat that was exported, with its day."""
SENDER = re.compile(rf"(?:~\s?)?(?P<a>{_PHONE}|{_WORDS}):\s")
"""Behind it, who is no contact of the one who exported it as well: `~ Carla`, `+49 170 1234567`."""
OF_RECORDING = re.compile(rf"[\[(]?\s?{_RANGE}\s?[\])]?")
_PART = rf"(?:{TIME}|\d{{1,2}}:\d{{1,2}}:\d{{1,2}}[.,]\d{{1,3}})"
_SPAN = re.compile(rf"[\[(]?(?P<time>{_PART})\s*-->\s*{_PART}(?:[\])]\s*|\s+|\Z)")
"""From when to when, as speech recognition prints it, Teams without its zeros (`0:0:7.5`): nothing else is written so."""
_TIME_BEFORE = rf"[\[(]?(?P<time>{TIME})(?:(?<=[\d])[\])]|(?=\s|\Z))(?:[^\S\n]+|\Z)"
_BARE_TIME = re.compile(rf"{_TIME_BEFORE}(?=[^\W\d]|\Z|[\"“'‘(\[¿¡>…])")
_HOUR = re.compile(r"(?::[\w+-]+:\s+)?\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?")
"""Also behind the sign that somebody has put to the name: `:palm_tree:  9:50 AM`."""
_FEWEST_NAMES = 2
_LONGEST_HANDLE = 2  # words
_TIME_AND_NUMBER = re.compile(rf"{_TIME_BEFORE}(?=\d)")
"""One where the others are times of a recording; alone, a row of figures."""


@dataclass(frozen=True, slots=True)
class Label:
    """A turn begins on this line; its words begin at `body`, or on the next line where the line ends there."""

    speaker: str | None
    """None where only a time stands there."""
    body: int
    time: float | None = None
    on_own_line: bool = False
    """Nothing is said on the line itself, so that all below it is the speaker's."""
    organization: str | None = None
    """Of the speaker, where the label names it beside the name."""


_CLOCK_MARKS = re.compile(r"\s*[-–—]")


def seconds(stamp: str) -> float:
    """Of `1:02:03.5`, `02:03` and the like; of a range, when it begins."""
    total = 0.0
    for part in _CLOCK_MARKS.split(stamp.strip("[]() "))[0].replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def bare_times(text: str, lines: Sequence[Line]) -> dict[int, Label]:
    """The labels that such times are, by index of their line; empty where they are hours of the day."""
    return _Times(text, lines).labels()


def without_clock_times(labels: dict[int, Label]) -> dict[int, Label]:
    """Times that do not begin near zero are those of a clock on the wall, not seconds of a recording."""
    first = next((each.time for each in labels.values() if each.time is not None), None)
    if first is None or first <= LATEST_START:
        return labels
    return {number: replace(each, time=None) for number, each in labels.items()}


def hours_below_names(text: str, lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of a chat that was copied from Slack: a name, below it the hour, and below that what is written.

    An hour without a name is that of a further message of the same person. Empty where fewer than two names stand so.
    """
    hours = [n for n, each in enumerate(lines) if each.mark == "text" and _HOUR.fullmatch(text, each.start, each.end)]
    names = {}
    for number in hours:
        above, below = lines[max(number - 1, 0)], lines[number + 1 : number + 2]
        name = text[above.start : above.end].rstrip(":")
        if not (number and above.mark == "text" and below and below[0].mark == "text"):
            continue
        opens = number == 1 or lines[number - 2].mark == "blank"
        if is_name(name) or (opens and _half_of(text[lines[number].start : lines[number].end]) and _is_handle(name)):
            names[number] = name
    if len(names) < _FEWEST_NAMES or not all(map(_half_of, (text[lines[n].start : lines[n].end] for n in names))):
        return {}
    found: dict[int, Label] = {}
    speaker: str | None = None
    for number in hours:
        if number in names:
            speaker = names[number]
            found[number - 1] = Label(None, lines[number - 1].end, on_own_line=True)
        if speaker:
            found[number] = Label(speaker, lines[number].end, on_own_line=True)
    return found


def _is_handle(name: str) -> bool:
    """Whether somebody may have called themselves so, without a capital: "ann.kovacs"."""
    return plausible(name) and len(name.split()) <= _LONGEST_HANDLE


def _half_of(hour: str) -> bool:
    """Whether it says which half of the day it is in, as no time of a recording does."""
    return hour.lower().replace(".", "").endswith(("am", "pm"))


class _Times:
    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines

    def labels(self) -> dict[int, Label]:
        """Times of a recording before words or on a line of their own, without a name, that come again and again."""
        spans, found = self._timed(_SPAN), self._timed(_BARE_TIME)
        spans.update(self._named_below(spans))
        named = self._named_below(found) or self._named_above(found)
        times = [each.time or 0.0 for each in found.values()]
        # "00:05:00" on a line of its own is no hour of the day.
        alone = all(each.on_own_line and self._is_full(number) for number, each in found.items())
        running = (len(times) > 2 or alone or named) and times[:1] <= [LATEST_START] and times == sorted(times)
        if not (found and running):
            return spans  # the others are hours of the day, as in an agenda
        everything = dict(sorted({**found, **self._timed(_TIME_AND_NUMBER)}.items()))
        if (times := [each.time or 0.0 for each in everything.values()]) == sorted(times):
            found = everything
        return {**spans, **found, **named}

    def _timed(self, pattern: re.Pattern[str]) -> dict[int, Label]:
        found: dict[int, Label] = {}
        for number, line in enumerate(self.lines):
            stamp = pattern.match(self.text, line.start, line.end) if line.mark == "text" and not line.literal else None
            if stamp:
                found[number] = Label(None, stamp.end(), seconds(stamp["time"]), stamp.end() == line.end)
        return found

    def _named_below(self, times: Mapping[int, Label]) -> dict[int, Label]:
        """Names on the line below a time, with words below them, where all times have one."""
        found: dict[int, Label] = {}
        for number, time in times.items():
            below = self.lines[number + 1 : number + 3]
            if not time.on_own_line or len(below) < 2 or any(line.mark != "text" for line in below):
                return {}
            if (name := self._name(below[0])) is None:
                return {}
            found[number + 1] = Label(name, below[0].end, time.time, on_own_line=True)
        return found if len(found) > 1 else {}

    def _named_above(self, times: Mapping[int, Label]) -> dict[int, Label]:
        """The times with the names on the line above, where all have one and words below; that line then says no more."""
        found: dict[int, Label] = {}
        for number, time in times.items():
            above, below = self.lines[max(number - 1, 0)], self.lines[number + 1 : number + 2]
            if not time.on_own_line or above.mark != "text" or not below or below[0].mark != "text":
                return {}
            if (name := self._name(above)) is None:
                return {}
            found[number - 1] = Label(None, above.end, on_own_line=True)
            found[number] = replace(time, speaker=name)
        return found if len(times) > 1 else {}

    def _name(self, line: Line) -> str | None:
        name = self.text[line.start : line.end].rstrip(":")
        return name if is_name(name) else None

    def _is_full(self, number: int) -> bool:
        """Whether a line holds a time with its hours, minutes and seconds."""
        return self.text.count(":", self.lines[number].start, self.lines[number].end) == 2
