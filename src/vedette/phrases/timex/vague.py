"""Times left open: "now", "recently", "in the near future"."""

from vedette.phrases.timex.phrase import Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule
from vedette.phrases.timex.story import Story

_PRESENT = (
    r"(?:right now|(?:just )?now(?! that\b)|currently|at present|presently|nowadays|these days|at the moment|"
    r"at th(?:is|e present) (?:time|moment|stage)|the present(?: day| time)?|present-day|to date|"
    r"current|at the current time)"
)


def _now(match: Match, story: Story) -> Said | None:
    return dated("PRESENT_REF")


def _gone(match: Match, story: Story) -> Said | None:
    """Read "recent" and, in history alone, "former": in news it says who somebody was, not when."""
    if match[0].lower().startswith("former") and not story.narrative:
        return None
    return dated("PAST_REF")


def _to_come(match: Match, story: Story) -> Said | None:
    return dated("FUTURE_REF")


RULES: tuple[Rule, ...] = (
    rule(r"(?:the )?(?:(?:very|more|most) )?recent (?:days|weeks|months|years|decades|hours)", _gone),
    rule(
        r"(?:recent(?! (?:days|weeks|months|years|decades|hours)\b)|recently|former(?:ly)?|"
        r"the recent past|the past(?= ?[,.;])|lately)",
        _gone,
    ),
    rule(r"(?:the )?coming (?:days|weeks|months|years|decades|hours)", _to_come),
    rule(r"(?:the (?:near |foreseeable |immediate )?future|future)", _to_come),
    rule(_PRESENT, _now),
)
