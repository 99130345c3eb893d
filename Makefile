# `make demo` and `make test` do everything, from a bare clone. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types format screenshots docs clean

help:            ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST) | expand -t 20

demo: $(READY)   ## set up, and open Reader on the sample articles
	@$(BIN)/reader demo

test: $(READY)   ## set up, and run the tests
	@$(BIN)/python -m pytest -n logical

check: lint types test  ## what CI runs

lint: $(READY)   ## ruff, rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)  ## mypy, strict
	@$(BIN)/mypy

format: $(READY) ## put the code in form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

screenshots: $(READY) ## make the pictures in screenshots/ anew
	@$(BIN)/python tools/screenshots.py

docs: $(READY)   ## write docs/commands.md and docs/keys.md anew
	@$(BIN)/python tools/docs.py

clean:           ## remove what `make` made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache dist build

# One script sets up, with uv where there is one and plain venv and pip where not.
$(READY): pyproject.toml bin/setup
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh bin/setup
	@touch $(READY)
