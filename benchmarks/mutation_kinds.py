"""The ways in which the benchmark makes claims false, and what is right to say of each."""

from typing import NamedTuple

from summarizer import RejectionReason as Reason

_ELSEWHERE = frozenset(("numbers", "dates", "names", "actor"))
_FALSE = frozenset((Reason.CONTRADICTED, Reason.UNSUPPORTED))


class Kind(NamedTuple):
    """A way to make a claim false, and what is right to say of it."""

    name: str
    reasons: frozenset[Reason]
    """With which it may be refused."""
    checks: frozenset[str] = frozenset()
    """Of which one must speak against it; empty: the reason says it all, or any finding does."""
    telling: frozenset[str] = frozenset()
    """Checks that are right whatever the reason: words of another line hold another number, name or speaker."""
    beyond: bool = False
    """Beyond a deterministic check: counted apart."""


def _kind(
    name: str, reasons: frozenset[Reason], *checks: str, telling: frozenset[str] = frozenset(), beyond: bool = False
) -> tuple[str, Kind]:
    return name, Kind(name, reasons, frozenset(checks), telling, beyond)


KINDS = dict(
    (
        _kind("negation put in", _FALSE, "negation"),
        _kind("negation taken out", _FALSE, "negation", "strength"),
        _kind("opposite verb", _FALSE, "negation"),
        _kind("promise made a refusal", _FALSE, "negation"),
        _kind("strength one rung up", _FALSE | {Reason.TOO_WEAK}, "strength"),
        _kind("strength two rungs up", _FALSE | {Reason.TOO_WEAK}, "strength"),
        _kind("number changed", _FALSE, "numbers"),
        _kind("limit of a number left out", _FALSE, "numbers"),
        _kind("number changed, quote too", frozenset((Reason.ALTERED, Reason.NOT_FOUND))),
        _kind("negation changed, quote too", frozenset((Reason.ALTERED, Reason.NOT_FOUND))),
        _kind("date changed", _FALSE, "dates", "numbers"),
        _kind("date added", _FALSE, "dates"),
        _kind("name invented", _FALSE, "names"),
        _kind("name from elsewhere", _FALSE, "names"),
        _kind("role of somebody else", _FALSE, "names"),
        _kind("role of a neighbour in one line", _FALSE, "names"),
        _kind("actor invented", _FALSE, "actor"),
        _kind("actor from elsewhere", _FALSE, "actor"),
        _kind("actor and recipient swapped", _FALSE, "actor", "recipient"),
        _kind("source of a report made the actor", _FALSE, "actor"),
        _kind("put into another's mouth", _FALSE, "speaker"),
        _kind("condition dropped", _FALSE, "condition", "strength"),
        _kind("condition invented", _FALSE, "condition"),
        _kind("neighbouring line quoted", frozenset((Reason.UNSUPPORTED, Reason.TOO_WEAK)), telling=_ELSEWHERE),
        _kind("two half quotes in one", frozenset((Reason.NOT_FOUND, Reason.ALTERED))),
        _kind("one's act, another's name", _FALSE, "actor"),
        _kind("claim invented, quote true", frozenset((Reason.UNSUPPORTED, Reason.TOO_WEAK)), telling=_ELSEWHERE),
        _kind("quote and claim invented", frozenset((Reason.NOT_FOUND,))),
        _kind("limit left out", _FALSE, beyond=True),
    )
)
