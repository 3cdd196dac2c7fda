# SPDX-License-Identifier: Apache-2.0
"""What the system tests share: a world of one's own under one folder, ended whatever happens."""

import argparse
import copy
import datetime
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT / "tests" / "crash")]
import checker  # noqa: E402
import crash_test  # noqa: E402
import feed  # noqa: E402
import sample_orders  # noqa: E402
import servers  # noqa: E402
from world import MAILBOX, World  # noqa: E402, F401

SKIPPED = 77
TODAY = datetime.date.today()
THURSDAY = sample_orders.next_weekday(TODAY, 3)
EINKAUF = "Einkauf <einkauf@mueller-haustechnik.example>"
EINKAUF_BOX = "einkauf@mueller-haustechnik.example"


def expect(holds, text):
    if not holds:
        raise AssertionError(text)


def clean_edi(number, reference, quantity=500):
    """An order of De Korenaar that deviates in nothing."""
    price = "0.74" if quantity < 1000 else "0.71"
    return sample_orders.edifact(number, [(sample_orders.GTIN["NK-100"], quantity, price)], THURSDAY, reference, TODAY)


def clean_ubl_mail(number, rolls=72, **more):
    """An order of Müller Haustechnik as an attachment to a mail without words."""
    text = sample_orders.ubl(number, [("NK-210", rolls, "XRO", "1.12")], THURSDAY, TODAY)
    return sample_orders.mail(EINKAUF, f"Bestellung {number}", "\n", ("order.xml", "application/xml", text), **more)


def started(folder, binary, edit=feed.with_patient_base_data, **settings):
    """Servers, configuration and base data; the daemon is the test's to start."""
    world = World(folder, binary, **settings)
    try:
        world.start_servers()
        world.write_config()
        world.import_world(edit=edit)
    except BaseException:
        world.stop()
        raise
    return world


def second_of(world):
    """The same firm under another daemon's name."""
    second = copy.copy(world)
    second.config = world.folder / "second.toml"
    second.log_path = world.folder / "second.log"
    second.daemon = None
    second.config.write_text(world.config.read_text().replace("[site]\n", '[site]\ndaemon = "second"\n', 1))
    return second


def database(world):
    return checker.Database(world.storage, world.folder)


def log_has(world, pattern):
    return re.search(pattern, world.log_path.read_text()) is not None


def add_to_config(world, old, new):
    text = world.config.read_text()
    expect(old in text, f"the configuration has no {old!r}")
    world.config.write_text(text.replace(old, new, 1))


def add_partner(world, **switches):
    """A profile of De Korenaar in the configuration."""
    lines = ["[[partner]]", 'name = "korenaar"', f'senders = ["{sample_orders.DE_KORENAAR}"]', *(f'{key} = "{value}"' for key, value in switches.items())]
    with open(world.config, "a", encoding="utf-8") as config:
        config.write("\n" + "\n".join(lines) + "\n")


def arguments(doc):
    ask = argparse.ArgumentParser(description=doc)
    ask.add_argument("--binary", type=pathlib.Path, default=ROOT / "build" / "release" / "besteld")
    ask.add_argument("--folder", type=pathlib.Path, required=True)
    return ask.parse_args()


def fresh(folder):
    folder = folder.resolve()
    if (folder / "mail").exists():
        servers.stop(folder / "mail")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    return folder


def run(test, doc, **settings):
    """Runs `test(world)`; the exit status for ctest."""
    args = arguments(doc)
    missing = servers.why_no_postfix()
    if missing:
        print(f"skipped: {missing}")
        return SKIPPED
    world = started(fresh(args.folder), args.binary, **settings)
    try:
        test(world)
        return 0
    except AssertionError as fault:
        print(f"FAILED: {fault}\nthe end of the log:")
        print("\n".join(world.log_path.read_text().splitlines()[-15:]) if world.log_path.exists() else "(none)")
        return 1
    finally:
        world.stop()


def run_on_postgres(test, doc):
    """The same over a PostgreSQL server of the test's own."""
    folder = fresh(arguments(doc).folder)
    place, url = crash_test.start_postgres(folder.parent / (folder.name + "-server"))
    try:
        return run(test, doc, storage=url)
    finally:
        crash_test.stop_postgres(place, folder.parent)
