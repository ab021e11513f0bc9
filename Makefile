# What one does here; `make` lists it. Every target makes or freshens .venv itself when it must.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:

# Relative throughout: make cannot spell a path with a space in it.
PYTHON := .venv/bin/python
READY := .venv/.ready

# A .venv whose Python is gone, or that was carried here from elsewhere, is put right again.
ifneq ($(shell $(PYTHON) -P -c 'import okienko' 2>/dev/null && echo sound),sound)
.PHONY: $(READY)
endif

##@ Run it
.PHONY: setup run demo down
setup: $(READY) ## make .venv and put everything into it

run: setup ## the whole house with made-up people, until Ctrl-C (ARGS="--port 8001")
	@exec $(PYTHON) -m okienko up --demo $(ARGS)

demo: setup ## a client's first day, told step by step, on the house that runs
	@exec $(PYTHON) -m okienko demo $(ARGS)

down: setup ## stop the house that runs
	@exec $(PYTHON) -m okienko down $(ARGS)

##@ Change it
.PHONY: test check fix fuzz journeys docs clients release migration
test: setup ## every test, or those that match (k="part of a name")
	@$(PYTHON) -m pytest $(if $(k),-k "$(k)")

check: setup ## what the build machine runs, fastest first
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m codespell_lib
	@.venv/bin/lint-imports
	@$(PYTHON) -m mypy
	@$(PYTHON) -m okienko docs --check
	@$(PYTHON) -m pytest
	@$(MAKE) -C clients check
	@$(PYTHON) -m pytest -m clients

fix: setup ## let the tools mend what they can
	@$(PYTHON) -m ruff check --fix
	@$(PYTHON) -m ruff format

fuzz: setup ## what the document allows and forbids, sent for a minute and a half
	@$(PYTHON) -m pytest -m fuzz tests/fuzz

journeys: setup ## the stories, told on the whole house
	@$(PYTHON) -m pytest -m journey

docs: setup ## write the generated pages again
	@$(PYTHON) -m okienko docs

clients: docs ## make the Python client and the TypeScript types anew, and lint their document
	@$(MAKE) -C clients generate lint

release: setup ## keep today's OpenAPI document as the one that changes are measured against
	@$(PYTHON) -m okienko docs --release

migration: setup ## write the next step of a database's history (s=referrals m="what changes")
	@test -n "$(s)" && test -n "$(m)" || { echo 'Say which and why: make migration s=referrals m="what changes"'; exit 2; }
	@$(PYTHON) -m okienko revision "$(s)" -m "$(m)" $(ARGS)

##@ Measure and keep
.PHONY: bench nightly lock
bench: setup ## how fast it is on this machine
	@$(PYTHON) -m benchmarks $(ARGS)

nightly: setup ## everything: the checks, the stories, the long games and the measurements
	@$(MAKE) check
	@$(PYTHON) -m pytest -m nightly
	@$(PYTHON) -m pytest -m "machine or property" --nightly
	@$(MAKE) bench
	@$(PYTHON) -m benchmarks.day
	@$(PYTHON) -m benchmarks.benefits

lock: ## choose anew the versions of what we stand on
	@command -v uv >/dev/null || { echo "Locking needs uv (pipx install uv, or pip install uv)."; exit 1; }
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements.lock
	cd clients && uv pip compile requirements.in --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements.lock
	@$(MAKE) --no-print-directory -C clients lock

.PHONY: help
help:
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

$(READY): requirements.lock pyproject.toml
	@found=; \
	for python in python3 python3.13 python3.12 python3.11; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	  then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "Okienko needs Python 3.11 or newer, and found none (tried python3, python3.13, python3.12, python3.11)."; exit 1; \
	fi; \
	if ! $$found -c 'import venv, ensurepip' 2>/dev/null; then \
	  echo "$$found has no venv module; install it (on Debian and Ubuntu: apt install python3-venv)."; exit 1; \
	fi; \
	$(PYTHON) -m pip --version >/dev/null 2>&1 || { echo "Making .venv with $$found"; $$found -m venv --clear .venv; }
	@echo "Installing what requirements.lock names (a few minutes the first time)"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
