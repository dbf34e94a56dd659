"""How surely two claims are about one happening, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vedette.linking.facts import Facts
from vedette.linking.features import Feature, kind, tolls, when, where, who, wording
from vedette.linking.features.where import SPOT_KM, fine, kilometres
from vedette.linking.kin import Kinship, identified
from vedette.linking.referring import is_part, refers_to_it
from vedette.linking.untangling import answers
from vedette.model import Claim

_START = -4.5  # two claims of two reports, before any evidence
_START_WITHIN = -4.9  # two claims of one report: a reporter rarely tells a happening twice without pointing back
_INHERITED = 0.45  # weight of a day or place that coding carried over from another sentence of the same report
_SPOT = 1.0  # a town is seldom struck twice in a day by what outlets tell apart
_SPOT_NIGHT = 0.6
_SILENCE = 0.3  # what is left of a score below 0 where nothing speaks against
_AGAINST = -0.9
_POINTS = 5.0
_NAMED = 3.0
_RETOLD = 9.0  # the sentence goes on about the act: whatever else it names is of it
_CAME_ABOUT = 5.0
_CLAIMED = 5.0
_WHEN = re.compile(r"(?:(?!\b(?:and|but|after|before|since|while|who|which)\b)[^;:])*\bwhen\b[^,;:]*", re.IGNORECASE)
_KILLED = re.compile(r"(?:killed|died|dead|perished|martyred)", re.IGNORECASE)
_AND_SAID = re.compile(
    r"\band\s+(?:[\w’'.-]+\s+){0,6}?(?:said|says|reported|told|counted|put|confirmed)\b", re.IGNORECASE
)
_COLON = re.compile(r"[^;:]*:\s[^;:]*")
_IN_ONE_GO = 2.0
_ROW = re.compile(r"(?:,|\band)\s+(?:then\s+|also\s+)?$", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:(?:minutes|moments|hours|days|seconds|shortly|soon|a\s+day|an\s+hour)\s+(?:later|afterwards?|after)|then|in\s+turn)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"[;:]|\b(?:while|after|before|since|later|earlier|then|who|which|that|where|elsewhere|another|separate\w*)\b",
    re.IGNORECASE,
)
BARRED = -12.0  # the least score, and that of a pair that may never be joined


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the reasons for and against: above 0 the two claims are one happening."""

    total: float
    features: tuple[Feature, ...]

    @property
    def barred(self) -> bool:
        """Say whether one reason settles that the two differ."""
        return any(feature.bars for feature in self.features)

    def explained(self) -> str:
        """Say in one line what the score rests on, the weightiest reason first."""
        ordered = sorted(self.features, key=lambda feature: (-abs(feature.weight), feature.name))
        return f"{self.total:+.1f}: " + "; ".join(f"{f.words} ({f.weight:+.1f})" for f in ordered)


def score(one: Facts, two: Facts, *, kinship: Kinship) -> Score:
    """Weigh what speaks for and against two claims being about one happening; the order of the two is free."""
    if one.key > two.key:
        one, two = two, one
    within = one.claim.report_id == two.claim.report_id
    found = tuple(_within(one, two, kinship) if within else _across(one, two, kinship))
    total = sum(feature.weight for feature in found)
    return Score(total=max(BARRED, BARRED if any(f.bars for f in found) else total), features=found)


def likeness(one: Facts, two: Facts, *, kinship: Kinship, damped: bool = True) -> float:
    """Give the total of `score` alone, what bars a pair being looked for first.

    Where the two tell too little to be compared it is damped: the poor mentions of an act must not outvote, in a mean,
    those that tell it fully.
    """
    if one.key > two.key:
        one, two = two, one
    if any(feature.bars for find in (when, where, kind, _answer) for feature in find(one, two)):
        return BARRED
    found = score(one, two, kinship=kinship)
    return found.total * _SILENCE if damped and found.total < 0 and _silent(found) else found.total


def _silent(found: Score) -> bool:
    """Say whether a score is low for want of evidence alone: nothing told speaks against the two being one."""
    return all(feature.weight > _AGAINST for feature in found.features if feature.name != "start")


