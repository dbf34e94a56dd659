"""Type, mode and status of an incident."""

from collections.abc import Sequence

from vedette.linking.rules.said import Said, votes, winner


def type_(said: Sequence[Said]) -> str:
    """Give the type that most voices give; a tie goes to the surer one."""
    return winner(votes(said, lambda claim: claim.type)) or said[0].claim.type


def mode(said: Sequence[Said], *, of: str) -> str | None:
    """Give the mode that most voices give among claims of the type `of`; "other" only where nobody says more."""
    fitting = [one for one in said if one.claim.type == of]
    named = votes(fitting, lambda claim: claim.mode if claim.mode != "other" else None)
    return winner(named) or winner(votes(fitting, lambda claim: claim.mode))


def status(said: Sequence[Said]) -> str:
    """Say thwarted where most voices say so, actual where anyone holds it happened, else claimed."""
    counted = votes(said, lambda claim: claim.status)
    voices = {name: count for name, (count, _) in counted.items()}
    if voices.get("thwarted", 0) > voices.get("actual", 0):
        return "thwarted"
    return "actual" if "actual" in voices else "claimed"
