"""What makes a number a limit, "up to", "at least", in a claim and in the quoted words."""

import re

_LIMIT = re.compile(
    r"\b(up to|at least|at most|no more than|not more than|no less than|not less than|no fewer than|not exceeding|a (?:maximum|minimum) of|"
    r"fewer than|less than|more than)\s+(?:[€$£¥₹]|(?-i:[A-Z]{1,3})(?:\$|\s))?$",
    re.I,
)
_SIDED = re.compile(r"\b(?P<side>over|above|under|below)\s+[€$£¥₹]?$", re.I)
_PERIOD = re.compile(r"[\s-]*(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)s?\b", re.I)
_FROM_BELOW = frozenset(
    ("at least", "no less than", "not less than", "no fewer than", "a minimum of", "more than", "over", "above")
)
_AROUND = 30  # characters before and behind a number in which it may be put as a limit
_BOUNDED = re.compile(
    r"\b(?:than|least|most|max\w*|min\w*|limit\w*|cap\w*|ceiling|floor|over|under|above|below|exceed\w*|excess|up to|within|plus|beyond|further|additional"
    r"|many|much|about|around|some|roughly|approximately|nearly|almost)\b|[+<>≥≤~]",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(r"(?:\b(?:to|between|and|or|until|by)|[–-])\s*[€$£¥₹]?$", re.IGNORECASE)
_RANGE_BEHIND = re.compile(r"\s*(?:(?:to|and|or)\b|[–-])", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:max\w*|min\w*|limit\w*|over|under|within|above|below|to|of)\W+[€$£¥₹]?$", re.I)


def limit_left_out(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that make a number a limit, "up to", where every mention has them and the claim has none."""
    mentions = [
        _LIMIT.search(text[: found.start()]) for found in re.finditer(rf"(?<![\w.,]){re.escape(theirs)}\b", text)
    ]
    before = claim[: claim.find(ours)]
    if not mentions or not all(mentions) or _LIMIT.search(before) or _ABOUT.search(before):
        return None
    return next(found.group(1) for found in mentions if found)


def limit_turned(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that set a limit from one side, "up to", where the claim sets it from the other, "at least"."""
    at = claim.find(ours)
    claimed = _LIMIT.search(claim[:at]) or (None if _PERIOD.match(claim, at + len(ours)) else _SIDED.search(claim[:at]))
    mentions = [
        _LIMIT.search(text[: found.start()]) for found in re.finditer(rf"(?<![\w.,]){re.escape(theirs)}\b", text)
    ]
    told = [found[1] for found in mentions if found is not None]
    if claimed is None or len(told) < len(mentions) or any(_from_below(one) == _from_below(claimed[1]) for one in told):
        return None
    return next(iter(told), None)


def limit_added(claim: str, ours: str, theirs: str, text: str) -> str | None:
    """The words that make a number a limit in the claim, where every mention in the text gives the bare number."""
    claimed = _LIMIT.search(claim[: claim.find(ours)])
    mentions = list(re.finditer(rf"(?<![\w.,]){re.escape(theirs)}\b", text))
    if claimed is None or not mentions or any(_bounded(text, *found.span()) for found in mentions):
        return None
    return claimed[1]


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a number is put as a limit, as near, or as the end of a range."""
    if _RANGE_BEFORE.search(text[:start]) or _RANGE_BEHIND.match(text, end):
        return True
    return _BOUNDED.search(text[max(start - _AROUND, 0) : end + _AROUND]) is not None


def _from_below(limit: str) -> bool:
    return limit.lower() in _FROM_BELOW
