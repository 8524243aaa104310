"""What a document says about itself: its title, and of which kind it is."""

import html
import re
from collections.abc import Sequence

from .dating.forms import find_absolute
from .documents import Kind, Segment

_TOP = 10
"""Lines from the top in which a title may stand."""
_HEAD = 15
"""Lines from the top in which a document says of what kind it is."""
_NEAR_TOP = 3
_LONGEST_TITLE = 160  # characters
_NUMBER = re.compile(r"\A(?:\(?\d+(?:\.\d+)*[.):]?\s+)")
_ALONE = re.compile(r"[ \t]*\n[ \t]*\n")
_MATTER = re.compile(r"""title:\s*+["']?+(?P<title>[^"'\n]++)["']?+\s*+\Z""", re.IGNORECASE)
MARKING = re.compile(
    r"(?:(?:strictly |highly |company |commercial )?(?:confidential|private|secret|restricted|sensitive|unclassified|internal)(?: use only)?|top secret|for official use only|official|draft"
    r"|(?:press |media |official )?readout|(?:press|media) (?:release|statement|note|communiqu[eé])|for immediate release|immediate release|communiqu[eé]|note for the (?:file|record))[\W_]*",
    re.IGNORECASE,
)
"""What stands over a title: how secret the record is, or of what kind."""
_ISSUER = re.compile(
    r"(?!.*\b(?:visit|meeting|minutes|talks|call|readout|statement|report|notes|record|protocol|session|hearing)s?\b)"
    r"(?:[\w’'-]+ ){0,4}(?:ministry|embassy|secretariat|chancellery|press (?:and \w+ )?(?:office|service|department|division|centre|center|section))\b[^.:;\d]*",
    re.IGNORECASE,
)
"""Whose letterhead stands over a title, where nothing else is on the line."""
_ADDRESS = re.compile(r"https?://|\bwww\.")
"""In a row over a title that tells where the text was found."""
_SECTION = re.compile(
    r"(?:(?:general |opening )?announcements?|attendees|attendance|participants|present|members present|apologies|regrets|roll call|agenda(?: items?(?: \d+)?)?|main content|"
    r"(?:meeting |zoom |video |call |dial-?in |recording )*(?:links?|url|recordings?|details|info(?:rmation)?)|action items|actions|next steps|discussions?|"
    r"(?:summary )?keywords|speakers|introductions?|welcome|housekeeping|(?:table of )?contents)[\W_]*",
    re.IGNORECASE,
)
"""What a part of a record is called, and never the whole."""
_SUBJECT = re.compile(r"(?:subject|re)\s*:\s*(?P<title>\S.{2,200})", re.IGNORECASE)
_MINUTES = re.compile(
    r"\b(?:minutes|procès-verbal|compte[ -]rendu|verbale|acta|ata|protokoll|notulen|minuti)\b", re.IGNORECASE
)
_TRANSCRIPT = re.compile(r"[^.\n]{0,120}?\btranscri(?:pt|ption)\b[\W\d_]*", re.IGNORECASE)
"""`Transcript`, `Harbour weekly (2025-05-06) - Transcript`: a line of its own."""
_RECORD = re.compile(
    r"[\W_]*(?:(?:board |committee |council |commission )?(?:members|directors|trustees|governors|councillors|commissioners|staff|officers) )?(?:present|attendees|attendance|participants|regrets|apologies|absent|scribes?|chairs?|resolutions?|resolved"
    r"|actions?|action items?|(?:suggested |recommended )?next steps|follow-up tasks|agenda|minutes|présents|presenti|asistentes|anwesend)\b[^.\n]{0,30}(?::|\Z)",
    re.IGNORECASE,
)


def find_title(text: str, segments: Sequence[Segment]) -> str | None:
    """The title in the front matter, or the first heading, if it comes before anybody speaks and is not that of a part."""
    title = _title(text, segments)
    return " ".join(html.unescape(title).split()) if title else None  # "Mill&nbsp;Trust"


def _title(text: str, segments: Sequence[Segment]) -> str | None:
    marking: str | None = None
    issuer: str | None = None
    above = 0  # lines from the top that are letterhead
    head = _without_addresses(text, segments[:_TOP])
    for number, segment in enumerate(head):
        words = text[segment.start : segment.end]
        if (field := _MATTER.match(words) or (_SUBJECT.fullmatch(words) if marking else None)) is not None:
            return field["title"].strip()
        if segment.speaker:
            break
        if segment.message and segment.message.frame:
            continue  # the heading over a mail that is quoted
        if _is_letterhead(words, number, above):
            marking, issuer = (marking or words, issuer) if MARKING.fullmatch(words) else (marking, issuer or words)
            above += 1
            continue
        if number == above > 0 and _is_title_line(text, segment):
            return words
        if issuer and number > above:
            break  # what stands further down may be the heading of a part
        near = number < _NEAR_TOP or number <= above
        if segment.kind == "heading" and (near or segment.kind != head[number - 1].kind):
            title = _unnumbered(words.strip("*_# "))
            if _SECTION.fullmatch(title):
                break
            if marking is None or near:
                return title
    return issuer or marking


def _without_addresses(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """The lines but for headings that tell where the text was found."""
    return [one for one in segments if one.kind != "heading" or not _ADDRESS.search(text, one.start, one.end)]


def _is_letterhead(words: str, number: int, above: int) -> bool:
    """Whether all from the top down to this line says but whose record it is, or of what kind."""
    return number == above and bool(MARKING.fullmatch(words) or _ISSUER.fullmatch(words))


def _is_title_line(text: str, segment: Segment) -> bool:
    """Whether a line under a letterhead is set like a title: by itself, and neither a sentence, a field nor a date."""
    words = text[segment.start : segment.end]
    alone = _ALONE.match(text, segment.end) is not None and text[max(segment.start - 1, 0)] == "\n"
    named = len(words.split()) > 2 and words[:1].isupper() and words[-1] not in ".!?:;," and ":" not in words
    return alone and named and len(words) <= _LONGEST_TITLE and not find_absolute(words)


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
