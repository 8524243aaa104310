"""Numbers and dates of a claim, held against the quoted words."""

import re
from collections.abc import Iterable
from itertools import combinations
from math import isclose

from ...schemas import RejectionReason
from ...words.scripts import folded, holds, running
from ...words.stems import families_of, family, stem
from ..entitled import entitled
from ..fields import Report, Text, is_subject, is_title
from ..grounds import Grounds
from .durations import same_frequency, same_length, same_lengths
from .limits import held_limit
from .measures import counted
from .quantities import IDLE, TOKEN, Quantities, quantities

_WORD = re.compile(r"[^\W_]+")
_PERCENT = re.compile(r"\s*(?:%|per ?cent)")
_SHARE = re.compile(r"0\.[0-9]+")
_CALLED = r"(?:#|\b[A-Z]{2,}[- ]?|\b(?i:issues?|items?|motions?|resolutions?|bills?|cases?|tickets?|pull requests?|amendments?|clauses?|articles?|no\.?) #?)"
"""Before a number that is a name."""
_DIFFERENCE = re.compile(
    r"\b(?:by|um|(?:d[ei]|en) (?=\d)|more|fewer|less|short|mehr|weniger|plus|moins|más|menos|più|meno)\b", re.IGNORECASE
)
_NEARLY = 0.5  # percent: "33 percent" is a third
_PAIR = re.compile(r"\b(?:the|these|those|their|our) two (?:\w+ )?(?P<of>[^\W\d_]+s|people|women|men)\b", re.IGNORECASE)
_NAME = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*"
_ROW = re.compile(rf"{_NAME}, (?:the )?{_NAME},? and (?:the )?[A-Z]")
_BEHIND = r"\W+(?:\w+\W+)?\w+"  # two words, of which one is what a number counts


def check_quantities(text: Text, grounds: Grounds, report: Report) -> None:
    """Every number and date of a text must stand in the lines it rests on."""
    language = grounds.index.language
    ours = quantities(text.value, language)
    if not any(ours):
        return
    lines = quantities(grounds.whole, language)
    if is_title(text, report.item) and f" {running(text.value)} " in grounds.index.running:
        # It is called as the document calls it, in an agenda or over another part.
        headed = _in_headings(text, grounds, report)
        is_quoted = ours.numbers.keys() <= lines.numbers.keys() | headed.numbers.keys()
        is_quoted = is_quoted and ours.dates.keys() <= lines.dates.keys() | headed.dates.keys()
        is_quoted = is_quoted or (not ours.numbers and holds(grounds.around, text.value))  # "Sunday opening"
        doubt = "" if is_quoted else f'"{text.value}" does not stand in the quoted words.'
        report.note("numbers", "agrees" if is_quoted else "absent", doubt)
        return
    _numbers(text, ours, lines, grounds, report)
    _shares(text, ours, lines, report)
    _currencies(text, ours, lines, grounds, report)
    _dates(text, ours, lines, grounds, report)


def _differs_by(value: float, claim: str, text: str, language: str | None) -> bool:
    """Whether a claim tells by how much two numbers of a line differ: "38 fewer" of "312; the target was 350"."""
    told = (quantities(line, language).numbers for line in text.split("\n")) if _DIFFERENCE.search(claim) else ()
    return any(isclose(abs(one - other), value) for numbers in told for one, other in combinations(numbers, 2))


def check_figure(text: Text, grounds: Grounds, report: Report) -> None:
    """A number or a day that fills a field of its own must stand in the lines it rests on."""
    language = grounds.index.language
    if quantities(text.value, language).dates:
        check_date(text, grounds, report)
        return
    share = _SHARE.fullmatch(text.value) is not None and text.value not in grounds.whole
    written = f"{100 * float(text.value):g} percent" if share else text.value
    check_quantities(text._replace(value=written), grounds, report)


def _numbers(text: Text, ours: Quantities, lines: Quantities, grounds: Grounds, report: Report) -> None:
    language = grounds.index.language
    other = set(lines.numbers) - set(ours.numbers)
    headed = _in_headings(text, grounds, report)
    for value, written in ours.numbers.items():
        if value in headed.numbers and value not in lines.numbers:
            report.note("numbers", "agrees")
            continue
        if value in lines.numbers or (value in IDLE and not written[0].isdigit()):
            _hold_limit(text, written, lines.numbers.get(value, written), grounds.whole, report)
        elif _as_share(value, text.value, written, lines) or any(
            same(value, text.value, grounds.whole, language) for same in (same_length, same_frequency, _differs_by)
        ):
            report.note("numbers", "agrees")
        elif _stands_for_a_pair(written, text.value, grounds.whole, lines.numbers.values()):
            continue
        elif value in lines.doubtful:
            report.note("numbers", "absent", f'"{written}" may be another number than the one in the quoted words.')
        elif (not other or _counted_near(written, text, grounds)) and value in quantities(
            grounds.around, language
        ).numbers:
            report.note("numbers", "absent", f'The number "{written}" stands near the quoted words, not in them.')
        elif is_subject(report.item) and _names(written, text.value) and written in grounds.index.words:
            report.note("numbers", "absent", f'The number "{written}" stands in the document, not in the quoted words.')
        else:
            reason = RejectionReason.CONTRADICTED if other else RejectionReason.UNSUPPORTED
            report.against(text, "numbers", f'The quoted words do not hold the number "{written}".', reason)


def _hold_limit(text: Text, written: str, told: str, whole: str, report: Report) -> None:
    """Hold the limit of a number that the words hold, written `told` there, against them."""
    finding, explanation = held_limit(text.value, written, told, whole)
    if finding == "disagrees":
        report.against(text, "numbers", explanation)
    else:
        report.note("numbers", finding, explanation)


