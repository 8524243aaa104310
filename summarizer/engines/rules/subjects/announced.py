"""Subjects of a talk that whoever leads it announces: "The next item is the merge", "Let's move on to the budget"."""

import re

from ....closed_classes import PRONOUNS
from ..layout.headings import is_boilerplate
from ..layout.page import Page
from .in_text import Subject, shorten

_LEAD = r"(?:^|[,;] )(?:(?:so|okay|ok|right|well|now|and|then|great|good|thank you|thanks|alright|all right|cool|um|uh|fine|perfect|lovely)\b[,.\s]*)*"
_RANK = r"(?:next|first|second|third|fourth|fifth|sixth|last|final)"
_NUMBER = r"(?:number )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_ON_AGENDA = r"(?: (?:on|of|for) (?:the|our|today['’]s) (?:agenda|list|meeting))?"
ANNOUNCED = re.compile(
    rf"{_LEAD}(?:"
    rf"(?:the |our )?{_RANK} (?:agenda )?(?:item|topic|point on the agenda|order of business|thing on the agenda|subject){_ON_AGENDA}(?: today| (?:that )?we have)?(?: is| was|:|,)"
    rf"|(?:agenda )?item {_NUMBER}{_ON_AGENDA}(?:,? then,?)?(?: (?:today )?is|:| -| –)"
    r"|(?:next(?: up)?|first up|last up)(?: on (?:the|our) agenda)?(?: is| was|:)"
    r"|(?:let['’]s|let us|can we|shall we|I['’]d like to)(?: (?:now|just|then|also))* (?:move|turn|go|proceed)(?: on| over| now)*(?: on)? to"
    r"|we(?:['’]ll| will| can)(?: (?:now|just|then|also))* (?:move on|turn)(?: now)? to"
    r"|(?:moving|turning)(?: on)?(?: now)? to"
    r")\s+(?P<subject>[^.?!;:]{3,110})",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:to|for|by|you|I|we|he|she|they|it|that|this|these|those|is|are|was|basically|can|could|one|ones|who|what|where|how|if|then|there|a motion|motion|papers? to note|your|my|somebody|someone|any other|items?|introductions?|(?:the )?questions?|meet\b|"
    r"(?:the |our )?(?:next|first|second|third|last|final|other|previous|following|number|point|item|rest|end|thing|things|agenda|meeting|topic|slide|page|questions?)\b(?: (?:item|one|thing|point|topic|slide|page|question|agenda|part|things|stage|step|section|meeting|call|in|the|of))*\W*$)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    rf",?\s(?:(?:which|who|where|because|so|since|and|but|if|when|as|unless|that) (?:{PRONOUNS}|there|is|was|has|have|will|that|then)\b|(?:is|are|was|were|has|have|had|will|would|can|could|does|did|you|I|we)\b|(?:{PRONOUNS}|that|there)['’]).*"
    r"|,\s(?:and|so|but|which|who|if|please|right|okay|yeah|um|uh|I|you|we|where|because|unless|maybe)\b.*|\s(?:now|then|today|please|first)\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""Where the speaker goes on to speak of it."""
_FILLED = re.compile(r"\b(?:um|uh|er|erm|uhm)\b,?\s*", re.IGNORECASE)
_MOST_WORDS = 12


def announced(page: Page) -> list[Subject]:
    """The subjects that speakers announce, in their order, each once."""
    found: dict[str, Subject] = {}
    for sentence in page.running:
        if sentence.speaker is None or page.addresses_reader(sentence.start):
            continue
        for match in ANNOUNCED.finditer(sentence.text):
            words = _FINITE.sub("", match["subject"])
            topic = shorten(_FILLED.sub("", words).strip(" ,")) if not _NO_SUBJECT.match(words) else None
            if topic is None or is_boilerplate(topic) or len(topic.split()) > _MOST_WORDS:
                continue
            span = (sentence.start + match.start(), sentence.start + match.start("subject") + len(words.rstrip(" ,")))
            found.setdefault(topic.lower(), Subject(topic, span, None, "announced"))
    return list(found.values())
