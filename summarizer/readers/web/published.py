"""What the head of a web page says of it: its title, and the day it was published."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from ...dating.forms import find_absolute

_PUBLISHED = frozenset(
    "article:published_time og:published_time og:article:published_time datepublished dateissued dcterms.issued"
    " dc.date.issued dcterms.created dc.date.created dcterms.date publishdate publish-date publish_date publication_date"
    " pubdate pub_date parsely-pub-date sailthru.date citation_publication_date citation_date article.published"
    " published-date published_at release_date".split()
)
_PERHAPS = frozenset({"date", "dc.date", "created", "content_date"})
"""Names under which some pages give another day; they count where nothing better is there."""
_LATER = re.compile(
    r"modif|updat|revis|aktualisiert|mis à jour|aggiornat|actualiz|expire|\b(?:last|review\w*|event|start\w*|end\w*|due|deadline"
    r"|next|prochain\w*|prossim\w*|próxim\w*|nächst\w*)\b",
    re.IGNORECASE,
)
"""What is said of another day than that of publication."""
_FIRST = re.compile(
    r"publi|pubdate|posted|entry-date|issued|created|\bdate\b|\bdatum\b|\bfecha\b|\bdata\b|veröffentlicht",
    re.IGNORECASE,
)
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_SITE = re.compile(r"\s+(?:[|–—·•»]|::|-)\s+")
_LONGEST_DATE_LINE = 100
_BESIDE_DATE = 40
"""Letters that may stand beside a date on a line which gives it."""
_LABEL = re.compile(r"[^\W\d][^:]{1,40}[:：]\s*\Z")
_ITEM = re.compile(r"\d{1,3}[.)]\s")
_TOP = 12
"""Lines from the top of an article among which its date stands."""


class Published(NamedTuple):
    """A day, and where the page gives it."""

    date: datetime.date
    basis: str


def page_titles(root: HtmlElement) -> list[str]:
    """The titles that the head of a page gives, the best first; without the name of the site where that is known."""
    site = " ".join((_meta(root, {"og:site_name", "application-name"}) or "").split())
    titles: list[str] = []
    for words in (_meta(root, {"og:title", "twitter:title", "dc.title"}), root.findtext(".//title")):
        whole = " ".join((words or "").split())
        parts = _SITE.split(whole)
        bare = whole[: whole.rindex(parts[-1])].rstrip(" |–—·•»:-") if len(parts) > 1 else whole
        titles += [bare, whole] if site and parts[-1] == site else [whole, bare]
    return [each for each in dict.fromkeys(titles) if each]


def declared_date(root: HtmlElement) -> Published | None:
    """The day of publication in the machine-readable data of a page; None where they disagree by more than a day."""
    language = root.get("lang")
    found = [*_in_meta(root, _PUBLISHED, language), *_in_json(root)] or [*_in_meta(root, _PERHAPS, language)]
    days = [each.date for each in found]
    return found[0] if found and max(days) - min(days) <= datetime.timedelta(1) else None


def shown_date(article: HtmlElement, text: str, language: str | None) -> Published | None:
    """The day as a reader sees it: in a `time` element, or on a line of its own at the top of the article's text."""
    times = [(each, day) for each in article.iter("time") if (day := _time(each, language))]
    marked = {day for each, day in times if _FIRST.search(_names(each)) and not _LATER.search(_names(each))}
    plain = {day for each, day in times if not _LATER.search(_names(each))}
    for days in (marked, plain):
        if len(days) == 1:
            return Published(next(iter(days)), "the time element of the page")
    for line in _head(text):
        if not _LATER.search(line):
            dates = find_absolute(line, language=language)
            if len(dates) == 1 and _stands_for_page(line[: dates[0].start], line[dates[0].end :]):
                return Published(dates[0].date, line)
    return None


def _head(text: str) -> Iterator[str]:
    """The short lines above the first paragraph, without lists and tables."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_TOP]
    for line in lines:
        if len(line) > _LONGEST_DATE_LINE:
            return
        if not line.startswith(("- ", "| ")) and not _ITEM.match(line):
            yield line.strip("*#> ")


def _stands_for_page(before: str, after: str) -> bool:
    """Whether a date with these words around it is that of the page, and not one that the page is about."""
    label = _LABEL.search(before)
    return len(before) + len(after) <= _BESIDE_DATE and (label is None or bool(_FIRST.search(label[0])))


def _time(element: HtmlElement, language: str | None) -> datetime.date | None:
    """The day of a `time` element: as it is written, since its attribute may give that of another time zone."""
    shown = find_absolute(element.text_content(), language=language)
    return shown[0].date if len(shown) == 1 else _day(element.get("datetime", ""), language)


def _names(element: HtmlElement) -> str:
    """What an element is called, and what is said before it on its line."""
    above = element.getparent()
    given = [each.get(key, "") for each in (element, above) if each is not None for key in ("class", "itemprop", "id")]
    before = element.getprevious()
    words = (before.tail or before.text_content()) if before is not None else (above.text if above is not None else "")
    return " ".join([*given, "pubdate" if "pubdate" in element.attrib else "", (words or "")[-40:]])


def _meta(root: HtmlElement, names: set[str]) -> str | None:
    return next((content for name, content in _metas(root) if name in names and content.strip()), None)


def _metas(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for each in root.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if each.get(key):
                yield each.get(key, "").lower(), each.get("content", "")


def _in_meta(root: HtmlElement, names: Iterable[str], language: str | None) -> Iterator[Published]:
    for name, content in _metas(root):
        if name in names and (day := _day(content, language)):
            yield Published(day, f"the page's {name}")


def _in_json(root: HtmlElement) -> Iterator[Published]:
    """`datePublished` of what a page says of itself in JSON-LD; not of the parts that it links to."""
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for each in _things(told):
            day = _day(str(each.get("datePublished", "")), None)
            if day:
                yield Published(day, "the page's datePublished")


def _things(told: object) -> Iterator[dict[str, object]]:
    listed = told if isinstance(told, list) else [told]
    for each in listed:
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _day(words: str, language: str | None) -> datetime.date | None:
    iso = _ISO.match(words)
    if iso:
        try:
            return datetime.date(*map(int, iso.groups()))
        except ValueError:
            return None
    found = find_absolute(words[:200], language=language)
    return found[0].date if len(found) == 1 else None
