#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`besteld explain` says what would become of an order and leaves no trace: no row, no file, no mail, no number."""

import json
import sqlite3
import sys

import system_world as system
from system_world import clean_edi, expect


def traces(world):
    """All that could change: every row of every table, every file, every mail."""
    with sqlite3.connect(world.folder / "besteld.db") as connection:
        rows = list(connection.iterdump())
    files = sorted(str(f) for folder in (world.drop, world.edi_out, world.folder / "base-data") for f in folder.rglob("*"))
    return rows, files, [world.mailbox_of(box) for box in ("petra@korenaar.example", system.EINKAUF_BOX, system.MAILBOX)]


def explain(world, file, *more):
    return world.command("explain", *more, "--config", str(world.config), str(file))


def test(world):
    outside = world.folder / "incoming"
    outside.mkdir()
    clean, dear, junk = outside / "clean.edi", outside / "dear.edi", outside / "junk.dat"
    clean.write_text(clean_edi("4500001", "E1"))
    dear.write_text(clean_edi("4500002", "E2").replace("0.74", "0.50"))
    junk.write_bytes(b"\0\1\2 nothing")
    before = traces(world)
    said = explain(world, clean)
    expect(said.returncode == 0 and "4500001" in said.stdout, f"{said.returncode}: {said.stdout}{said.stderr}")
    expect("confirmed" in said.stdout or "accepted" in said.stdout, f"the decision is not told: {said.stdout}")
    said = explain(world, dear)
    expect("price" in said.stdout and "in_review" in said.stdout, f"the deviation is not told: {said.stdout}")
    said = explain(world, dear, "--json")
    expect(any("findings" in json.loads(line) for line in said.stdout.splitlines() if line.startswith("{")), said.stdout[:300])
    explain(world, junk)
    world.command("read", "--json", str(clean))
    expect(traces(world) == before, "explaining left a trace")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
