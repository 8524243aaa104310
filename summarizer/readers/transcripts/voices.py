"""From the entries of a transcript in JSON to cues: whose each is, when it begins, and what parts it from the last."""

import re
from collections.abc import Iterator, Mapping, Sequence

from .cues import Cue
from .entries import Entry, flat, tidy
from .times import in_seconds, is_of_recording, unit_of

_NUMBERED = re.compile(r"(?:spk|speaker|s)[ _#-]?(\d{1,3})", re.IGNORECASE)
_KEPT = re.compile(r"SPEAKER_\d{2,3}|Speaker \d{1,3}")
"""As widely used tools write their own labels."""
_OPAQUE = re.compile(
    r"[\w.:@-]*/[\w./:@-]+|\d{6,}|(?=[\w@.:-]*\d)(?=[\w@.:-]*[A-Za-z])[0-9A-Fa-f-]{16,}|[Uu][0-9A-Z]{8,}"
)
"""A key of a database or the address of a resource, which no reader knows the speaker by."""
_NOBODY = frozenset({"", "uu", "unknown", "unknown speaker", "unidentified", "none", "null", "?", "-1"})
_QUESTION_AND_ANSWER = frozenset({"Q", "A"})
_CLOSING = re.compile(r"[.,!?;:…%)\]}。、，！？：；]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Letters of scripts that put no spaces between words."""
_NO_TIME = Cue(None, None, "")


class Voices:
    """Names for the speakers of a transcript, the same for all its entries."""

    def __init__(self, labels: Sequence[object], legend: Mapping[str, str]) -> None:
        self._legend = legend
        self._letters = not {each for each in labels if isinstance(each, str)} <= _QUESTION_AND_ANSWER
        self._opaque: dict[str, str] = {}

    def name(self, label: object) -> str | None:
        """A person's name as it stands; else the tool's own label, `Speaker 1` for a bare number; None for nobody."""
        if isinstance(label, float) and label.is_integer():
            label = int(label)
        words = tidy(str(label)).replace("\n", " ") if label is not None else ""
        words = self._legend.get(words, words)
        if words.casefold() in _NOBODY:
            return None
        if _KEPT.fullmatch(words):
            return words
        if words.isdigit() and len(words) < 6:
            return f"Speaker {int(words)}"
        if numbered := _NUMBERED.fullmatch(words):
            return f"Speaker {int(numbered[1])}"
        if len(words) == 1 and words.isalpha() and words.isupper() and self._letters:
            return f"Speaker {words}"
        if _OPAQUE.fullmatch(words):
            return self._opaque.setdefault(words, f"Speaker {len(self._opaque) + 1}")
        return words


def cues_of(entries: Sequence[Entry], legend: Mapping[str, str]) -> Iterator[Cue]:
    """The cues of a transcript, a sentence or a word each, in the order of the file.

    Channels that were transcribed one by one are put in the order of time.
    """
    pieces = _in_order(list(flat(entries)))
    voices = Voices([piece.speaker for piece in pieces], legend)
    unit = unit_of([entry.span() for entry in entries])
    timed = next((piece.start for piece in pieces if piece.start is not None), None)
    recorded = timed is not None and is_of_recording(timed)
    own_spaces = _bring_spaces(pieces)
    last, last_piece, space = _NO_TIME, Entry(""), True
    for piece in pieces:
        text = tidy(piece.text)
        if not text:
            space = True
            continue
        closing = bool(_CLOSING.fullmatch(text))
        inherits = piece.speaker is None and closing
        start = in_seconds(piece.start, unit) if recorded else None
        cue = Cue(
            start=last.end or last.start if start is None and recorded else start,
            end=in_seconds(piece.end, unit) if recorded else None,
            text=text,
            speaker=last.speaker if inherits else voices.name(piece.speaker),
        )
        if own_spaces:
            cue.spaced = space or piece.text[:1].isspace()
            space = piece.text[-1:].isspace()
        elif last.text:
            cue.spaced = _spaced(last_piece, piece, closing=closing)
        yield cue
        last, last_piece = cue, piece


def _in_order(pieces: list[Entry]) -> list[Entry]:
    """The pieces, where there are several channels each with its name and all in the order of time."""
    channels = {str(piece.channel) for piece in pieces if piece.channel is not None}
    if len(channels) < 2:
        return pieces
    for piece in pieces:
        if piece.channel is not None and piece.speaker is None:
            number = re.fullmatch(r"(?:ch_)?(\d+)", str(piece.channel))
            piece.speaker = f"Channel {number[1]}" if number else str(piece.channel)
    starts = [piece.start for piece in pieces]
    if any(start is None for start in starts):
        return pieces
    return sorted(pieces, key=lambda piece: piece.start.value if piece.start is not None else 0.0)


def _bring_spaces(pieces: Sequence[Entry]) -> bool:
    """Whether they are words or parts of words that bring the spaces between them."""
    single = sum(len(piece.text.split()) < 2 for piece in pieces)
    spaced = sum(piece.text != piece.text.strip() for piece in pieces)
    return 5 * single >= 4 * len(pieces) and 4 * spaced >= len(pieces)


def _spaced(last: Entry, piece: Entry, *, closing: bool) -> bool:
    if piece.attaches in ("previous", "both") or last.attaches in ("next", "both"):
        return False
    if closing and len(piece.text.split()) == 1:
        return False
    return not (_UNSPACED.match(last.text.rstrip()[-1:]) and _UNSPACED.match(piece.text.lstrip()[:1]))
