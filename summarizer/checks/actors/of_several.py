"""Of several who are named, which one acts: "Anna or Ben will", "not Anna, but Ben", "Anna told Ben that she will"; and who is
named only beside the task: "somebody should look at it"."""

import re
from functools import lru_cache

from ...schemas import Part
from ...words.rungs import firm
from ...words.stems import content_words, families_of, family
from ..clauses import clause_that_tells, joined_clauses
from ..fields import texts
from ..proper import capitalised
from .case import Case, Ruling, absent, against, of_the_clause
from .clause import Clause
from .doers import ONESELF, told_to

_OR = {"en": "or", "de": "oder", "fr": "ou", "it": "o|oppure", "es": "o|u"}
_WHO = r"(?P<who>(?:[A-ZÀ-Þ][\w'’.-]+ ?){1,3})"
_AGAINST = {
    "en": rf"\b(?:except(?: for)?|apart from|other than|excluding|with the exception of) (?:the )?{_WHO}",
    "de": rf"\b(?:[Nn]icht|außer|bis auf|mit Ausnahme (?:von|der|des)|ausgenommen) (?:der |die |das |dem |den )?{_WHO}",
    "fr": rf"\b(?:pas|plutôt que|sauf|excepté|hormis|à l['’]exception d(?:e|u|es)) (?:l[ea]s? )?{_WHO}",
    "es": rf"\b(?:[Nn]o|excepto|salvo|menos|a excepción del?) (?:el |la |los |las )?{_WHO}",
    "it": rf"\b(?:[Nn]on|eccetto|tranne|salvo|ad eccezione d\w+) (?:il |la |lo |i |gli |le )?{_WHO}",
}
_CAUSING = {
    "de": r"\b(?:lässt|lassen|ließ(?:en)?)\b[^.;,]*?(?P<deed>\w+n)(?=[.;,]|$)",
    "fr": r"\bf(?:era|eront|erai|erons|ait|ont) (?P<deed>\w+(?:er|ir|re))\b",
    "it": r"\bf(?:arà|aranno|arò|aremo) (?P<deed>\w+(?:are|ere|ire))\b",
    "es": r"\bhar(?:á|án|é|emos) (?P<deed>\w+(?:ar|er|ir))\b",
}
_TO_CAUSE = re.compile(r"\b(?:lassen|faire|far|fare|hacer)\b")
_NAME = r"(?:[\w'’-]+ ){0,2}?[A-Z][\w'’.-]+"
_SOMEBODY = {
    "en": r"(?:somebody|someone|anybody|anyone|one of us)",
    "de": r"(?:jemand|irgendjemand|irgendwer|einer von uns)",
    "fr": r"quelqu['’]un",
    "es": r"(?:alguien|alguno de nosotros)",
    "it": r"(?:qualcuno|uno di noi)",
}
_TO = re.compile(
    r"\b(?:à(?: la| l['’])?|aux?|al?|al(?:la|lo|le)|agli|ai|all['’])\s?(?:(?:M\.|Mme|señora?|signora?|embajadora?|ministr[oae]|présidente?|[Ss]ra?\.) )?(?:[A-ZÀ-Þ][\w'’-]+ )?\Z"
)
_PUTS_TO = re.compile(
    r"\b(?:ped|pid|solicit|demand|chied|chiest|encarg|incaric|charg|invit|exig|ordon|permet|permit|permis|autori[sz]|corresp|toca|revien|spett|incomb|compet|confi|asign|affid"
    r"|pri(?:e|ent|é)\b|recom|propo|propus|suger|suggér|enjoin|impos|laiss|dej|attribu|assegn)",
    re.IGNORECASE,
)
"""How words begin that put a task to whom they name."""


def either_of(case: Case) -> Ruling | None:
    """The words give the one who is named as one of two, where the name does not give both: "Anna or Ben"."""
    word, called, line = _OR.get(case.language or ""), list(capitalised(case.name)), case.line
    if line is None or word is None or re.search(rf"\b(?:{word})\b", case.name):
        return None
    found = (_choice(word, one).search(line.text) for one in called)
    either = next((one[0] for one in found if one), None)
    return absent(f'The words leave open which of them it is: "{either}".') if either else None


