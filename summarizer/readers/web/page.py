"""Web pages as a browser saves them, as HTML or in one MHTML file: the article, with its title and date."""

import re

from ...documents import canonical
from ...errors import DocumentError
from ...extras import needed
from ..html.charsets import decode_page
from ..reading import Written

_WORD = re.compile(r"[^\W_]")
_FEWEST = 30
"""Letters of an article, at the least, on a page that programs fill in."""
_LANGUAGE = re.compile(r"[a-z]{2}\b", re.IGNORECASE)


def read_html(data: bytes, name: str) -> Written:
    """The article of a page, without menus, notices and further reading. Raises DocumentError where there is none."""
    with needed("web", name, "a web page"):
        import lxml.html  # noqa: F401
    return _read(canonical(decode_page(data, name)), name)


def read_mhtml(data: bytes, name: str) -> Written:
    """The article of a page that a browser saved with its pictures as a single file."""
    with needed("web", name, "a web page"):
        import lxml.html  # noqa: F401
    from ..mail.message import parsed

    for part in parsed(data, name).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            assert isinstance(page, bytes)  # as of any part that is not one of several
            return _read(canonical(decode_page(page, name, part.get_content_charset())), name)
    raise DocumentError(f"{name} is a saved web page without its page.", hint="Save it again, as a complete web page.")


def _read(page: str, name: str) -> Written:
    from ..html.elements import parse
    from ..html.markup import render, words_of
    from .article import cut_to_article, find_heading
    from .published import declared_date, page_titles, shown_date

    root = parse(page, name)
    titles, declared = page_titles(root), declared_date(root)
    filled_in = next(root.iter("script"), None) is not None
    language = root.get("lang") if _LANGUAGE.match(root.get("lang", "")) else None
    article = cut_to_article(root, titles)
    text = render(article)
    if len(_WORD.findall(text)) < (_FEWEST if filled_in else 1):
        raise DocumentError(
            f"{name} is a web page that holds no article: a program fills it in when it is shown, or it is empty.",
            hint="Open it in a browser, wait until all is shown, and save it then, or copy the text.",
        )
    heading = find_heading(article, titles)
    title = words_of(heading) if heading is not None else next(iter(titles), None)
    if title and heading is None:
        text = f"# {title}\n\n{text}"
    date = shown_date(article, text, language) or declared
    return Written(text, title, date.date if date else None, date.basis if date else None)
