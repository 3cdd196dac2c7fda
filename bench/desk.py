#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long a clerk waits for a page when the queue is long: real orders, read by the daemon and then multiplied in its database.

    bench/desk.py [--open N] [--closed N] [--asked N] [--binary PATH] [--folder PATH]

Each page is asked over HTTP by one clerk, one after another; prints milliseconds (p50, p99) and bytes (docs/bench.md).
"""

import argparse
import contextlib
import hashlib
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "system"), str(ROOT / "tests" / "support")]
import system_world as system  # noqa: E402
from page_client import Person  # noqa: E402

PASSWORD = "een lang wachtwoord"
CUSTOMERS = 5_000
TEMPLATES = 12  # orders of each kind that the daemon reads itself
DAY = 86_400_000


def read_templates(world):
    """Orders that deviate in the price, and orders that deviate in nothing."""
    world.add_user("anna", "Anna", "clerk", PASSWORD)
    world.start_daemon()
    for n in range(TEMPLATES):
        good = system.clean_edi(f"46{n:05}", f"A{n}", 500 + 25 * n)
        bad = system.clean_edi(f"47{n:05}", f"B{n}", 500 + 25 * n).replace("PRI+AAA:0.74", f"PRI+AAA:0.{60 + n}")
        world.drop_file(f"a{n}.edi", good)
        world.drop_file(f"b{n}.edi", bad)
    done = "SELECT count(*) FROM message WHERE state = 'done'"
    system.expect(world.wait_until(lambda: system.database(world).one(done) == str(2 * TEMPLATES), 60), "the orders were not read")
    world.stop_daemon()


class Multiplier:
    def __init__(self, db):
        self.db = db
        self.chance = random.Random(11)
        self.next = {t: db.execute(f"SELECT max(id) FROM {t}").fetchone()[0] for t in ("message", "order_case")}
        self.columns = {t: [c[1] for c in db.execute(f"PRAGMA table_info({t})")] for t in ("message", "reading", "order_case")}

    def rows(self, table, where):
        cursor = self.db.execute(f"SELECT * FROM {table} WHERE {where}")
        return [dict(zip(self.columns[table], row)) for row in cursor]

    def put(self, table, row):
        marks = ", ".join("?" * len(row))
        self.db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))

    def copies(self, where, count):
        templates = []
        for case in self.rows("order_case", where):
            message = self.rows("message", f"id = {case['message_id']}")[0]
            reading = self.rows("reading", f"message_id = {case['message_id']}")[0]
            checks = [c for (c,) in self.db.execute("SELECT check_name FROM open_finding WHERE case_id = ?", [case["id"]])]
            keys = [k for (k,) in self.db.execute("SELECT alike_key FROM alike_finding WHERE case_id = ?", [case["id"]])]
            templates.append((case, message, reading, checks, keys))
        for n in range(count):
            self.copy(templates[n % len(templates)], n)

    def copy(self, template, n):
        case, message, reading, checks, keys = ({**part} if isinstance(part, dict) else part for part in template)
        self.next["message"] += 1
        self.next["order_case"] += 1
        identity = self.next["order_case"]
        message |= {"id": self.next["message"], "source_key": f"copy {identity}"}
        reading |= {"message_id": message["id"]}
        stake, age = self.chance.randrange(1_000, 900_000_000), self.chance.randrange(10 * DAY)
        # One order in ten is of the customer whose base data are there: his are what is decided together.
        known = n // TEMPLATES % 10 == 0
        customer = case["customer_no"] if known else f"C{10_000 + self.chance.randrange(CUSTOMERS)}"
        case |= {"id": identity, "message_id": message["id"], "case_no": f"IN-25-{identity:07}", "customer_no": customer,
                 "customer_name": f"Bedrijf {customer} B.V.", "buyer_order_no": f"9{identity:08}", "buyer_order_key": f"9{identity:08}",
                 "official_no": case["official_no"] and f"SO-25-{identity:07}", "received_at": case["received_at"] - age,
                 "content_key": f"copy {identity}"}
        if case["waiting"]:
            case |= {"at_stake": stake, "stake_rank": -stake, "due_at": case["received_at"] + DAY // 3, "due_rank": case["received_at"] + DAY // 3}
        self.put("message", message)
        self.put("reading", reading)
        self.put("order_case", case)
        for term in (case["case_no"].replace("-", ""), case["buyer_order_no"], (case["official_no"] or "").replace("-", "")):
            if term:
                self.put("case_term", {"term": term, "case_id": identity})
        for check in checks:
            self.put("open_finding", {"check_name": check, "waiting": case["waiting"], "stake_rank": case["stake_rank"],
                                      "due_rank": case["due_rank"], "case_id": identity})
        for key in keys:
            other = hashlib.sha256(f"{key} {customer}".encode()).hexdigest()[:32]
            self.put("alike_finding", {"alike_key": key if known else other, "case_id": identity})


def multiply(database, wanted_open, wanted_closed):
    with contextlib.closing(sqlite3.connect(database)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA cache_size = -500000")
        grown = Multiplier(db)
        grown.copies("waiting = 1", wanted_open)
        grown.copies("official_no IS NOT NULL", wanted_closed)
        waiting = db.execute("SELECT count(*) FROM order_case WHERE waiting = 1").fetchone()[0]
        db.execute("UPDATE tally SET n = ? WHERE name = 'case.waiting'", [waiting])
        db.commit()
        db.execute("ANALYZE")
        return waiting, db.execute("SELECT count(*) FROM order_case").fetchone()[0]


def addresses(database, asked):
    """Each kind of page with as many addresses as will be asked for."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        cases = [i for (i,) in db.execute("SELECT id FROM order_case WHERE waiting = 1 ORDER BY id")]
        deep = db.execute("SELECT stake_rank, due_rank, id FROM order_case WHERE waiting = 1 ORDER BY stake_rank, due_rank, id "
                          "LIMIT 1 OFFSET ?", [len(cases) // 2]).fetchone()
        alike = [k for (k,) in db.execute("SELECT DISTINCT alike_key FROM alike_finding a JOIN order_case c ON c.id = a.case_id "
                                          "WHERE c.customer_no = 'C1001' AND c.waiting = 1")]
    chance = random.Random(5)
    some = [chance.choice(cases) for _ in range(asked)]
    customers = [f"C{10_000 + chance.randrange(CUSTOMERS)}" for _ in range(asked)]
    return {
        "queue, first page": ["/queue"] * asked,
        "queue, page 1,000": [f"/queue?after={'.'.join(map(str, deep))}"] * asked,
        "queue by reason": ["/queue?check=price_below_agreed"] * asked,
        "queue by customer": [f"/queue?customer={c}" for c in customers],
        "queue by reason and customer": [f"/queue?check=price_below_agreed&customer={c}" for c in customers],
        "queue by state and customer": [f"/queue?state=in_review&customer={c}" for c in customers],
        "what is mine": ["/queue?claimed_by=anna"] * asked,
        "search by number": [f"/queue?text=9{case:08}" for case in some],
        "all orders, search by number": [f"/orders?text=9{case:08}" for case in some],
        "one exception": [f"/case/{case}" for case in some],
        "a group of 100 alike": [f"/alike/{key}" for key in alike],
    }


def measure(clerk, paths):
    times, size = [], 0
    for path in paths:
        begin = time.perf_counter()
        size = max(size, len(clerk.get(path).encode()))
        times.append((time.perf_counter() - begin) * 1000)
    times.sort()
    return times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)], size


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--open", type=int, default=100_000)
    ask.add_argument("--closed", type=int, default=1_000_000)
    ask.add_argument("--asked", type=int, default=200, help="of each page")
    ask.add_argument("--binary", type=pathlib.Path, default=ROOT / "build" / "release" / "besteld")
    ask.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "besteld-bench-desk")
    options = ask.parse_args()
    world = system.started(system.fresh(options.folder), options.binary)
    try:
        read_templates(world)
        begin = time.monotonic()
        database = world.folder / "besteld.db"
        waiting, cases = multiply(database, options.open, options.closed)
        print(f"{waiting:,} open of {cases:,} cases, {database.stat().st_size / 1e9:.1f} GB, made in {time.monotonic() - begin:.0f} s")
        world.start_daemon()
        clerk = Person(world.page, "anna", PASSWORD)
        print("| page | p50 ms | p99 ms | kB |\n| --- | --- | --- | --- |")
        for name, paths in addresses(database, options.asked).items():
            p50, p99, size = measure(clerk, paths)
            print(f"| {name} | {p50:.1f} | {p99:.1f} | {size / 1000:.1f} |", flush=True)
    finally:
        world.stop()
        shutil.rmtree(world.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
