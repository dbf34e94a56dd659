"""The tagger's marks of a report made ready for coding: cleaned, joined and completed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from vedette.coding.aftermath import with_aftermath
from vedette.coding.averted import without_averted
from vedette.coding.blaming import with_blamed
from vedette.coding.came_after import with_own_clause
from vedette.coding.cause import cause_of
from vedette.coding.cause_told import with_told_causes
from vedette.coding.compound import compounded
from vedette.coding.denial import with_denials, with_deniers
from vedette.coding.described import with_described, with_own_tolls
from vedette.coding.document import Document, Sentence
from vedette.coding.implied import with_implied
from vedette.coding.joint import with_joint
from vedette.coding.naming import with_names
from vedette.coding.no_doer import without_false_doers
from vedette.coding.ordering import without_orderer
from vedette.coding.phrasing import phrased
from vedette.coding.responsibility import with_claimants, with_claims_of_acts
from vedette.coding.retyping import as_called
from vedette.coding.rivals import with_rivals
from vedette.coding.second_verb import with_second_verb
from vedette.coding.since import without_since
from vedette.coding.statements import as_call, statements, with_accused, with_speaker
from vedette.coding.tidying import without_accuser, without_slips
from vedette.coding.toll_events import joined
from vedette.coding.trace import Trace
from vedette.coding.unmarked import with_killings
from vedette.coding.victims import with_victims
from vedette.coding.when_ranked import without_ranks
from vedette.model import Label, Mark, Role, RoleMark, Span, Tagged
from vedette.registry import Registry

_WARNS = re.compile(r"warn(?:ed|s|ing)", re.I)
FLOOR = 0.4  # of the type: whether there is a happening at all, the tagger's own floor has settled


def mended(document: Document, *, registry: Registry, trace: Trace | None = None) -> Document:
    """Give the document with mended names and marks; a `trace` is told what each step changed."""
    ready = replace(document, sentences=tuple(_mended(sentence, registry, trace) for sentence in document.sentences))
    rivalled = with_rivals(ready, with_aftermath(ready))
    told = with_told_causes(rivalled)
    pointing = with_denials(with_claims_of_acts(told))
    if trace is not None:
        trace.document("figures set against others, and what came of an act", ready, rivalled)
        trace.document("the cause that another sentence tells", rivalled, told)
        trace.document("a claim or denial of an act told before", told, pointing)
    return pointing


def _mended(sentence: Sentence, registry: Registry, trace: Trace | None) -> Sentence:
    one = replace(
        sentence,
        tagged=replace(sentence.tagged, names=with_names(sentence.tagged, registry=registry)),
    )
    for name, step in _STEPS:
        after = step(one)
        if trace is not None:
            trace.sentence(name, one, after)
        one = after
    return one


def _kept(one: Sentence) -> Sentence:
    tagged = one.tagged
    marks = (
        mark
        for mark in tagged.marks
        if mark.probability >= FLOOR and not _is_name(mark, tagged) and not _foresees(mark, tagged)
    )
    return _with(one, tagged, marks)


def _compounded(one: Sentence) -> Sentence:
    return _with(one, one.tagged, compounded(one.tagged.marks, one.tagged.text))


def _called(one: Sentence) -> Sentence:
    return _with(one, one.tagged, (as_called(as_call(mark, one), one) for mark in one.tagged.marks))


def _phrased(one: Sentence) -> Sentence:
    return _with(one, one.tagged, (without_orderer(phrased(mark, one.tagged), one.tagged) for mark in one.tagged.marks))


def _stated(one: Sentence) -> Sentence:
    return _with(one, one.tagged, sorted((*one.tagged.marks, *statements(one)), key=lambda mark: mark.trigger.start))


def _joined(one: Sentence) -> Sentence:
    return _with(one, one.tagged, joined(one.tagged.marks, one.tagged.text))


def _each(step: Callable[[Mark, Sentence], Mark]) -> Callable[[Sentence], Sentence]:
    return lambda one: _with(one, one.tagged, [step(mark, one) for mark in one.tagged.marks])


def _with(sentence: Sentence, tagged: Tagged, marks: Iterable[Mark]) -> Sentence:
    made = tuple(marks)
    if tagged is sentence.tagged and made == tagged.marks:
        return sentence
    return replace(sentence, tagged=replace(tagged, marks=made))


def _with_victims(mark: Mark, sentence: Sentence) -> Mark:
    return with_victims(mark, sentence.tagged)


def _is_name(mark: Mark, tagged: Tagged) -> bool:
    """Say whether a trigger is only part of a name ("Islamic Resistance", "Strike Command")."""
    names = (name.span for name in tagged.names if name.label in (Label.GROUP, Label.ORG, Label.PERSON))
    return any(span.holds(mark.trigger) and len(span.text) > len(mark.trigger.text) for span in names)


def _with_causes(sentence: Sentence) -> Sentence:
    """Set the cause of each mark, one after the other: of two acts, only one can be the cause of the other."""
    told = sentence.tagged.marks
    sentence = _with(sentence, sentence.tagged, (_causeless(mark) for mark in told))
    for number, mark in enumerate(told):
        marks = list(sentence.tagged.marks)
        marks[number] = _with_cause(mark, sentence)
        sentence = _with(sentence, sentence.tagged, marks)
    return _with(sentence, sentence.tagged, [_of_its_own(mark, sentence) for mark in sentence.tagged.marks])


def _of_its_own(mark: Mark, sentence: Sentence) -> Mark:
    """Take from an act that is another one's cause what belongs to the answer: phrases outside of the cause's words."""
    for answer in sentence.tagged.marks:
        for cause in answer.of(Role.CAUSE):
            if cause.holds(mark.trigger) and answer.trigger != mark.trigger:
                theirs = [role.span for role in answer.roles if answer.type != "ACCUSE" or role.role != Role.TARGET]
                roles = (
                    r
                    for r in mark.roles
                    if cause.holds(r.span)
                    or not any(r.span.overlaps(span) for span in theirs)
                    or _described(cause, answer)
                )
                return replace(mark, roles=tuple(roles))
    return mark


def _described(cause: Span, answer: Mark) -> bool:
    """Say whether the cause tells what the answer's target had done ("against fighters behind the attack")."""
    return any(0 <= cause.start - target.end <= 30 for target in answer.of(Role.TARGET))


