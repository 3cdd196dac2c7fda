#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The database is away for a while, in the midst of work: the daemon stays, says so, and goes on by itself; nothing is lost."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

import system_world as system
from system_world import expect

sys.path.insert(0, str(system.ROOT / "tests" / "crash"))
import crash_test  # noqa: E402

INPUTS = 60
SECONDS_AWAY = 6


def healthz(page):
    try:
        with urllib.request.urlopen(page + "healthz", timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as fault:
        return fault.code


def pg_ctl(place, *words):
    sys.path.insert(0, str(system.ROOT / "tests" / "support"))
    import postgres
    options = f"-k {place} -c listen_addresses= -c fsync=off -c max_connections=50"
    postgres.run(postgres.program("pg_ctl"), "-D", str(place / "data"), "-w", "-t", "60", "-l", str(place / "server.log"),
                 "-o", options, *words)


def make_test(place):
    def test(world):
        page = world.start_daemon()
        pid = world.daemon.pid
        feeder = system.feed.Feeder(world, system.feed.Generator(17).inputs(INPUTS), 10, world.folder / "given.jsonl")
        feeder.start()
        store = system.database(world)
        expect(world.wait_until(lambda: int(store.one("SELECT count(*) FROM outbox WHERE state = 'sent'")) >= 5, 30), "no start")
        pg_ctl(place, "-m", "immediate", "stop")
        time.sleep(SECONDS_AWAY)
        expect(world.daemon.poll() is None, "the daemon ended when its database went away")
        expect(healthz(page) == 503, f"/healthz without a database is {healthz(page)}")
        pg_ctl(place, "start")
        feeder.join()
        expect(feeder.fault is None, f"feeding failed: {feeder.fault}")
        finish(world, store, pid)
    return test


def finish(world, store, pid):
    def done():
        try:
            mails = int(store.one("SELECT count(*) FROM outbox WHERE channel = 'mail'"))
            return (int(store.one("SELECT count(*) FROM message WHERE state <> 'stored'")) == INPUTS
                    and store.one("SELECT count(*) FROM outbox WHERE state <> 'sent'") == "0"
                    and sum(len(world.mailbox_of(box)) for box in ("petra@korenaar.example", system.EINKAUF_BOX)) >= mails)
        except subprocess.CalledProcessError:
            return False

    begin = time.monotonic()
    expect(world.wait_until(done, 90, every=0.5), f"not all was done: {store.rows('SELECT state, count(*) FROM message GROUP BY state')} "
           f"{store.rows('SELECT state, count(*) FROM outbox GROUP BY state')}")
    took = time.monotonic() - begin
    expect(world.daemon.pid == pid and world.daemon.poll() is None, "another process does the work")
    status = world.stop_daemon()
    # A mail whose "sent" could not be recorded is sent once more: the window is the outage.
    talking = [(row, attempts) for row, attempts in store.rows("SELECT id, attempts - 1 FROM outbox WHERE attempts > 1 AND channel = 'mail'")]
    (world.folder / "kills.jsonl").write_text(json.dumps({"after": 0, "talking": talking}) + "\n")
    (world.folder / "sources.json").write_text(json.dumps({"inbox_unflagged": 0, "drop_left": [], "exit_status": status, "orphans": 0}))
    checker = system.checker.Checker(world.folder, world.mail["mail_dir"], world.storage)
    faults = checker.check()
    expect(not faults, "\n".join(faults[:10]))
    print(f"back within {took:.1f} s after feeding ended; {checker.summary()}")


def main():
    args = system.arguments(__doc__)
    folder = system.fresh(args.folder)
    place, url = crash_test.start_postgres(folder.parent / (folder.name + "-server"))
    try:
        return system.run(make_test(place), __doc__, storage=url)
    finally:
        crash_test.stop_postgres(place, folder.parent)


if __name__ == "__main__":
    sys.exit(main())
