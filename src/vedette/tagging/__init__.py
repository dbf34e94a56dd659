"""From sentences to marks: the trained tagger."""

from vedette.tagging.sentences import split
from vedette.tagging.tagger import Tagger, default_tagger, load_tagger

__all__ = ["Tagger", "default_tagger", "load_tagger", "split"]