def _foresees(mark: Mark, tagged: Tagged) -> bool:
    """Say whether a warning is no threat but tells what could come ("warned that the attack could lead to war")."""
    return (
        mark.type == "THREATEN"
        and _WARNS.fullmatch(mark.trigger.text) is not None
        and re.match(
            r"\s+(?:\w+\s+)?(?:that|of)?\b[^.;]*?\b(?:could|may|might|"
            r"risks?)\b",
            tagged.text[mark.trigger.end :],
        )
        is not None
    )


def _causeless(mark: Mark) -> Mark:
    return replace(mark, roles=tuple(role for role in mark.roles if role.role != Role.CAUSE))


def _with_cause(mark: Mark, sentence: Sentence) -> Mark:
    """Set the cause of a mark; what another act tells within it is no longer this act's place, time or target."""
    others = tuple(other for other in sentence.tagged.marks if other.trigger != mark.trigger)
    roles = list(_causeless(mark).roles)
    found = cause_of(mark, sentence, others=others)
    if found is None:
        return replace(mark, roles=tuple(roles))
    cause = found.shift(-sentence.span.start)
    if any(
        cause.holds(other.trigger) and any(answer.holds(mark.trigger) for answer in other.of(Role.CAUSE))
        for other in others
    ):
        return replace(mark, roles=tuple(roles))
    inner = _OWN if _told_in(cause, others) else _AIMED if mark.type in _FORCE else frozenset[Role]()
    roles = [role for role in roles if not (role.role in inner and cause.holds(role.span))]
    return replace(mark, roles=(*roles, RoleMark(role=Role.CAUSE, span=cause)))


_FORCE = frozenset(("ASSAULT", "COERCE"))
_AIMED = frozenset((Role.TARGET,))  # nobody is hit "in solidarity with Gaza"
_OWN = frozenset((Role.PLACE, Role.TIME, Role.TARGET, Role.WEAPON, Role.ACTOR, Role.KILLED, Role.INJURED))


def _told_in(cause: Span, others: tuple[Mark, ...]) -> bool:
    return any(cause.holds(other.trigger) for other in others)


_STEPS: tuple[tuple[str, Callable[[Sentence], Sentence]], ...] = (  # in words that tell what a step does; in this order
    ("no happening: too faint, part of a name, or only foreseen", _kept),
    ("a killing that was passed over", with_killings),
    ("two marks that are one act", _compounded),
    ("the act that its words always mean", _called),
    ("whole phrases", _phrased),
    ("part of a toll told before, or a death that is none", without_slips),
    ("a stretch of time that an act is only ranked over", without_ranks),
    ("an act told only to date another one", with_own_clause),
    ("a cue word of acts in words", _stated),
    ("a toll told apart from its act", _joined),
    ("victims by the words around the act", _each(_with_victims)),
    ("who speaks and who is addressed", _each(with_speaker)),
    ("what somebody is accused of", with_accused),
    ("a second verb of who accuses", with_second_verb),
    ("who speaks or invites together", with_joint),
    ("who is blamed and who is threatened", with_blamed),
    ("implied by the act's own words", _each(with_implied)),
    ("who claims the act", with_claimants),
    ("who denies a part in the act", with_deniers),
    ("each act its own toll", with_own_tolls),
    ("an act that describes another one's target", with_described),
    ("no attack but a crash by a fault; who made a bomb safe", without_averted),
    ("the words that tell what an act answers", _with_causes),
    ("who is named only in a clause of time", _each(without_since)),
    ("who stands where no doer can", _each(without_false_doers)),
    ("who is blamed in the passive", _each(without_accuser)),
)
