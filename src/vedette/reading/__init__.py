"""Sources to reports."""

from vedette.reading.failure import Failure
from vedette.reading.read import read
from vedette.reading.report import report_of

__all__ = ["Failure", "read", "report_of"]
