"""`make bench`: CPU time of pages as ratios against a bare logged-in view that returns the same bytes.

Thing and yardstick take turns (A B A B) in one process and one run; each figure is the median of the ratios.
Absolute times mean nothing on a shared machine, so none are printed but the yardstick's, for orientation.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

# Many short turns: what else the machine does then falls on both alike.
RONDEN = 41
SECONDEN = 0.05  # of CPU time a turn, far above the clock's grain

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dordt_monitor.settings")
os.environ["DORDT_DATAMAP"] = tempfile.mkdtemp(prefix="dordt-bench-")
os.environ.pop("DATABASE_URL", None)  # whatever it names is not ours to write in
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> None:
    try:
        run()
    finally:
        shutil.rmtree(os.environ["DORDT_DATAMAP"])


def run() -> None:
    prepare()
    from benchmarks.dingen import make_dingen

    print(f"{'wat':<38}{'x kaal':>8}   streven")
    for ding in make_dingen():
        verhouding = measure(ding.ding, ding.kaal)
        oordeel = (
            ""
            if ding.streven is None
            else f"<= {ding.streven:g} {'ja' if verhouding <= ding.streven else 'NEE'}"
        )
        print(f"{ding.naam:<38}{verhouding:>8.2f}   {oordeel}")


def prepare() -> None:
    """An empty database with the shipped programmes, as production serves them."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ROOT_URLCONF = "benchmarks.urls"
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.SECURE_SSL_REDIRECT = False
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("laad_programma", "--alles", verbosity=0)


def measure(ding: Callable[[], object], kaal: Callable[[], object]) -> float:
    """The median over RONDEN turns of how many times more CPU time `ding` takes than `kaal`."""
    keer_ding, keer_kaal = repeats(ding), repeats(kaal)
    return statistics.median(
        spend(ding, keer_ding) / keer_ding / (spend(kaal, keer_kaal) / keer_kaal) for _ in range(RONDEN)
    )


def repeats(doe: Callable[[], object]) -> int:
    doe()
    return max(1, int(SECONDEN / max(spend(doe, 3) / 3, 1e-6)))


def spend(doe: Callable[[], object], keer: int) -> float:
    begin = time.process_time()
    for _ in range(keer):
        doe()
    return time.process_time() - begin


if __name__ == "__main__":
    main()
