"""What a model tells held against the text: quotes become spans, and what does not stand there is dropped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vedette.codebook import codebook
from vedette.coding.document import Sentence
from vedette.llm.answer import Told
from vedette.llm.dropped import Dropped
from vedette.llm.pieces import Piece
from vedette.llm.quotes import found
from vedette.model import Mark, Role, RoleMark, Span

SURE = 0.8  # a model gives no calibrated probability: the same for all its claims, below what the tagger is surest of
_ONE = frozenset((Role.PLACE, Role.TIME, Role.KILLED, Role.INJURED, Role.COUNT, Role.CAUSE, Role.SOURCE))
Spot = tuple[Sentence, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A phrase with a role in a happening of another sentence: `at` is the index of its own, in which `span` counts."""

    role: Role
    at: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A mark on the sentence of index `at`, with the roles that stand in it, and those that stand elsewhere."""

    at: int
    mark: Mark
    elsewhere: tuple[Elsewhere, ...] = ()


def checked(told: Iterable[Told], piece: Piece, dropped: Dropped) -> Iterator[Happening]:
    """Give the happenings whose trigger stands in the piece and whose labels the codebook has; count in `dropped` the
    others and each field whose quote stands nowhere."""
    taken: set[tuple[int, int, str]] = set()
    for one in told:
        spot = _trigger(one, piece, taken)
        if isinstance(spot, str):
            dropped.claims[spot] += 1
            continue
        taken.add((spot[0].index, spot[1].start, one.type))
        yield _happening(one, *spot, piece, dropped)


def _trigger(one: Told, piece: Piece, taken: set[tuple[int, int, str]]) -> Spot | str:
    """Find the trigger, or say in words why the claim is dropped."""
    if one.type not in codebook().types:
        return "no such type"
    if one.status not in codebook().statuses:
        return "no such status"
    named = [sentence for sentence in piece if sentence.index + 1 == one.sentence]
    spots = list(_spots(one.trigger, named)) or list(_spots(one.trigger, piece))
    if not spots:
        return "trigger not in the text"
    if len({sentence.index for sentence, _ in spots}) > 1:
        return "trigger not in the sentence named, and in several others"
    free = [spot for spot in spots if (spot[0].index, spot[1].start, one.type) not in taken]
    return free[0] if free else "told twice"


def _spots(quote: str, sentences: Iterable[Sentence]) -> Iterator[Spot]:
    return ((sentence, span) for sentence in sentences for span in found(quote, sentence.tagged.text))


def _happening(one: Told, home: Sentence, trigger: Span, piece: Piece, dropped: Dropped) -> Happening:
    spots = list(dict.fromkeys(_roles(one, home, trigger, piece, dropped)))
    here = {role for role, sentence, _ in spots if sentence is home}
    away: list[Elsewhere] = []
    for role, sentence, span in spots:
        if sentence is home:
            continue
        if role in _ONE and (role in here or any(other.role == role for other in away)):
            dropped.fields["told a second time in another sentence"] += 1
        else:
            away.append(Elsewhere(role=role, at=sentence.index, span=span))
    mark = Mark(
        trigger=trigger,
        type=one.type,
        mode=_mode(one, dropped),
        status=one.status,
        probability=SURE,
        roles=tuple(RoleMark(role=role, span=span) for role, sentence, span in spots if sentence is home),
    )
    return Happening(at=home.index, mark=mark, elsewhere=tuple(away))


def _roles(
    one: Told, home: Sentence, trigger: Span, piece: Piece, dropped: Dropped
) -> Iterator[tuple[Role, Sentence, Span]]:
    """Find each quote next to the trigger: in its sentence, else in the nearest one, an earlier one first."""
    if one.unquoted:
        dropped.fields["no quote"] += one.unquoted
    near = sorted(piece, key=lambda sentence: (abs(sentence.index - home.index), sentence.index))
    for role, quote in one.roles:
        spot = next(_spots(quote, near), None)
        if spot is None:
            dropped.fields["quote not in the text"] += 1
            continue
        sentence, span = spot
        if sentence is home:
            span = min(found(quote, home.tagged.text), key=lambda span: _apart(span, trigger))
        yield role, sentence, span


def _apart(span: Span, trigger: Span) -> int:
    return max(span.start - trigger.end, trigger.start - span.end, 0)


def _mode(one: Told, dropped: Dropped) -> str | None:
    if one.mode in (None, "none", "null"):
        return None
    if not codebook().fits(one.type, one.mode):
        dropped.fields["no such mode"] += 1
        return None
    return one.mode
