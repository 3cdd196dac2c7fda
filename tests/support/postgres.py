#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A throw-away PostgreSQL server for tests: postgres.py start DIR | stop DIR.

It listens on a unix socket in DIR only. `start` prints the URL and writes it to DIR/url; a server that
an earlier, interrupted run left in DIR is stopped first. Run as root it becomes the user postgres,
because the server refuses to run as root.
"""
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

SECONDS = 60


def program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: int(p.parts[-3]))
    if not versions:
        sys.exit(f"{name} is not installed (Debian: apt install postgresql)")
    return str(versions[-1])


def run(*command: str, check: bool = True) -> subprocess.CompletedProcess:
    """As the server's user, with its output in our own log."""
    who = {}
    if os.geteuid() == 0:
        entry = pwd.getpwnam("postgres")
        who = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    return subprocess.run(command, check=check, timeout=SECONDS, stdin=subprocess.DEVNULL, cwd="/", **who)


def start(folder: Path) -> None:
    stop(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if len(str(folder)) > 80:
        sys.exit(f"{folder}: too long for a unix socket's path")
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = str(folder / "data")
    run(program("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
        "--no-sync", "--no-instructions")
    # No TCP. Without fsync: what is tested here is SQL, and the data lives for minutes.
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=50"
    run(program("pg_ctl"), "-D", data, "-l", str(folder / "server.log"), "-w", "-t", str(SECONDS), "-o", options,
        "start")
    url = f"postgresql://postgres@/postgres?host={quote(str(folder), safe='/')}"
    (folder / "url").write_text(url + "\n", encoding="utf-8")
    print(url)


def stop(folder: Path) -> None:
    data = folder / "data"
    if (data / "postmaster.pid").exists():
        run(program("pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "-t", str(SECONDS), "stop", check=False)


def main() -> None:
    if len(sys.argv) != 3 or sys.argv[1] not in ("start", "stop"):
        sys.exit(__doc__)
    folder = Path(sys.argv[2]).resolve()
    if sys.argv[1] == "start":
        start(folder)
    else:
        stop(folder)


if __name__ == "__main__":
    main()
