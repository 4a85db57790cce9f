"""The lock files: everything pinned with hashes, and no host or path of the machine that made them."""

import json
import re
from pathlib import Path

import pytest

from scripts import ROOT

PYTHON_LOCKS = sorted(ROOT.glob("requirements*.txt"))
NPM_LOCKS = [ROOT / "package-lock.json", ROOT / "benchmarks" / "package-lock.json"]
LOCKS = [*PYTHON_LOCKS, *NPM_LOCKS]
IDS = [str(lock.relative_to(ROOT)) for lock in LOCKS]


@pytest.mark.parametrize("lock", LOCKS, ids=IDS)
def test_lock_names_no_host_and_no_path(lock: Path):
    # The page where one may thank the author of a package is no place that it comes from.
    text = re.sub(r'"url": "https:\S+"', "", lock.read_text())
    host_or_path = r"https?:|file:|--\w*index|--find-links|^-e |/(?:opt|home|root|tmp|work)/"
    assert re.findall(host_or_path, text, re.M) == []


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=[lock.name for lock in PYTHON_LOCKS])
def test_every_python_package_is_pinned_with_hashes(lock: Path):
    entries = re.split(r"\n(?=\S)", lock.read_text().strip())
    assert len(entries) >= 1
    assert [e for e in entries if not re.match(r"[\w.-]+==\S+ (?:; .* )?\\\n    --hash=sha256:", e)] == []


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=IDS[-2:])
def test_every_npm_package_is_pinned_with_a_hash(lock: Path):
    packages = json.loads(lock.read_text())["packages"]
    del packages[""]
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []


def test_development_holds_exactly_the_versions_of_production():
    def versions(name: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(), re.M))

    assert versions("requirements.txt") - versions("requirements-dev.txt") == set()
