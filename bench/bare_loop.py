# SPDX-License-Identifier: Apache-2.0
"""The anchor: the rows that a run left behind, inserted again by a bare loop, 100 orders per durable transaction.

Same tables, same indexes, same bytes, WAL with synchronous=FULL; no reading, no checking, nothing to decide."""

import pathlib
import sqlite3
import time

PER_COMMIT = 100
# What orders write; base data is none of it. Tables that are updated in place (tally, promised) are left out: the
# loop is the lighter for it, and the daemon's ratio the harder.
WRITTEN = ("blob", "message", "message_identity", "reading", "order_case", "case_term", "event", "case_release",
           "promise", "outbox")
# The bytes of answers that were sent already are the sender's rows, not the line's.
ONLY = {"blob": " WHERE sha256 IN (SELECT sha256 FROM message)"}


def open_like_besteld(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;"
                     "PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;")
    return db


def prepare(finished, folder):
    """(statement, rows) per table, and an empty database with the same tables and indexes."""
    source = sqlite3.connect(f"file:{finished}?mode=ro", uri=True)
    target = pathlib.Path(folder) / "bare.db"
    for name in (target, f"{target}-wal", f"{target}-shm"):
        pathlib.Path(name).unlink(missing_ok=True)
    db = open_like_besteld(target)
    tables = []
    for table in WRITTEN:
        for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL "
                                     "AND type IN ('table', 'index') ORDER BY type DESC", (table,)):
            db.execute(sql)
        rows = source.execute(f"SELECT * FROM {table}{ONLY.get(table, '')}").fetchall()
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            tables.append((f"INSERT INTO {table} VALUES ({marks})", rows))
    source.close()
    return db, tables


def run(finished, folder, orders):
    """Inserts everything again. Returns wall and CPU seconds and the number of rows."""
    db, tables = prepare(finished, folder)
    commits = max(1, -(-orders // PER_COMMIT))
    began, cpu = time.monotonic(), time.process_time()
    for i in range(commits):
        db.execute("BEGIN IMMEDIATE")
        for statement, rows in tables:
            db.executemany(statement, rows[i * len(rows) // commits:(i + 1) * len(rows) // commits])
        db.execute("COMMIT")
    wall, cpu = time.monotonic() - began, time.process_time() - cpu
    db.close()
    return {"wall_s": wall, "cpu_s": cpu, "rows": sum(len(rows) for _, rows in tables)}
