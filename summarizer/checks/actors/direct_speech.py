"""Direct speech: in '"I will try," said the minister to Mr Hale' the minister is bound, not whom the words beside it name."""

import re
from typing import Literal, NamedTuple

from ...scripts import folded
from ...uniting.names import name_words
from ..proper import holds_name
from ..quotations import Quotation
from ..words import listed
from .bearers import holds_office
from .case import Case
from .ruling import AGREES, UNCHECKED, Ruling, absent, against

_SAYS = {
    "en": r"(?:said|says|declare[ds]|stated|states|added|adds|replied|replies|answered|answers|insisted|insists|promised|promises|announced|announces|responded|responds|concluded|concludes|continued|continues|told [^,:;.()\"“]{2,40}?)",
    "de": r"(?:sagte?|erklärte?|antwortete?|versprach|verspricht|versicherte?|betonte?)",
    "fr": r"(?:dit|a dit|déclare|a déclaré|répond|a répondu|affirme|a affirmé|promet|a promis|assure|a assuré)",
    "es": r"(?:dijo|dice|ha dicho|afirmó|declaró|respondió|contestó|añadió|aseguró|prometió|anunció)",
    "it": r"(?:ha detto|disse|dice|ha dichiarato|dichiara|ha risposto|ha affermato|ha aggiunto|ha promesso|ha assicurato|ha annunciato)",
}
_WHO = r"(?P<who>[^,:;.()\"“”„«»]{2,50}?)"
_UNTIL = r"(?=\s*(?:[,:;.()\"“„«]|\Z)|\s(?:on|in|at|to|after|before|when|as|am|im|bei|zu|nach|à|au|en|lors|al|a|dopo|tras)\s)"
_OWN = {
    "en": r"\b(?:I|my|me)\b",
    "de": r"\b(?:[Ii]ch|mein\w*)\b",
    "fr": r"\b(?:[Jj]e\b|[Jj]['’]|m(?:on|a|es)\b)",
    "es": r"\b(?:[Yy]o|[Mm]is?|[Mm]e|\w{3,}ré)\b",
    "it": r"\b(?:[Ii]o|mi[oae]|miei|[Mm]i|\w{3,}rò)\b",
}
"""Words in which somebody speaks of themselves alone, by language."""


class _Naming(NamedTuple):
    """How the words beside a quotation name who speaks it."""

    before: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]


def _naming(says: str) -> _Naming:
    led_in = rf"\A(?:.*(?:[.,;:]\s|\b(?:and|und|et|y|e)\s))?{_WHO} {says}\s*[,:]?\s*\Z"
    followed, preceded = rf"{says} {_WHO}{_UNTIL}", rf"{_WHO} {says}\b"
    # '"I will pay," said Ms Roe. "I have the money."'
    going_on = (rf"[\"”“»]\s*,?\s*{tag}[^\"“”„«».;:]*[.,;:]?\s*\Z" for tag in (followed, preceded))
    return _Naming(
        tuple(re.compile(one, re.DOTALL) for one in (led_in, *going_on)),
        tuple(re.compile(rf"\A[\s,.]*{one}") for one in (followed, preceded)),
    )


_NAMINGS = {language: _naming(says) for language, says in _SAYS.items()}
_PRONOUNS = frozenset("he she er sie il elle él ella lui lei egli".split())
_ARTICLES = ("the ", "a ", "der ", "die ", "das ", "le ", "la ", "l'", "l’", "el ", "il ", "lo ")


def spoken(case: Case) -> Ruling | None:
    """The words stand in quotation marks and say "I", and who speaks them is named right beside."""
    quotation, language, value = case.quotation, case.language or "", case.text.value
    if quotation is None or language not in _SAYS or not re.search(_OWN[language], quotation.words):
        return None
    speaker = _speaker(quotation, language)
    if speaker.lower() in _PRONOUNS and holds_name(quotation.before) and not case.stands_in(quotation.before):
        return absent(f'Nothing before "{speaker}" names "{value}".')
    if not speaker or folded(speaker.split()[-1]) in listed("unresolved"):
        return None
    if not (holds_name(speaker) or _kind(speaker) == "office"):
        return None
    if case.stands_in(speaker) or holds_office(speaker, case.name, case.grounds.index):
        return AGREES
    if _kind(case.name) != _kind(speaker) or _kind(case.name) == "other":
        return UNCHECKED  # the one may be the office of the other, or speak for it
    if case.stands_in(f"{quotation.before} {quotation.behind}".replace(speaker, " ")):
        return against(f'These are words of "{speaker}", not of "{value}".')
    return absent(f'These are words of "{speaker}"; they do not name "{value}".')


def _speaker(quotation: Quotation, language: str) -> str:
    """Who is said to speak, if by a pronoun; empty where nobody is."""
    naming = _NAMINGS[language]
    tried = (
        *(one.search(quotation.before) for one in naming.before),
        *(one.match(quotation.behind) for one in naming.behind),
    )
    return next((found["who"].strip() for found in tried if found is not None), "")


def _kind(name: str) -> Literal["office", "name", "other"]:
    """What it is: an office alone, "the Prime Minister", a name, or something that a noun stands for."""
    last = name.split()[-1]
    if folded(last) in listed("titles") | name_words()["titles"]:
        return "office"
    return "other" if name.lower().startswith(_ARTICLES) or not last[:1].isupper() else "name"
