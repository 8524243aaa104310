"""The label of a turn: the shapes in which it is written, the times that stand in it, and how a message of a chat begins."""

import re
from dataclasses import dataclass

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
