"""Whether the words around a person say that the person took part."""

import re

from ....words.calendar import ENGLISH_WEEKDAYS
from ..naming.names import Mention

# Verbs whose subject holds or joins a meeting.
MEETS = (
    r"met|meets|appeared (?:for|on behalf of|before)|hosted|hosts|convened|convenes|held|holds|joined|joins|attended|attends|participated|took part|chaired|co-chaired|led|(?:co-)?headed (?:the|an?|his|her|its|their) (?:[\w’'-]+ ){0,3}(?:side|delegation|team|party)|opened|closed|"
    r"spoke|speaks|stopped by|received|visited|kicked off|gathered|briefed|presided|sat down|had (?:a |an )?(?:\w+ ){0,2}(?:meetings?|talks|calls?|dinner|lunch|breakfast)|conferred|"
    r"(?:were|was) (?:also |both |all )?(?:present|in attendance)|took the floor|delivered remarks|gave (?:a |an )?(?:\w+ )?(?:briefing|presentation|update|remarks)|welcomed|"
    r"(?:paid|made|began|concluded|ended|completed) (?:a |an |his |her |their )(?:[\w-]+ ){0,3}(?:visit|call|trip|mission)"
)
# Verbs whose subject speaks in the meeting that is reported.
REPORTS = (
    r"discussed|raised|underscored|underlined|emphasi[sz]ed|noted|thanked|reaffirmed|reiterated|stressed|highlighted|expressed|explained|said|stated|"
    r"observed|replied|remarked|asked|inquired|agreed|pointed out|recalled|added|commented|suggested|proposed|outlined|presented|announced|affirmed|"
    r"congratulated|commended|condemned|offered|responded|reported|moved|seconded|answered|continued|concluded|confirmed|assured|opened|"
    r"wondered|informed|told(?! (?:reporters|journalists|the (?:press|media)|an? (?:press|news)))|began|insisted|maintained|argued|asserted|indicated|warned|urged|repeated|interjected|referred|mentioned|described|"
    r"admitted|acknowledged|declared|called(?= (?:at|in|on|upon|this|today|yesterday|by)\b)|came (?:in|by|to see)|handed|entered|concurred|countered|rejoined|"
    r"queried|objected|protested|complained|cautioned|elaborated|conceded|disagreed|clarified|recommended|cited|quoted|reminded|turned to|went on|reviewed|opined|summarized|reverted|stated"
)
EARLIER = re.compile(
    r"\b(?:had (?!an? )(?:[\w'’-]+ ){1,4}|(?:would|might|recalled|alluded to|mentioned|referred to|described|reported on|results of) (?:[\w'’-]+ ){0,4})$",
    re.IGNORECASE,
)
"""Before words of a meeting that is spoken of in the one that is reported: "he had just met with", "recalled his talks with"."""
PERFECT = re.compile(r"\bhad $")
PARTICIPLE = re.compile(r"(?:met|hosted|received|welcomed|conferred|called|paid|made|brought|convened)\b")
ADDRESSED = re.compile(
    r"\b(?:said|replied|explained|remarked|pointed out|suggested|turned|responding|(?:answer|response|reply)) to (?:the )?$|\bcame (?:in )?to see (?:the )?$|"
    r"(?<!had )(?<!have )(?<!has )(?<!already )(?<!been )(?<!just )(?<!to )\b(?:told|asked|informed|assured|greeted|handed|answered|interrupted)\s(?:the |Mr\.? |Mrs\.? |Ms\.? |Miss |Dr\.? )?$",
    re.IGNORECASE,
)
"""Before somebody to whom another one speaks in the meeting itself."""
WITHIN_WORDS = re.compile(
    r"\b(?:(?:that,?|whether|because|if|what)\s)(?:(?:when|after|before|since|as) )?(?:the )?$", re.IGNORECASE
)
"""Before the subject of a clause that somebody else says."""
OWN_WORDS = re.compile(
    r"['’]s?\s(?:own )?(?:reply|response|answer|question|inquiry|query|comments?|rejoinder)\b", re.IGNORECASE
)
"""What somebody says in the meeting: "Mr. Lee's reply"."""
SUBJECT_OF_MEETING = re.compile(rf"\b(?:{MEETS})\b", re.IGNORECASE)
SUBJECT_OF_REPORT = re.compile(rf"\b(?:{REPORTS})\b", re.IGNORECASE)
STAYED_AWAY = re.compile(
    r"\b(?:(?:did|could) not (?:attend|take part|come|be present|be there|join)|(?:was|were) (?:not (?:present|there|in attendance)|absent|excused|unable to (?:attend|come|join|take part|be present))|"
    r"sent (?:his |her |their )?(?:regrets|apologies)|apologi[sz]ed for (?:his |her |their )?absence)\b",
    re.IGNORECASE,
)
IN_ABSENCE = re.compile(r"\bin the absence of (?:(?!and\b)[\w’'-]+\.? ){0,3}$", re.IGNORECASE)
# What leads to those who were met.
LEADS_TO = re.compile(
    r"\b(?:met|meets|meet|meeting|meetings|talks|calls?|conversations?|discussions?|consultations?|spoke|session|round ?table|dialogue|conferred|dinner|lunch|breakfast)\b"
    r"[^.;:]{0,80}?\b(?:with|between|among)\b"
    r"|\b(?:briefings?|presentations?|remarks|updates?|report|joint statements?)\s(?:from|by)\b"
    r"|\b(?:joined|attended|accompanied|led|hosted|chaired|co-chaired|moderated|headed|convened|opened|represented|addressed)\sby\b"
    r"|\b(?:paid|made) (?:a |an )(?:\w+ )?(?:call|visit) (?:on|to)\b|\bcalled on\b"
    r"|\b(?:[Mm]otion(?: made)?|moved|seconded|second|proposed) by\b"
    r"|\bunder the (?:chairmanship|chair|presidency) of\b"
    r"|\bcall(?:ed)? (?:[^.;]{3,80} )?to order\b[^;]{0,120}?\bby\b"
    r"|\b(?:were|was) (?:also |both |all )?(?:present|in attendance)\b[^.;:]{0,60}:"
    r"|\b(?:hosted|held|gave) (?:an? )?(?:[\w-]+ ){0,2}(?:receptions?|dinners?|lunch(?:es)?|banquets?|breakfasts?) (?:for|in honou?r of)\b"
    r"|\b(?:telephoned|phoned|called up)\b|\b(?:welcoming|receiving|hosting)\b"
    r"|\b(?:hosted|received|met|welcomed|brought together|convened(?: today)?)\b"
    r"|\b(?:included?|including|were|are|comprised)\b:?",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"\b(?:participants|attendees|those (?:present|attending)|in attendance|present|taking part|attended|the meeting|delegation|side|officials|speakers|in addition to)\b",
    re.IGNORECASE,
)
# Between a person and the verb only these may stand, besides other people.
BETWEEN_SUBJECT = frozenset(
    """
    today others yesterday tonight also then and as well the this that week morning afternoon evening jointly respectively
    virtually both along with together later again once more separately briefly first co- on earlier visiting
    his her their its for part turn in dr mr ms mrs of
    """.split()
).union(ENGLISH_WEEKDAYS)
BREAKS_OBJECT = frozenset(
    """
    that which who whom whose about on regarding after before when while during to because where whether if
    said says has have had is was including include discuss for under over since
    """.split()
)
BREAKS_INCLUSION = BREAKS_OBJECT - {"is", "including", "include"}
INCLUDES = frozenset({"include", "included", "including", "were", "are", "comprised"})
INSERTED = re.compile(r"\s*(?:\([^()]{1,80}\))?(?:,[^,;:]{2,90},(?=\s))?")
"""A remark between a subject and its verb: ", who is visiting Japan,", "(Acme)"."""
LONGEST_LEAD = 60
"""Characters before a person in which words stand that only lead to that person."""
CALLS = re.compile(r"\b(?:called|telephoned|phoned)(?: up)?\s(?:the )?")
CALLED_SO = re.compile(r" (?:an?|the|his|her|their)\b")
"""Behind somebody whom another one gives a name: "called President Lee a friend"."""
SPEAKS_FOR = re.compile(r"\b(?:spokes(?:man|woman|person)|press secretary)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
OWN_MEETING = re.compile(
    r"['’]s?\s(?:\w+\s){0,3}(?:meeting|call|visit|talks|roundtable|conversation|trip|travel)", re.IGNORECASE
)


def took_part(sentence: str, person: Mention, others: list[Mention], *, reports: bool) -> tuple[int, int] | None:
    """The words by which a sentence says that the person met, was met, or (with `reports`) spoke there; None if it does not."""
    own = OWN_MEETING.match(sentence, person.end)
    if own:
        return own.span()
    if person.possessive:
        words = OWN_WORDS.match(sentence, person.end) if reports else None
        return words.span() if words else None
    if reports and (said := _as_addressed(sentence, person)):
        return said
    if (called := _on_the_phone(sentence, person, others)) is not None:
        return called
    reports = reports and SPEAKS_FOR.search(person.role or "") is None  # who tells the press of it was not there
    return _as_subject(sentence, person, others, reports) or _as_object(sentence, person, others, reports)


def _on_the_phone(sentence: str, person: Mention, others: list[Mention]) -> tuple[int, int] | None:
    """Who calls somebody by name, and who is called: "President Lee on Tuesday called Prime Minister Roh to discuss it"."""
    for call in CALLS.finditer(sentence):
        called = [one for one in others if one.start == call.end() and not CALLED_SO.match(sentence, one.end)]
        if not called:
            continue
        if person.end <= call.start() and _leads_to_verb(sentence, person.end, call.start(), others):
            return call.span()
        if person.start >= call.end() and set(_words(sentence, call.end(), person.start, others)) <= {"and"}:
            return call.start(), person.end
    return None


def stayed_away(sentence: str, person: Mention, others: list[Mention]) -> bool:
    """Whether a sentence says that the person was not there: "President Lee could not attend", "in the absence of Mr Lee"."""
    if IN_ABSENCE.search(sentence, max(0, person.start - LONGEST_LEAD), person.start):
        return True
    verbs = STAYED_AWAY.finditer(sentence, person.end)
    return not person.possessive and any(_leads_to_verb(sentence, person.end, verb.start(), others) for verb in verbs)


def _as_addressed(sentence: str, person: Mention) -> tuple[int, int] | None:
    said = ADDRESSED.search(sentence, max(0, person.start - LONGEST_LEAD), person.start)
    return (said.start(), person.end) if said else None


def _as_subject(sentence: str, person: Mention, others: list[Mention], reports: bool) -> tuple[int, int] | None:
    if reports and WITHIN_WORDS.search(sentence, max(0, person.start - LONGEST_LEAD), person.start):
        return None
    for pattern in (SUBJECT_OF_MEETING, SUBJECT_OF_REPORT) if reports else (SUBJECT_OF_MEETING,):
        for verb in pattern.finditer(sentence, person.end):
            if _leads_to_verb(sentence, person.end, verb.start(), others):
                return verb.span()
    return None


def _leads_to_verb(sentence: str, start: int, verb: int, others: list[Mention]) -> bool:
    """Whether nothing but other people, small words and one insertion between commas stands before the verb."""
    if all(w in BETWEEN_SUBJECT for w in _words(sentence, start, verb, others)):
        return True
    inserted = INSERTED.match(sentence, start, verb)
    return inserted is not None and all(w in BETWEEN_SUBJECT for w in _words(sentence, inserted.end(), verb, others))


def _as_object(sentence: str, person: Mention, others: list[Mention], reports: bool) -> tuple[int, int] | None:
    for lead in LEADS_TO.finditer(sentence, 0, person.start):
        if reports and _earlier(sentence[: lead.start()], lead[0]):
            continue
        inclusion = lead[0].lower().rstrip(":") in INCLUDES
        if inclusion and not (GROUP.search(sentence, 0, lead.end()) or _met_before(sentence, lead.start(), others)):
            continue
        breaks = BREAKS_INCLUSION if inclusion else BREAKS_OBJECT
        if not any(w in breaks for w in _words(sentence, lead.end(), person.start, others)):
            return (0, lead.end()) if inclusion else lead.span()
    return None


def _earlier(before: str, lead: str) -> bool:
    """Whether the words that lead to a person tell of another meeting than the one that is reported."""
    return bool(EARLIER.search(before) or (PERFECT.search(before) and PARTICIPLE.match(lead)))


def _met_before(sentence: str, inclusion: int, others: list[Mention]) -> bool:
    """Whether "including" picks out some of those who were met: "met with board members, including ..."."""
    return any(
        lead[0].lower().rstrip(":") not in INCLUDES
        and not any(w in BREAKS_OBJECT for w in _words(sentence, lead.end(), inclusion, others))
        for lead in LEADS_TO.finditer(sentence, 0, inclusion)
    )


def _words(sentence: str, start: int, end: int, others: list[Mention]) -> list[str]:
    """Lower-case forms of the words in between, other people left out."""
    found = []
    for match in WORD.finditer(sentence, start, end):
        if not any(other.start <= match.start() < _end_of(sentence, other, match[0]) for other in others):
            found.append(match[0].lower())
    return found


def _end_of(sentence: str, person: Mention, word: str) -> int:
    """Where what names a person ends; the office behind the name may be one for something: "Lee, Director for Africa,"."""
    office = INSERTED.match(sentence, person.end) if word == "for" else None
    return office.end() if office else person.end
