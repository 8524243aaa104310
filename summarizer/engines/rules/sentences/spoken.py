"""The words of an act as a speaker says them: where it ends in speech, which runs on, and without what only fills it."""

import re

from ....words.closed_classes import PRONOUNS
from .clauses import clause_end

FILLER = re.compile(r",?\s*\b(?:uh|um|er|erm|uhm|hmm|mm|kind of|sort of)\b,?(?=\s|$)", re.IGNORECASE)
"""What speech holds and a task does not."""
TRAILS = re.compile(
    r",?\s+(?:so|because|since|cuz|['’]cause|though|yeah|okay|right(?! (?:after|before|away))|I (?:think|guess|believe|mean|suppose|hope)|if you (?:like|want|don['’]t mind)|as you know|"
    rf"(?:(?:and|but) )?(?:{PRONOUNS}|that|there)['’](?:s|re|ll|ve|d|m)|(?:and|but),? (?:it|there|that|this|then|we|you|they|I|maybe|if|when|once|should)|but,? (?:no|not yet|nothing|nobody|still))\b.*"
    rf"|,\s(?:{PRONOUNS}|no problem|obviously|actually|honestly|otherwise|not before|please)\b.*",
    re.DOTALL,
)
"""Where a speaker goes on to something else."""
_SIGNS = re.compile(
    r"\s*(?::[a-z0-9_+-]+:|\((?:edited|bearbeitet)\)|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+)(?=\s|$)"
)
"""Pictures and marks of a chat: ":+1:", "(edited)"."""
LEAD = r"\W*(?:(?i:and|so|okay|ok|right|well|oh|great|thanks|but|then|yes|yeah|alright|cool|now|maybe|uh|um|no|nope|good|fine|perfect|lovely|also)\b\W+)*"
"""Words with which a speaker begins."""
STUTTER = re.compile(r"\b(\w+)(?: \1\b)+")


def trail(text: str, start: int) -> int:
    """Where an act ends that begins there."""
    end = clause_end(text, start)
    found = TRAILS.search(text, start, end)
    return found.start() if found else end


def told(act: str) -> str:
    """An act without fillers, stutter and the pictures of a chat."""
    plain = " ".join(FILLER.sub("", _SIGNS.sub("", act)).split()).strip(" ,;")
    return STUTTER.sub(r"\1", plain)
