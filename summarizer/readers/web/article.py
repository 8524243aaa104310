"""Where on a web page its article is: the tree is cut down to it, and to nothing less."""

from collections.abc import Callable, Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from ..html.elements import Weights, is_unseen, rows_of
from ..html.markup import words_of
from .boilerplate import Boilerplate

_FIELDS = ("input", "select", "textarea")
_CONTROLS = ("button", *_FIELDS)
_CONTROL_REACH = 4
"""Levels above a button at which it still belongs to a part of the page."""
_DOMINANT = 0.7
"""Of the words of an element: a child with that many of them is where the article is."""
_ALL = 0.9
"""The same for a page without a heading."""
_LITTLE = 0.05
_LINKED = 0.8
"""Of the letters of a list that leads away from the page."""
_LINK_LISTS = ("ul", "ol", "div", "p")
_GONE = "gone"
"""The tag of an element that is about to be taken out."""
_HEADINGS = ("h1", "h2", "h3")
_LINES = ("h4", "h5", "h6", "p", "div", "center", "font", "b", "strong", "big", "span")
"""What the title of a page stands in where that has no headings."""
_BLOCKS = ("p", "div", "table", "ul", "ol")


def cut_to_article(root: HtmlElement, titles: Sequence[str]) -> HtmlElement:
    """The element that holds the article, out of a tree that loses all that is not of the article.

    titles: as the head of the page gives them. A page whose whole body is the article keeps all of it.
    """
    body = root if root.tag == "body" or root.find("body") is None else root.find("body")
    assert body is not None
    controls, fields = frozenset(_around(body, *_CONTROLS)), frozenset(_around(body, *_FIELDS))
    _remove(body, is_unseen)
    heading = find_heading(body, titles)
    _unwrap_layout_quotes(body)
    _remove(body, Boilerplate(Weights(body), controls, fields, heading).covers)
    weights = Weights(body)
    article = _descend(body, heading, weights)
    _drop_link_lists(article, weights)
    return article


def find_heading(body: HtmlElement, titles: Sequence[str]) -> HtmlElement | None:
    """The heading of the article: the one that the title of the page repeats, else the first of the highest rank.

    On a page without headings, the line that is the title, which becomes one.
    """
    known = [_plain(title) for title in titles]
    headings = [each for each in body.iter(*_HEADINGS) if each.text_content().strip()]
    repeated = [
        (words in known, len(words), -number, each)
        for number, each in enumerate(headings)
        if len(words := _plain(words_of(each))) > 5 and any(words in title or title in words for title in known)
    ]
    if repeated:
        return max(repeated)[-1]
    firsts = [each for each in headings if each.tag == "h1"]
    inside = [each for each in firsts if any(above.tag in ("main", "article") for above in each.iterancestors())]
    if firsts:
        return (inside or firsts)[0]
    for each in body.iterdescendants(*_LINES):
        if next(each.iterchildren(*_BLOCKS), None) is None and _plain(each.text_content()) in known:
            each.tag = "h1"
            return each
    return None


def _descend(body: HtmlElement, heading: HtmlElement | None, weights: Weights) -> HtmlElement:
    """The smallest element that holds the heading and nearly all words, and has nothing of weight beside it.

    A `main` or `article` is gone into, but not out of for a part of it.
    """
    here = body
    share = _DOMINANT if heading is not None else _ALL
    while here.tag not in ("article", "main") and here.get("role") != "main":
        inner = next((each for each in here if weights.free(each) >= share * max(weights.free(here), 1)), None)
        if inner is None or (heading is not None and heading not in inner.iter()):
            break
        if inner.tag in ("p", "ul", "ol", "pre", "dl") or _holds_data(inner):
            break
        beside = [each for each in here if each is not inner]
        if any(_has_weight(each, here, weights) for each in beside):
            break
        if heading is None and any(next(each.iter(*_HEADINGS), None) is not None for each in beside):
            break
        here = inner
    return here


def _has_weight(element: HtmlElement, around: HtmlElement, weights: Weights) -> bool:
    """Whether it lists something, under a heading or not, and is more than a line beside what is around it."""
    lists = any(below.tag in ("li", "tr", "dd", "h2", "h3") for below in element.iter())
    return lists and weights.free(element) > _LITTLE * weights.free(around)


def _holds_data(element: HtmlElement) -> bool:
    return element.tag == "table" and bool(rows_of(element, HtmlElement.text_content))


def _drop_link_lists(article: HtmlElement, weights: Weights) -> None:
    """Lists of links above the first sentence and below the last one, unless something introduces them."""
    order = {each: number for number, each in enumerate(article.iter())}
    prose = [order[each] for each in weights.prose if each in order]
    if not prose:
        return
    first, last = prose[0], prose[-1]

    def leads_away(element: HtmlElement) -> bool:
        letters = weights.letters(element)
        if element.tag not in _LINK_LISTS or not letters or weights.free(element) >= (1 - _LINKED) * letters:
            return False
        outside = order[element] > last or order[element] + sum(1 for _ in element.iter()) <= first
        return outside and not _is_introduced(element)

    _remove(article, leads_away)


def _is_introduced(element: HtmlElement) -> bool:
    """`Participants:` or a heading right above it, or above what it is part of; a heading inside it, too."""
    if next(element.iterdescendants("h1", "h2", "h3", "h4"), None) is not None:
        return True
    here: HtmlElement | None = element
    while here is not None and here.getprevious() is None and here.tag != "body":
        here = here.getparent()
    above = here.getprevious() if here is not None else None
    if above is None:
        return False
    words = above.text_content().strip()
    return words.endswith((":", "：")) or above.tag in ("h2", "h3", "h4", "h5", "h6", "dt")


def _unwrap_layout_quotes(body: HtmlElement) -> None:
    """Quotations that hold most of the page are there for their margin."""
    quotes = list(body.iter("blockquote"))
    weights = Weights(body) if quotes else None
    for quote in quotes:
        if weights is not None and 2 * weights.letters(quote) > weights.letters(body):
            quote.tag = "div"


def _around(body: HtmlElement, *controls: str) -> Iterator[HtmlElement]:
    """What closely surrounds the controls of these kinds."""
    for control in body.iter(*controls):
        if control.get("type") != "hidden":
            for level, above in enumerate(control.iterancestors()):
                if level == _CONTROL_REACH or above.tag == "body":
                    break
                yield above


def _remove(root: HtmlElement, unwanted: Callable[[HtmlElement], bool]) -> None:
    """Take the unwanted elements below an element out of the tree; the words after each stay."""
    for element in list(root.iterdescendants()):
        if next(element.iterancestors(_GONE), None) is None and unwanted(element):
            element.tag = _GONE
    etree.strip_elements(root, _GONE, with_tail=False)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
