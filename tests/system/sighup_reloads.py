#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SIGHUP: a new drop folder is watched without a new process; a faulty configuration is told and the old one stays."""

import os
import signal
import sys

import system_world as system
from system_world import clean_edi, expect


def confirmed(world, number):
    return system.database(world).one(f"SELECT count(*) FROM order_case WHERE buyer_order_no = '{number}' AND official_no IS NOT NULL") == "1"


def test(world):
    world.start_daemon()
    pid = world.daemon.pid
    second = world.folder / "edi-second"
    second.mkdir()
    sound = world.config.read_text()
    system.add_to_config(world, "[smtp]", '[[drop]]\nname = "second"\npath = "edi-second"\nscan = "2s"\nsettle = "500ms"\n\n[smtp]')
    os.kill(pid, signal.SIGHUP)
    expect(world.wait_until(lambda: world.log_path.read_text().count("daemon.ready") == 2, 20), "no reload")
    expect(system.log_has(world, r"daemon\.ready .*folders=2"), "the new folder is not known")
    (second / ".a.writing").write_text(clean_edi("5100001", "H1"))
    (second / ".a.writing").rename(second / "a.edi")
    expect(world.wait_until(lambda: confirmed(world, "5100001"), 20), "the file in the new folder was not taken")

    world.config.write_text(sound.replace("[web]", "[web]\nprot = 1"))
    os.kill(pid, signal.SIGHUP)
    expect(world.wait_until(lambda: system.log_has(world, r"config\.kept"), 20), "the faulty configuration is not told")
    line = 1 + world.config.read_text().split("prot")[0].count("\n")
    expect(system.log_has(world, rf"besteld\.toml:{line}:\d+.*prot"), f"line {line} is not named")
    world.drop_file("b.edi", clean_edi("5100002", "H2", 525))
    (second / "c.edi").write_text(clean_edi("5100003", "H3", 550))
    expect(world.wait_until(lambda: confirmed(world, "5100002") and confirmed(world, "5100003"), 20), "it does not go on with the old one")
    expect(world.log_path.read_text().count("daemon.ready") == 2, "the faulty configuration led to a restart")
    expect(world.daemon.poll() is None and world.daemon.pid == pid, "the process ended")
    expect(world.stop_daemon() == 0, "SIGTERM after reloads did not end it cleanly")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
