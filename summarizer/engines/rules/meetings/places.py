"""Where and when a sentence says that a meeting was held; a meeting that is only spoken of is none."""

import re
from typing import NamedTuple

from ....words.calendar import ENGLISH_MONTHS
from ..sentences.due import DATE, DAY
from ..words import words

HOLDS = (
    "met|meets|chaired|held|hosted|hosts|convened|gathered|visited|received|took place|sat down|joined(?! by| the (?:call|meeting))|conferred|spoke|attended|opened|concluded"
    r"|had (?:an? |several |further )?(?:\w+ ){0,3}(?:meetings?|talks|calls?|discussions|consultations|dinner|lunch|breakfast)"
    r"|while (?:meeting(?: with)?|receiving|hosting)|(?:paid|made) an? (?:\w+ )?(?:visit|call)|(?:travel+ed|flew|went|proceeded|continued) (?:on )?to(?= (?:the )?(?-i:[A-ZÀ-Þ]))"
)
MET = re.compile(rf"\b(?:{HOLDS})\b", re.IGNORECASE)
OPENS = re.compile(
    r"(?:(?:during|at|in|following|after|throughout|before the close of) )?(?:the|their|this|these|his|her|a|an) (?:[\w-]+ ){0,4}"
    r"(?:meetings?|talks|roundtable|summit|session|call|conference|consultations|discussions|reception|dinner|visit|round)\b(?! with\b)",
    re.IGNORECASE,
)
"""At the start of a sentence: "During the meeting in Rabat", "The talks in Rabat"."""
NAME = r"(?:the\s+)?[A-ZÀ-Þ][\w'’-]*\.?(?:\s+(?:of\s+(?:the\s+)?)?(?:(?:de|del|da|do|la|el|am|an der)\s+){0,2}[A-ZÀ-Þ][\w'’-]*){0,4}(?:,\s(?!and\b)[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w]+)?(?=[\s.]|$))?(?:\s(?:headquarters|offices?|building|premises|campus|residence)\b)?"
PLACE = re.compile(rf"\b(?:in|at)\s+(?P<place>{NAME})")
GOES_TO = re.compile(rf"\b(?:travel+ed|flew|went|proceeded|continued) (?:on )?to (?P<place>{NAME})")
FOR_TALKS = re.compile(
    r",? (?:for|to attend) (?:an? |the |further |his |her |their )?(?:\w+ ){0,2}(?:meetings?|talks|session|conference|consultations)\b"
)
AHEAD = re.compile(rf"(?:[A-Z][a-z]+,? )?(?:[Ii]n|At) (?P<place>{NAME}),\s")
"""The place stands first: "In Rabat, she met ..."."""
DATELINE = re.compile(r"(?P<place>[A-ZÀ-Þ][\w'’.]*(?:[ -][A-ZÀ-Þ][\w'’.]*){0,3})\s?(?:,|:|[–—-])")
WHERE = re.compile(
    rf"\b(?:in|at|to|visited)\s+(?:the (?:port|city|town|capital|island|region|province) of )?(?P<place>{NAME})(?: on [^,;.]{{3,40}})?,? where (?:he|she|they|the|it|an?|in|during|talks)\b"
)
"""The place stands before the verb: "began in Rabat, where she met ..."."""
HERE = re.compile(r"\bhere\b")
ON = re.compile(
    rf"\bon (?:the (?:morning|afternoon|evening) of )?(?P<date>{DAY}(?:,? {DATE})?|{DATE})(?: (?:morning|afternoon|evening))?",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:said|told|stated|announced|reported|added|noted|confirmed|according to)(?: [\w’'-]+){0,3} ?$", re.IGNORECASE
)
"""Before a day on which something was said, which need not be that of the meeting: "the Ministry said on Monday"."""
BETWEEN = re.compile(
    r"\b(?:on|about|to|regarding|that|which|who|where|discuss|following|after|before|since|of (?!the\b)[a-z]"
    r"|forthcoming|upcoming|next|ahead|prior|preparations?|scheduled|planned|expected|invit\w+|based|held in)\b"
)
"""Words after which a place is that of something else."""
EVENT = re.compile(r"\s(?:meeting|conference|summit|talks|session|forum|congress|round|hearing|workshop)s?\b")
"""Behind a name that is then one of another meeting: "the position to be taken at the Rio meeting"."""
FORETOLD = re.compile(
    r"\b(?:to be|will|would|shall|should|could|may|might|be|to|not|never|had|if|when|whether|last held|scheduled|expected|before it)\s+(?:be |have |been )*$",
    re.IGNORECASE,
)
NOT_PLACES = frozenset(("zoom", "teams", "person", "webex", "skype", "meet", "google", *ENGLISH_MONTHS))
WEEKDAY = re.compile(DAY, re.IGNORECASE)
DATE_WORD = re.compile(r"\d+|[^\W\d_]{3,}")
LONGEST_BETWEEN = 220
LONGEST_PLACE = 80
NEAR = 40
"""Characters before a verb that decide whether it is foretold."""


class Told(NamedTuple):
    """What a sentence says of a meeting that was held; `at` is the offset of the place or of the verb."""

    place: str | None
    date: str | None
    at: int


def told(sentence: str) -> Told | None:
    """The meeting that a sentence reports, or None."""
    verbs = [
        verb
        for verb in MET.finditer(sentence)
        if not FORETOLD.search(sentence, max(0, verb.start() - NEAR), verb.start())
    ]
    opening = OPENS.match(sentence)
    if not verbs and opening is None:
        return None
    days = (on for on in ON.finditer(sentence) if sentence[on.end() : on.end() + 1] not in ("-", "–"))
    dates = (on["date"].rstrip(".") for on in days if not SAID.search(sentence, 0, on.start()))
    date = next(dates, None) if verbs else None
    ahead = AHEAD.match(sentence)
    if ahead and verbs and _is_place(ahead["place"]):
        return Told(ahead["place"].rstrip(".,"), date, ahead.start("place"))
    where = WHERE.search(sentence)
    if where and any(verb.start() > where.end("place") for verb in verbs) and _is_place(where["place"]):
        return Told(where["place"].rstrip(".,"), date, where.start("place"))
    goes = GOES_TO.search(sentence)
    if goes and (len(verbs) > 1 or FOR_TALKS.match(sentence, goes.end())) and _is_place(goes["place"]):
        return Told(goes["place"].rstrip(".,"), date, goes.start("place"))
    for lead in [*([opening] if opening else []), *verbs]:
        place = _place_after(sentence, lead.end())
        if place is not None:
            return Told(place["place"].rstrip(".,"), date, place.start())
    line = DATELINE.match(sentence)
    if line and verbs and HERE.search(sentence):
        return Told(line["place"], date, 0)
    return Told(None, date, verbs[0].start()) if verbs else None


def goes_to(sentence: str) -> str | None:
    """Where a sentence says that somebody went, without saying whom they met there."""
    goes = GOES_TO.search(sentence)
    if goes is None or FORETOLD.search(sentence, max(0, goes.start() - NEAR), goes.start()):
        return None
    return goes["place"].rstrip(".,") if _is_place(goes["place"]) else None


def _place_after(sentence: str, start: int) -> re.Match[str] | None:
    for place in PLACE.finditer(sentence, start, start + LONGEST_BETWEEN + LONGEST_PLACE):
        between = ON.sub("", sentence[start : place.start()])
        if len(between) > LONGEST_BETWEEN or BETWEEN.search(between):
            return None
        if _is_place(place["place"]) and not EVENT.match(sentence, place.end()):
            return place
    return None


def _is_place(name: str) -> bool:
    first = name.removeprefix("the ").split()[0].lower().strip(".,")
    if name.startswith("the ") and len(name.split()) == 2 and first in words().bodies:
        return False  # "in the Board"
    if name.split()[-1].lower().strip(".,") in words().nations:
        return False  # "in South Korean waters"
    return first not in NOT_PLACES and first not in words().nations and first not in words().roles


def same_place(a: str, b: str) -> bool:
    """Whether two names mean one place: "Rabat" and "Rabat, Morocco"."""
    a, b = a.lower().removeprefix("the "), b.lower().removeprefix("the ")
    return a == b or a.startswith(f"{b},") or b.startswith(f"{a},")


def same_day(a: str, b: str) -> bool:
    """Whether two dates as written may be one: "Monday", "Monday, 6 May" and "6 May 2024" are not told apart."""
    days = [{found.lower() for found in WEEKDAY.findall(one)} for one in (a, b)]
    dates = [{word.lower()[:3] for word in DATE_WORD.findall(WEEKDAY.sub(" ", one))} for one in (a, b)]
    if all(dates):
        return dates[0] <= dates[1] or dates[1] <= dates[0]
    return not all(days) or days[0] == days[1]
