"""Numbers and dates of a claim, held against the quoted words."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..schemas import RejectionReason
from ..stems import folded
from .fields import Report, Text
from .grounds import Grounds, holds
from .words import keyed, listed, ranked

_IDLE = frozenset((0.0, 1.0))  # "one of the two", "the first step": too common to prove a difference when spelled out
_JOINERS = frozenset(("st", "nd", "rd", "th", "of", "and", "to", "de", "di"))  # between a day and its month
_SHORT_SCALES = frozenset(("k", "m"))  # only after digits
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[^\W_]+")
_LIMIT = re.compile(
    r"\b(up to|at least|at most|no more than|not more than|no less than|fewer than|less than|more than)\s+[€$£¥₹]?$",
    re.I,
)
_ABOUT = re.compile(r"\b(?:max\w*|min\w*|limit\w*|over|under|within|above|below|to|of)\W+[€$£¥₹]?$", re.I)
_TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d+(?:[.,' \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+|[%€$£¥₹]",
    re.UNICODE,
)

_SPACES, _MARKS = str.maketrans("", "", "' \u00a0\u202f"), str.maketrans("", "", ".,")
_END = re.compile(r"[.!?;:]\s")  # between "three eighty. Three hundred stays"
_DIGIT = re.compile(r"\d")
_GROUPED, _FIGURES = re.compile(r"\d+(?:[.,]\d{3})+"), re.compile(r"\d+(?:\.\d*)?|\.\d+")


class Quantities(NamedTuple):
    """The numbers of a text, the words of its dates (months, days, years, weekdays), and its currencies."""

    numbers: dict[float, str]
    dates: dict[str, str]
    """By what is compared ("m4", "d30", "y2025", "friday"), the words as written."""
    currencies: dict[str, str]


@lru_cache(maxsize=512)
def quantities(text: str) -> Quantities:
    """Read a text's numbers and dates; every number of a date belongs to the date."""
    found = Quantities({}, {}, {})
    if text.isascii() and _telling().isdisjoint(_TOKEN.findall(text.lower())) and not _DIGIT.search(text):
        return found
    tokens = list(_TOKEN.finditer(text))
    words = [folded(token.group()) for token in tokens]
    telling = [at for at, word in enumerate(words) if word in _telling() or word[:1].isdigit()]
    ends = {at for at, (one, after) in enumerate(pairwise(tokens)) if _END.search(text, one.end(), after.start())}
    months = {at for at in telling if words[at] in keyed("months") and _is_month(words[at], tokens[at].group())}
    read_to = 0
    for start in telling:
        if start < read_to:
            continue
        at = start
        word, written = words[at], tokens[at].group()
        if _ISO.fullmatch(word):
            year, month, day = map(int, word.split("-"))
            found.dates.update({f"y{year}": written, f"m{month}": written, f"d{day}": written})
        elif at in months:
            found.dates[f"m{keyed('months')[word]}"] = written
        elif word in keyed("currencies"):
            found.currencies[keyed("currencies")[word]] = written
        elif word in listed("weekdays"):
            found.dates[word] = written
        elif _is_year(word):
            found.dates[f"y{word}"] = written
        elif (figures := _value(word)) is not None or word in _spelled_words():
            at, value = _spelled(words, at, ends) if figures is None else _scaled(words, at, figures)
            if value <= 31 and value == int(value) and _beside(start, months, words):
                found.dates[f"d{int(value)}"] = written
            else:
                found.numbers.setdefault(value, text[tokens[start].start() : tokens[at].end()])
        read_to = at + 1
    return found


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words that may be a part of a date, an amount or a number."""
    return frozenset((*keyed("months"), *keyed("currencies"), *listed("weekdays"), *_spelled_words()))


def _is_month(word: str, written: str) -> bool:
    return written[0].isupper() or word not in listed("months_with_capital")


@lru_cache(maxsize=1)
def _spelled_words() -> dict[str, float]:
    values: dict[str, float] = {word: float(value) for word, value in ranked("units").items()}
    values |= {word: float(value) for word, value in ranked("ordinals").items()}
    values |= {word: 10.0 * value for word, value in ranked("tens").items() if value > 1}
    values |= {"dozen": 12.0, "both": 2.0, "twice": 2.0}
    return values | {word: float(scale) for word, scale in keyed("scales").items() if word not in _SHORT_SCALES}


def _value(word: str) -> float | None:
    """The number that figures stand for; None where they are none, as in `1.2.3` or `2a`."""
    digits = word.translate(_SPACES)
    if _GROUPED.fullmatch(digits):
        return float(digits.translate(_MARKS))
    if "," in digits and "." in digits:
        last = max(digits.rfind(","), digits.rfind("."))
        digits = digits[:last].translate(_MARKS) + "." + digits[last + 1 :]
    digits = digits.replace(",", ".")
    return float(digits) if _FIGURES.fullmatch(digits) else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _beside(at: int, months: set[int], words: list[str]) -> bool:
    """Whether a number is the day of a month: "30 April", "April 30th", "the 12th of June"."""
    near = {at - 1, at + 1}
    if at + 1 < len(words) and words[at + 1] in _JOINERS:
        near |= {at + 2, at + 3}
    return bool(near & months)


def _scaled(words: list[str], at: int, value: float) -> tuple[int, float]:
    """A number in digits with what multiplies it: "2.5 million"; and the place of its last word."""
    while at + 1 < len(words) and words[at + 1] in keyed("scales"):
        at += 1
        value *= keyed("scales")[words[at]]
    return at, value


def _spelled(words: list[str], at: int, ends: set[int]) -> tuple[int, float]:
    """A number in words, "twenty-one", "three hundred thousand"; and the place of its last word."""
    values, scales = _spelled_words(), keyed("scales")
    total, current = 0.0, 0.0
    while True:
        word = words[at]
        if word in scales:
            current = max(current, 1.0) * scales[word]
            if scales[word] >= 1_000:
                total, current = total + current, 0.0
        else:
            current += values[word]
        following = words[at + 1] if at + 1 < len(words) else ""
        units = word in ranked("tens") and 0 < ranked("units").get(following, 0) < 10
        if at in ends or not (units or (following in scales and following not in _SHORT_SCALES)):
            return at, total + current
        at += 1


@lru_cache(maxsize=1024)
def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else: "by 30 April 2025", "next Friday"."""
    words = map(folded, (token.group() for token in _TOKEN.finditer(text)))
    first = next(words, None)
    return first is not None and _dates(first) and all(map(_dates, words))


