"""Subjects of a report in running text: what was discussed, raised, explored, welcomed."""

import re
from dataclasses import dataclass

from ....ladder.bearing import bearing
from ....schemas import Strength
from ..layout.page import Page, Sentence
from ..naming.names import mentions
from ..naming.tokens import tokenize
from ..sentences.clauses import clause_end, is_pronoun, main_start
from ..sentences.due import DAY, MONTH

# The verb and what leads to its object.
DAYS = rf"(?!\s+(?:the )?(?:(?:{DAY}|{MONTH})\b|\d|sidelines|margins|occasion|fringes))"
TAKEN_UP = re.compile(
    r"\b(?:(?<!were )(?<!was )(?<!been )(?<!be )(?:discuss(?:ed|ing)?(?: (?:about|the (?:issue|question|topic) of))?|explored|reviewed|raised(?: the (?:issue|question|matter) of)?|addressed|examined|considered)|"
    rf"(?:also )?focus(?:ed|ing) on|cent(?:er|re)d on|exchang(?:ed|ing) (?:\w+ )?(?:views|ideas|opinions) (?:on|about|regarding)|exchange of (?:views|opinions)(?: took place| was held)? (?:on|about|regarding)|touched (?:on|upon)|talked about|spoke about|consult(?:ed)?(?: closely)? on|"
    rf"(?:held|had) (?:an? )?(?:[a-z-]+ ){{0,2}}(?:talks?|discussions?|consultations?|exchanges?|conversations?|debates?) (?:on{DAYS}|about|over)|talks (?:(?:in|on|at) (?:the )?[A-Z]\w+ ){{0,2}}on{DAYS}|conversation(?:s)? on{DAYS}|stressed|underscored|underlined|emphasi[sz]ed|highlighted|welcomed|condemned|"
    r"reaffirmed|reiterated|(?:commended|congratulated|praised) (?:[\w’'.-]+ ){1,5}?(?:on|for)|briefed (?:\w+ ){0,4}on|updated (?:\w+ ){0,4}on|briefing (?:from [^.]{3,120}? )?on|expressed (?:deep |serious |their |his |her )?(?:concerns?|support) (?:about|over|for|at)|"
    r"turned to|took up|dealt with|noted|shared (?:their )?(?:views|perspectives|concerns) (?:on|about)|commended)\s+(?=\S)",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"(?P<subject>[^;:]{5,160}?)\s(?:were|was)\s(?:also |then |thoroughly |briefly )?(?:discussed|reviewed|addressed|examined|considered|touched (?:up)?on|on the agenda|in focus)\b"
)
"""The subject stands first: "Direct flights were discussed"."""
PREPOSED = re.compile(r"(?:on|with|about|regarding|over)\s*$")
ENTRY = r"[^\s,;:—]+(?: [^\s,;:—]+){0,6}?"
ENUMERATION = re.compile(rf"\s*({ENTRY}(?:,\s+{ENTRY})+),?\s+and\s+({ENTRY})")
"""Subjects in a row: "the blue economy, climate finance and free movement"."""
WITHIN = re.compile(r"\s(?:of|for|in|on|with|to|between|among|at|from|by|about|into|over)\s", re.IGNORECASE)
"""Inside the first entry of a row: the row hangs on these words, "cooperation in science, sports and trade"."""
SERIES = re.compile(r"(?:,\s+[\w’'&-]+(?:\s[\w’'&-]+){0,4}?){1,8}?,?\s+(?:and|or|&)\s+(?:the\s)?[\w’'&-]+")
"""From a comma to the last of what is joined there: ", trade and investment" in "economic, trade and investment ties"."""
NO_ENTRY = re.compile(
    r"(?:an? [\w-]+$|and\b|or\b|but\b|(?:as|in|on|at|to|for|with|while|including|particularly|especially|notably|following|that|which|who|where|when|such|he|she|they|it)\b)",
    re.IGNORECASE,
)
NEXT_VERB = re.compile(
    r",?\s+and\s+(?:also\s+)?(?:[a-z]{3,}ed|took|looked|gave|made|held|met|heard|saw|spoke|drew|set|put|found)\s+(?=(?:the|a|an|that|this|their|its|his|her|on|at|for|of|to|in|with|how|note)\b)"
    r"|,?\s+and\s+(?:also\s+)?(?:encouraged|urged|thanked|invited|congratulated|commended|praised|asked|assured|informed|told|pressed|warned)\s+(?=[A-Z])"
)
"""Where a second thing that was done begins: "reviewed the plan and took note of ..."."""
WEAK = re.compile(r"(?:noted|reiterated|commended|reaffirmed)", re.IGNORECASE)
AIM = r"(?:efforts?|work|fight|steps|ways|plans?|commitment|desire|readiness|priority|need|determination|cooperation|initiatives?)"
LEAD = re.compile(
    r"(?:(?:during|in|at) the (?:[\w-]+ ){0,2}(?:meeting|talks|session|call|conversation|discussions?),?\s+|(?:a |the )?(?:wide|broad|full|whole|large) (?:range|number|variety|series|spectrum) of (?:(?:issues|topics|questions|matters|subjects) (?:of|in|on|about|regarding|concerning|related to|relating to)\s+)?|(?:they|both|he|she) (?:are|is|were|was) looking forward to\s+|(?:the|its|their|our|his|her|an?|several|various|how|that|some|also)\s+"
    rf"|(?:there (?:must|should|will|would|can|could) be|there (?:is|are|was|were))\s+"
    rf"|(?:(?:[A-Z][\w.’'-]*\s){{0,4}}[\w.]+[’']s?\s)?(?:[a-z]+ ){{0,2}}?{AIM} to (?:[a-z]+ly )?(?:[a-z]+(?:,? (?:and|or) [a-z]+)? )(?:that )?"
    r"|(?:importance|need|potential|possibility|necessity|priority|issue|question|issues|topic|challenges|efforts|ways|state|status|range|benefits|number|prospects?|latest developments|developments) (?:of|for|on|to|in|about|with)\s+"
    r"|(?:strengthen|continue|enhance|support|ensure|promote|improve)(?:ing)? (?:to |our |the |their )*)*",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*(?:,\s.*|\s(?:that|which|who|where|whereby|so that|in order to|because|following|including|particularly|especially|notably|as well as|through|and (?:how|that|discussed|noted|reaffirmed|emphasized|underscored|welcomed|thanked|called|expressed)|while|when|after|to (?:enhance|help|ensure|promote|advance|strengthen|support|lure|tackle|address))\s.*|—.*|\s–\s.*|\(.*|[;:].*)$",
    re.DOTALL,
)
TITLE_SUBJECT = re.compile(
    rf"\b(?i:meetings?|call|roundtable|session|conversation|discussion|talks|convening|briefing|summit|readout|conference|dialogue|reform)\b.*"
    rf"\b(?:on(?i:{DAYS})|(?i:to discuss))\s+(?P<subject>(?:the\s+)?[A-Z](?:[^.]|(?<=[A-Z])\.){{4,120}})$"
)
"""In a headline the subject is behind the last "on": "Meeting with the Working Group on Ports on the New Tariff"."""
THAT = re.compile(r"(?:how |that |why |what )(?=the |our |its |[A-Z])", re.IGNORECASE)
FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|must|should|could|can|cannot|may|has|have|had|remains?|stands?|places|places|provides?|demands?|represents?|continues?|needs?|hoped|wished|wanted|believed|felt|thought)\b"
)
"""Where a statement turns from its subject to what is said of it."""
AGAIN = re.compile(r"\A(?:(?:once )?again|once more|also)\s+", re.IGNORECASE)
"""Between a verb and its object: "stressed again that", "raised once more the fees"."""
ACRONYM = re.compile(r"\s*\([A-Z][\w.&/-]{1,12}\)")
VAGUE = re.compile(
    r"(?:(?:our|their|its|the|several|various|a|an|wide|broad|full|many|key|other|common|shared|bilateral|regional|global|mutual|range|number|variety|series|of|and|in)\s+)*"
    r"(?:areas|issues|topics|matters|subjects|questions|challenges|priorities|fields)\b[^,;]{0,60}?,?\s+(?:including|such as)\s+(?P<named>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""A word for subjects at large, before the subjects themselves: "a number of areas, including health and trade"."""
EMPTY = re.compile(
    rf"(?:(?:shared|joint|continued|ongoing|strong|common|[\w.]+[’']s?)\s+)*(?:{AIM}|belief|support|importance|progress|hope|view|concerns?|gratitude|appreciation)"
    r"|(?:(?:two|three|four|five|six|seven|\d+|several|various|many|some|other|main|further|following|different)\s+)*(?:points|issues|topics|matters|subjects|questions|items)",
    re.IGNORECASE,
)
"""What is left of a subject that was cut away, no topic by itself."""
PREDICATE = re.compile(
    r"\s*(?:(?:also|fully|closely|firmly|deeply|strongly)\s+)*(?:(?:remains? |continues? to be |be )?(?:committed to|ready to|prepared to|determined to|dedicated to|working (?:to|on)|continu\w+ to|seeking to|monitoring|supporting))\s+"
)
"""What a party is said to do, before what it is about."""
PARTICULAR = re.compile(
    r"\b(?:in particular|particularly|specifically|notably|especially),? (?:that of |on |in (?:the (?:fields?|areas?|spheres?) of )?)?",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"(?:him|her|them|me|us|it|this|that|these|what|whether|one|she|he|they|we|us all|the|his|leaders|advocates|administration|belief|president|minister|participants?|efforts|team|delegations?|members|guests|attendees|visitors|everybody|everyone|colleagues|audience)\b\W*$",
    re.IGNORECASE,
)
NOT_TAKEN_UP = re.compile(r"\b(?:not|never|nor|without|neither)\s+(?:[a-z]+ly )?$", re.IGNORECASE)
"""Before a verb whose object was not a subject: "did not discuss visas"."""
TO_WHOM = re.compile(r"(?:with|to|by|before|towards?)\b", re.IGNORECASE)
"""Where no object follows a verb but those it was done with: "raised with the Minister"."""
NAMED_PARTY = re.compile(r"\s*(?:(?:the|our|its) )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?\s*")
PARTIES_AT_LARGE = re.compile(
    r"(?:(?:the|both|all|two|three|four) )*(?:countries|nations|states|sides|parties|governments|peoples|ministers|leaders|presidents|delegations)",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(
    r"(?:for|at|until|by) (?:a |an |the |some )|(?:any )?such\b|(?:including|with|among|amongst|of|we|there)\b|(?:it|no|nothing|this|that|these|those|they|he|she|him|her|them|which|whether)\b(?! \w+ (?:of|for)\b)",
    re.IGNORECASE,
)
MANNER = re.compile(r"\s+as (?:soon|quickly|early|far|much) as possible$", re.IGNORECASE)
DANGLING = re.compile(
    r"(?:[\s,]+(?:of|on|in|and|or|to|the|for|with|a|an|by|from|at|as|into|among|between|under|over|against|its|their|our|his|her|this|these|both|two|all|new|further|such))+$"
)
"""Small words that an end cut short leaves over."""
SAID_ABOVE = re.compile(r"\b(?:above|afore)[- ]?mentioned\b|^\w+ly$", re.IGNORECASE)
"""What names its matter elsewhere, or only how it was done: "the above mentioned questions", "jointly"."""
TO_ACT = re.compile(r"to [a-z]")
"""What was left of a promise or a hope: "reiterated the commitment to continue to work"."""
LAST_BORDER = re.compile(r"(.+)(?:,\s|\s(?:and|between|for|with|from|in|on|at|by|to)\s)", re.DOTALL)
TO_MEETING = re.compile(
    r"welcom\w+ [^,.;]{2,60}? to (?:the|our|this|his|her) (?:[\w-]+ ){0,3}(?:meeting|session|committee|council|board|call|conference|hearing|group)\b",
    re.IGNORECASE,
)
TO_PEOPLE = re.compile(r"(?:both |also |new )?(?:the )?(?:mr|mrs|ms|dr|prof)?\.?\s*", re.IGNORECASE)
FEWEST_WORDS = 5
LONGEST_WORDS = 16
LONGEST = 3_000


@dataclass(frozen=True)
class Subject:
    """A subject in the words of the text; `span` is the clause that takes it up."""

    topic: str
    span: tuple[int, int]
    strength: Strength | None
    basis: str


def subjects(page: Page) -> list[Subject]:
    """The subjects of a report in their order, each once."""
    found = _title(page)
    for sentence in page.running:
        if sentence.speaker is not None or len(sentence.text) > LONGEST or not _is_prose(page, sentence):
            continue
        text = sentence.text
        passive = PASSIVE.match(text, main_start(text))
        for part in _parts(passive["subject"], "") if passive else ():
            topic = shorten(part)
            if topic is not None and not is_pronoun(topic):
                span = (sentence.start, sentence.start + len(text))
                found.append(Subject(topic, span, _bears(topic, text), "discussed"))
        matches = list(TAKEN_UP.finditer(text))
        for at, match in enumerate(matches):
            limit = matches[at + 1].start() if at + 1 < len(matches) else len(text)
            end = min(clause_end(text, match.end()), limit)
            second = NEXT_VERB.search(text, match.end(), end)
            end = second.start() if second else end
            if TO_MEETING.match(text, match.start()):
                continue  # whoever is welcomed to it
            if NOT_TAKEN_UP.search(text, 0, match.start()) or TO_WHOM.match(text, match.end()):
                continue
            span, bears = (sentence.start, sentence.start + len(text)), None
            basis = match[0].lower().removeprefix("also ").split()[0]
            for part in _parts(text[match.end() : end], match[0]):
                topic = shorten(part)
                if topic is None or _is_person(part, topic) or (WEAK.match(match[0]) and len(topic.split()) < 3):
                    continue
                bears = _bears(topic, text)
                found.append(Subject(topic, span, bears, basis))
            particular = PARTICULAR.search(text, match.end(), end)
            detail = shorten(text[particular.end() : end]) if particular else None
            if detail is not None:
                found.append(Subject(detail, span, bears, basis))
    return _once(found)


def _is_person(part: str, topic: str) -> bool:
    """Whether a verb has somebody for its object, who is no subject: "welcomed Judge Lee to the committee"."""
    named = mentions(part)
    if not named or named[0].possessive or named[0].name not in topic:
        return False
    return named[0].titled and TO_PEOPLE.fullmatch(part, 0, named[0].start) is not None


def _is_prose(page: Page, sentence: Sentence) -> bool:
    """Whether it is running text; an entry of a list that is a whole sentence is."""
    return page.document.segment(sentence.line).kind == "sentence" or sentence.text.endswith(".")


def _parts(words: str, verb: str) -> list[str]:
    """The object of a verb, apart where its preposition is said again: "on the quotas and on the data"."""
    listed = ENUMERATION.fullmatch(words)
    if (
        listed
        and not WITHIN.search(listed[1].split(",")[0])
        and not _shares_a_noun(listed)
        and not any(NO_ENTRY.match(entry) for entry in re.split(r",\s+", listed[1]))
    ):
        return [*re.split(r",\s+", listed[1]), listed[2]]
    preposition = PREPOSED.search(verb.rstrip())
    if preposition is None:
        return [words]
    return re.split(rf"(?:,|,?\s+and)\s+(?:also\s+)?{preposition[0].strip()}\s+", words)


def _shares_a_noun(listed: re.Match[str]) -> bool:
    """Whether single words in a row are all said of the noun behind the last: "economic, trade and energy ties"."""
    entries = re.split(r",\s+", listed[1])
    return all(" " not in entry for entry in entries[1:]) and " " in listed[2] and " " not in entries[0].strip()


def shorten(text: str) -> str | None:
    """A topic from the object of a verb: without its first and last small talk; None where nothing is left."""
    text = AGAIN.sub("", ACRONYM.sub("", text))
    that = THAT.match(text)
    if that:
        verb = FINITE.search(text, that.end())
        subject = text[that.end() : verb.start()] if verb else ""
        predicate = PREDICATE.match(text, verb.end()) if verb and _is_party(subject) else None
        text = text[predicate.end() :] if predicate else "" if _is_party(subject) else subject
    vague = VAGUE.match(text)
    text = vague["named"] if vague else text
    lead = LEAD.match(text)
    topic = text[lead.end() :] if lead and lead.end() < len(text) else text
    topic = _without_tail(topic).strip(" ,.;:'’\"")
    parts = topic.split()
    if len(parts) > LONGEST_WORDS:
        if len(topic.split(", ")[0].split()) >= FEWEST_WORDS:
            topic = topic.split(", ")[0]
        parts = topic.split()
    if len(parts) > LONGEST_WORDS:
        topic = topic[: topic.index(parts[LONGEST_WORDS], sum(map(len, parts[:LONGEST_WORDS])))]
        border = LAST_BORDER.match(topic)
        topic = border[1] if border and len(border[1].split()) >= FEWEST_WORDS else topic
    topic = DANGLING.sub("", MANNER.sub("", topic)).rstrip(" ,")
    if len(topic) < 4 or PERSONAL.fullmatch(topic) or POINTS_BACK.match(topic) or EMPTY.fullmatch(topic):
        return None
    return None if FINITE.match(topic) or SAID_ABOVE.search(topic) or TO_ACT.match(topic) else topic


def _without_tail(topic: str) -> str:
    """The topic up to where something else begins; the commas of a row of words that are joined are its own."""
    comma = topic.find(",")
    series = SERIES.match(topic, comma) if comma >= 0 else None
    cut = TAIL.search(topic)
    if series is None or cut is None or cut.start() < comma or NO_ENTRY.match(series[0].lstrip(", ")):
        return TAIL.sub("", topic)
    return topic[: series.end()] + TAIL.sub("", topic[series.end() :])


def _is_party(subject: str) -> bool:
    """Whether a subject is a country, a body, an office or no more than a name, which says nothing of what was discussed."""
    if NAMED_PARTY.fullmatch(subject) or PARTIES_AT_LARGE.fullmatch(subject.strip()):
        return True
    tokens = [
        t
        for t in tokenize(subject)
        if t.text[0].isalpha() and t.lower not in ("the", "our", "its", "his", "her", "both")
    ]
    return bool(tokens) and all(t.connects or t.office or "-" in t.text for t in tokens)


def _bears(topic: str, sentence: str) -> Strength | None:
    """What the sentence reaches on the topic, at most `proposed`: an agreement stands as a decision."""
    strength = bearing(topic, sentence).strength
    if strength is None or strength.rung is None:
        return None
    return strength if not strength.binds else None


def _title(page: Page) -> list[Subject]:
    if not page.rows:
        return []
    row = page.rows[0]
    match = TITLE_SUBJECT.search(row.text) if len(row.text) < 300 and not row.text.endswith(".") else None
    if match is None:
        return []
    return [Subject(match["subject"], (row.start, row.end), None, "title")]


def _once(found: list[Subject]) -> list[Subject]:
    kept: list[tuple[Subject, frozenset[str]]] = []
    for subject in found:
        content = frozenset(w for w in re.findall(r"\w{4,}", subject.topic.lower()))
        if content and not any(len(content & other) >= 0.6 * min(len(content), len(other)) for _, other in kept):
            kept.append((subject, content))
    return [subject for subject, _ in kept]
