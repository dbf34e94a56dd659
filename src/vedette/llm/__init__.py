"""A second coder by choice: a language model behind an OpenAI-compatible address gives quotes and labels.

Nothing here is imported, and no text leaves the machine, unless this coder was asked for.
"""

from vedette.llm.coder import LlmCoder, llm_coder
from vedette.llm.settings import Settings, from_environment

__all__ = ["LlmCoder", "Settings", "from_environment", "llm_coder"]
