"""The ontology as data: types, modes, statuses and intensities."""

from vedette.codebook.book import Codebook, EventType, Status, codebook, parse

__all__ = ["Codebook", "EventType", "Status", "codebook", "parse"]
