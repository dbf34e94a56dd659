"""What a text says of a happening: that it was, is denied, planned, feared, stopped."""

import re
from functools import cache

from vedette.coding.cues import any_of, table
from vedette.coding.document import Sentence
from vedette.model import Mark

SURE = 0.8  # above this the tagger's status stands


def status_of(mark: Mark, sentence: Sentence) -> str:
    """Give the status of a happening: the tagger's, but "denied" where it is not sure and the words before deny it."""
    if mark.status_probability < SURE and mark.status == "actual" and _denied().search(sentence.tagged.text[: mark.trigger.start]):
        return "denied"
    return mark.status


@cache
def _denied() -> re.Pattern[str]:
    words = any_of(table("status.toml")["denied"]).pattern
    return re.compile(rf"{words}\s+(?:(?:immediately|yet|directly|ever|even|carrying out|being behind|conduct|conducting|launching|to)\s+){{0,3}}$", re.I)
