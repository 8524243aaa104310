"""Words of others that are read out or quoted: "We will pay" in a letter of the tenant binds the tenant, not who reads it."""

import re

from ..proper import shares_name
from ..quotations import Quotation
from .case import Case
from .ruling import AGREES, Ruling, against

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


def read_out(case: Case) -> Ruling | None:
    """The words that bind are read out, of an author who is named: the author is bound, and nobody else."""
    value, quotation = case.text.value, case.quotation
    before = quotation.before[-_LONGEST:] if quotation is not None else ""
    author = _author(quotation, before, case.language or "") if quotation is not None else None
    if author is None:
        return None
    if shares_name(value, author):
        return AGREES
    own = case.speaker is not None and shares_name(value, case.speaker)
    if not own and not shares_name(value, before):
        return None
    return against(f'These are words of "{author}", not of "{value}".')


def _author(quotation: Quotation, before: str, language: str) -> str | None:
    """Who wrote it, where that is said and the words speak in the first person."""
    if language not in _AUTHOR or not re.search(_ONESELF[language], quotation.words, re.IGNORECASE):
        return None
    patterns = (re.search(one, before, re.IGNORECASE) for one in _AUTHOR[language])
    return next((one["who"] for one in patterns if one is not None), None)
