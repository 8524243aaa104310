"""Counts of days that do not begin with the day of speaking: "within two weeks of receipt"."""

import re
from functools import cache

from ..schemas import When
from ..scripts import folded
from ..wordlists import word_lists
from .resolving import count_in

_CLAUSE = re.compile(r"[^,;:.!?()\n]{1,80}")
_SPAN = ("within", "by")


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
