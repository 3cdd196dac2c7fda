#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills the real daemon at random moments while mails and files arrive, lets it finish, and counts.

Nothing lost: every input has exactly one disposition. Nothing twice: every accepted order has exactly one number, every
confirmation is in the customer's mailbox once, and once more at most for each kill that fell while it was being sent."""

import argparse
import imaplib
import json
import os
import pathlib
import random
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT / "tests" / "crash")]
import feed  # noqa: E402
import sabotage  # noqa: E402
import servers  # noqa: E402
from checker import Checker, Database  # noqa: E402
from world import MAILBOX, World  # noqa: E402

SKIPPED = 77
HAND_OFF = """
[hand_off]
folder = "erp"

[[feedback]]
name = "erp"
path = "erp-in"
settle = "500ms"
scan = "1s"
"""
POSTGRES = ROOT / "tests" / "support" / "postgres.py"


class Erp(threading.Thread):
    """Takes what was handed off and says so under a number of its own, now and then twice."""

    def __init__(self, folder, seed):
        super().__init__(daemon=True)
        self.folder, self.random, self.seen = folder, random.Random(seed), set()
        self.done = threading.Event()

    def run(self):
        with open(self.folder / "receipts.jsonl", "w", encoding="utf-8") as log:
            while not self.done.wait(0.2):
                for path in sorted((self.folder / "erp").glob("*.manifest.json")):
                    if path.name not in self.seen:
                        self.seen.add(path.name)
                        self.receive(json.loads(path.read_text())["key"], log)

    def receive(self, key, log):
        receipt = {"key": f"ERP-{key}", "kind": "receipt", "hand_off": key, "number": f"4{len(self.seen):05d}"}
        for copy in range(self.random.choice((1, 1, 1, 2))):
            name = f"{key.replace('/', '_')}.{copy}.json"
            log.write(json.dumps({"name": name, "key": key, "number": receipt["number"]}) + "\n")
            log.flush()
            hidden = self.folder / "erp-in" / f".{name}"
            hidden.write_text(json.dumps({**receipt, "x_copy": copy}))
            hidden.rename(self.folder / "erp-in" / name)


def processes_of_session(session):
    """Who still lives of a daemon and its readers."""
    alive = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                alive.append(int(entry.name))
    return alive


class Run:
    def __init__(self, args, folder, storage):
        self.args = args
        self.folder = folder
        self.world = World(folder, args.binary, storage=storage)
        self.database = Database(storage or "sqlite:besteld.db", folder)
        self.random = random.Random(args.seed + 1)
        self.orphans = 0

    def prepare(self):
        self.world.start_servers()
        self.world.write_config()
        (self.folder / "erp-in").mkdir()
        self.world.config.write_text(self.world.config.read_text() + HAND_OFF)
        self.world.import_world(edit=feed.with_patient_base_data)

    def kill_while_fed(self, feeder):
        with open(self.folder / "kills.jsonl", "w", encoding="utf-8") as log:
            kills = 0
            while kills < self.args.kills or feeder.is_alive():
                self.world.spawn_daemon()
                alive = self.random.uniform(0.2, 1.5)
                time.sleep(alive)
                if self.world.daemon.poll() is not None:
                    raise RuntimeError("the daemon ended by itself:\n" + self.world.log_path.read_text()[-2000:])
                self.world.kill_daemon()
                kills += 1
                self.wait_for_readers(self.world.daemon.pid)
                log.write(json.dumps({"after": round(alive, 3), "talking": self.talking()}) + "\n")
                log.flush()

    def wait_for_readers(self, session):
        """Reader processes must end with the daemon that started them."""
        deadline = time.monotonic() + 3
        while (left := processes_of_session(session)) and time.monotonic() < deadline:
            time.sleep(0.02)
        self.orphans += len(left)

    def talking(self):
        """Mails on their way at the kill: (outbox row, attempt). An attempt that several kills find is one window."""
        return self.database.rows("SELECT id, attempts FROM outbox WHERE state = 'talking' AND channel = 'mail'")

    def drained(self):
        """In this order: while something may still come in, nothing that follows from it is final."""
        return self.all_in() and self.waiting() == "0" and self.all_arrived()

    def all_in(self):
        messages = int(self.database.one("SELECT count(*) FROM message WHERE channel <> 'erp'"))
        return messages >= self.args.inputs and not self.files_left() and self.inbox_unflagged() == 0

    def waiting(self):
        return self.database.one("SELECT (SELECT count(*) FROM message WHERE state = 'stored') + "
                                 "(SELECT count(*) FROM outbox WHERE state IN ('pending','talking','retry','ambiguous')) + "
                                 "(SELECT count(*) FROM hand_off WHERE state <> 'sent' OR answered_at IS NULL)")

    def all_arrived(self):
        """The mail servers, too, are done: what was sent is with the customers."""
        ids = {mail_id for mail_id, in self.database.rows("SELECT mail_id FROM outbox WHERE channel = 'mail' AND state <> 'held'")}
        boxes = [box for box in pathlib.Path(self.world.mail["mail_dir"]).iterdir() if box.name != MAILBOX]
        return sum(len(self.world.mailbox_of(box.name)) for box in boxes) >= len(ids)

    def files_left(self):
        return sorted(f.name for place in (self.world.drop, self.folder / "erp-in") for f in place.iterdir() if f.is_file())

    def inbox_unflagged(self):
        context = ssl.create_default_context(cafile=self.world.mail["ca_file"])
        with imaplib.IMAP4_SSL(self.world.mail["host"], self.world.mail["imaps"], ssl_context=context, timeout=30) as imap:
            imap.login(MAILBOX, self.world.mail["password"])
            imap.select("INBOX", readonly=True)
            return len(imap.search(None, "UNKEYWORD", "$OrderDone")[1][0].split())

    def finish(self):
        self.world.start_daemon()
        if not self.world.wait_until(self.drained, self.args.drain_seconds, every=0.5):
            print("not drained in time; the counts will tell", file=sys.stderr)
        status = self.world.stop_daemon()
        (self.folder / "sources.json").write_text(json.dumps({
            "inbox_unflagged": self.inbox_unflagged(), "drop_left": self.files_left(), "exit_status": status, "orphans": self.orphans}))

    def execute(self):
        inputs = feed.Generator(self.args.seed).inputs(self.args.inputs)
        feeder = feed.Feeder(self.world, inputs, self.args.feed_seconds, self.folder / "given.jsonl")
        erp = Erp(self.folder, self.args.seed)
        feeder.start()
        erp.start()
        try:
            self.kill_while_fed(feeder)
            feeder.join()
            if feeder.fault:
                raise RuntimeError(f"feeding failed after {feeder.offered} inputs: {feeder.fault}")
            self.finish()
        finally:
            erp.done.set()
            erp.join()

    def verdict(self):
        checker = Checker(self.folder, self.world.mail["mail_dir"], self.database.url)
        faults = checker.check()
        audit = self.world.command("audit", "--config", str(self.world.config))
        if audit.returncode != 0:
            checker.fault("audit", audit.stdout + audit.stderr)
        for fault in faults[:40]:
            print(f"  {fault}")
        print(f"crash test, seed {self.args.seed}, {'postgresql' if self.args.postgres else 'sqlite'}: {checker.summary()}", flush=True)
        return faults


