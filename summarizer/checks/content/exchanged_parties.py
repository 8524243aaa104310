"""Two parties who have changed places around a verb: "Rowe assured Adeyemi" for "Adeyemi assured Rowe"."""

import re
from collections.abc import Iterator

from ...items import Item
from ...schemas import Part, RejectionReason
from ...words.stems import carries_meaning, stem
from ..fields import Report, texts
from ..grounds import Grounds
from ..proper import shares_name

_NAME = r"(?:(?:[Tt]he )?(?:[A-Z][\w'’.-]+ )*[A-Z][\w'’-]+|[Tt]he (?:[a-z-]+ ){0,2}[a-z-]+)"
_BETWEEN = re.compile(
    rf"(?P<one>{_NAME})(?:, [^,.;]{{2,60}},)? (?:(?:has|have|had|would|will|may|might|can|could|should|shall|must) )?(?P<verb>[a-z]{{4,}}) (?=(?P<other>{_NAME}))"
)
_MUTUAL = frozenset(
    map(stem, "meet met joined called phoned saw faced and with from that while when against between".split())
)


def check_exchanged(item: Item, grounds: Grounds, report: Report) -> None:
    """A claim that tells of A and B what the quoted words tell of B and A."""
    if grounds.index.language != "en":
        return
    told = [one for line in grounds.lines for one in _pairs(line.text)]
    for text in list(texts(item, Part.CLAIM)) if told else ():
        for one, verb, other in _pairs(text.value):
            same = [(left, right) for left, deed, right in told if deed == verb]
            turned = any(shares_name(one, right) and shares_name(other, left) for left, right in same)
            if turned and not any(shares_name(one, left) or shares_name(other, right) for left, right in same):
                explanation = f'The quoted words tell of "{other}" what the claim tells of "{one}".'
                report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)


def _pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """Names with a verb between them, which is not one that works both ways."""
    for found in _BETWEEN.finditer(text):
        if (verb := stem(found["verb"])) not in _MUTUAL:
            yield found["one"], verb, _party(found["other"])


def _party(words: str) -> str:
    """A name, or the noun behind its article without the small words that follow it: "the members for the"."""
    told = words.split()
    end = next((at for at, word in enumerate(told) if at > 1 and not carries_meaning(word)), len(told))
    return " ".join(told[: end if words[4:5].islower() else None])
