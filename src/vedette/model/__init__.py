"""The nouns: one small file each."""

from vedette.model.actor import Actor, Membership, Office, Party
from vedette.model.claim import Affiliation, Claim, Coding, Count, Outlook, Source, Tally
from vedette.model.decision import Decision, Verdict
from vedette.model.errors import CaseError, RegistryError, SourceError, UsageError, VedetteError
from vedette.model.incident import Incident, ReactionRef, ReportRef, Responsibility, SideToll, TollRange
from vedette.model.jsonform import from_json, to_json
from vedette.model.mark import Attribution, Label, Mark, Name, Part, Role, RoleMark, Tagged
from vedette.model.place import NOWHERE, Place, WherePrecision
from vedette.model.reaction import Reaction
from vedette.model.reason import Instead, Reason, Why
from vedette.model.report import UNPUBLISHED, Basis, Furniture, Published, Report
from vedette.model.span import Span, cut
from vedette.model.toll import Toll
from vedette.model.when import UNDATED, DatePrecision, When, precision_of

__all__ = [
    "NOWHERE",
    "UNDATED",
    "UNPUBLISHED",
    "Actor",
    "Affiliation",
    "Attribution",
    "Basis",
    "CaseError",
    "Claim",
    "Coding",
    "Count",
    "DatePrecision",
    "Decision",
    "Furniture",
    "Incident",
    "Instead",
    "Label",
    "Mark",
    "Membership",
    "Name",
    "Office",
    "Outlook",
    "Part",
    "Party",
    "Place",
    "Published",
    "Reaction",
    "ReactionRef",
    "Reason",
    "RegistryError",
    "Report",
    "ReportRef",
    "Responsibility",
    "Role",
    "RoleMark",
    "SideToll",
    "Source",
    "SourceError",
    "Span",
    "Tagged",
    "Tally",
    "Toll",
    "TollRange",
    "UsageError",
    "VedetteError",
    "Verdict",
    "When",
    "WherePrecision",
    "Why",
    "cut",
    "from_json",
    "precision_of",
    "to_json",
]
