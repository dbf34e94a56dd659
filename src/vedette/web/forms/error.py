"""The form of errors."""

from vedette.web.forms.nouns import Form


class Problem(Form):
    """Why a request was refused."""

    code: str
    what: str
    where: str
    todo: str


class Error(Form):
    """The one form of errors."""

    error: Problem
