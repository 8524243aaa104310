"""Names of months and weekdays, and the order in which a locale writes day and month."""

import unicodedata

_MONTHS = (
    "january jan janvier janv gennaio gen enero ene januar jänner janeiro januari"
    " stycznia styczeń ledna января січня ocak ianuarie jannar ιανουαρίου يناير",
    "february feb février févr fév febbraio febrero februar feber fevereiro fev februari"
    " lutego luty února февраля лютого şubat februarie frar φεβρουαρίου فبراير",
    "march mar mars marzo märz mrz março maart marca marzec března марта березня mart martie marzu μαρτίου مارس",
    "april apr avril avr aprile abril abr kwietnia kwiecień dubna апреля квітня nisan aprilie απριλίου أبريل",
    "may mai maggio mag mayo maio mei maj maja května мая травня mayıs mejju μαΐου مايو",
    "june jun juin giugno giu junio juni junho czerwca czerwiec června июня червня haziran iunie ġunju ιουνίου يونيو",
    "july jul juillet juil luglio lug julio juli julho"
    " lipca lipiec července июля липня temmuz iulie lulju ιουλίου يوليو",
    "august aug août agosto ago augustus"
    " augusti sierpnia sierpień srpna августа серпня ağustos awwissu αυγούστου أغسطس",
    "september sept sep septembre settembre sett set septiembre setiembre setembro"
    " września wrzesień září сентября вересня eylül septembrie settembru σεπτεμβρίου سبتمبر",
    "october oct octobre ottobre ott octubre oktober okt outubro out"
    " października październik října октября жовтня ekim octombrie ottubru οκτωβρίου أكتوبر",
    "november nov novembre noviembre novembro"
    " listopada listopad listopadu ноября листопада kasım noiembrie novembru νοεμβρίου نوفمبر",
    "december dec décembre déc dicembre dic diciembre dezember dez dezembro"
    " grudnia grudzień prosince декабря грудня aralık decembrie diċembru δεκεμβρίου ديسمبر",
)
_WEEKDAYS = (
    "monday mon lundi lun lunedì lunes montag segunda-feira maandag",
    "tuesday tues tue mardi martedì martes dienstag terça-feira dinsdag",
    "wednesday wed mercredi mercoledì miércoles mittwoch quarta-feira woensdag",
    "thursday thurs thur thu jeudi giovedì jueves donnerstag quinta-feira donderdag",
    "friday fri vendredi venerdì viernes freitag sexta-feira vrijdag",
    "saturday sat samedi sabato sábado samstag sonnabend zaterdag",
    "sunday sun dimanche domenica domingo sonntag zondag",
)
_MONTH_FIRST = frozenset({"en-us", "en-ph"})
_DAY_FIRST = frozenset(
    {"fr", "it", "es", "de", "pt", "nl", "el", "ru", "uk", "pl", "tr", "ar", "he", "ro", "mt", "cs", "da", "no", "fi"}
)


def fold(text: str) -> str:
    """Lower case without accents, for looking up a word. Its length may differ from that of `text`."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _numbered(rows: tuple[str, ...], first: int) -> dict[str, int]:
    return {fold(name): number for number, row in enumerate(rows, first) for name in row.split()}


MONTHS = _numbered(_MONTHS, 1)
"""Folded names and abbreviations of EN FR IT ES DE PT NL, and as dates write them of PL CS RU UK TR RO MT EL AR SV.

No two of these languages disagree on one."""

WEEKDAYS = _numbered(_WEEKDAYS, 0)
"""Folded names, Monday 0. Abbreviations only where they are no other word of these languages."""

MONTH_SPELLINGS = sorted({name for row in _MONTHS for n in row.split() for name in (n, fold(n))}, key=len, reverse=True)
WEEKDAY_SPELLINGS = sorted(
    {name for row in _WEEKDAYS for n in row.split() for name in (n, fold(n))}, key=len, reverse=True
)


def day_first(language: str | None) -> bool | None:
    """Whether that locale writes 03/04 for 3 April; None where it is not settled, as for plain `en`."""
    tag = (language or "").lower().replace("_", "-")
    if tag in _MONTH_FIRST:
        return False
    base, _, region = tag.partition("-")
    if base in _DAY_FIRST or (base == "en" and region in {"gb", "ie", "au", "nz", "in", "mt", "za"}):
        return True
    return None
