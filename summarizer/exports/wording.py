"""How a brief's values are worded for a reader."""

import re
from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from ..schemas import Evidence, Match, Strength, When

STRENGTH = {strength: strength.value.replace("_", " ") for strength in Strength} | {
    # Read in a hurry, "raise the quota (denied)" must not look like a promise to raise it.
    Strength.DENIED: "denied: will not",
}


def dated(when: When) -> str:
    """The interval and the words it was computed from, or why there is no interval."""
    if when.start is None and when.end is None:
        return f"“{plain(when.words)}” (no date: {plain((when.rule or 'not settled').removeprefix('no date: '))})"
    if when.start is None:
        span = f"by {when.end}"
    elif when.end is None:
        span = f"from {when.start}"
    else:
        span = f"{when.start}" if when.start == when.end else f"{when.start} to {when.end}"
    return span if when.words == span else f"{span} (“{plain(when.words)}”)"


def is_empty(value: Any) -> bool:
    """Whether nothing fills a field; no and zero do."""
    return value is None or (isinstance(value, Collection) and not value)


def shown(value: Any) -> str:
    """A value of a schema of the user's own, of whatever type."""
    if isinstance(value, When):
        return dated(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return shown(value.value)
    if isinstance(value, BaseModel):
        return shown({name: one for name, one in value if not is_empty(one)})
    if isinstance(value, Mapping):
        return ", ".join(f"{plain(str(key).replace('_', ' '))} = {shown(one)}" for key, one in value.items())
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        return ", ".join(map(shown, value))
    return plain(str(value))


def clock(seconds: float) -> str:
    """`12:05` or `1:02:03`."""
    minutes, second = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{second:02}" if minutes >= 60 else f"{minutes}:{second:02}"


def count(number: int, noun: str) -> str:
    """`3 agenda items`, `1 agenda item`, `no agenda items`; the noun is given in the plural, as a field is named."""
    words = noun.replace("follow_ups", "follow-ups").replace("_", " ")
    return f"{number or 'no'} {words.removesuffix('s') if number == 1 else words}"


def joined(*parts: str | None, between: str = ", ") -> str:
    """The parts that are given, in one line."""
    return between.join(part for part in parts if part)


_OPENS = re.compile(
    r"(?:The|Both|All|Each|Either|Several|Some|Two|Three|Four|These|Those|Their|Its|His|Her|Our)(?= [a-z])"
)


def within(words: str) -> str:
    """Words that opened a sentence of the source, inside one of ours: "by both parties"; "The Hague" stays."""
    return words[0].lower() + words[1:] if _OPENS.match(words) else words


_LONGEST = 240  # characters of a quote
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal obeys instead of showing it: colours, titles, cleared screens."""
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the order of all that follows on the line, our own words as well; the letters themselves know theirs."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_FIRST_STRONG_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


def plain(text: str) -> str:
    """Words of the source or of a model on one line, which no terminal obeys.

    What is written from right to left is kept to itself: a full stop or a number at its end, or the next such words behind
    a comma of ours, would else be shown on the wrong side of it.
    """
    shown = as_written(" ".join(text.split()))
    return f"{_FIRST_STRONG_ISOLATE}{shown}{_END_OF_ISOLATE}" if _RIGHT_TO_LEFT.search(shown) else shown


def as_written(text: str) -> str:
    """Text with its line breaks, but without what a terminal obeys and what shows letters in another order than they are
    read in: "will not" must not be shown as words that say something else."""
    return _CONTROL.sub("\ufffd", _DIRECTION.sub("", text))


def shortened(quote: str) -> str:
    """A long quote with its middle left out, in the open; the JSON holds it whole."""
    if len(quote) <= _LONGEST:
        return quote
    head, tail = quote[: _LONGEST * 2 // 3], quote[-_LONGEST // 3 :]
    return f"{head.rsplit(maxsplit=1)[0]} […] {tail.split(maxsplit=1)[-1]}"


def place(evidence: Evidence) -> str:
    """Where a quotation stands: speaker, time, page, line; and how it was found, if not as it was quoted."""
    page = None if evidence.page is None else f"page {evidence.page}"
    speaker = evidence.speaker and plain(evidence.speaker)
    time = None if evidence.time is None else clock(evidence.time)
    where = joined(speaker, time, page, f"line {evidence.line}")
    near = "; quoted with other words" if evidence.differences else ""
    if evidence.match is Match.FOUND:
        near = "; found for it, not quoted"
    if evidence.altered:
        near = f"; quoted as saying {', '.join(f'“{plain(one.claimed)}”' for one in evidence.differences)}, which proves nothing"
    return where + near


def quoted(evidence: Evidence) -> str:
    """The words of a quotation; a long one with its middle left out."""
    return plain(shortened(evidence.quote))