def start_postgres(folder):
    place = folder / "pg"
    if len(str(place)) > 70:  # a socket's path is short
        place = pathlib.Path(tempfile.mkdtemp(prefix="bsd-pg-"))
        place.chmod(0o755)
    done = subprocess.run([sys.executable, str(POSTGRES), "start", str(place)], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise RuntimeError(f"no PostgreSQL: {done.stdout}{done.stderr}")
    return place, (place / "url").read_text().strip()


def stop_postgres(place, folder):
    subprocess.run([sys.executable, str(POSTGRES), "stop", str(place)], stdin=subprocess.DEVNULL, check=False)
    if folder not in place.parents:
        shutil.rmtree(place, ignore_errors=True)


def clean(folder):
    if (folder / "mail").exists():
        servers.stop(folder / "mail")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    folder.chmod(0o755)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--binary", type=pathlib.Path, default=ROOT / "build" / "release" / "besteld")
    ask.add_argument("--folder", type=pathlib.Path, default=ROOT / "build" / "crash")
    ask.add_argument("--inputs", type=int, default=500)
    ask.add_argument("--kills", type=int, default=32)
    ask.add_argument("--feed-seconds", type=float, default=35)
    ask.add_argument("--drain-seconds", type=float, default=150)
    ask.add_argument("--seed", type=int, default=None, help="printed; give it again to get the same inputs and pauses")
    ask.add_argument("--postgres", action="store_true", help="on PostgreSQL instead of SQLite")
    ask.add_argument("--sabotage", action="store_true", help="spoil copies of the result, each in one way, and see that the checker notices")
    args = ask.parse_args()
    if args.seed is None:
        args.seed = random.SystemRandom().randrange(1 << 32)
    missing = servers.why_no_postfix()
    if missing:
        print(f"skipped: {missing}")
        return SKIPPED
    print(f"seed {args.seed}", flush=True)
    folder = args.folder.resolve()
    clean(folder)
    postgres, storage = start_postgres(folder) if args.postgres else (None, None)
    run = Run(args, folder, storage)
    try:
        run.prepare()
        run.execute()
        faults = run.verdict()
        if args.sabotage and not faults:
            faults = sabotage.unnoticed(run.folder, run.world)
        return 1 if faults else 0
    finally:
        if run.world.daemon and run.world.daemon.poll() is None:
            run.world.kill_daemon()
        run.world.stop()
        if postgres:
            stop_postgres(postgres, folder)


if __name__ == "__main__":
    sys.exit(main())
