"""Whose task it is where two stand side by side, and where the words leave open whose it is: "somebody should look at it"."""

import re

from ...rungs import firm
from ...schemas import Part
from ...stems import content_words, families_of, family
from ..clauses import clause_that_tells, joined_clauses
from ..fields import texts
from ..proper import capitalised
from .case import Case
from .doers import ONESELF
from .ruling import Ruling, against

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
