"""What a party binds itself to in reported speech: "agreed to", "pledged", "signed", and "will" with a party that acts.

Free speech is left alone: what somebody says they might do is no commitment. How firmly the words
bind is for the ladder to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...ladder import read
from ...schemas import Quote, Strength
from .clauses import clause_end, first_subject, is_plural, is_pronoun, subject_before
from .due import due_words
from .encounters import REPORTS
from .page import Page, Sentence
from .roster import name_key
from .words import words

# The verb that binds and the small word after it; what follows is what is to be done.
BINDING = re.compile(
    r"\b(?P<verb>(?:(?:have|has|had) )?(?:(?:also|further|jointly|formally) )?(?:"
    r"agreed (?:in principle )?to|decided to|resolved to|undertook to|undertake to|pledged(?: to)?|promised(?: to)?|vowed to|guaranteed(?: to)?|(?:(?:is|are|remains?) )?(?:firmly |deeply |fully )?committed(?: (?:itself|themselves|himself|herself))? to|"
    r"refused to|declined to|ruled out|signed|"
    r"agreed (?:in principle )?that,? (?:[^,;]{3,60}, )?(?P<who>they|it|he|she|both|the (?:two )?[\w ]{2,30}) (?:would|will|shall)(?: not)?))\s+(?=\w)",
    re.IGNORECASE,
)
WILL = re.compile(
    r"\b(?:will|shall)(?: not| also| now| then| jointly)?\s+(?=[a-z])(?!be\s(?:able|held|a|an|the|in|on|at|available|subject|no)\b|have\b|need\b|remain\b|continue to be\b|become\b|help\b|allow\b)"
)
PARTIES = re.compile(
    r"(?:(?:the|both|our|its|all) )?(?:(?:two|three|four) )?(?:[\w-]+ ){0,3}(?:delegations?|sides?|parties|leaders|governments?|ministers?|ministry|minist(?:ry|er) of [\w ]+|department|company|companies|committee|"
    r"board|council|commission|union|agency|authority|team|secretariat|administration|partners|members|participants|officials|countries|states|bank|city|municipality|mayor|president|secretary|director|office)",
    re.IGNORECASE,
)
REPORTED = re.compile(rf"\b(?:{REPORTS}|reminded|told)\b[^.;]*\b(?:that|how)\b\s*$", re.IGNORECASE)
NO_ACTION = re.compile(r"(?:(?:disagree|differ|speak)\b|(?:a|an|the) (?:question|matter) of)", re.IGNORECASE)
OBJECTS = re.compile(r"(?:an?|the|two|three|four|several|new|its|their)\b", re.IGNORECASE)
LONGEST = 3_000


@dataclass(frozen=True)
class Bound:
    """One commitment in the words of the text; offsets into the document."""

    action: str
    by: str | None
    strength: Strength
    condition: str | None
    due: str | None
    said_by: str | None
    span: tuple[int, int]
    plural: bool
    """Whether more than one party agreed, so that it is a decision of theirs as well."""
    trigger: str
    quotes: tuple[Quote, ...]

    @property
    def at(self) -> int:
        return self.span[0]


def commitments(page: Page, people: frozenset[str], elsewhere: frozenset[str]) -> list[Bound]:
    """Every commitment that a sentence of report states.

    people: words of known names. elsewhere: words of the names of those who are only mentioned; what they promised, they
        promised somewhere else.
    """
    if page.spoken:
        return []
    found: list[Bound] = []
    before: Sentence | None = None
    for sentence in page.sentences:
        if sentence.speaker is None and len(sentence.text) <= LONGEST:
            found.extend(one for one in _read(page, sentence, before, people) if not _is_elsewhere(one.by, elsewhere))
        before = sentence
    return found


def _is_elsewhere(by: str | None, elsewhere: frozenset[str]) -> bool:
    key = name_key(by or "")
    return bool(key) and key[-1] in elsewhere


def agreed_statements(page: Page) -> list[tuple[str, tuple[int, int]]]:
    """What several parties agreed on without an act of theirs: "They agreed that the launch was a violation"."""
    found: list[tuple[str, tuple[int, int]]] = []
    if page.spoken:
        return found
    for sentence in page.sentences:
        if sentence.speaker is not None or len(sentence.text) > LONGEST:
            continue
        for match in re.finditer(
            r"\bagreed(?: that)? (?=(?:the|this|that|these|it|there|[A-Z])[\w ’'-]*\s(?:is|was|are|were|will|would|must)\b)",
            sentence.text,
        ):
            subject = subject_before(sentence.text, match.start())
            end = clause_end(sentence.text, match.end())
            clause = sentence.text[subject[0] if subject else match.start() : end]
            bears = read(clause).strength
            if (
                subject
                and is_plural(sentence.text[slice(*subject)])
                and bears is Strength.AGREED
                and not BINDING.match(sentence.text, match.start())
            ):
                found.append((sentence.text[match.start() : end], (sentence.start + subject[0], sentence.start + end)))
    return found


def _read(page: Page, sentence: Sentence, before: Sentence | None, people: frozenset[str]) -> Iterator[Bound]:
    text = sentence.text
    taken = 0
    for match in sorted([*BINDING.finditer(text), *WILL.finditer(text)], key=lambda m: m.start()):
        if match.start() < taken:
            continue
        subject = subject_before(text, match.start())
        end = clause_end(text, match.end())
        action = text[match.end() : end]
        verb = match[0].strip().lower()
        who = match.groupdict().get("who")
        if who and not _party(who, people):
            continue
        if verb.startswith(("will", "shall")) and not (subject and _party(text[slice(*subject)], people)):
            continue
        if verb.endswith("signed"):
            action = text[match.start() : end]
            if not OBJECTS.match(text, match.end()):
                continue
        if (len(action.split()) < 2 and not verb.endswith("not")) or NO_ACTION.match(action):
            continue
        start = subject[0] if subject else match.start()
        reading = read(text[start:end])
        if reading.strength is None or not reading.strength.binds:
            continue
        taken = end
        by, quotes = _actor(page, sentence, before, text[slice(*subject)] if subject else None)
        said_by = _sayer(text, subject)
        yield Bound(
            action=_shortened(action),
            by=by,
            strength=reading.strength,
            condition=reading.condition,
            due=due_words(action),
            said_by=said_by,
            span=(sentence.start + (0 if said_by else start), sentence.start + end),
            plural="agreed" in verb and subject is not None and is_plural(text[slice(*subject)]),
            trigger=reading.words or match[0].strip(),
            quotes=quotes,
        )


def _actor(
    page: Page, sentence: Sentence, before: Sentence | None, subject: str | None
) -> tuple[str | None, tuple[Quote, ...]]:
    """The party by name; a pronoun is followed back to the subject of this sentence or the one before, which is then quoted too."""
    if subject is None:
        return None, ()
    if not is_pronoun(subject):
        return subject.strip(" ,"), ()
    for source in (sentence, before):
        if source is None or source.block not in (sentence.block, sentence.block - 1):
            continue
        first = first_subject(source.text)
        if first is None:
            continue
        words_ = source.text[slice(*first)]
        if is_pronoun(words_) or (subject.strip().lower() in ("they", "both") and not is_plural(words_)):
            continue
        return words_, (page.quote(source.start + first[0], source.start + first[1]),)
    return None, ()


def _sayer(sentence: str, subject: tuple[int, int] | None) -> str | None:
    """Who says so, where the subject stands in what another one reports: "The minister said that Libya will ..."."""
    if subject is None:
        return None
    said = first_subject(sentence)
    if said is None or said[1] >= subject[0] or not REPORTED.search(sentence, said[1], subject[0]):
        return None
    words_ = sentence[slice(*said)]
    return None if is_pronoun(words_) else words_


def _party(subject: str, people: frozenset[str]) -> bool:
    """Whether a subject is somebody who can bind: a known person, a country, a body, "the two sides"."""
    subject = subject.strip(" ,")
    key = name_key(subject)
    if not key or len(key) > 8:
        return False
    if subject.lower() in ("they", "both"):
        return True
    if PARTIES.fullmatch(subject):
        return True
    return (any(word in people for word in key) and subject[0].isupper()) or (
        key[-1] in words().countries or " ".join(key[-2:]) == "united states"
    )


def _shortened(action: str) -> str:
    """At most some thirty words, cut at a comma where there is one."""
    if len(action) <= 220:
        return action
    cut = action.rfind(",", 60, 220)
    return action[: cut if cut > 0 else action.rfind(" ", 0, 220)]
