"""Learn the weights by which the linking benchmark groups texts: `python -m training.linking [CONLL]`.

CONLL is the validation part of the Gun Violence Corpus (default ../shared/bench/linking/gvc_val.conll). The weights go
to benchmarks/linking_weights.json, with a print of the texts that they were learnt from.
"""

import json
import sys
from pathlib import Path

from benchmarks.linking import WEIGHTS, print_of
from benchmarks.linking_learn import learn_texts
from benchmarks.linking_pairs import gists
from benchmarks.linking_texts import read_gvc

DATA = Path("../shared/bench/linking/gvc_val.conll")


def main() -> None:
    """Learn from one file and write the weights."""
    texts = read_gvc(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
    weights = learn_texts(texts, gists(texts))
    kept = {"texts": weights.to_json(), "learnt_from": print_of(texts)}
    WEIGHTS.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
