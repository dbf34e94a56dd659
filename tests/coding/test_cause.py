"""What an act responds to."""

from collections.abc import Callable

import pytest

from vedette.coding.cause import cause_of
from vedette.coding.document import Sentence
from vedette.model import Mark


@pytest.mark.parametrize(
    ("text", "trigger", "cause"),
    [
        ("In retaliation, the rebels fired mortars at the fort.", "fired", "In retaliation"),
        (
            "Oslo imposed the ban in response to what it called growing rebel activity at the port.",
            "ban",
            "growing rebel activity at the port",
        ),
        (
            "Rebels shelled the fort in response to the attack on Arlen, Hodan and Abu Zeid on Monday.",
            "shelled",
            "the attack on Arlen, Hodan and Abu Zeid",
        ),
        (
            "Rebels shelled the fort in response to the attack on Arlen, and Hodan condemned it.",
            "shelled",
            "the attack on Arlen",
        ),
        ("The army shelled the hills in response to the raid on Abu Zeid.", "shelled", "the raid on Abu Zeid"),
        ("Jets struck fighters responsible for an attack on the port.", "struck", "an attack on the port"),
        (
            "Following the strike on the clinic, the minister condemned the army.",
            "condemned",
            "the strike on the clinic",
        ),
        ("The rebels fired mortars at the fort on Monday.", "fired", None),
        ("A drone killed six at Arlen, and the rebels replied with a raid on Hodan.", "killed", None),
        ("A drone killed six at Arlen, and the rebels replied with a raid on Hodan.", "raid", "replied"),
        (
            "The navy shelled the coast in retaliation for rockets fired into Hodan on Monday.",
            "shelled",
            "rockets fired into Hodan",
        ),
        (
            "Jets struck two depots, in retaliation, the navy said, for the attack on a ferry off Hodan.",
            "struck",
            "the attack on a ferry off Hodan",
        ),
        (
            "Oslo shelled the ridge in response to scouts crossing the river on rafts.",
            "shelled",
            "scouts crossing the river on rafts",
        ),
    ],
)
def test_reads_a_cause(
    text: str, trigger: str, cause: str | None, sentence: Callable[..., Sentence], mark: Callable[..., Mark]
) -> None:
    type_ = "ACCUSE" if trigger == "condemned" else "ASSAULT"
    act = mark(text, trigger, type_)
    others = tuple(mark(text, word, "ASSAULT") for word in ("raid", "attack", "strike ") if word in text)
    found = cause_of(act, sentence(text, act, *others), others=others)
    assert (found.text if found else None) == cause
