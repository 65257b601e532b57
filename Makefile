# make report [DOSSIER=slug-or-folder] · make test · make lab · make notebooks
PYTHON ?= python3
DOSSIER ?= russia-dprk
VENV := .venv
PY := $(VENV)/bin/python

# The same bytes on every run: hash seed, one thread for linear algebra, no local time or language.
export PYTHONHASHSEED := 0
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export TZ := UTC

.PHONY: report test lab notebooks format clean

report: $(VENV)/.ready
	@$(PY) -m analysis report "$(DOSSIER)"

lab: $(VENV)/.ready
	$(PY) -m jupyter lab notebooks

test: $(VENV)/.ready-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/lint-imports
	$(PY) -m pytest
	$(PY) -m pytest --nbval --nbval-current-env --nbval-sanitize-with tests/nbval.cfg notebooks

notebooks: $(VENV)/.ready
	$(PY) -m analysis.workflow.refresh

format: $(VENV)/.ready-dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

clean:
	rm -rf $(VENV) *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12"; exit 2; }
	@echo "Setting up $(VENV); this is done once and takes a few minutes."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.txt constraints.txt pyproject.toml | $(VENV)/bin/python
	@$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	@$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -r requirements-dev.txt
	@touch $@
