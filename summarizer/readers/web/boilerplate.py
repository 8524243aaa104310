"""What of a web page is no part of its article: menus, notices, buttons to share, further reading."""

import re

from lxml.html import HtmlElement

from ..html.elements import Weights

_TAGS = frozenset({"nav", "footer"})
_ROLES = frozenset(
    "navigation contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip".split()
)
_MARKS = frozenset(
    "share sharing shares sharer social addthis sharethis sharedaddy addtoany related recommended recommendations recirc"
    " newsletter subscribe subscription signup cookie cookies consent gdpr onetrust didomi cookiebot breadcrumb breadcrumbs"
    " nav navbar navigation menu submenu sidebar footer masthead toolbar pagination pager skip skiplink skiplinks comments disqus"
    " respond promo advert advertisement ads sponsor popup modal overlay print tags tagcloud taglist login search"
    " feedback topbar utility language languages partager condividi compartir teilen".split()
)
"""Words of a class or an id that name such a part."""
_CONSENT_MARKS = frozenset("cookie cookies consent gdpr onetrust didomi cookiebot".split())
_SURE = frozenset(
    "breadcrumb breadcrumbs sharedaddy addthis disqus newsletter"
    " related sidebar pagination skiplink skiplinks tagcloud".split()
)
"""Those that name nothing else, however much the part says."""
_CONTENT = frozenset(
    "h1 h2 h3 h4 h5 h6 p li td th tr tbody dt dd b strong em i span a cite html body main article".split()
)
"""Elements that name what they say, not what they are for: `<h2 id="related">`."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_SHARING = re.compile(
    r"(?:facebook|fb)\.com/(?:sharer|dialog|share)|(?:twitter|x)\.com/(?:intent|share|home\?)|linkedin\.com/(?:share|cws)"
    r"|(?:wa\.me|whatsapp\.com/send|whatsapp:|t\.me/share|telegram\.me/share)|pinterest\.\w+/pin/create"
    r"|reddit\.com/submit|\Amailto:\?|bsky\.app/intent|javascript:window\.print",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\bcookies?\b|クッキー|كوكيز|ملفات تعريف", re.IGNORECASE)
_OWNER = re.compile(r"\W*(?:©|copyright\b|\(c\)\s|all rights reserved)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|all rights reserved", re.IGNORECASE)
_INLINE = frozenset({"span", "a", "b", "strong"})
_NO_CONTROL = frozenset("h1 h2 td th b strong em i span html body".split())
_FEW = 8
"""Parts of a page that may follow its footer."""
_FURTHER = re.compile(
    r"(?:(?:you (?:may|might) (?:also )?(?:like|be interested)|related\b|read (?:more|next|also)|see also|further reading"
    r"|more (?:from|on|news|stories)|latest (?:news|stories|press|from)|other news|recent (?:news|posts)|most (?:read|popular)"
    r"|recommended|share (?:this|on)|follow us|stay (?:connected|informed)|subscribe|sign up|newsletter|contact us\Z|tags?\Z|quick links"
    r"|à lire (?:aussi|également)|lire aussi|articles? (?:liés|connexes|similaires)|sur le même (?:sujet|thème)|voir aussi|partager"
    r"|leggi anche|articoli correlati|notizie correlate|ultime notizie|vedi anche|potrebbe interessarti|condividi"
    r"|ver también|le puede interesar|noticias relacionadas|artículos relacionados|últimas noticias|lea también|compartir"
    r"|mehr zum thema|lesen sie auch|weitere (?:artikel|meldungen|nachrichten)|das könnte sie|siehe auch|teilen"
    r"|leia também|notícias relacionadas|lees ook|اقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|関連記事|相关(?:新闻|文章|阅读)|關聯|관련 (?:기사|뉴스))"
    r")",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"(?:share|share (?:this|on)(?: \w+){0,2}|print(?: this page| page)?|e-?mail(?: this)?|tweet|facebook|twitter|x|linkedin|whatsapp"
    r"|copy link|back to (?:the )?top|top|skip to (?:main )?content|read more|back|previous|next|download pdf|subscribe|partager|imprimer"
    r"|haut de page|condividi|stampa|torna su|compartir|imprimir|teilen|drucken|nach oben)\W*",
    re.IGNORECASE,
)
_UNLINKED_CONTROL = re.compile(
    r"(?:share(?: this)?(?: (?:page|article|story|release|post))?|share on|follow us(?: on)?|partager|condividi|compartir|teilen)\s*:?",
    re.IGNORECASE,
)
_NOTICE = 800
"""Letters of a notice about cookies, or of a part that its class alone does not condemn, at the most."""
_LONGEST_CONSENT = 20_000
_BETWEEN_COOKIES = 300
"""Letters between two mentions of cookies in a form about them, on average and at the most."""
_PARAGRAPH = 60
_FORM = 300
"""Letters of a form and what invites to fill it in, at the most."""
_LINE = 200
"""Letters of a line about rights, or of a row of buttons, at the most."""
_CHANGED = re.compile(r"updated|modified", re.IGNORECASE)
_MOST = 0.25
"""Of the words of the page: a part with more of them is no boilerplate, whatever its class is."""
_NEARLY_ALL = 0.8
"""The same for what is called a menu, a footer or a notice by the page itself."""


class Boilerplate:
    """Judges parts of one page, by what all of its words weigh."""

    def __init__(
        self,
        weights: Weights,
        controls: frozenset[HtmlElement],
        fields: frozenset[HtmlElement],
        title: HtmlElement | None,
    ) -> None:
        self.weights = weights
        self.controls = controls
        """Elements that closely surround a button or a field to fill in."""
        self.fields = fields
        """Those that surround a field."""
        self.holds_title = frozenset() if title is None else frozenset((title, *title.iterancestors()))

    def covers(self, element: HtmlElement) -> bool:
        """Whether an element as a whole is boilerplate."""
        if element in self.holds_title:
            return False
        letters, free = self.weights.letters(element), self.weights.free(element)
        marks = _marks(element)
        if free > _NEARLY_ALL * self.weights.total and not self._is_huge_notice(element, letters, marks):
            return False
        if element.tag in _TAGS or element.get("role") in _ROLES or marks & _CONSENT_MARKS:
            return True
        if self._is_consent(element, letters):
            return True
        if free > _MOST * self.weights.total:
            return False
        if element in self.fields and letters < _FORM:
            return True
        if element.tag == "time" and _CHANGED.search(element.get("class", "") + element.get("itemprop", "")):
            return True
        linked = letters > 0 and free < 0.75 * letters
        if element.tag == "aside" and (linked or element in self.controls):
            return True
        if marks & _SURE or (marks and (linked or element in self.controls or letters < _NOTICE)):
            return True
        return self._is_owner(element, letters) or self._is_further_reading(element) or self._is_control(element)

    def _is_owner(self, element: HtmlElement, letters: int) -> bool:
        """A line about whose the page is."""
        if element.tag not in _INLINE and letters < _LINE and _OWNER.match(element.text_content()):
            return True
        below = [each for each in element if self.weights.letters(each)]
        return bool(below) and below[-1].tag not in _INLINE and self._owns(below[-1]) and self._ends_page(element)

    def _owns(self, element: HtmlElement) -> bool:
        words = element.text_content() if self.weights.letters(element) < _LINE else ""
        return bool(_OWNER.match(words) and _YEAR.search(words))

    def _ends_page(self, element: HtmlElement) -> bool:
        """Whether nothing of the article can follow, but only what is boilerplate itself."""
        below = [each for here in (element, *element.iterancestors()) for each in here.itersiblings()]
        said = [each for each in below if self.weights.letters(each)]
        return len(said) < _FEW and all(self.covers(each) for each in said)

    def _is_huge_notice(self, element: HtmlElement, letters: int, marks: set[str]) -> bool:
        """A form about cookies that outweighs a short article: only beside a title, with buttons, and named or evident."""
        if not self.holds_title or element not in self.controls or letters <= _NOTICE:
            return False
        return bool(marks & _CONSENT_MARKS) or self._is_consent(element, letters)

    def _is_consent(self, element: HtmlElement, letters: int) -> bool:
        """A notice about cookies with a button, or a long form that speaks of hardly anything else."""
        if element not in self.controls or letters > _LONGEST_CONSENT:
            return False
        times = len(_CONSENT.findall(element.text_content()))
        if times == 0 or letters >= max(_NOTICE, times * _BETWEEN_COOKIES):
            return False
        return not any(self._says_it_all(child, times, letters) for child in element)

    def _says_it_all(self, child: HtmlElement, times: int, letters: int) -> bool:
        """Whether a part of it is the notice, and what stands beside that part is something else."""
        beside = letters - self.weights.letters(child)
        return child in self.controls and beside > _PARAGRAPH and len(_CONSENT.findall(child.text_content())) == times

    def _is_further_reading(self, element: HtmlElement) -> bool:
        """A list of links under a heading that says so, or a part of the page which begins with such a heading."""
        if element.tag in ("ul", "ol", "div", "section", "p", "table", "article"):
            above = element.getprevious()
            if above is not None and self.weights.letters(above) < 60 and _FURTHER.match(above.text_content().strip()):
                return self.weights.free(element) < 0.5 * self.weights.letters(element)
        if element.tag not in ("div", "section", "aside", "ul"):
            return False
        heading = next((each for each in element if self.weights.letters(each)), None)
        while heading is not None and self.weights.letters(heading) >= _PARAGRAPH:
            heading = next((each for each in heading if self.weights.letters(each)), None)
        if heading is None:
            return False
        words = heading.text_content().strip()
        if not _FURTHER.match(words) or not element.text_content().strip().startswith(words):
            return False
        return element in self.controls or self.weights.free(element) < 0.75 * self.weights.letters(element)

    def _is_control(self, element: HtmlElement) -> bool:
        letters = self.weights.letters(element)
        if letters >= _LINE or element.tag in _NO_CONTROL:
            return False
        links = [element] if element.tag == "a" else list(element.iterdescendants("a"))
        if links and self.weights.free(element) < 30 and all(_SHARING.search(link.get("href", "")) for link in links):
            return True
        words = " ".join(element.text_content().split())
        if links and (self.weights.free(element) == 0 or words == " ".join(links[0].text_content().split())):
            return bool(_CONTROL.fullmatch(words))
        return element.tag != "a" and _UNLINKED_CONTROL.fullmatch(words) is not None


def _marks(element: HtmlElement) -> set[str]:
    if element.tag in _CONTENT:
        return set()
    named = element.get("class", "")
    heading = next((each for each in element.iterdescendants("h1", "h2", "h3", "h4")), None)
    if heading is None or _slug(element.get("id", "")) != _slug(heading.text_content()):
        named += " " + element.get("id", "")
    return {word.lower() for word in _WORD.findall(named)} & _MARKS


def _slug(words: str) -> str:
    return re.sub(r"\W+", "-", words.strip().lower()).replace("_", "-").strip("-")
