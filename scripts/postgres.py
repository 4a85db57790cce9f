"""A PostgreSQL of our own while the tests run: a socket in a temporary folder, nothing on disk synced."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FAST = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def find_bin() -> Path | None:
    """The folder with the newest initdb and pg_ctl: Debian's place, or PATH elsewhere."""
    if on_path := shutil.which("pg_ctl"):
        return Path(on_path).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda p: int(p.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def temporary_cluster(bin_: Path) -> Iterator[str]:
    """Start a cluster and give its DATABASE_URL; stop and remove it afterwards, also after a failure.

    Raises subprocess.CalledProcessError when initdb or pg_ctl fails; their output goes to the terminal.
    """
    # A socket's path has at most 107 bytes, so the folder's name is short. The server refuses to run as root.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    data = folder / "data"
    as_user: list[str] = []
    if os.geteuid() == 0:
        as_user = ["runuser", "-u", "postgres", "--"]
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)

    def call(program: str, *arguments: str) -> None:
        command = [*as_user, str(bin_ / program), "-D", str(data), *arguments]
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)

    try:
        call("initdb", "-U", "dordt", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        call("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", f"{FAST} -k {folder}")
        try:
            yield f"postgresql://dordt@/postgres?host={folder}"
        finally:
            call("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
