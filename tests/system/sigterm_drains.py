#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SIGTERM in the midst of work: ended within 20 s with status 0, nothing half done, and the next start does the rest once."""

import json
import os
import signal
import sys
import time

import system_world as system
from system_world import expect

INPUTS = 80


def test(world):
    world.start_daemon()
    feeder = system.feed.Feeder(world, system.feed.Generator(3).inputs(INPUTS), 3, world.folder / "given.jsonl")
    feeder.start()
    store = system.database(world)
    world.wait_until(lambda: int(store.one("SELECT count(*) FROM outbox WHERE state = 'sent'")) >= 5, 30, every=0.02)
    begin = time.monotonic()
    os.kill(world.daemon.pid, signal.SIGTERM)
    status = world.daemon.wait(30)
    took = time.monotonic() - begin
    expect(status == 0, f"SIGTERM ended it with {status}")
    expect(took < 20, f"the drain took {took:.1f} s")
    expect(store.one("SELECT count(*) FROM outbox WHERE state = 'talking'") == "0", "a mail was left on its way")
    before = int(store.one("SELECT count(*) FROM outbox WHERE state = 'sent'"))
    feeder.join()
    expect(feeder.fault is None, f"feeding failed: {feeder.fault}")
    finish(world, store)
    print(f"drained in {took:.2f} s with {before} answers sent; the rest followed after the next start")


def finish(world, store):
    world.start_daemon()

    def done():
        mails = int(store.one("SELECT count(*) FROM outbox WHERE channel = 'mail'"))
        boxes = ("petra@korenaar.example", system.EINKAUF_BOX)
        return (int(store.one("SELECT count(*) FROM message WHERE state <> 'stored'")) == INPUTS
                and store.one("SELECT count(*) FROM outbox WHERE state <> 'sent'") == "0"
                and sum(len(world.mailbox_of(box)) for box in boxes) >= mails)

    expect(world.wait_until(done, 60), "the rest was not done in time")
    status = world.stop_daemon()
    (world.folder / "kills.jsonl").write_text("")
    (world.folder / "sources.json").write_text(json.dumps({"inbox_unflagged": 0, "drop_left": [], "exit_status": status, "orphans": 0}))
    faults = system.checker.Checker(world.folder, world.mail["mail_dir"], world.storage).check()
    expect(not faults, "\n".join(faults[:10]))


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
