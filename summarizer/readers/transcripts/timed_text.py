"""Timed Text (TTML, DFXP), the captions of broadcasters and streaming services in XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from ...documents import Turn
from ...errors import DocumentError
from ..reading import Marks
from .subtitles import Payload, turns_of

_ROOT = re.compile(r"\s*(?:<\?xml[^>]*+>\s*+)?+(?:<!--.{0,2000}?-->\s*+)*+<(?:[\w.-]+:)?tt[\s>]", re.DOTALL)
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CLOCK = re.compile(r"(\d+):(\d{1,2}):(\d{1,2}(?:\.\d+)?)(?:[:;](\d+(?:\.\d+)?))?")
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t)")
_FRAMES = 30.0
"""In a second, where the file does not say."""


def is_timed_text(text: str) -> bool:
    """Whether a text begins as these files do."""
    return bool(_ROOT.match(text))


def read_timed_text(text: str, name: str) -> tuple[list[Turn], list[Marks], str | None]:
    """The turns, for each of them where its cues begin, as `read_subtitles` gives them, and the title. Raises DocumentError."""
    if _DECLARATION.search(text):
        raise DocumentError(f"{name} declares entities of its own; captions do not.", hint="Export it again.")
    try:
        root = ElementTree.fromstring(text.strip())
    except ElementTree.ParseError as error:
        raise DocumentError(
            f"{name} is no valid XML: {error}.", hint="It may have been cut off: export or fetch it again."
        ) from error
    reader = _Captions(_units(root), dict(_agents(root)))
    try:
        payloads = list(reader.payloads(root))
    except RecursionError as error:
        raise DocumentError(f"{name} nests its elements too deep.", hint="Export it again.") from error
    title = next((words for each in root.iter() if _local(each.tag) == "title" and (words := _words(each))), None)
    return *turns_of(payloads), title


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    return {_local(name): value for name, value in element.attrib.items()}


def _words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _agents(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Who speaks, by the ids that paragraphs refer to."""
    for each in root.iter():
        if _local(each.tag) == "agent" and (key := _attributes(each).get("id")):
            yield key, next((words for inner in each if (words := _words(inner))), key)


def _units(root: ElementTree.Element) -> dict[str, float]:
    """Seconds in each unit of time."""
    told = _attributes(root)
    frames = float(told["frameRate"]) if told.get("frameRate", "").isdecimal() else _FRAMES
    ratio = re.fullmatch(r"([1-9]\d*)[ :]([1-9]\d*)", told.get("frameRateMultiplier", ""))
    if ratio:
        frames *= int(ratio[1]) / int(ratio[2])
    ticks = float(told["tickRate"]) if told.get("tickRate", "").isdecimal() else 0.0
    return {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": 1 / (frames or _FRAMES), "t": 1 / (ticks or 1.0)}


@dataclass(frozen=True)
class _Captions:
    """Walks over the paragraphs."""

    units: dict[str, float]
    agents: dict[str, str]

    def payloads(self, parent: ElementTree.Element, begins: float = 0.0, agent: str | None = None) -> Iterator[Payload]:
        """begins: seconds from which the times within count; agent: who speaks unless an element within says other."""
        for each in parent:
            told = _attributes(each)
            speaker = told.get("agent", agent)
            if _local(each.tag) == "p":
                spans = [inner for inner in each if _local(inner.tag) == "span" and "begin" in _attributes(inner)]
                timed = len(spans) > 1 and "begin" not in told and _words(each) == " ".join(map(_words, spans))
                for one in spans if timed else [each]:
                    yield self._payload(one, begins, speaker)
            elif _local(each.tag) != "head":
                yield from self.payloads(each, begins + (self._seconds(told.get("begin")) or 0.0), speaker)

    def _payload(self, element: ElementTree.Element, begins: float, agent: str | None) -> Payload:
        told = _attributes(element)
        start, end, length = (self._seconds(told.get(name)) for name in ("begin", "end", "dur"))
        if end is None and start is not None and length is not None:
            end = start + length
        lines = ["".join(parts) for parts in _lines(element)]
        return Payload(
            [" ".join(line.split()) for line in lines],
            None if start is None else begins + start,
            None if end is None else begins + end,
            self.agents.get(agent, agent) if agent else None,
        )

    def _seconds(self, written: str | None) -> float | None:
        """Of `00:00:01.5`, `00:00:01:12` with pictures, and `1.5s`; None where no such time stands there."""
        written = (written or "").strip()
        if clock := _CLOCK.fullmatch(written):
            hours, minutes, seconds, frames = clock.groups("0")
            return int(hours) * 3600 + int(minutes) * 60 + float(seconds) + float(frames) * self.units["f"]
        if offset := _OFFSET.fullmatch(written):
            return float(offset[1]) * self.units[offset[2]]
        return None


def _lines(element: ElementTree.Element) -> list[list[str]]:
    """The words of a paragraph, line by line, without what is said about it."""
    lines = [[element.text or ""]]
    for each in element:
        if _local(each.tag) == "br":
            lines.append([])
        elif _local(each.tag) == "span":
            first, *more = _lines(each)
            lines[-1] += first
            lines += more
        lines[-1].append(each.tail or "")
    return lines
