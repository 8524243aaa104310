"""Agenda items, with the decisions that were taken on them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ....ladder.bearing import bearing
from ....schemas import DraftAgendaItem, DraftDecision, Outcome, Quote, Strength
from ....words.stems import stems_of
from ..layout.found import Decided
from ..layout.headings import headings
from ..layout.page import LONGEST_QUOTE, Page
from ..layout.rounds import rounds
from ..layout.rows import Row
from ..layout.topics import Topic, topic_in
from ..meetings.told_apart import Meetings
from ..outcomes.motions import LOST
from ..sentences.due import DAY, MONTH
from ..tasks.bound import Bound
from .agenda import section_of, topics
from .agreements import agreed_statements
from .announced import announced
from .in_text import shorten, subjects

DEFERRED = re.compile(
    rf"\b(?:deferred(?! to (?:the )?(?!{MONTH}|{DAY})(?-i:[A-Z])\w+ (?-i:[A-Z]))|postponed|tabled (?:until|to)|adjourned (?:to|until|till)(?! (?:an? |the )?(?:closed|executive|private|confidential) (?:session|meeting)| lunch| recess)|carried over|moved to (?:the )?next|held over|put off"
    r"|(?:agreed|decided|resolved|voted|moved) to (?:defer|postpone|adjourn|carry over|hold over|put off|table (?=[^.;]*\buntil\b)))\b",
    re.IGNORECASE,
)
TO_PUT_OFF = re.compile(r"\bshould (?:defer|postpone|adjourn)\b")
"""In what was suggested and so decided."""
NOT = re.compile(r"\b(?:not|never|\w+n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE)
"""Before what did not happen."""
PUT = re.compile(
    r"\b(?:it was (?:then )?|was |were )?(?:moved|proposed|recommended|suggested)\b[^.;]*\bthat\b[^.;]*\bbe $",
    re.IGNORECASE,
)
"""Before what was only put to those who met: "It was moved that the item be deferred"."""
DECIDED_THAT = re.compile(
    r"\b(?:agreed|decided|resolved|approved|adopted)(?: unanimously)?,? (?:that |to |on |the (?=\w)|(?=(?:it|there|this)\b))",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"(.{4,120}?)\s(?:was|were) (?:\w+ly )?(?:approved|adopted|accepted|agreed|confirmed|ratified|signed)\b"
)
OPENING_CLAUSE = re.compile(
    r"^(?:All|After|Having|Following|With|On|As)\b[^,;.]{10,200}, (?=(?:the|an?|its|his|her|their) )"
)
"""What leads to the decision: "All having read it, the report was approved"."""
MOTION_PASSED = re.compile(
    r"(?:the )?motions? (?:to|for|that) (.{4,120}?) (?:was |were )?(?:passed|carried|approved|adopted)\b", re.IGNORECASE
)
LABELLED = re.compile(r"([A-Z][^:]{2,60}): decided\b")
MOTION_TO = re.compile(r"^to [a-z]+ (?:the )?")
"""What a motion asks to be done, before its matter."""
MOVED_THAT = re.compile(r"^that (?:the )?(?:board|council|committee|senate|commission) [a-z]+ ", re.IGNORECASE)
YEAR = re.compile(r"(?<=\d), (?=20\d\d\b)")
"""Between a day and its year, where a topic is not cut."""
_STRUCTURE = frozenset(("agenda", "heading", "subject line"))
"""What names a topic, rather than a sentence in which something is discussed."""
LONGEST_SECTION = 20_000
"""Characters in which a deferral is looked for."""


def _topic_of(decision: str) -> str:
    """A topic for a decision that stands under none: what was decided, shortened."""
    decision = decision.replace("**", "").replace("__", "")
    if (label := LABELLED.match(decision)) is not None:
        return label[1]
    if (motion := MOTION_PASSED.match(decision)) is not None:
        return shorten(motion[1]) or motion[1]
    passive = PASSIVE.match(OPENING_CLAUSE.sub("", decision))
    if passive:
        return shorten(passive[1]) or passive[1]
    decision = YEAR.sub(" ", MOTION_TO.sub("", MOVED_THAT.sub("", decision)))
    lead = DECIDED_THAT.search(decision)
    words = decision[lead.end() :] if lead else decision
    return shorten(words) or " ".join(words.split()[:12]).strip(" ,;:")


def _puts_off(decision: DraftDecision) -> bool:
    """Whether all that was decided is that the matter waits: "It was agreed to defer the item"."""
    found = DEFERRED.search(decision.text) or TO_PUT_OFF.search(decision.text) if decision.basis != LOST else None
    return found is not None and not NOT.search(decision.text, 0, found.start())


@dataclass
class _Item:
    topic: str
    at: int
    quotes: list[Quote]
    basis: str
    strength: Strength | None = None
    outcome: Outcome = Outcome.DISCUSSED
    decisions: list[DraftDecision] = field(default_factory=list)


class Items:
    """Agenda items in the order of the text."""

    def __init__(self, page: Page, meetings: Meetings, people: frozenset[str]) -> None:
        self.page = page
        self.meetings = meetings
        self._items: list[_Item] = []
        self._headings: list[Topic] = headings(page)
        self._topics = topics(page, self._headings, people)

    def add_topics(self) -> None:
        """From the document's structure where it has one, else from what the text reports as discussed."""
        for topic in self._topics:
            quotes = [self.page.quote(topic.start, topic.end)]
            deferral = self._deferral(topic)
            outcome = Outcome.DEFERRED if deferral else Outcome.DISCUSSED
            quotes += [deferral] if deferral and deferral not in quotes else []
            self._items.append(_Item(topic.words, topic.start, quotes, topic.basis, outcome=outcome))
        if not self._topics:
            told = announced(self.page) if self.page.spoken else [] if rounds(self.page) else subjects(self.page)
            for subject in told:
                quotes = [self.page.quote(*subject.span)]
                self._items.append(
                    _Item(subject.topic, subject.span[0], quotes, subject.basis, strength=subject.strength)
                )

    def _deferral(self, topic: Topic) -> Quote | None:
        """The sentence by which a topic is put off, if its section holds one."""
        if topic.basis == "subject line":
            return None
        for found in DEFERRED.finditer(self.page.text, topic.end, min(topic.within, topic.end + LONGEST_SECTION)):
            segment = self.page.document.segment(self.page.line_at(found.start()))
            put = PUT.search(self.page.text, segment.start, found.start())
            if not put and not NOT.search(self.page.text, segment.start, found.start()):
                long = segment.end - segment.start > LONGEST_QUOTE
                begin = found.start() if long else segment.start
                return self.page.quote(begin, min(segment.end, found.start() + LONGEST_QUOTE))
        return None

    def add_decisions(self, found: Iterable[Decided]) -> None:
        """Each under the heading that it stands under."""
        for decided in found:
            quotes = [self.page.quote(*decided.whole)]
            if decided.heading is not None:
                quotes.append(self.page.quote(decided.heading.start, decided.heading.end))
            if decided.answer is not None:
                quotes.append(self.page.quote(*decided.answer))
            draft = DraftDecision(text=decided.words, evidence=quotes, basis=decided.basis)
            strength = bearing(decided.words, self.page.text[slice(*decided.whole)]).strength
            self._decide(draft, decided.start, decided.words, strength, over=decided.heading)

    def add_agreements(self, bound: Iterable[Bound]) -> None:
        """What several parties agreed in a report is a decision of their meeting."""
        for one in bound:
            words = self.page.text[one.span[0] : one.span[1]].replace("\n", " ")
            if one.plural and not self._is_told(words):
                verb = max(words.find(f", {one.trigger}"), words.find(f" and {one.trigger}"))
                begin = one.span[0] + (words.index(one.trigger, verb) if verb > 0 else 0)  # "met, and agreed to"
                quotes = [self.page.quote(begin, one.span[1]), *one.quotes]
                text = " ".join(words[begin - one.span[0] :].split())
                draft = DraftDecision(text=text, evidence=quotes, basis=one.trigger)
                self._decide(draft, one.at, one.action, one.strength)
        for words, span in agreed_statements(self.page):
            if self._is_told(words):
                continue
            draft = DraftDecision(text=words, evidence=[self.page.quote(*span)], basis="agreed that")
            self._decide(draft, span[0], words, Strength.AGREED)

    def _is_told(self, words: str) -> bool:
        """Whether a decision ends with these words already, but for the mark at its end: "Budget: we agreed to cut it." """
        told = (" ".join(decision.text.split()) for item in self._items for decision in item.decisions)
        sought = " ".join(words.split()).rstrip(" .;")
        return any(each.rstrip(" .;").endswith(sought) for each in told)

    def _decide(
        self, draft: DraftDecision, at: int, words: str, strength: Strength | None, *, over: Row | None = None
    ) -> None:
        item = self._under(at) or self._named_in(words) or self._listed_under(over)
        if item is None:
            item = _Item(_topic_of(words), at, list(draft.evidence), draft.basis or "decision", strength)
            self._items.append(item)
        item.decisions.append(draft)
        put_off = all(_puts_off(one) for one in item.decisions)
        item.outcome = Outcome.DEFERRED if put_off else Outcome.DECIDED

    def _under(self, at: int) -> _Item | None:
        """The item whose section a place is in; made from the heading where the agenda does not name it."""
        for known in (self._topics, self._headings):
            section = section_of(known, at)
            if section is None or (section.basis == "subject line" and len(self._topics) > 1):
                continue
            for item in self._items:
                same = item.topic.lower() == section.words.lower()
                if item.at == section.start or (same and self._in_one_record(item.at, section.start)):
                    return item
            return self._opened(section)
        return None

    def _in_one_record(self, one: int, other: int) -> bool:
        return self.page.record_at(one) == self.page.record_at(other)

    def _named_in(self, words: str) -> _Item | None:
        """The one item whose topic a decision names, of several the one of the longest topic: a list of decisions may
        stand before the subjects that they are of."""
        said = stems_of(words)
        named: dict[int, list[_Item]] = {}
        for item in self._items:
            topic = stems_of(item.topic)
            if topic and item.basis in _STRUCTURE and topic <= said:
                named.setdefault(len(topic), []).append(item)
        longest = named[max(named)] if named else []
        return longest[0] if len(longest) == 1 else None

    def _listed_under(self, heading: Row | None) -> _Item | None:
        """The item of a heading over several decisions, which stand under no subject: "Decisions made"."""
        topic = topic_in(heading, "heading of decisions", heading.end) if heading is not None else None
        if topic is None:
            return None
        return next((item for item in self._items if item.at == topic.start), None) or self._opened(topic)

    def _opened(self, topic: Topic) -> _Item:
        """A further item, of a topic that no item has."""
        item = _Item(topic.words, topic.start, [self.page.quote(topic.start, topic.end)], topic.basis)
        self._items.append(item)
        return item

    def drafts(self) -> list[DraftAgendaItem]:
        """The items as claims. What was decided is quoted, so that the outcome rests on words."""
        drafts = []
        for item in sorted(self._items, key=lambda one: one.at):
            quotes = [*item.quotes, *(q for d in item.decisions[:1] for q in d.evidence[:1] if q not in item.quotes)]
            drafts.append(
                DraftAgendaItem(
                    topic=item.topic.rstrip("*†‡"),  # the mark of a footnote
                    outcome=item.outcome,
                    strength=item.strength,
                    decisions=item.decisions,
                    meetings=self.meetings.at(item.at),
                    evidence=quotes,
                    basis=item.basis,
                )
            )
        return drafts
