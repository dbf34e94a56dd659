"""The forms of nouns, made from the nouns themselves."""

import dataclasses
import types
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from vedette import model
from vedette.store import runs


class Form(BaseModel):
    """A form that holds what it names and nothing else."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


@cache
def form_of(kind: type) -> type[Form]:
    """Give the form of a noun: its fields, names less a trailing underscore."""
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {
        field.name.rstrip("_") if field.name != "from_" else "from_": (
            _hint(hints[field.name]),
            Field(alias="from") if field.name == "from_" else Field(),
        )
        for field in dataclasses.fields(kind)
    }
    if "if" in fields:
        fields["if_"] = (fields.pop("if")[0], Field(alias="if"))
    return create_model(kind.__name__, __base__=Form, __doc__=kind.__doc__, **fields)


def _hint(hint: Any) -> Any:
    """Give the type of a field's JSON form."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return form_of(hint)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(_hint(one) for one in get_args(hint))]  # noqa: UP007 - made at run time
    if origin is tuple:
        return list[_hint(get_args(hint)[0])]  # type: ignore[misc]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return int if issubclass(hint, int) else Literal[tuple(one.value for one in hint)]
    return hint


Claim: Any = form_of(model.Claim)
Place: Any = form_of(model.Place)
Party: Any = form_of(model.Party)
Span: Any = form_of(model.Span)
TollRange: Any = form_of(model.TollRange)
Decision: Any = form_of(model.Decision)
Reaction: Any = form_of(model.Reaction)
Actor: Any = form_of(model.Actor)
Outlook: Any = form_of(model.Outlook)
Tally: Any = form_of(model.Tally)
Affiliation: Any = form_of(model.Affiliation)
Report: Any = form_of(model.Report)
Membership: Any = form_of(model.Membership)
Office: Any = form_of(model.Office)
Incident: Any = form_of(model.Incident)
Run: Any = form_of(runs.Run)
