"""One entry of a transcript in JSON, a turn, a sentence or a word, whatever its fields are called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from ...documents import canonical
from .times import Span, Stamp, read_stamp

TEXTS = tuple(
    """
    punctuatedword text transcript sentence utterance content display caption spokentext message body utf8 value
    word utt speech said dialogue transcription src texte testo texto tekst
    """.split()
)
"""Fields that hold what is said, the best first; names of fields in small letters and without `_`."""
PARTS = tuple(
    "sentences words elements tokens segs segments chunks alignment content body message text src transcript".split()
)
"""Fields that hold it in pieces."""
SPEAKERS = tuple(
    """
    speakername speakerdisplayname displayname speaker participantname participant authorname author sendername sender
    username user from who attendee attendeename name participantrole role speakerinfo speakerlabel speakertag
    speakerid spk spkid sid userid participantid source sprecher intervenant locuteur oratore orador hablante spreker
    """.split()
)
STARTS = tuple(
    """
    start starttime starttimestamp startseconds startsec startms startmillis startmilliseconds starttimems startts startoffset startdatetime
    offsetmilliseconds offsetms offsetinticks beginoffsetmillis tstartms toffsetms offset offsetseconds begin begintime
    ts timestamp timestamps time t timecode timecodein datastart instances position offsets from datetime spokenat zeit
    zeitstempel heure ora hora tijd
    """.split()
)
ENDS = tuple(
    """
    end endtime endtimestamp endseconds endsec endms endmillis endmilliseconds endtimems endts endoffset enddatetime
    endoffsetmillis dataend stop timecodeout to
    """.split()
)
_LENGTHS = tuple("duration dur durationseconds durationms durationmilliseconds durationinticks ddurationms".split())
_PAIRS = tuple("timestamp time timestamps offsets".split())
_CHANNELS = tuple("channel channeltag channellabel".split())
_INNER_NAMES = tuple(
    "displayname name fullname speakername realname label diarizationlabel username source email id".split()
)
_SOURCES = ("microphone", "mic", "system", "speaker")
"""Where a note-taker that runs on one machine heard the words: not who said them, but whose side."""
_BESIDE = frozenset(
    """
    title subject meetingtitle url link videourl audiourl webhook filename path model language languagecode email
    summary gist headline note notes comment description translation aifilters sentiment task category topic
    """.split()
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
    parts: Sequence["Entry"] = ()
    attaches: str = ""
    """`previous`, `next` or `both`, where the service says that no space stands there."""

    def span(self) -> Span:
        """When it is said, and how much."""
        length = _signs(self.text) or sum(_signs(part.text) for part in self.parts)
        first = self.start or next((part.start for part in self.parts if part.start), None)
        last = self.end or next((part.end for part in reversed(self.parts) if part.end), None)
        return Span(first, last, length)


def _signs(text: str) -> int:
    """Characters without the spaces, of which accounts of the same words have more or fewer."""
    return len("".join(text.split()))


@lru_cache(maxsize=4_096)
def plain(key: str) -> str:
    """The name of a field in small letters and without what joins its words."""
    return re.sub(r"[\W_]+", "", key.lower())


class _Layout(NamedTuple):
    """Which fields objects with the same keys have, each list with the best first: a file has few layouts."""

    texts: Sequence[str]
    parts: Sequence[str]
    speakers: Sequence[str]
    starts: Sequence[str]
    ends: Sequence[str]
    lengths: Sequence[str]
    pairs: Sequence[str]
    """Fields that may hold the start and the end: `[start, end]`, `{"from": start, "to": end}`."""
    channels: Sequence[str]


@lru_cache(maxsize=256)
def _layout(keys: tuple[str, ...]) -> _Layout:
    here = frozenset(keys)
    listed = (TEXTS, PARTS, SPEAKERS, STARTS, ENDS, _LENGTHS, _PAIRS, _CHANNELS)
    return _Layout(*(tuple(key for key in names if key in here) for names in listed))


@lru_cache(maxsize=256)
def _plain_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(plain, keys))


def fields_of(raw: Mapping[str, object]) -> dict[str, object]:
    """The fields by their plain names, those of its first alternative among them where it has several."""
    fields = dict(zip(_plain_keys(tuple(raw)), raw.values(), strict=True))
    for key in ("alternatives", "nbest"):
        best = fields.get(key)
        if isinstance(best, list) and best and isinstance(best[0], dict):
            return {**fields_of(best[0]), **{name: value for name, value in fields.items() if value is not None}}
    return fields


class EntryReader:
    """Reads the objects of one file, each once: a list of words is looked at with its segment, and on its own."""

    def __init__(self) -> None:
        self._read: dict[int, Entry | None] = {}
        """By the identity of the object."""
        self._kept: list[Mapping[str, object]] = []
        """The objects: an identity lives as long as they do."""

    def read(self, raw: Mapping[str, object]) -> Entry | None:
        """What an object of the file says, or None where it holds no words."""
        known = id(raw)
        if known not in self._read:
            self._kept.append(raw)
            self._read[known] = self._entry(raw)
        return self._read[known]

    def _entry(self, raw: Mapping[str, object]) -> Entry | None:
        fields = fields_of(raw)
        layout = _layout(tuple(fields))
        text = ""
        for key in layout.texts:
            words = fields[key]
            if words and isinstance(words, str):
                text = words
                break
        if not text.strip():
            text = next((inner for key in layout.texts if (inner := self._inner_text(fields[key]))), text)
        parts: Sequence[Entry] = ()
        for key in layout.parts:
            value = fields[key]
            if isinstance(value, list) and (parts := self._parts(value)):
                break
        if not text and not parts:
            return None
        start = _first_stamp(fields, layout.starts)
        entry = Entry(
            text=text,
            speaker=_speaker_of(fields, layout.speakers),
            start=start,
            end=_end(fields, layout, start),
            channel=fields[layout.channels[0]] if layout.channels else None,
            kind=str(fields.get("type") or ""),
            parts=parts,
            attaches=str(fields.get("attachesto") or ""),
        )
        return entry if entry.text or any(part.text.strip() or part.parts for part in parts) else None

    def _inner_text(self, value: object) -> str:
        """Of a text that is an object of its own, such as `{"content": ...}`."""
        inner = self.read(value) if isinstance(value, dict) else None
        return inner.text if inner is not None else ""

    def _parts(self, value: Sequence[object]) -> list[Entry]:
        return [entry for each in value if isinstance(each, dict) and (entry := self.read(each)) is not None]


def _speaker_of(fields: Mapping[str, object], keys: Sequence[str]) -> object:
    """Who says it, as the file names them: a name before a number, and nothing where it says nothing."""
    numbered: object = None
    for key in keys:
        value = fields[key]
        if isinstance(value, dict):
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
        if plain(key) in _BESIDE or plain(key) in SPEAKERS:
            continue
        if isinstance(value, str) and len(value.split()) > 2:
            return key
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict) and (found := unread_words(inner)):
                return f"{key}.{found}"
    return None


def tidy(text: str) -> str:
    """The words as they come into a document: single spaces, and no blank lines."""
    if text.isprintable():  # no line break and nothing else that is replaced
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in canonical(text).replace("\ufeff", " ").replace("\0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def flat(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The smallest pieces with words and a time of their own, each with the speaker of what it belongs to.

    The entries are used up: what their parts lack is written into them.
    """
    for entry in entries:
        words = entry.text.split()
        spoken = [part for part in entry.parts if part.text.strip() or part.parts]
        if not spoken or (words and len(words) != len(spoken)):
            yield replace(entry, parts=()) if entry.parts else entry
            continue
        if words:  # the words of the text have its punctuation, the parts their times
            for word, part in zip(words, spoken, strict=True):
                part.text, part.parts = word, ()
        else:
            spoken = list(flat(entry.parts))
        for part in spoken:
            part.speaker = part.speaker if entry.speaker is None else entry.speaker
            part.channel = part.channel if entry.channel is None else entry.channel
            part.start = part.start or (entry.start if part is spoken[0] else None)
        yield from spoken


def _first_stamp(fields: Mapping[str, object], keys: Sequence[str]) -> Stamp | None:
    for key in keys:
        value = fields[key]
        if value is not None and (found := read_stamp(key, value)) is not None:
            return found
    return None


def _end(fields: Mapping[str, object], layout: _Layout, start: Stamp | None) -> Stamp | None:
    for key in layout.pairs:
        value = fields[key]
        if isinstance(value, list) and len(value) == 2:
            return read_stamp(key, value[1])
        if isinstance(value, dict) and "to" in value:
            return read_stamp(key, value["to"])
    end = _first_stamp(fields, layout.ends)
    length = _first_stamp(fields, layout.lengths) if end is None and start is not None else None
    if length is None or start is None or length.kind != start.kind:
        return end
    return Stamp(start.value + length.value, start.kind, start.fraction or length.fraction)
