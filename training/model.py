"""The network: MiniLM's first layers shared, a trunk for the words, a branch for the roles of one happening."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from vedette.tagging.labels import MODES, NAMES, PARTS, ROLES, STATUSES, TYPES, classes

WIDTH, HEADS, INNER, PLACES, VOCABULARY = 384, 12, 1536, 512, 30522
SHARED, TOP = 4, 2
EPSILON = 1e-12


class Layer(nn.Module):
    """A transformer layer as BERT has it; the tanh form of GELU, so that the exported graph is the same."""

    def __init__(self, dropout: float, inner: int = INNER) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = self.out(mixed.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.norm1(x + drop(mixed, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(x), approximate="tanh"))
        return self.norm2(x + drop(inner, self.dropout, self.training))


def drop(x: Tensor, rate: float, training: bool) -> Tensor:
    """Drop whole features of a row with probability `rate`: one draw for all its words, cheap on a CPU."""
    if not training or rate == 0:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[-1], device=x.device) >= rate
    return x * keep / (1 - rate)


class Tagging(nn.Module):
    """All heads over one encoder: `words` reads sentences, `events` reads one happening of each given sentence."""

    def __init__(self, *, dropout: float = 0.1, inner: int = INNER) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.shared = nn.ModuleList(Layer(dropout, inner) for _ in range(SHARED))
        self.trunk = nn.ModuleList(Layer(dropout, inner) for _ in range(TOP))
        self.branch = nn.ModuleList(Layer(dropout, inner) for _ in range(TOP))
        self.marker = nn.Embedding(2, WIDTH)
        self.kind = nn.Embedding(len(TYPES), WIDTH)
        self.known = nn.Linear(WIDTH, WIDTH)
        self.about = nn.Linear(WIDTH, WIDTH)
        self.trigger_head = nn.Linear(WIDTH, classes(len(TYPES)))
        self.name_head = nn.Linear(WIDTH, classes(len(NAMES)))
        self.part_head = nn.Linear(WIDTH, 3 * len(PARTS))
        self.role_head = nn.Linear(WIDTH, 3 * len(ROLES))
        self.status_head = nn.Linear(2 * WIDTH, len(STATUSES))
        self.mode_head = nn.Linear(2 * WIDTH, len(MODES))
        self.dropout = dropout

    def words(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give states (rows x pieces x width) and the logits of trigger, name and part for each piece.

        The states are those of the shared layers and what the trunk knows of the words, for `events` to go on from.
        """
        return self.read(self.layers(ids, mask))

    def layers(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        """Give the states after each layer, the shared ones first."""
        bias = attention_bias(mask)
        x = self.norm(self.word(ids) + self.place.weight[: ids.shape[1]])
        found = [drop(x, self.dropout, self.training)]
        for layer in (*self.shared, *self.trunk):
            found.append(layer(found[-1], bias))
        return found[1:]

    def read(self, layers: list[Tensor]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give what `words` gives, of the states after each layer."""
        top = drop(layers[-1], self.dropout, self.training)
        x = layers[SHARED - 1] + self.known(top)
        return x, self.trigger_head(top), self.name_head(top), self.part_head(top)

    def events(self, states: Tensor, mask: Tensor, trigger: Tensor, kind: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Give the logits of roles (a piece), status and mode (a happening).

        `states` and `mask` are the rows of the happenings, `trigger` is 1 on the pieces of the trigger, `kind` the
        number of the type.
        """
        weight = trigger.to(states.dtype).unsqueeze(-1)
        weight = weight / weight.sum(1, keepdim=True)
        pooled = (states * weight).sum(1, keepdim=True)
        mark = trigger.to(states.dtype).unsqueeze(-1)
        x = states + self.marker.weight[0] + mark * (self.marker.weight[1] + self.kind(kind).unsqueeze(1))
        x = x + self.about(pooled)
        bias = attention_bias(mask)
        for layer in self.branch:
            x = layer(x, bias)
        x = drop(x, self.dropout, self.training)
        happening = torch.cat(((x * weight).sum(1), x[:, 0]), dim=-1)
        return self.role_head(x), self.status_head(happening), self.mode_head(happening)


def attention_bias(mask: Tensor) -> Tensor:
    """Turn a mask (1 on real pieces) into what is added to the attention scores."""
    return (1.0 - mask[:, None, None, :].float()) * -10000.0


def pretrained(path: Path, *, dropout: float = 0.1) -> Tagging:
    """Build the network on MiniLM's weights (a safetensors file); the branch begins as a copy of the trunk."""
    model = Tagging(dropout=dropout)
    held = load_file(str(path))
    with torch.no_grad():
        model.word.weight.copy_(held["embeddings.word_embeddings.weight"])
        model.place.weight.copy_(
            held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
        )
        _fill(model.norm, held, "embeddings.LayerNorm")
        for number, layer in enumerate([*model.shared, *model.trunk]):
            fill_layer(layer, held, f"encoder.layer.{number}")
        for number, layer in enumerate(model.branch):
            fill_layer(layer, held, f"encoder.layer.{SHARED + number}")
        for fresh in (model.marker.weight, model.kind.weight):
            fresh.normal_(0, 1 / math.sqrt(WIDTH))
        for added in (model.about, model.known):
            added.weight.normal_(0, 0.01)
            added.bias.zero_()
    return model


def fill_layer(layer: nn.Module, held: dict[str, Tensor], prefix: str) -> None:
    """Copy a layer of BERT's form out of a file of weights."""
    own = prefix + ".attention.self."
    for kind in ("weight", "bias"):
        joined = torch.cat([held[f"{own}{part}.{kind}"] for part in ("query", "key", "value")])
        getattr(layer.qkv, kind).copy_(joined)
    _fill(layer.out, held, prefix + ".attention.output.dense")
    _fill(layer.norm1, held, prefix + ".attention.output.LayerNorm")
    _fill(layer.up, held, prefix + ".intermediate.dense")
    _fill(layer.down, held, prefix + ".output.dense")
    _fill(layer.norm2, held, prefix + ".output.LayerNorm")


def _fill(part: nn.Module, held: dict[str, Tensor], name: str) -> None:
    for kind in ("weight", "bias"):
        getattr(part, kind).copy_(held[f"{name}.{kind}"])
