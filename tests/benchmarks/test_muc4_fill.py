"""Templates from what was learnt."""

import numpy as np

from benchmarks.muc4_fill import Choice, built, filled, type_chances
from benchmarks.muc4_learnt import BUCKETS, FILE, TYPES, Table, hashed
from benchmarks.muc4_score import SLOTS
from benchmarks.muc4_words import words_of
from vedette.tagging import load

FLOORS = Table({"type_floors": np.full(len(TYPES), 0.5), "slot_floors": np.full(len(SLOTS), 0.5)})


def shipped() -> Table:
    with np.load(FILE) as held:
        return Table({name: held[name].astype(np.float32) for name in held.files if name != "tagger"})


def choice(slot: str, type_: str, text: str) -> Choice:
    return Choice(slot=SLOTS.index(slot), type=TYPES.index(type_), text=text, inputs=np.zeros(1, dtype=np.float32))


def chances(**given: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.asarray([given.get(name, 0.0) for name in TYPES], dtype=np.float32)


def test_a_likely_type_makes_a_template_with_its_likely_entities() -> None:
    offered = [
        choice("Victim", "attack", "ana ruiz"),
        choice("Victim", "attack", "a rumour"),
        choice("Weapon", "arson", "petrol"),
    ]
    (made,) = built(chances(attack=0.9, arson=0.1), offered, [0.8, 0.2, 0.9], FLOORS)
    assert (made.incident_type, made.entities("Victim"), made.entities("Weapon")) == ("attack", (("ana ruiz",),), ())


def test_no_likely_type_makes_none() -> None:
    assert built(chances(attack=0.4), [choice("Victim", "attack", "ana ruiz")], [0.9], FLOORS) == []


def test_the_likelier_entity_stands_first() -> None:
    offered = [choice("Target", "bombing", "a bank"), choice("Target", "bombing", "a bridge")]
    (made,) = built(chances(bombing=0.9), offered, [0.6, 0.7], FLOORS)
    assert made.entities("Target") == (("a bridge",), ("a bank",))


def test_the_shipped_table_fits_what_words_give() -> None:
    text = "two men threw a bomb at a bank in the capital.  a guard was injured."
    assert all(template.incident_type in TYPES for template in filled(words_of(text, load()), shipped()))


def test_type_chances_lie_between_none_and_all() -> None:
    table = shipped()
    found = type_chances(table["type_mean"], hashed("nothing happened"), table)
    assert ((found >= 0) & (found <= 1)).all()


def test_hashed_words_have_length_one() -> None:
    row = hashed("a bomb exploded near the bridge")
    assert row.shape == (BUCKETS,)
    assert abs(float(np.linalg.norm(row)) - 1) < 1e-5
