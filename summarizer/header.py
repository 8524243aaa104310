"""What a document says about itself: its title, and of which kind it is."""

import re
from collections.abc import Sequence

from .dating.forms import find_absolute
from .documents import Kind, Segment

_HEAD = 15
"""Lines from the top in which a document says of what kind it is."""
_NUMBER = re.compile(r"\A(?:\(?\d+(?:\.\d+)*[.):]?\s+)")
_MATTER = re.compile(r"""title:\s*+["']?+(?P<title>[^"'\n]++)["']?+\s*+\Z""", re.IGNORECASE)
_MARKING = re.compile(
    r"(?:(?:strictly |highly |company |commercial )?(?:confidential|private|secret|restricted|sensitive|unclassified|internal)(?: use only)?|top secret|for official use only|official|draft"
    r"|press (?:release|statement|communiqu[eé])|for immediate release|immediate release|communiqu[eé]|note for the (?:file|record))[\W_]*",
    re.IGNORECASE,
)
"""What stands over a title: how secret the record is, or of what kind."""
_SECTION = re.compile(
    r"(?:(?:general |opening )?announcements?|attendees|attendance|participants|present|members present|apologies|regrets|roll call|agenda(?: items?(?: \d+)?)?|main content|"
    r"(?:meeting |zoom |video |call |dial-?in |recording )*(?:links?|url|recordings?|details|info(?:rmation)?)|action items|actions|next steps|discussions?|"
    r"introductions?|welcome|housekeeping|(?:table of )?contents)[\W_]*",
    re.IGNORECASE,
)
"""What a part of a record is called, and never the whole."""
_SUBJECT = re.compile(r"(?:subject|re)\s*:\s*(?P<subject>\S.{2,200})", re.IGNORECASE)
_MINUTES = re.compile(
    r"\b(?:minutes|procès-verbal|compte[ -]rendu|verbale|acta|ata|protokoll|notulen|minuti)\b", re.IGNORECASE
)
_TRANSCRIPT = re.compile(r"[^.\n]{0,120}?\btranscri(?:pt|ption)\b[\W\d_]*", re.IGNORECASE)
"""`Transcript`, `Harbour weekly (2025-05-06) - Transcript`: a line of its own."""
_RECORD = re.compile(
    r"[\W_]*(?:(?:board |committee |council |commission )?(?:members|directors|trustees|governors|councillors|commissioners|staff|officers) )?(?:present|attendees|attendance|participants|regrets|apologies|absent|scribes?|chairs?|resolutions?|resolved"
    r"|actions?|action items?|agenda|minutes|présents|presenti|asistentes|anwesend)\b[^.\n]{0,30}(?::|\Z)",
    re.IGNORECASE,
)


def find_title(text: str, segments: Sequence[Segment]) -> str | None:
    """The title in the front matter, or the first heading, if it comes before anybody speaks and is not that of a part."""
    marking: str | None = None
    for number, segment in enumerate(segments[:10]):
        words = text[segment.start : segment.end]
        matter = _MATTER.match(words)
        if matter:
            return matter["title"].strip()
        if segment.speaker:
            return marking
        if marking and (subject := _SUBJECT.fullmatch(words)):
            return subject["subject"].strip()
        if segment.message and segment.message.frame:
            continue  # the heading over a mail that is quoted
        if segment.kind == "heading" and (number < 3 or segment.kind != segments[number - 1].kind):
            title = _unnumbered(words.strip("*_# ")) or None
            if title and _SECTION.fullmatch(title):
                return marking
            if title and _MARKING.fullmatch(title):
                marking = marking or title
            elif marking is None or number < 3:
                return title
    return marking


def _unnumbered(words: str) -> str:
    """A heading without its number; the day of a date is none: "9 May 2017 Minutes"."""
    dated = find_absolute(words)
    return words if dated and not dated[0].start else _NUMBER.sub("", words).strip()


def find_kind(text: str, segments: Sequence[Segment], title: str | None) -> Kind:
    """`minutes` by its title, else `transcript` where most of it is spoken or its head says so, else by its headings,
    lists and attendance.
    """
    if title and _MINUTES.search(title):
        return "minutes"
    length = sum(each.end - each.start for each in segments)
    spoken = sum(each.end - each.start for each in segments if each.speaker or each.time is not None)
    recorded = any(each.speaker and each.time is not None for each in segments)
    if 2 * spoken > length or recorded or (spoken and _says_transcript(text, segments)):
        return "transcript"
    listed = sum(each.end - each.start for each in segments if each.kind == "bullet")
    headings = sum(each.kind == "heading" for each in segments)
    record = any(_RECORD.match(text, each.start, each.end) for each in segments)
    return "minutes" if record or spoken or headings > 2 or 3 * listed > length else "prose"


def _says_transcript(text: str, segments: Sequence[Segment]) -> bool:
    """Whether a line of the head, above the first words spoken, says that what follows is a transcript."""
    first = next(each.start for each in segments if each.speaker or each.time is not None)
    return any(_TRANSCRIPT.fullmatch(line) for line in text[:first].split("\n")[:_HEAD])
