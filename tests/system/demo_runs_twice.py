#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`make demo` twice in one folder, the second over what the first left: the same counts, nothing stays behind."""

import re
import subprocess
import sys

import system_world as system
from system_world import expect


def demo(args, folder):
    done = subprocess.run([sys.executable, str(system.ROOT / "tests" / "support" / "demo.py"), "--folder", str(folder), "--binary",
                           str(args.binary), "--once", "--feed-seconds", "5"],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    print(done.stdout[-700:], done.stderr)
    expect(done.returncode == 0, f"the demo ended with {done.returncode}")
    return done.stdout


def counts(said):
    found = re.search(r"messages (\d+): stored (\d+), done (\d+), duplicate (\d+), quarantined (\d+)", said)
    expect(found, "the demo does not tell its counts")
    return [int(n) for n in found.groups()]


def main():
    args = system.arguments(__doc__)
    missing = system.servers.why_no_postfix()
    if missing:
        print(f"skipped: {missing}")
        return system.SKIPPED
    folder = system.fresh(args.folder)
    told = []
    for _ in range(2):
        said = demo(args, folder)
        given = len(system.sample_orders.demo(system.TODAY))
        told.append(counts(said))
        messages, stored, _, _, quarantined = told[-1]
        expect(messages == given, f"{given} orders were fed, {messages} messages are held")
        expect(stored == 0 and quarantined == 0, f"not all were read: {told[-1]}")
        expect("the event chain is whole" in said, "the audit does not hold")
        expect("failed 0, unknown 0" in said, "an answer could not be sent")
        expect(not (folder / "mail" / "servers.json").exists(), "the demo left its servers running")
    expect(told[0] == told[1], f"the second demo differs: {told}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as fault:
        sys.exit(f"FAILED: {fault}")
