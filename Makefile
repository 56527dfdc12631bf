# Everything a person does here by hand. Each target sets up what it needs, and only what is missing.
# PYTHON=/path/to/python3.12 chooses the interpreter of the virtual environment.

.DEFAULT_GOAL := help
.PHONY: help run test check soak bench lock clean runtime dev browser

PY := .venv/bin/python
SETUP = python="$$(sh scripts/python.sh)" && "$$python" -m scripts.setup
COMPILE = $(PY) -m scripts.uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	$(if $(UPGRADE),--upgrade)

help: ## List what make can do here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: runtime ## Start the bot: on Telegram with TELEGRAM_TOKEN, otherwise in the sandbox
	@exec $(PY) -m bot run

test: check browser ## Run all checks and the whole test suite
	@rm -f .coverage .coverage.*
	$(PY) -m coverage run -m pytest --numprocesses 2 --dist worksteal
	@$(PY) -m coverage combine --quiet
	@$(PY) -m coverage report

check: dev ## Run the checks that execute no test: style, types, rooms, content and locales
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m bot check

soak: dev ## Kill the bot 100 times on each database, about twenty minutes (SEED=x repeats a run)
	@$(PY) -m tests.soak $(if $(SEED),--seed $(SEED)) $(if $(KILLS),--kills $(KILLS)) \
		$(if $(UPDATES),--updates $(UPDATES))

bench: dev ## Measure beside other bots, about ten minutes (ONLY="inbound latency" for a part)
	@$(PY) -m bench $(ONLY)

lock: ## Pin again what pyproject.toml asks for (UPGRADE=1: at the newest versions)
	@$(SETUP) requirements-uv.lock
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) pyproject.toml --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(COMPILE) --group uv --output-file requirements-uv.lock
	$(COMPILE) --group bench --output-file requirements-bench.lock

clean: ## Remove what the set-up, the checks and the tests made
	rm -rf .venv .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache bench/out
	find bot tests scripts bench -name __pycache__ -type d -prune -exec rm -rf {} +

runtime:
	@$(SETUP) requirements.lock

dev:
	@$(SETUP) requirements-dev.lock

browser: dev
	@$(PY) -m scripts.browser
