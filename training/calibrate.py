"""Temperatures that make the stated probabilities true, and floors that make F1 the highest."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from training.batches import batch_of, batches
from training.corpus import Example
from training.features import SKIP, Batch, Ints, samples
from training.score import calibration_error, given_triggers, score
from vedette.tagging.backend import Backend, Floats
from vedette.tagging.decode import softmax
from vedette.tagging.labels import MODES, PARTS, ROLES, TYPES
from vedette.tagging.tagger import Settings, Tagger

Pairs = tuple[Floats, Ints]  # logits and the right classes
GRID = np.exp(np.linspace(np.log(0.5), np.log(4.0), 43))
FLOORS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def calibrated(tagger: Tagger, examples: list[Example], quotations: list[Example]) -> tuple[Settings, dict[str, float]]:
    """Find the settings on held-back examples; give them and the calibration error of each head with them."""
    pairs = collect(tagger, [*examples, *quotations])
    temperatures = {head: round(temperature(*held), 3) for head, held in pairs.items()}
    errors = {f"ece_{head}": error(*held, temperatures[head]) for head, held in pairs.items()}
    settings = Settings(temperatures=temperatures)
    return floors(Tagger(tagger.backend, tagger.tokenizer, settings), examples), errors


def temperature(logits: Floats, classes: Ints) -> float:
    """Find the temperature at which the right classes are the likeliest."""
    return float(min(GRID, key=lambda t: surprise(softmax(logits, float(t)), classes)))


def surprise(probabilities: Floats, classes: Ints) -> float:
    """Give the mean negative log of the right classes' probabilities."""
    return float(-np.log(probabilities[np.arange(len(classes)), classes] + 1e-9).mean())


def error(logits: Floats, classes: Ints, degree: float) -> float:
    """Give the calibration error of the best class, over the words where something but outside is likely or right."""
    probabilities = softmax(logits, degree)
    best = probabilities.argmax(axis=1)
    kept = slice(None) if probabilities.shape[1] in {6, len(MODES)} else (probabilities[:, 0] < 0.95) | (classes > 0)
    chances = probabilities[np.arange(len(best)), best][kept]
    return calibration_error(chances.tolist(), (best == classes)[kept].tolist())


def collect(tagger: Tagger, examples: list[Example]) -> dict[str, Pairs]:
    """Run the examples through the graphs; give logits and right classes of each head."""
    made = samples(examples, tagger.tokenizer)
    held: dict[str, list[Pairs]] = defaultdict(list)
    for chosen in batches(made, tokens=1024, seed=0, epoch=0):
        for head, logits, classes in _heads(tagger.backend, batch_of(made, chosen)):
            held[head].append((logits[classes != SKIP], classes[classes != SKIP]))
    return {
        head: (np.concatenate([p[0] for p in got]), np.concatenate([p[1] for p in got])) for head, got in held.items()
    }


def _heads(backend: Backend, batch: Batch) -> Iterator[tuple[str, Floats, Ints]]:
    mask = batch.mask.numpy()
    states, trigger, name, part = backend.words(batch.ids.numpy(), mask)
    yield "trigger", trigger, batch.triggers.numpy()
    yield "names", name, batch.names.numpy()
    yield "parts", part.reshape(*part.shape[:2], len(PARTS), 3), batch.parts.numpy()
    if not len(batch.owner):
        return
    role, status, mode = backend.events(
        states, batch.owner.numpy(), mask, batch.event_trigger.numpy(), batch.event_type.numpy()
    )
    yield "roles", role.reshape(*role.shape[:2], len(ROLES), 3), batch.roles.numpy()
    yield "status", status, batch.status.numpy()
    yield "mode", _allowed(mode, batch.event_type.numpy()), batch.mode.numpy()


def _allowed(logits: Floats, types: Ints) -> Floats:
    """Rule out the modes of other types."""
    owner = np.asarray([TYPES.index(type_) for type_, _ in MODES])
    return np.where(owner[None, :] == types[:, None], logits, np.float32(-1e4))


def floors(tagger: Tagger, examples: list[Example]) -> Settings:
    """Find the least probabilities of triggers and of each role that give the highest F1."""
    texts, given = [example.text for example in examples], given_triggers(examples)
    tried: dict[float, dict[str, float]] = {}
    for floor in FLOORS:
        even = replace(tagger.settings, trigger_floor=floor, role_floors=dict.fromkeys(ROLES, floor))
        one = Tagger(tagger.backend, tagger.tokenizer, even)
        tried[floor] = score(examples, one.tag(texts), one.mark(texts, given))
    return replace(
        tagger.settings,
        trigger_floor=_best(tried, "trigger_type_f1"),
        role_floors={role.value: _best(tried, f"role_{role.value}_f1") for role in ROLES},
    )


def _best(tried: dict[float, dict[str, float]], figure: str) -> float:
    """Give the floor with the highest figure; among equals the one next to a half."""
    return max(tried, key=lambda floor: (tried[floor].get(figure, 0.0), -abs(floor - 0.5)))
