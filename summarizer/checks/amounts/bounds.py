"""On which side of a date a claim puts something: "after 2030" for "by 2030", and a date that the words rule out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...dating.names import ENGLISH_MONTHS
from ...schemas import RejectionReason
from ...stems import content_words, stems_of
from ..fields import Report, Text
from ..grounds import Grounds
from .quantities import quantities
from .units import periods_meant

_MONTH = 31  # days that a month has at most
_DAYS = "|".join(("this|next|last|tomorrow|today|tonight|[a-z]+day", *ENGLISH_MONTHS))
_TO_A_DAY = rf"(?=\s+(?:the )?(?:\d|(?:{_DAYS})\b))"
_UP_TO = (
    rf"(?:by|before|prior to|(?:no|not) later than|not after|on or before|at the latest by|(?:until|till){_TO_A_DAY})"
)
_FROM_ON = (
    r"(?:after|(?:(?:can)?not|n['’]t) (?:\w+ ){0,3}?(?:before|until|till)|(?:no|not) earlier than|(?:no|not) sooner than"
    rf"|(?:from|starting){_TO_A_DAY}(?![^.;:\n]{{1,24}}? (?:to|until|till|through)\b))"
)
_BOUND = re.compile(rf"\b(?:(?P<after>{_FROM_ON})|(?P<before>{_UP_TO}))\s+(?P<date>[^,.;:()\n]{{1,24}})", re.IGNORECASE)
_RULED_OUT = re.compile(
    r"\b(?:(?:instead of|rather than|no longer)\s+(?:(?:on|in|by|for|the|at|to be|due|until)\s+)?"
    rf"|not\s+(?:(?:on|in|by|for|the|at|to be|due|until)\s+|(?=\d|(?:{_DAYS})\b)))"
    r"(?P<date>[^,.;:()\n]{1,24})",
    re.IGNORECASE,
)
"""Not "will not raise fares this year", where "not" is of the verb."""
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_CLAUSE = re.compile(r"[,;:] |\b(?:but|though|although|while|whereas)\b")
_ORDER = re.compile(r"\b(?:(?P<before>before|ahead of|prior to)|(?P<after>after|following|once))\s+(?P<event>[^,.;:()\n]{2,60})", re.IGNORECASE)  # fmt: skip
_FEW = 3  # content words of what happens before or after
_UNTIL = re.compile(r",? \b(?:until|till)\b", re.IGNORECASE)
_ONCE = re.compile(r",? \b(?:once|when|after|as soon as|from|by the time)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not?|never|no longer|cannot|nobody|nothing)\b|n['’]t\b", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:before|after|until|till|later|earlier|sooner)\b", re.IGNORECASE)
_TOLD_APART = re.compile(r"\b(?:not|no|instead|rather|from\b[^.]*\bto|original\w*|previous\w*|moved|postponed|brought forward|n['’]t)\b", re.IGNORECASE)  # fmt: skip


def check_bounds(text: Text, grounds: Grounds, report: Report) -> None:
    """A date that bounds from the other side, or that the quoted words name only to rule it out."""
    if grounds.index.language != "en":
        return
    ours = list(_bounds(text.value))
    told = list(_bounds(grounds.whole)) if ours else []
    for side, keys, written in ours:
        same = [other for other in told if other[1] <= keys or keys <= other[1]]
        if same and all(other[0] != side for other in same):
            explanation = f'The quoted words say "{same[0][2]}", not "{written}".'
            report.against(text, "dates", explanation, RejectionReason.CONTRADICTED)
    if (lasting := _begins_after(text.value, grounds.whole)) is not None:
        report.against(text, "dates", f'The quoted words say "{lasting}".', RejectionReason.CONTRADICTED)
    if (order := _turned(text.value, grounds.whole)) is not None:
        report.against(text, "dates", f'The quoted words say "{order}".', RejectionReason.CONTRADICTED)
    ruled_out = _ruled_out(grounds.whole)
    if ruled_out and _TOLD_APART.search(text.value) is None and (ruled_out := ruled_out & _keys(text.value)):
        rest = _RULED_OUT.sub(" ", grounds.whole)
        if ruled_out.isdisjoint(_keys(rest)):
            explanation = "The quoted words name that time only to say that it is another."
            report.against(text, "dates", explanation, RejectionReason.CONTRADICTED)


def _turned(claim: str, text: str) -> str | None:
    """The words "before ..." of the text where the claim puts the same thing after that."""
    ours = list(_order(claim))
    if not ours or _denies(claim) or _denies(text):
        return None
    told = list(_order(text))
    for before, event, _ in ours:
        same = [(side, words) for side, other, words in told if event <= other or other <= event]
        if same and all(side != before for side, _ in same):
            return same[0][1]
    return None


def _order(text: str) -> Iterator[tuple[bool, frozenset[str], str]]:
    """Whether something comes before an event or after it, the event, and the words for that."""
    for found in _ORDER.finditer(text):
        event = frozenset(word.stem for word in content_words(found["event"])[:_FEW])
        if event:
            yield found["before"] is not None, event, found[0]


def _lasts_until(text: str) -> Iterator[tuple[frozenset[str], frozenset[str], str]]:
    """What lasts until something happens: what it is, what happens, and the words for that."""
    for sentence in _SENTENCE.split(text):
        if (until := _UNTIL.search(sentence)) is None:
            continue
        main, event = _CLAUSE.split(sentence[: until.start()])[-1], sentence[until.end() :]
        if not _denies(main):
            yield stems_of(main), stems_of(event), sentence[until.start() :].strip(" ,")


def _begins_after(claim: str, text: str) -> str | None:
    """The words "until ..." of what the claim says will be so once that has happened: "closed once" for "closed until"."""
    told = list(_lasts_until(text)) if _ONCE.search(claim) else ()
    for sentence in _SENTENCE.split(claim) if told else ():
        once = _ONCE.search(sentence)
        if once is None or _UNTIL.search(sentence) or _denies(sentence[: once.start()]):
            continue
        ours, event = stems_of(sentence[: once.start()]), stems_of(sentence[once.end() :])
        for lasting, end, written in told if ours else ():
            if ours <= lasting and 2 * len(event & end) >= len(end) > 0:
                return written
    return None


def _denies(text: str) -> bool:
    return _NEGATION.search(text) is not None


def _bounds(text: str) -> Iterator[tuple[str, frozenset[str], str]]:
    """Each bound of a text: its side, what its date holds, and its words."""
    for found in _BOUND.finditer(text):
        if keys := _keys(found["date"]):
            yield "after" if found["after"] else "before", keys, found[0].strip()


@lru_cache(maxsize=16)
def _ruled_out(text: str) -> frozenset[str]:
    found = (one["date"] for one in _RULED_OUT.finditer(text) if _LIMIT.search(one[0]) is None)
    return frozenset(key for date in found for key in _keys(date))


def _keys(text: str) -> frozenset[str]:
    """What the dates of a text hold: days, months, years, weekdays, and "next week"."""
    found = quantities(text, "en")
    days = (f"d{int(number)}" for number, written in found.numbers.items() if written[0].isdigit() and number <= _MONTH)
    return frozenset((*found.dates, *days, *periods_meant(text)))