def _across(one: Facts, two: Facts, kinship: Kinship) -> Iterator[Feature]:
    yield Feature("start", _START, "before any evidence")
    yield from kind(one, two)
    yield from when(one, two)
    yield from where(one, two)
    told = [*who(one, two, kinship), *tolls(one, two)]
    yield from told
    if all(feature.weight > _AGAINST for feature in told) and _one_spot(one, two):
        if _one_day(one, two):
            yield Feature("spot", _SPOT, "the same day at one exact place, and nothing against it")
        elif _one_night(one, two):
            yield Feature("spot", _SPOT_NIGHT, "one night at one exact place, and nothing against it")
    yield from wording(one, two)
    if one.origin == two.origin and one.claim.sentence.text == two.claim.sentence.text:
        alike = one.claim.trigger.text == two.claim.trigger.text
        yield Feature("copy", 2.0 if alike else -2.0, "a copy of one sentence")


def _within(one: Facts, two: Facts, kinship: Kinship) -> Iterator[Feature]:
    yield Feature("start", _START_WITHIN, "before any evidence, within one report")
    yield from _answer(one, two)
    pointing = two.key == one.antecedent or one.key == two.antecedent
    yield from (feature for feature in kind(one, two) if not pointing or feature.name != "mode")
    yield from (_damped(feature, one.own_day and two.own_day) for feature in when(one, two))
    yield from (_damped(feature, one.own_place and two.own_place) for feature in where(one, two))
    yield from who(one, two, kinship)
    yield from tolls(one, two)
    same_sentence = one.claim.sentence.start == two.claim.sentence.start
    if same_sentence:
        yield from _one_sentence(one, two)
    else:
        yield from wording(one, two)
        yield from _pointing_back(one, two)


def _answer(one: Facts, two: Facts) -> Iterator[Feature]:
    """No act answers itself."""
    if answers(one.claim, two.claim) or answers(two.claim, one.claim):
        yield Feature("answer", -9.0, "one is stated to answer the other", bars=True)


def _damped(feature: Feature, own: bool) -> Feature:
    """Halve what speaks FOR two claims when coding gave one of them the value from another sentence."""
    if own or feature.weight <= 0:
        return feature
    return Feature(feature.name, round(feature.weight * _INHERITED, 4), feature.words + ", carried over", feature.bars)


def _one_sentence(one: Facts, two: Facts) -> Iterator[Feature]:
    """Two verbs of one sentence are two acts, unless they share day, place and target or one points to the other."""
    left, right = one.claim, two.claim
    if left.trigger == right.trigger:
        yield Feature("trigger", 6.0, "one and the same word")
    elif _claims(left, right) or _claims(right, left):
        yield Feature("sentence", _CLAIMED, "one claims the act that the sentence tells")
    elif _parts_of_one(left, right):
        yield Feature("sentence", _CLAIMED, "what became of the parts of one act")
    elif _tells_its_toll(one, two):
        yield Feature("sentence", _CAME_ABOUT, "one tells the toll of the other")
    elif _came_about(left, right):
        yield Feature("sentence", _CAME_ABOUT, "one tells how the other came about")
    elif _one_by_one(left, right):
        yield Feature("sentence", -9.0, "one is told to have come after the other", bars=True)
    elif one.reference != two.reference:
        yield Feature("pointing", 0.8, "one points back within the sentence")
    elif left.mode == right.mode and left.target and left.target == right.target and left.actor == right.actor:
        yield Feature("sentence", 1.6, "two words for one act in one sentence")
    elif left.mode == right.mode and left.place.name == right.place.name and not (left.actor and right.actor):
        yield Feature("sentence", 0.2, "one kind of act at one place in one sentence, its doer named once at most")
    elif left.actor and left.actor == right.actor and _in_one_go(left, right):
        yield Feature(
            "sentence", _IN_ONE_GO if left.mode == right.mode else _IN_ONE_GO + 1, "what one doer did in one go"
        )
    else:
        yield Feature("sentence", -1.0, "two acts in one sentence")


def _claims(claiming: Claim, told: Claim) -> bool:
    """Say whether one only claims an act told without its doer ("Rockets hit X, the rebels claim the attack")."""
    bare = not claiming.target and not claiming.weapon and claiming.place.name in (None, told.place.name)
    unnamed = not any(identified(party) for party in told.actor)
    return claiming.status == "claimed" and bare and told.status == "actual" and unnamed


