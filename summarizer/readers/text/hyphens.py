"""Words that the end of a printed line divides, in a PDF, or in a text whose lines a typesetter or a scanner broke."""

import re
from collections import Counter
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_TAIL = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*\Z")
_HEAD = re.compile(r"[^\W\d_]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_NEVER_A_WORD = re.compile(
    r"(?:(?:[cdglmtvz]|ni[sz]|li[sz])?ations?|(?:i|u)?tions?|sions?|tional(?:ly)?|ments?|[tnl]?ings?|ness(?:es)?|ity|ities"
    r"|ibl[ey]|tive(?:s|ly)?|tures?|[ea]nces?|[ea]ncy|ious(?:ly)?|ously|(?:al|t)?ly|i[sz](?:ed|ing)"
    r"|[tbdv]ers|ber|ter|tors?|cies|ries|tary|sory)"
)
"""What a word ends in and no word of English is."""
_ABOVE = re.compile(r"(?P<tail>[^\W\d_]{2,})[-\u2010\u00ad\u00ac]\s*\Z")
_BELOW = re.compile(r"\s*(?P<head>[^\W\d_]+)")
"""A word that a line end divides: what stands of it above and below."""
_NEW = re.compile(r"\s*(?:[-*+•◦▪·–—|>#]|\(?\d{1,3}(?:\.\d{1,3})*[.)]\s|\(?[a-z]\)|[A-Z][^\n:]{0,30}:(?:\s|$))")
"""How a line begins that goes on nothing: an item of a list, a row, a heading, the field of a form."""
_FEWEST, _SHARE = 3, 0.08
"""Words divided by line ends, and their share of the lines, from which the lines are those of a page."""


class Hyphens:
    """Undoes the hyphens that a line end put there, by what the document itself writes elsewhere."""

    def __init__(self, text: str) -> None:
        self.words = Counter(word.casefold() for word in _WORD.findall(text))

    def joined(self, above: str, below: str) -> tuple[str, str]:
        """The line above, and what stands between it and the next in the same paragraph.

        A soft hyphen goes; another one only where the whole word stands elsewhere in the document and the hyphened
        one does not, or where its second half cannot be a word. Else it stays, as in `long-term`.
        """
        if above.endswith("\u00ad"):
            return above[:-1], ""
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

    def is_hyphened(self, tail: str, head: str) -> bool:
        """Whether the text writes the word with its hyphen elsewhere, or the halves as words of their own and never the whole."""
        words, tail, head = self.words, tail.casefold(), head.casefold()
        return not words[tail + head] and (words[f"{tail}-{head}"] > 0 or (words[tail] > 1 and words[head] > 1))


def put_together(text: str) -> str:
    """The text with its divided words whole and each paragraph on one line; as it is where hardly a word is divided."""
    lines = text.split("\n")
    divided = [_divided(above, below) for above, below in pairwise(lines)]
    written = [len(line.rstrip()) for line in lines if line.strip()]
    if sum(each is not None for each in divided) < max(_FEWEST, _SHARE * len(written)):
        return text
    margin = sorted(written)[int(len(written) * 0.9)]
    hyphens = Hyphens(text)
    parts = [lines[0]]
    for (above, below), halves in zip(pairwise(lines), divided, strict=True):
        if halves is not None:
            if not hyphens.is_hyphened(*halves):
                parts[-1] = parts[-1].rstrip()[:-1]
            parts[-1] = parts[-1].rstrip() + below.lstrip()
        elif above.strip() and below.strip() and not _NEW.match(below) and _is_full(above, below, margin):
            parts[-1] = f"{parts[-1].rstrip()} {below.lstrip()}"
        else:
            parts.append(below)
    return "\n".join(parts)


def _divided(above: str, below: str) -> tuple[str, str] | None:
    """The halves of a word that goes on below; a capital there begins a word of its own: `Schleswig-Holstein`."""
    tail, head = _ABOVE.search(above), _BELOW.match(below)
    return (tail["tail"], head["head"]) if tail and head and head["head"][0].islower() else None


def _is_full(above: str, below: str, margin: int) -> bool:
    return len(above.rstrip()) + 1 + len(below.split(maxsplit=1)[0]) > margin
