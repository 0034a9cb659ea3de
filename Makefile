# Every command works without an environment variable; DATABASE_URL chooses PostgreSQL instead of SQLite.

# What a module means is kept beside it, also where a machine says otherwise: three workers read the tests at once.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
PORT ?= 8000
PART ?= 1/1
BIN := .venv/bin
PYTEST := $(BIN)/pytest

.PHONY: help install run test test-slow lint messages bench-documents bench-portal bench-search bench-import bench-readings

help:
	@echo "make install    install into .venv"
	@echo "make run        install, load the demo, print its logins, serve on http://127.0.0.1:$(PORT)/ (PORT=8001 for another port)"
	@echo "make test       install, run the tests"
	@echo "make test-slow  install, run the long tests: load, scale, fuzz (PART=2/8 for an eighth of them)"
	@echo "make bench-documents  measure the PDFs beside other engines, on this machine"
	@echo "make bench-portal  measure the pages of the portal with an invented county of 5,000 sessions, on this machine"
	@echo "make bench-search  measure the search at up to 1,000,000 contributions, on this machine"
	@echo "make bench-import  measure the import of up to 100,000 objects by OParl, on this machine"
	@echo "make bench-readings FOLDER=…  measure how well annotated minutes of other systems are read"
	@echo "make lint       check style, types, imports, templates, migrations, translations"
	@echo "make messages   collect the strings of the interface for translation and compile them (needs gettext)"

install: .venv/.installed

.venv/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Gremia needs Python 3.11 or newer: install it, or name it, as in: make install PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python cannot make virtual environments here; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check . --group dev
	@$(BIN)/python -c 'import weasyprint' >/dev/null 2>&1 || { \
		echo "The Pango libraries that set the PDFs are missing; on Debian and Ubuntu:" \
			"apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" >&2; exit 1; }
	@touch $@

run: install
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@$(BIN)/python manage.py demo
	@DATA_LICENSE=$${DATA_LICENSE-https://www.govdata.de/dl-de/zero-2-0} \
		exec $(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)

# Tests that share something dear, such as the browser, form a group, which runs on one of the workers.
test: install
	@$(PYTEST) -n 3 -m "not slow"

# Properties that `make test` tries on a sample are searched in full.
test-slow: install
	@$(PYTEST) -n 3 -m "slow or hypothesis" --hypothesis-profile=full --part=$(PART)

# Every check runs, also after one that failed.
lint: install
	@status=0; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/djlint --lint --quiet templates || status=1; \
	$(BIN)/mypy || status=1; \
	$(BIN)/lint-imports || status=1; \
	$(BIN)/python manage.py makemigrations --check --dry-run || status=1; \
	$(PYTEST) --quiet tests/test_translations.py || status=1; \
	exit $$status

messages: install
	@command -v msgfmt >/dev/null || { echo "gettext is missing; on Debian and Ubuntu: apt-get install gettext" >&2; exit 1; }
	@$(BIN)/python manage.py makemessages --locale de --no-location --no-obsolete --ignore .venv --ignore tests
	@$(BIN)/python .ci/tidy-messages
	@$(BIN)/python manage.py compilemessages --locale de --ignore .venv

bench-documents: install
	@$(BIN)/python -m tests.bench.documents

bench-portal: install
	@$(BIN)/python -m tests.bench.portal

bench-search: install
	@$(BIN)/python -m tests.bench.search

bench-import: install
	@$(BIN)/python -m tests.bench.importing

bench-readings: install
	@test -n "$(FOLDER)" || { echo "Name a folder with texts and their annotations: make bench-readings FOLDER=texts" >&2; exit 1; }
	@$(BIN)/python -m tests.bench.readings "$(FOLDER)" --list
