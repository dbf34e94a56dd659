"""Reactions laid end to end."""

from vedette.linking.chains import chains
from vedette.model import Reaction


def answer(of: str, by: str, basis: str = "stated") -> Reaction:
    return Reaction(
        from_=by,
        because_of=of,
        basis=basis,
        kind="retaliation",
        probability=0.8,
        quote=f"{by} answered {of}." if basis == "stated" else None,
        report_id="r1" if basis == "stated" else None,
    )


def named(*reactions: Reaction) -> list[str]:
    return ["".join([run[0].because_of, *(one.from_ for one in run)]) for run in chains(reactions)]


def test_lays_answers_end_to_end_with_their_sentences() -> None:
    [run] = chains([answer("b", "c"), answer("a", "b")])
    assert [one.quote for one in run] == ["b answered a.", "c answered b."]


def test_an_act_with_two_answers_begins_two_runs() -> None:
    assert named(answer("a", "b"), answer("b", "c"), answer("b", "d")) == ["abc", "abd"]


def test_one_answer_alone_is_no_chain() -> None:
    assert named(answer("a", "b"), answer("x", "y")) == []


def test_stated_and_inferred_are_never_mixed() -> None:
    assert named(answer("a", "b"), answer("b", "c", "inferred")) == []


def test_a_ring_ends() -> None:
    assert named(answer("s", "a"), answer("a", "b"), answer("b", "a")) == ["sab"]
