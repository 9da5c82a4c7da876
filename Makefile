# Short names for what people and CI do here. `make help` lists them.
BIN ?= .venv/bin
LOCALE := rolcheck/locale
POT := build/rolcheck.pot
UPDATE = $(BIN)/pybabel -q update -i $(POT) -d $(LOCALE) -D rolcheck --no-wrap \
	--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

.PHONY: help venv check test slow lint format messages messages-current ids docs docs-current \
	golden bench wheel

help: ## Lists the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 20

venv: ## Makes .venv with everything a contributor needs
	python3 -m venv .venv
	.venv/bin/pip install -e '.[all,test,dev]'

check: lint messages-current docs-current test slow ## What CI runs: style, types, imports, catalogues, docs, tests

test: ## Runs the tests but for the slow ones
	$(BIN)/pytest

slow: ## Runs the slow tests
	$(BIN)/pytest -m slow || test $$? -eq 5  # 5: none is marked

lint: ## Checks style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: ## Formats the code and sorts imports
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: ids ## Collects message ids, carries them into the catalogues, compiles these
	$(UPDATE)
	$(BIN)/pybabel -q compile -d $(LOCALE) -D rolcheck

messages-current: ids ## Fails if `make messages` would change a catalogue
	$(UPDATE) --check
	$(BIN)/pytest -q -n0 tests/unit/locale

ids:
	@mkdir -p $(dir $(POT))
	$(BIN)/pybabel -q extract -F babel.cfg --no-default-keywords -k _ -k N_ -k ngettext:1,2 \
		--no-location --sort-output --no-wrap --project rolcheck \
		--version catalogue --msgid-bugs-address 'see CONTRIBUTING.md' -o $(POT) .

docs: ## Writes anew what the pages in docs/ say of the code
	$(BIN)/python -m docs.make

docs-current: ## Fails if `make docs` would change a page
	$(BIN)/python -m docs.make --check

golden: ## Writes golden files and screen pictures anew; read the diff afterwards
	ROLCHECK_GOLDEN=write $(BIN)/pytest --snapshot-update

bench: ## Measures the start and keys
	$(BIN)/python -m bench.start
	$(BIN)/python -m bench.keys

wheel: ## Builds the wheel into dist/
	$(BIN)/pip wheel --no-deps --wheel-dir dist .
