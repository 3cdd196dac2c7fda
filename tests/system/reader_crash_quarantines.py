#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A message on which every reader dies: the daemon goes on, the third strike puts it aside for a person, the rest is read; and
who misses an interchange hears that it may be the one that could not be read."""

import os
import pathlib
import signal
import sys
import threading

import system_world as system
from system_world import clean_edi, expect


def children_of(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


class ReaderKiller(threading.Thread):
    """Ends each reader of the daemon as soon as it is there, as a crash in it would."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.stop, self.killed = pid, threading.Event(), 0

    def run(self):
        while not self.stop.wait(0.001):
            for child in children_of(self.pid):
                try:
                    os.kill(child, signal.SIGKILL)
                    self.killed += 1
                except OSError:
                    continue


def confirmed(world, number):
    return system.database(world).one(f"SELECT count(*) FROM order_case WHERE buyer_order_no = '{number}' AND official_no IS NOT NULL") == "1"


def test(world):
    system.add_partner(world, numbering="continuous", gap_wait="0s")
    world.start_daemon()
    world.drop_file("a.edi", clean_edi("4500001", "1"))
    expect(world.wait_until(lambda: confirmed(world, "4500001"), 20), "the order before was not read")
    # Large, so that a reader is at work for longer than the killer looks away.
    poison = b"\0poison " + os.urandom(6_000_000)
    killer = ReaderKiller(world.daemon.pid)
    killer.start()
    world.drop_bytes("poison.dat", poison)
    done = world.wait_until(lambda: system.log_has(world, r"message\.quarantined|note=.*signal 9"), 60)
    killer.stop.set()
    killer.join()
    expect(done, "it was not put aside")
    expect(killer.killed >= 3, f"only {killer.killed} readers were killed")
    expect(len(system.re.findall(r"message\.reader_failed", world.log_path.read_text())) == 2, "two strikes come before the third")
    check_kept(world, poison)
    world.drop_file("b.edi", clean_edi("4500002", "3", 525))
    expect(world.wait_until(lambda: confirmed(world, "4500002"), 20), "the order after was not read")
    missed = "SELECT reason FROM event WHERE event = 'interchange.missing'"
    expect(world.wait_until(lambda: system.database(world).rows(missed), 90), "nobody hears of interchange 2")
    unread = system.database(world).one("SELECT id FROM message WHERE file_name = 'poison.dat'")
    reason = system.database(world).one(missed)
    expect(f"could not be read: message {unread}" in reason, f"poison.dat is not named: {reason}")
    expect(world.daemon.poll() is None, "the daemon ended")
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")


def check_kept(world, poison):
    store = system.database(world)
    rows = store.rows("SELECT id, state, attempts, note, sha256 FROM message WHERE file_name = 'poison.dat'")
    expect(len(rows) == 1, f"poison.dat is {len(rows)} messages")
    number, state, attempts, note, sha256 = rows[0]
    expect((state, attempts) == ("quarantined", "3"), f"it is {state} after {attempts} attempts")
    expect("signal 9" in note, f"the note does not tell what happened: {note}")
    expect(sha256 == system.checker.sha256(poison), "other bytes were kept")
    cases = [case for case, in store.rows(f"SELECT case_no FROM order_case WHERE message_id = {number}")]
    queued = [row for row in world.queue() if row.get("case", row.get("case_no")) in cases]
    expect(len(queued) == 1, f"the queue does not show it: {world.queue()}")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
