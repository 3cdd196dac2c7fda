#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Mails that no person wrote, or that came from us, are kept and never answered; a person's mail beside them is."""

import sys

import system_world as system
from system_world import clean_ubl_mail, expect

# RFC 3834 section 2 and what programs send in practice.
MARKS = [("Auto-Submitted", "auto-replied"), ("Auto-Submitted", "auto-generated"), ("Precedence", "bulk"), ("Precedence", "list"),
         ("List-Id", "<news.mueller-haustechnik.example>"), ("X-Auto-Response-Suppress", "All"),
         ("X-Autoreply", "yes"), ("Return-Path", "<>")]
SENDERS = ["mailer-daemon@mueller-haustechnik.example", "noreply@mueller-haustechnik.example", system.MAILBOX]


def automatic_mails():
    for n, (name, value) in enumerate(MARKS):
        mail = clean_ubl_mail(f"89000{n:02d}", 36 * (n + 1))
        if name != "Return-Path":
            mail[name] = value
        yield mail, "" if name == "Return-Path" else system.EINKAUF_BOX, f"{name}: {value}"
    for n, sender in enumerate(SENDERS):
        mail = clean_ubl_mail(f"89001{n:02d}", 36 * (n + 20))
        mail.replace_header("From", sender)
        yield mail, sender, f"from {sender}"


def test(world):
    world.start_daemon()
    smtp = world.smtp()
    why = {}
    for mail, envelope, reason in automatic_mails():
        smtp.send_message(mail, from_addr=envelope)
        why[mail["Message-ID"].strip("<>")] = reason
    person = clean_ubl_mail("8900999", 1800)
    smtp.send_message(person)
    smtp.quit()
    store = system.database(world)
    given = len(why) + 1
    expect(world.wait_until(lambda: int(store.one("SELECT count(*) FROM message WHERE state <> 'stored'")) == given, 40), "not all were read")
    expect(world.wait_until(lambda: world.mailbox_of(system.EINKAUF_BOX), 20), "the person's mail was not answered")
    world.stop_daemon()  # a drain: whatever was to be sent at once is sent
    answered = store.rows("SELECT i.key, o.recipient, o.kind FROM outbox o JOIN message_identity i ON i.message_id = o.message_id "
                          "WHERE i.kind = 'mail' AND o.channel = 'mail'")
    for key, recipient, kind in answered:
        reason = why.get(key.split(" ")[0])
        expect(reason is None, f"a mail with {reason} was answered: {kind} to {recipient}")
    expect(len(answered) == 1, f"one answer is due, there are {answered}")
    states = dict(store.rows("SELECT state, count(*) FROM message GROUP BY state"))
    expect("quarantined" not in states, f"an automatic mail was taken for damaged: {states}")
    print(f"{given} mails, 1 answer; dispositions {states}")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
