"""Lists that are longer than the quoted ones."""

import pytest
from checks.telling import WHOLE, told


@pytest.mark.parametrize(
    ("language", "line", "longer", "member", "same"),
    [
        (
            "en",
            "The fund pays for boats, nets and two radios.",
            "The fund pays for boats, nets, radios and fuel.",
            "fuel",
            "The fund pays for radios, boats and nets.",
        ),
        (
            "en",
            "They spoke of roads, cheap housing, schools and other needs.",
            "They spoke of roads, housing, schools and voting.",
            "voting",
            "They spoke of roads, schools, housing and other things.",
        ),
        (
            "fr",
            "Sont invités le club de voile, la chorale et les jardins partagés.",
            "Sont invités le club de voile, la chorale, les jardins partagés et le club de tennis.",
            "club de tennis",
            "Sont invités la chorale, le club de voile et les jardins partagés.",
        ),
        (
            "it",
            "Saranno sostituite le lampade, le serrature e la cassetta.",
            "Si sostituiranno le lampade, le serrature, la cassetta e il citofono.",
            "citofono",
            "Si sostituiranno le serrature, le lampade e la cassetta.",
        ),
        (
            "es",
            "Se comprarán chalecos, remos y dos radios.",
            "Se comprarán chalecos, remos, radios y una lancha.",
            "lancha",
            "Se comprarán radios, remos y chalecos.",
        ),
    ],
)
def test_a_list_has_no_member_more(language: str, line: str, longer: str, member: str, same: str) -> None:
    assert told(longer, line, language=language) == f'The list in the quoted words does not have "{member}".'
    assert told(same, line, language=language) == WHOLE


def test_a_member_may_have_another_name() -> None:
    line = "The council spoke of jobs, housing, education and health care."
    assert told("The council spoke of employment, housing, education and health care.", line) == WHOLE
