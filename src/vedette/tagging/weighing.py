"""What the tagger weighed for each trigger before it chose, for those who ask why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from vedette.model.mark import RoleMark
from vedette.model.span import Span
from vedette.tagging.decode import quote, roles_of
from vedette.tagging.labels import MODES, ROLES, STATUSES, TYPES
from vedette.tagging.tagger import Found, Heads, Tagger, batches, padded
from vedette.tagging.words import Row, rows

FAINT = 0.15  # least mean probability of a phrase that is told as one that was considered
_LEAST = 0.005  # alternatives less likely than this are not told
_WORD = 0.08  # least probability of each word of such a phrase
Weights = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One trigger (offsets in the sentence) with the probabilities of all it could be, the likeliest first.

    `types` holds "nothing" for no happening at all; `modes` are those of the chosen type; `faint` are phrases that a
    role nearly took, under its floor in `floors`.
    """

    trigger: Span
    type: str
    types: Weights
    statuses: Weights
    modes: Weights
    faint: tuple[RoleMark, ...]
    floors: Weights


def weigh(tagger: Tagger, sentences: Sequence[str]) -> list[tuple[Weighed, ...]]:
    """Weigh each trigger of each sentence; the sentences of one text together, as they were tagged."""
    found: list[list[Weighed]] = [[] for _ in sentences]
    for batch in batches(rows(sentences, tagger.tokenizer)):
        for row, weighed in _batch(tagger, batch, sentences):
            found[row.sentence].append(weighed)
    return [tuple(sorted(one, key=lambda weighed: weighed.trigger.start)) for one in found]


def _batch(tagger: Tagger, batch: Sequence[Row], sentences: Sequence[str]) -> Iterator[tuple[Row, Weighed]]:
    ids, mask = padded(batch)
    states, trigger, _, _ = tagger.backend.words(ids, mask)
    found = tagger.triggers(batch, trigger)
    if not found:
        return
    chances = tagger.settings.probabilities("trigger", trigger)
    for one, heads in zip(found, tagger.heads(batch, states, mask, found), strict=True):
        row = batch[one.row]
        words = chances[one.row][row.first][one.stretch.begin : one.stretch.end].mean(axis=0)
        span = quote(sentences[row.sentence], row, one.stretch.begin, one.stretch.end)
        if span is not None:
            kinds = {"nothing": float(words[0])} | {
                name: float(words[1 + 2 * n] + words[2 + 2 * n]) for n, name in enumerate(TYPES)
            }
            yield row, _weighed(tagger, sentences[row.sentence], row, one, heads, span=span, kinds=kinds)


def _weighed(
    tagger: Tagger, text: str, row: Row, one: Found, heads: Heads, *, span: Span, kinds: dict[str, float]
) -> Weighed:
    settings = tagger.settings
    status = settings.probabilities("status", heads.status)
    allowed = [number for number, (owner, _) in enumerate(MODES) if owner == one.type]
    modes = settings.probabilities("mode", heads.mode[allowed]) if allowed else np.empty(0)
    chosen = list(roles_of(text, row, heads.roles, floors=settings.role_floors))
    lower: dict[str, float] = {role.value: _WORD for role in ROLES}
    faint = [
        role
        for role in roles_of(text, row, heads.roles, floors=lower)
        if role.probability >= FAINT and not any(role.role == c.role and role.span.overlaps(c.span) for c in chosen)
    ]
    return Weighed(
        trigger=span,
        type=one.type,
        types=_ranked(kinds),
        statuses=_ranked(dict(zip(STATUSES, status.tolist(), strict=True))),
        modes=_ranked({MODES[number][1]: float(chance) for number, chance in zip(allowed, modes, strict=True)}),
        faint=tuple(sorted(faint, key=lambda role: -role.probability)),
        floors=tuple((role.value, settings.role_floors.get(role, 0.5)) for role in ROLES),
    )


def _ranked(chances: dict[str, float]) -> Weights:
    told = [(name, chance) for name, chance in chances.items() if chance >= _LEAST]
    return tuple(sorted(told, key=lambda item: -item[1]))
