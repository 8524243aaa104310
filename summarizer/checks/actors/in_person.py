"""Who says "I will" for a party: the words bind the one who speaks."""

import re

from ...items import Item
from ...schemas import Part
from ...stems import content_words, shared, stems_of
from ..fields import said_of, texts
from ..grounds import Borne
from ..proper import shares_name
from .clause import Clause

_IN_PERSON = re.compile(r"\bI(?:\s+(?:\w+ly|also|just|myself))?$")  # how the subject ends of what one says one will do
_MODALS = ("will", "'ll", "shall", "can", "won", "'m going", "am going")  # how the words after it begin


def put_in_person(item: Item, borne: Borne, clause: Clause) -> None:
    """Put who says "I will" in the place of the party for which they are said to say it: the words bind nobody else."""
    line, actor, speaker = borne.line, *(next(texts(item, part), None) for part in (Part.ACTOR, Part.SPEAKER))
    if line is None or line.speaker is None or actor is None or speaker is None or not speaker.optional:
        return
    modal = (borne.reading.words or "").lower().replace("’", "'").startswith(_MODALS)
    if not modal or clause.source or _IN_PERSON.search(clause.subject) is None:
        return
    deed = {word.stem for word in content_words(clause.after)[:1]}
    is_own = shared(deed, stems_of(said_of(item)))
    named = any(shares_name(actor.value, one) for one in (speaker.value, line.speaker, line.text))
    one_text = isinstance(item.values[actor.name], str)
    if is_own and not named and one_text and shares_name(speaker.value, line.speaker):
        reason = 'The one who speaks says "I", and so is the one who acts.'
        item.mend(actor.name, speaker.value, reason)
        item.mend(speaker.name, None, reason)
