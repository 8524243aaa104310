"""Captions of a line each: LRC, as players show words along with a sound file, and Advanced SubStation (.ass, .ssa)."""

import re

from ...documents import Turn
from ..reading import Marks
from ..text.labels import seconds
from .subtitles import Payload, turns_of

_MOMENT = r"\[(\d{1,3}:\d{2}\.\d{2,3})\]"
_TIMED = re.compile(rf"\s*((?:{_MOMENT}\s*)+)(?P<words>.*)")
_TAG = re.compile(r"\s*\[(?P<name>[A-Za-z#]{1,12}):(?P<value>[^\]]*)\]\s*")
"""What a file says of itself: `[ti:Weekly]`, `[offset:+500]`."""
_WORD_TIME = re.compile(r"<\d{1,3}:\d{2}\.\d{2,3}>")
_SCRIPT = re.compile(r"\s*\[Script Info\]", re.IGNORECASE)
_FORMAT = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_OVERRIDE = re.compile(r"\{[^{}]*\}")
_DRAWING = re.compile(r"\{[^{}]*\\p[1-9]")
_BREAK = re.compile(r"\\[Nn]")
_UNTITLED = ("default aegisub file", "<untitled>", "untitled")


def is_timed_lines(text: str) -> bool:
    """Whether a text is one of these: all its lines have a time in hundredths before them, or it begins as such a script does."""
    if _SCRIPT.match(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    return all(_TIMED.fullmatch(line) or _TAG.fullmatch(line) for line in lines) and any(map(_TIMED.fullmatch, lines))


def read_timed_lines(text: str) -> tuple[list[Turn], list[Marks], str | None]:
    """The turns, for each of them where its cues begin, as `read_subtitles` gives them, and the title."""
    payloads, title = _script(text) if _SCRIPT.match(text) else _lyrics(text)
    return *turns_of(sorted(payloads, key=lambda each: each.start or 0.0)), title


def _lyrics(text: str) -> tuple[list[Payload], str | None]:
    about: dict[str, str] = {}
    found: list[tuple[float, str]] = []
    for line in text.split("\n"):
        if timed := _TIMED.fullmatch(line):
            words = _WORD_TIME.sub("", timed["words"]).strip()
            found += [(seconds(moment), words) for moment in re.findall(_MOMENT, timed[1])]
        elif tag := _TAG.fullmatch(line):
            about.setdefault(tag["name"].lower(), tag["value"].strip())
    shift = int(offset) / 1000 if re.fullmatch(r"[+-]?\d{1,7}", offset := about.get("offset", "")) else 0.0
    found = sorted((max(0.0, at - shift), words) for at, words in found)
    ends = [*(at for at, _ in found[1:]), None]
    payloads = [Payload([words], at, end) for (at, words), end in zip(found, ends, strict=True) if words]
    return payloads, about.get("ti") or None


def _script(text: str) -> tuple[list[Payload], str | None]:
    names, title = list(_FORMAT), None
    events = False
    payloads: list[Payload] = []
    shown: set[tuple[str, str, str]] = set()
    for line in text.split("\n"):
        field, _, value = line.strip().partition(":")
        if line.startswith("["):
            events = line.strip().casefold() == "[events]"
        elif field == "Title" and not events:
            title = value.strip() if value.strip().casefold() not in _UNTITLED else None
        elif events and field == "Format":
            names = [name.strip().casefold() for name in value.split(",")]
        elif events and field == "Dialogue":
            cells = dict(zip(names, map(str.strip, value.split(",", len(names) - 1)), strict=False))
            words = cells.get("text", "")
            key = (cells.get("start", ""), cells.get("end", ""), _OVERRIDE.sub("", words))
            if _DRAWING.search(words) or key in shown:
                continue  # a picture, or another layer of the same words
            shown.add(key)
            lines = _BREAK.split(key[2].replace("\\h", " "))
            payloads.append(
                Payload(lines, _clock(key[0]), _clock(key[1]), cells.get("name") or cells.get("actor") or None)
            )
    return payloads, title or None


def _clock(words: str) -> float | None:
    return seconds(words) if re.fullmatch(r"\d{1,2}:\d{2}:\d{2}(?:\.\d{1,3})?", words) else None
