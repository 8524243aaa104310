"""Whose words the lines of a mail or a letter are: its writer's, or those of a record that it only passes on."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ...documents import Message, Segment
from ..text.speaker_names import is_name

_RECORDS = r"(?:minutes|notes|transcript|summary|record|protocol|procès-verbal|compte[ -]rendu|verbale|acta|ata|protokoll|notulen|minuti)"
_LABEL = re.compile(
    r"[\W_]*(?:(?:members |those |also )?(?:present|attendees|attendance|in attendance|attended|participants)|apologies|regrets|absent|absentees|scribes?"
    r"|chaired by|minutes taken by|note-?taker|présents?|presenti|asistentes|anwesend\w*)\b[^.\n]{0,30}(?::|\Z)",
    re.IGNORECASE,
)
"""The list of those present, which only the record of a meeting has."""
_TITLE = re.compile(rf"[^.!?\n]{{0,60}}\b{_RECORDS}\b[^.!?\n]{{0,80}}\Z", re.IGNORECASE)
_OPENING = re.compile(
    rf"[\W_]*(?:(?:draft|final|approved|meeting|call|board|the|our)\s){{0,2}}{_RECORDS}\b[^.!?\n]{{0,80}}",
    re.IGNORECASE,
)
"""A line of its own that names the record: `Minutes of the board, 2 June`."""
_BELOW = re.compile(
    rf"\b{_RECORDS}\b.{{0,80}}\b(?:below|following|follows?|as follows|ci-dessous|unten|seguenti)\b"
    rf"|\b(?:below|following|here (?:are|is)|ci-dessous|unten|seguenti)\b.{{0,60}}\b{_RECORDS}\b",
    re.IGNORECASE | re.DOTALL,
)
"""By which a mail says that the record stands under it."""
_SALUTATION = re.compile(
    r"^[^\S\n]*(?:Dear|Sehr geehrte[rs]?|Liebe[rs]?|Ch[eè]re?s?|Madame, Monsieur|Gentile|Egregi[oa]|Estimad[oa]s?|Geachte|Beste)\b[^\n]{0,80}[,:!]?[^\S\n]*$",
    re.MULTILINE,
)
_CLOSING = re.compile(
    r"^[^\S\n]*(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|(?:Kind|Best|Warm|With (?:kind|best)) (?:regards|wishes)|Respectfully(?: yours)?"
    r"|Mit freundlichen Grüßen|Cordialement|Cordiali saluti|Distinti saluti|Atentamente|Met vriendelijke groet(?:en)?)\b[^\n]{0,40}$",
    re.MULTILINE | re.IGNORECASE,
)
_LINES_BELOW = 6
"""Among which the name stands, below the space for the signature."""


def with_messages(
    text: str, segments: Sequence[Segment], messages: Sequence[tuple[int, Message]], subject: str
) -> list[Segment]:
    """The segments of a mail, each with the message that it stands in; `messages` as `Written` has them, `subject` of them all.

    Minutes that a mail passes on are not the writer's words: from where they begin, the message has none.
    """
    found = list(segments)
    titled = _TITLE.fullmatch(subject) is not None
    starts = [segment.start for segment in segments]
    ends = [*(offset for offset, _ in messages[1:]), len(text)]
    for (start, message), end in zip(messages, ends, strict=True):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        own = first + _record_at(text, segments[first:last], titled=titled)
        for at in range(first, last):
            passed_on = at >= own or segments[at].kind == "heading"
            found[at] = replace(segments[at], message=message._replace(writer=None) if passed_on else message)
    return found


def _record_at(text: str, segments: Sequence[Segment], *, titled: bool) -> int:
    """The first of the segments that belongs to a record; their number where none does."""
    for at, segment in enumerate(segments):
        words = text[segment.start : segment.end]
        heads = segment.kind == "heading" and (titled or _TITLE.fullmatch(words))
        if heads or segment.speaker or _LABEL.match(words) or _OPENING.fullmatch(words):
            return at
        if _BELOW.search(words):
            return next((n for n in range(at, len(segments)) if segments[n].block != segment.block), len(segments))
    return len(segments)


def messages_of(text: str) -> list[tuple[int, Message]]:
    """For a letter what `Written.messages` is for a mail; empty for any other text, and where more than one was written."""
    salutations, closings = list(_SALUTATION.finditer(text)), list(_CLOSING.finditer(text))
    if len(salutations) != 1 or len(closings) != 1 or closings[0].start() < salutations[0].end():
        return []
    below = [line.strip(" *_\t") for line in text[closings[0].end() :].split("\n")[1 : _LINES_BELOW + 1]]
    signed = next((line for line in below if line), "")
    if " " not in signed or not is_name(signed):
        return []
    return [(0, Message(frame=True)), (salutations[0].start(), Message(signed)), (closings[0].start(), Message())]
