"""How much each part of a web page says, in letters, and how much of that is links."""

import re
from functools import cached_property

from lxml.html import HtmlElement

from .elements import is_block

_LETTER = re.compile(r"[^\W_]")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs that say as much as some three letters of an alphabet."""
_SENTENCE = re.compile(r"[.!?…।؟。！？](?:[\"”»’)\]\d]*\s|\W*\Z)")
_PROSE = 60


class Weights:
    """Of a tree, as it is when they are taken; words that the tree loses later still count."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._all = list(root.iter())
        """Kept, since the library forgets its objects and with them their identity."""
        self._letters: dict[HtmlElement, int] = {}
        self._linked: dict[HtmlElement, int] = {}
        self._own: dict[HtmlElement, list[str]] = {}
        self._weigh()

    def letters(self, element: HtmlElement) -> int:
        """Of the words in an element."""
        return self._letters.get(element, 0)

    def free(self, element: HtmlElement) -> int:
        """Of the words that lead nowhere, or only to a place on the page itself."""
        return self._letters.get(element, 0) - self._linked.get(element, 0)

    @property
    def total(self) -> int:
        """Of the words of the page that are no links."""
        return self.free(self.root)

    @cached_property
    def prose(self) -> list[HtmlElement]:
        """The elements that directly hold sentences, in order."""
        return [each for each in self._all if self._is_prose(each)]

    def _is_prose(self, element: HtmlElement) -> bool:
        own = "".join(self._own.get(element, ()))
        return measure(own) >= _PROSE and bool(_SENTENCE.search(own))

    def _weigh(self) -> None:
        block: dict[HtmlElement, HtmlElement] = {}
        link: dict[HtmlElement, bool] = {}
        for element in self._all:
            above = element.getparent() if element is not self.root else None
            inside = above is not None and link[above]
            link[element] = inside or (element.tag == "a" and not element.get("href", "#").startswith("#"))
            block[element] = element if above is None or is_block(element) else block[above]
            self._count(element, element.text, link[element], block[element])
            if above is not None:
                self._count(above, element.tail, link[above], block[above])
        for element in reversed(self._all):
            above = element.getparent() if element is not self.root else None
            if above is not None:
                self._letters[above] = self._letters.get(above, 0) + self._letters.get(element, 0)
                self._linked[above] = self._linked.get(above, 0) + self._linked.get(element, 0)

    def _count(self, element: HtmlElement, words: str | None, linked: bool, block: HtmlElement) -> None:
        if words and (letters := measure(words)):
            self._letters[element] = self._letters.get(element, 0) + letters
            if linked:
                self._linked[element] = self._linked.get(element, 0) + letters
            else:
                self._own.setdefault(block, []).append(words)


def measure(words: str) -> int:
    """Letters of an alphabet, or as many as say as much."""
    return len(_LETTER.findall(words)) + 2 * len(_DENSE.findall(words))
