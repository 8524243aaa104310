"""Whether the words show that somebody took part: the check of `presence`."""

import re
from collections.abc import Iterator

from ...documents import Document
from ...items import Item
from ...schemas import Part, Presence
from ...words.closed_classes import MODALS
from ...words.scripts import folded, running
from ..fields import Report, of_kind, texts
from ..grounds import Grounds, Line
from ..proper import name_parts, shares_name, stands, whole_name
from .listed_people import ABSENT, LIST, listed_away, only_behind_of

_LIST_REACH = 80  # lines after "Present:" in which a list may still run
_LIST_LINE = 14  # words of a line in a list
_NAME = 3  # words of a name that stands as a heading
_HEAD = 15  # lines from the beginning in which a record names those who sit there
_AWAY = re.compile(
    r"\b(?:not|n['’]t|without|unable|away|leave|left|missing|ill|sick|nicht|fehl\w*|verhindert|krank|pas|manqu\w*|no|falta\w*|non|manca\w*|ohne|sans|sin|senza)\b",
    re.IGNORECASE,
)
"""A word by which a line may say in another way that somebody was away."""
_LABELS = re.compile(r"[^.;:,]{0,20}:")
"""Behind a word of absence that is the label of a list: it says nothing of those who stand before it."""
_IN_ABSENCE = re.compile(
    r"\b(?:in (?:the )?absence of|in Abwesenheit (?:von|de[rs])|en l['’]absence d(?:es?|u|['’])|en ausencia del?|in assenza d\w+)\s?(?P<who>[^,.;:]{2,60})",
    re.IGNORECASE,
)
"""Who is absent where somebody else is in their place."""
_THERE = re.compile(
    r"\b(?:meet\w*|met|talk\w*|(?:took|takes|taking) part|held|hosted|received|welcomed|visit\w*|attend\w*|participat\w*|join\w*|accompan\w+|led|headed|chair\w*|present\w*|"
    r"motion(?: made)? by|seconded(?: by)?|said|says|stated|told|thanked|discussed|explored|agreed|stressed|noted|asked|replied|explained|reported|proposed|spoke|address\w+|brief\w*|"
    r"convened?|gathered|travel\w*|delegation|counterpart\w*|signed|call\w*|underscored|reaffirmed|emphasi[sz]ed|announced|recalled|rais\w+|"
    r"presided|appeared|opened|began|begins|wondered|informed|assured|handed|greeted|continued|concluded|indicated|suggested|commented|maintained|argued|insisted|warned|inquired|referred|described|mentioned|admitted|closed|added|urged|answered|responded|observed|remark\w*|expressed|went|saw|seen|conver\w+|consult\w+|review\w+)\b",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(rf"(?:, who)? (?:(?:then|also|again|\w+ly) )?(?:{_THERE.pattern})", re.IGNORECASE)
_NOT_YET = re.compile(
    rf"\b(?:to|(?:possible|planned|future|next|upcoming|coming|invited)(?:\W+\w+)?|(?:{MODALS}|'ll|'d)\b(?:\W+\w+){{0,2}})\W+$",
    re.IGNORECASE,
)
"""What stands before words of taking part that tell of no meeting yet: "would like a call with", "wants to meet"."""
_TO_COME = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were) to|next)(?:\W+\w+){0,2}\W+$", re.IGNORECASE)
_WITH_US = re.compile(
    r"\b(?:welcom\w+|join\w*|accompan\w+|with us|with me|beside me|here (?:today|with|in)|in the room|on the (?:call|line)|attend\w*|introduc\w+|introduction)\b",
    re.IGNORECASE,
)
"""How a speaker shows that somebody who does not speak is there."""
_SPOKEN_OF = re.compile(
    r"\b(?:thank(?:s|ed|ing|ful)?|grateful|gratitude|congratulat\w+|condolences|tributes?|kudos|shout-?outs?|prais\w+|commended|regards|greetings|farewell|"
    r"(?:spoke|speaks?|spoken|talk(?:s|ed)|told|heard|asked|prayers)(?: \w+ly| \w+ \w+)? (?:of|about|for|after)|mention\w*|recalled|remember\w*|honou?red|"
    r"(?:recent|earlier|previous|last \w+['’]s) (?:talks|meetings?|visits?|conversations?|discussions?|calls?|contacts|consultations) (?:with|by|of|to)|"
    r"(?:memory|death|passing|retirement|departure|absence) of|(?:card|letter|flowers|gift)s?\b[^,.;]{0,30} to)\b(?P<between>[^.;:!?]{0,70})$",
    re.IGNORECASE,
)
"""What stands before a name that is only spoken of, or thanked."""
_IS_SPOKEN_OF = re.compile(r",? (?:was|were|is|are|has been|have been|be) (?:\w+ly )?(?:thanked|congratulated|commended|praised|remembered|mentioned|honou?red|mourned)\b", re.IGNORECASE)  # fmt: skip
_SENT_IN = re.compile(
    r"['’]s? (?:\w+ )?(?:report|letter|paper|e-?mail|message|note|memo|book|article|application|email) (?:was|were|had|has|is)\b"
)
"""Behind a name: what may come without the one whose it is."""
_WRITTEN_BY = re.compile(r"\b(?:written|drafted|signed|prepared|sent in) by (?:\w+\.? ){0,3}$", re.IGNORECASE)
_FOR_A_PART = re.compile(r"[^.;]{0,40}?\bfor (?:\w+ ){0,4}?(?:present\w*|report\w*|attend\w*|com(?:e|ing)|join\w*|visit\w*|hosting|hospitality|welcome|talk|remarks|brief\w*|updates?|questions?|explanations?|participati\w+|contributions?|comments?|receiving|meeting)\b", re.IGNORECASE)  # fmt: skip
"""What somebody who is thanked has done at the meeting."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|may|must|wants?|wrote|told|said|came|went|gave|took|made|found|sent|runs?|\w{3,}ed)\b"
)
_I_AM, _IN_PERSON = r"(?:[Ii]['’]m|[Ii] am|[Mm]y name is|[Tt]his is)", re.compile(r"\b(?:I|my|we|our)\b")
_STOPS = (".", "!", "?")
_ACTS = re.compile(
    r"(?: \([^)]*\))?(?:, [^,.;:]{1,60},)? (?:(?:then|also|again|\w+ly) )?(?:put (?:forward|in|a|an|the|to|it)|tabled|handed (?:out|over|in|round|back)|"
    r"walked out|left the (?:room|meeting|call)|came in late|dropped off|took (?:the chair|the floor|the minutes|notes|that|it)|"
    r"gave (?:a|an|the|her|his|their|us|way)|summari[sz]ed|outlined|introduced|demonstrated|read out|moved|seconded|voted|abstained|wondered|"
    r"inquired|enquired|objected|conceded|insisted|argued|complained|warned|confirmed|admitted|acknowledged|accepted|suggested|offered|"
    r"declined|refused|volunteered|apologi[sz]ed|pointed|favou?red|thought|felt|recommended|promised|undertook|circulated|laughed|nodded|"
    r"interrupted|interjected)\b"
)
"""What somebody does in a meeting, right behind the name. In the past tense, which tells of the meeting."""
_SIDE = re.compile(r"(?:for|on behalf of|representing|from) (?!example|instance|now|information|the record|reference)[^:.]{2,60}: ?", re.IGNORECASE)  # fmt: skip
_REPORTS = re.compile(r"[A-Z][\w&/-]*(?: (?:and |& )?[\w&/-]+){0,2} \((?P<who>[^()]{3,80})\) ?[.:–—-]")
"""The label of a report, and who gives it: "Electricity (Saara Wik, Norrgrid)."."""
_DEFINITE = frozenset(("the", "a", "an", "his", "her", "their", "our", "this", "that", "see"))
_STOOD_IN = re.compile(r"\b(?:represented|replaced) by\b[^.;:]{0,80}$", re.IGNORECASE)
"""What stands before the name of somebody who came in another's place."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_EMPTY, _CROSSED = re.compile(r"\W*\[ ?\] "), re.compile(r"\[[xX]\] ")
_MARKS = re.compile(r"[*_#>•\s-]+")


