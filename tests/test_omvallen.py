"""Killed in the middle of adopting, of a bulk approve and of saving: everything is there or nothing is.

A few of the kills of `benchmarks/omvallen.py`, on SQLite, of a process that calls the services.
"""

import subprocess
import sys

from django.conf import settings

KEER = 3


def test_nothing_is_half_after_a_kill():
    command = [sys.executable, "-m", "benchmarks.omvallen", "--rechtstreeks"]
    options = ["--keer", str(KEER), "--rijen", "8", "--zaad", "7"]
    uitslag = subprocess.run(
        [*command, *options], cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )
    regels = [regel.split() for regel in uitslag.stdout.strip().splitlines()[1:]]
    assert (uitslag.returncode, uitslag.stderr) == (0, "")
    assert [(naam, int(keer), int(half)) for naam, keer, *_, half in regels] == [
        ("vaststellen", KEER, 0),
        ("goedkeuren", KEER, 0),
        ("opslaan", KEER, 0),
    ]
    assert any(int(niet) for _, _, _, niet, *_ in regels)
