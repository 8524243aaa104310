"""Direct speech: in '"I will try," said the minister to Mr Hale' the minister is bound, not whom the words beside it name."""

import re
from typing import Literal

from ...stems import folded
from ...uniting.names import name_words
from ..fields import Report, Text
from ..grounds import Grounds
from ..proper import as_called, shares_name
from ..quotations import Quotation
from ..words import listed
from .actor import conflict, holds_name
from .bearers import holds_office

_SAYS = {
    "en": r"(?:said|says|declare[ds]|stated|states|added|adds|replied|replies|answered|answers|insisted|insists|promised|promises|announced|announces|responded|responds|concluded|concludes|continued|continues|told [^,:;.()\"“]{2,40}?)",
    "de": r"(?:sagte?|erklärte?|antwortete?|versprach|verspricht|versicherte?|betonte?)",
    "fr": r"(?:dit|a dit|déclare|a déclaré|répond|a répondu|affirme|a affirmé|promet|a promis|assure|a assuré)",
}
_WHO = r"(?P<who>[^,:;.()\"“”„«»]{2,50}?)"
_UNTIL = r"(?=\s*(?:[,:;.()\"“„«]|\Z)|\s(?:on|in|at|to|after|before|when|as|am|im|bei|zu|nach|à|au|en|lors)\s)"
_OWN = {"en": r"\b(?:I|my|me)\b", "de": r"\b(?:[Ii]ch|mein\w*)\b", "fr": r"\b(?:[Jj]e|[Jj]['’]|m(?:on|a|es))"}
_NAMED_BEFORE = {
    language: re.compile(rf"\A(?:.*(?:[.,;:]\s|\b(?:and|und|et)\s))?{_WHO} {says}\s*[,:]?\s*\Z", re.DOTALL)
    for language, says in _SAYS.items()
}
_NAMED_BEHIND = {language: re.compile(rf"\A[\s,.]*(?:{says} {_WHO}{_UNTIL})") for language, says in _SAYS.items()}
_NAMED_FIRST_BEHIND = {language: re.compile(rf"\A[\s,.]*{_WHO} {says}\b") for language, says in _SAYS.items()}
_ARTICLES = ("the ", "a ", "der ", "die ", "das ", "le ", "la ", "l'", "l’")


def is_spoken(text: Text, quotation: Quotation, grounds: Grounds, report: Report) -> bool:
    """Settle a name by who speaks the quoted words, where they are named right beside the marks and say "I"."""
    language = grounds.index.language or ""
    if language not in _SAYS or not re.search(_OWN[language], quotation.words):
        return False
    speaker = _speaker(quotation, language)
    if speaker is None:
        return False
    name = as_called(text.value, grounds)
    around = f"{quotation.before} {quotation.behind}".replace(speaker, " ")
    if shares_name(name, speaker) or holds_office(speaker, name, grounds.index):
        report.note("actor", "agrees")
    elif _kind(name) != _kind(speaker) or _kind(name) == "other":
        report.note("actor", "unchecked")  # the one may be the office of the other, or speak for it
    elif shares_name(name, around):
        conflict(report.item, text, f'These are words of "{speaker}", not of "{text.value}".', report)
    else:
        report.note("actor", "absent", f'These are words of "{speaker}"; they do not name "{text.value}".')
    return True


def _speaker(quotation: Quotation, language: str) -> str | None:
    """Who is named as the one who speaks; None where nobody is, or a pronoun stands for them."""
    found = (
        _NAMED_BEFORE[language].search(quotation.before)
        or _NAMED_BEHIND[language].match(quotation.behind)
        or _NAMED_FIRST_BEHIND[language].match(quotation.behind)
    )
    who = found["who"].strip() if found is not None else ""
    if not who or folded(who.split()[-1]) in listed("unresolved"):
        return None
    return who if holds_name(who) or _kind(who) == "office" else None


def _kind(name: str) -> Literal["office", "name", "other"]:
    """What it is: an office alone, "the Prime Minister", a name, or something that a noun stands for."""
    last = name.split()[-1]
    if folded(last) in listed("titles") | name_words()["titles"]:
        return "office"
    return "other" if name.lower().startswith(_ARTICLES) or not last[:1].isupper() else "name"
