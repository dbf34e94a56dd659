"""One mark becomes one claim."""

from vedette.coding.background import is_background
from vedette.coding.document import Document, Sentence
from vedette.coding.how_many import count_of, tolls_of
from vedette.coding.modes import mode_of
from vedette.coding.opponent import opponent
from vedette.coding.runs import is_run, is_war_toll
from vedette.coding.source import source_of
from vedette.coding.status import status_of
from vedette.coding.tally import is_told
from vedette.coding.when import when_of
from vedette.coding.where import place_of
from vedette.coding.where_referent import effect_of, referent
from vedette.coding.who import parties
from vedette.model import Claim, Mark, Party, Role, Span, Toll
from vedette.model.ids import content_id
from vedette.registry import Gazetteer, Registry

_SPOKEN = frozenset(("THREATEN", "ACCUSE"))


def claim_of(mark: Mark, sentence: Sentence, document: Document, *, registry: Registry, gazetteer: Gazetteer) -> Claim:
    """Code one mark of a sentence; every span of the claim quotes the report's body."""
    report = document.report
    when = when_of(mark, sentence, document)
    killed, injured = tolls_of(mark, sentence)
    count = count_of(mark, sentence)
    trigger = sentence.in_body(mark.trigger)
    return Claim(
        claim_id=content_id("c", report.id, trigger.start, trigger.end, mark.type),
        report_id=report.id,
        url=report.url,
        outlet=report.outlet,
        published=report.day,
        sentence=sentence.span,
        trigger=trigger,
        type=mark.type,
        mode=_mode(mark, sentence, document),
        status=status_of(mark, sentence),
        probability=mark.probability,
        actor=_parties(Role.ACTOR, mark, sentence, document, registry=registry),
        target=_targets(mark, sentence, document, registry=registry),
        place=place_of(mark, sentence, document, gazetteer=gazetteer, registry=registry),
        when=when,
        weapon=tuple(sentence.in_body(span) for span in mark.of(Role.WEAPON)),
        killed=killed,
        injured=injured,
        count=count,
        cause=_first(mark.of(Role.CAUSE), sentence),
        source=source_of(mark, sentence, document, registry=registry),
        aggregate=is_war_toll(sentence, when, killed)
        or is_told(mark, sentence)
        or is_run(mark, sentence, when, count, tolled=_tolled(killed) or _tolled(injured)),
        background=is_background(when, sentence, document),
        caption=sentence.caption,
    )


def _mode(mark: Mark, sentence: Sentence, document: Document) -> str | None:
    """Give the mode of a mark; where its words tell none, that of the act which it points back to."""
    mode = mode_of(mark, sentence)
    if mark.type != "ASSAULT" or mode not in (None, "other"):
        return mode
    act = referent(mark, sentence, document) or effect_of(mark, sentence, document)
    return (mode_of(*act) if act else None) or mode


def _parties(
    role: Role, mark: Mark, sentence: Sentence, document: Document, *, registry: Registry
) -> tuple[Party, ...]:
    found = (
        party
        for span in mark.of(role)
        for party in parties(sentence.in_body(span), sentence, document, registry=registry)
    )
    told = tuple({(party.actor_id or party.start, party.name): party for party in found}.values())
    act = document.pointed(mark, sentence) if document.pointers and not told else None
    return _parties(role, *act, document, registry=registry) if act else told


def _targets(mark: Mark, sentence: Sentence, document: Document, *, registry: Registry) -> tuple[Party, ...]:
    """Give whom an act is done to; those who did or said it where an answer in words names only what was done."""
    told = _parties(Role.TARGET, mark, sentence, document, registry=registry)
    if mark.type in _SPOKEN and told:
        told = _but_the_speaker(told, _parties(Role.ACTOR, mark, sentence, document, registry=registry))
    meant = opponent(mark, sentence, document)
    if meant is None:
        return told
    own = {
        party.actor_id or party.name or party.text
        for party in _parties(Role.ACTOR, mark, sentence, document, registry=registry)
    }
    doers = _parties(Role.ACTOR, *meant, document, registry=registry)
    return tuple(one for one in doers if (one.actor_id or one.name or one.text) not in own) or told


def _but_the_speaker(told: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out of those spoken to or of who speaks: nobody threatens or accuses themselves."""
    names = {actor.actor_id or actor.name or actor.text for actor in actors}
    return tuple(one for one in told if (one.actor_id or one.name or one.text) not in names)


def _tolled(toll: Toll | None) -> bool:
    return toll is not None and toll.best > 0


def _first(spans: tuple[Span, ...], sentence: Sentence) -> Span | None:
    return sentence.in_body(spans[0]) if spans else None
