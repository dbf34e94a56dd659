"""From sentences to marks: the trained tagger."""

from vedette.tagging.sentences import split
from vedette.tagging.tagger import Tagger, load_tagger
from vedette.tagging.tagger import default_tagger as load

__all__ = ["Tagger", "load", "load_tagger", "split"]
