"""What makes a number a limit, "up to", "at least", in a claim and in the quoted words."""

import re

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


def limit_left_out(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that make a number a limit, "up to", where every mention has them and the claim has none."""
    mentions = [_limit(text, *found.span()) for found in mentions_of(theirs, text)]
    before = claim[: claim.find(ours)]
    if not mentions or not all(mentions) or _LIMIT.search(before) or _ABOUT.search(before):
        return None
    return next((one for one in mentions if one and one.lower() not in _SIDED), None)


def limit_turned(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that set a limit from one side, "up to", where the claim sets it from the other, "at least"."""
    at = claim.find(ours)
    claimed = _limit(claim, at, at + len(ours))
    mentions = list(mentions_of(theirs, text)) if claimed else []
    told = [limit for found in mentions if (limit := _limit(text, *found.span())) is not None]
    if claimed is None or len(told) < len(mentions) or any(_from_below(one) == _from_below(claimed) for one in told):
        return None
    return next(iter(told), None)


def step_turned(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words of a step, "5,000 more", where the claim goes the other way: "5,000 less"."""
    at = claim.find(ours)
    claimed = _STEP.match(claim, at + len(ours)) if at >= 0 else None
    told = [_STEP.match(text, found.end()) for found in mentions_of(theirs, text)] if claimed else []
    if claimed is None or not all(told) or any(one and bool(one["more"]) == bool(claimed["more"]) for one in told):
        return None
    return next((f"{theirs}{one[0]}" for one in told if one), None)


def limit_added(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that make a number a limit in the claim, where every mention in the text gives the bare number."""
    at = claim.find(ours)
    claimed = _limit(claim, at, at + len(ours))
    mentions = list(mentions_of(theirs, text)) if claimed else []
    if claimed is None or claimed.lower() in _SIDED or not mentions:
        return None
    return None if any(_limit(text, *one.span()) or _bounded(text, *one.span()) for one in mentions) else claimed


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
