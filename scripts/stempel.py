"""Stamps: work that was done for exactly these files need not be done again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(paths: Iterable[Path]) -> str:
    """The sha256 over names and contents of the files, folders taken whole, in one fixed order."""
    digest = hashlib.sha256()
    for path in sorted(_files(paths)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.name} {content}\n".encode())
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def is_fresh(stempel: Path, print_: str) -> bool:
    return stempel.is_file() and stempel.read_text() == print_


def stamp(stempel: Path, print_: str) -> None:
    stempel.parent.mkdir(parents=True, exist_ok=True)
    stempel.write_text(print_)
