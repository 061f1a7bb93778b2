# All that a person types while working on Qhatu. `make` alone lists it; each target sets up what it needs by itself.

PYTHON ?= python3
READY := .venv/.ready
BIN := .venv/bin
POS := $(BIN)/python -m pos
SETUP := uv.lock pyproject.toml tools/prepare.py
CODE := pos tests bench tools
PO := resources/locale/es/LC_MESSAGES/qhatu.po
WORDS := --keyword=_ --keyword=gettext --keyword=ngettext:1,2 --keyword=pgettext:1c,2 --keyword=N_

.DEFAULT_GOAL := help
.PHONY: help run demo test check lint format types contracts pytest coverage screenshots bench texts hooks clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY)-run ## Open the till on the example network; without a display, replay its day into out/
	@if $(BIN)/python tools/display.py; then $(POS) demo --window; else $(POS) demo --out out; fi

demo: $(READY)-run ## Replay the example day; receipts, report and settlements go to out/
	@$(POS) demo --out out

test: lint types contracts pytest ## Check everything: style, types, import contracts, all tests
check: test ## The same as test

lint: $(READY)-test ## Check style and formatting (ruff)
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

format: $(READY)-test ## Put the code into the house's form (ruff)
	$(BIN)/ruff check --fix-only --quiet $(CODE)
	$(BIN)/ruff format $(CODE)

types: $(READY)-test ## Check types (mypy --strict)
	$(BIN)/mypy --strict

contracts: $(READY)-test ## Check who may import whom (import-linter)
	$(BIN)/lint-imports

pytest: export QT_QPA_PLATFORM = offscreen
pytest: $(READY)-test ## Run the tests alone, on all processors
	$(BIN)/pytest -n auto

coverage: export QT_QPA_PLATFORM = offscreen
coverage: $(READY)-test ## Run the tests and name the lines that none of them reaches
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

screenshots: $(READY)-test ## Take a picture of every screen in every state into out/screens/
	$(BIN)/python tools/screenshots.py

bench: $(READY)-test ## Measure, each figure beside its baseline from the same run
	$(BIN)/python -m bench

texts: $(READY)-test ## Bring the Spanish catalogue up to the texts in the code
	@mkdir -p build
	$(BIN)/pybabel --quiet extract --mapping-file=pyproject.toml --no-default-keywords $(WORDS) \
	  --sort-by-file --add-location=file --omit-header --width=120 --output-file=build/qhatu.pot .
	$(BIN)/pybabel --quiet update --input-file=build/qhatu.pot --output-file=$(PO) --locale=es \
	  --no-fuzzy-matching --ignore-obsolete --omit-header --width=120

hooks: $(READY)-test ## Let git check each commit (pre-commit)
	$(BIN)/pre-commit install

clean: ## Throw away what was made: out/, build/, caches, the environment
	rm -rf out build dist htmlcov .coverage* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf .venv .tools
	find $(CODE) -type d -name __pycache__ -prune -exec rm -rf {} +

# The stamp is older than what it depends on, or lacks its environment: set up again (quick when nothing changed).
$(READY)-test: tests/printing/reader.txt
$(READY)-%: $(SETUP)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Qhatu needs Python 3.11 or newer, and this is " + sys.version.split()[0])'
	@$(PYTHON) tools/prepare.py $*
