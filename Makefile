# Two commands on a fresh machine: `make site` and `make test`. Python 3.11 or newer is all they need.
PYTHON ?= python3
FORMAT ?= text
BIN := .venv/bin
READY := .venv/.ready
STARTER := build_tools/starter/_github/workflows/publish.yml

.PHONY: site test check serve bundle deployable review comment bench lock format schemas clean

site: $(READY)
	$(BIN)/crossread build $${HISTORY:+--history}

test: $(READY)
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --no-progress --quiet --persona pedantic .github $(STARTER)
	$(BIN)/crossread check --format $(FORMAT)

serve: $(READY)
	$(BIN)/crossread serve

bundle: $(READY)
	$(BIN)/crossread bundle $${HISTORY:+--history}

deployable: $(READY)
	$(BIN)/crossread deployable

# What a change does, in words: since the last commit, or since the work left BASE.
review: $(READY)
	$(BIN)/crossread review $${BASE:+--base "$$BASE" --since-fork} --out review
	@if [ -n "$$GITHUB_STEP_SUMMARY" ]; then cat review/review.md >> "$$GITHUB_STEP_SUMMARY"; fi

comment: $(READY)
	$(BIN)/crossread comment "$$REPOSITORY" "$$RUN" "$$COMMIT"

bench: $(READY)
	$(BIN)/python -m tests.bench

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schemas: $(READY)
	$(BIN)/crossread schemas

# Versions and hashes for every platform and Python we run on; no host is named in it.
lock:
	$(PYTHON) -m uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --upgrade --quiet -o requirements.lock

clean:
	rm -rf .build .bench site dist review

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Crossread needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv (once; a minute or two)"
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
