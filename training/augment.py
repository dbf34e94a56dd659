"""Variants of annotated sentences: other names and triggers, other quotation marks, no full stop."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from training.corpus import Event, Example, Stretch
from training.lexicon import Lexicon
from training.recipe import Recipe
from training.synonyms import another

STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def vary(example: Example, *, rng: random.Random, lexicon: Lexicon, recipe: Recipe) -> Example:
    """Give a variant of `example`, annotated alike."""
    if rng.random() < recipe.swap:
        example = swap_names(example, rng=rng, lexicon=lexicon)
    example = swap_triggers(example, rng=rng, share=recipe.synonyms)
    if rng.random() < 0.15:
        example = replace(example, text=turn_quotes(example.text))
    if rng.random() < 0.1 and example.text.endswith("."):
        example = drop_stop(example)
    return example


def turn_quotes(text: str) -> str:
    """Make curly quotation marks straight, or straight apostrophes curly; the length stays."""
    straight = text.translate(STRAIGHT)
    return straight if straight != text else text.replace("'", "’")


def drop_stop(example: Example) -> Example:
    """Take the full stop off the end, as in headlines, unless an annotated stretch holds it."""
    if any(end == len(example.text) for _, end in _stretches(example)):
        return example
    return replace(example, text=example.text[:-1])


def swap_names(example: Example, *, rng: random.Random, lexicon: Lexicon) -> Example:
    """Put other names of the same kind in place of some of the sentence's names; the same name becomes the same."""
    chosen: dict[str, str] = {}
    edits: list[tuple[Stretch, str]] = []
    end = 0
    for label, at in sorted(example.names or (), key=lambda name: name[1]):
        old = example.text[at[0] : at[1]]
        if old not in chosen:
            chosen[old] = lexicon.like(old, label, rng=rng) if rng.random() < 0.7 else old
        if at[0] >= end and chosen[old] != old and _safe(example, at):
            edits.append((at, chosen[old]))
            end = at[1]
    return edit(example, edits)


def swap_triggers(example: Example, *, rng: random.Random, share: float) -> Example:
    """Put other words of the same type and form in place of some triggers."""
    edits: list[tuple[Stretch, str]] = []
    for event in sorted(example.events or (), key=lambda event: event.trigger):
        old = example.text[slice(*event.trigger)]
        new = another(old, event.type, rng=rng) if rng.random() < share else old
        if new != old and _safe(example, event.trigger):
            edits.append((event.trigger, new))
    return edit(example, edits)


def _safe(example: Example, at: Stretch) -> bool:
    """Say whether no annotated stretch begins or ends within a name (a swap would tear it)."""
    return all(
        stretch == at or not (at[0] < stretch[0] < at[1] or at[0] < stretch[1] < at[1])
        for stretch in _stretches(example)
    )


def _stretches(example: Example) -> list[Stretch]:
    events = [s for e in example.events or () for s in (e.trigger, *(at for _, at in e.roles))]
    return [*events, *(at for _, at in example.names or ()), *(at for _, at in example.parts or ())]


def edit(example: Example, edits: Sequence[tuple[Stretch, str]]) -> Example:
    """Replace stretches (sorted, disjoint) of the text and move every annotated stretch along."""
    if not edits:
        return example
    text, done = "", 0
    for (start, end), new in edits:
        text += example.text[done:start] + new
        done = end
    moved = _mover(edits)
    return replace(
        example,
        text=text + example.text[done:],
        events=_moved_events(example, moved),
        names=None if example.names is None else tuple((label, moved(at)) for label, at in example.names),
        parts=None if example.parts is None else tuple((part, moved(at)) for part, at in example.parts),
    )


def _mover(edits: Sequence[tuple[Stretch, str]]) -> Callable[[Stretch], Stretch]:
    def point(offset: int) -> int:
        return offset + sum(len(new) - (end - start) for (start, end), new in edits if end <= offset)

    return lambda at: (point(at[0]), point(at[1]))


def _moved_events(example: Example, moved: Callable[[Stretch], Stretch]) -> tuple[Event, ...] | None:
    if example.events is None:
        return None
    return tuple(
        replace(e, trigger=moved(e.trigger), roles=tuple((role, moved(at)) for role, at in e.roles))
        for e in example.events
    )
