"""Letters: whose words stand between `Dear Mr Adu,` and the name under `Yours sincerely,`."""

import re

from ..documents import Message
from .speaker_names import is_name

_SALUTATION = re.compile(
    r"^[^\S\n]*(?:Dear|Sehr geehrte[rs]?|Liebe[rs]?|Ch[eè]re?s?|Madame, Monsieur|Gentile|Egregi[oa]|Estimad[oa]s?|Geachte|Beste)\b[^\n]{0,80}[,:!]?[^\S\n]*$",
    re.MULTILINE,
)
_CLOSING = re.compile(
    r"^[^\S\n]*(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|(?:Kind|Best|Warm|With (?:kind|best)) (?:regards|wishes)|Respectfully(?: yours)?"
    r"|Mit freundlichen Grüßen|Cordialement|Cordiali saluti|Distinti saluti|Atentamente|Met vriendelijke groet(?:en)?)\b[^\n]{0,40}$",
    re.MULTILINE | re.IGNORECASE,
)
_LINES_BELOW = 6
"""Among which the name stands, below the space for the signature."""


def messages_of(text: str) -> list[tuple[int, Message]]:
    """For a letter what `Written.messages` is for a mail; empty for any other text, and where more than one was written."""
    salutations, closings = list(_SALUTATION.finditer(text)), list(_CLOSING.finditer(text))
    if len(salutations) != 1 or len(closings) != 1 or closings[0].start() < salutations[0].end():
        return []
    below = [line.strip(" *_\t") for line in text[closings[0].end() :].split("\n")[1 : _LINES_BELOW + 1]]
    signed = next((line for line in below if line), "")
    if " " not in signed or not is_name(signed):
        return []
    return [(0, Message(frame=True)), (salutations[0].start(), Message(signed)), (closings[0].start(), Message())]
