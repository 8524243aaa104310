"""How running minutes word a motion and its vote: "Mr Lee moved to sell it. Motion carried."."""

import re

CARRIED = re.compile(
    r"(?:the )?(?:motions? (?:were )?(?:as amended )?(?:was )?(?:(?:duly )?seconded(?:,| and|, and) (?:was )?)?)?(?P<how>carried|passed|approved|adopted|failed|lost)\b[^.]{0,60}\.?",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"(?:on a )?(?:motion\b|moved\b|it was moved)|.{2,60}?\b(?:moved|motioned|made a motion)\b", re.IGNORECASE
)
MOVED_TO = re.compile(
    r"(?:[^.:]{3,60}: |after [\w ]{3,30}, )*(?:(?:(?-i:[A-Z])[\w.'’-]*,? ){1,5})?(?:motion(?:ed)?|moved|proposed|it was moved)\b(?:[^.]|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bMrs)\.){0,120}?\s(?P<what>(?:to (?!the\b|an?\b)|that )[a-z]\S* .+)",
    re.IGNORECASE | re.DOTALL,
)
"""A motion, and what it asks for."""
ADJOURNS = re.compile(r"\bto adjourn(?: the meeting)?(?: at [\d:.]+(?: ?[ap]\.?m)?)?\.?$", re.IGNORECASE)
"""A motion by which the meeting only ends."""
TALLY = re.compile(
    r"(?:ayes?|yeas?|nays?|noes?|yes|no|absent|abstain\w*|abstentions?|recused|excused|in favou?r|for|against|opposed|votes?|voting|roll[- ]call(?: vote)?)\b[^:]{0,20}:",
    re.IGNORECASE,
)
"""A row of a roll-call vote, which stands between a motion and how it went."""
FURTHEST = 4
"""Sentences between a motion and the words that say how it went."""