def check_presence(item: Item, grounds: Grounds, report: Report) -> None:
    """`attended` needs words that show it: speaking, a list of those present, a part in the meeting."""
    field = of_kind(item, Presence)
    if field is not None and item.values.get(field) == Presence.ABSENT:
        _check_away(item, grounds, report)
    if field is None or item.values.get(field) != Presence.ATTENDED:
        return
    name = next((text.value for text in texts(item, Part.NAME)), "")
    language, text = grounds.index.language, grounds.index.document.text
    if any(whole_name(name, speaker) or stands(name_parts(name)[-1], speaker) for speaker in grounds.index.speakers):
        return
    if (_absent(name, grounds) and not _stands_in(name, grounds)) or listed_away(name, text):
        explanation = f'The words list "{name}" as absent.'
        report.note("names", "disagrees", explanation)
        item.mend(field, Presence.ABSENT, explanation)
    elif only_behind_of(name, grounds.whole, text) if language != "en" else not _shown(name, grounds):
        explanation = f'The quoted words only mention "{name}".'
        item.mend(field, Presence.MENTIONED, explanation)


def _check_away(item: Item, grounds: Grounds, report: Report) -> None:
    """`absent` may not be told of somebody who speaks, or whom the quoted words list among those present."""
    name = next((text.value for text in texts(item, Part.NAME)), "")
    if _absent(name, grounds) or any(_AWAY.search(line.text) for line in grounds.lines):
        return
    if any(whole_name(name, speaker) for speaker in grounds.index.speakers):
        report.note("names", "disagrees", f'"{name}" speaks in the record.')
    elif any(_listed(line, grounds.index.document) and shares_name(name, line.text) for line in grounds.lines):
        report.note("names", "disagrees", f'The quoted words list "{name}" among those present.')


