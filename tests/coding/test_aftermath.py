"""Tolls that a later sentence tells, acts that describe a target, attacks that were stopped."""

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.aftermath import with_aftermath
from vedette.coding.described import with_described
from vedette.coding.document import Sentence
from vedette.coding.how_many import tolls_of
from vedette.coding.retyping import as_called
from vedette.coding.status import stopping
from vedette.coding.tolling import victims_in
from vedette.model import Mark, Role


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Eleven people were killed and more than 60 wounded, doctors said.", "Eleven people", "more than 60"),
        ("At least 28 people were wounded.", None, "At least 28 people"),
        ("The governor put the toll at 25.", "25", None),
        ("Nine shoppers died and 20 were hurt.", "Nine shoppers", "20"),
        ("The mayor thanked the doctors.", None, None),
        ("Two weeks after gunmen killed 26 tourists, talks began.", None, None),
    ],
)
def test_finds_victims_in_a_sentence(text: str, killed: str | None, injured: str | None) -> None:
    found = {role.role: role.span.text for role in victims_in(text)}
    assert (found.get(Role.KILLED), found.get(Role.INJURED)) == (killed, injured)


def test_gives_an_act_the_toll_that_the_next_sentence_tells_and_its_source() -> None:
    told = with_aftermath(
        document(
            Said(
                text="A shell hit the market of Arden.", events=(("hit", "ASSAULT", {"target": "the market of Arden"}),)
            ),
            Said(text="Nine shoppers were killed and 20 wounded, the mayor said.", events=(("killed", "ASSAULT", {}),)),
        )
    )
    act = told.sentences[0].tagged.marks[0]
    killed, injured = tolls_of(act, told.sentences[0])
    assert killed is not None
    assert injured is not None
    assert (killed.low, injured.low) == (9, 20)
    assert told.report.text[killed.start : killed.end] == "Nine shoppers"
    assert [span.text for span in act.of(Role.SOURCE)] == ["the mayor"]
    assert told.sentences[1].tagged.marks == ()


@pytest.mark.parametrize(("who", "joined"), [("It", True), ("The blast", True), ("They", False), ("Gunmen", False)])
def test_whom_the_blast_itself_killed_is_its_toll(who: str, joined: bool) -> None:
    text = f"{who} killed a conductor."
    told = with_aftermath(
        document(
            Said(text="A bomb exploded beside a bus in Arden.", events=(("exploded", "ASSAULT", {}),)),
            Said(text=text, events=(("killed", "ASSAULT", {"actor": who, "killed": "a conductor"}),)),
        )
    )
    tolls = [span.text for one in told.sentences[0].tagged.marks for span in one.of(Role.KILLED)]
    assert (tolls, bool(told.sentences[1].tagged.marks)) == ((["a conductor"], False) if joined else ([], True))


def test_leaves_a_toll_of_another_day_alone() -> None:
    told = with_aftermath(
        document(
            Said(text="A shell hit the market of Arden.", events=(("hit", "ASSAULT", {}),)),
            Said(text="On Monday nine shoppers were killed.", events=(("killed", "ASSAULT", {"time": "Monday"}),)),
        )
    )
    assert len(told.sentences[1].tagged.marks) == 1


def test_keeps_a_second_figure_for_an_act_as_a_claim_of_its_own() -> None:
    told = with_aftermath(
        document(
            Said(text="A shell killed four.", events=(("killed", "ASSAULT", {"killed": "four"}),)),
            Said(text="Nine people were killed, the rebels said.", events=(("killed", "ASSAULT", {}),)),
        )
    )
    assert len(told.sentences[1].tagged.marks) == 1


def test_tells_an_act_again_that_a_bare_toll_raises() -> None:
    told = with_aftermath(
        document(
            Said(text="A shell killed two in Arden.", events=(("shell", "ASSAULT", {"killed": "two"}),)),
            Said(text="Rescuers later raised the toll to nine."),
        )
    )
    (again,) = told.sentences[1].tagged.marks
    assert (again.trigger.text, [span.text for span in again.of(Role.KILLED)]) == ("toll", ["nine"])


