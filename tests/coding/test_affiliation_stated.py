"""Relations between actors that a sentence states."""

from collections.abc import Callable

import pytest

from vedette.coding.affiliation_stated import stated_in
from vedette.coding.document import Sentence

NAMES = {"Red Hill Front": "GROUP", "River Army": "GROUP", "Chad": "COUNTRY", "Omar Adan": "PERSON"}


@pytest.mark.parametrize(
    ("text", "actor", "rel", "of", "hedge"),
    [
        (
            "The Red Hill Front, part of the River Army, fired first.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            None,
        ),
        (
            "The Red Hill Front, believed linked to the River Army, fired first.",
            "Red Hill Front",
            "linked_to",
            "the River Army",
            "believed linked",
        ),
        ("The Chad-backed Red Hill Front fired first.", "Red Hill Front", "backed_by", "Chad", None),
        ("The Red Hill Front, another Chad-backed group, fired first.", "Red Hill Front", "backed_by", "Chad", None),
        ("Chad, which backs the Red Hill Front, spoke.", "the Red Hill Front", "backed_by", "Chad", None),
        (
            "The Red Hill Front, suspected of links to the River Army, fired first.",
            "Red Hill Front",
            "linked_to",
            "the River Army",
            "suspected of links",
        ),
        ("Omar Adan, leader of the Red Hill Front, spoke.", "Omar Adan", "leads", "the Red Hill Front", None),
        ("The Red Hill Front, a militia led by Omar Adan, spoke.", "Omar Adan", "leads", "Red Hill Front", None),
        (
            "The Red Hill Front, which is allied with the River Army, spoke.",
            "Red Hill Front",
            "allied_with",
            "the River Army",
            None,
        ),
    ],
)
def test_reads_a_relation(  # noqa: PLR0917
    text: str, actor: str, rel: str, of: str, hedge: str | None, sentence: Callable[..., Sentence]
) -> None:
    here = {name: label for name, label in NAMES.items() if name in text}
    found = [(one.actor.text, one.rel, one.of.text, one.hedge) for one in stated_in(sentence(text, names=here))]
    assert (actor, rel, of, hedge) in found


CAST = {
    "Red Hill Front": "GROUP",
    "River Army": "GROUP",
    "Delta League": "GROUP",
    "Chad": "COUNTRY",
    "Chadian": "COUNTRY",
    "Sudan": "COUNTRY",
    "Omar Adan": "PERSON",
}
RELATIONS = [
    ("President Omar Adan of Chad spoke.", "Omar Adan leads Chad"),
    ("The Red Hill Front, whose leader is Omar Adan, spoke.", "Omar Adan leads Red Hill Front"),
    (
        "The Red Hill Front and the River Army, which together form the Delta League, spoke.",
        "Red Hill Front part_of the Delta League",
    ),
    (
        "The Delta League, which consists of the Red Hill Front and the River Army, spoke.",
        "River Army part_of Delta League",
    ),
    ("The Red Hill Front, the River Army's ally, spoke.", "Red Hill Front allied_with River Army"),
    ("The Red Hill Front, known for its raids and armed by Chad, spoke.", "Red Hill Front backed_by Chad"),
    ("The Red Hill Front, a militia that Chad arms, spoke.", "Red Hill Front backed_by Chad"),
    ("Chadian opposition leader Omar Adan spoke.", "Omar Adan leads Chadian opposition"),
    ("Omar Adan, who leads the Delta League, spoke.", "Omar Adan leads the Delta League"),
    ("Omar Adan, a former judge, heads the Delta League.", "Omar Adan leads the Delta League"),
    ("The Red Hill Front's leader, Omar Adan, spoke.", "Omar Adan leads Red Hill Front"),
    ("Its commander, Omar Adan, spoke.", "Omar Adan leads Its"),
    ("Chadian Prime Minister Omar Adan spoke.", "Omar Adan leads Chadian"),
    ("Chad's army chief Omar Adan spoke.", "Omar Adan leads Chad's army"),
    ("Omar Adan, the head of the army, spoke.", "Omar Adan leads the army"),
    ("The Red Hill Front, which fought for years, is led by Omar Adan.", "Omar Adan leads The Red Hill Front"),
    (
        "The Red Hill Front, a band of smugglers, is now part of the Delta League.",
        "The Red Hill Front part_of the Delta League",
    ),
    (
        "The Delta League, a coalition to which the Red Hill Front belongs, spoke.",
        "the Red Hill Front part_of Delta League",
    ),
    ("The Delta League, made up of the Red Hill Front and the River Army, spoke.", "River Army part_of Delta League"),
    ("The Red Hill Front, the armed wing of the Delta League, spoke.", "Red Hill Front part_of the Delta League"),
    ("The Red Hill Front, a small unit which is backed by Chad, spoke.", "Red Hill Front backed_by Chad"),
    ("The Red Hill Front, armed and financed by Chad, spoke.", "Red Hill Front backed_by Chad"),
    ("Chad arms the Red Hill Front.", "the Red Hill Front backed_by Chad"),
    ("They fear Chad's ally the Red Hill Front.", "Red Hill Front allied_with Chad"),
    ("His men, the Red Hill Front, are allied with the army.", "Red Hill Front allied_with the army"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_reads_a_relation_by_its_form(text: str, expected: str, sentence: Callable[..., Sentence]) -> None:
    here = {name: label for name, label in CAST.items() if name in text and f"{name}ian" not in text}
    found = [f"{one.actor.text} {one.rel} {one.of.text}" for one in stated_in(sentence(text, names=here))]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("U.N. experts say that the Red Hill Front is backed by Chad.", "U.N. experts say that"),
        ("The Red Hill Front is backed by Chad, according to diplomats.", "according to diplomats"),
        ("Chad is suspected of arming the Red Hill Front.", "suspected"),
        ("The Sudan delegation accused Chad of backing the Red Hill Front.", "accused"),
    ],
)
def test_keeps_at_a_distance_what_others_say(text: str, hedge: str, sentence: Callable[..., Sentence]) -> None:
    here = {name: label for name, label in CAST.items() if name in text}
    found = [(one.rel, one.of.text, one.hedge) for one in stated_in(sentence(text, names=here))]
    assert ("backed_by", "Chad", hedge) in found


