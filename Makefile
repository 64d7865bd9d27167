# `make help` prints what can be done here; `make run` and `make test` need nothing set up before them.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
STRICT ?=
BENCH ?=
export KEVYTASIOINTI_STRICT := $(STRICT)

.DEFAULT_GOAL := help
.PHONY: help run judge test bench check quick fix lint types contracts look messages lock dev clean

help: ## Print this
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1@\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F@ '{ printf "%-18s %s\n", $$1, $$2 }'

run: ## Set up everything and start the demonstration (PORT=8000), web and worker, until Ctrl-C
	@$(PYTHON) tools/bootstrap.py run
	@$(BIN)/python tools/demo.py --port $(PORT)

test: dev ## Run all tests, on both databases and in Chromium (STRICT=1: a skip is a failure)
	@$(BIN)/python tools/install_test_needs.py
	@$(BIN)/python tools/run_tests.py

bench: dev ## Measure: the floor, complete applications, first visit, memory, start (BENCH=--postgres)
	@$(BIN)/python bench/run.py $(BENCH)

check: lint types contracts ## All that must hold before a change goes in: lint types contracts test STRICT=1
	@$(MAKE) --no-print-directory test STRICT=1

quick: dev ## In a minute and a half: lint, types, and the tests that need no browser, crash or PostgreSQL
	@$(MAKE) --no-print-directory lint types contracts
	@$(BIN)/python tools/run_tests.py quick

judge: dev ## Only the outside judges: the Nu HTML checker and Lighthouse (needs node and Java)
	@$(BIN)/python tools/run_tests.py judges

fix: dev ## Mend what the tools can mend by themselves
	@$(BIN)/ruff check --fix --quiet src tests tools bench
	@$(BIN)/ruff format --quiet src tests tools bench
	@KEVYTASIOINTI_MODE=test $(BIN)/kevytasiointi definitions fmt

lint: dev ## Style of code, templates, translations and definitions
	@$(BIN)/ruff check src tests tools bench
	@$(BIN)/ruff format --check --quiet src tests tools bench
	@$(BIN)/djlint --quiet --lint templates
	@KEVYTASIOINTI_MODE=test $(BIN)/kevytasiointi messages check
	@KEVYTASIOINTI_MODE=test $(BIN)/kevytasiointi definitions check

types: dev ## mypy, strict
	@KEVYTASIOINTI_MODE=test $(BIN)/mypy

contracts: dev ## Who may import whom
	@$(BIN)/lint-imports --no-cache

look: dev ## Pictures of every page in every state, on one contact sheet: var/look/index.html
	@$(BIN)/python tools/look_at_pages.py

messages: dev ## Join and compile the translations
	@KEVYTASIOINTI_MODE=test $(BIN)/kevytasiointi messages compile

lock: ## Renew requirements/*.txt from pyproject.toml (needs uv)
	@uv pip compile --quiet $(LOCK) --group build --output-file requirements/run.txt pyproject.toml
	@uv pip compile --quiet $(LOCK) --group build --group dev --output-file requirements/dev.txt pyproject.toml
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

dev:
	@$(PYTHON) tools/bootstrap.py dev

clean: ## Remove what was made here, the demonstration's data in var/ too
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f locale/*/LC_MESSAGES/django.mo
