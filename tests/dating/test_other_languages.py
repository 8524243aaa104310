"""Dates as Dutch, Portuguese, Maltese, Russian, Arabic, Chinese and Japanese write them."""

import datetime

import pytest

from summarizer.dates import find_absolute, resolve

ANCHOR = datetime.date(2025, 3, 12)  # a Wednesday


@pytest.mark.parametrize(
    ("language", "words", "start", "end"),
    [
        ("nl", "uiterlijk op 30 mei 2025", None, "2025-05-30"),
        ("nl", "tegen vrijdag 11 april", None, "2025-04-11"),
        ("nl", "volgende week", "2025-03-17", "2025-03-23"),
        ("nl", "vóór 1 juli", None, "2025-06-30"),
        ("pt", "até ao final de junho", None, "2025-06-30"),
        ("pt", "até sexta-feira", None, "2025-03-14"),
        ("pt", "a partir de 1 de setembro de 2025", "2025-09-01", None),
        ("ru", "до 30 апреля 2025 года", None, "2025-04-30"),
        ("ru", "не позднее 21 марта", None, "2025-03-21"),
        ("ru", "в течение двух недель", "2025-03-12", "2025-03-26"),
        ("ru", "в июне 2025 г.", "2025-06-01", "2025-06-30"),
        ("ar", "قبل ١٥ أبريل ٢٠٢٥", None, "2025-04-14"),
        ("ar", "بحلول نهاية يونيو", None, "2025-06-30"),
        ("ar", "خلال أسبوعين", "2025-03-12", "2025-03-26"),
        ("ar", "في غضون ثلاثة أيام", "2025-03-12", "2025-03-15"),
        ("ar", "خلال شهر", "2025-03-12", "2025-04-12"),
        ("ar", "اعتباراً من الأول من أبريل المقبل", "2025-04-01", None),
        ("ar", "قبل نهاية الشهر الجاري", None, "2025-03-31"),
        ("ar", "صباح الغد", "2025-03-13", "2025-03-13"),
        ("ar", "بعد غد", "2025-03-14", "2025-03-14"),
        ("mt", "sal-Ġimgħa", None, "2025-03-14"),
        ("mt", "sal-aħħar ta' Awwissu", None, "2025-08-31"),
        ("mt", "sal-15 ta' April 2025", None, "2025-04-15"),
        ("mt", "qabel il-Ħamis", None, "2025-03-12"),
        ("mt", "nhar it-Tlieta 18 ta' Marzu", "2025-03-18", "2025-03-18"),
        ("mt", "il-ġimgħa d-dieħla", "2025-03-17", "2025-03-23"),
        ("mt", "fi żmien ġimagħtejn", "2025-03-26", "2025-03-26"),
        ("mt", "ix-xahar id-dieħel", "2025-04-01", "2025-04-30"),
        ("mt", "kull xahar", None, None),
        ("mt", "f'April", "2025-04-01", "2025-04-30"),
        ("zh", "2025年4月15日之前", None, "2025-04-14"),
        ("zh", "5月底前", None, "2025-05-31"),
        ("zh", "自2025年7月1日起", "2025-07-01", None),
        ("zh", "2026年", "2026-01-01", "2026-12-31"),
        ("ja", "4月15日までに", None, "2025-04-15"),
        ("ja", "6月末まで", None, "2025-06-30"),
        ("ja", "令和7年4月1日から", "2025-04-01", None),
        ("fr", "d’ici au 15 avril 2025", None, "2025-04-15"),
    ],
)
def test_the_interval_is_computed(language: str, words: str, start: str | None, end: str | None) -> None:
    when = resolve(words, anchor=ANCHOR, language=language)
    assert (when.start and when.start.isoformat(), when.end and when.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "zo snel mogelijk"),
        ("pt", "em breve"),
        ("ru", "как можно скорее"),
        ("zh", "尽快"),
        ("ja", "速やかに"),
        ("ja", "13月45日まで"),
    ],
)
def test_what_is_no_date_gives_none(language: str, words: str) -> None:
    when = resolve(words, anchor=ANCHOR, language=language)
    assert (when.start, when.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("محضر، ١٢ مارس ٢٠٢٥", "١٢ مارس ٢٠٢٥"),
        ("議事録　令和7年3月12日（水）", "令和7年3月12日"),
        ("2025年３月12日", "2025年３月12日"),
    ],
)
def test_a_complete_date_is_found_where_it_stands(text: str, written: str) -> None:
    (found,) = find_absolute(text)
    assert (text[found.start : found.end], found.date) == (written, ANCHOR)
