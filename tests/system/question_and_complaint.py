#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A customer asks by mail where his order is and complains about it: an answer from live data, a receipt, a colleague told."""

import email
import email.policy
import sys

import system_world as system
from system_world import EINKAUF, EINKAUF_BOX, add_to_config, clean_ubl_mail, expect

OWNER = "klachten@noordkade.example"


def mails_of(world, box):
    return [email.message_from_bytes(raw, policy=email.policy.default) for raw in world.mailbox_of(box)]


def with_subject(world, box, word):
    return next((m for m in mails_of(world, box) if word in m["Subject"]), None)


def text_of(mail):
    return mail.get_body(("plain",)).get_content()


def test(world):
    add_to_config(world, "[log]", f'[complaints]\nowner = "{OWNER}"\n\n[log]')
    world.start_daemon()
    world.send(clean_ubl_mail("8800001"))
    expect(world.wait_until(lambda: with_subject(world, EINKAUF_BOX, "8800001"), 30), "the order was not confirmed")
    question = system.sample_orders.mail(
        EINKAUF, "Frage", "Wo bleibt unsere Bestellung 8800001?\n\nBei Bestellung 8800001 waren 6 Rollen NK-210 beschädigt.\n")
    world.send(question)
    expect(world.wait_until(lambda: with_subject(world, EINKAUF_BOX, "Bestellstatus"), 30), "no answer to the question")
    answer = with_subject(world, EINKAUF_BOX, "Bestellstatus")
    expect(answer["In-Reply-To"] == question["Message-ID"], f"In-Reply-To is {answer['In-Reply-To']}")
    expect(answer["Auto-Submitted"] == "auto-replied", f"Auto-Submitted is {answer['Auto-Submitted']}")
    for word in ("8800001", "NK-210", "72 Rollen", "SO-"):
        expect(word in text_of(answer), f"the answer does not say {word}:\n{text_of(answer)}")
    expect("EUR" not in text_of(answer), "a status answer names prices")
    expect(world.wait_until(lambda: with_subject(world, EINKAUF_BOX, "KL-"), 30), "the complaint was not confirmed")
    receipt = text_of(with_subject(world, EINKAUF_BOX, "KL-"))
    expect("6 Rollen NK-210" in receipt, receipt)
    expect(world.wait_until(lambda: with_subject(world, OWNER, "KL-"), 30), "nobody was told to deal with the complaint")
    notice = text_of(with_subject(world, OWNER, "KL-"))
    expect("C1002" in notice and "8800001" in notice, notice)
    listed = world.must("complaints", "--config", str(world.config))
    expect("KL-" in listed and "passed_on" in listed and OWNER in listed, listed)
    number = listed.split()[0]
    world.add_user("anna", "Anna", "clerk", "a long password")
    refused = world.command("complaints", "--config", str(world.config), "--close", number, "--as", "anna")
    expect(refused.returncode == 4, f"closed without an outcome: {refused.stdout}{refused.stderr}")
    world.must("complaints", "--config", str(world.config), "--close", number, "--because", "sechs Rollen gutgeschrieben", "--as", "anna")
    shown = world.must("complaints", "--config", str(world.config), "--show", number)
    expect("complaint.closed" in shown and "gutgeschrieben" in shown, shown)
    expect(number not in world.must("complaints", "--config", str(world.config)), "a closed complaint is still listed")
    world.audit()


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
