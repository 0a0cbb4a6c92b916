# Everything a person or a build server does here; `make` alone lists it.
.DEFAULT_GOAL := help
.SUFFIXES:
SHELL := /bin/sh

PYTHON ?= python3
PORT ?= 8501
OPERATOR ?= $(PLATFORM_OPERATOR)
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-to-run
TEST_READY := $(VENV)/.ready-to-test
# Every core helps up to a point: each worker brings a PostgreSQL of its own.
AT_ONCE := --numprocesses=auto --maxprocesses=4
ENOUGH := import sys; sys.exit("Python 3.11 or newer is needed, and this is %s: name another one with make PYTHON=python3.12." % sys.version.split()[0] if sys.version_info < (3, 11) else 0)

.PHONY: help
help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

.PHONY: run
run: $(RUN_READY) ## Install what is needed, fill an empty database, serve on localhost (PORT=8501 OPERATOR=anna)
	@$(BIN)/python -m seed --if-empty
	@STREAMLIT_SERVER_PORT=$(PORT) PLATFORM_OPERATOR='$(OPERATOR)' exec $(BIN)/python app.py

.PHONY: test
# What is compiled once stays: the tests start the platform a hundred times.
test: export PYTHONDONTWRITEBYTECODE =
test: $(TEST_READY) ## Bring PostgreSQL, Chromium and LibreOffice, then run every test
	@$(BIN)/python -m tests.provide
	@$(BIN)/python -m pytest $(AT_ONCE)

.PHONY: check
check: $(TEST_READY) ## Lint, formatting, types and who may import whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

.PHONY: bench
bench: $(TEST_READY) ## Measure, as ratios against a baseline of the same run
	@$(BIN)/python -m tests.provide
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.attendance
	@$(BIN)/python -m tests.bench.map_page
	@$(BIN)/python -m tests.bench.register

.PHONY: words
words: $(TEST_READY) ## Bring the Latvian catalogue up to date with the sentences in the code
	@$(BIN)/pybabel -q extract -k say -k mark -k count:1,2 -o $(VENV)/messages.pot pages data_access/attendance/sentences.py
	@$(BIN)/pybabel -q update --no-fuzzy-matching --omit-header -i $(VENV)/messages.pot -d pages/shared/locale -l lv

.PHONY: clean
clean: ## Remove what was installed; the database in .data stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN_READY): requirements.txt
	@command -v $(PYTHON) > /dev/null || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -c '$(ENOUGH)'
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is needed: on Debian and Ubuntu, apt-get install python3-venv." >&2; exit 1; }
	@echo "Installing what the platform needs; this takes a minute the first time."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(TEST_READY): tests/requirements.txt $(RUN_READY)
	@echo "Installing what the tests need."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@
