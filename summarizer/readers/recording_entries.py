"""One entry of a transcript in JSON, a turn, a sentence or a word, whatever its fields are called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..documents import canonical
from .recording_times import Span, Stamp, read_stamp


def _names(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


TEXTS = _names(
    """
    punctuatedword text transcript sentence utterance content display caption spokentext message body utf8 value
    word utt speech said dialogue transcription src
    """
)
"""Fields that hold what is said, the best first; names of fields in small letters and without `_`."""
PARTS = _names(
    "sentences words elements tokens segs segments chunks alignment content body message text src transcript"
)
"""Fields that hold it in pieces."""
_SPEAKERS = _names(
    """
    speakername speakerdisplayname displayname speaker participantname participant authorname author sendername sender
    username user from who attendee attendeename name participantrole role speakerinfo speakerlabel speakertag
    speakerid spk spkid sid userid participantid source
    """
)
_STARTS = _names(
    """
    start starttime starttimestamp startseconds startsec startms startmillis startmilliseconds starttimems startts startoffset startdatetime
    offsetmilliseconds offsetms offsetinticks beginoffsetmillis tstartms toffsetms offset offsetseconds begin begintime
    ts timestamp timestamps time t datastart instances position offsets from datetime spokenat
    """
)
_ENDS = _names(
    """
    end endtime endtimestamp endseconds endsec endms endmillis endmilliseconds endtimems endts endoffset enddatetime
    endoffsetmillis dataend stop to
    """
)
_LENGTHS = _names("duration dur durationseconds durationms durationmilliseconds durationinticks ddurationms")
_INNER_NAMES = _names("displayname name fullname speakername realname label diarizationlabel username source email id")
_SOURCES = ("microphone", "mic", "system", "speaker")
"""Where a note-taker that runs on one machine heard the words: not who said them, but whose side."""
_BESIDE = frozenset(
    _names(
        """
        title subject meetingtitle url link videourl audiourl webhook filename path model language languagecode email
        summary gist headline note notes comment description translation aifilters sentiment task category topic
        """
    )
)
"""Fields of entries without words that are about the recording, not of it."""


@dataclass(slots=True)
class Entry:
    """What a transcript says in one place. Either `text` holds it, or `parts` do, or both hold the same."""

    text: str
    speaker: object = None
    """As the file has it: a name, a number, or nothing."""
    start: Stamp | None = None
    end: Stamp | None = None
    channel: object = None
    kind: str = ""
    parts: list["Entry"] = field(default_factory=list)
    attaches: str = ""
    """`previous`, `next` or `both`, where the service says that no space stands there."""

    def span(self) -> Span:
        """When it is said, and how much."""
        length = len(self.text) or sum(len(part.text) for part in self.parts)
        first = self.start or next((part.start for part in self.parts if part.start), None)
        last = self.end or next((part.end for part in reversed(self.parts) if part.end), None)
        return Span(first, last, length)


@lru_cache(maxsize=4_096)
def plain(key: str) -> str:
    """The name of a field in small letters and without what joins its words."""
    return re.sub(r"[\W_]+", "", key.lower())


def fields_of(raw: Mapping[str, object]) -> dict[str, object]:
    """The fields by their plain names, those of its first alternative among them where it has several."""
    fields = {plain(key): value for key, value in raw.items()}
    for key in ("alternatives", "nbest"):
        best = fields.get(key)
        if isinstance(best, list) and best and isinstance(best[0], Mapping):
            return {**fields_of(best[0]), **{name: value for name, value in fields.items() if value is not None}}
    return fields


def read_entry(raw: Mapping[str, object]) -> Entry | None:
    """What an object says, or None where it holds no words."""
    fields = fields_of(raw)
    text = next((words for key in TEXTS if isinstance(words := fields.get(key), str) and words), "")
    if not text.strip():
        text = next((inner for key in TEXTS if (inner := _inner_text(fields.get(key)))), text)
    parts = next((found for key in PARTS if (found := _parts(fields.get(key)))), [])
    if not text and not parts:
        return None
    start = _first_stamp(fields, _STARTS)
    entry = Entry(
        text=text,
        speaker=speaker_of(fields),
        start=start,
        end=_end(fields, start),
        channel=next((fields[key] for key in ("channel", "channeltag", "channellabel") if key in fields), None),
        kind=str(fields.get("type") or ""),
        parts=parts,
        attaches=str(fields.get("attachesto") or ""),
    )
    return entry if entry.text or any(part.text.strip() or part.parts for part in parts) else None


def speaker_of(fields: Mapping[str, object]) -> object:
    """Who says it, as the file names them: a name before a number, and nothing where it says nothing."""
    numbered: object = None
    for key in _SPEAKERS:
        value = fields.get(key)
        if isinstance(value, Mapping):
            inner = fields_of(value)
            value = next((inner[name] for name in _INNER_NAMES if inner.get(name) not in (None, "")), None)
        if value is None or isinstance(value, bool | list) or (isinstance(value, str) and not value.strip()):
            continue
        if (key == "source" and value not in _SOURCES) or (key == "from" and read_stamp(key, value) is not None):
            continue
        if isinstance(value, str) and not value.strip().isdigit():
            return value.strip()
        numbered = value if numbered is None else numbered
    return numbered


def unread_words(raw: Mapping[str, object]) -> str | None:
    """The field of an object without text that looks like text all the same, if there is one."""
    for key, value in raw.items():
        if plain(key) in _BESIDE or plain(key) in _SPEAKERS:
            continue
        if isinstance(value, str) and len(value.split()) > 2:
            return key
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Mapping) and (found := unread_words(inner)):
                return f"{key}.{found}"
    return None


def tidy(text: str) -> str:
    """The words as they come into a document: single spaces, and no blank lines."""
    lines = (" ".join(line.split()) for line in canonical(text).replace("\ufeff", " ").replace("\0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def flat(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The smallest pieces with words and a time of their own, each with the speaker of what it belongs to."""
    for entry in entries:
        words = entry.text.split()
        spoken = [part for part in entry.parts if part.text.strip() or part.parts]
        if not spoken or (words and len(words) != len(spoken)):
            yield replace(entry, parts=[])
            continue
        if words:  # the words of the text have its punctuation, the parts their times
            spoken = [replace(part, text=word, parts=[]) for word, part in zip(words, spoken, strict=True)]
        else:
            spoken = list(flat(entry.parts))
        for part in spoken:
            part.speaker = part.speaker if entry.speaker is None else entry.speaker
            part.channel = part.channel if entry.channel is None else entry.channel
            part.start = part.start or (entry.start if part is spoken[0] else None)
        yield from spoken


