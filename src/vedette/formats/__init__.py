"""One file a format: how records leave the house."""

from vedette.formats.columns import RECORDS, Column, columns_of, flat

__all__ = ["RECORDS", "Column", "columns_of", "flat"]
