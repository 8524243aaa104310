"""Numbers and dates of a claim, held against the quoted words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..schemas import RejectionReason
from ..stems import folded
from .fields import Report, Text
from .grounds import Grounds

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SPELLED = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
    | {word: value for value, word in enumerate(_ORDINALS) if word not in ("zeroth", "second")}
    | {"dozen": 12, "both": 2, "twice": 2}
)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "millones": 1e6, "milioni": 1e6, "miliardi": 1e9, "millionen": 1e6, "milliarden": 1e9}  # fmt: skip
_IDLE = frozenset({1.0, 0.0})  # "one of the two", "the first step": too common to prove a difference when spelled out

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan janvier gennaio enero januar", "february feb fevrier febbraio febrero februar", "march mar mars marzo marz",
            "april apr avril aprile abril", "may mai maggio mayo", "june jun juin giugno junio juni", "july jul juillet luglio julio juli",
            "august aug aout agosto", "september sep sept septembre settembre septiembre", "october oct octobre ottobre octubre oktober",
            "november nov novembre noviembre", "december dec decembre dicembre diciembre dezember",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche lunedi martedi mercoledi giovedi venerdi sabato domenica lunes martes miercoles jueves viernes montag dienstag mittwoch donnerstag freitag samstag sonntag".split())  # fmt: skip
_RELATIVE = frozenset("today tomorrow tonight yesterday next this coming end beginning start early late mid middle by on in of the before after within until from and to at or about around week weeks month months year years quarter quarters day days hour hours morning afternoon evening noon summer autumn winter spring weekend fortnight q1 q2 q3 q4 last later than no as soon possible immediately a an st nd rd th asap date fiscal".split())  # fmt: skip
_AMBIGUOUS = frozenset(("may", "mar", "march", "sep", "dec", "jun", "mai", "mars", "sun"))  # months only with a capital

_TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d+(?:[.,' \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+|%", re.UNICODE
)


class Quantities(NamedTuple):
    """The numbers of a text, and the words of its dates: months, days, years, weekdays."""

    numbers: dict[float, str]
    dates: dict[str, str]
    """By what is compared ("m4", "d30", "y2025", "friday"), the words as written."""


def quantities(text: str) -> Quantities:
    """Read a text's numbers and dates; every number of a date belongs to the date."""
    found = Quantities({}, {})
    tokens = list(_TOKEN.finditer(text))
    words = [folded(token.group()) for token in tokens]
    months = {
        at
        for at, word in enumerate(words)
        if word in _MONTHS and (word not in _AMBIGUOUS or tokens[at].group()[0].isupper())
    }
    at = 0
    while at < len(tokens):
        word, written = words[at], tokens[at].group()
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
            year, month, day = word.split("-")
            found.dates.update({f"y{int(year)}": written, f"m{int(month)}": written, f"d{int(day)}": written})
        elif at in months:
            found.dates[f"m{_MONTHS[word]}"] = written
        elif word in _WEEKDAYS:
            found.dates[word] = written
        elif word[0].isdigit():
            value = _value(word)
            if _is_year(word):
                found.dates[f"y{word}"] = written
            elif value <= 31 and value == int(value) and _beside(at, months, words):
                found.dates[f"d{int(value)}"] = written
            else:
                at, value = _scaled(words, at, value)
                found.numbers[value] = written
        elif word in _SPELLED or word in ("hundred", "thousand", "million", "billion"):
            start = at
            at, value = _spelled(words, at)
            if _beside(start, months, words) and value <= 31:
                found.dates[f"d{int(value)}"] = written
            else:
                found.numbers.setdefault(value, text[tokens[start].start() : tokens[at].end()])
        at += 1
    return found


