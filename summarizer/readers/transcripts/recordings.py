"""Transcripts in JSON, as speech recognition and meeting tools write them, told by their structure."""

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...errors import DocumentError
from ..reading import Spoken
from .cues import join_cues, named_by_line
from .entries import Entry, EntryReader, fields_of, plain, tidy, unread_words
from .services import entries_of_service
from .times import day_of, read_stamp
from .voices import cues_of

_SHAPES = (
    'a list of {"speaker", "text", "start"}, JSON Lines of the same, or the JSON of Whisper, WhisperX, Deepgram, AssemblyAI, Amazon Transcribe, '
    "Google, Azure, Rev, Speechmatics, Fireflies or Otter"
)
_TITLES = ("title", "meetingtitle", "meetingname", "topic", "subject")
_DATES = tuple("date meetingdate datestring startdate startdatetime meetingstarttime starttime recordedat".split())
_PEOPLE = ("speakers", "participants", "attendees", "speakermap", "meetingattendees")
_IDS = ("id", "speakerid", "label", "index", "userid", "participantid", "tag", "key")
_NAMES = ("name", "displayname", "fullname", "speakername", "username")
_DEEPEST = 12
"""Levels at which the entries are looked for; no known tool goes below five."""
_WORDS = 2
"""Of a cue, on average, from which its words can hold the label of a speaker; else they are told one by one."""
_KNOWN_KEYS = 12  # that an error shows


class _Found(NamedTuple):
    """Entries, and where in the file they stand: keys, and `None` for each place in a list."""

    path: tuple[str | None, ...]
    raw: Sequence[Mapping[str, object]]
    read: Sequence[Entry | None]
    """What each of them says."""

    @property
    def entries(self) -> list[Entry]:
        """Those with words."""
        return [entry for entry in self.read if entry is not None]

    @property
    def titled(self) -> int:
        """How many are transcripts of their own: they have a title, and hold their words in parts."""
        pairs = zip(self.raw, self.read, strict=True)
        return sum(
            entry is not None and bool(entry.parts) and any(plain(key) in _TITLES for key in raw)
            for raw, entry in pairs
        )

    @property
    def weight(self) -> float:
        """How much is said, a little more where it is known when and by whom: files say the same several times."""
        entries = self.entries
        said = sum(entry.span().characters for entry in entries)
        timed = any(entry.span().start is not None for entry in entries)
        named = any(entry.speaker is not None for entry in entries)
        return said * (1 + 0.05 * timed + 0.05 * named)


def read_json(value: object, name: str) -> Spoken:
    """The turns of a transcript, with the times of their sentences where the file has them. `value`: as `parsed` gives it.

    Raises DocumentError for a file of another shape, for one that holds several transcripts, and for entries that
    hold words where none are looked for.
    """
    reader = EntryReader()
    found = max(_transcripts(value, (), reader), key=lambda each: each.weight, default=None)
    if found is None:
        raise DocumentError(
            f"{name} is JSON in which no transcript is found{_seen(value)}.", hint=f"What is read: {_SHAPES}."
        )
    if (number := max(_how_many(found.path, value, reader), found.titled)) > 1:
        raise DocumentError(f"{name} holds {number} transcripts.", hint="Pass each of them in a file of its own.")
    for at, (raw, entry) in enumerate(zip(found.raw, found.read, strict=True)):
        if entry is None and (field := unread_words(raw)):
            raise DocumentError(
                f"{name}: entry {at + 1} of the transcript holds words under {field!r}, which is not read.",
                hint=f"What is read: {_SHAPES}.",
            )
    cues = list(cues_of(found.entries, _legend(value)))
    if sum(len(cue.text.split()) for cue in cues) >= _WORDS * len(cues):
        cues = named_by_line(cues)
    turns, marks = join_cues(cue for cue in cues if cue.text)
    about = dict(_about(value))
    dated = (about[key] for key in _DATES if key in about)
    date = next(((day, field) for field, inner in dated if (day := _day(field, inner)) is not None), None)
    titled = (about[key][1] for key in _TITLES if key in about)
    title = next((words for words in titled if isinstance(words, str) and words.strip()), None)
    return Spoken(
        turns,
        marks,
        title=tidy(title).replace("\n", " ") if title else None,
        date=date[0] if date else None,
        date_basis=f"the field {date[1]!r} of the file" if date else None,
    )


