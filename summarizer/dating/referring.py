"""Words that count from something else than the day of speaking: from a date named before them, "the following day", "two weeks
later", or from an event, "within two weeks of receipt"."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..schemas import When
from ..words.calendar import WEEKDAY_SPELLINGS
from ..words.scripts import folded
from ..words.wordlists import word_lists
from .forms import DAY_AND_MONTH, find_absolute
from .resolving import count_in, resolve

_UNITS = {
    "en": "week|month|quarter|year",
    "fr": "semaine|mois|trimestre|an|annee",
    "it": "settimana|mese|trimestre|anno",
    "es": "semana|mes|trimestre|ano",
    "de": "woche|monat|quartal|jahr",
}
_COUNTED = {
    "en": "days?|weeks?|fortnight|months?|quarters?|years?",
    "fr": "jours?|semaines?|mois|trimestres?|ans?|annees?",
    "it": "giorn[oi]|settiman[ae]|mes[ei]|trimestr[ei]|ann[oi]",
    "es": "dias?|semanas?|mes(?:es)?|trimestres?|anos?",
    "de": "tage?n?|wochen?|monate?n?|quartale?n?|jahre?n?",
}
_CLAUSE = re.compile(r"[^,;:.!?()\n]{1,80}")
_SPAN = ("within", "by")


class Named(NamedTuple):
    """A date that a text names: where its words end, and what they are."""

    end: int
    words: str
    date: datetime.date


def refers(words: str, language: str | None) -> str | None:
    """The words as they would count from the day of speaking; None where they refer to no date named before."""
    plain = " ".join(folded(words).split())
    for pattern, deictic in _patterns((language or "en").split("-")[0]):
        if found := pattern.search(plain):
            return plain[: found.start()] + found.expand(deictic) + plain[found.end() :]
    return None


def resolve_after(words: str, deictic: str, named: Named | None, place: str, language: str | None) -> When:
    """The interval of words that refer to `named`, which stands at `place`; open where no date is named before."""
    if named is None:
        return When(words=words, rule="no date: it refers to a date, and no single one is named before it")
    basis = f"date named before: {named.words} ({place})"
    found = resolve(deictic, anchor=named.date, anchor_basis=basis, language=language)
    return found.model_copy(update={"words": words})


def dates_in(text: str, near: datetime.date | None, language: str | None) -> Iterator[Named]:
    """The days that a text names, in order; one without a year is the nearest to `near`."""
    complete = find_absolute(text, language=language)
    for one in complete:
        yield Named(one.end, text[one.start : one.end], one.date)
    for match in DAY_AND_MONTH.finditer(text):
        if near is not None and not any(one.start <= match.start() < one.end for one in complete):
            readings = (
                resolve(match[0], anchor=near, language=language, looking_back=back).start for back in (False, True)
            )
            days = [day for day in readings if day is not None]
            if days:
                yield Named(match.end(), match[0], min(days, key=lambda day: abs((day - near).days)))


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = word_lists(__package__, "referring.yaml").get(language, {})
    weekdays = "|".join(re.escape(folded(name)) for name in WEEKDAY_SPELLINGS)
    blanks = {
        "{unit}": f"(?P<unit>{_UNITS.get(language, '')})",
        "{weekday}": f"(?P<weekday>{weekdays})",
        "{count}": rf"(?P<count>(?:[a-z]+|[0-9]+)(?: (?:working|business|calendar))? (?:{_COUNTED.get(language, '')}))",
    }
    made = []
    for row, deictic in rows.items():
        for blank, group in blanks.items():
            row = row.replace(blank, group)
        made.append((re.compile(rf"(?<!\w)(?:{row})(?!\w)"), deictic))
    return tuple(made)


def counted_from(words: str, text: str, language: str | None) -> str | None:
    """The words of `text` from which the count in `words` begins: "of receipt"; None where it names nothing such.

    Both are as in the source; what is returned is folded, without accents.
    """
    head = count_in(words, language)
    plain, sought = _plain(text), _plain(words)
    place = plain.find(sought)
    if head is None or not sought or place < 0:
        return None
    before, behind = plain[:place], plain[place + len(sought) :]
    rows = _rows((language or "en").split("-")[0])
    ahead = rows.get("ahead")
    if ahead is not None and (found := ahead.search(before)):
        return found[0]
    naming = rows.get("span" if head in _SPAN else "point")
    clause = _CLAUSE.match(behind)
    if naming is None or clause is None or not clause[0].startswith(" ") or not naming.match(clause[0].strip()):
        return None
    return clause[0].strip()


def open_count(words: str, event: str) -> When:
    """A count from something that is no date."""
    return When(words=words, rule=f'no date: it counts from an event, "{event}"')


def _plain(text: str) -> str:
    return " ".join(folded(text.replace("’", "'")).split())


@cache
def _rows(language: str) -> dict[str, re.Pattern[str]]:
    rows = word_lists(__package__, "events.yaml").get(language, {})
    ahead = {name: re.compile(rf"(?:{row})\W*\Z") for name, row in rows.items() if name == "ahead"}
    return {name: re.compile(rf"(?:{row})(?!\w)|(?:{row})(?<=')") for name, row in rows.items()} | ahead
