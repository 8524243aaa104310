"""Words of others that are read out or quoted: "We will pay" in a letter of the tenant binds the tenant, not who reads it."""

import re
from typing import NamedTuple

from ...documents import Document
from ..fields import Report, Text
from ..grounds import Grounds
from ..proper import shares_name
from ..wording.borne import Borne
from .actor import conflict

_OPENS = '"“„«'
_CLOSES = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_ONESELF = {"en": r"\b(?:I|we|our)\b", "de": r"\b(?:ich|wir|unser\w*)\b", "fr": r"\b(?:je|j['’]|nous)"}
_PAPER = {
    "en": r"(?:letter|e-?mail|message|note|statement|reply|response|card|petition)s?",
    "de": r"(?:Brief|Schreiben|Mail|E-Mail|Nachricht|Antwort|Stellungnahme|Erklärung)e?s?",
    "fr": r"(?:lettre|courrier|courriel|message|réponse|déclaration)s?",
}
_WHO = r"(?P<who>(?!\d)[^,:;.()\"“„«]{2,60}?)"
_END = r"(?=\s*[,:;.()\"“„«]|\s(?:which|that|in which|saying|stating|dated|about|dated|vom|vor|in dem|dans)\b|\s*\Z)"
_AUTHOR = {
    "en": (
        rf"\b{_PAPER['en']} (?:\w+ )?(?:from|of|by) {_WHO}{_END}",
        rf"\b(?P<who>(?:the |an? )(?:[\w.-]+ ){{0,2}}?[\w.-]+|(?-i:(?:[A-Z][\w.-]* ){{0,3}}[A-Z][\w.-]*))['’]s? {_PAPER['en']}\b",
        rf"\bquot(?:ed|es|ing) {_WHO} as (?:saying|writing|stating)\b",
        r"(?:^|[.,;:] )(?P<who>(?:the |an? )?[^,:;.\"“]{2,40}?) (?:wrote|writes|has written|had written)\b",
    ),
    "de": (
        rf"\b{_PAPER['de']} (?:de[rs]|von|vom|einer|eines) {_WHO}{_END}",
        r"(?:^|[.,;:] )(?P<who>[^,:;.\"„]{2,40}?) (?:schreibt|schrieb|hat geschrieben)\b",
    ),
    "fr": (
        rf"\b{_PAPER['fr']} (?:de la|du|des|de l['’]|de|d['’]) ?{_WHO}{_END}",
        r"(?:^|[.,;:] )(?P<who>[^,:;.\"«]{2,40}?) (?:écrit|a écrit)\b",
    ),
}
"""Who wrote what is read, by language."""
_LONGEST = 200  # characters before a quotation that may name whose words it holds


class Quotation(NamedTuple):
    """Words that a line holds of somebody else."""

    author: str
    before: str
    """What stands before the opening mark."""


def is_read_out(text: Text, borne: Borne, grounds: Grounds, report: Report) -> bool:
    """Whether the words that bind are read out, of an author who is named: the author is bound, and nobody else."""
    line, language = borne.line, grounds.index.language or ""
    if line is None or language not in _AUTHOR:
        return False
    at = line.span[0] if borne.reading.start is None else borne.reading.start
    at = line.span[0] if borne.reading.start is None else borne.reading.start
    # The words that lead in a list stand before each item of it, and elsewhere in the document.
    start = grounds.index.document.segment(line.number).start - len(grounds.index.lead_in(line.number))
    found = _quotation(grounds.index.document, line.number, start + at, start + len(line.text), language)
    if found is None:
        return False
    if shares_name(text.value, found.author):
        report.note("actor", "agrees")
        return True
    own = line.speaker is not None and shares_name(text.value, line.speaker)
    if not own and not shares_name(text.value, found.before):
        return False
    conflict(report.item, text, f'These are words of "{found.author}", not of "{text.value}".', report)
    return True


def _quotation(document: Document, number: int, at: int, end: int, language: str) -> Quotation | None:
    """The quotation in which a place of the document stands, if it opens in its block and speaks in the first person."""
    block, first = document.segment(number).block, number
    while first > 1 and document.segment(first - 1).block == block:
        first -= 1
    begin = document.segment(first).start
    opening = _open(document.text, begin, at)
    if opening is None or not re.search(_ONESELF[language], document.text[opening:end], re.IGNORECASE):
        return None
    before = document.text[max(begin, opening - _LONGEST) : opening]
    patterns = (re.search(one, before, re.IGNORECASE) for one in _AUTHOR[language])
    who = next((one["who"] for one in patterns if one is not None), None)
    return Quotation(who, before) if who is not None else None


def _open(text: str, begin: int, at: int) -> int | None:
    """Where the quotation opens in which a place stands; None where it stands in none."""
    opening: int | None = None
    for place in range(begin, at):
        sign = text[place]
        if opening is not None and sign in _CLOSES[text[opening]]:
            opening = None
        elif opening is None and sign in _OPENS:
            opening = place
    return opening
