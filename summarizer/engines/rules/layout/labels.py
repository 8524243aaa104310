"""Labels that introduce people: "Present:", "Regrets", "Chair:", "Scribe(s)"."""

import re
from dataclasses import dataclass, replace

from ....schemas import Presence
from ..words import is_role

# Labels of attendance lists. Each is matched against a whole label, in any case.
PRESENT = re.compile(
    r"(?:(?:the |all |meeting |call |conference |today['’]s |voting |non-voting |board |committee |council |directors |trustees |governors |councillors |other |others |also |list of |those |people |persons )*"
    r"(?:(?:who was |who came|also )?here|came|in the room|with us|officers|attendees?|attendance(?: list)?|attended(?: by)?|attending|present|presents?|participants?|participating|taking part|took part|participant list"
    r"|members(?: present| attending| in attendance)?|trustees|governors|councillors|council ?members|commissioners|(?:board|committee) members|visitors?(?: (?:and|&) guests?)?|guests?(?: (?:and|&) visitors?)?|observers?|administration|staff(?: present)?|in attendance"
    r"|on the (?:call|phone|line)|by (?:phone|telephone|video)|via \w+|online|in person|roll call|invited guests|joined by|delegates?|panelists?|speakers|principals|(?:for |during )?part of (?:the )?(?:meeting|time))"
    r"(?: (?:included?|were|are|present|list|in attendance|at the meeting|on the call))?|(?:\w+ )?[a-z]{3,}s (?:present|in attendance)|present [a-z]{3,}s)(?: ?\d+)?",
    re.IGNORECASE,
)
GUESTS = re.compile(r"(?:invited )?guests?(?:\(s\))?(?: of the [a-z]+)?", re.IGNORECASE)
INVITED = re.compile(r"invited|invitees|invitations sent to", re.IGNORECASE)
"""Before those who were asked to come, of whom it does not say that they came."""
ABSENT = re.compile(
    r"(?:(?:members |board |directors |trustees |governors |councillors |council ?members |commissioners |committee |with |sent |[a-z]{3,}s (?=absent|excused|not present))*(?:regrets?|apologies(?: for absence| received)?|absent(?:ees)?|absences?|excused|not present|not here|not there|away|not heard from|sent apologies|could not (?:come|make it)|sorry|missing"
    r"|unable to attend|(?:on )?leave of absence|not in attendance|non-attendees|excused absences?)(?: from)?(?: without (?:proxy|notice|apolog(?:y|ies)|excuse))?)(?: ?/ ?\w+)?",
    re.IGNORECASE,
)
APOLOGIZED = re.compile(
    r"(?:there were )?(?P<label>apologies|regrets)(?: for absence)?"
    r"(?:(?: (?:were|was|had been|have been))? (?:received|noted|recorded|accepted|given|tendered|sent|submitted)(?: and (?:noted|accepted|approved))? (?:from|by|for|on behalf of)| from):? (?P<rest>(?:[^.]|(?<=\b\w)\.|\.(?=\w))+)\.?",
    re.IGNORECASE,
)
"""The same as a sentence: "Apologies for absence were received from Ann Lee and Bo Ray."."""
CHAIR = re.compile(
    r"(?:(?:meeting |acting |session |in the )?(?:co-)?(?:chairs?|chaired by|chairperson|chairman|chairwoman|moderators?|moderated by|hosts?|hosted by"
    r"|facilitators?|facilitated by|facilitating|chairing|presiding(?: officer)?))(?:\(s\))?",
    re.IGNORECASE,
)
SCRIBE = re.compile(
    r"(?:(?:meeting )?(?:scribes?|scribed by|note ?-?takers?|notes (?:by|taken by)|minutes (?:by|taken by)|minute[- ]takers?|minutes secretary|recorder"
    r"|recording secretary|rapporteurs?|interpreters?))(?:\(s\))?",
    re.IGNORECASE,
)
VOTED = re.compile(
    r"(?:(?:voting |voted )?(?:ayes?|yeas?|nays?|noes|in favou?r)|(?:voting|voted) (?:yes|no|for|against)|abstain(?:ed|ing)|abstentions?)(?: \(?\d+\)?)?",
    re.IGNORECASE,
)
"""Before the names of those who voted so, and hence were there."""
# Sentences that open a list.
OPENING_SENTENCE = re.compile(
    r"\b(?:participants|attendees|attended|attendance|in attendance|participating|taking part|joined by|members present|represented as follows)\b[^:]{0,120}:?$",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"(?:the |external |other |outside |additional |all )*(?:participants|attendees|speakers|guests|panelists|members)\b.{0,120}\b(?:included?|were):?"
    r"|(?:[\w’'.-]+ ){1,14}included?:?",
    re.IGNORECASE,
)
"""A line that says of what meeting the people listed under it were: "Participants in the round table included"."""
WEAK_OPENING = re.compile(
    r"\b(?:included?|including|participated|joined|represented|remarks|spoke|speakers|hosted|met with)\b[^:]*:$",
    re.IGNORECASE,
)
GROUPS = re.compile(
    r"\b(?:organi[sz]ations|companies|agencies|countries|groups|states|members of|documents)\b[^:]*:$", re.IGNORECASE
)
RECORD = re.compile(
    r"\b(?:(?:memorandum|memo|record|minutes|notes?|report|summary|account) (?:of|on) (?:an? |the )?(?:\w+ )?(?:conversation|discussion|talks?|meeting|interview)|memcon|conversation (?:with|between))\b",
    re.IGNORECASE,
)
"""A title that says that somebody sets down what was said in a meeting."""
STATED = re.compile(
    r"(?P<who>[^\W\d_][\w’'–-]*(?:,? (?:and |& )?[^\W\d_][\w’'–-]*){0,7}?) (?:(?P<there>present|in attendance|attending)|absent|excused|not present)(?: with(?:out)? [a-z]+(?: [a-z]+)?)?",
    re.IGNORECASE,
)
"""A label that says of which people it is, in words of any number: "Senate Officers and Staff Present", "Member Absent"."""
WHO = frozenset("member members staff officers guests visitors others public students faculty alternates".split())
SIGN_IN = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True)
class Label:
    """What a label says of the names under it."""

    basis: str
    presence: Presence = Presence.ATTENDED
    function: str | None = None


