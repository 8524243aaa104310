"""Names of months and weekdays, the order in which a locale writes day and month, and what is likely a year."""

from .scripts import folded

_MONTHS = (
    "january jan janvier janv gennaio gen enero ene januar jänner janeiro januari"
    " stycznia styczeń ledna января январь январе січня ocak ianuarie jannar ιανουαρίου يناير جانفي",
    "february feb février févr fév febbraio febrero februar feber fevereiro fev februari"
    " lutego luty února февраля февраль феврале лютого şubat februarie frar φεβρουαρίου فبراير شباط فيفري",
    "march mar mars marzo märz mrz março maart marca marzec března марта март марте березня mart martie marzu μαρτίου مارس آذار",
    "april apr avril avr aprile abril abr kwietnia kwiecień dubna апреля апрель апреле квітня nisan aprilie απριλίου أبريل إبريل نيسان أفريل",
    "may mai maggio mag mayo maio mei maj maja května мая май мае травня mayıs mejju μαΐου مايو أيار",
    "june jun juin giugno giu junio juni junho czerwca czerwiec června июня июнь июне червня haziran iunie ġunju ιουνίου يونيو حزيران جوان",
    "july jul juillet juil luglio lug julio juli julho"
    " lipca lipiec července июля июль июле липня temmuz iulie lulju ιουλίου يوليو تموز يوليوز جويلية",
    "august aug août agosto ago augustus"
    " augusti sierpnia sierpień srpna августа август августе серпня ağustos awwissu αυγούστου أغسطس آب غشت أوت",
    "september sept sep septembre settembre sett set septiembre setiembre setembro"
    " września wrzesień září сентября сентябрь сентябре вересня eylül septembrie settembru σεπτεμβρίου سبتمبر أيلول شتنبر",
    "october oct octobre ottobre ott octubre oktober okt outubro out"
    " października październik října октября октябрь октябре жовтня ekim octombrie ottubru οκτωβρίου أكتوبر",
    "november nov novembre noviembre novembro"
    " listopada listopad listopadu ноября ноябрь ноябре листопада kasım noiembrie novembru νοεμβρίου نوفمبر نونبر",
    "december dec décembre déc dicembre dic diciembre dezember dez dezembro"
    " grudnia grudzień prosince декабря декабрь декабре грудня aralık decembrie diċembru δεκεμβρίου ديسمبر دجنبر",
)
_WEEKDAYS = (
    "monday mon lundi lun lunedì lunes montag segunda-feira maandag понедельник понедельника الاثنين الإثنين",
    "tuesday tues tue mardi martedì martes dienstag terça-feira dinsdag вторник вторника الثلاثاء",
    "wednesday wed mercredi mercoledì miércoles mittwoch quarta-feira woensdag среду среда среды الأربعاء",
    "thursday thurs thur thu jeudi giovedì jueves donnerstag quinta-feira donderdag четверг четверга الخميس",
    "friday fri vendredi venerdì viernes freitag sexta-feira vrijdag пятница пятницу пятницы الجمعة",
    "saturday sat samedi sabato sábado samstag sonnabend zaterdag субботу суббота субботы السبت",
    "sunday sun dimanche domenica domingo sonntag zondag воскресенье воскресенья الأحد",
)
_MONTH_FIRST = frozenset({"en-us", "en-ph"})
_DAY_FIRST = frozenset(
    {"fr", "it", "es", "de", "pt", "nl", "el", "ru", "uk", "pl", "tr", "ar", "he", "ro", "mt", "cs", "da", "no", "fi"}
)


def _numbered(rows: tuple[str, ...], first: int) -> dict[str, int]:
    return {folded(name): number for number, row in enumerate(rows, first) for name in row.split()}


MONTHS = _numbered(_MONTHS, 1)
"""Folded names and abbreviations of EN FR IT ES DE PT NL, and as dates write them of PL CS RU UK TR RO MT EL AR SV.

No two of these languages disagree on one."""

WEEKDAYS = _numbered(_WEEKDAYS, 0)
"""Folded names, Monday 0. Abbreviations only where they are no other word of these languages."""

ENGLISH_MONTHS, ENGLISH_WEEKDAYS = (tuple(row.split()[0] for row in rows) for rows in (_MONTHS, _WEEKDAYS))
"""In full and in lower case."""

MONTH_SPELLINGS = sorted(
    {name for row in _MONTHS for n in row.split() for name in (n, folded(n))}, key=len, reverse=True
)
WEEKDAY_SPELLINGS = sorted(
    {name for row in _WEEKDAYS for n in row.split() for name in (n, folded(n))}, key=len, reverse=True
)


def is_year(word: str) -> bool:
    """Whether a bare number is likely a year: of this century or the last one."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def day_first(language: str | None) -> bool | None:
    """Whether that locale writes 03/04 for 3 April; None where it is not settled, as for plain `en`."""
    tag = (language or "").lower().replace("_", "-")
    if tag in _MONTH_FIRST:
        return False
    base, _, region = tag.partition("-")
    if base in _DAY_FIRST or (base == "en" and region in {"gb", "ie", "au", "nz", "in", "mt", "za"}):
        return True
    return None
