"""What can go wrong between us and a language model; a coder tells it as the failure of one report."""

from vedette.model.errors import VedetteError


class NoAnswerError(VedetteError):
    """The address gave no answer that could be used, however often it was asked."""


class BadAnswerError(VedetteError):
    """An answer came, but is not in the form that was asked for; says what is wrong with it."""
