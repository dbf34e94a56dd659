"""Fewer inner units in each layer: those that the rest can speak for are taken out, one by one.

Optimal Brain Surgeon for whole units (Hassibi & Stork 1992; for structures Kurtic et al., ZipLM, 2023): on the
activations of real text the unit is removed whose loss costs the least in squares, and the others' weights are
corrected for it in closed form. What is lost nonetheless is learnt back in `distil.py`.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from training.features import Batch
from training.model import Layer, Tagging

DAMPED = 0.01  # of the mean square of an activation, added to the diagonal


@torch.no_grad()
def slimmed(model: Tagging, groups: Sequence[Batch], inner: int) -> Tagging:
    """Copy a trained network with only `inner` units in each layer, chosen and corrected on the text of the groups."""
    small = Tagging(dropout=0.0, inner=inner)  # what it learns from is no label that it could learn by heart
    held, layers = model.state_dict(), layers_of(model)
    for name, moments in _moments(model.eval(), groups).items():
        held |= {f"{name}.{part}": value for part, value in _fewer(layers[name], moments, inner).items()}
    small.load_state_dict(held)
    return small.eval()


def layers_of(model: Tagging) -> dict[str, Layer]:
    """Give all layers by the names of their weights."""
    return {name: part for name, part in model.named_modules() if isinstance(part, Layer)}


def _moments(model: Tagging, groups: Sequence[Batch]) -> dict[str, Tensor]:
    """Give for each layer the mean products of all pairs of its units; a unit that is always 1 stands last."""
    layers = layers_of(model)
    sums = {name: torch.zeros(layer.down.in_features + 1, layer.down.in_features + 1) for name, layer in layers.items()}
    real = torch.empty(0)

    def hook(name: str) -> RemovableHandle:
        def take(_: nn.Module, given: tuple[Tensor]) -> None:
            units = given[0][real]
            units = torch.cat((units, torch.ones(len(units), 1)), dim=1)
            sums[name] += units.T @ units

        return layers[name].down.register_forward_pre_hook(take)

    handles = [hook(name) for name in layers]
    for batch in groups:
        real = batch.mask.bool()
        states = model.words(batch.ids, batch.mask)[0]
        if len(batch.owner):
            real = real[batch.owner]
            model.events(states[batch.owner], batch.mask[batch.owner], batch.event_trigger, batch.event_type)
    for handle in handles:
        handle.remove()
    return {name: both.double() / both[-1, -1].double() for name, both in sums.items()}


def _fewer(layer: Layer, moments: Tensor, inner: int) -> dict[str, Tensor]:
    """Give the weights of a layer's two maps with the `inner` units that remain."""
    weight = torch.cat((layer.down.weight, layer.down.bias[:, None]), dim=1).double()
    kept, weight = surgery(weight, moments, inner)
    return {
        "up.weight": layer.up.weight[kept],
        "up.bias": layer.up.bias[kept],
        "down.weight": weight[:, kept].float(),
        "down.bias": weight[:, -1].float(),
    }


def surgery(weight: Tensor, moments: Tensor, inner: int) -> tuple[Tensor, Tensor]:
    """Take columns out of `weight` (out x units + 1) until `inner` are left besides the last, which always stays.

    `moments` (units + 1 square) are the mean products of the units. Gives the numbers of the columns that stay and the
    corrected weights (of the others 0).
    """
    weight, last = weight.clone(), len(moments) - 1
    inverse = torch.linalg.inv(moments + DAMPED * moments.diagonal()[:-1].mean() * torch.eye(len(moments)).double())
    gone = torch.zeros(len(moments), dtype=torch.bool)
    gone[last] = True  # never chosen; put back at the end
    for _ in range(last - inner):
        cost = (weight**2).sum(0) / inverse.diagonal()
        unit = int(torch.where(gone, torch.inf, cost).argmin())
        share = inverse[unit] / inverse[unit, unit]
        weight -= torch.outer(weight[:, unit], share)
        inverse -= torch.outer(inverse[:, unit].clone(), share)
        inverse[unit, unit] = 1.0  # no longer asked
        weight[:, unit], gone[unit] = 0.0, True
    gone[last] = False
    return torch.nonzero(~gone).flatten()[:-1], weight
