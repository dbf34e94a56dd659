"""Templates of a report from what was learnt: which types it tells, and which entities fill their slots."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.muc4_entities import entities, entity_inputs
from benchmarks.muc4_learnt import TYPES, Floats, Judged, Table, hashed, judge, sigmoid, type_inputs
from benchmarks.muc4_score import SLOTS, Template
from benchmarks.muc4_words import Words

FAINT_TYPE = 0.05  # types less likely than this are not filled, but for the likeliest one
MOST = 12  # entities of a slot that are looked at
KEPT = 6  # entities of a slot at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An entity that could fill a slot of a type's template, and what the model of entities sees of it."""

    slot: int
    type: int
    text: str
    inputs: Floats


def filled(words: Words, table: Table) -> list[Template]:
    """Give the templates of a report."""
    found = judge(words, table)
    types = type_chances(type_inputs(words, found), hashed(words.text), table)
    offered = list(choices(words, found, types))
    chances = [entity_chance(one, table) for one in offered]
    return built(types, offered, chances, table)


def type_chances(inputs: Floats, bag: Floats, table: Table) -> Floats:
    """Give the chance that the report tells an incident of each type."""
    return sigmoid(type_rows(inputs, bag, table) @ table["type_weights"] + table["type_bias"])


def type_rows(inputs: Floats, bags: Floats, table: Table) -> Floats:
    """Lay the figures of reports and their hashed words side by side, with what each weighs to the penalty."""
    scaled = (inputs - table["type_mean"]) / table["type_scale"]
    return np.concatenate([scaled * 0.09, bags * 3], axis=-1, dtype=np.float32)


def choices(words: Words, found: Judged, types: Floats) -> Iterator[Choice]:
    """Give each of the likelier entities with each type that the report may tell."""
    held = entities(words, found)
    told = np.flatnonzero(types >= min(FAINT_TYPE, float(types.max()))).tolist()
    for slot, name in enumerate(SLOTS):
        mine = [entity for entity in held if entity.slot == name][:MOST]
        for rank, entity in enumerate(mine):
            for type_ in told:
                figures = entity_inputs(entity, rank, mine[0].chance, words, type_=type_, types=types)
                yield Choice(slot=slot, type=type_, text=entity.text, inputs=figures)


def entity_chance(one: Choice, table: Table) -> float:
    """Give the chance that an entity stands in the template of its type."""
    scaled = (one.inputs - table["entity_mean"][one.slot]) / table["entity_scale"][one.slot]
    return float(sigmoid(scaled @ table["entity_weights"][one.slot] + table["entity_bias"][one.slot]))


def built(types: Floats, offered: list[Choice], chances: list[float], table: Table) -> list[Template]:
    """Make the templates of all types whose chance is high enough, each slot's likeliest entities in it."""
    ranked = sorted(zip(chances, offered, strict=True), key=lambda pair: -pair[0])
    made = []
    for type_ in np.flatnonzero(types >= table["type_floors"]).tolist():
        slots: dict[str, tuple[tuple[str, ...], ...]] = {}
        for slot, name in enumerate(SLOTS):
            floor = float(table["slot_floors"][slot])
            texts = [one.text for sure, one in ranked if (one.slot, one.type) == (slot, type_) and sure >= floor]
            slots[name] = tuple((text,) for text in texts[:KEPT])
        made.append(Template(incident_type=TYPES[type_], slots=slots))
    return made
