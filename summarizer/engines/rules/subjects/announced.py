"""Subjects of a talk that whoever leads it announces: "The next item is the merge", "Let's move on to the budget"."""

import re
from collections.abc import Iterator

from ....words.closed_classes import PRONOUNS
from ....words.stems import stems_of
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
    r"|(?:let['’]s|let us|can we|shall we)(?: (?:just|then|now))* (?:start|begin|kick off) with(?= (?:the|our) (?-i:[a-z]))"
    rf"|(?:the )?(?:{_RANK}|one more|another) (?:thing|topic|item|one|point|subject)(?:[,:]| is)(?= (?:the|our) (?:[\w’'-]+ ?){{1,6}}(?:[.:,]|$))"
    r")\s+(?P<subject>[^.?!;:]{3,110})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:(?:so|okay|ok|right|well|and|great|good|alright|all right|fine),? )*(?:now|next|lastly|finally),? (?P<subject>(?:the|our) (?:[\w’'-]+ ?){1,4})[.:]?",
    re.IGNORECASE,
)
"""A sentence that does no more than name what comes: "Now the roof."."""
_PROGRAMME = re.compile(
    rf"{_LEAD}(?:(?:so )?today,? (?:we have|I have|there (?:is|are)|we['’]ll (?:cover|discuss|go through|look at)|we will (?:cover|discuss))|(?:so )?today(?:['’]s| is) (?:just|only|mainly|mostly)"
    r"|(?:so )?(?:today |here )?(?:I|we)(?:['’]d like| would like| want| wanted) to (?:talk about|discuss|go through|get through|cover))\s+(?P<subject>[^.?!;:]{3,160})",
    re.IGNORECASE,
)
"""What whoever opens the talk wants to have in it, one or several."""
_AND = re.compile(r",\s*(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?")
_AND_THEN = re.compile(r"\band then(?= (?:the|our|an?) )")
_NAMED = re.compile(r"(?:the|our|an?) \w.*", re.DOTALL)
_OPENING = 12  # sentences from the first one that is spoken
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
    found: dict[frozenset[str], Subject] = {}
    spoken = [one for one in page.running if one.speaker is not None and not page.addresses_reader(one.start)]
    for at, sentence in enumerate(spoken):
        named = list(_announced(sentence.text))
        named += _programme(sentence.text) if at < _OPENING else ()
        for start, at_words, words in named:
            topic = shorten(_FILLED.sub("", words).strip(" ,")) if not _NO_SUBJECT.match(words) else None
            if topic is None or is_boilerplate(topic) or len(topic.split()) > _MOST_WORDS:
                continue
            span = (sentence.start + start, sentence.start + at_words + len(words.rstrip(" ,")))
            found.setdefault(frozenset(stems_of(topic)), Subject(topic, span, None, "announced"))
    return list(found.values())


def _announced(text: str) -> Iterator[tuple[int, int, str]]:
    """Where an announcement begins, where its subject does, and the words of that."""
    alone = _ALONE.fullmatch(text)
    for match in [alone] if alone else ANNOUNCED.finditer(text):
        yield match.start(), match.start("subject"), _FINITE.sub("", match["subject"])


def _programme(text: str) -> Iterator[tuple[int, int, str]]:
    """The same of several subjects at once, where each is called by a noun: "the spring campaign and then the copy"."""
    match = _PROGRAMME.search(text)
    if match is None:
        return
    # "and then the fair" names one more, where "and then we" goes on to something else; offsets stay the same.
    words = _FINITE.sub("", _AND_THEN.sub("and     ", match["subject"]))
    starts = [0, *(border.end() for border in _AND.finditer(words))]
    ends = [*(border.start() for border in _AND.finditer(words)), len(words)]
    parts = [(start, words[start:end]) for start, end in zip(starts, ends, strict=True)]
    for start, part in parts if all(_NAMED.fullmatch(part) for _, part in parts) else []:
        yield match.start(), match.start("subject") + start, part
