"""Writing a file whole or not at all: a reader never sees half a report."""

import os
from pathlib import Path


def write_whole(bestand: Path, inhoud: bytes) -> None:
    """Put `inhoud` in `bestand` in one step, through a file beside it. Raises OSError.

    A link keeps pointing where it did; what is not a plain file (`/dev/stdout`) is written to directly.
    """
    doel = bestand.resolve()
    if doel.exists() and not doel.is_file():
        doel.write_bytes(inhoud)
        return
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
    try:
        with tijdelijk.open("xb") as uitvoer:
            uitvoer.write(inhoud)
        tijdelijk.replace(doel)
    finally:
        tijdelijk.unlink(missing_ok=True)
