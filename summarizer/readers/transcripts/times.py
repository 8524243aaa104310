"""Times as transcripts in JSON write them: seconds, milliseconds, `0:01:02.5`, `PT1M2.5S`, dates with an hour."""

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from ..text.labels import LATEST_START, seconds

_CLOCK = re.compile(r"((?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,9})?)")
_FRAMES = re.compile(r"(\d{1,3}:\d{2}:\d{2})[:;]\d{2}")
"""As programs that cut films count, with the picture within the second."""
_DURATION = re.compile(r"PT(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?")
_PLAIN = re.compile(r"(?P<number>-?\d+(?:\.\d+)?)(?P<seconds>\s?s)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")
_INNER = ("relative", "from", "start", "seconds")
"""Under which of its own keys a time that is an object holds its beginning."""
_EPOCH, _EPOCH_MILLISECONDS = 1e9, 1e11
"""Numbers from here on count from 1970: no recording lasts thirty years."""

_TICKS = 1e7
"""In a second; the only unit in which the times of a recording reach the numbers of a calendar."""
_SLOWEST, _SLOWEST_WITH_SILENCE = 0.2, 0.04
"""Characters in a second below which a stretch of speech, and one with its silences, is counted in milliseconds."""
_LONGEST = 100_000.0
"""Seconds, over a day: numbers written with a fraction are seconds up to here, however little is said in them."""


class Stamp(NamedTuple):
    """A time as it is written. Of a `number` the unit is not known yet; a `clock` may be one on the wall."""

    value: float
    """Seconds; since 1970 of a `date`."""
    kind: Literal["seconds", "number", "clock", "date"]
    fraction: bool = False
    """Whether a number is written with one, as seconds are."""


class Span(NamedTuple):
    """When something is said, and how much."""

    start: Stamp | None
    end: Stamp | None
    characters: int
    """Without spaces."""


def read_stamp(key: str, value: object) -> Stamp | None:
    """The time under a key, written in small letters and without `_`; None where no time stands there."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _of_number(key, float(value), isinstance(value, float)) if abs(value) < 1e18 else None
    if isinstance(value, str):
        return _of_words(key, value.strip())
    if isinstance(value, list):
        return read_stamp(key, value[0]) if value else None
    return _of_object(key, value) if isinstance(value, dict) else None


def day_of(stamp: Stamp) -> datetime.date | None:
    """The day of a `date`, in the time zone it is written in (UTC for a number)."""
    if stamp.kind != "date" or not 0 <= stamp.value < 4e9:
        return None
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=stamp.value)).date()


def unit_of(spans: Sequence[Span]) -> float:
    """Seconds in one unit of the numbers: 1 or 0.001, by how much is said in how many units."""
    timed = [span for span in spans if span.start is not None and span.start.kind == "number"]
    starts = [span.start.value for span in timed if span.start is not None]
    if not starts:
        return 1.0
    if any(span.start is not None and span.start.fraction for span in timed) and max(starts) < _LONGEST:
        return 1.0
    ended = [(span.end.value - span.start.value, span.characters) for span in timed if span.start and span.end]
    if len(ended) * 2 > len(timed):
        length, said, slowest = sum(each for each, _ in ended), sum(each for _, each in ended), _SLOWEST
    else:
        length, slowest = max(starts) - min(starts), _SLOWEST_WITH_SILENCE
        said = sum(span.characters for span in timed[:-1])
    return 0.001 if said < slowest * length else 1.0


def is_of_recording(first: Stamp) -> bool:
    """Whether times that begin so are those of a recording, and not of a clock on the wall or a calendar."""
    return first.kind != "date" and not (first.kind == "clock" and first.value > LATEST_START)


def in_seconds(stamp: Stamp | None, unit: float) -> float | None:
    """Seconds from the start of the recording, where they make sense."""
    if stamp is None or stamp.kind == "date":
        return None
    value = stamp.value * unit if stamp.kind == "number" else stamp.value
    return value if 0 <= value < math.inf else None


def _of_object(key: str, value: Mapping[str, object]) -> Stamp | None:
    if "seconds" in value or "nanos" in value:  # a duration of Google's
        whole, part = read_stamp(key, value.get("seconds") or 0), read_stamp(key, value.get("nanos") or 0)
        return None if whole is None or part is None else Stamp(whole.value + part.value / 1e9, "seconds")
    return next((found for inner in _INNER if (found := read_stamp(key, value.get(inner))) is not None), None)


def _of_words(key: str, value: str) -> Stamp | None:
    if clock := _CLOCK.fullmatch(value) or _FRAMES.fullmatch(value):
        return Stamp(seconds(clock[1]), "clock")
    if plain := _PLAIN.fullmatch(value):
        number = float(plain["number"])
        return Stamp(number, "seconds") if plain["seconds"] else _of_number(key, number, "." in value)
    if value != "PT" and (found := _DURATION.fullmatch(value)):
        return Stamp(int(found["h"] or 0) * 3600 + int(found["m"] or 0) * 60 + float(found["s"] or 0), "seconds")
    if not _DATE.fullmatch(value):
        return None
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    return Stamp((moment.replace(tzinfo=None) - datetime.datetime(1970, 1, 1)).total_seconds(), "date")


def _of_number(key: str, value: float, fraction: bool) -> Stamp | None:
    if not math.isfinite(value):
        return None
    in_a_second = _units_in_a_second(key)
    if in_a_second == _TICKS:
        return Stamp(value / _TICKS, "seconds")
    if value >= _EPOCH_MILLISECONDS:
        return Stamp(value / 1000, "date")
    if value >= _EPOCH:
        return Stamp(value, "date")
    return Stamp(value / in_a_second, "seconds") if in_a_second else Stamp(value, "number", fraction)


@lru_cache(maxsize=256)
def _units_in_a_second(key: str) -> float | None:
    """Where the name of the field says it."""
    if key.endswith("ticks"):
        return _TICKS
    if key.endswith(("ms", "millis", "milliseconds")):
        return 1000.0
    return 1.0 if key.endswith(("sec", "secs", "seconds")) else None
