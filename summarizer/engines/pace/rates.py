"""What a server says of its limits: in the headers of an answer, and in the words of a refusal."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

_READ = ("x-ratelimit-", "retry-after")  # how the names of headers begin that are read here
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|h|m|s)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
_PERIODS = {"sec": 1.0, "min": 60.0, "hou": 3600.0, "day": 86400.0}
_WORDED = re.compile(
    r"\b(requests|tokens) per (sec|min|hou|day)\w*.{0,30}?\blimit\W{1,3}(\d[\d,]*)", re.IGNORECASE | re.DOTALL
)
_CONCURRENCY = re.compile(r"\bconcurren", re.IGNORECASE)


@dataclass(frozen=True)
class Stated:
    """One limit, as the server tells it."""

    rate: float
    """Requests or tokens a second."""
    remaining: float | None = None
    """Requests or tokens that may be sent at once."""
    capacity: float | None = None
    """The most that may remain, after a time without requests."""


def of_limits(headers: Mapping[str, str]) -> dict[str, str]:
    """Of the headers of an answer, those that `stated` and `retry_after` read, for who is to read them elsewhere."""
    return {name: value for key, value in headers.items() if (name := key.lower()).startswith(_READ)}


def stated(headers: Mapping[str, str], kind: str) -> Stated | None:
    """What the `x-ratelimit-*` headers say of `requests` or `tokens`; None where they say nothing usable.

    The period is not told. A minute is the rule; where what is used up would take far longer to come back, it is a
    longer one, as with limits by the day.
    """
    limit = _number(headers.get(f"x-ratelimit-limit-{kind}"))
    if not limit:
        return None
    remaining = _number(headers.get(f"x-ratelimit-remaining-{kind}"))
    reset = _reset(headers.get(f"x-ratelimit-reset-{kind}"))
    rate = limit / 60
    if remaining is None or reset is None:
        return Stated(rate, remaining)
    if reset > 0 and (used := limit - remaining) > 0 and used / reset < rate / 2:
        rate = used / reset
    return Stated(rate, remaining, remaining + reset * rate)


def worded(words: str) -> dict[str, float]:
    """Requests and tokens a second, where the message of a refusal names the limit that was hit."""
    return {
        kind.lower(): float(number.replace(",", "")) / _PERIODS[period.lower()]
        for kind, period, number in _WORDED.findall(words)
    }


def is_concurrency(words: str) -> bool:
    """Whether the refusal is about requests at the same time."""
    return bool(_CONCURRENCY.search(words))


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a provider asks to wait, from `retry-after-ms`, `retry-after` or its rate limit headers."""
    if (milliseconds := _number(headers.get("retry-after-ms"))) is not None:
        return milliseconds / 1000
    if value := headers.get("retry-after"):
        if (seconds := _number(value)) is not None:
            return seconds
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
        except ValueError:
            return None
    waits = [
        seconds
        for kind in ("-requests", "-tokens", "")
        if headers.get(f"x-ratelimit-remaining{kind}", "0") == "0"
        and (seconds := _reset(headers.get(f"x-ratelimit-reset{kind}"))) is not None
    ]
    return max(waits, default=None)


def _reset(value: str | None) -> float | None:
    """Seconds until a limit is lifted, from `6m0.5s`, seconds, or a time in seconds or milliseconds."""
    number = _number(value)
    if number is None:
        parts = _DURATION.findall(value or "")
        return sum(float(amount) * _SECONDS[unit] for amount, unit in parts) if parts else None
    if number > 1e11:
        number /= 1000
    return max(0.0, number - time.time()) if number > 1e9 else number


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None