def _described(text: str, *events: tuple[str, str, dict[str, str]]) -> tuple[Mark, ...]:
    return with_described(document(Said(text=text, events=events)).sentences[0]).tagged.marks


@pytest.mark.parametrize("marked", [False, True])
def test_parts_an_act_from_the_one_that_describes_its_target(*, marked: bool) -> None:
    text = "Army helicopters fired on fighters responsible for a bomb attack on traders in Adama, the ministry said."
    outer = ("fired", "ASSAULT", {"actor": "Army helicopters", "target": "fighters", "place": "Adama"})
    inner = ("attack", "ASSAULT", {"target": "traders"})
    marks = _described(text, outer, inner) if marked else _described(text, outer)
    assert [[span.text for span in mark.of(Role.PLACE)] for mark in marks] == [[], ["Adama"]]
    assert [span.text for span in marks[1].of(Role.ACTOR)] == ["fighters"]
    assert marks[1].of(Role.TARGET)[0].text.startswith("traders")


def _first(text: str, trigger: str, **roles: str) -> tuple[Mark, Sentence]:
    sentence = document(Said(text=text, events=((trigger, "ASSAULT", roles),))).sentences[0]
    return sentence.tagged.marks[0], sentence


@pytest.mark.parametrize(
    ("text", "trigger", "stopped"),
    [
        ("Air defences shot down 12 drones.", "shot down", True),
        ("Rebels shot down a fighter jet.", "shot down", False),
        ("The guards foiled a suicide attack on the camp.", "attack", True),
        ("An attack on the suburb was repelled by residents.", "attack", True),
        ("An attack on the suburb killed two.", "attack", False),
    ],
)
def test_knows_an_attack_that_was_stopped(text: str, trigger: str, *, stopped: bool) -> None:
    target = {"target": "a fighter jet"} if "jet" in text else {}
    assert (stopping(*_first(text, trigger, **target)) is not None) is stopped


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "type_"),
    [
        ("Rebels raided two villages.", "raided", "Rebels", "ASSAULT"),
        ("Police raided two offices.", "raided", "Police", "COERCE"),
        ("Rome imposed sanctions on him.", "sanctions", "Rome", "SANCTION"),
    ],
)
def test_settles_a_type_by_its_words(text: str, trigger: str, actor: str, type_: str) -> None:
    sentence = document(Said(text=text, events=((trigger, "COERCE", {"actor": actor}),))).sentences[0]
    assert as_called(sentence.tagged.marks[0], sentence).type == type_


def test_what_ranks_an_act_is_no_other_act() -> None:
    told = with_aftermath(
        document(
            Said(text="A shell hit the market of Arden.", events=(("hit", "ASSAULT", {}),)),
            Said(
                text="The governor put the toll at 14 dead and over 30 injured, making it the worst attack since May.",
                events=(("attack", "ASSAULT", {}),),
            ),
        )
    )
    killed, injured = tolls_of(told.sentences[0].tagged.marks[0], told.sentences[0])
    assert killed is not None
    assert injured is not None
    assert (killed.low, injured.low) == (14, 31)


def test_a_count_as_of_a_day_is_the_toll_of_the_act_before() -> None:
    told = with_aftermath(
        document(
            Said(text="A shell hit the market of Arden.", events=(("hit", "ASSAULT", {}),)),
            Said(text="The death toll rose to 15 as of early Friday.", events=()),
        )
    )
    killed, _ = tolls_of(told.sentences[0].tagged.marks[0], told.sentences[0])
    assert killed is not None
    assert killed.low == 15


def test_what_an_act_was_called_has_no_toll_of_its_own() -> None:
    told = with_aftermath(
        document(
            Said(text="A drone hit a car in Arden.", events=(("hit", "ASSAULT", {"target": "a car"}),)),
            Said(text="He called it a blatant assassination.", events=(("assassination", "ASSAULT", {}),)),
            Said(text="Two people were killed.", events=(("killed", "ASSAULT", {}),)),
        )
    )
    marks = [(one.trigger.text, len(one.of(Role.KILLED))) for said in told.sentences for one in said.tagged.marks]
    assert marks == [("hit", 1), ("assassination", 0)]
