"""Persons who order or announce an act."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.ordering import without_orderer
from vedette.model import Label, Mark, Name, Role, Tagged, cut


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "person", "kept"),
    [
        ("President Ruto ordered the raids on Monday.", "raids", "President Ruto", "Ruto", False),
        ("General Musa announced fresh air strikes.", "strikes", "General Musa", "Musa", False),
        ("Ruto led the raids.", "raids", "Ruto", "Ruto", True),
        ("The army announced the strikes.", "strikes", "The army", None, True),
    ],
)
def test_who_orders_an_act_did_not_do_it(
    text: str, trigger: str, actor: str, person: str | None, mark: Callable[..., Mark], *, kept: bool
) -> None:
    one = mark(text, trigger, "ASSAULT", actor=actor)
    at = text.index(person) if person else 0
    names = (Name(span=cut(text, at, at + len(person)), label=Label.PERSON),) if person else ()
    found = without_orderer(one, Tagged(text=text, marks=(one,), names=names))
    assert bool(found.of(Role.ACTOR)) is kept


def test_who_judges_an_act_has_not_done_it(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "Marland called the raids a provocation."
    made = mark(text, "raids", "ASSAULT", actor="Marland")
    assert without_orderer(made, sentence(text, made).tagged).of(Role.ACTOR) == ()