def _in_headings(text: Text, grounds: Grounds, report: Report) -> Quantities:
    """The numbers and dates by which the headings above may call the subject of an item: "Draft article 4"."""
    return quantities(entitled(grounds) if is_title(text, report.item) else "", grounds.index.language)


def _names(written: str, claim: str) -> bool:
    """Whether a number is part of what something is called, and counts nothing: "EIP-4488 and 4490", "issue 138"."""
    return re.search(rf"{_CALLED}(?:\d+(?:, | and | & |/))*{re.escape(written)}\b", claim) is not None


def _counted_near(written: str, text: Text, grounds: Grounds) -> bool:
    """Whether what stands near the quoted words counts the same thing with a number of the claim, and they themselves do not
    count it: "25 people have confirmed" near "on the 17th"."""
    things = counted(text.value).get(written, frozenset())
    near = counted(grounds.around).get(written, frozenset())
    return bool(things & near) and all(things.isdisjoint(others) for others in counted(grounds.whole).values())


def _shares(text: Text, ours: Quantities, lines: Quantities, report: Report) -> None:
    for value, written in ours.shares.items():
        if value in lines.shares or _in_figures(value, lines):
            report.note("numbers", "agrees")
        elif set(lines.shares) - set(ours.shares):
            explanation = f'The quoted words say "{next(iter(lines.shares.values()))}", not "{written}".'
            report.against(text, "numbers", explanation)
        else:
            report.note("numbers", "absent", f'The quoted words do not say "{written}".')


def _currencies(text: Text, ours: Quantities, lines: Quantities, grounds: Grounds, report: Report) -> None:
    around = quantities(grounds.around, grounds.index.language).currencies if ours.currencies else {}
    for currency, written in ours.currencies.items():
        if currency in lines.currencies or currency in around:
            continue
        if not lines.currencies:
            report.note("numbers", "absent", f'The quoted words do not speak of "{written}".')
        else:
            explanation = f'The quoted words speak of "{next(iter(lines.currencies.values()))}", not of "{written}".'
            report.against(text, "numbers", explanation)


def _dates(text: Text, ours: Quantities, lines: Quantities, grounds: Grounds, report: Report) -> None:
    headed = _in_headings(text, grounds, report).dates
    for key, written in ours.dates.items():
        rival = any(_sort(one) == _sort(key) and one not in ours.dates for one in lines.dates)
        day = _sort(key) == "d" and float(key[1:]) in lines.numbers
        if key in lines.dates or key in headed or day or (_known_year(key, grounds) and not rival):
            report.note("dates", "agrees")
        elif not rival and key in quantities(grounds.around, grounds.index.language).dates:
            report.note("dates", "absent", f'The date "{written}" stands near the quoted words, not in them.')
        else:
            reason = RejectionReason.CONTRADICTED if rival else RejectionReason.UNSUPPORTED
            report.against(text, "dates", f'The quoted words do not hold the date "{written}".', reason)


def _as_share(value: float, claim: str, written: str, lines: Quantities) -> bool:
    """Whether the words tell a number of percent as a share, "twice" as "double", or what is read as "the third" as "a third"."""
    if not written[0].isdigit():
        return value in lines.shares if written.lower() == "twice" else value > 1 and 1 / value in lines.shares
    return _PERCENT.match(claim, claim.find(written) + len(written)) is not None and any(
        abs(100 * one - value) < _NEARLY for one in lines.shares
    )


def _in_figures(share: float, lines: Quantities) -> bool:
    """Whether the words tell a share in figures: as percent, as a multiple, or by what it makes of a number."""
    told = lines.numbers
    return share in told or any(
        abs(100 * share - one) < _NEARLY or abs(100 * (share - 1) - one) < _NEARLY or one * share in told
        for one in told
    )


def _sort(key: str) -> str:
    """What part of a date a key is: a day, a month, a year, or a weekday."""
    return key[0] if key[1:].isdigit() else "weekday"


def _known_year(key: str, grounds: Grounds) -> bool:
    date = grounds.index.document.date
    return date is not None and key == f"y{date.year}"


def check_date(text: Text, grounds: Grounds, report: Report) -> None:
    """The words of a date: where they stand nowhere in the document they go."""
    language = grounds.index.language
    ours, lines = quantities(text.value, language).dates, quantities(grounds.whole, language).dates
    missing = {written for key, written in ours.items() if key not in lines and not _known_year(key, grounds)}
    if not ours and not holds(grounds.around, text.value):
        missing = {token.group() for token in TOKEN.finditer(text.value)}
    if not missing or same_lengths(text.value, grounds.whole, language):
        report.note("dates", "agrees")
        return
    explanation = f'"{text.value}" does not stand in the quoted lines.'
    words = grounds.index.words
    if any(folded(word) not in words for written in missing for word in _WORD.findall(written)):
        report.against(text, "dates", explanation, RejectionReason.UNSUPPORTED)
    else:
        report.note("dates", "absent", explanation)


def _stands_for_a_pair(written: str, claim: str, text: str, numbers: Iterable[str]) -> bool:
    """Whether "two" is no number that the words must hold. numbers: those of the words, as written; where one of them counts
    the same, or more than two stand in a row there, it is one."""
    found = _PAIR.search(claim) if written.lower() == "two" else None
    if found is None or _ROW.search(text):
        return False
    of = family(stem(found["of"]))
    behind = (one for number in numbers for one in re.findall(rf"\b{re.escape(number)}{_BEHIND}", text))
    return not any(of in families_of(one) for one in behind)