def _shown(name: str, grounds: Grounds) -> bool:
    """Whether the quoted lines show somebody at the meeting; where they only speak of them, another line may."""
    document = grounds.index.document
    spoken_of = [line for line in grounds.lines if _only_spoken_of(name, line)]
    if any(_shows(name, line, document) for line in grounds.lines if line not in spoken_of):
        return True
    if not spoken_of:
        return False
    others = (_line(number, document) for number in range(1, len(document.segments) + 1))
    return any(
        whole_name(name, line.text) and not _only_spoken_of(name, line) and _shows(name, line, document)
        for line in others
        if name_parts(name)[-1] in folded(line.text)
    )


def _line(number: int, document: Document) -> Line:
    segment, text = document.segment(number), document.line_text(number)
    return Line(number, text, (0, len(text)), segment.voice, segment.label)


def _shows(name: str, line: Line, document: Document) -> bool:
    told = _tells_of_it(line, document) or _introduced(name, line) or _listed(line, document)
    return told or _takes_part(name, line, document)


def _only_spoken_of(name: str, line: Line) -> bool:
    """Whether every mention of a name in a line is of somebody who is thanked, remembered or told about."""
    mentions = list(_mentions(name, line.text))
    return bool(mentions) and all(_spoken_of(line.text, *one.span()) for one in mentions)


