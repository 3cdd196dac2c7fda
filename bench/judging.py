#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast orders are judged, whatever base data hold; and how long "what if" takes over a large archive.

    bench/judging.py [--prices 100 10000 1000000] [--orders N] [--archive N] [--binary PATH]

The archive is made by the daemon itself from a full drop folder (bench/trial.py) and widened by copies of its rows.
`besteld whatif` judges each order twice in one thread; what it takes with no order to judge is measured too and taken
off. Results: a table, and build/bench-judging.json (docs/bench.md)."""

import argparse
import datetime
import json
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import generate  # noqa: E402
import trial  # noqa: E402

BATCH = 20_000


def columns_of(db, table):
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def clone(db, table, where, copies):
    """Inserts copies of one row of `table`; each copy is a dict of the columns that differ."""
    columns = columns_of(db, table)
    found = db.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where} LIMIT 1").fetchone()
    row = dict(zip(columns, found))
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    batch = []
    for copy in copies:
        batch.append([{**row, **copy}[column] for column in columns])
        if len(batch) == BATCH:
            db.executemany(sql, batch)
            batch.clear()
    db.executemany(sql, batch)


def widen_prices(path, wanted):
    """As many price rows as wanted: of the ordered articles for other customers, and of other articles."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA foreign_keys = OFF")
    have = db.execute("SELECT count(*) FROM price").fetchone()[0]
    highest = db.execute("SELECT max(id) FROM price").fetchone()[0]
    missing = max(0, wanted - have)

    def rows():
        for n in range(missing):
            article = generate.Article(n % generate.ARTICLES)
            yield {"id": highest + 1 + n, "scope_key": f"customer:X{n // generate.ARTICLES:05d}", "sku": article.sku}

    # Base data change by imports alone; a copy made for measuring is filled past them.
    for (guard,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'price'").fetchall():
        db.execute(f"DROP TRIGGER {guard}")
    clone(db, "price", "scope = 'customer'", rows())
    db.commit()
    db.execute("ANALYZE")
    db.commit()
    db.close()
    return have + missing


def widen_archive(path, wanted):
    """Copies of the archived orders under other numbers: they share their message and its reading, and are no earlier
    orders of each other."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA foreign_keys = OFF")
    ids = [row[0] for row in db.execute("SELECT id FROM order_case ORDER BY id")]
    missing = max(0, wanted - len(ids))
    highest = ids[-1]
    for position, case_id in enumerate(ids):
        copies = [{"id": highest + 1 + n, "case_no": f"IN-00-{n:07d}", "official_no": None, "document": 1 + n,
                   "buyer_order_key": f"COPY{n}", "content_key": f"copy {n}"}
                  for n in range(position, missing, len(ids))]
        clone(db, "order_case", f"id = {case_id}", copies)
    db.commit()
    db.close()
    return len(ids) + missing


def whatif(binary, config, files, since):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run([binary, "whatif", "-c", config, "--with", *files, "--since", since, "--json"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, timeout=3600)
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    judged = re.search(r"(\d+) orders judged twice, (\d+)", done.stderr)
    return {"wall_s": wall, "cpu_s": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
            "orders": int(judged.group(1)), "differ": int(judged.group(2)), "rss_mb": after.ru_maxrss / 1e3}


def judged_per_second(binary, config, files):
    idle = whatif(binary, config, files, "2999-01-01")
    work = whatif(binary, config, files, "2000-01-01")
    seconds = work["cpu_s"] - idle["cpu_s"]
    return {"orders": work["orders"], "judgements_per_cpu_s": 2 * work["orders"] / seconds,
            "wall_s": work["wall_s"], "start_s": idle["wall_s"], "differ": work["differ"], "rss_mb": work["rss_mb"]}


def a_changed_price(folder):
    """One article a tenth dearer since yesterday: the orders of today that hold it come out otherwise."""
    article = generate.Article(7)
    path = folder / "prices.csv"
    path.write_text("scope,applies_to,sku,from_quantity,amount,base_quantity,unit,currency,valid_from\n"
                    f"customer,{generate.CUSTOMER},{article.sku},0,{generate.money(article.cents * 11 // 10)},1,H87,"
                    f"EUR,{datetime.date.today() - datetime.timedelta(days=1)}\n", encoding="utf-8")
    return [str(path)]


def config_for(original, database, folder):
    text = pathlib.Path(original).read_text(encoding="utf-8")
    path = folder / f"{pathlib.Path(database).stem}.toml"
    path.write_text(re.sub(r'"sqlite:[^"]*"', f'"sqlite:{database}"', text), encoding="utf-8")
    return str(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", default=str(HERE.parent / "build" / "release" / "besteld"))
    parser.add_argument("--prices", type=int, nargs="+", default=[100, 10_000, 1_000_000])
    parser.add_argument("--orders", type=int, default=400)
    parser.add_argument("--archive", type=int, default=100_000)
    options = parser.parse_args()
    results = {"prices": [], "archive": None}
    with tempfile.TemporaryDirectory(prefix="besteld-bench-", dir=os.environ.get("TMPDIR", "/var/tmp")) as room:
        room = pathlib.Path(room)
        room.chmod(0o755)  # the mail servers' own users go through it
        kept = room / "archive.db"
        trial.run(room / "world", options.binary, "folder", options.orders, keep=kept, until="queued")
        original = next((room / "world").glob("*.toml"))
        files = a_changed_price(room)
        for wanted in options.prices:
            database = room / f"prices-{wanted}.db"
            shutil.copy(kept, database)
            rows = widen_prices(database, wanted)
            figures = judged_per_second(options.binary, config_for(original, database, room), files)
            results["prices"].append({"price_rows": rows, **figures})
            print(f"{rows:>9} price rows: {figures['judgements_per_cpu_s']:8.0f} orders judged per CPU second, "
                  f"start {figures['start_s']:.1f} s, {figures['rss_mb']:.0f} MB", flush=True)
            database.unlink()
        database = room / "large.db"
        shutil.copy(kept, database)
        orders = widen_archive(database, options.archive)
        figures = whatif(options.binary, config_for(original, database, room), files, "2000-01-01")
        results["archive"] = {"archived": orders, **figures}
        print(f"what if over {orders} archived orders: {figures['wall_s']:.0f} s, {figures['differ']} differ, "
              f"{figures['rss_mb']:.0f} MB", flush=True)
    target = HERE.parent / "build" / "bench-judging.json"
    target.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
