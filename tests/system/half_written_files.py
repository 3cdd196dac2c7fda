#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A drop folder as partners really use it: slow writers, links, pipes, names from elsewhere. Nothing half is taken, nothing
outside is read, nothing blocks, and what cannot be taken is seen."""

import os
import sys
import threading
import time

import system_world as system
from system_world import clean_edi, expect


def write_slowly(path, text, pieces=8, pause=0.25):
    """A program that writes straight into the folder, in pieces further apart than a scan."""
    with open(path, "w") as file:
        step = len(text) // pieces + 1
        for begin in range(0, len(text), step):
            file.write(text[begin:begin + step])
            file.flush()
            time.sleep(pause)


def test(world):
    world.start_daemon()
    secret = world.folder / "secret.edi"
    secret.write_text(clean_edi("5200099", "S99"))
    slow = threading.Thread(target=write_slowly, args=(world.drop / "slow.edi", clean_edi("5200001", "S1")))
    slow.start()
    (world.drop / "link.edi").symlink_to(secret)
    os.link(secret, world.drop / "hard.edi")
    os.mkfifo(world.drop / "pipe.edi")
    (world.drop / "later.edi.part").write_text(clean_edi("5200098", "S98"))
    (world.drop / "-rf ..;$(id)\n.edi").write_text(clean_edi("5200002", "S2", 525))
    (world.drop / os.fsdecode(b"bestelling-\xe9\xff.edi")).write_text(clean_edi("5200003", "S3", 550))
    slow.join()
    store = system.database(world)
    wanted = ["5200001", "5200002", "5200003"]

    def confirmed():
        return sorted(n for n, in store.rows("SELECT buyer_order_no FROM order_case WHERE official_no IS NOT NULL"))

    expect(world.wait_until(lambda: confirmed() == wanted, 25), f"{wanted} should be accepted, {confirmed()} are")
    world.drop_file("after.edi", clean_edi("5200004", "S4", 575))
    expect(world.wait_until(lambda: "5200004" in confirmed(), 20), "something in the folder holds the others up")
    expect(world.daemon.poll() is None and world.stop_daemon() == 0, "the daemon did not end cleanly")
    slow_rows = store.rows("SELECT sha256 FROM message WHERE file_name = 'slow.edi'")
    expect(slow_rows == [(system.checker.sha256(clean_edi("5200001", "S1").encode()),)], f"slow.edi was taken as {slow_rows}")
    secret_hash = system.checker.sha256(secret.read_bytes())
    expect(store.one(f"SELECT count(*) FROM message WHERE sha256 = '{secret_hash}'") == "0", "a link led out of the folder")
    expect((world.drop / "later.edi.part").exists(), "an unfinished name was taken")
    for name in ("link.edi", "pipe.edi"):
        seen = store.one(f"SELECT count(*) FROM order_case WHERE message_id IN (SELECT id FROM message WHERE file_name = '{name}')")
        expect(seen == "1", f"nobody is told of {name}")
    expect(secret.exists() and secret.read_text() == clean_edi("5200099", "S99"), "the file outside was touched")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
