"""An installation of our own to be hard on: a temporary database, and gunicorn as `make demo` runs it."""

import http.client
import os
import secrets
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from scripts import ROOT
from scripts.postgres import find_bin, temporary_cluster
from scripts.uitvoering import PYTHON, die

SPOOR = "DORDT_BENCH_SPOOR"  # where the server tells when a transaction begins and ends
WACHT = 60


@contextmanager
def own_installation(*, postgresql: bool, dient_paginas: bool = True) -> Iterator[Path]:
    """Point this process and its children at an empty database of their own; gives the temporary folder."""
    with ExitStack() as stapel:
        folder = Path(stapel.enter_context(tempfile.TemporaryDirectory(prefix="dordt-bench-")))
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "dordt_monitor.settings",
            "DEBUG": "0",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "127.0.0.1",
            "DORDT_HTTP_TOEGESTAAN": "1",
            "DORDT_DATAMAP": str(folder),
            SPOOR: str(folder / "transacties"),
        }
        os.environ.pop("DATABASE_URL", None)
        if postgresql:
            if (bin_ := find_bin()) is None:
                die("PostgreSQL is niet gevonden; installeer het pakket postgresql.")
            os.environ["DATABASE_URL"] = stapel.enter_context(temporary_cluster(bin_))
        prepare(dient_paginas)
        yield folder


def prepare(dient_paginas: bool) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    if not dient_paginas:
        make_tables()
        return
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("collectstatic", interactive=False, verbosity=0)


def make_tables() -> None:
    """As the migrations leave them, without going the whole way."""
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from dordt_monitor.alleen_toevoegen import TABELLEN, create_triggers

    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    for tabel in TABELLEN:
        create_triggers(connection, tabel)


class Server:
    """gunicorn with all its workers in one process group, so that all of it can be killed at once."""

    def __init__(self, *, werkers: int = (os.cpu_count() or 1) + 1) -> None:
        self.port, self.werkers = free_port(), werkers
        self.start()

    def start(self) -> None:
        command = [PYTHON, "-m", "gunicorn", "benchmarks.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        options = ["--workers", str(self.werkers), "--log-level", "critical", "--no-control-socket"]
        self.proces = subprocess.Popen([*command, *options], cwd=ROOT, start_new_session=True)
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """The socket is there before the workers are, so until a page comes."""
        einde = time.monotonic() + WACHT
        while time.monotonic() < einde:
            with suppress(OSError, http.client.HTTPException):
                verbinding = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WACHT)
                verbinding.request("GET", "/", headers={"Connection": "close"})
                verbinding.getresponse().read()
                return
            time.sleep(0.05)
        die("De server start niet.")

    def kill(self) -> None:
        """SIGKILL for the whole group: nobody gets to tidy up."""
        os.killpg(self.proces.pid, signal.SIGKILL)
        self.proces.wait()

    def stop(self) -> None:
        self.proces.terminate()
        self.proces.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
