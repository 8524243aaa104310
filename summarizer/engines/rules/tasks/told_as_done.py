"""What stands where a next step would, and tells what was done or how things are: "AI: this was landed last week"."""

import re

from ..people.roster import name_key

AHEAD = re.compile(
    r"\b(?:will|shall|should|must|would|can|could|may|to be|is to|are to|needs?|have to|has to|agreed|decided|resolved|asked|requested|proposed|suggested|offered|volunteered|promised|until|before|if)\b",
    re.IGNORECASE,
)
"""In words that speak of what is still to come."""
PARTICIPLE = (
    r"done|completed?|landed|merged|closed|finished|resolved|shipped|fixed|sent|delivered|published|released|cancelled|canceled|dropped|withdrawn"
    r"|superseded|implemented|addressed|received|approved|rejected"
)
FINISHED = re.compile(
    rf"(?:(?:already|now|since|all) )?(?:{PARTICIPLE})(?:\W*|\s*[-–—,;:(.!].*|\s+(?:in|by|on|at|with|via|as|last|this|earlier|yesterday|today|already|now|since|per)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A participle by itself: "merged in #12", not "closed captions for the film"."""
NO_NEWS = re.compile(
    r"(?:still )?no (?:(?:further|new|more) )?(?:change|update|progress|news|discussion|decision|objection|comment|response|reply|answer)s?\b.*",
    re.IGNORECASE | re.DOTALL,
)
STATE = r"was|were|is|are|has|have|had|did|does|got|went|came|said|told|sent|gave|made|took|wrote|found|left|put|ran|met|spoke|brought|[a-z]{2,}ed"
POINTING = re.compile(
    rf"(?:this|that|it|these|those|they|we|he|she|there|everything|nothing|all(?: of (?:it|them|these|this))?|both)\s+(?:(?:also|already|both|all)\s+)?(?:{STATE})\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"(?P<who>[^\W\d_a-z][\w’'-]*\.?(?: [^\W\d_a-z][\w’'-]*\.?){{0,2}}) (?:(?:also|already) )?(?:{STATE})\b"
)


def is_told_as_done(text: str, people: frozenset[str]) -> bool:
    """Whether words report rather than ask. `people` are words of known names: "Bo sent it", but not "Send updated figures"."""
    if NO_NEWS.fullmatch(text):
        return True
    if AHEAD.search(text):
        return False
    named = NAMED.match(text)
    return (
        FINISHED.fullmatch(text) is not None
        or POINTING.match(text) is not None
        or (named is not None and set(name_key(named["who"])) <= people)
    )
