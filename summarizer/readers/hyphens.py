"""Words that the end of a printed line divides."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_TAIL = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*\Z")
_HEAD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
_OF_ADDRESS = re.compile(r"\S*[^\s.,;:)\]][/\d_=&#%?]\S|\S*[/_=&#%]\S|\S{20}")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_NEVER_A_WORD = re.compile(
    r"(?:(?:[cdglmtvz]|ni[sz]|li[sz])?ations?|(?:i|u)?tions?|sions?|tional(?:ly)?|ments?|[tnl]?ings?|ness(?:es)?|ity|ities"
    r"|ibl[ey]|tive(?:s|ly)?|tures?|[ea]nces?|[ea]ncy|ious(?:ly)?|ously|(?:al|t)?ly|i[sz](?:ed|ing)"
    r"|[tbdv]ers|ber|ter|tors?|cies|ries|tary|sory)"
)
"""What a word ends in and no word of English is."""


class Hyphens:
    """Undoes the hyphens that a line end put there, by what the document itself writes elsewhere."""

    def __init__(self, text: str) -> None:
        self.words = Counter(word.casefold() for word in _WORD.findall(text))

    def joined(self, above: str, below: str, *, full: bool = False) -> tuple[str, str]:
        """The line above, and what stands between it and the next in the same paragraph.

        A soft hyphen goes; another one only where the whole word stands elsewhere in the document and the hyphened
        one does not, or where its second half cannot be a word. Else it stays, as in `long-term`. A web address
        goes on below where its line is full to the last letter, or breaks off at a slash.
        """
        if above.endswith("\u00ad"):
            return above[:-1], ""
        if address := _ADDRESS.search(above):
            whole_line = full and address.start() == 0
            breaks_off = (full or above[-1] in "-/") and _OF_ADDRESS.match(below)
            return above, "" if whole_line or breaks_off else " "
        if above.endswith(("-", "‐")) and not above.endswith((" -", "--")):
            tail, head = _TAIL.search(above[:-1]), _HEAD.match(below)
            if tail and head and self._is_divided(tail[0], head[0]):
                return above[:-1], ""
            return above, "" if head or below[:1].isdigit() else " "
        return above, "" if _WIDE.match(above[-1:]) and _WIDE.match(below[:1]) else " "

    def _is_divided(self, tail: str, head: str) -> bool:
        if not head[0].islower() or "-" in tail:
            return False
        whole, hyphened = (tail + head).casefold(), f"{tail}-{head}".casefold()
        if self.words[hyphened] > 1 or (self.words[hyphened] and not self.words[whole]):
            return False
        return bool(self.words[whole]) or bool(_NEVER_A_WORD.fullmatch(head))
