"""Words that point back: pronouns, "the group", "his government"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vedette.registry.entries import KINDS

PERSON, THING, MANY = (
    frozenset({"person"}),
    KINDS - {"person", "civilians"},
    frozenset(
        {
            "state",
            "government",
            "military",
            "police",
            "armed group",
            "coalition",
            "party",
            "civilians",
            "igo",
            "ngo",
            "media",
        }
    ),
)
_GROUPS = frozenset({"armed group", "coalition", "party"})
_PRONOUNS = {
    "he": PERSON,
    "him": PERSON,
    "his": PERSON,
    "himself": PERSON,
    "she": PERSON,
    "her": PERSON,
    "hers": PERSON,
    "herself": PERSON,
    "it": THING,
    "its": THING,
    "itself": THING,
    "they": MANY,
    "them": MANY,
    "their": MANY,
    "themselves": MANY,
    "theirs": MANY,
}
ANYBODY = PERSON | THING
_HEADS = {
    "group": _GROUPS,
    "movement": _GROUPS,
    "militia": _GROUPS,
    "organization": _GROUPS | {"ngo", "igo"},
    "faction": _GROUPS,
    "organisation": _GROUPS | {"ngo", "igo"},
    "party": _GROUPS,
    "coalition": frozenset({"coalition"}),
    "alliance": frozenset({"coalition", "igo"}),
    "militant group": _GROUPS,
    "armed group": _GROUPS,
    "rebel group": _GROUPS,
    "terrorist group": _GROUPS,
    "terror group": _GROUPS,
    "rebels": _GROUPS,
    "militants": _GROUPS,
    "insurgents": _GROUPS,
    "gunmen": _GROUPS,
    "fighters": _GROUPS,
    "jihadists": _GROUPS,
    "militiamen": _GROUPS,
    "extremists": _GROUPS,
    "cartel": _GROUPS,
    "gang": _GROUPS,
    "militias": _GROUPS,
    "groups": _GROUPS,
    "army": frozenset({"military"}),
    "military": frozenset({"military"}),
    "troops": frozenset({"military"}),
    "forces": frozenset({"military"}),
    "soldiers": frozenset({"military"}),
    "navy": frozenset({"military"}),
    "air force": frozenset({"military"}),
    "armed forces": frozenset({"military"}),
    "military command": frozenset({"military"}),
    "ministry": frozenset({"ministry"}),
    "agency": frozenset({"igo", "intelligence", "ngo"}),
    "police": frozenset({"police"}),
    "government": frozenset({"government", "state"}),
    "authorities": frozenset({"government", "state"}),
    "regime": frozenset({"government", "state"}),
    "administration": frozenset({"government", "state"}),
    "junta": frozenset({"government", "military"}),
    "country": frozenset({"state"}),
    "mission": frozenset({"igo"}),
    "bloc": frozenset({"igo", "coalition"}),
    "president": PERSON,
    "prime minister": PERSON,
    "premier": PERSON,
    "minister": PERSON,
    "spokesman": PERSON,
    "spokeswoman": PERSON,
    "spokesperson": PERSON,
    "commander": PERSON,
    "general": PERSON,
    "leader": PERSON,
    "official": PERSON,
    "analyst": PERSON,
    "chief": PERSON,
    "secretary": PERSON,
    "diplomat": PERSON,
    "cleric": PERSON,
    "expert": PERSON,
    "ambassador": PERSON,
    "envoy": PERSON,
    "defense secretary": PERSON,
    "defence minister": PERSON,
    "foreign minister": PERSON,
    "secretary of state": PERSON,
}
_HEADS |= dict.fromkeys(
    (
        "attackers",
        "assailants",
        "raiders",
        "kidnappers",
        "captors",
        "bandits",
        "terrorists",
        "separatists",
        "guerrillas",
        "insurgency",
        "perpetrators",
    ),
    _GROUPS,
)
_HEADS |= dict.fromkeys(("coup plotters", "mutineers"), frozenset({"military", "armed group"}))
_PAIRS = {
    "both": "both",
    "both sides": "both",
    "both parties": "both",
    "both countries": "both",
    "both governments": "both",
    "both groups": "both",
    "both armies": "both",
    "both men": "both",
    "the two": "both",
    "the two sides": "both",
    "the two countries": "both",
    "the two groups": "both",
    "the two governments": "both",
    "the two armies": "both",
    "the two men": "both",
    "the two leaders": "both",
    "the two parties": "both",
    "the former": "former",
    "the latter": "latter",
}
_ADVERB = re.compile(
    r"^(he|she|it|they)\s+(?:then|also|later|soon|now|then also|still|immediately|reportedly|allegedly|only|\w+ly)$"
)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those)\s+(?:same\s+|latter\s+)?(.+)$", re.IGNORECASE)
_QUALIFIED = re.compile(
    r"^(?:(?:[\w.]+-(?:backed|aligned|allied|linked|led|supported|sponsored|trained|funded)|rebel|armed|militant|insurgent|islamist|"
    r"jihadist|separatist|shiite|sunni|paramilitary|outlawed|banned|hardline)\s+)+(?=group|movement|militia|faction|organi[sz]ation|"
    r"rebels|militants|insurgents|fighters|coalition|alliance|militias)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^(his|her|its|their)\s+(?:own\s+)?(.+)$", re.IGNORECASE)
BODY_OF_OWNER = {
    "government": "gov",
    "administration": "gov",
    "cabinet": "gov",
    "authorities": "gov",
    "regime": "gov",
    "army": "mil",
    "military": "mil",
    "forces": "mil",
    "troops": "mil",
    "soldiers": "mil",
    "armed forces": "mil",
    "air force": "mil",
    "police": "police",
    "country": "state",
    "countries": "state",
    "nation": "state",
}
SAME_AS_OWNER = frozenset(
    {
        "fighter jets",
        "jets",
        "warplanes",
        "aircraft",
        "planes",
        "helicopters",
        "artillery",
        "tanks",
        "gunners",
        "snipers",
        "drones",
        "gunboats",
        "units",
        "commandos",
        "missiles",
        "rockets",
        "fighters",
        "members",
        "positions",
        "bases",
        "men",
        "militants",
        "movement",
        "group",
        "leadership",
        "militiamen",
        "camps",
        "strongholds",
        "hideouts",
        "headquarters",
        "offices",
        "gunmen",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """What a phrase points back to: the kinds it may mean, and what of it is meant ("government" in "his
    government"). `of_two` says that it means "both" of two told before, the "former" or the "latter"."""

    kinds: frozenset[str]
    plural: bool = False
    owned: str | None = None
    pronoun: bool = False
    of_two: str | None = None


@lru_cache(maxsize=8192)
def anaphor(text: str) -> Anaphor | None:
    """Say what a phrase points back to, or None for a phrase that stands for itself."""
    plain = _ADVERB.sub(r"\1", text.strip(" ,.;:\"“”'").lower())
    if of_two := _PAIRS.get(plain):
        return Anaphor(kinds=ANYBODY, plural=of_two == "both", of_two=of_two)
    if kinds := _PRONOUNS.get(plain):
        return Anaphor(kinds=kinds, plural=kinds is MANY, pronoun=True)
    if found := _DEFINITE.match(plain):
        head = _QUALIFIED.sub("", found[1])
        return Anaphor(kinds=_HEADS[head], plural=head.endswith("s")) if head in _HEADS else None
    if (found := _OWNED.match(plain)) and (found[2] in BODY_OF_OWNER or found[2] in SAME_AS_OWNER):
        return Anaphor(kinds=_PRONOUNS[found[1]], plural=found[1] == "their", owned=found[2])
    return None


def is_anaphor(text: str) -> bool:
    """Say whether a phrase points back."""
    return anaphor(text) is not None
