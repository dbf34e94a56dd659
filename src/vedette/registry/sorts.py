"""What ACLED and UCDP call an actor of a kind."""

from vedette.model import Actor

_STATE = ("state", "government", "military", "police", "intelligence", "ministry")
_ACLED = {
    "rebel": "Rebel Group",
    "militia": "Political Militia",
    "identity": "Identity Militia",
    "gang": "Political Militia",
    "private": "External/Other Forces",
}
_UCDP = {"identity": "Informally organized group"}


def acled_kind(actor: Actor) -> str | None:
    """Give ACLED's kind of actor (Codebook 2023, "inter" codes 1 to 8); None for media and single persons."""
    if actor.kind in _STATE:
        return "State Forces"
    if actor.kind in ("armed group", "coalition", "party"):
        return _ACLED.get(actor.sort or "", "Political Militia" if actor.kind == "party" else "Rebel Group")
    if actor.kind in ("igo", "ngo"):
        return "External/Other Forces" if actor.kind == "igo" else "Civilians"
    return "Civilians" if actor.kind == "civilians" else None


def ucdp_kind(actor: Actor) -> str | None:
    """Give UCDP's kind of actor (Actor Dataset codebook): a government, or a group by how it is organised."""
    if actor.kind in _STATE:
        return "Government"
    if actor.kind in ("armed group", "coalition"):
        return _UCDP.get(actor.sort or "", "Formally organized group")
    return "Civilians" if actor.kind == "civilians" else None
