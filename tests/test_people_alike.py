"""People are compared only where their names have a part in common; no two names of one person may lack one."""

from itertools import permutations

from summarizer.uniting.names import person_name
from summarizer.uniting.people import Bearers, same_person

ONE_PERSON_EACH = [
    ("Anna Marsh", "Marsh", "Ms Marsh", "Anna M.", "A. Marsh", "MARSH Anna", "Marsh, Anna", "Anna Louise Marsh"),
    ("Khalifa Haftar", "Field Marshal Hifter", "Haftar"),
    ("Abdul Rahman Saleh", "Abdurrahman Saleh"),
    ("J. Edgar Hoover", "Edgar Hoover"),
    ("Secretary of the Ministry of Transport Lena Brandt", "Lena Brandt", "Minister Brandt"),
    ("Sheikh Tamim bin Hamad Al Thani", "Al Thani"),
    ("Park Ji-hoon", "Park Jihoon", "Mr Park"),
    ("Hans Müller", "Mueller", "Hans Mueller"),
    ("Ana Ruiz Paz", "Ana Ruiz"),
    ("William Hay", "Bill Hay", 'William "Will" Hay', "Will Hay"),
]


def test_whoever_may_be_the_same_person_is_found_by_a_part_of_the_name() -> None:
    compared = 0
    for one, other in permutations([name for names in ONE_PERSON_EACH for name in names], 2):
        if same_person(one, other) and person_name(one).label != person_name(other).label:
            known = Bearers()
            known.add(person_name(other), [0])
            assert known.near(person_name(one)) == [[0]], (one, other)
            compared += 1
    assert compared > 60


def test_whoever_has_no_part_of_the_name_in_common_is_not_looked_at() -> None:
    known = Bearers()
    known.add(person_name("Khalifa Haftar"), [0])
    known.add(person_name("Anna Marsh"), [1])
    assert known.near(person_name("Minister Marsh")) == [[1]]
