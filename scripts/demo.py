"""`make demo`: the site with real data, served as in production except for https."""

import errno
import os
import secrets
import socket
from pathlib import Path

from scripts import ROOT, VAR
from scripts.data import GELADEN, INLOGGEN, fill, fixtures_print
from scripts.setup import setup
from scripts.stempel import fingerprint, is_fresh, stamp
from scripts.uitvoering import PYTHON, clean_environment, die, manage

DATABANK = VAR / "dordt_monitor.sqlite3"
STATISCH = VAR / "static"


def serve() -> None:
    """Prepare what is missing and become gunicorn. Data of an earlier run is kept."""
    host, port = address()
    require_free(host, port)
    setup(ontwikkeling=False)
    env = environment(host, port)
    collect_static(env)
    prepare_data(env)
    print(
        f"\n{INLOGGEN.read_text()}\nDe site staat op http://localhost:{port}/ (stoppen met Ctrl+C).",
        flush=True,
    )
    command = [PYTHON, "-m", "gunicorn", "dordt_monitor.wsgi", "--bind", f"{host}:{port}"]
    options = ["--workers", str((os.cpu_count() or 1) + 1), "--log-level", "warning", "--no-control-socket"]
    os.chdir(ROOT)
    os.execve(PYTHON, [*command, *options], env)


def address() -> tuple[str, int]:
    """Where to listen: this machine only, unless ADRES says otherwise, because the log-ins are printed."""
    port = os.environ.get("PORT", "8000")
    if not (port.isdecimal() and 0 < int(port) < 65536):
        die(f"PORT moet een getal van 1 tot en met 65535 zijn, niet '{port}'.")
    return os.environ.get("ADRES", "127.0.0.1"), int(port)


def require_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                die(
                    f"Poort {port} is al in gebruik. Kies een andere, bijvoorbeeld: make demo PORT={port + 1}"
                )
            die(f"Op {host} poort {port} mag of kan de demo niet luisteren. Kies een andere PORT of ADRES.")


def environment(host: str, port: int) -> dict[str, str]:
    hosts = os.environ.get("ALLOWED_HOSTS", f"localhost,127.0.0.1,{socket.gethostname()},{host}")
    return clean_environment(
        DEBUG="0",
        SECRET_KEY=secret_key(VAR / "geheime-sleutel"),
        ALLOWED_HOSTS=hosts,
        DATABASE_URL=f"sqlite:///{DATABANK}",
        DORDT_HTTP_TOEGESTAAN="1",
        # Reminders are printed where the demo runs.
        EMAIL_URL="console://",
        DORDT_SITE_URL=f"http://localhost:{port}",
        DORDT_AFZENDER="demo@voorbeeld.nl",
    )


def secret_key(path: Path) -> str:
    """The key of this machine's demo, made once, so that a restart logs nobody out."""
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def collect_static(env: dict[str, str]) -> None:
    stempel, print_ = VAR / "stempel-static", fingerprint([ROOT / "static", ROOT / "requirements.txt"])
    if is_fresh(stempel, print_) and STATISCH.is_dir():
        return
    manage("collectstatic", "--no-input", "--clear", "--verbosity", "0", env=env)
    stamp(stempel, print_)


def prepare_data(env: dict[str, str]) -> None:
    if not (DATABANK.exists() and GELADEN.exists() and INLOGGEN.exists()):
        fill(env)
        return
    manage("migrate", "--verbosity", "0", "--no-input", env=env)
    manage("herbouw_vindplaatsen", "--verbosity", "0", env=env)
    if not is_fresh(GELADEN, fixtures_print()):
        print(
            "De meegeleverde gegevens zijn nieuwer dan die in uw databank; uw gegevens zijn niet veranderd.\n"
            "Opnieuw beginnen met de nieuwe gegevens: make demo-nieuw (de oude databank wordt bewaard)."
        )


if __name__ == "__main__":
    serve()
