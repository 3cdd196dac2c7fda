#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Interchanges out of order, some lost, two daemons on one PostgreSQL, one of them killed again and again: in the end people
are told of just the numbers that never came, each once."""

import random
import sys

import system_world as system
from system_world import clean_edi, expect

LAST = 60
LOST = {17, 18, 33, 50}
PATIENCE = 60  # seconds


def numbers_in(store, where):
    """Of the ranges that are still missing, number by number; twice when two ranges name it."""
    rows = store.rows(f"SELECT first_number, last_number FROM interchange_gap WHERE {where}")
    return sorted(n for first, last in rows for n in range(int(first), int(last) + 1))


def read(store):
    return int(store.one("SELECT count(*) FROM message WHERE state = 'done'"))


def drop(world, number):
    world.drop_file(f"{number:03}.edi", clean_edi(f"45{number:05}", str(number)))


def open_cases(store):
    """Open cases about numbers, each with what it still waits for."""
    return [(case, numbers_in(store, f"case_id = {case}"))
            for (case,) in store.rows("SELECT DISTINCT e.case_id FROM event e JOIN order_case c ON c.id = e.case_id "
                                      "WHERE event = 'interchange.missing' AND c.waiting = 1 ORDER BY 1")]


def test(world):
    system.add_partner(world, numbering="continuous", gap_wait="0s")
    second = system.second_of(world)
    store = system.database(world)
    world.start_daemon()
    second.start_daemon()
    try:
        drop(world, 1)
        expect(world.wait_until(lambda: read(store) == 1, PATIENCE), "the first was not read")
        chance = random.Random(54)
        # Each is overtaken by at most the next few; the last comes last, so that all the lost are passed.
        order = sorted((n for n in range(2, LAST) if n not in LOST), key=lambda n: n + 6 * chance.random()) + [LAST]
        for position, number in enumerate(order, 1):
            drop(world, number)
            if position % 15 == 0:
                world.wait_until(lambda: read(store) > position - 10, PATIENCE)
                second.kill_daemon()
                second.start_daemon()
        came = len(order) + 1
        expect(world.wait_until(lambda: read(store) == came, PATIENCE), f"{read(store)} of {came} were read")
        told = world.wait_until(lambda: numbers_in(store, "case_id IS NOT NULL") == sorted(LOST), PATIENCE)
        expect(told, f"told of {numbers_in(store, 'case_id IS NOT NULL')}, lost are {sorted(LOST)}")
        expect(numbers_in(store, "due_at IS NOT NULL") == [], "something is noted as missing that nobody will be told of")
        waiting = open_cases(store)
        expect(all(numbers for _, numbers in waiting), f"a case waits for nothing: {waiting}")
        expect(sorted(n for _, numbers in waiting for n in numbers) == sorted(LOST), f"open cases wait for {waiting}")

        drop(world, 33)
        expect(world.wait_until(lambda: numbers_in(store, "true") == [17, 18, 50], PATIENCE), "33 came and is missed still")
        expect(33 not in [n for _, numbers in open_cases(store) for n in numbers], "its case waits on")
        orders = int(store.one("SELECT count(*) FROM order_case WHERE buyer_order_no LIKE '45000%'"))
        expect(orders == came + 1, f"{orders} orders of {came + 1}")
        print(f"{came + 1} interchanges, lost {sorted(LOST)}, {read(store)} read; open: {open_cases(store)}")
    finally:
        second.stop_daemon()


if __name__ == "__main__":
    sys.exit(system.run_on_postgres(test, __doc__))
