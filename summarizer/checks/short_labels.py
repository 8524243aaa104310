"""Labels of turns that stand for a longer name: `CHAIR` for `CHAIR (Senator Lim)`, `PT` for Per Thorning."""

import re
from collections.abc import Iterable, Iterator

from ..words.closed_classes import NAME_PARTICLES
from ..words.short_names import initials

_LABEL_AND_NAME = re.compile(r"(?P<short>[^()]{2,40}) \([^()]{3,60}\)")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_NAME = rf"[^\W\d_a-z][\w.’'-]*(?:[ ](?:(?:{NAME_PARTICLES})[ ])?[^\W\d_a-z][\w.’'-]*)+"


def whole_labels(voices: Iterable[str], text: str) -> dict[str, str]:
    """The labels that a record shortens after their first use, or introduces once, with the whole ones.

    voices: everybody whose words the record gives, as it labels them.
    """
    voices = tuple(voices)
    whole = {voice: found["short"] for voice in voices if (found := _LABEL_AND_NAME.fullmatch(voice))}
    labels = {short: voice for voice, short in whole.items() if list(whole.values()).count(short) == 1}
    for voice in voices:
        names = set(_named(voice, text)) if _INITIALS.fullmatch(voice) else set()
        if len(names) == 1:
            labels[voice] = f"{voice} ({names.pop()})"
    return labels


def _named(label: str, text: str) -> Iterator[str]:
    """The names of these initials beside which the text gives the label: "PT  Per Thorning", "Per Thorning (PT)"."""
    for found in re.finditer(rf"\b{label}\b[ \t]*[:=–—|-]?[ \t]+(?P<name>{_NAME})", text):
        words = found["name"].split()
        for count in range(len(label), len(words) + 1):
            if initials(words[:count]) == label:
                yield " ".join(words[:count])
                break
    for found in re.finditer(rf"(?P<name>{_NAME}),? ?[(\[]{label}[)\]]", text):
        words = found["name"].split()
        for start in range(len(words) - len(label), -1, -1):
            if initials(words[start:]) == label:
                yield " ".join(words[start:])
                break
