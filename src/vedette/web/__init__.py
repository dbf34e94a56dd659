"""The workbench: a case in the browser, and its data at the same addresses."""

from vedette.web.app import make_app
from vedette.web.settings import Settings

__all__ = ["Settings", "make_app"]
