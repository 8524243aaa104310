"""Small documents for the tests of the built-in engine, cut up by hand so that no reader is in play."""

import re

from summarizer.documents import Document, Kind, Segment
from summarizer.engines.rules.engine import drafted
from summarizer.schemas import BriefDraft

MARK = re.compile(r"[ \t]*(?:(#{1,6})[ \t]+|(?:[-*>]|\d+\.)[ \t]+)?(?:\[[ x]\][ \t]+)?")
LABEL = re.compile(r"([A-Z][\w .]{0,30}): ")
SENTENCE = re.compile(r"\S.*?(?:(?<![A-Z])(?<!Gen)(?<!\bDr)(?<!\bMr)[.!?](?=\s+[A-Z]|$)|$)")


def paper(text: str, kind: Kind = "minutes", *, language: str | None = "en") -> Document:
    """A document of one segment for each heading, bullet and sentence; in transcripts "Name: " labels a turn."""
    segments: list[Segment] = []
    offset = 0
    for block, line in enumerate(text.splitlines(keepends=True)):
        mark = MARK.match(line)
        assert mark is not None
        start, end = offset + mark.end(), offset + len(line.rstrip())
        label = LABEL.match(text, start, end) if kind == "transcript" else None
        if start < end and mark[0].strip():
            segments.append(Segment(start, end, "heading" if mark[1] else "bullet", block=block))
        elif start < end:
            speaker = label[1] if label else None
            for found in SENTENCE.finditer(text, label.end() if label else start, end):
                segments.append(Segment(found.start(), found.end(), speaker=speaker, block=block))
        offset += len(line)
    return Document(text, segments, kind=kind, language=language)


def draft(text: str, kind: Kind = "minutes") -> BriefDraft:
    """What the engine makes of a text; every quote is checked to be a slice of its line's neighbourhood."""
    document = paper(text, kind)
    made = drafted(document)
    claims = [*made.meetings, *made.participants, *made.agenda_items, *made.commitments, *made.follow_ups]
    claims += [decision for item in made.agenda_items for decision in item.decisions]
    for claim in claims:
        assert claim.evidence, claim
        assert claim.basis, claim
        for quote in claim.evidence:
            assert quote.quote in text, quote
            assert quote.line is not None
            assert 1 <= quote.line <= len(document.segments)
    return made


def names(made: BriefDraft, presence: str = "attended") -> list[str]:
    """The names of those with that presence."""
    return [person.name for person in made.participants if person.presence == presence]
