#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A program with a token: it finds an order that deviates, decides about it, hears of it over the stream, and comes back after
the daemon was killed without missing anything."""

import sys
import threading

import system_world as system
from api_program import Program
from system_world import THURSDAY, expect

PASSWORD = "een lang wachtwoord"


def test(world):
    world.add_user("anna", "Anna", "clerk", PASSWORD)
    page = world.start_daemon()
    made = world.command("token", "new", "anna", "--scope", "read,decide,type", "--config", str(world.config))
    expect(made.returncode == 0, made.stderr)
    token = made.stdout.strip()
    listed = world.command("token", "list", "--config", str(world.config)).stdout
    expect("anna" in listed and token not in listed, listed)
    anna = Program(page, token)
    start = anna.call("GET", "/events")[1]["last"]
    heard = []
    listener = threading.Thread(target=lambda: heard.extend(anna.follow(start, "order.rejected")))
    listener.start()

    cheap = system.sample_orders.edifact("4500099", [(system.sample_orders.GTIN["NK-100"], 500, "0.50")], THURSDAY, "R00099", system.TODAY)
    world.drop_bytes("cheap.edi", cheap.encode())
    expect(world.wait_until(lambda: anna.call("GET", "/queue")[1]["waiting"] == 1, 30), "no order in the queue")
    case = anna.call("GET", "/queue")[1]["cases"][0]["id"]
    status, whole, version = anna.call("GET", f"/cases/{case}")
    expect(status == 200 and whole["findings"], f"{status} {whole}")
    key = {"Idempotency_Key": "reject-4500099", "If_Match": version}
    first = anna.call("POST", f"/cases/{case}/reject", {"reason": "far too cheap"}, **key)
    again = anna.call("POST", f"/cases/{case}/reject", {"reason": "far too cheap"}, **key)
    expect(first[0] == 200 and first == again, f"done twice: {first} {again}")
    listener.join(60)
    expect(not listener.is_alive() and heard and heard[-1][1] == "order.rejected", f"heard {heard}")

    # Whoever was away for a moment hears all of it again.
    world.kill_daemon()
    anna = Program(world.start_daemon(), token)
    later = anna.follow(start, "order.rejected")
    expect([n for n, _ in later] == sorted({n for n, _ in later}), f"out of order: {later}")
    expect(set(heard) <= set(later), "the second time tells another story")
    number = listed.split()[0]
    expect(world.command("token", "revoke", number, "--config", str(world.config)).returncode == 0, "revoke")
    expect(anna.call("GET", "/queue")[0] == 401, "the token still works")

    # An open stream does not keep the daemon from ending.
    other = world.command("token", "new", "anna", "--config", str(world.config)).stdout.strip()
    stream = Program(f"http://{anna.address[0]}:{anna.address[1]}", other).stream(10**9)
    stream.readline()
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")
    expect(world.audit(), "the chain is broken")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
