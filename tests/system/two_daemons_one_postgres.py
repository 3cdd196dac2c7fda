#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two daemons share one PostgreSQL, one mailbox and one drop folder: both work, nothing is done twice."""

import json
import sys

import system_world as system
from system_world import expect

INPUTS = 120
DRAIN = 60  # seconds


def left(store, world):
    """What is still on its way, in words; empty when all is done."""
    mails = int(store.one("SELECT count(*) FROM outbox WHERE channel = 'mail'"))
    boxes = ("petra@korenaar.example", system.EINKAUF_BOX)
    unread = INPUTS - int(store.one("SELECT count(*) FROM message WHERE state <> 'stored'"))
    unsent = store.rows("SELECT id, channel, kind, recipient, state FROM outbox WHERE state <> 'sent' ORDER BY id")
    dropped = sorted(f.name for f in world.drop.iterdir() if f.is_file())
    undelivered = mails - sum(len(world.mailbox_of(box)) for box in boxes)
    return [f"{words}: {what}" for words, what in (("messages not read", max(unread, 0)), ("answers not sent", unsent),
                                                   ("files in the drop folder", dropped),
                                                   ("mails not delivered", max(undelivered, 0))) if what]


def test(world):
    second = system.second_of(world)
    world.start_daemon()
    second.start_daemon()
    try:
        feeder = system.feed.Feeder(world, system.feed.Generator(9).inputs(INPUTS), 8, world.folder / "given.jsonl")
        feeder.start()
        feeder.join()
        expect(feeder.fault is None, f"feeding failed: {feeder.fault}")
        store = system.database(world)
        expect(world.wait_until(lambda: not left(store, world), DRAIN, every=0.5), f"not drained in time: {left(store, world)}")
        states = [world.stop_daemon(), second.stop_daemon()]
    finally:
        second.stop_daemon()
    expect(states == [0, 0], f"ended with {states}")
    (world.folder / "kills.jsonl").write_text("")
    (world.folder / "sources.json").write_text(json.dumps({"inbox_unflagged": 0, "drop_left": [], "exit_status": 0, "orphans": 0}))
    checker = system.checker.Checker(world.folder, world.mail["mail_dir"], world.storage)
    faults = checker.check()
    expect(not faults, "\n".join(faults[:10]))
    shares = [w.log_path.read_text().count(" message.processed ") for w in (world, second)]
    sent = [w.log_path.read_text().count(" answer.sent ") for w in (world, second)]
    expect(min(shares) > 0, f"one daemon did all the reading: {shares}")
    expect(sum(shares) == INPUTS - checker_repeats(checker), f"{shares} messages were read, {INPUTS} were given")
    print(f"{checker.summary()}; read {shares}, sent {sent}")


def checker_repeats(checker):
    """Known by their bytes when they were stored: never read."""
    return sum(m["note"].startswith("same bytes") for m in checker.messages)


if __name__ == "__main__":
    sys.exit(system.run_on_postgres(test, __doc__))
