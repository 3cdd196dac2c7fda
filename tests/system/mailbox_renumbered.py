#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The mail server forgets its numbering (UIDVALIDITY, RFC 9051 2.3.1.1) and is restarted under the daemon's hands: mails that were
taken are not taken again, mails that come meanwhile are."""

import imaplib
import pathlib
import ssl
import subprocess
import sys

import system_world as system
from system_world import clean_ubl_mail, expect


def imap_of(world):
    context = ssl.create_default_context(cafile=world.mail["ca_file"])
    imap = imaplib.IMAP4_SSL(world.mail["host"], world.mail["imaps"], ssl_context=context, timeout=30)
    imap.login(system.MAILBOX, world.mail["password"])
    return imap


def put_back(world):
    """Somebody moves all that was taken back into INBOX, as people do: without our keyword."""
    with imap_of(world) as imap:
        imap.select("Processed")
        imap.store("1:*", "-FLAGS", "($OrderDone)")
        imap.copy("1:*", "INBOX")


def forget_numbering(world):
    """What a restored or re-created mailbox looks like: another UIDVALIDITY, all numbers new."""
    config = pathlib.Path(world.mail["ca_file"]).parent / "dovecot.conf"
    done = subprocess.run(["doveadm", "-c", str(config), "mailbox", "update", "-u", system.MAILBOX, "--uid-validity", "99991", "INBOX"],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)
    expect(done.returncode == 0, f"doveadm: {done.stderr}")


def count(store, where):
    return int(store.one(f"SELECT count(*) FROM {where}"))


def test(world):
    world.start_daemon()
    for n in range(6):
        world.send(clean_ubl_mail(f"87000{n:02d}", 36 * (n + 1)))
    store = system.database(world)
    expect(world.wait_until(lambda: count(store, "order_case WHERE official_no IS NOT NULL") == 6, 40), "six orders should be accepted")
    expect(world.wait_until(lambda: len(world.mailbox_of(system.EINKAUF_BOX)) == 6, 20), "six answers should be there")
    put_back(world)
    forget_numbering(world)
    world.send(clean_ubl_mail("8700099", 1080))
    expect(world.wait_until(lambda: count(store, "order_case WHERE official_no IS NOT NULL") == 7, 40), "the new mail was not taken")
    with imap_of(world) as imap:
        def unhandled():
            imap.select("INBOX", readonly=True)
            return imap.search(None, "UNKEYWORD", "$OrderDone")[1][0].split()
        expect(world.wait_until(lambda: not unhandled(), 40), f"left in INBOX: {unhandled()}")
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")
    repeats = count(store, "message WHERE state = 'duplicate'")
    expect(count(store, "message") - repeats == 7, f"{count(store, 'message')} messages, {repeats} of them known repeats")
    expect(count(store, "order_case WHERE official_no IS NOT NULL") == 7, "an order was accepted twice")
    expect(len(world.mailbox_of(system.EINKAUF_BOX)) == 7, f"{len(world.mailbox_of(system.EINKAUF_BOX))} answers")
    print(f"7 orders, {repeats} repeats recognised after the renumbering")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
