#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Figures and the archive from the command line, and by the daemon's clock: an order comes, is counted, ends, is archived,
found, shown, held and kept; a report goes into the outbox once, whatever becomes of the daemon."""

import csv
import io
import json
import shutil
import signal
import subprocess
import sys
import time
import zipfile

import system_world as system
from system_world import ROOT, clean_edi, expect

REFUSED = 4
CONFIG = f"""[site]
name = "Noordkade Verpakkingen B.V."
gln = "9520000000011"
hold = "0s"

[storage]
url = "sqlite:besteld.db"

[web]
port = 0

[answers]
templates = "{ROOT / 'templates'}"
edi_out = "edi-out"

[[drop]]
name = "edi"
path = "edi-in"
settle = "200ms"
scan = "1s"

[archive]
folder = "archive"
after = "1s"
at = "00:00"

[[report]]
name = "yesterday"
report = "orders"
every = "day"
at = "00:00"
to = ["lena"]

[smtp]
host = "127.0.0.1"
port = 9
tls = "none"
from_address = "orders@noordkade.example"
"""


class House:
    def __init__(self, binary, folder):
        self.binary, self.folder, self.daemon = str(binary), folder, None
        (folder / "edi-in").mkdir()
        (folder / "besteld.toml").write_text(CONFIG)

    def run(self, *words, status=0, stdin=""):
        done = subprocess.run([self.binary, *words, "--config", str(self.folder / "besteld.toml")], input=stdin,
                              capture_output=True, text=True, timeout=120)
        said = done.stdout + done.stderr
        expect(done.returncode == status, f"{words}: status {done.returncode}: {said}")
        return said

    def start(self):
        with open(self.folder / "log", "a") as log:
            self.daemon = subprocess.Popen([self.binary, "run", "--config", str(self.folder / "besteld.toml")],
                                           stdout=log, stderr=log)

    def stop(self):
        if self.daemon:
            self.daemon.send_signal(signal.SIGTERM)
            self.daemon.wait(timeout=30)
            self.daemon = None

    def wait_for(self, holds, seconds=60):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if holds():
                return
            time.sleep(0.5)
        raise AssertionError(f"it did not happen: {(self.folder / 'log').read_text()[-2000:]}")

    def logged(self, words):
        return (self.folder / "log").read_text().count(words)


def check_reports(house):
    rows = json.loads(house.run("report", "orders", "--day", "--as", "json"))["rows"]
    expect(rows[-1]["received"] == 2 and rows[-1]["total"], f"two orders came: {rows}")
    table = list(csv.reader(io.StringIO(house.run("report", "orders", "--month", "--by", "customer", "--as", "csv",
                                                  "--lang", "de", "--orders"))))
    expect(table[0][0] == "Kunde" and table[1][0] == "C1001" and table[1][1] == "2", f"by customer: {table}")
    expect("IN-" in table[1][-1], f"no numbers behind the figure: {table}")
    said = house.run("report", "kpi", "--lang", "en")
    expect("Touchless" in said and "no data" in said, said)
    expect("there is no report 'weather'" in house.run("report", "weather", status=1), "an unknown report")
    expect("cannot be had by moon" in house.run("report", "orders", "--by", "moon", status=1), "an unknown way")
    expect("klant" in house.run("report", "--list", "--lang", "nl").lower(), "the list has no words")
    out = house.folder / "turnover.csv"
    house.run("report", "turnover", "--as", "csv", "--out", str(out))
    expect(out.read_bytes().endswith(b"\r\n"), "no CSV was written")
    expect("turnover" in house.run("report", "audit_list", "--lang", "en"), "an export leaves no trace")


def check_archive(house, number):
    found = house.run("find", "4500077")
    expect(number in found and "archived" in found and ".zip" in found, f"not found in the archive: {found}")
    expect(number in house.run("find", "korenaar"), "not found by name")
    package = next((house.folder / "archive").rglob("*.zip"))
    with zipfile.ZipFile(package) as members:
        names = members.namelist()
        manifest = json.loads(members.read("manifest.json"))
        message = next(n for n in names if n.startswith("message/") and n.endswith(".edi"))
        expect(b"4500077" in members.read(message), "the message is not as it came")
    expect(manifest["case"] == number and len(manifest["members"]) == len(names) - 1, f"the manifest: {manifest}")
    expect("is whole" in house.run("archive", "--verify", number), "it is not whole")
    expect("kept until" in house.run("archive", "--show", number), "it does not say how long")
    expect("must be kept until" in house.run("erase", number, "--as", "lena", "--because", "tidy", status=REFUSED),
           "it was erased before its term")
    house.run("hold", number, "--as", "anna", "--because", "law suit")
    expect("only a lead" in house.run("hold", number, "--lift", "--as", "anna", "--because", "x", status=REFUSED),
           "anybody lifts a hold")
    expect("a legal hold" in house.run("erase", number, "--as", "lena", "--because", "tidy", status=REFUSED), "held")
    house.run("hold", number, "--lift", "--as", "lena", "--because", "settled")
    house.run("archive", "--reopen", number, "--as", "lena", "--because", "dispute")
    house.run("archive", "--reopen", number, "--as", "lena", "--because", "dispute", status=REFUSED)
    expect("is open again" in house.run("archive", "--reopen", number, "--as", "otto", "--because", "agreed"), "two people")
    bytes_then = package.read_bytes()
    package.write_bytes(bytes_then[:-1])
    expect("not the file" in house.run("archive", "--verify", number, status=1), "a cut package is not noticed")
    package.write_bytes(bytes_then)
    expect("event chain is whole" in house.run("audit"), "the chain is broken")


def test(house):
    house.run("import", str(ROOT / "config" / "demo-world"))
    for login, role in (("lena", "lead"), ("anna", "clerk"), ("otto", "auditor")):
        house.run("user", "add", login, "--role", role, "--mail", f"{login}@noordkade.example", stdin="long enough to keep\n")
    house.start()
    (house.folder / "edi-in" / "one.edi").write_text(clean_edi("4500077", "R77", 30_000))  # far above usual: for a person
    (house.folder / "edi-in" / "two.edi").write_text(clean_edi("4500078", "R78", 31_000))
    house.wait_for(lambda: house.logged("message.processed") >= 2)
    check_reports(house)
    house.run("resolve", "4500077", "reject", "--as", "lena", "--reason", "too much for us")
    number = house.run("find", "4500077").split()[0]
    house.stop()  # the daily look is the daemon's; this one is by hand
    time.sleep(1.5)
    house.run("archive")
    check_archive(house, number)
    sent = house.logged("report.sent")
    expect(sent == 1, f"yesterday's report was made {sent} times")
    house.start()
    house.wait_for(lambda: house.logged("daemon.ready") == 2)
    house.wait_for(lambda: house.logged("archive.done") >= 2)
    expect(house.logged("report.sent") == 1, "a restart sent it again")


def main():
    args = system.arguments(__doc__)
    folder = system.fresh(args.folder)
    house = House(args.binary, folder)
    try:
        test(house)
    finally:
        house.stop()
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as fault:
        sys.exit(f"FAILED: {fault}")
