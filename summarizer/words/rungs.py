"""The order of the rungs of the ladder, and of the two that stand beside it."""

from ..schemas import Strength

_INTENDS = 4


def firm(strength: Strength | None) -> bool:
    """Whether it is a rung that binds: `intends` and up."""
    return strength is not None and strength.rung is not None and strength.rung >= _INTENDS


def height(strength: Strength | None) -> float:
    """For choosing among readings: a promise counts over a refusal, a refusal over what binds nobody."""
    if strength is None:
        return -1
    if strength.rung is None:
        return _INTENDS - 0.5 if strength is Strength.DENIED else _INTENDS + 0.5
    return strength.rung


def weaker(one: Strength, other: Strength) -> Strength:
    """The lower of two; what stands beside the ladder counts as lowest."""
    return min(one, other, key=lambda it: -1 if it.rung is None else it.rung)
