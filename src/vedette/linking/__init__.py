"""Claims become incidents and reactions."""

from vedette.linking.link import Linked, link
from vedette.linking.origins import origins

__all__ = ["Linked", "link", "origins"]
