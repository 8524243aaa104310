"""Subjects of a report in running text: what was discussed, raised, explored, welcomed."""

import re
from dataclasses import dataclass

from ...ladder import bearing
from ...schemas import Strength
from .clauses import clause_end
from .page import Page

# The verb and what leads to its object.
TAKEN_UP = re.compile(
    r"\b(?:discuss(?:ed|ing)?(?: (?:about|the (?:issue|question|topic) of))?|explored|reviewed|raised(?: the (?:issue|question|matter) of)?|addressed|examined|considered|"
    r"(?:also )?focus(?:ed|ing) on|cent(?:er|re)d on|exchang(?:ed|ing) (?:\w+ )?(?:views|ideas) (?:on|about|regarding)|touched (?:on|upon)|talked about|spoke about|consult(?:ed)?(?: closely)? on|"
    r"held (?:talks|discussions|consultations) (?:on|about)|talks (?:in [A-Z]\w+ )?on|conversation(?:s)? on|stressed|underscored|underlined|emphasi[sz]ed|highlighted|welcomed|condemned|"
    r"reaffirmed|reiterated|briefed (?:\w+ ){0,4}on|updated (?:\w+ ){0,4}on|briefing (?:from [^.]{3,120}? )?on|expressed (?:deep |serious |their |his |her )?(?:concerns?|support) (?:about|over|for|at)|"
    r"turned to|took up|dealt with|noted|shared (?:their )?(?:views|perspectives|concerns) (?:on|about)|commended)\s+(?=\S)",
    re.IGNORECASE,
)
WEAK = re.compile(r"(?:noted|reiterated|commended|reaffirmed)", re.IGNORECASE)
LEAD = re.compile(
    r"(?:(?:the|its|their|our|his|her|an?|several|various|how|that|some|also)\s+"
    r"|(?:importance|need|potential|possibility|necessity|priority|issue|question|issues|topic|challenges|efforts|ways|state|status|range|benefits|number|prospects?|latest developments|developments) (?:of|for|on|to|in|about|with)\s+"
    r"|(?:strengthen|continue|enhance|support|ensure|promote|improve)(?:ing)? (?:to |our |the |their )*)*",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*(?:,\s.*|\s(?:that|which|who|where|whereby|so that|in order to|because|following|including|particularly|especially|notably|as well as|through|and (?:how|that|discussed|noted|reaffirmed|emphasized|underscored|welcomed|thanked|called|expressed)|while|when|after|to (?:enhance|help|ensure|promote|advance|strengthen|support|lure|tackle|address))\s.*|—.*|\s–\s.*|\(.*|[;:].*)$",
    re.DOTALL,
)
TITLE_SUBJECT = re.compile(
    r"\b(?:meeting|call|roundtable|session|conversation|discussion|talks|convening|briefing|summit|readout|conference|dialogue|reform)\b.*?\bon\s+(?P<subject>(?:the\s+)?[A-Z][^.]{4,120})$"
)
THAT = re.compile(r"(?:how |that |why |what )(?=the |our |its |[A-Z])", re.IGNORECASE)
FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|must|should|could|can|cannot|may|has|have|had|remains?|stands?|places|places|provides?|demands?|represents?|continues?|needs?)\b"
)
"""Where a statement turns from its subject to what is said of it."""
PARTICULAR = re.compile(
    r"\b(?:in particular|particularly|specifically|notably|especially),? (?:that of |on )?", re.IGNORECASE
)
PERSONAL = re.compile(
    r"(?:him|her|them|me|us|it|this|that|these|what|whether|one|she|he|they|we|us all|the|his|leaders|advocates|administration|belief|president|minister|participants?|efforts)\b\W*$",
    re.IGNORECASE,
)
LONGEST_WORDS = 14
LONGEST = 3_000


@dataclass(frozen=True)
class Subject:
    """A subject in the words of the text; `span` is the clause that takes it up."""

    topic: str
    span: tuple[int, int]
    strength: Strength | None
    basis: str


def subjects(page: Page) -> list[Subject]:
    """The subjects of a report in their order, each once; nothing of a transcript."""
    if page.spoken:
        return []
    found = _title(page)
    for sentence in page.sentences:
        if sentence.speaker is not None or len(sentence.text) > LONGEST:
            continue
        text = sentence.text
        matches = list(TAKEN_UP.finditer(text))
        for at, match in enumerate(matches):
            limit = matches[at + 1].start() if at + 1 < len(matches) else len(text)
            end = min(clause_end(text, match.end()), limit)
            topic = shorten(text[match.end() : end])
            if topic is None or (WEAK.match(match[0]) and len(topic.split()) < 3):
                continue
            span, bears, basis = (
                (sentence.start, sentence.start + len(text)),
                _bears(topic, text),
                match[0].lower().removeprefix("also ").split()[0],
            )
            found.append(Subject(topic, span, bears, basis))
            particular = PARTICULAR.search(text, match.end(), end)
            detail = shorten(text[particular.end() : end]) if particular else None
            if detail is not None:
                found.append(Subject(detail, span, bears, basis))
    return _once(found)


def shorten(words: str) -> str | None:
    """A topic from the object of a verb: without its first and last small talk; None where nothing is left."""
    that = THAT.match(words)
    if that:
        verb = FINITE.search(words, that.end())
        words = words[that.end() : verb.start()] if verb else ""
    lead = LEAD.match(words)
    topic = words[lead.end() :] if lead and lead.end() < len(words) else words
    topic = TAIL.sub("", topic).strip(" ,.;:'’\"")
    parts = topic.split()
    if len(parts) > LONGEST_WORDS:
        topic = re.sub(
            r"(?:\s+(?:of|on|in|and|to|the|for|with|a|an|by))+$",
            "",
            topic[: topic.index(parts[LONGEST_WORDS], sum(map(len, parts[:LONGEST_WORDS])))].rstrip(" ,"),
        )
    if len(topic) < 4 or PERSONAL.fullmatch(topic):
        return None
    return topic


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
