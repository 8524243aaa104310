"""Words of a claim that say more than the quoted words do: "permanently", "immediately"."""

from ...items import Item
from ...schemas import Part
from ...scripts import folded
from ...stems import families_of, family, stem
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import by_language


def check_added(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a claim with such a word where neither the quoted words nor those around have one like it."""
    strong = by_language("qualifiers").get(grounds.index.language or "", frozenset())
    for text in texts(item, Part.CLAIM) if strong and not is_subject(item) else ():
        added = next((word for word in text.value.split() if folded(word.strip(".,;:()")) in strong), None)
        if added is not None and family(stem(added.strip(".,;:()"))) not in families_of(grounds.around):
            report.doubts.append(f'The quoted words do not say "{added.strip(".,;:()")}".')