def parsed(data: bytes) -> object:
    """The value of a JSON text, or the values of its lines where each line is an object. `ValueError` for neither."""
    try:
        try:
            return json.loads(data)
        except ValueError as error:
            return _values_of_lines(data, error)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _values_of_lines(data: bytes, error: ValueError) -> list[object]:
    """The objects of JSON Lines. `error`: of the whole, raised where the first lines are none."""
    values: list[object] = []
    for number, line in enumerate(data.splitlines(), 1):
        try:
            value = json.loads(line) if line.strip() else None
        except ValueError as inner:
            if len(values) < 2 or isinstance(error, UnicodeDecodeError):
                raise error from None
            raise ValueError(f"{inner.args[0].partition(': line')[0]}: line {number}") from inner
        if isinstance(value, dict):
            values.append(value)
        elif value is not None:
            raise error
    if len(values) < 2:
        raise error
    return values


def _transcripts(value: object, path: tuple[str | None, ...], reader: EntryReader) -> Iterator[_Found]:
    """Whatever might be the transcript, in the order of the file."""
    if len(path) > _DEEPEST:
        return
    if isinstance(value, dict):
        served = entries_of_service(value)
        if served is not None:
            yield _Found(path, served, [reader.read(each) for each in served])
            return
        for key, inner in value.items():
            if _nests(inner):
                yield from _transcripts(inner, (*path, key), reader)
        single = reader.read(value) if None not in path else None
        if single is not None:
            yield _Found(path, [value], [single])  # only its text, as Whisper answers where no segments are asked for
    elif isinstance(value, list):
        objects = [each for each in value if isinstance(each, dict)]
        read = [reader.read(each) for each in objects]
        if any(read):
            yield _Found(path, objects, read)
        for each in value:
            if isinstance(each, list) or (isinstance(each, dict) and any(map(_nests, each.values()))):
                yield from _transcripts(each, (*path, None), reader)


def _nests(value: object) -> bool:
    return isinstance(value, dict | list)


def _how_many(path: Sequence[str | None], value: object, reader: EntryReader) -> int:
    """In how many places of the same path entries stand."""
    if not path:
        entries = value if isinstance(value, list) else [value]
        return int(any(isinstance(each, dict) and reader.read(each) is not None for each in entries))
    key, rest = path[0], path[1:]
    if key is None:
        return sum(_how_many(rest, each, reader) for each in value) if isinstance(value, list) else 0
    return _how_many(rest, value[key], reader) if isinstance(value, dict) and key in value else 0


def _about(value: object) -> Iterator[tuple[str, tuple[str, object]]]:
    """What the file says of the recording: the plain fields of its outer objects, each as written, the outermost last."""
    if isinstance(value, dict):
        for inner in value.values():
            if isinstance(inner, dict):
                yield from _about(inner)
        yield from ((plain(key), (key, inner)) for key, inner in value.items() if isinstance(inner, str | int | float))


def _day(key: str, value: object) -> datetime.date | None:
    stamp = read_stamp(plain(key), value)
    return day_of(stamp) if stamp is not None else None


def _legend(value: object) -> dict[str, str]:
    """The names of speakers by the ids that the entries have for them."""
    legend: dict[str, str] = {}
    if not isinstance(value, dict):
        return legend
    for key, inner in value.items():
        if plain(key) in _PEOPLE and isinstance(inner, dict):
            legend |= {str(one): name for one, name in inner.items() if isinstance(name, str) and name.strip()}
        elif plain(key) in _PEOPLE and isinstance(inner, list):
            for person in inner:
                fields = fields_of(person) if isinstance(person, dict) else {}
                named = next((str(fields[one]) for one in _NAMES if fields.get(one)), None)
                ids = (fields[one] for one in _IDS if fields.get(one) is not None)
                legend |= {str(one): named for one in ids if named}
        elif isinstance(inner, dict):
            legend |= _legend(inner)
    return legend


def _seen(value: object) -> str:
    if isinstance(value, dict):
        keys = ", ".join(repr(key) for key in list(value)[:_KNOWN_KEYS])
        return f"; it has {keys}" if keys else "; it is empty"
    return "; it is a list" if isinstance(value, list) else ""
