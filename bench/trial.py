# SPDX-License-Identifier: Apache-2.0
"""One trial: a fresh world whose drop folder or mailbox is full before the daemon starts, run until it is empty."""

import contextlib
import datetime
import os
import pathlib
import re
import shutil
import sqlite3
import stat
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests" / "support"))
import generate  # noqa: E402
import measure  # noqa: E402
import world  # noqa: E402

POLL = 0.05
SEED = 7


class Stuck(Exception):
    pass


def make_world(folder, binary):
    """A world with base data for the bench, servers up, daemon not started."""
    place = world.World(folder, binary, log_level="warning", poll="2s")
    place.folder.mkdir(parents=True)
    place.start_servers()
    place.write_config()
    # Every file is complete before the daemon starts: what is measured is work, not waiting to be sure.
    text = place.config.read_text().replace('level = "warning"', 'level = "info"')
    place.config.write_text(re.sub(r'settle = "\w+"', 'settle = "0ms"', text))
    must = place.must

    def widened(*words, **more):
        if words[0] == "import":
            generate.widen(pathlib.Path(words[-1]))
        return must(*words, **more)

    place.must = widened
    place.import_world()
    place.must = must
    return place


def fill_folder(place, orders):
    for order in orders:
        (place.drop / f"{order.number}.edi").write_text(generate.edifact(order))


def fill_mailbox(place, address, orders):
    """Straight into the Maildir, as a delivery would leave it."""
    box = pathlib.Path(place.mail["mail_dir"]) / address
    for part in ("cur", "new", "tmp"):
        (box / part).mkdir(parents=True, exist_ok=True)
    for order in orders:
        path = box / "new" / f"1700000000.{order.number}.bench"
        path.write_text(generate.mail(order, address), newline="")
    if os.getuid() == 0:
        for path in [box, *box.rglob("*")]:
            shutil.chown(path, "mail", "mail")


def tally(db):
    return dict(db.execute("SELECT name, n FROM tally WHERE name GLOB 'message*' OR name GLOB 'outbox*'"))


def wait_for(db, count, process, reached, longest, what):
    deadline = time.monotonic() + longest
    while time.monotonic() < deadline:
        if reached(tally(db)):
            return time.monotonic()
        if process.poll() is not None:
            raise Stuck(f"the daemon ended with {process.returncode} before {what}")
        time.sleep(POLL)
    raise Stuck(f"{what}: not after {longest} s; {tally(db)} of {count}")


def queued(count):
    # A message is done in the commit that writes its answers into the outbox.
    return lambda t: sum(n for name, n in t.items() if name.startswith("message.") and name != "message.stored") >= count


def sent(t):
    return not any(n for name, n in t.items() if name.startswith("outbox.") and name != "outbox.sent")


def check_outcome(db, count):
    """A bench of work that was not done measures nothing."""
    accepted = db.execute("SELECT count(*) FROM order_case WHERE official_no IS NOT NULL").fetchone()[0]
    answers = db.execute("SELECT count(DISTINCT case_id) FROM outbox WHERE kind = 'confirmation'").fetchone()[0]
    if accepted == count and answers == count:
        return
    why = db.execute("SELECT state, findings FROM order_case WHERE official_no IS NULL LIMIT 1").fetchone()
    raise Stuck(f"{accepted} of {count} orders accepted, {answers} confirmed; one that was not: {why}")


def rows_written(db):
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}


def strace_wrapper(folder, binary):
    """A program that is the daemon, its syncs written to a file. -D: the daemon keeps its process number."""
    wrapper = folder.parent / f"{folder.name}-traced"
    trace = folder.parent / f"{folder.name}.strace"
    wrapper.write_text(f"""#!/bin/sh
[ "$1" = run ] || exec "{binary}" "$@"
exec strace -D -f --seccomp-bpf -qq -ttt -T -y -o "{trace}" -e trace=fsync,fdatasync "{binary}" "$@"
""")
    wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
    return wrapper, trace


def run(folder, binary, source, count, longest=600, traced=False, on_ready=lambda pid: None, keep=None, until="sent"):
    """Returns the figures of one trial, which ends when every answer is "queued" or "sent"; the database is copied to
    `keep` at the end."""
    folder = pathlib.Path(folder).resolve()
    program, trace = strace_wrapper(folder, pathlib.Path(binary).resolve()) if traced else (binary, None)
    place = make_world(folder, program)
    try:
        orders = generate.orders(SEED, count, datetime.date.today())
        if source == "folder":
            fill_folder(place, orders)
        else:
            fill_mailbox(place, world.MAILBOX, orders)
        os.sync()
        db = sqlite3.connect(f"file:{place.folder / 'besteld.db'}?mode=ro", uri=True, timeout=30)
        with contextlib.closing(db):
            figures = drain(place, db, count, longest, trace, on_ready, until)
        place.stop_daemon()
        if keep:
            copy_database(place.folder / "besteld.db", keep)
        return figures
    finally:
        place.stop()


def drain(place, db, count, longest, trace, on_ready, until):
    before = rows_written(db)
    place.start_daemon()
    began, began_clock = time.monotonic(), time.time()
    pid = place.daemon.pid
    cpu_at_start = measure.usage(pid)[0]
    threads_at_start = measure.threads(pid)
    on_ready(pid)
    done = wait_for(db, count, place.daemon, queued(count), longest, "every answer queued")
    cpu, resident, resident_all = measure.usage(pid)
    threads = measure.since(threads_at_start, measure.threads(pid))
    names = {int(t): pathlib.Path(f"/proc/{pid}/task/{t}/comm").read_text().strip()
             for t in os.listdir(f"/proc/{pid}/task")}
    done_clock = time.time()
    sent_when_queued = tally(db).get("outbox.sent", 0)
    check_outcome(db, count)
    figures = {
        "orders": count, "wall_s": done - began, "cpu_s": cpu - cpu_at_start,
        "sent_when_queued": sent_when_queued,
        "rss_daemon": resident, "rss_with_readers": resident_all,
        "threads": {name: {"cpu_s": t[0], "no_cpu_s": t[1]} for name, t in threads.items()},
        "rows": {t: n - before[t] for t, n in rows_written(db).items() if n != before[t]},
    }
    if until == "sent":
        all_sent = wait_for(db, count, place.daemon, sent, longest, "every answer sent")
        figures |= {"sent_wall_s": all_sent - began, "sent_cpu_s": measure.usage(pid)[0] - cpu_at_start}
    if trace:
        figures["syncs"] = sync_figures(trace, names, began_clock, done_clock)
        figures["syncs_until_sent"] = sync_figures(trace, names, began_clock, time.time())
    return figures


def sync_figures(trace, names, begin, end):
    found = measure.syncs(trace, begin, end)
    table = {}
    for (thread, kind), (calls, seconds) in found.items():
        key = f"{names.get(thread, 'reader or ended thread')}: {kind}"
        known = table.get(key, {"calls": 0, "seconds": 0.0})
        table[key] = {"calls": known["calls"] + calls, "seconds": known["seconds"] + seconds}
    return {"wall_s": end - begin, "by_thread_and_file": table}


def copy_database(path, keep):
    pathlib.Path(keep).unlink(missing_ok=True)
    source, target = sqlite3.connect(path), sqlite3.connect(keep)
    source.backup(target)
    source.close()
    target.close()
