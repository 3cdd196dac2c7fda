#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What monitoring asks: /healthz and /metrics of a running daemon tell what it holds, in Prometheus' text format."""

import re
import sys
import urllib.error
import urllib.request

import system_world as system
from system_world import clean_edi, clean_ubl_mail, expect

SAMPLE = re.compile(r'^([a-z_]+)(?:\{([a-z_]+)="((?:[^"\\]|\\.)*)"\})? (-?\d+(?:\.\d+)?)$')


def get(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as fault:
        return fault.code, fault.headers, fault.read().decode()


def metrics_of(page):
    status, headers, text = get(page + "metrics")
    expect(status == 200, f"/metrics is {status}")
    expect(headers["Content-Type"].startswith("text/plain"), headers["Content-Type"])
    described, samples = set(), {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            described.add(line.split()[2])
        elif not line.startswith("#"):
            found = SAMPLE.match(line)
            expect(found, f"no sample: {line}")
            expect(found[1] in described, f"{found[1]} has no TYPE")
            samples[(found[1], found[3])] = float(found[4])
    return samples


def test(world):
    page = world.start_daemon()
    status, _, text = get(page + "healthz")
    expect(status == 200, f"/healthz is {status}: {text}")
    before = metrics_of(page)
    expect(before[("besteld_messages", "done")] == 0, f"an empty store holds {before}")
    world.send(clean_ubl_mail("8800001"))
    world.drop_file("a.edi", clean_edi("4500001", "M1"))
    world.drop_file("b.dat", "nothing anybody could read\n")
    store = system.database(world)
    expect(world.wait_until(lambda: store.one("SELECT count(*) FROM message WHERE state <> 'stored'") == "3"
                            and store.one("SELECT count(*) FROM outbox WHERE state <> 'sent'") == "0", 30), "not all was read")
    after = metrics_of(page)
    expect(after[("besteld_messages", "stored")] == 0, f"{after}")
    expect(sum(n for (name, _), n in after.items() if name == "besteld_messages") == 3, f"three messages were given: {after}")
    expect(after[("besteld_cases", "accepted")] == 2, f"two orders are accepted: {after}")
    expect(after[("besteld_answers", "sent")] == int(store.one("SELECT count(*) FROM outbox")), f"{after}")
    expect(after[("besteld_channel_up", "orders")] == 1 and after[("besteld_channel_up", "edi")] == 1, f"a channel is down: {after}")
    expect(get(page + "healthz")[0] == 200, "/healthz after work")
    status, _, text = get(page)
    expect("88000" not in text, "the page tells of orders without a log-in")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
