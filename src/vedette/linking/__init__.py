"""Claims become incidents and reactions."""

from vedette.linking.chains import chains
from vedette.linking.link import Linked, link
from vedette.linking.origins import origins

__all__ = ["Linked", "chains", "link", "origins"]