def _mentions(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where the last word of a name stands."""
    last = name_parts(name)[-1]
    return (word for word in _WORD.finditer(text) if folded(word[0]) == last)


def _spoken_of(text: str, start: int, end: int) -> bool:
    if _IS_SPOKEN_OF.match(text, end) or _SENT_IN.match(text, end) or _WRITTEN_BY.search(text[:start]):
        return True
    found = _SPOKEN_OF.search(text[:start])
    if found is None or _THERE.search(found["between"]) or _WITH_US.search(found["between"]):
        return False
    return not _BEFORE_VERB.match(text, end) and not _FOR_A_PART.match(text, end)


def _tells_of_it(line: Line, document: Document) -> bool:
    """Whether a line tells of people at the meeting; a speaker also tells of what others said and did elsewhere."""
    if document.segment(line.number).speaker is not None:
        return _WITH_US.search(line.text) is not None
    return any(not _NOT_YET.search(line.text[: found.start()]) for found in _THERE.finditer(line.text))


def _introduced(name: str, line: Line) -> bool:
    """Whether a line is the bearer's entry in a list, opens with the name as a label, or gives it: "I'm Ada Roy"."""
    entry = line.text.rstrip()[-1:] not in _STOPS or _IN_PERSON.search(line.text) is not None
    if introduces(name, line.text):
        return True
    last = re.escape(name_parts(name)[-1])
    return _may_name(name, line.text) and (
        re.search(rf"(?:\b{_I_AM} |^\W*)(?:[A-Z][\w'’.-]* ){{0,3}}(?i:{last})\b(?= ?[(:{',' * entry}])", line.text)
        is not None
    )


def introduces(name: str, text: str) -> bool:
    """Whether somebody says their name in it: "my name is Dirk, Dirk Meinfeld"."""
    last = re.escape(name_parts(name)[-1])
    return (
        _may_name(name, text)
        and re.search(rf"(?i:\bmy name(?:['’]s| is)) (?:[\w'’.-]+,? ){{0,4}}(?i:{last})\b", text) is not None
    )


def _may_name(name: str, text: str) -> bool:
    """False where it plainly does not, so that no pattern has to be made of the name."""
    return name_parts(name)[-1].lower() in text.lower() or not text.isascii()


def _left_open(line: Line, document: Document) -> bool:
    """Whether the box before an entry of those present is empty, where others are crossed: "[ ] Ann Lee" above "[x] Bo Ray"."""
    return (
        _EMPTY.match(line.text) is not None and _CROSSED.search(document.text) is not None and _listed(line, document)
    )


def _absent(name: str, grounds: Grounds) -> bool:
    last = name_parts(name)[-1]
    naming = [line for line in grounds.lines if last in folded(line.text)]
    for line in naming or grounds.lines:
        if _left_open(line, grounds.index.document):
            return True
        others = [one.span() for one in _IN_ABSENCE.finditer(line.text) if last not in folded(one["who"])]
        at = _place(name, line.text)
        absent = (
            found
            for found in ABSENT.finditer(line.text[: line.span[1]])
            if found.start() < at or not _LABELS.match(line.text, found.end())
        )
        words = [match.end() for match in absent if not any(first <= match.start() < end for first, end in others)]
        listed = [match.end() for match in LIST.finditer(line.text[: line.span[1]]) if match.end() not in words]
        if words and max(words) > max(listed, default=-1):
            return True
        heading = grounds.index.heading(line.number)
        if not listed and ABSENT.search(heading) and not LIST.search(heading):
            return True
    return False


def _place(name: str, text: str) -> int:
    """Where a name stands in a line, or its last word; the end of the line where neither does."""
    if name in text:
        return text.index(name)
    return next((one.start() for one in _mentions(name, text)), len(text))


def _stands_in(name: str, grounds: Grounds) -> bool:
    """Whether somebody is named who came for the one who did not: "was represented by Vice President Tran"."""
    return any(
        _STOOD_IN.search(line.text[: one.start()]) for line in grounds.lines for one in _mentions(name, line.text)
    )


def _listed(line: Line, document: Document) -> bool:
    """Whether a line stands in a list of those present."""
    for number in range(line.number, max(line.number - _LIST_REACH, 0), -1):
        text = document.line_text(number)
        listing = LIST.search(text)
        if listing and not (_is_sentence(document, number) and _TO_COME.search(text[: listing.start()])):
            return True
        entry = document.segment(number).kind == "bullet" and not _FINITE.search(text)  # a name and a long title
        if (len(text.split()) > _LIST_LINE and not entry) or _is_sentence(document, number):
            break
    return False


def _is_sentence(document: Document, number: int) -> bool:
    """Whether a line is a sentence, not an entry of a list."""
    text = document.line_text(number)
    plain = document.segment(number).kind == "sentence" and not any(mark in text for mark in ":;(")
    return plain and text.rstrip()[-1:] in _STOPS and len(text.split()) >= _NAME and _FINITE.search(text) is not None


def _takes_part(name: str, line: Line, document: Document) -> bool:
    """Whether a line shows somebody at it: it lists them for a side, or they act, speak or report in it."""
    text = " ".join(_MARKS.sub(" ", line.text).split())
    if line.number <= _HEAD and (side := _SIDE.match(text)) and whole_name(name, text[side.end() :]):
        return True
    if (label := _REPORTS.match(text)) and whole_name(name, label["who"]) and _plain(text):
        return True
    acts = any(_ACTS.match(text, one.end()) for one in _mentions(name, text))
    return acts or heads_own_lines(name, line.number, document)


def _plain(text: str) -> bool:
    """Whether a label names a subject, and is no part of a sentence: "Roads (...)", not "The fund (...)"."""
    return text.split()[0].lower() not in _DEFINITE


def heads_own_lines(name: str, number: int, document: Document) -> bool:
    """Whether a line is the name as the heading of notes, beside the names of others: a round in which each reports."""
    if document.segment(number).kind != "heading" or running(document.line_text(number)) != running(name):
        return False
    headings = [at for at, one in enumerate(document.segments, 1) if one.kind == "heading" and at > 1]
    rounds = [at for at in headings if len(document.line_text(at).split()) <= _NAME]
    noted = number < len(document.segments) and document.segment(number + 1).kind == "bullet"
    return noted and 1 < len(rounds) == len(headings)
