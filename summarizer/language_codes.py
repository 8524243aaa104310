"""The code of a language that somebody names, for a translation that is asked for."""

import re
from difflib import get_close_matches
from functools import cache

from .errors import SettingsError
from .scripts import folded

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
