"""The written rules that make an incident's fields from its claims: a file a field."""

from vedette.linking.rules.dates import days
from vedette.linking.rules.parties import parties
from vedette.linking.rules.places import place
from vedette.linking.rules.responsible import responsible
from vedette.linking.rules.said import Said
from vedette.linking.rules.sides import by_side
from vedette.linking.rules.sort import mode, status, type_
from vedette.linking.rules.tolls import toll

__all__ = ["Said", "by_side", "days", "mode", "parties", "place", "responsible", "status", "toll", "type_"]
