#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A faulty configuration is told with file, line and a way out, all its faults at once, and nothing starts with it."""

import subprocess
import sys

import system_world as system
from system_world import expect

BAD_CONFIG = 78
SOUND = """[site]
name = "Noordkade"

[storage]
url = "sqlite:besteld.db"

[web]
port = 0

[smtp]
host = "localhost"
from_address = "orders@noordkade.example"
"""
# What is written, in whose stead, and what must be said besides the line.
FAULTS = {
    "syntax": ("port = = 0", "port = 0", []),
    "unknown setting": ("prot = 0", "port = 0", ["prot", "port"]),
    "wrong type": ('port = "zero"', "port = 0", ["port"]),
    "out of range": ("port = 70000", "port = 0", ["port", "65535"]),
    "unknown word": ('host = "localhost"\ntls = "maybe"', 'host = "localhost"', ["smtp.tls", "starttls"]),
    "unknown section": ("[stroage]", "[storage]", ["stroage", "storage"]),
    "secret in the file": ('host = "localhost"\npassword = "hunter2"', 'host = "localhost"', ["password"]),
}


def besteld(args, *words):
    return subprocess.run([str(args.binary), *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)


def check_fault(args, file, name, written, instead_of, words):
    file.write_text(SOUND.replace(instead_of, written, 1))
    line = 1 + SOUND.split(instead_of)[0].count("\n") + written.count("\n")
    done = besteld(args, "check-config", "--config", str(file))
    said = done.stdout + done.stderr
    expect(done.returncode == BAD_CONFIG, f"{name}: status {done.returncode}: {said}")
    expect(f"{file}:{line}:" in said, f"{name}: line {line} is not named: {said}")
    for word in words:
        expect(word in said, f"{name}: '{word}' is not said: {said}")
    expect("hunter2" not in said, f"{name}: the secret is printed")
    expect(besteld(args, "run", "--config", str(file)).returncode == BAD_CONFIG, f"{name}: run starts with it")


def main():
    args = system.arguments(__doc__)
    folder = system.fresh(args.folder)
    file = folder / "besteld.toml"
    for name, (written, instead_of, words) in FAULTS.items():
        check_fault(args, file, name, written, instead_of, words)
    file.write_text(SOUND.replace("port = 0", "prot = 0").replace('name = "Noordkade"', "name = 7"))
    said = besteld(args, "check-config", "--config", str(file)).stdout
    expect(f"{file}:2:" in said and f"{file}:8:" in said, f"not both faults are told: {said}")
    missing = besteld(args, "check-config", "--config", str(folder / "none.toml"))
    expect(missing.returncode == BAD_CONFIG and "none.toml" in missing.stdout + missing.stderr, "a missing file is not told")
    expect(not (folder / "besteld.db").exists(), "a database was made")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as fault:
        sys.exit(f"FAILED: {fault}")
