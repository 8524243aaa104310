"""What makes a number a limit, "up to", "at least", in a claim and in the quoted words."""

import re

_LIMIT = re.compile(
    r"\b(up to|at least|at most|no more than|not more than|no less than|not less than|no fewer than|not exceeding|a (?:maximum|minimum) of|"
    r"fewer than|less than|more than)\s+(?:[€$£¥₹]|(?-i:[A-Z]{1,3})(?:\$|\s))?$",
    re.I,
)
_FROM_BELOW = frozenset(("at least", "no less than", "not less than", "no fewer than", "a minimum of", "more than"))
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
    claimed = _LIMIT.search(claim[: claim.find(ours)])
    mentions = [
        _LIMIT.search(text[: found.start()]) for found in re.finditer(rf"(?<![\w.,]){re.escape(theirs)}\b", text)
    ]
    told = [found[1] for found in mentions if found is not None]
    if claimed is None or len(told) < len(mentions) or any(_from_below(one) == _from_below(claimed[1]) for one in told):
        return None
    return next(iter(told), None)


def _from_below(limit: str) -> bool:
    return limit.lower() in _FROM_BELOW