CHAIR_LABEL = "label of the chair"
SCRIBE_LABEL = "label of the scribe"
VOTE_LABEL = "label of a vote"
OFFICERS = (CHAIR_LABEL, SCRIBE_LABEL, VOTE_LABEL)
"""Labels of some who were there: of others it is not said that they were not."""
ATTENDED = Label("attendance list")
ABSENCES = Label("list of absences", Presence.ABSENT)


def read_label(text: str, *, inline: bool = False) -> Label | None:
    """What a label says; `inline` labels have their names beside them: "Notes: Ann Lee"."""
    text = SIGN_IN.sub("", text).strip(" #*_:.")
    if text.lower().startswith(("no ", "none ")):
        return None  # "No press present."
    if inline and text.lower() in ("notes", "minutes"):
        return Label(SCRIBE_LABEL)
    if inline and text.lower() == "witnesses":
        return ATTENDED  # as a heading it stands over rows of other forms
    if GUESTS.fullmatch(text):
        return replace(ATTENDED, function="guest")
    if PRESENT.fullmatch(text):
        return ATTENDED
    if inline and INVITED.fullmatch(text):
        return replace(ATTENDED, presence=Presence.MENTIONED)
    if ABSENT.fullmatch(text):
        return ABSENCES
    stated = STATED.fullmatch(text)
    who = stated["who"].split()[-1].lower() if stated else ""
    if stated and (who in WHO or (who.endswith("s") and is_role(who[:-1]))):
        return ATTENDED if stated["there"] else ABSENCES
    if CHAIR.fullmatch(text):
        return Label(CHAIR_LABEL, function=_function(text))
    if SCRIBE.fullmatch(text):
        return Label(SCRIBE_LABEL, function=_function(text))
    return Label(VOTE_LABEL) if inline and VOTED.fullmatch(text) else None


def _function(label: str) -> str | None:
    """The function that a label names, in its own words and for one person; None for "Chaired by"."""
    if label.lower().endswith((" by", "presiding")):
        return None
    return re.sub(r"(?:\(s\)|s)$", "", label.lower())


def is_attendance(text: str) -> bool:
    """Whether a heading or label introduces people rather than a subject."""
    return read_label(text) is not None or CAPTION.fullmatch(text) is not None
