"""One commitment as the rules find it, in the words of the text."""

import re
from dataclasses import dataclass, replace

from ....schemas import Quote, Strength
from ..layout.page import without_typist

OF_THIS_MEETING = re.compile(r"(?:the )?(?:team|group|meeting)|everyone|everybody|all", re.IGNORECASE)
"""Who is no party beside those who met: what they agree is a decision of the meeting."""


@dataclass(frozen=True)
class Bound:
    """One commitment in the words of the text; offsets into the document."""

    action: str
    by: str | None
    strength: Strength
    condition: str | None
    due: str | None
    said_by: str | None
    span: tuple[int, int]
    plural: bool
    """Whether more than one party agreed who met, so that it is a decision of theirs as well."""
    trigger: str
    quotes: tuple[Quote, ...]

    @property
    def at(self) -> int:
        return self.span[0]

    def said(self, by: str) -> "Bound":
        """The same as told by somebody else than whoever acts."""
        return replace(self, said_by=by)

    @property
    def is_of_this_meeting(self) -> bool:
        """Whether those who met only agreed on it among themselves: "The team agreed to"."""
        return self.strength is Strength.AGREED and OF_THIS_MEETING.fullmatch(self.by or "") is not None


def shortened(action: str) -> str:
    """At most some thirty words, cut at a comma where there is one; without a mark that closes what was quoted from before."""
    if action.count("”") > action.count("“") or action.count('"') % 2:
        action = action.rstrip(' .,;!”"')
    action = without_typist(action)
    if len(action) <= 220:
        return action
    cut = action.rfind(",", 60, 220)
    return action[: cut if cut > 0 else action.rfind(" ", 0, 220)]
