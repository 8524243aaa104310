"""Why somebody owns a step: what shows that they take it on, rather than are given it."""

import re

from ...items import Item
from ...ladder.readings import read
from ...schemas import OwnerBasis, Part, RejectionReason, Strength
from ..fields import Report, Text, of_kind, texts
from ..grounds import Borne, Grounds, Line
from ..proper import as_called, shares_name
from .clause import Clause
from .presence import heads_own_lines, introduces

_NOTED = frozenset(("will", "'ll", "shall", "to", "is to", "are to"))
"""With a name before it, how minutes note a task, whoever's word it was: "Ade will write"."""
_OURSELVES = ("i", "we")
_VOLUNTEERS = re.compile(r"volunteer|offer(?:s|ed)? to\b", re.IGNORECASE)
"""How minutes, or another speaker, tell that somebody offered it."""
_IN_PERSON = re.compile(r"\bI(?:['’]ll| will| can| could|['’]d be happy to|['’]m happy to)\b|\blet me\b", re.IGNORECASE)
_MINE = re.compile(r"\W*(?:me|i|myself|moi|je|ich|io|yo)\s*:", re.IGNORECASE)
_SAYS = re.compile(r"(?:^|\()\W*(?P<who>[A-Z][^\s():,]*(?: [A-Z][^\s():,]*)?): (?=(?:I|we|will|can|I'll|we'll)\b)")
_OFFERING = re.compile(
    r"\b(?:se propose|s'engage|se charge(?:ra)?|se dit prête?|(?:indique|annonce|assure|répond|précise|déclare|dit|promet) qu['’](?:il|elle)s?\b"
    r"|si (?:offre|impegna|incarica|propone)|si farà carico|(?:dice|assicura|risponde|annuncia|conferma) che (?:lo|la|li|le|ci)?\b"
    r"|(?:se )?ofrece(?= \w+r\b)|offra(?:t)? li|se (?:ofrece|compromete|encarga(?:rá)?)|(?:dice|asegura|responde|anuncia) que (?:lo|la|los|las)?\b"
    r"|bietet (?:sich )?an|erklärt sich (?:dazu )?bereit|übernimmt|sagt zu|kümmert sich|verspricht)",
    re.IGNORECASE,
)


def drop_basis(item: Item, text: Text) -> None:
    """Without an owner there is no basis."""
    basis = of_kind(item, OwnerBasis)
    if basis is not None and item.values.get(text.name) is None:
        item.mend(basis, OwnerBasis.UNSTATED, "no owner, no basis")


def check_owner_basis(item: Item, grounds: Grounds, borne: Borne, clause: Clause | None, report: Report) -> None:
    """Lower the basis on which somebody owns a step to what the quoted words show."""
    field = of_kind(item, OwnerBasis)
    if field is None:
        return
    owner = next((text for text in texts(item, Part.ACTOR)), None)
    name = as_called(owner.value, grounds) if owner is not None else ""
    claimed = OwnerBasis(item.values.get(field) or OwnerBasis.UNSTATED)
    if owner is None:
        item.mend(field, OwnerBasis.UNSTATED, "no owner, no basis")
    elif claimed is OwnerBasis.VOLUNTEERED and not _takes_it_on(name, grounds, borne, clause):
        item.mend(field, OwnerBasis.ASSIGNED, "the quoted words do not show the owner offering it")
    elif claimed is OwnerBasis.ACCEPTED and len(grounds.lines) < 2 and not _takes_it_on(name, grounds, borne, clause):
        item.mend(field, OwnerBasis.ASSIGNED, "the quoted words do not show the owner's answer")
    elif claimed is OwnerBasis.UNSTATED and report.checks.get("actor") in ("agrees", "unchecked"):
        spoken = clause is not None and clause.person == "singular" and _takes_it_on(name, grounds, borne, clause)
        basis = OwnerBasis.VOLUNTEERED if spoken else OwnerBasis.ASSIGNED
        item.mend(field, basis, "the quoted words name the owner")
    elif claimed is OwnerBasis.UNSTATED:
        explanation = f'Nothing in the quoted words makes "{owner.value}" the owner.'
        report.against(owner, "actor", explanation, RejectionReason.UNSUPPORTED)


def _takes_it_on(owner: str, grounds: Grounds, borne: Borne, clause: Clause | None) -> bool:
    """Whether the owner takes it on: in the first person, in their own notes, or as the subject of words that bind."""
    line = borne.line
    if any(_own_note(owner, one, grounds) or _offers_in_person(owner, one) for one in grounds.lines):
        return True
    if line is None or clause is None:
        spoken = any(one.speaker is not None and shares_name(owner, one.speaker) for one in grounds.lines)
        return spoken or any(_offers(owner, one.quoted) for one in grounds.lines)
    if clause.person in ("singular", "plural") and owner.lower() in _OURSELVES:
        return True  # "we" of "We will"
    if _VOLUNTEERS.match(borne.reading.words or "") and shares_name(owner, clause.subject):
        return True
    if line.speaker is not None:
        own = (one for one in grounds.index.document.segments if one.speaker == line.speaker)
        text = grounds.index.document.text
        return shares_name(owner, line.speaker) or any(introduces(owner, text[one.start : one.end]) for one in own)
    noted = (borne.reading.words or "").lower() in _NOTED and not clause.source
    plain = noted and clause.person != "singular"
    taken = borne.reading.strength not in (Strength.PROPOSED, None) and not plain
    unnamed = clause.person == "singular" and not shares_name(owner, clause.after)  # "I" in a text without speakers
    return taken and not clause.labelled and (shares_name(owner, clause.subject) or clause.person == "third" or unnamed)


def _offers_in_person(owner: str, line: Line) -> bool:
    """Whether the owner says so: "I'll take that", beside the words of somebody else that note the task."""
    return line.speaker is not None and shares_name(owner, line.speaker) and _IN_PERSON.search(line.quoted) is not None


def _own_note(owner: str, line: Line, grounds: Grounds) -> bool:
    """Whether a line is the owner's own note: "Me: ...", "(Ines: will send them)", or one under their name in a round."""
    if _MINE.match(line.text):
        return True
    labels = (label["who"] for label in _SAYS.finditer(line.quoted))
    if any(shares_name(owner, label) and len(label.split()) <= len(owner.split()) for label in labels):
        return True
    document, language = grounds.index.document, grounds.index.language
    above = next((at for at in range(line.number, 0, -1) if document.segment(at).kind == "heading"), None)
    if above is None or above == line.number or not heads_own_lines(owner, above, document):
        return False
    return read(document.line_text(1), language).strength is None  # under "Action items" the names are given tasks


def _offers(owner: str, text: str) -> bool:
    """Whether words of another language than English say that the owner offers it: "Mme Roy se propose de ..."."""
    return any(shares_name(owner, text[: found.start()]) for found in _OFFERING.finditer(text))
