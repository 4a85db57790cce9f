"""`make demo-nieuw`: set the old database aside under a dated name and start the demo afresh."""

from datetime import datetime
from pathlib import Path

from scripts import VAR
from scripts.data import GELADEN, INLOGGEN
from scripts.demo import DATABANK, address, require_free, serve


def set_aside(databank: Path, moment: datetime) -> Path | None:
    """Rename the database with its -wal and -shm, which belong together; None when there is none."""
    if not databank.exists():
        return None
    new = databank.with_name(f"{databank.stem}-{moment:%Y-%m-%d-%H%M%S}{databank.suffix}")
    for suffix in ("-wal", "-shm", ""):
        part = databank.with_name(databank.name + suffix)
        if part.exists():
            part.rename(new.with_name(new.name + suffix))
    return new


if __name__ == "__main__":
    require_free(*address())  # a running demo has the database open
    VAR.mkdir(exist_ok=True)
    if new := set_aside(DATABANK, datetime.now().astimezone()):
        print(f"De oude databank heet nu {new}.")
    GELADEN.unlink(missing_ok=True)
    INLOGGEN.unlink(missing_ok=True)
    serve()
