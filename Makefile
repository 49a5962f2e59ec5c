# make run: check, convert and export the examples. make test: everything. make bench: benchmarks/README.md.
VENV   ?= .venv
PYTHON ?= python3
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: run test lint format docs messages wheel bench clean

run: $(READY)
	$(BIN)/python examples/run.py

test: $(READY)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY)
	$(BIN)/python docs/generate.py

messages: $(READY)
	$(BIN)/python -m locales.update

wheel: $(READY)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

bench: $(READY)
	$(BIN)/python -m benchmarks.checking_speed
	$(BIN)/python -m benchmarks.second_run
	$(if $(wildcard ../shared/data),$(BIN)/python -m benchmarks.check_quality --verify)
	$(BIN)/python -m benchmarks.fuzz_checks
	$(BIN)/python -m benchmarks.conversion_speed
	$(if $(wildcard ../shared/data),$(BIN)/python -m benchmarks.masked_text)
	$(if $(wildcard ../shared/data),$(BIN)/python -m benchmarks.catalogues)
	$(if $(wildcard ../shared/data),$(BIN)/python -m benchmarks.translations)
	$(if $(wildcard ../shared/data),$(BIN)/python -m benchmarks.suites --verify)
	$(BIN)/python -m benchmarks.fuzz_conversion
	$(BIN)/python -m benchmarks.editing_speed
	$(BIN)/python -m benchmarks.killed_writes
	$(BIN)/python -m benchmarks.po_histories
	$(BIN)/python -m benchmarks.po_size

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -m compileall -q src  # as pip does with a wheel: else some starts compile it all
	touch $@

clean:
	rm -rf $(VENV) benchmarks/.peers build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
