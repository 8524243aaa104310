"""What makes a number a limit, "up to", "at least", in a claim and in the quoted words."""

import re
from collections.abc import Sequence

from ...schemas import Finding
from .figures import mentions_of

_FROM_BELOW = (
    r"at least|no less than|not less than|no fewer than|a minimum of|more than|over|above|mindestens|wenigstens|mehr als|nicht weniger als|au moins|au minimum|plus de"
    r"|al menos|como mínimo|más de|almeno|al minimo|più di|non meno di"
)
_FROM_ABOVE = (
    r"up to|at most|no more than|not more than|not exceeding|a maximum of|fewer than|less than|under|below|bis zu|höchstens|maximal|weniger als|nicht mehr als"
    r"|jusqu['’]à|au plus|au maximum|moins de|pas plus de|como máximo|a lo sumo|menos de|no más de|hasta|al massimo|fino a|meno di|non più di"
)
_LIMIT = re.compile(rf"(?<!\w)({_FROM_BELOW}|{_FROM_ABOVE})\s+(?:[€$£¥₹]|(?-i:[A-Z]{{1,3}})(?:\$|\s))?$", re.I)
_BEHIND = re.compile(
    r"\s+(?:[\w€$£%]+\s+){0,2}?(?:(?P<below>at (?:the )?least|at a minimum|or more|mindestens|au (?:moins|minimum)|(?:como|al) (?:mínimo|menos|minimo)|almeno)"
    r"|(?P<above>at (?:the )?most|at a maximum|or less|or fewer|höchstens|au (?:plus|maximum)|(?:como|al) (?:máximo|massimo)|a lo sumo))(?!\w)",
    re.IGNORECASE,
)
"""A limit that stands behind its number: "10 million dollars at most"."""
_SIDED = frozenset(("over", "above", "under", "below"))
"""Limits that may be places, or tell how long something takes: "over three weeks"."""
_PERIOD = re.compile(r"[\s-]*(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)s?\b", re.I)
_AROUND = 30  # characters before and behind a number in which it may be put as a limit
_BOUNDED = re.compile(
    r"\b(?:than|least|most|max\w*|min\w*|limit\w*|cap\w*|ceiling|floor|over|under|above|below|exceed\w*|excess|up to|within|plus|beyond|further|additional"
    r"|many|much|about|around|some|roughly|approximately|nearly|almost)\b|[+<>≥≤~]",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(r"(?:\b(?:to|between|and|or|until|by)|[–-])\s*[€$£¥₹]?$", re.IGNORECASE)
_RANGE_BEHIND = re.compile(r"\s*(?:(?:to|and|or)\b|[–-])", re.IGNORECASE)
_STEP = re.compile(
    r"\s*(?:[\w€$£%]+\s){0,2}?(?P<step>(?P<more>more|higher|above|over|later|longer|larger|dearer)|less|fewer|lower|below|under|earlier|shorter|smaller|cheaper)\b",
    re.IGNORECASE,
)
"""What makes a number a step from something else: "5,000 more than planned"."""
_ABOUT = re.compile(r"\b(?:max\w*|min\w*|limit\w*|over|under|within|above|below|to|of)\W+[€$£¥₹]?$", re.I)


def held_limit(claim: str, ours: str, theirs: str, text: str) -> tuple[Finding, str]:
    """Whether a claim keeps the limit of a number, turns it, leaves it out or adds one; with a sentence where it does not keep it.

    ours, theirs: the number as it is written in the claim, and in the text.
    """
    at = claim.find(ours)
    claimed = _limit(claim, at, at + len(ours))
    mentions = [one.span() for one in mentions_of(theirs, text)]
    told = [_limit(text, *one) for one in mentions]
    limits = [one for one in told if one is not None]
    limited = bool(limits) and len(limits) == len(mentions)
    if claimed is not None and limited and all(_from_below(one) != _from_below(claimed) for one in limits):
        return "disagrees", f'The quoted words say "{limits[0]} {ours}".'
    if at >= 0 and (step := _other_step(claim, at + len(ours), text, mentions)) is not None:
        return "disagrees", f'The quoted words say "{step}".'
    plain = _LIMIT.search(claim[:at]) is None and _ABOUT.search(claim[:at]) is None
    left_out = (one for one in limits if one.lower() not in _SIDED)
    if limited and plain and (limit := next(left_out, None)) is not None:
        return "absent", f'The quoted words say "{limit} {ours}".'
    added = claimed is not None and claimed.lower() not in _SIDED and bool(mentions)
    if added and not any(limit or _bounded(text, *one) for one, limit in zip(mentions, told, strict=True)):
        return "absent", f'The quoted words do not say "{claimed}".'
    return "agrees", ""


def _other_step(claim: str, end: int, text: str, mentions: Sequence[tuple[int, int]]) -> str | None:
    """A step of the text, "5,000 more", where the claim goes the other way from its number, which ends there: "5,000 less"."""
    claimed = _STEP.match(claim, end)
    told = [_STEP.match(text, last) for _, last in mentions] if claimed else []
    if claimed is None or not all(told) or any(one and bool(one["more"]) == bool(claimed["more"]) for one in told):
        return None
    return next((text[first : one.end()] for (first, _), one in zip(mentions, told, strict=True) if one), None)


def _limit(text: str, start: int, end: int) -> str | None:
    """The words that make the number there a limit."""
    found = _LIMIT.search(text[:start])
    if found is None and (behind := _BEHIND.match(text, end)) is not None:
        return "at least" if behind["below"] else "at most"
    if found is None or (found[1].lower() in _SIDED and _PERIOD.match(text, end)):
        return None
    return found[1]


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a number is put as a limit, as near, or as the end of a range."""
    if _RANGE_BEFORE.search(text[:start]) or _RANGE_BEHIND.match(text, end):
        return True
    return _BOUNDED.search(text[max(start - _AROUND, 0) : end + _AROUND]) is not None


def _from_below(limit: str) -> bool:
    return re.fullmatch(_FROM_BELOW, limit, re.IGNORECASE) is not None
