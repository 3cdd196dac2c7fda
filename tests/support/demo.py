#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`make demo`: a firm with five customers on this machine alone. Ctrl-C ends all of it."""

import argparse
import datetime
import os
import pathlib
import shutil
import signal
import socket
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import sample_orders  # noqa: E402
import servers  # noqa: E402
from pretend_house import CONFIG, PretendHouse  # noqa: E402
from world import ROOT, World  # noqa: E402

PASSWORD = "welkom-bij-besteld"


def free_web_port():
    """8080, which is easy to remember, when it is free."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 8080))
            return 8080
        except OSError:
            return 0


def clean(folder):
    """What an earlier demo left, servers that still run included."""
    if (folder / "mail").exists():
        servers.stop(folder / "mail")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def feed(world, seconds):
    orders = sample_orders.demo(datetime.date.today())
    for order in orders:
        if order[0] == "drop":
            world.drop_file(order[1], order[2])
            print(f"  dropped {order[1]}", flush=True)
        else:
            world.send(order[1])
            print(f"  mailed  \"{order[1]['Subject']}\" from {order[1]['From']}", flush=True)
        time.sleep(seconds / len(orders))
    return len(orders)


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--folder", type=pathlib.Path, default=ROOT / "build" / "demo")
    ask.add_argument("--binary", type=pathlib.Path, default=ROOT / "build" / "release" / "besteld")
    ask.add_argument("--feed-seconds", type=float, default=60)
    ask.add_argument("--once", action="store_true", help="end when everything was fed and answered (for the tests)")
    args = ask.parse_args()
    if os.geteuid() != 0 and shutil.which("sudo"):
        # Postfix changes user, which only root may.
        os.execvp("sudo", ["sudo", sys.executable, *sys.argv])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

    clean(args.folder)
    world = World(args.folder, args.binary, web_port=free_web_port(), hold="30s")
    try:
        print("starting Dovecot and Postfix on loopback ...", flush=True)
        world.start_servers()
        world.write_config()
        # What is accepted is due at once, so that an order is seen to its invoice.
        text = world.config.read_text().replace("[storage]", 'release_lead_days = 30\ncalendar = "5s"\n\n[storage]', 1)
        world.config.write_text(text + CONFIG)
        PretendHouse(args.folder).start()
        world.import_world()
        for login, name, role in (("anna", "Anna de Vries", "lead"), ("bart", "Bart Smit", "clerk"),
                                  ("chen", "陈静", "second_clerk"), ("admin", "Admin", "admin")):
            world.add_user(login, name, role, PASSWORD, "zh" if login == "chen" else "nl")
        page = world.start_daemon()
        print(f"""
  the page      {page}
  log in as     anna (team lead), bart (clerk), chen (second pair of eyes, Chinese), admin; password {PASSWORD}
  drop folder   {world.drop}
  answers       mail in {world.mail['mail_dir']}, EDI in {world.edi_out}
  warehouse     ships what is accepted; slips and invoice requests in {args.folder / 'papers'}
  IMAP          127.0.0.1:{world.mail['imaps']} (TLS), any customer's address, password {world.mail['password']}
  log           {world.log_path}
  command line  {args.binary} queue --config {world.config}

orders come in over the next minute; Ctrl-C ends everything
""", flush=True)
        fed = feed(world, args.feed_seconds)
        if args.once:
            world.wait_until(lambda: (told := world.audit()).startswith(f"messages {fed}: stored 0,")
                             and ", waiting 0," in told, 60, every=0.5)
            print(world.audit(), end="")
            return 0
        print("all orders are in; the demo goes on until Ctrl-C", flush=True)
        while world.daemon.poll() is None:
            time.sleep(1)
        print("the daemon ended by itself, see its log", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        print("\nending the demo ...", flush=True)
        world.stop()


if __name__ == "__main__":
    sys.exit(main())
