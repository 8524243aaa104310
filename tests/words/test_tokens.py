"""Estimates of tokens, held against what five tokenizers count in the same words."""

import pytest
from hypothesis import given, strategies as st

from summarizer.words.tokens import estimate

# o200k, cl100k, Llama 3, Qwen 3, Tekken
COUNTED = {
    "The harbour board met on Tuesday and agreed to repair the north pier before the winter storms. Mrs Lindqvist asked "
    "who would pay, and the treasurer said that the fund still held enough for both.": (41, 40, 40, 40, 40),
    "Der Hafenausschuss beschloss am Dienstag, die nördliche Mole vor den Winterstürmen auszubessern. Frau Lindqvist "
    "fragte, wer die Kosten übernehme; der Schatzmeister antwortete, die Rücklage reiche für beides.": (
        54, 64, 64, 64, 52,
    ),
    "Le conseil du port s'est réuni mardi et a décidé de réparer la jetée nord avant les tempêtes d'hiver. Madame "
    "Lindqvist a demandé qui paierait; le trésorier a répondu que le fonds suffisait.": (48, 60, 60, 58, 48),
    "Совет порта собрался во вторник и решил отремонтировать северный пирс до зимних штормов. Госпожа Линдквист "
    "спросила, кто заплатит, и казначей ответил, что средств фонда хватит.": (55, 85, 64, 68, 58),
    "اجتمع مجلس الميناء يوم الثلاثاء وقرر إصلاح الرصيف الشمالي قبل عواصف الشتاء. وسألت السيدة ليندكفيست من سيدفع، فأجاب "
    "أمين الصندوق بأن المال يكفي.": (49, 102, 58, 55, 44),
    "港务委员会星期二开会，决定在冬季风暴来临之前修好北码头。林女士问由谁付款，司库回答说基金里的钱还够用。": (
        41, 65, 43, 36, 46,
    ),
    "港湾委員会は火曜日に集まり、冬の嵐が来る前に北の桟橋を修理することを決めた。費用は誰が払うのかという質問に、会計係は"
    "基金で足りると答えた。": (64, 86, 57, 55, 59),
    "항만 위원회는 화요일에 모여 겨울 폭풍이 오기 전에 북쪽 부두를 수리하기로 결정했다. 누가 비용을 내느냐는 질문에 회계는 "
    "기금이 충분하다고 답했다.": (53, 85, 55, 59, 46),
    "बंदरगाह समिति मंगलवार को मिली और उसने सर्दियों के तूफ़ानों से पहले उत्तरी घाट की मरम्मत करने का निर्णय लिया।": (31, 106, 57, 98, 40),
    "On 2026-03-14 at 09:45 the board approved EUR 1,250,000 (12.5% of 10,000,000) under item 4.2, see file 88-1203/7.": (
        53, 53, 53, 72, 72,
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", COUNTED)
def test_an_estimate_lies_among_the_counts_of_tokenizers(text):
    assert 0.9 * min(COUNTED[text]) <= estimate(text) <= 1.1 * max(COUNTED[text])


@given(st.text(), st.text())
def test_the_parts_of_a_text_add_up_to_the_whole(one, other):
    assert estimate(one) + estimate(other) == estimate(one + other)


def test_spaces_take_nothing_and_half_a_surrogate_pair_does_no_harm():
    assert estimate(" \n\t") == 0
    assert estimate("\ud83d") > 0
