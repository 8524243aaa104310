"""Small documents and items for tests, made by hand."""

import datetime
from collections.abc import Mapping, Sequence

from summarizer.documents import Document, Segment
from summarizer.items import Item
from summarizer.schemas import Claim, DraftDecision, Evidence, Verdict
from summarizer.support import check

Line = str | tuple[str, str]


def document(*lines: Line, date: str | None = None, language: str | None = "en") -> Document:
    """One segment a line: a sentence, `("Speaker", "words")`, `# heading` or `- bullet`; an empty line ends a block."""
    text, segments, block = "", [], 0
    for line in lines:
        speaker, words = line if isinstance(line, tuple) else (None, line)
        if not words:
            text, block = text + "\n", block + 1
            continue
        kind = "heading" if words.startswith("# ") else "bullet" if words.startswith("- ") else "sentence"
        mark = f"{speaker}: " if speaker else words[:2] if kind != "sentence" else ""
        words = words.removeprefix(mark) if not speaker else words
        start = len(text) + len(mark)
        text += f"{mark}{words}\n"
        segments.append(Segment(start, start + len(words), kind, speaker, None, block))  # type: ignore[arg-type]
        block += kind != "sentence" or speaker is not None
    on = datetime.date.fromisoformat(date) if date else None
    return Document(text, segments, date=on, language=language)


def evidence(source: Document, quote: str, *, altered: bool = False) -> Evidence:
    """The first place where the words stand."""
    start = source.text.index(quote)
    line = next(number for number, one in enumerate(source.segments, 1) if one.end > start)
    speaker = source.segment(line).speaker
    return Evidence(quote=quote, start=start, end=start + len(quote), line=line, speaker=speaker, altered=altered)


def item(
    kind: str, claim: Claim, source: Document, *quotes: str, children: Mapping[str, Sequence[Item]] | None = None
) -> Item:
    """An item as grounding leaves it, resting on these quotes."""
    nested = {name: list(items) for name, items in (children or {}).items()}
    own = set(type(claim).model_fields) - set(Claim.model_fields) - set(nested) - {"decisions"}
    found = [evidence(source, quote) for quote in quotes]
    return Item(kind, claim, claim.model_dump(include=own), children=nested, evidence=found)


def checked(
    kind: str, claim: Claim, source: Document, *quotes: str, children: Mapping[str, Sequence[Item]] | None = None
) -> Item:
    """An item that rests on these quotes, after the checks of support."""
    made = item(kind, claim, source, *quotes, children=children)
    check([made], source)
    return made


def verdict(line: str, text: str, language: str = "en") -> Verdict | None:
    """The verdict on a decision that rests on its one line."""
    source = document(line, language=language)
    support = checked("decisions", DraftDecision(text=text), source, line).support
    return support.verdict if support else None


def decided(line: str, text: str, language: str = "en") -> bool:
    """Whether a decision stands on its one line."""
    source = document(line, language=language)
    return checked("decisions", DraftDecision(text=text), source, line).refused is None
