"""Rows without the marks that stand inside them: bold that ends behind a label, pictures before a heading."""

import re

_BOLD_LABEL = re.compile(
    r"(?m)^(?P<label>[ \t>]*(?:[-*+•][ \t]+|\d{1,2}[.)][ \t]+)?(?P<mark>\*\*|__)[^*_\n]{2,60}?)(?P<end>:(?P=mark)|(?P=mark):)(?=[ \t]+\S)"
)
_PICTURE = re.compile(
    r"(?m)^(?P<hashes>\#{1,6}[ \t]+)(?P<picture>[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+)(?=[ \t]+\w)"
)


def without_marks(text: str) -> str:
    """A text with spaces in the place of these marks. Offsets into it stay the same."""
    plain = _BOLD_LABEL.sub(lambda found: f"{found['label']}:  ", text)
    return _PICTURE.sub(lambda found: found["hashes"] + " " * len(found["picture"]), plain)
