"""What several parties agreed on without an act of theirs: "They agreed that the launch was a violation", and what was signed."""

import re

from ....ladder.readings import read
from ....mood.asserted import is_asserted, is_part
from ....schemas import Strength
from ..layout.page import Page
from ..sentences.clauses import clause_end, is_plural, subject_before
from ..tasks.binding import BINDING

LONGEST = 3_000
OPINION = re.compile(
    r"\b(?:is|was|are|were|be|remains?|remained|had been)\s(?:(?:very|an?|the|extremely|quite|rather|highly|most|so|too|also|indeed|both|all|still|of)\s)*"
    r"(?:complicated|complex|complexity|difficult|difficulty|hard|important|importance|useful|helpful|serious|sensitive|interesting|regrettable|unfortunate|desirable|"
    r"good|bad|great|clear|likely|unlikely|true|worrying|encouraging|dangerous|promising|fruitful|excellent|constructive|positive|problem|challenge|concern)\b",
    re.IGNORECASE,
)
"""A view that is shared, and decides nothing."""
TOLD = re.compile(r"(?:it|this|they|these) (?:was|were) (?:[a-z]+ed|read|seen|sent|held|paid)\b")
"""What had happened before: "Members agreed it was read before the meeting"."""
SIGNED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal|both) |(?<=, ))(?:[^\s.;,]+ ){0,8}?(?:(?i:memorand(?:um|a)|agreements?|treat(?:y|ies)|protocols?|declarations?|conventions?|accords?|contracts?|letters? of intent|MoUs?)) (?:[^\s.;,]+ ){0,12}?"
    r"(?:was|were) (?:also |then |formally |subsequently )?signed\b(?! in (?:19|20)\d\d)"
)
"""An instrument, and that it was signed there: "The Memorandum on ports was signed by the two Ministers"."""


def agreed_statements(page: Page) -> list[tuple[str, tuple[int, int]]]:
    """Each agreement in the words of the text, with the offsets of its clause."""
    found: list[tuple[str, tuple[int, int]]] = []
    if page.spoken:
        return found
    for sentence in page.sentences:
        if sentence.speaker is not None or len(sentence.text) > LONGEST or page.addresses_reader(sentence.start):
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
                and not is_part(sentence.text[slice(*subject)])
                and is_asserted(sentence.text, match.start(), subject)
                and bears is Strength.AGREED
                and not BINDING.match(sentence.text, match.start())
                and not OPINION.search(sentence.text, match.end(), end)
                and not TOLD.match(sentence.text, match.end())
            ):
                found.append((sentence.text[match.start() : end], (sentence.start + subject[0], sentence.start + end)))
        for match in SIGNED.finditer(sentence.text):
            end = clause_end(sentence.text, match.end())
            if read(sentence.text).strength is Strength.SIGNED and is_asserted(sentence.text, match.end(), None):
                found.append(
                    (sentence.text[match.start() : end], (sentence.start + match.start(), sentence.start + end))
                )
    return found
