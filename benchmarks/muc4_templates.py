"""MUC-4 templates from the claims of a report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.muc4_score import SLOTS, Template, normal
from vedette.codebook import crosswalk
from vedette.coding.document import Document
from vedette.model import Claim, Coding, Party, Span

MOST = {"PerpInd": 1, "PerpOrg": 1, "Target": 2, "Victim": 6, "Weapon": 2}  # entities of a slot, the likeliest first
ARMED_KINDS = frozenset({"military", "police", "armed group", "intelligence", "state", "government"})
SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops|guerrillas?|rebels?|subversives?|terrorists?|extremists?|combatants?|enemy|patrols?|"
    r"battalions?|brigades?|units?|army|columns?|garrison|barracks|positions|forces|fmln|sandinistas?|contras?)\b"
)
PEOPLE = re.compile(
    r"\b(?:persons?|people|m[ae]n|wom[ae]n|civilians?|peasants?|children|child|members?|leaders?|priests?|jesuits?|"
    r"residents?|students?|workers?|citizens?|population|journalists?|judges?|candidates?|president|ministers?|"
    r"passengers?|families|family|victims?|boys?|girls?|youths?|employees?|officials?|businessm[ae]n|mayors?|"
    r"soldiers?|guards?|polic\w+|officers?|individuals?|deaths?|wounded|dead|casualties|\d+)\b"
)
ANY = re.compile(r"(?:terrorist )?(?:attacks?|actions?|incidents?|acts?|violence|crimes?|assaults?|operations?)", re.I)
LEAD = re.compile(r"(?:an?|the|this|these|those|his|her|their|its|some|about|at least|approximately|alleged|several)\s")
PRONOUN = re.compile(r"(?:he|she|it|they|we|you|i|who|which|that|them|us|him|her|one|others?|none|nobody|someone)")
BODY = re.compile(r"\b(?:army|air force|navy|government|police|military|regime|forces|authorities|battalion)$")
ARMS = re.compile(
    r"\b(?:bombs?|car-?bombs?|dynamite|explosives?|charges?|devices?|tnt|grenades?|rockets?|mortars?|missiles?|"
    r"machine-?guns?|submachine-?guns?|rifles?|pistols?|revolvers?|firearms?|guns?|weapons?|knives|machetes?|bullets?|"
    r"mines?|cocktails?|booby ?traps?|rpg\S*|ak-\S+|m-16\S*|launchers?|torture|shrapnel)\b"
)
PLACED = re.compile(r"\s(?:in|at|near|located|on|this|last|yesterday|today|early|late|exploded|cannot|continue)\b.*$")
TAIL = re.compile(r"[\s,;:.\"')(\]\[-]+$")


@dataclass(frozen=True, slots=True)
class Fill:
    """A mention that fills a slot of an incident of some type."""

    incident_type: str
    slot: str
    text: str


def templates(document: Document, coding: Coding) -> list[Template]:
    """Make one template of all acts of an incident type that the report tells."""
    claims = _referred(
        [(claim, kind) for claim in coding.claims if (kind := kind_of(claim)) and not between_forces(claim)]
    )
    fills = [fill for claim, kind in claims for fill in _fills(claim, kind, document)]
    made = [_template(kind, fills) for kind in dict.fromkeys(kind for _, kind in claims)]
    return [template for template in made if _is_told(template)]


def _is_told(template: Template) -> bool:
    """Say whether enough is told for an incident: somebody or something hit, or two slots."""
    return bool(template.slots["Victim"] or template.slots["Target"]) or sum(map(bool, template.slots.values())) > 1


def _referred(claims: list[tuple[Claim, str]]) -> list[tuple[Claim, str]]:
    """Give an act that is named by a word for any ("the attack") the type of the nearest one that was told before it.

    Where none was told before, the first one after it counts; where all are so named, nothing changes.
    """
    telling = [(claim.trigger.start, kind) for claim, kind in claims if not ANY.fullmatch(claim.trigger.text)]
    found = []
    for claim, kind in claims:
        before = [known for start, known in telling if start <= claim.trigger.start]
        near = before[-1] if before else telling[0][1] if telling else kind
        found.append((claim, near if ANY.fullmatch(claim.trigger.text) else kind))
    return found


def kind_of(claim: Claim) -> str | None:
    """Give the incident type of a claim, or None when it is no incident there."""
    facts = {
        "type": claim.type,
        "mode": claim.mode or "",
        "status": claim.status,
        "trigger": claim.trigger.text,
        "weapon": " ; ".join(span.text for span in claim.weapon),
        "target": " ; ".join(party.text for party in claim.target),
        "text": claim.sentence.text,
    }
    return crosswalk("muc4").label(facts)


def between_forces(claim: Claim) -> bool:
    """Say whether an act is warfare: its targets are armed, and nothing and nobody else is hit."""
    return bool(claim.target) and all(_armed(party) for party in claim.target)


def _armed(party: Party) -> bool:
    return SOLDIERS.search(party.text.lower()) is not None


def _fills(claim: Claim, kind: str, document: Document) -> Iterator[Fill]:
    names = _names(claim, document)
    for party in claim.actor:
        yield from (Fill(kind, slot, text) for slot, text in _perpetrator(party, names))
    for party in claim.target:
        yield from (Fill(kind, slot, text) for slot, text in _harmed(party, names))
    yield from (Fill(kind, "Weapon", span.text) for span in claim.weapon if ARMS.search(span.text.lower()))


def _names(claim: Claim, document: Document) -> list[tuple[str, Span]]:
    """Give the named persons, groups and organisations of the sentences that the claim quotes."""
    quoted = [claim.sentence, *(_span(party) for party in (*claim.actor, *claim.target))]
    return [
        (name.label.value, sentence.in_body(name.span))
        for sentence in document.sentences
        if any(sentence.span.overlaps(span) for span in quoted)
        for name in sentence.tagged.names
    ]


def _span(party: Party) -> Span:
    return Span(text=party.text, start=party.start, end=party.end)


def _perpetrator(party: Party, names: list[tuple[str, Span]]) -> Iterator[tuple[str, str]]:
    """Tell individuals from the organisation that they act for; a nameless body of a state is neither."""
    within = [(label, span) for label, span in names if _span(party).holds(span)]
    groups = [span.text for label, span in within if label in {"GROUP", "ORG"}]
    if not groups and BODY.search(trimmed(party.text)):
        return
    if groups:
        yield "PerpOrg", groups[0]
    if not groups or len(normal(party.text)) > len(normal(groups[0])) + 3:
        persons = [span.text for label, span in within if label == "PERSON"]
        yield "PerpInd", persons[0] if persons else party.text


def _harmed(party: Party, names: list[tuple[str, Span]]) -> Iterator[tuple[str, str]]:
    """Tell named persons from things; people without a name fill no slot."""
    persons = [span.text for label, span in names if label == "PERSON" and _span(party).holds(span)]
    yield from (("Victim", person) for person in persons)
    if any(label in {"PLACE", "COUNTRY"} and normal(span.text) == normal(party.text) for label, span in names):
        return
    if not persons and not PEOPLE.search(party.text.lower()) and party.kind not in {"person", "civilians"}:
        yield "Target", party.text


def _template(kind: str, fills: Iterable[Fill]) -> Template:
    mine = [fill for fill in fills if fill.incident_type == kind]
    return Template(
        incident_type=kind,
        slots={
            slot: tuple((text,) for text in _likeliest([fill.text for fill in mine if fill.slot == slot], MOST[slot]))
            for slot in SLOTS
        },
    )


def _likeliest(texts: Iterable[str], most: int) -> list[str]:
    """Give the mentions that occur most often, the first told among equals; longer ones that hold them are the same."""
    counts = Counter(mention for text in texts if (mention := trimmed(text)))
    kept: list[str] = []
    for mention, _ in counts.most_common():
        if not any(_same(mention, other) for other in kept):
            kept.append(mention)
    return kept[:most]


def _same(one: str, other: str) -> bool:
    first, second = set(normal(one).split()), set(normal(other).split())
    return first <= second or second <= first


def trimmed(text: str) -> str:
    """Cut determiners and punctuation off a mention, in lower case."""
    text = " ".join(text.lower().split())
    while found := LEAD.match(text):
        text = text[found.end() :]
    text = TAIL.sub("", PLACED.sub("", text))
    return "" if not normal(text) or PRONOUN.fullmatch(text) else text