def _inner_text(value: object) -> str:
    """Of a text that is an object of its own, such as `{"content": ...}`."""
    if not isinstance(value, Mapping):
        return ""
    inner = read_entry(value)
    return inner.text if inner is not None else ""


def _parts(value: object) -> list[Entry]:
    if not isinstance(value, list):
        return []
    objects = (each for each in value if isinstance(each, Mapping))
    return [entry for each in objects if (entry := read_entry(each)) is not None]


def _first_stamp(fields: Mapping[str, object], keys: Sequence[str]) -> Stamp | None:
    for key in keys:
        value = fields.get(key)
        if value is not None and (found := read_stamp(key, value)) is not None:
            return found
    return None


def _end(fields: Mapping[str, object], start: Stamp | None) -> Stamp | None:
    for key in ("timestamp", "time", "timestamps", "offsets"):  # `[start, end]`, `{"from": start, "to": end}`
        value = fields.get(key)
        if isinstance(value, list) and len(value) == 2:
            return read_stamp(key, value[1])
        if isinstance(value, Mapping) and "to" in value:
            return read_stamp(key, value["to"])
    end = _first_stamp(fields, _ENDS)
    length = _first_stamp(fields, _LENGTHS) if end is None and start is not None else None
    if length is None or start is None or length.kind != start.kind:
        return end
    return Stamp(start.value + length.value, start.kind, start.fraction or length.fraction)
