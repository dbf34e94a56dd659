# All set-up is done by the targets themselves, into .venv; `make demo` and `make test` are the two to know.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: demo ui types test lint format train bench clean

demo: .venv/dev          ## code the example crisis and print its incident table
	$(BIN)/vedette demo

ui:                      ## build the page that `vedette serve` shows (needs Node 20.19 or newer; its users need none)
	cd src/vedette/web/ui && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build

types: .venv/dev         ## make the page's types of the API anew from the server's own description
	$(BIN)/python -m vedette.web.openapi > build-openapi.json
	cd src/vedette/web/ui && npm run --silent types
	rm build-openapi.json

test: .venv/dev          ## run all tests, in parallel
	$(BIN)/pytest -n auto

lint: .venv/dev          ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

train: .venv/train       ## make the tagger's weights anew from the corpora in $(SHARED)
	$(BIN)/python -m training --shared $(SHARED) --out src/vedette/tagging/weights
	$(BIN)/python -m training.causal --shared $(SHARED)
	$(BIN)/python -m training.pairs --shared $(SHARED)
	$(BIN)/python -m training.muc4 --data $(SHARED)/bench/coding/muc4_train.json

bench: .venv/bench       ## measure on the development halves; keeps the figures in benchmarks/results
	$(BIN)/python -m benchmarks.tagger --keep
	$(BIN)/python -m benchmarks.plv --keep
	$(BIN)/python -m benchmarks.muc4 --keep
	$(BIN)/python -m benchmarks.acled_types --keep
	$(BIN)/python -m benchmarks.causal --keep
	$(BIN)/python -m benchmarks.attribution --keep
	$(BIN)/python -m benchmarks.seed --keep
	$(BIN)/python -m benchmarks.seed --data benchmarks/articles --keep
	$(BIN)/python -m benchmarks.speed --keep
	$(BIN)/python -m benchmarks.figures

.venv/%: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[$*]'
	touch $@

clean:
	rm -rf .venv build dist src/vedette/web/static src/vedette/web/ui/node_modules .pytest_cache .mypy_cache .ruff_cache