def _tells_its_toll(one: Facts, two: Facts) -> bool:
    """Say whether the later word only tells whom the act before it killed ("jets hit the camp, and the mayor said nine
    people had been killed")."""
    act, toll = sorted((one, two), key=lambda fact: fact.claim.trigger.start)
    shift = act.claim.sentence.start
    between = act.claim.sentence.text[act.claim.trigger.end - shift : max(0, toll.claim.trigger.start - shift)]
    bare = act.claim.killed is None and toll.claim.killed is not None and not (toll.own_day or toll.own_place)
    by_it = not toll.claim.actor or toll.claim.actor == act.claim.actor
    return (
        bare
        and by_it
        and _KILLED.fullmatch(toll.claim.trigger.text) is not None
        and _AND_SAID.search(between) is not None
    )


def _parts_of_one(left: Claim, right: Claim) -> bool:
    """Say whether two words tell of parts of what was told before ("one was destroyed and the other came down")."""
    targets = (*left.target, *right.target)
    return bool(left.target and right.target) and all(is_part(party.text) for party in targets)


def _came_about(left: Claim, right: Claim) -> bool:
    """Say whether two words are joined by "when" alone ("came under fire in May, when shells hit a house"), or by a
    colon after which it is hit ("the base was hit before: in May, rebels fired rockets at it")."""
    first, last = sorted((left, right), key=lambda claim: claim.trigger.start)
    shift = first.sentence.start
    between = first.sentence.text[first.trigger.end - shift : max(0, last.trigger.start - shift)]
    told = _WHEN.fullmatch(between) or (_COLON.fullmatch(between) and refers_to_it(last.target))
    return bool(told) and left.background == right.background


def _one_by_one(left: Claim, right: Claim) -> bool:
    """Say whether two doers act one after the other ("a missile hit the base, and minutes later jets bombed a van")."""
    first, last = sorted((left, right), key=lambda claim: claim.trigger.start)
    shift = first.sentence.start
    between = first.sentence.text[first.trigger.end - shift : max(0, last.trigger.start - shift)]
    return bool(last.actor) and last.actor != first.actor and _LATER.search(between) is not None


def _in_one_go(left: Claim, right: Claim) -> bool:
    """Say whether two verbs are told in a row of one doer ("stormed the jail, shot two guards"), with no other time or
    clause between them."""
    first, last = sorted((left, right), key=lambda claim: claim.trigger.start)
    shift = first.sentence.start
    between = first.sentence.text[first.trigger.end - shift : max(0, last.trigger.start - shift)]
    return _ROW.search(between) is not None and _TURNS.search(between) is None


def _pointing_back(one: Facts, two: Facts) -> Iterator[Feature]:
    if two.key == one.antecedent or one.key == two.antecedent:
        called = one.reference or two.reference or one.thin or two.thin or one.definite or two.definite
        yield Feature("pointing", _POINTS if called else _RETOLD, "one points back to the other")
    elif one.definite != two.definite and _called_by_place(one, two):
        yield Feature("pointing", _NAMED, f"one is called by its place, {one.claim.place.name}")


def _called_by_place(one: Facts, two: Facts) -> bool:
    """Say whether both have the same fine place, that of the one pointing back being its own ("the Kirkuk raid")."""
    own = one.own_place if one.definite else two.own_place
    return own and fine(one.claim.place) and one.claim.place.name == two.claim.place.name


def _one_day(one: Facts, two: Facts) -> bool:
    return one.exact_day and two.exact_day and one.from_ == two.from_


def _one_night(one: Facts, two: Facts) -> bool:
    """Say whether two exact days are one night: the next day, told of the hours around midnight."""
    late = one.around_midnight or two.around_midnight
    return late and one.exact_day and two.exact_day and abs((one.from_ or 0) - (two.from_ or 0)) == 1


def _one_spot(one: Facts, two: Facts) -> bool:
    """Say whether both have the same fine place, or two that are one for all that is known (a town, its airport)."""
    left, right = one.claim.place, two.claim.place
    if not (fine(left) and fine(right)):
        return False
    return left.name == right.name or (left.located and right.located and kilometres(left, right) <= SPOT_KM)
