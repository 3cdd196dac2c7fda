#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""clang-tidy-19 over a build's sources: cmake/tidy.py BUILD [--changed] [--jobs N] [FILE…].

A file whose text, headers, flags and checks are those of an earlier clean run is not run again; the cache is
BUILD/tidy-cache. --changed takes only files that differ from the last commit, or include one that does.
"""
import argparse
import hashlib
import json
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TIDY = "clang-tidy-19"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


@lru_cache(maxsize=None)
def headers_of(path: Path) -> frozenset[Path]:
    """Our own headers that the file names; foreign ones change with the system, not with us."""
    folders = (path.parent, ROOT / "src", ROOT)
    named = INCLUDE.findall(path.read_text(encoding="utf-8", errors="replace"))
    return frozenset(f for n in named if (f := next((d / n for d in folders if (d / n).is_file()), None)))


def closure(path: Path) -> set[Path]:
    seen, waiting = {path}, [path]
    while waiting:
        for header in headers_of(waiting.pop()):
            if (header := header.resolve()) not in seen:
                seen.add(header)
                waiting.append(header)
    return seen


def key_of(path: Path, command: str, version: bytes) -> str:
    digest = hashlib.sha256(version + command.encode() + (ROOT / ".clang-tidy").read_bytes())
    for part in sorted(closure(path)):
        digest.update(str(part.relative_to(ROOT)).encode() + b"\0" + part.read_bytes())
    return digest.hexdigest()


def changed_files() -> set[Path]:
    def git(*arguments: str) -> list[str]:
        return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True,
                              check=True).stdout.splitlines()

    names = git("diff", "--name-only", "HEAD") + git("ls-files", "--others", "--exclude-standard")
    return {(ROOT / n).resolve() for n in names}


def sources(build: Path, wanted: list[str]) -> dict[Path, str]:
    """Our own .cpp files with the command that compiles them; one entry each."""
    database = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    found = {}
    for entry in database:
        path = (Path(entry["directory"]) / entry["file"]).resolve()
        ours = path.is_relative_to(ROOT) and not path.is_relative_to(build.resolve())
        if ours and path.suffix == ".cpp" and path.is_file():
            found.setdefault(path, entry.get("command") or shlex.join(entry["arguments"]))
    chosen = {Path(w).resolve() for w in wanted}
    return {p: c for p, c in found.items() if not chosen or p in chosen}


def run(build: Path, path: Path) -> tuple[int, str]:
    done = subprocess.run([TIDY, "-p", str(build), "--quiet", "--warnings-as-errors=*", str(path)], capture_output=True,
                          text=True)
    return done.returncode, done.stdout + (done.stderr if done.returncode and not done.stdout else "")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("build", type=Path)
    arguments.add_argument("files", nargs="*")
    arguments.add_argument("--changed", action="store_true")
    arguments.add_argument("--jobs", type=int, default=2)
    given = arguments.parse_args()
    cache = given.build / "tidy-cache"
    cache.mkdir(exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    todo = sources(given.build, given.files)
    if given.changed:
        changed = changed_files()
        todo = {p: c for p, c in todo.items() if closure(p) & changed}
    keys = {p: key_of(p, c, version) for p, c in todo.items()}
    fresh = [p for p in sorted(todo) if not (cache / keys[p]).exists()]

    faults = 0
    with ThreadPoolExecutor(given.jobs) as pool:
        for path, (status, said) in zip(fresh, pool.map(lambda p: run(given.build, p), fresh)):
            if status == 0:
                (cache / keys[path]).touch()
                continue
            faults += 1
            print(said.strip() or f"{path}: {TIDY} ended with {status}", flush=True)
    print(f"{len(todo)} files: {len(todo) - len(fresh)} as before, {len(fresh) - faults} clean, {faults} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