def _value(word: str) -> float:
    digits = re.sub(r"[' \u00a0\u202f]", "", word)
    if re.fullmatch(r"\d+(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    if "," in digits and "." in digits:
        last = max(digits.rfind(","), digits.rfind("."))
        return float(re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1 :])
    return float(digits.replace(",", "."))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _beside(at: int, months: set[int], words: list[str]) -> bool:
    """Whether a number is the day of a month: "30 April", "April 30th", "the 12th of June"."""
    near = {at - 1, at + 1}
    if at + 1 < len(words) and words[at + 1] in ("st", "nd", "rd", "th", "of", "and", "to", "de", "di"):
        near |= {at + 2, at + 3}
    return bool(near & months)


def _scaled(words: list[str], at: int, value: float) -> tuple[int, float]:
    while at + 1 < len(words) and words[at + 1] in _SCALES:
        at += 1
        value *= _SCALES[words[at]]
    return at, value


def _spelled(words: list[str], at: int) -> tuple[int, float]:
    """A number in words: "twenty-one", "three hundred thousand"."""
    total, current = 0.0, 0.0
    while True:
        word = words[at]
        if word in _SCALES and word not in ("k", "m"):
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
        else:
            current += _SPELLED[word]
        following = words[at + 1] if at + 1 < len(words) else ""
        tens = word in _TENS and following in _SPELLED and 0 < _SPELLED[following] < 10
        if not (tens or (following in _SCALES and following not in ("k", "m"))):
            return at, total + current
        at += 1


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else: "by 30 April 2025", "next Friday"."""
    words = [folded(token.group()) for token in _TOKEN.finditer(text)]
    telling = [
        word
        for word in words
        if word not in _RELATIVE
        and word not in _MONTHS
        and word not in _WEEKDAYS
        and not word[0].isdigit()
        and word not in _SPELLED
    ]
    return bool(words) and not telling


def check_quantities(text: Text, grounds: Grounds, report: Report) -> None:
    """Every number and date of a text must stand in the lines it rests on."""
    ours = quantities(text.value)
    if not ours.numbers and not ours.dates:
        return
    lines, around = quantities(grounds.whole), quantities(grounds.around)
    other = set(lines.numbers) - set(ours.numbers)
    for value, written in ours.numbers.items():
        if value in lines.numbers or _as_date(value, lines) or (value in _IDLE and not written[0].isdigit()):
            report.note("numbers", "agrees")
        elif (value in around.numbers or _as_date(value, around)) and not other:
            report.note("numbers", "absent", f'The number "{written}" stands near the quoted words, not in them.')
        else:
            reason = RejectionReason.CONTRADICTED if other else RejectionReason.UNSUPPORTED
            report.against(text, "numbers", f'The quoted words do not hold the number "{written}".', reason)
    for key, written in ours.dates.items():
        rival = any(_sort(one) == _sort(key) and one not in ours.dates for one in lines.dates)
        if key in lines.dates or (key[0] == "d" and float(key[1:]) in lines.numbers) or _known_year(key, grounds):
            report.note("dates", "agrees")
        elif key in around.dates and not rival:
            report.note("dates", "absent", f'The date "{written}" stands near the quoted words, not in them.')
        else:
            reason = RejectionReason.CONTRADICTED if rival else RejectionReason.UNSUPPORTED
            report.against(text, "dates", f'The quoted words do not hold the date "{written}".', reason)


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
    ours, everywhere = quantities(text.value), grounds.index
    lines = quantities(grounds.whole)
    missing = [
        written for key, written in ours.dates.items() if key not in lines.dates and not _known_year(key, grounds)
    ]
    if not missing and not ours.dates:
        missing = [
            word.group()
            for word in _TOKEN.finditer(text.value)
            if folded(word.group()) not in set(folded(grounds.around).split()) | everywhere.words
        ]
    if not missing:
        report.note("dates", "agrees")
        return
    explanation = f'"{text.value}" does not stand in the quoted lines.'
    if any(folded(word.group()) not in everywhere.words for part in missing for word in re.finditer(r"[^\W_]+", part)):
        report.against(text, "dates", explanation, RejectionReason.UNSUPPORTED)
    else:
        report.note("dates", "absent", explanation)


def date_words(text: str) -> Iterator[str]:
    """The months, weekdays and days in a text, as `check_quantities` compares them."""
    yield from quantities(text).dates
