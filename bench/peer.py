# SPDX-License-Identifier: Apache-2.0
"""The daemon in turn with a mailbox script that somebody might write instead: the same mails, the same mail server.

The script is called as SCRIPT HOST PORT USER PASSWORD DB --own --confirm HOST:PORT [--wal --batch 50] and prints one
line with "N orders S s wall, C cpu s". Its confirmations go to a sink that accepts and forgets; ours go through Postfix."""

import asyncio
import contextlib
import datetime
import re
import statistics
import subprocess
import sys
import threading

import generate
import trial
import world

MAILBOX = "script@noordkade.example"
VARIANTS = {"as written": [], "tuned (WAL, 50 per commit)": ["--wal", "--batch", "50"]}
SAYS = re.compile(r"(\d+) orders (\S+) s wall, (\S+) cpu s")


class Sink(threading.Thread):
    """Accepts mail and forgets it: the least that an SMTP server can cost."""

    def __init__(self):
        super().__init__(daemon=True)
        self.ready = threading.Event()
        self.loop = asyncio.new_event_loop()

    def run(self):
        self.loop.run_until_complete(self.open())
        self.ready.set()
        self.loop.run_forever()

    async def open(self):
        server = await asyncio.start_server(self.talk, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]

    async def talk(self, reader, writer):
        writer.write(b"220 sink\r\n")
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while line := await reader.readline():
                word = line[:4].upper()
                if word == b"DATA":
                    writer.write(b"354 go on\r\n")
                    await writer.drain()
                    await reader.readuntil(b"\r\n.\r\n")
                writer.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
                await writer.drain()
        writer.close()

    def end(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.join()


def run_script(folder, options, words):
    place = world.World(folder, options.binary)
    place.folder.mkdir(parents=True)
    place.start_servers()
    sink = Sink()
    sink.start()
    sink.ready.wait()
    try:
        trial.fill_mailbox(place, MAILBOX, generate.orders(trial.SEED, options.orders, datetime.date.today()))
        done = subprocess.run(
            [sys.executable, options.compare, place.mail["host"], str(place.mail["imap"]), MAILBOX,
             place.mail["password"], place.folder / "script.db", "--own", "--confirm", f"127.0.0.1:{sink.port}",
             *words], capture_output=True, text=True, timeout=600)
    finally:
        place.stop()
        sink.end()
    found = SAYS.search(done.stdout)
    if done.returncode != 0 or not found or int(found[1]) != options.orders:
        raise trial.Stuck(f"{options.compare.name}: {done.stdout[-300:]}{done.stderr[-700:]}")
    return {"wall_s": float(found[2]), "cpu_s": float(found[3])}


def compare(options, room):
    rounds = []
    for i in range(options.pairs):
        one = {"besteld": trial.run(room / f"ours{i}", options.binary, "mailbox", options.orders)}
        for number, (name, words) in enumerate(VARIANTS.items()):
            one[name] = run_script(room / f"script{i}-{number}", options, words)
        rounds.append(one)
    return {"rounds": rounds, "ratios": {name: ratios(rounds, name) for name in VARIANTS}}


def ratios(rounds, name):
    def median(ours, theirs):
        return statistics.median(r[name][theirs] / r["besteld"][ours] for r in rounds)

    return {"wall, until queued": median("wall_s", "wall_s"), "CPU, until queued": median("cpu_s", "cpu_s"),
            "wall, until sent": median("sent_wall_s", "wall_s"), "CPU, until sent": median("sent_cpu_s", "cpu_s")}


def table(result):
    lines = [f"{'times faster than the script':50}" + "".join(f"{w:>20}" for w in next(iter(result["ratios"].values())))]
    for name, row in result["ratios"].items():
        lines.append(f"{name:50}" + "".join(f"{value:>20.1f}" for value in row.values()))
    return "\n".join(lines)
