#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A clerk takes a decision back before it leaves; the next one leaves once, though the daemon died in between."""

import sys
import time

import system_world as system
from system_world import THURSDAY, TODAY, expect

HOLD = 3


def besteld(world, *words):
    return world.must(*words, "--config", str(world.config))


def told(store):
    return store.one("SELECT count(*) FROM outbox WHERE kind IN ('confirmation', 'proposal')")


def test(world):
    world.add_user("lena", "Lena", "lead", "een lang wachtwoord")
    world.start_daemon()
    text = system.sample_orders.edifact("4500001", [(system.sample_orders.GTIN["NK-100"], 500, "0.71")], THURSDAY, "D1", TODAY)
    world.drop_file("a.edi", text)
    store = system.database(world)
    in_review = "SELECT count(*) FROM order_case WHERE state = 'in_review'"
    expect(world.wait_until(lambda: store.one(in_review) == "1", 30), "the order should wait for a clerk")
    besteld(world, "resolve", "4500001", "accept_agreed", "--finding", "1", "--as", "lena")

    said = besteld(world, "resolve", "4500001", "release", "--as", "lena")
    expect("until then" in said, f"the clerk is not told that he may take it back: {said}")
    expect(world.queue() == [], "what is decided stands in the queue")
    besteld(world, "resolve", "4500001", "take_back", "--as", "lena")
    time.sleep(HOLD + 2)
    expect(store.one(in_review) == "1" and told(store) == "0", "what was taken back left all the same")
    expect([row["order"] for row in world.queue()] == ["4500001"], "what was taken back is not in the queue")

    besteld(world, "resolve", "4500001", "release", "--as", "lena")
    world.kill_daemon()
    expect(told(store) == "0", "it left before its time")
    time.sleep(HOLD)
    world.start_daemon()
    sent = "SELECT count(*) FROM outbox WHERE state <> 'sent'"
    expect(world.wait_until(lambda: told(store) != "0" and store.one(sent) == "0", 30), "what was decided did not leave")
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")
    expect(store.one("SELECT count(*) FROM order_case WHERE official_no IS NOT NULL") == "1", "the order has no number")
    expect(store.one("SELECT count(*) FROM held_decision") == "0", "something is still held")
    expect(store.one("SELECT count(*) FROM event WHERE event = 'order.accepted'") == "1", "it was accepted more than once")
    expect(world.audit(), "the chain is broken")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__, hold=f"{HOLD}s"))
