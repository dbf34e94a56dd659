"""The network in training behind the interface that the tagger reads with."""

from dataclasses import dataclass
from typing import Any

import torch
from tokenizers import Tokenizer

from training.corpus import Example
from training.model import Tagging
from training.score import given_triggers, score
from vedette.tagging.backend import Floats, Ints
from vedette.tagging.tagger import Settings, Tagger


@dataclass(frozen=True, slots=True)
class Unexported:
    """The network as a backend of the tagger."""

    model: Tagging

    def words(self, ids: Ints, mask: Ints) -> tuple[Any, Floats, Floats, Floats]:
        """Read rows of pieces."""
        with torch.inference_mode():
            states, *heads = self.model.words(self._put(ids), self._put(mask))
        trigger, name, part = (head.cpu().numpy() for head in heads)
        return states, trigger, name, part

    def events(self, states: Any, owner: Ints, mask: Ints, trigger: Ints, kind: Ints) -> tuple[Floats, Floats, Floats]:
        """Read one happening of each given row."""
        with torch.inference_mode():
            heads = self.model.events(
                states[self._put(owner)], self._put(mask[owner]), self._put(trigger), self._put(kind)
            )
        role, status, mode = (head.cpu().numpy() for head in heads)
        return role, status, mode

    def _put(self, array: Ints) -> torch.Tensor:
        return torch.from_numpy(array).to(self.model.word.weight.device)


def tagger_of(model: Tagging, tokenizer: Tokenizer, settings: Settings | None = None) -> Tagger:
    """Make a tagger of a network that is not exported."""
    return Tagger(Unexported(model.eval()), tokenizer, settings or Settings())


def measure(tagger: Tagger, examples: list[Example]) -> dict[str, float]:
    """Tag examples and score them."""
    texts = [example.text for example in examples]
    return score(examples, tagger.tag(texts), tagger.mark(texts, given_triggers(examples)))
