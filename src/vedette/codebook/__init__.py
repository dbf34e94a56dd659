"""The ontology as data: types, modes, statuses and intensities; and crosswalks to other codebooks."""

from vedette.codebook.book import Codebook, EventType, Status, codebook, parse
from vedette.codebook.crosswalk import Crosswalk, Row, crosswalk, parse_crosswalk

__all__ = ["Codebook", "Crosswalk", "EventType", "Row", "Status", "codebook", "crosswalk", "parse", "parse_crosswalk"]
