"""A claim that is weighed, with all that the steps of weighing ask of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...items import Item
from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.rungs import height
from ..fields import is_subject
from ..grounds import Grounds, Line


@dataclass(frozen=True)
class Claimed:
    """What a claim says, and what it rests on."""

    item: Item
    grounds: Grounds
    language: str
    said: str
    rung: Strength | None

    @property
    def is_subject(self) -> bool:
        return is_subject(self.item)

    @property
    def is_decision(self) -> bool:
        return self.item.kind == "decisions"

    @property
    def lines(self) -> Sequence[Line]:
        return self.grounds.merged


def is_weak(reading: Reading) -> bool:
    """Whether words bear less than an agreement, and neither a refusal nor a condition."""
    beside_the_ladder = reading.strength in (Strength.DENIED, Strength.CONDITIONAL)
    return not beside_the_ladder and height(reading.strength) < height(Strength.AGREED)
