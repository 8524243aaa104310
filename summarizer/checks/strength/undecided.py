"""Motions on which nothing was decided, in words that no ladder holds: withdrawn, tied, without a majority, put off."""

import re

from ...words.stems import families_of

_LOST = {
    "en": r"\b(?:vote (?:was|is|were) tied|tied vote|(?:and|so) the motion (?:was |is |therefore )?(?:failed|lost|fell|lapsed|declared lost)|(?:failed|fell|(?:was|were) (?:lost|defeated)|lost|turned (?:[\w ]+ )?down)(?: \w+)? by (?:\d+|[a-z]+) (?:votes? )?to"
    r"|no (?:motion|proposal|amendment) (?:[\w ]+ )?(?:found|had|won|got) (?:a|the) majority|(?:found|had|won|got) no majority|unanimous in (?:opposing|rejecting)|voted(?: by)?(?: \w+){0,5} against)\b",
    "de": r"\b(?:zurückgezogen|keine (?:erforderliche |nötige )?Mehrheit|nicht die (?:erforderliche |nötige )?Mehrheit|Stimmengleichheit|scheitert(?:e|en)?|gescheitert)\b",
    "fr": r"\b(?:retirée?s?|n['’](?:a pas (?:recueilli|obtenu|atteint)|obtient pas|atteint pas) la majorité|avis défavorable|partage (?:égal )?des voix|égalité des voix|faute de majorité)",
    "es": r"\b(?:retirad[ao]s?|no (?:obtuvo|alcanzó|logró|obtiene|alcanza) (?:la )?mayoría|empate|(?:informe|dictamen|parecer) desfavorable)\b",
    "it": r"\b(?:ritirat[aoei]|non (?:ha )?(?:ottenuto|raggiunto|ottiene|raggiunge) la maggioranza|parità di voti|parere (?:contrario|sfavorevole)|decadut[ao])\b",
}
_REFUSALS = {
    "en": r"\b(?:rejection|refusal|defeat|dismissal|denial) of\b|\b(?:motion|amendment|proposal|resolution|request|application|ordinance|bill|measure|budget|item|plan|levy|question|by-?law)\b.*\b(?:failed|fell|was (?:lost|defeated))\b",
    "de": r"\b(?:Ablehnung|Zurückweisung|Verweigerung)\b",
    "fr": r"\b(?:rejet|refus)\b",
    "es": r"\b(?:rechazo|denegación|desestimación)\b",
    "it": r"\b(?:rigetto|rifiuto|bocciatura|reiezione)\b",
}
"""How a claim tells of a refusal without a verb that refuses, by language."""
_SETTLED = re.compile(
    r"\b(?:casting|carried|adopted|passed|approved|Stichentscheid|angenommen|voix prépondérante|adoptée?|approuvée?|voto de calidad|aprobad[ao]|voto decisivo|approvat[ao])\b",
    re.IGNORECASE,
)
"""How a tie may end."""
_DEFERRED = re.compile(
    r"\b(?:(?:deferred|postponed|adjourned(?! (?:to|into) (?:an? |the )?(?:closed|executive|private) session))(?! to (?:the|his|her|their|its) (?:judge?ment|expertise|view))|tabled(?! (?:a|an|the|this|his|her|their|its|for (?:discussion|consideration|approval))\b)"
    r"|put off (?:to|till|until)|held over)\b",
    re.IGNORECASE,
)
"""How English minutes put a matter off; to table a motion is to bring it."""
_PUT_OFF = {
    "de": r"\b(?:vertagt(?:e|en)?|verschoben|zurückgestellt|(?:von der Tagesordnung )abgesetzt)\b",
    "fr": r"\b(?:ajournée?s?|reportée?s? (?:à|au|sine)|renvoyée?s? (?:à|au|en))(?!\w)",
    "es": r"\b(?:aplazad[ao]s?|pospuest[ao]s?|(?:queda|quedó|quedan) sobre la mesa)\b",
    "it": r"\b(?:rinviat[aoei])\b",
}


def tells_refusal(said: str, language: str) -> bool:
    """Whether a claim tells by a noun, or of a motion, that something was refused: "Rejection of the bid", "The motion failed"."""
    return language in _REFUSALS and re.search(_REFUSALS[language], said, re.IGNORECASE) is not None


def lost(said: str, text: str, language: str) -> re.Match[str] | None:
    """The words by which a text says that a motion came to nothing, where the claim does not say so too."""
    found = _found(_LOST, said, text, language)
    return None if found is not None and _SETTLED.search(text) else found


def put_off(said: str, text: str, language: str) -> str | None:
    """The words by which a text puts a matter off, where the claim does not say so too."""
    found = _found(_PUT_OFF, said, text, language)
    return found[0] if found is not None else None


def deferred(said: str, text: str) -> bool:
    """Whether an English text and a claim both say that a matter was put off, which is a decision on its course."""
    return _DEFERRED.search(said) is not None and _DEFERRED.search(text) is not None


def _found(patterns: dict[str, str], said: str, text: str, language: str) -> re.Match[str] | None:
    found = re.search(patterns[language], text, re.IGNORECASE) if language in patterns else None
    return found if found is not None and families_of(found[0]).isdisjoint(families_of(said)) else None
