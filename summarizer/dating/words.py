"""How the words of a date fall into tokens; the lexicons are in `lexicons`, a file a language."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..words.calendar import MONTHS, WEEKDAYS
from ..words.scripts import folded, plain_figures
from ..words.wordlists import word_lists
from .forms import ERAS, calendar_date, numeric_order, year_of_era

LANGUAGES = ("en", "fr", "it", "es", "de", "nl", "pt", "mt", "ru", "ar", "zh", "ja")
"""Languages with a lexicon, in the order in which they are tried on words of unknown language."""


UNITS = [
    f"{unit}{plural}"
    for unit in ("hour", "day", "workday", "week", "fortnight", "weekend", "month", "quarter", "half", "year")
    for plural in ("", "s")
]
"""Kinds of token that are units, singular and plural."""


class Token(NamedTuple):
    """A word of a date: its kind, as the rules name it, and its number where it has one.

    Kinds besides those of the lexicons: `number`, `nth` (a figure marked as an ordinal), `year_number`, `month_name`,
    `weekday`, `quarter_name` (Q3), `half_name` (H1), `date` (a day, as an ordinal of `datetime.date`), `dash`
    (between two dates), `split_year` (2024/25), `two_orders` (03/04/2024), `large` (20000), `impossible`,
    `unknown`.
    """

    kind: str
    number: int = 0


class Reading(NamedTuple):
    """What the tokens of one text depend on."""

    language: str
    day_leads: bool | None = None
    """Whether the locale writes 3 April as 03/04; None where it is not settled."""
    near: int | None = None
    """The year that a year of two digits is nearest to; without it such a year has no meaning."""


_ZONE = r"(?:\s?[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]\b)?(?:\s?\(?(?:utc|gmt|cest|cet|bst|[ecmp][sd]?t)\b(?:[+-][0-9]{1,2})?\)?)?"
_OCLOCK = r"(?:uhr|h|hrs?|hours?|horas?|heures?)\b"
_CLOCK = (
    rf"[0-9]{{1,2}}[:h][0-5][0-9](?::[0-5][0-9])?(?:\s?[ap]\.?m\b\.?|\s?{_OCLOCK})?|[0-9]{{1,2}}\.[0-5][0-9]\s?[ap]\.?m\b\.?"
    rf"|(?:alle\s)?ore\s[0-9]{{1,2}}(?:[.,:][0-5][0-9])?|(?:at|à|a|a\slas|las)\s[0-9]{{1,2}}\s?{_OCLOCK}|[0-9]{{1,2}}(?:\s?[ap]\.?m\b\.?|\s?uhr\b|h\b)"
)
_SPAN = r"[0-9]{1,2}(?:[:.h][0-5][0-9])?(?:\s?[ap]\.?m\b\.?)?\s?[-–—]\s?"
_RAW = re.compile(
    rf"(?P<time>\b(?:(?:at|um|alle|a\slas|las|à|a)\s)?(?:{_SPAN})?(?:{_CLOCK}){_ZONE})"
    r"|(?P<iso>\b[0-9]{4}(?P<im>[-/.])[0-9]{1,2}(?P=im)[0-9]{1,2})(?:t[0-9:.]+(?:z|[+-][0-9]{2}:?[0-9]{2})?)?\b"
    r"|(?P<numeric>\b[0-9]{1,2}(?P<nm>[-/.])[0-9]{1,2}(?P=nm)(?:[0-9]{4}|[0-9]{2}))\b"
    r"|(?P<day_month>\b[0-9]{1,2}\.\s?(?:1[0-2]|0?[1-9])\.(?![0-9]))"
    r"|(?P<slashed>\b[0-9]{1,2}/[0-9]{1,2})\b(?![/.0-9])"
    r"|(?P<year_month>\b(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))\b(?!-)"
    r"|(?P<split_year>\b(?:19|20)[0-9]{2}(?:/(?:[0-9]{2}){1,2}|[-–][0-9]{2}))\b"
    r"|(?P<week>\bw/[cbe]\b)"
    r"|(?P<fiscal>\bfy\s?[0-9]{2,4})\b"
    r"|(?P<short_year>['’][0-9]{2})\b"
    r"|\b(?:q(?P<quarter>[1-4])|(?P<quarter2>[1-4])q)\b|\bh(?P<half>[12])\b"
    r"|\b(?P<nth>[0-9]{1,2})(?:(?:st|nd|rd|th|er|eme|e|o|a)\b|[°.](?=\s*[^\W\d]|\s*$|\s*[-–]))"
    r"|(?P<number>\b[0-9]+\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<dash>\s[-–—]\s|[–—])|(?P<glue>[-/])"
    r"|(?P<space>[\s,.;:()`\"“”!]+|['’])|(?P<other>.)",
    re.DOTALL,
)
_SIGNS = re.compile(
    rf"(?:(?P<era>{ERAS})?(?P<year>[0-9]{{1,4}}|元)年\s?)?(?P<month>[0-9]{{1,2}})月(?:份|\s?(?P<day>[0-9]{{1,2}})[日号號])?|(?P<alone>[0-9]{{4}})年度?"
)
_MONTH_NAMES = (
    "",
    *(min(name for name, month in MONTHS.items() if month == number and len(name) > 2) for number in range(1, 13)),
)
_LIMITS = ("by", "before", "after", "from")
"""Beside these a time of day tells that the day itself is in the bounds: "before 3 pm on Friday"."""
_HOURS = 24
"""The largest number that may be an hour of the day."""
_PHRASE = 6
"""Words in the longest phrase of the lexicons."""
_MOST_DIGITS = 4
"""Digits of a number, at the most: a longer one counts no days."""


@cache
def _lexicon(language: str) -> dict[str, list[Token]]:
    """Folded words and phrases of a language, and the tokens they stand for."""
    return {
        phrase: [Token(kind, words[phrase] if isinstance(words, dict) else 0) for kind in kinds.split()]
        for kinds, words in word_lists(__package__, "lexicons", f"{language}.yaml").items()
        for phrase in words
    }


_WORDS_TOO = frozenset(("set", "out"))
"""Short for months in Italian and Portuguese, and English words: "the deadline set for May"."""


def tokens(words: str, reading: Reading) -> list[Token]:
    """The words in order, without noise; of times of day, those that a limit is set to, as a `part` of the day."""
    plain = _in_figures(plain_figures(words))
    raw = [(match.lastgroup or "", match) for match in _RAW.finditer(folded(plain)) if match.lastgroup != "space"]
    known = _lexicon(reading.language)
    result: list[Token] = []
    at = 0
    glue = ""
    while at < len(raw):
        name, match = raw[at]
        if name == "glue":
            glue, at = match[0], at + 1
            continue
        new, end = _phrase(raw, at, known) if name == "word" else (list(_figures(match, reading)), at + 1)
        if glue:
            result += _glued(glue, result, new[0])
        result += new
        glue, at = "", end
    told = _without_hours([each for each in result if each.kind != "noise"])
    if [each.kind for each in told if each.kind not in (*_LIMITS, "time")] != ["the_day", "number"]:
        told = [each for each in told if each.kind != "the_day"]
    limited = bool(told) and told[0].kind in _LIMITS
    return [Token("part") if each.kind == "time" else each for each in told if limited or each.kind != "time"]


def _without_hours(told: list[Token]) -> list[Token]:
    """With an hour of the day as a `time`: "Friday at ten", "ten tonight"."""
    kept: list[Token] = []
    at = 0
    while at < len(told):
        marked = told[at].kind == "hour_mark"
        at += marked
        each, after = (told[n].kind if n < len(told) else "" for n in (at, at + 1))
        counted = after in ("hour", "hours")  # "à dix heures"
        if (
            each == "number"
            and told[at].number <= _HOURS
            and (marked or after == "offset")
            and (counted or after not in (*UNITS, "month_name"))
        ):
            kept.append(Token("time"))
            at += 1 + (marked and counted)
        elif each and each != "hour_mark":
            kept.append(told[at])
            at += 1
    return kept


def _in_figures(words: str) -> str:
    """The words with dates such as 2025年4月15日 as 2025-04-15, 4月15日 as 15.4., 4月 as the name of the month."""
    return _SIGNS.sub(_with_marks, words) if "月" in words or "年" in words else words


def _with_marks(match: re.Match[str]) -> str:
    group = match.groupdict()
    year, month, day = group["year"] or group["alone"], group["month"], group["day"]
    if group["era"]:
        year = year_of_era(group["era"], group["year"])
    if day and not year:
        return f" {day}.{month}. "
    name = _MONTH_NAMES[int(month)] if month and int(month) < len(_MONTH_NAMES) else ""
    return f" {year}-{month}-{day} " if day else f" {name} {year or ''} "


def _phrase(raw: list[tuple[str, re.Match[str]]], first: int, known: dict[str, list[Token]]) -> tuple[list[Token], int]:
    """The longest known phrase from `raw[first]` on, hyphens counting as spaces, and the index behind it."""
    words: list[str] = []
    ends: list[int] = []
    for at in range(first, len(raw)):
        name, match = raw[at]
        if name == "word" and len(words) < _PHRASE:
            words.append(match[0])
            ends.append(at + 1)
        elif match[0] != "-":
            break
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        if phrase in known:
            return known[phrase], ends[count - 1]
    if words[0] in MONTHS:
        beside = {raw[at][0] for at in (first - 1, first + 1) if 0 <= at < len(raw)}
        if words[0] not in _WORDS_TOO or not beside.isdisjoint(("number", "nth")):
            return [Token("month_name", MONTHS[words[0]])], first + 1
    if words[0] in WEEKDAYS:
        return [Token("weekday", WEEKDAYS[words[0]])], first + 1
    return [Token("unknown")], first + 1


def _figures(match: re.Match[str], reading: Reading) -> Iterator[Token]:
    """The tokens of a match that is no word."""
    group = {name: text for name, text in match.groupdict().items() if text is not None}
    if "iso" in group:
        year, month, day = map(int, re.split(r"[-/.]", group["iso"]))
        yield _day(year, month, day)
    elif "numeric" in group:
        first, second, year = map(int, re.split(r"[-/.]", group["numeric"]))
        order = numeric_order(first, second, group["nm"], reading.day_leads)
        full = year if year > 99 else _full_year(year, reading.near)
        yield Token("two_orders") if order is None else Token("unknown") if full is None else _day(full, *order)
    elif "day_month" in group:
        day, month = map(int, re.findall(r"[0-9]+", group["day_month"]))
        yield Token("nth", day)
        yield Token("month_name", month)
    elif "slashed" in group:
        yield from _slashed(group["slashed"], reading)
    elif "year_month" in group:
        year, month = map(int, group["year_month"].split("-"))
        yield Token("month_name", month)
        yield Token("year_number", year)
    elif "short_year" in group:
        full = _full_year(int(group["short_year"][1:]), reading.near)
        yield Token("unknown") if full is None else Token("year_number", full)
    elif "quarter" in group or "quarter2" in group:
        yield Token("quarter_name", int(group.get("quarter") or group["quarter2"]))
    elif "half" in group:
        yield Token("half_name", int(group["half"]))
    elif len(group.get("number", "")) > _MOST_DIGITS:
        yield Token("large")
    elif "number" in group:
        number = int(group["number"])
        yield Token("year_number" if 1900 <= number < 2200 else "number", number)
    elif "nth" in group:
        yield Token("nth", int(group["nth"]))
    else:
        yield Token("unknown" if "other" in group else str(match.lastgroup))


def _slashed(text: str, reading: Reading) -> Iterator[Token]:
    """A day and a month without a year, where the language or the numbers settle which is which; "24/7" is none."""
    first, second = map(int, text.split("/"))
    order = numeric_order(first, second, "/", reading.day_leads)
    if order is None or first == second or text == "24/7" or not (1 <= order[0] <= 12 and 1 <= order[1] <= 31):
        yield Token("unknown")
    else:
        yield Token("nth", order[1])
        yield Token("month_name", order[0])


def _day(year: int, month: int, day: int) -> Token:
    date = calendar_date(year, month, day)
    return Token("impossible") if date is None else Token("date", date.toordinal())


def _full_year(short: int, near: int | None) -> int | None:
    if near is None:
        return None
    return min((near - near % 100 + century + short for century in (-100, 0, 100)), key=lambda year: abs(year - near))


def _glued(glue: str, before: list[Token], after: Token) -> list[Token]:
    """What a hyphen or slash without spaces stands for: a range, nothing (`mid-August`), or what no rule reads."""
    last = before[-1].kind if before else ""
    same = {last, after.kind}
    if (len(same) == 1 and last in ("month_name", "weekday", "year_number", "quarter_name")) or same <= {
        "number",
        "nth",
    }:
        # "24/7" and "3/4" are no ranges.
        return [Token("dash" if glue == "-" or last not in ("number", "nth") else "unknown")]
    if after.kind == "month_name" and last == "number" and len(before) > 1 and before[-2].kind == "month_name":
        return [Token("dash")]  # June 28-July 2
    # "Jun-24" may be a day or a year.
    return [] if glue == "-" and (last, after.kind) != ("month_name", "number") else [Token("unknown")]