@lru_cache(maxsize=64)
def _choice(word: str, last: str) -> re.Pattern[str]:
    name, between = re.escape(last), rf",? (?:\w+/)?(?:{word}) "
    return re.compile(rf"\b{name}{between}{_NAME}|\b{_NAME}{between}(?:[\w'’.-]+ ){{0,2}}?{name}\b")


def set_against(case: Case) -> Ruling | None:
    """The words name somebody only to say that it is another: "Nicht Anna Roth, sondern Ben Lund"."""
    pattern, line = _AGAINST.get(case.language or ""), case.line
    if pattern is None or line is None:
        return None
    found = next((one for one in re.finditer(pattern, line.text) if case.stands_in(one["who"])), None)
    if found is None or case.stands_in(line.text[: found.start()] + line.text[found.end() :]):
        return None
    return against(f'The words say that it is another than "{case.name}".')


def has_it_done(case: Case) -> Ruling | None:
    """Somebody has another do it: "lässt Ben Lund den Bericht schicken", "fera envoyer"."""
    pattern = _CAUSING.get(case.language or "")
    found = re.search(pattern, case.line.text) if pattern and case.line else None
    if pattern is None or found is None or re.search(pattern, case.said) or _TO_CAUSE.search(case.said):
        return None
    if families_of(found["deed"]).isdisjoint(families_of(case.said)):
        return None
    return absent(f'The words do not say that "{case.name}" does it, but has it done.')


@of_the_clause
def only_told(case: Case, clause: Clause) -> Ruling | None:
    """A pronoun acts, and the words name somebody only as the one to whom another tells it."""
    if case.line is None or clause.person != "third" or not clause.source or case.stands_in(clause.source):
        return None
    heard = told_to(clause, case.line.text)
    if heard is None or not case.stands_in(heard):
        return None
    return absent(f'The words tell it to "{case.name}", and may speak of another.')


def open_to_all(case: Case) -> Ruling | None:
    """The words only wish that somebody did it, and the one who says so is named for it."""
    pattern, line = _SOMEBODY.get(case.language or ""), case.line
    if pattern is None or line is None or not case.stands_in(line.speaker):
        return None
    found = re.search(rf"\b{pattern}\b", line.quoted, re.IGNORECASE)
    if found is None or ONESELF.search(line.quoted) or case.stands_in(line.quoted):
        return None
    deed = {family(word.stem) for word in content_words(case.said)[: 1 if case.language != "de" else None]}
    if deed.isdisjoint(families_of(line.quoted[found.end() :])):
        return None
    return against(f'The words do not say that "{case.name}" does it, but that somebody should.')


def only_receives(case: Case) -> Ruling | None:
    """A Romance line names somebody only behind "to", and asks or tells them nothing: "a entregar a Chile"."""
    line = case.line
    if line is None or case.language not in ("fr", "es", "it") or _PUTS_TO.search(line.text):
        return None
    last = next(reversed(list(capitalised(case.name))), "")
    places = [one.start() for one in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", line.text)] if last else []
    if (
        not firm(case.borne.reading.strength)
        or not places
        or not all(_TO.search(line.text[:place]) for place in places)
    ):
        return None
    return against(f'The words only name "{case.name}" as whom it is done for.')


def told_beside(case: Case) -> Ruling | None:
    """The task is another's, and the one who is named has that told beside it; English has acts of its own."""
    line, deed = case.line, next((text.value for text in texts(case.item, Part.CLAIM)), "")
    if line is None or case.language in (None, "en"):
        return None
    for clauses in joined_clauses(line.text, case.language or ""):
        told = clause_that_tells(deed, clauses)
        if told is None or not told.own_subject or case.stands_in(told.text):
            continue
        others = " ".join(one.text for one in clauses if one != told)
        own = case.stands_in(line.speaker) and not ONESELF.search(told.text)
        if own or case.stands_in(others):
            return against(f'The words give it to another: "{told.text.strip()}".')
    return None
