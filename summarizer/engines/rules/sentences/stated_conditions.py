"""A condition at the end of an act that words bind to: "agreed to pay, provided that the council votes for it"."""

import re

from ....ladder.readings import Reading
from ....schemas import Strength

STATED_CONDITION = re.compile(
    r"(?:,\s|\s)(?P<condition>(?:provided(?: that)? (?:the|that|an?|its?|their|all|both)|providing that|on (?:the )?condition that|only if|subject to|(?:as|so) long as|on the understanding that)\s.+)",
    re.DOTALL,
)


def with_condition(reading: Reading, action: str) -> Reading:
    """The reading with the condition that stands at the end of the action."""
    stated = STATED_CONDITION.search(action)
    firm = reading.strength is not None and reading.strength.binds and reading.strength is not Strength.DENIED
    if stated is None or reading.condition is not None or not firm:
        return reading
    return reading._replace(strength=Strength.CONDITIONAL, condition=stated["condition"])
