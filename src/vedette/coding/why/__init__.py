"""Why a claim says what it says: its reasons, a file a kind of field."""

from vedette.coding.why.asked import Asked
from vedette.coding.why.what import status_reason, what_reasons
from vedette.coding.why.when import when_reason
from vedette.coding.why.where import where_reason
from vedette.coding.why.who import party_reasons, source_reason
from vedette.coding.why.words import phrase_reasons
from vedette.model import Why

__all__ = ["Asked", "why"]


def why(asked: Asked) -> Why:
    """Give the reasons of every field of a claim, those left open included where something was considered for them."""
    found = (
        *what_reasons(asked),
        status_reason(asked),
        *party_reasons(asked),
        where_reason(asked),
        when_reason(asked),
        *phrase_reasons(asked),
        source_reason(asked),
    )
    told = (reason for reason in found if reason.value is not None or reason.instead)
    return Why(claim_id=asked.claim.claim_id, reasons=tuple(told))