def _dates(word: str) -> bool:
    return (
        word[0].isdigit()
        or word in listed("date_words")
        or word in keyed("months")
        or word in listed("weekdays")
        or word in _spelled_words()
    )


def check_quantities(text: Text, grounds: Grounds, report: Report) -> None:
    """Every number and date of a text must stand in the lines it rests on."""
    ours = quantities(text.value)
    if not any(ours):
        return
    lines = quantities(grounds.whole)
    other = set(lines.numbers) - set(ours.numbers)
    for value, written in ours.numbers.items():
        if value in lines.numbers or _as_date(value, lines) or (value in _IDLE and not written[0].isdigit()):
            if limit := _limit_turned(text.value, written, lines.numbers.get(value, written), grounds.whole):
                explanation = f'The quoted words say "{limit} {written}".'
                report.against(text, "numbers", explanation, RejectionReason.CONTRADICTED)
            elif limit := _limit_left_out(text.value, written, lines.numbers.get(value, written), grounds.whole):
                report.note("numbers", "absent", f'The quoted words say "{limit} {written}".')
            report.note("numbers", "agrees")
        elif not other and (value in (around := quantities(grounds.around)).numbers or _as_date(value, around)):
            report.note("numbers", "absent", f'The number "{written}" stands near the quoted words, not in them.')
        else:
            reason = RejectionReason.CONTRADICTED if other else RejectionReason.UNSUPPORTED
            report.against(text, "numbers", f'The quoted words do not hold the number "{written}".', reason)
    for currency, written in ours.currencies.items():
        if currency in lines.currencies or currency in quantities(grounds.around).currencies:
            continue
        if not lines.currencies:
            report.note("numbers", "absent", f'The quoted words do not speak of "{written}".')
        else:
            explanation = f'The quoted words speak of "{next(iter(lines.currencies.values()))}", not of "{written}".'
            report.against(text, "numbers", explanation, RejectionReason.CONTRADICTED)
    for key, written in ours.dates.items():
        rival = any(_sort(one) == _sort(key) and one not in ours.dates for one in lines.dates)
        if (
            key in lines.dates
            or (key[0] == "d" and float(key[1:]) in lines.numbers)
            or (_known_year(key, grounds) and not rival)
        ):
            report.note("dates", "agrees")
        elif not rival and key in quantities(grounds.around).dates:
            report.note("dates", "absent", f'The date "{written}" stands near the quoted words, not in them.')
        else:
            reason = RejectionReason.CONTRADICTED if rival else RejectionReason.UNSUPPORTED
            report.against(text, "dates", f'The quoted words do not hold the date "{written}".', reason)


def _limit_left_out(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that make a number a limit, "up to", where every mention has them and the claim has none."""
    mentions = [
        _LIMIT.search(text[: found.start()]) for found in re.finditer(rf"(?<![\w.,]){re.escape(theirs)}\b", text)
    ]
    before = claim[: claim.find(ours)]
    if not mentions or not all(mentions) or _LIMIT.search(before) or _ABOUT.search(before):
        return None
    return next(found.group(1) for found in mentions if found)


def _limit_turned(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that set a limit from one side, "up to", where the claim sets it from the other, "at least"."""
    claimed = _LIMIT.search(claim[: claim.find(ours)])
    mentions = [
        _LIMIT.search(text[: found.start()]) for found in re.finditer(rf"(?<![\w.,]){re.escape(theirs)}\b", text)
    ]
    told = [found[1] for found in mentions if found is not None]
    if claimed is None or len(told) < len(mentions) or any(_from_below(one) == _from_below(claimed[1]) for one in told):
        return None
    return next(iter(told), None)


def _from_below(limit: str) -> bool:
    return limit.lower() in ("at least", "no less than", "more than")


def _sort(key: str) -> str:
    """What part of a date a key is: a day, a month, a year, or a weekday."""
    return key[0] if key[1:].isdigit() else "weekday"


def _as_date(value: float, found: Quantities) -> bool:
    return value == int(value) and (f"d{int(value)}" in found.dates or f"y{int(value)}" in found.dates)


def _known_year(key: str, grounds: Grounds) -> bool:
    date = grounds.index.document.date
    return date is not None and key == f"y{date.year}"


def check_date(text: Text, grounds: Grounds, report: Report) -> None:
    """The words of a date: where they stand nowhere in the document they go."""
    ours, lines = quantities(text.value).dates, quantities(grounds.whole).dates
    missing = {written for key, written in ours.items() if key not in lines and not _known_year(key, grounds)}
    if not ours and not holds(grounds.around, text.value):
        missing = {token.group() for token in _TOKEN.finditer(text.value)}
    if not missing:
        report.note("dates", "agrees")
        return
    explanation = f'"{text.value}" does not stand in the quoted lines.'
    words = grounds.index.words
    if any(folded(word) not in words for written in missing for word in _WORD.findall(written)):
        report.against(text, "dates", explanation, RejectionReason.UNSUPPORTED)
    else:
        report.note("dates", "absent", explanation)
