"""Labels of speakers as directories write them, the surname before the comma: "Lee, Ann"."""

import re
from collections.abc import Iterable

from ....closed_classes import NAME_PARTICLES
from ..naming.offices import has_role
from ..naming.tokens import tokenize
from ..words import words

_SURNAME_FIRST = re.compile(
    rf"(?P<last>(?:(?:{NAME_PARTICLES}) ){{0,2}}[^\W\d_a-z][\w’'-]+), (?P<first>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*\.?)?)(?P<rest> \([^()]+\))?"
)
_FEWEST = 2


def given_names_first(labels: Iterable[str]) -> dict[str, str]:
    """Each such label with the name in its usual order; empty unless all labels with a comma are so.

    "Lee, Norway" and "Lee, Treasurer" name whom somebody speaks for, and "Ann Lee, Acme" has a surname already.
    """
    found = {label: _SURNAME_FIRST.fullmatch(label) for label in labels if "," in label}
    names = {
        label: f"{match['first']} {match['last']}{match['rest'] or ''}"
        for label, match in found.items()
        if match is not None and _is_given_name(match["first"])
    }
    return names if len(names) == len(found) >= _FEWEST else {}


def _is_given_name(first: str) -> bool:
    known = words().countries | words().nations
    return not (has_role(tokenize(first)) or first.lower() in known or (first.isupper() and len(first) > 1))
