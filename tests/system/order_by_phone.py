#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A customer phones: a clerk takes the order down on the page, a colleague approves it, the customer gets his confirmation by
mail; and whoever may ask is told who looked at it."""

import datetime
import re
import sys
import time

import system_world as system
from page_client import Person
from system_world import THURSDAY, expect

PASSWORD = "een lang wachtwoord"


def take_down(anna, number):
    form = anna.get("/typed")
    once = re.search(r'name="once" value="([0-9a-f]+)"', form)[1]
    order = [("by", "phone"), ("customer", "korenaar"), ("caller", "Petra"), ("number", number), ("once", once),
             ("requested", str(THURSDAY)), ("item", "NK-100"), ("quantity", "500"), ("unit", "stuks"), ("price", ""),
             ("date", ""), ("remark", "")]
    _, checked = anna.post("/typed/check", order)
    expect("Geen afwijkingen" in checked, f"the checks see something: {checked}")
    order[1] = ("customer", re.search(r'name="customer" value="([^"]+)"', checked)[1])
    path, _ = anna.post("/typed", order)
    again, _ = anna.post("/typed", order)
    expect(path.startswith("/case/") and path == again, f"one form, one case: {path}, {again}")
    return path


def test(world):
    for login, role in (("anna", "clerk"), ("bram", "clerk"), ("olga", "auditor")):
        world.add_user(login, login.title(), role, PASSWORD)
    page = world.start_daemon()
    store = system.database(world)
    case = take_down(Person(page, "anna", PASSWORD), "tel-4711")
    expect(store.one("SELECT state FROM order_case") == "awaiting_second", "a colleague should look first")
    expect(store.one("SELECT count(*) FROM outbox") == "0", "somebody was told already")

    bram = Person(page, "bram", PASSWORD)
    text = bram.get(case)
    version = re.search(r'name="version" value="(\d+)"', text)[1]
    bram.post(f"{case}/approve", {"version": version})
    expect(world.wait_until(lambda: store.one("SELECT count(*) FROM outbox WHERE state = 'sent'") == "1", 30), "nobody was told")
    expect(store.one("SELECT count(*) FROM order_case WHERE official_no IS NOT NULL") == "1", "the order has no number")
    told = store.one("SELECT recipient FROM outbox")
    expect(told.endswith("@korenaar.example"), f"{told} was told")

    # The daemon ends in the middle of the day; who looked before stands there all the same.
    time.sleep(2)
    world.kill_daemon()
    page = world.start_daemon()
    seen = Person(page, "olga", PASSWORD).get(f"/access?path={case}")
    for login in ("anna", "bram"):
        expect(login in seen, f"{login} looked at {case}, and /access does not say so")
    Person(page, "bram", PASSWORD).get("/queue?text=last-look")
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")
    expect(store.one("SELECT count(*) FROM access_log WHERE query = 'text=last-look'") == "1", "the last look is lost")
    expect(world.audit(), "the chain is broken")


if __name__ == "__main__":
    expect(THURSDAY > datetime.date.today(), "a day to deliver on")
    sys.exit(system.run(test, __doc__))
