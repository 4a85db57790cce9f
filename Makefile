# Thin on purpose: what each target does stands in scripts/. start.sh finds Python, makes .venv and hands over.
.PHONY: help setup data demo demo-nieuw test test-alles lint format bench lighthouse locks

help:
	@echo "make demo        de site met echte voorbeeldgegevens op poort 8000 (PORT=8001 voor een andere)"
	@echo "make demo-nieuw  hetzelfde, opnieuw begonnen; de oude databank wordt bewaard"
	@echo "make test        alle tests: SQLite, PostgreSQL en de browser"
	@echo "make test-alles  elke pagina, rol, thema en breedte met axe (20 minuten); naar docs/toegankelijkheid.md"
	@echo "make setup | data | lint | format | bench | lighthouse | locks"

setup data demo demo-nieuw test test-alles:
	@sh scripts/start.sh $@

lint: ontwikkeling
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/mypy
	.venv/bin/djlint --quiet --lint templates
	.venv/bin/python manage.py makemigrations --check --dry-run

format: ontwikkeling
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: ontwikkeling
	.venv/bin/python -m benchmarks

lighthouse: ontwikkeling
	.venv/bin/python -m benchmarks.lighthouse

.PHONY: ontwikkeling
ontwikkeling:
	@sh scripts/start.sh setup --ontwikkeling

# Needs uv. Pins every version with its hashes, for all platforms, and names no registry.
LOCK = uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url
locks:
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-dev.in -c requirements.txt -o requirements-dev.txt
	$(LOCK) requirements-node.in -o requirements-node.txt
