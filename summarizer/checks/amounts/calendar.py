"""Dates that are written in figures, and the names of months in the language of a document."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ...dating.forms import NUMERIC, numeric_order
from ...words.calendar import MONTHS, WEEKDAYS, day_first
from ..words import keyed, listed

_LEAST = 4  # letters of a name that is taken from the list of all languages: "out" and "set" are months of Portuguese
_SHORT = {"nl": {"mei": 5}, "pl": {"maj": 5}, "sv": {"maj": 5}}
_HAN = {"\u3007": 0, **{sign: value for value, sign in enumerate("零一二三四五六七八九")}, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}
_SIGNS = "".join((*_HAN, *_UNITS))
_NUMBER = rf"[0-9]+|[{_SIGNS}]+"
_CJK = re.compile(
    rf"(?:(?P<year>[0-9]{{4}}|[{''.join(_HAN)}]{{4}})\s?年\s?)?(?P<month>{_NUMBER})\s?月(?:份|\s?(?P<day>{_NUMBER})\s?[日号號])?|(?P<alone>[0-9]{{4}})\s?年(?!度?[间間])"
)
_SCALED = re.compile(rf"(?P<figures>[0-9]+(?:[.,][0-9]+)*)?(?P<signs>[{_SIGNS}]*[{''.join(_UNITS)}][{_SIGNS}]*)")
_CLOCK = re.compile(
    r"(?<![\d.,])(?:[01]?\d|2[0-3])(\.)[0-5]\d(?=\s?(?:uhr|h|uur|hrs?|horas?|heures?)\b)|(?:\b(?:um|om|ore|alle|las|às|kl|klo)\s(?:[01]?\d|2[0-3]))(\.)[0-5]\d(?![\d.,])",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def months(language: str | None) -> Mapping[str, int]:
    """Folded names of months: those of the languages with a word list, and of others than English all that are no short word."""
    known = dict(keyed("months"))
    if language == "en":
        return known
    own = {name: month for name, month in MONTHS.items() if len(name) >= _LEAST or not name.isascii()}
    return own | known | _SHORT.get(language or "", {})


@lru_cache(maxsize=16)
def weekdays(language: str | None) -> frozenset[str]:
    """Folded names of days of the week, as for months."""
    known = listed("weekdays")
    return known if language == "en" else known | {name for name in WEEKDAYS if len(name) >= _LEAST}


def figures_of_dates(text: str, language: str | None) -> tuple[str, dict[str, str]]:
    """The text without the dates that are all figures, blanked, and what they say: "m4", "d30", "y2025", as written.

    The order of 03/04/2025 is the one of the language; where it settles none the figures stay.
    """
    found: dict[str, str] = {}

    def of_order(match: re.Match[str]) -> str:
        order = numeric_order(int(match["first"]), int(match["second"]), match["mark"], day_first(language))
        if order is None or not (1 <= order[0] <= 12 and 1 <= order[1] <= 31):
            return match[0]
        found.update({f"y{match['year']}": match[0], f"m{order[0]}": match[0], f"d{order[1]}": match[0]})
        return " " * len(match[0])

    def of_signs(match: re.Match[str]) -> str:
        year = match["year"] or match["alone"]
        if year:
            found[f"y{_digits(year)}"] = match[0]
        if match["month"]:
            found[f"m{_value(match['month'])}"] = match[0]
        if match["day"]:
            found[f"d{_value(match['day'])}"] = match[0]
        return " " * len(match[0])

    text = NUMERIC.sub(of_order, text)
    if "月" in text or "年" in text:
        text = _CJK.sub(of_signs, text)
    return (text if language == "en" else _CLOCK.sub(_with_colon, text)), found


def numbers_in_signs(text: str) -> tuple[str, dict[float, str]]:
    """The text without the numbers that Han signs write or scale, "四十万", "40万", blanked, and what they are."""
    found: dict[float, str] = {}

    def of_signs(match: re.Match[str]) -> str:
        signs, figures = match["signs"], match["figures"]
        if not figures and (len(signs) < 2 or (signs[0] not in "十" and signs[0] not in _HAN)):
            return match[0]  # "百姓", "万一"
        value = float(figures.replace(",", "")) * _value(signs) if figures else float(_value(signs))
        found.setdefault(value, match[0])
        return " " * len(match[0])

    if text.isascii() or not any(unit in text for unit in _UNITS):
        return text, found
    return _SCALED.sub(of_signs, text), found


def _with_colon(match: re.Match[str]) -> str:
    return match[0].replace(".", ":")


def _digits(year: str) -> str:
    return "".join(one if one.isdigit() else str(_HAN[one]) for one in year)


def _value(written: str) -> int:
    """What a number in figures or Han signs is: 四十万 is 400,000."""
    if written.isascii():
        return int(written)
    total = section = digit = 0
    for sign in written:
        unit = _UNITS.get(sign)
        if unit is None:
            digit = _HAN[sign]
        elif unit < 10_000:
            section, digit = section + (digit or 1) * unit, 0
        else:
            total, section, digit = (total + (section + digit or 1)) * unit, 0, 0
    return total + section + digit
