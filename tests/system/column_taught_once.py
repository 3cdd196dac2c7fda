#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A column that nobody knows is taught once: it is tried on what the customer sent before, counts when a second person says so,
is known from the next file on, and no more when it is taken back."""

import sys

import system_world as system
from api_program import Program
from system_world import expect

PASSWORD = "een lang wachtwoord"


def order(number, rows):
    return ("Ordernummer;Uw sleutel;Aantal;Leverdatum\r\n" +
            "".join(f"{number};{item};{quantity};{system.THURSDAY.strftime('%d-%m-%Y')}\r\n" for item, quantity in rows)).encode()


def person(world, page, login, role):
    world.add_user(login, login.title(), role, PASSWORD)
    made = world.command("token", "new", login, "--scope", "read,decide,upkeep", "--config", str(world.config))
    expect(made.returncode == 0, made.stderr)
    return Program(page, made.stdout.strip())


def cases(world, program, wanted):
    def waiting():
        listed = program.call("GET", "/queue")[1]["cases"]
        return {case["case_no"]: case for case in listed} if len(listed) >= wanted else None
    those = world.wait_until(waiting, 60)
    expect(those, f"never {wanted} cases in the queue")
    return those


def items_of(program, case):
    status, whole, _ = program.call("GET", f"/cases/{case['id']}")
    expect(status == 200, f"{status} {whole}")
    return [line["ordered_as"] or line["sku"] for line in whole["lines"]], [line["sku"] for line in whole["lines"]]


def test(world):
    system.add_to_config(world, 'path = "edi-in"\n', 'path = "edi-in"\ncustomer = "C1001"\n')
    page = world.start_daemon()
    anna = person(world, page, "anna", "clerk")
    bram = person(world, page, "bram", "second_clerk")
    world.drop_bytes("first.csv", order("7001", [("NK-100", 500), ("NK-210", 72)]))
    first = next(iter(cases(world, anna, 1).values()))
    expect("NK-100" not in items_of(anna, first)[1], "the column is known already: the test shows nothing")

    wrong = anna.call("POST", f"/cases/{first['id']}/teach", {"heading": "Uw sleutel", "field": "colour"})
    expect(wrong[0] == 422, f"a field that there is none of: {wrong}")
    status, taught, _ = anna.call("POST", f"/cases/{first['id']}/teach", {"heading": "Uw sleutel", "field": "item"})
    expect(status == 201 and taught["state"] == "trying", f"{status} {taught}")
    number = taught["number"]

    def trial():
        one = anna.call("GET", f"/taught/{number}")[1]
        return one if one["state"] == "tried" else None
    tried = world.wait_until(trial, 30)
    expect(tried, "it was never tried")
    expect(tried["looked_at"] == 1 and tried["otherwise"] == 1, f"the trial says {tried}")
    document = tried["documents"][0]
    expect(document["values_before"] == 0 and document["values_after"] == 2 and document["samples"] == ["NK-100", "NK-210"],
           f"the trial says {document}")

    own = anna.call("POST", f"/taught/{number}/use")
    expect(own[0] == 403, f"who taught it lets it count: {own}")
    status, used, _ = bram.call("POST", f"/taught/{number}/use")
    expect(status == 200 and used["state"] == "used" and used["used_by"] == "bram", f"{status} {used}")

    world.drop_bytes("second.csv", order("7002", [("NK-100", 600)]))

    def order_of(number):
        return (anna.call("GET", f"/orders?text={number}")[1]["orders"] or [None])[0]
    second = world.wait_until(lambda: order_of(7002), 60)
    expect(second, "the second order never came")
    skus = items_of(anna, {"id": second["id"]})[1]
    expect(skus == ["NK-100"], f"the second file was read as {skus}")

    # After a kill it still counts; taken back, it does no more.
    world.kill_daemon()
    page = world.start_daemon()
    for program in (anna, bram):
        program.move_to(page)
    world.drop_bytes("third.csv", order("7003", [("NK-210", 144)]))
    third = world.wait_until(lambda: order_of(7003), 60)
    expect(third and items_of(anna, {"id": third["id"]})[1] == ["NK-210"], f"after the kill: {third}")
    status, ended, _ = anna.call("POST", f"/taught/{number}/end")
    expect(status == 200 and ended["state"] == "ended", f"{status} {ended}")
    before = len(anna.call("GET", "/queue")[1]["cases"])
    world.drop_bytes("fourth.csv", order("7004", [("NK-210", 72)]))
    cases(world, anna, before + 1)
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")
    expect(world.audit(), "the chain is broken")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
