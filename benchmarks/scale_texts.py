"""Reports made from templates, the claims that coding would find in them, and which claim is which act."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from vedette.model import Basis, Claim, Party, Place, Published, Report, Span, Toll, When, WherePrecision, precision_of
from vedette.model.ids import content_id

FIRST, DAYS = date(2021, 1, 1), 1095
TOWNS, COUNTRIES = 60, ("SO", "ML", "YE", "UA", "MM")
PER_ACT = (1, 2, 3, 4, 5)
RECALLS = 0.33  # of the reports that also recall an earlier act of their town
OUTLETS = tuple(f"Outlet {number}" for number in range(40))
SIDES = (("the army", "mil"), ("the insurgents", "grp"), ("the militia", "mil2"), ("the northern command", "grp2"))
DEEDS = (
    ("aerial", "an air strike", "struck", "bombed"),
    ("drone", "a drone", "hit", "attacked"),
    ("heavy-weapons", "rockets", "shelled", "hit"),
    ("firearms", "rifles", "attacked", "ambushed"),
    ("explosives", "a roadside bomb", "blew up", "hit"),
)
TARGETS = ("a market", "a barracks", "a convoy", "a checkpoint", "a depot", "a school", "a bridge", "a patrol")
LEADS = (
    "{actor} {verb} {target} in {town} on {day}, killing {dead} people, officials said.",
    "At least {dead} people were killed when {actor} {verb} {target} in {town} on {day}, residents told reporters.",
    "Using {weapon}, {actor} {verb} {target} near {town} on {day} and left {dead} dead, a local doctor said.",
)
RECALL = "It came after {actor} {verb} {target} in {town} on {day}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One invented act."""

    number: int
    town: int
    country: str
    day: date
    actor: int
    deed: int
    target: str
    dead: int


def made(count: int, *, seed: int = 7) -> tuple[list[Report], list[Claim], dict[str, int]]:
    """Make `count` reports and their claims; the last value gives the number of the act of each claim."""
    rng = Random(seed)
    reports: list[Report] = []
    claims: list[Claim] = []
    truth: dict[str, int] = {}
    last: dict[tuple[str, int], Act] = {}
    number = 0
    span = max(11, DAYS * min(count, 100_000) // 100_000)  # as many acts a day at every size
    while len(reports) < count:
        act = _act(number, rng, span)
        number += 1
        for _ in range(min(rng.choice(PER_ACT), count - len(reports))):
            told = [(act, rng.choice(LEADS))]
            earlier = last.get((act.country, act.town))
            if earlier is not None and earlier.day < act.day - timedelta(days=2) and rng.random() < RECALLS:
                told.append((earlier, RECALL))
            report, found = _report(told, act.day + timedelta(days=rng.choice((0, 0, 1))), rng)
            reports.append(report)
            claims += found
            truth.update({claim.claim_id: one.number for claim, (one, _) in zip(found, told, strict=True)})
        last[act.country, act.town] = act
    return reports, claims, truth


def _act(number: int, rng: Random, span: int) -> Act:
    return Act(
        number=number,
        town=rng.randrange(TOWNS),
        country=rng.choice(COUNTRIES),
        day=FIRST + timedelta(days=rng.randrange(span)),
        actor=rng.randrange(len(SIDES)),
        deed=rng.randrange(len(DEEDS)),
        target=rng.choice(TARGETS),
        dead=rng.randint(1, 40),
    )


def _report(told: list[tuple[Act, str]], day: date, rng: Random) -> tuple[Report, list[Claim]]:
    outlet = rng.choice(OUTLETS)
    sentences = [_sentence(act, form, rng) for act, form in told]
    text = "\n\n".join(sentence for sentence, _ in sentences)
    key = content_id("r", outlet, day.isoformat(), text, str(rng.random()))
    report = Report(
        id=key,
        sha256="0" * 64,
        url=f"https://{outlet.replace(' ', '').lower()}.example/{key}",
        outlet=outlet,
        agency=None,
        title=None,
        text=text,
        language="en",
        published=Published(start=day, end=day, precision="day", basis=Basis.GIVEN),
    )
    claims: list[Claim] = []
    at = 0
    for (act, form), (sentence, verb) in zip(told, sentences, strict=True):
        claims.append(_claim(report, act, sentence, verb, at, background=form is RECALL))
        at += len(sentence) + 2
    return report, claims


def _sentence(act: Act, form: str, rng: Random) -> tuple[str, str]:
    verb = rng.choice(DEEDS[act.deed][2:])
    text = form.format(
        actor=SIDES[act.actor][0],
        verb=verb,
        target=act.target,
        town=_town(act),
        day=f"{act.day:%B} {act.day.day}, {act.day.year}",
        dead=act.dead,
        weapon=DEEDS[act.deed][1],
    )
    return text[0].upper() + text[1:], verb


def _town(act: Act) -> str:
    return f"{act.country.title()}town{act.town}"


def _claim(report: Report, act: Act, sentence: str, verb: str, at: int, *, background: bool) -> Claim:
    def quote(words: str) -> Span:
        start = sentence.lower().index(words.lower())
        return Span(text=sentence[start : start + len(words)], start=at + start, end=at + start + len(words))

    name, kind = SIDES[act.actor]
    actor, place, when, dead = quote(name), quote(_town(act)), quote(f"{act.day:%B} {act.day.day}"), str(act.dead)
    trigger = quote(f" {verb} ")
    trigger = Span(text=verb, start=trigger.start + 1, end=trigger.end - 1)
    target, tolled = quote(act.target), None if background else quote(dead)
    return Claim(
        claim_id=content_id("c", report.id, trigger.start),
        report_id=report.id,
        url=report.url,
        outlet=report.outlet,
        published=report.day,
        sentence=Span(text=sentence, start=at, end=at + len(sentence)),
        trigger=trigger,
        type="ASSAULT",
        mode=DEEDS[act.deed][0],
        status="actual",
        probability=0.9,
        actor=(_party(actor, f"{kind}:{act.country}", name, act.country),),
        target=(_party(target, None, None, None),),
        place=Place(
            text=place.text,
            start=place.start,
            end=place.end,
            name=_town(act),
            lat=10.0 + (act.town // 10) * 0.7 + COUNTRIES.index(act.country) * 9,
            lon=20.0 + (act.town % 10) * 0.7,
            country=act.country,
            precision=WherePrecision.EXACT,
        ),
        when=When(
            text=when.text,
            start=when.start,
            end=when.end,
            from_=act.day,
            to=act.day,
            precision=precision_of(act.day, act.day),
        ),
        killed=Toll(low=act.dead, best=act.dead, high=act.dead, text=tolled.text, start=tolled.start, end=tolled.end)
        if tolled
        else None,
        background=background,
    )


def _party(span: Span, actor_id: str | None, name: str | None, country: str | None) -> Party:
    kind = "armed group" if actor_id else None
    return Party(
        text=span.text, start=span.start, end=span.end, actor_id=actor_id, name=name, kind=kind, country=country
    )
