"""Small regression trees on binned features, grown together for many quantiles.

Gradient boosting of the quantile loss (Friedman 2001; Koenker and Bassett 1978): each tree's splits follow the
gradient at one level, the levels taking turns, and its leaves then move all levels. So levels share what was learnt,
and forty trees do the work of forty for each.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.forecasting.score import Floats

Places = NDArray[np.intp]

BINS, DEPTH, LEAF = 32, 3, 25  # bins of a feature, splits from root to leaf, fewest rows of a leaf
TREES, RATE = 40, 0.15
MOST = 500  # rows of a leaf that are put in order for its quantiles; more change little


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Splits by heap place (feature, and the bin up to which a row goes left), and moves (leaves, levels)."""

    features: Places
    bins: Places
    moves: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """A fit: where each level starts, the edges of the bins (features, BINS - 1), and the trees that move it."""

    levels: Floats
    start: Floats
    edges: Floats
    trees: tuple[Tree, ...]

    def quantiles(self, rows: Floats) -> Floats:
        """Give the quantiles (rows, levels) of rows (rows, features), in order."""
        binned = _binned(rows, self.edges)
        made = np.repeat(self.start[None], len(rows), axis=0)
        for tree in self.trees:
            made += tree.moves[_leaves(tree, binned)]
        return np.sort(made, axis=1)


def grow(rows: Floats, came: Floats, levels: Floats, *, trees: int = TREES) -> Trees:
    """Fit the quantiles at `levels` of what came (rows,) by the features (rows, features)."""
    inner = np.linspace(0, 1, BINS + 1)[1:-1]
    edges = np.quantile(rows, inner, axis=0).T
    binned = _binned(rows, edges)
    start = np.quantile(came, levels)
    made = np.repeat(start[None], len(rows), axis=0)
    grown = []
    for turn in range(trees):
        level = (turn * 7) % len(levels)  # 7 shares no factor with the number of levels: each has its turn
        tree, leaves = _tree(binned, levels[level] - (came < made[:, level]), came[:, None] - made, levels)
        made += tree.moves[leaves]
        grown.append(tree)
    return Trees(levels=levels, start=start, edges=edges, trees=tuple(grown))


def _binned(rows: Floats, edges: Floats) -> Places:
    return np.stack([np.searchsorted(edge, column) for edge, column in zip(edges, rows.T, strict=True)], axis=1)


def _tree(binned: Places, slope: Floats, left_over: Floats, levels: Floats) -> tuple[Tree, Places]:
    """Grow a tree, and give the leaf of each row beside it."""
    features, bins = np.zeros(2**DEPTH - 1, dtype=np.intp), np.full(2**DEPTH - 1, BINS, dtype=np.intp)
    at, rows = np.zeros(len(binned), dtype=np.intp), np.arange(len(binned))
    for depth in range(DEPTH):
        first, width = 2**depth - 1, 2**depth
        feature, where = _splits(binned, at, slope, width)
        features[first : first + width], bins[first : first + width] = feature, where
        at = 2 * at + (binned[rows, feature[at]] > where[at])
    return Tree(features=features, bins=bins, moves=_moves(at, left_over, levels)), at


def _splits(binned: Places, at: Places, slope: Floats, width: int) -> tuple[Places, Places]:
    """Give for each of `width` nodes the feature and bin that part the slopes best; none (all left) where none may."""
    columns = binned.shape[1]
    cells = ((at[:, None] * columns + np.arange(columns)) * BINS + binned).ravel()
    shape = (width, columns, BINS)
    rows = np.bincount(cells, minlength=columns * width * BINS).reshape(shape).cumsum(axis=2)
    weights = np.repeat(slope, columns)
    sums = np.bincount(cells, weights, minlength=columns * width * BINS).reshape(shape).cumsum(axis=2)
    rest, others = rows[..., -1:] - rows, sums[..., -1:] - sums
    gain = sums**2 / np.maximum(rows, 1) + others**2 / np.maximum(rest, 1)
    gain -= sums[..., -1:] ** 2 / np.maximum(rows[..., -1:], 1)
    gain[(rows < LEAF) | (rest < LEAF)] = 0
    flat = gain.reshape(width, -1)
    found = flat.argmax(axis=1)
    feature, where = np.divmod(found, BINS)
    return feature, np.where(flat[np.arange(width), found] > 1e-9, where, BINS)


def _leaves(tree: Tree, binned: Places) -> Places:
    """Give the leaf of each row."""
    at, rows = np.zeros(len(binned), dtype=np.intp), np.arange(len(binned))
    for depth in range(DEPTH):
        heap = at + 2**depth - 1
        at = 2 * at + (binned[rows, tree.features[heap]] > tree.bins[heap])
    return at


def _moves(leaves: Places, left_over: Floats, levels: Floats) -> Floats:
    """Give how far each leaf moves each level: part of the way to the quantile of what is left over there."""
    moves = np.zeros((2**DEPTH, len(levels)))
    for leaf in np.unique(leaves):
        rows = np.flatnonzero(leaves == leaf)
        ordered = np.sort(left_over[rows[:: -(-len(rows) // MOST)]], axis=0)
        place = np.minimum((levels * len(ordered)).astype(np.intp), len(ordered) - 1)
        moves[leaf] = RATE * ordered[place, np.arange(len(levels))]
    return moves
