"""Several people of one surname in a document: whom "Governor Said" means, where there are Leila Said and Karim Said."""

import re

from ...schemas import RejectionReason
from ...uniting.people import same_person
from ..fields import Report, Text
from ..full_names import full_names
from ..grounds import Grounds, Index
from .bearers import holders, is_namesake
from .case import Case, of_the_clause
from .clause import Clause
from .ruling import Ruling, against

_WORD = r"[A-Z][\w'’-]+"
_BEFORE = rf"(?P<before>(?:{_WORD}\.? ){{0,4}})"


def check_namesakes(text: Text, grounds: Grounds, report: Report) -> None:
    """A text that names somebody where the quoted words speak of another of that surname."""
    for name in full_names(text.value) if grounds.index.namesakes else ():
        if (other := namesake(name, grounds.whole, grounds.index)) is not None:
            explanation = f'The quoted words speak of "{other}", not of "{name}".'
            report.against(text, "names", explanation, RejectionReason.CONTRADICTED)


def of_a_namesake(case: Case) -> Ruling | None:
    """The quoted words speak of another who bears the surname."""
    other = namesake(case.name, case.grounds.whole, case.grounds.index)
    return against(f'The quoted words speak of "{other}", not of "{case.name}".') if other is not None else None


@of_the_clause
def of_a_titled_namesake(case: Case, clause: Clause) -> Ruling | None:
    """The subject is the office of another who bears the surname."""
    other = titled_namesake(clause.subject, case.name, case.grounds.index)
    return against(f'"{clause.subject}" is "{other}", not "{case.name}".') if other else None


def namesake(name: str, text: str, index: Index) -> str | None:
    """The other bearer of a surname of whom alone a text speaks; None where there is but one bearer, or it is not plain."""
    parts = name.split()
    bearers = index.namesakes.get(parts[-1], ()) if len(parts) > 1 else ()
    own = [one for one in bearers if same_person(one, name)]
    if len(own) != 1 or parts[-1] not in text:
        return None
    found: str | None = None
    for mention in re.finditer(rf"{_BEFORE}\b{re.escape(parts[-1])}\b", text):
        meant = _meant(mention["before"].split(), parts[-1], bearers, index)
        if len(meant) != 1 or meant == own:
            return None
        found = meant[0]
    return found


def titled_namesake(title: str, name: str, index: Index) -> str | None:
    """Another bearer of a surname to whom alone the document gives an office: "Governor Leila Said" for Karim Said."""
    if name.split()[-1] not in index.namesakes:
        return None
    held_by = holders(_office(title), index)
    return min(held_by) if held_by and all(is_namesake(name, one) for one in held_by) else None


def _meant(before: list[str], last: str, bearers: tuple[str, ...], index: Index) -> list[str]:
    """Whom a mention means, by the first name or else by the office before the surname."""
    named = [one for one in bearers if one.split()[0] in before]
    if named or not before:
        return named
    held_by = holders(_office(" ".join(before)), index)
    return [one for one in bearers if held_by and all(same_person(one, holder) for holder in held_by)]


def _office(title: str) -> str:
    """A title as the subject of a sentence."""
    return title if title.lower().startswith("the ") else f"the {title}"
