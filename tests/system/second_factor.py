#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A lead must have a second factor: she sets it up with an app, works, comes back with its code only, and an admin helps her when
the telephone is gone."""

import base64
import hashlib
import hmac
import re
import struct
import sys
import time

import system_world as system
from page_client import Person
from system_world import add_to_config, expect

PASSWORD = "een lang wachtwoord"
STEP = 30  # seconds, RFC 6238


def code(secret, at):
    """What an authenticator app shows (RFC 6238, RFC 4226)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(at) // STEP), hashlib.sha1).digest()
    begin = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[begin:begin + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def set_up(lena):
    page = lena.post("/account/begin", {})[1]
    secret = re.search(r'name="secret" value="([A-Z2-7]{32})"', page)[1]
    first = code(secret, time.time())
    done = lena.post("/account/confirm", {"secret": secret, "code": first})[1]
    codes = re.findall(r"<code>([a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4})</code>", done)
    expect(len(codes) == 10, f"ten recovery codes: {done}")
    return secret, first, codes


def come_back(page, answer):
    """The page that she sees, with the password and this code."""
    person = Person(page)
    asked = person.log_in("lena", PASSWORD)
    ticket = re.search(r'name="ticket" value="([0-9a-f]+)"', asked)
    expect(ticket, f"no code is asked for: {asked}")
    return person.post("/login", {"ticket": ticket[1], "code": answer})[1]


def test(world):
    add_to_config(world, "[site]\n", '[site]\nsecond_factor_for = ["lead"]\n')
    world.add_user("lena", "Lena", "lead", PASSWORD)
    page = world.start_daemon()
    lena = Person(page, "lena", PASSWORD)
    expect(lena.ask("GET", "/queue")[:2] == (303, "/account"), "she may work before it is set up")
    secret, first, codes = set_up(lena)
    lena.get("/queue")

    expect("/logout" not in come_back(page, first), "the code of the set-up works twice")
    expect("/logout" in come_back(page, code(secret, time.time() + STEP)), "the next code does not fit")
    expect("/logout" in come_back(page, codes[0]), "a recovery code does not fit")
    expect("/logout" not in come_back(page, codes[0]), "a recovery code works twice")

    config = ("--config", str(world.config))
    world.must("user", "no-second-factor", "lena", *config)
    expect(world.command("user", "no-second-factor", "lena", *config).returncode != 0, "there is none left to take away")
    lena = Person(page)
    expect("/account/begin" in lena.log_in("lena", PASSWORD) or "/account/begin" in lena.get("/account"), "she cannot set up another")
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")
    store = system.database(world)
    switched = "SELECT count(*) FROM event WHERE event = '{}'"
    for event in ("user.second_factor_on", "user.second_factor_off"):
        expect(store.one(switched.format(event)) == "1", f"{event} does not stand in the event chain")
    expect(world.audit(), "the chain is broken")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
