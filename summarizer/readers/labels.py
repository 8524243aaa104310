"""The label of a turn, and the times that stand in labels."""

import re
from dataclasses import dataclass


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


LATEST_START = 420.0
"""Seconds into a recording at which the first words are spoken, at the latest."""
TIME = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
"""As labels write it, in hours, minutes and seconds or without the hours."""
_CLOCK_MARKS = re.compile(r"\s*[-–—]")


def seconds(stamp: str) -> float:
    """Of `1:02:03.5`, `02:03` and the like; of a range, when it begins."""
    total = 0.0
    for part in _CLOCK_MARKS.split(stamp.strip("[]() "))[0].replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
