"""What must be looked at first is counted and listed."""

from pages import PLAN, claim, page


def test_what_must_be_looked_at_is_counted_and_listed_with_links():
    root, _, _ = page(
        commitments=[
            claim("sell the mill", "Ann Archer will sell the mill"),
            claim("send the plan", PLAN, strength="signed", by="Ann Archer"),
            claim("send the plan to Bob Boyle", PLAN, by="Ann Archer", to="Bob Boyle"),
        ],
        participants=[
            {"name": "Bob Boyle", "presence": "absent", "evidence": [{"quote": "Present: Ann Archer, Bob Boyle"}]}
        ],
    )
    (looks,) = root.xpath("//details")
    assert looks.xpath("string(summary)").endswith(": 2 doubted, 1 corrected, 1 refused, 1 possibly left out")
    assert [each.text_content().split() for each in looks.xpath(".//li")] == [
        ["Bob", "Boyle", "doubted"],
        ["send", "the", "plan", "corrected"],
        ["send", "the", "plan", "to", "Bob", "Boyle", "doubted"],
        ["1", "refused"],
        ["1", "possibly", "left", "out"],
    ]
    for link in looks.xpath(".//li[position() < 4]/a"):
        to = root.get_element_by_id(link.get("href")[1:])
        assert to.xpath("string(th/text() | p/strong)") == link.text_content()
    assert [root.get_element_by_id(each[1:]).get("class") for each in looks.xpath(".//li[position() > 3]/a/@href")] == [
        "refused",
        "possibly-left-out",
    ]


def test_nothing_to_look_at_is_not_mentioned():
    root, _, _ = page("Ann Archer greeted the members.\n")
    assert not root.xpath("//details")