@pytest.mark.parametrize(
    "text",
    [
        "Former Chadian President Omar Adan spoke.",
        "Chadian chief justice Omar Adan spoke.",
        "The Northern Branch of the Red Hill Front spoke.",
        "Omar Adan, a former leader of the Red Hill Front, spoke.",
        "Red Hill Front commander Omar Adan spoke.",
        "The Red Hill Front is not backed by Chad.",
        "An unknown Chadian armed group called Red Hill Front spoke.",
        "The Red Hill Front holds the part of Chad that borders the lake.",
    ],
)
def test_what_is_no_relation(text: str, sentence: Callable[..., Sentence]) -> None:
    here = {name: label for name, label in CAST.items() if name in text and f"{name}ian" not in text}
    assert stated_in(sentence(text, names=here)) == ()


def test_a_fight_is_no_relation(sentence: Callable[..., Sentence]) -> None:
    text = "The Red Hill Front attacked the River Army in part of the town."
    names = {"Red Hill Front": "GROUP", "River Army": "GROUP"}
    assert stated_in(sentence(text, names=names)) == ()


@pytest.mark.parametrize(
    ("text", "actor", "rel", "of", "hedge"),
    [
        (
            "The Red Hill Front (RHF), a wing of the River Army, spoke.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            None,
        ),
        ("The Red Hill Front (RHF), led by Omar Adan, spoke.", "Omar Adan", "leads", "Red Hill Front", None),
        ("The Red Hill Front, a River Army affiliate, spoke.", "Red Hill Front", "part_of", "River Army", None),
        (
            "The Red Hill Front, one of three members of the River Army, spoke.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            None,
        ),
        (
            "The Red Hill Front fights under the banner of the River Army.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            None,
        ),
        (
            "The Red Hill Front, another group that raids the coast and the armed wing of the River Army, spoke.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            None,
        ),
        (
            "The Red Hill Front, a group that local officials believe is linked to the River Army, spoke.",
            "Red Hill Front",
            "linked_to",
            "the River Army",
            "that local officials believe is linked",
        ),
        (
            "Diplomats say the Red Hill Front is backed by Chad.",
            "the Red Hill Front",
            "backed_by",
            "Chad",
            "Diplomats say",
        ),
        (
            "Omar Adan, president of the self-declared republic, spoke.",
            "Omar Adan",
            "leads",
            "the self-declared republic",
            None,
        ),
    ],
)
def test_reads_relations_in_more_words(
    *, text: str, actor: str, rel: str, of: str, hedge: str | None, sentence: Callable[..., Sentence]
) -> None:
    names = {name: label for name, label in NAMES.items() if name in text}
    found = [(one.actor.text, one.rel, one.of.text, one.hedge) for one in stated_in(sentence(text, names=names))]
    assert (actor, rel, of, hedge) in found


@pytest.mark.parametrize(
    ("text", "actor", "rel", "of", "hedge"),
    [
        (
            "The Red Hill Front, which Malian police say is sheltered by Chad, fled.",
            "Red Hill Front",
            "backed_by",
            "Chad",
            True,
        ),
        (
            "The Red Hill Front is believed to receive weapons from Chad.",
            "Red Hill Front",
            "backed_by",
            "Chad",
            True,
        ),
        ("The Red Hill Front gets money from Chad.", "Red Hill Front", "backed_by", "Chad", False),
        (
            "The Red Hill Front, a gang led by a smuggler known as Tiger, fled.",
            "Tiger",
            "leads",
            "Red Hill Front",
            False,
        ),
        (
            "Niger considers the Red Hill Front, the largest component of the River Army, a terrorist group.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            False,
        ),
        (
            "Niger regards the Red Hill Front as an arm of the River Army.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            True,
        ),
        (
            "The Red Hill Front is a band of deserters, most of them said to be linked to the River Army.",
            "Red Hill Front",
            "linked_to",
            "the River Army",
            True,
        ),
        (
            "The Red Hill Front swore allegiance to the River Army.",
            "Red Hill Front",
            "linked_to",
            "the River Army",
            False,
        ),
    ],
)
def test_states_backers_aliases_and_parts_in_other_words(
    *, text: str, actor: str, rel: str, of: str, hedge: bool, sentence: Callable[..., Sentence]
) -> None:
    names = {name: label for name, label in NAMES.items() if name in text}
    found = stated_in(sentence(text, names=names))
    assert [(one.actor.text.removeprefix("The "), one.rel, one.of.text, one.hedge is not None) for one in found] == [
        (actor, rel, of, hedge)
    ]
