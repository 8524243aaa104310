"""What some of several claims that were united say otherwise, told on the item that they became."""

from enum import Enum

from .items import Item
from .schemas import Change, Claim, Contradiction
from .uniting.kinds import main_text
from .uniting.uniter import Settled

_READ = "parts of the document were read to say each of these, and the field holds one"


def note_otherwise(item: Item, settled: Settled) -> None:
    """Of two wordings both may be true, and the field holds one; of two choices the one speaks against the other."""
    said = [getattr(other, settled.field) for other in settled.others]
    if isinstance(said[0], Enum):
        for value, other in zip(said, settled.others, strict=True):
            explanation = f"Elsewhere {_told(value, other, item)}."
            item.contradictions.append(
                Contradiction(kind=item.kind, item=main_text(other), field=settled.field, explanation=explanation)
            )
    else:
        before = [getattr(settled.claim, settled.field), *dict.fromkeys(said)]
        after = item.values.get(settled.field)
        item.changes.append(Change(field=settled.field, before=before, after=after, reason=_READ))


def _told(value: Enum, other: Claim, item: Item) -> str:
    quotes = [f"“{quote.quote}”" for quote in other.evidence if quote.quote not in item.lost]
    if not quotes:
        return f"{value} was claimed, and no words of the source were quoted for it"
    return f"the source says {value}: {'; '.join(quotes)}"
