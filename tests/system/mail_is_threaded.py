#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A confirmation as mail programs see it: threaded under the order, marked as automatic, text, HTML and PDF, without a defect."""

import email
import email.policy
import subprocess
import sys

import system_world as system
from system_world import EINKAUF_BOX, clean_ubl_mail, expect


def check_thread(answer, order):
    earlier = ["<first.1@mueller-haustechnik.example>", "<second.2@noordkade.example>"]
    expect(answer["In-Reply-To"] == order["Message-ID"], f"In-Reply-To is {answer['In-Reply-To']}")
    references = (answer["References"] or "").split()
    expect(references[-1:] == [order["Message-ID"]], f"References end with {references[-1:]}")
    expect(references[:-1] == earlier, f"the thread's earlier mails are lost: {references}")
    expect(answer["Auto-Submitted"] == "auto-replied", f"Auto-Submitted is {answer['Auto-Submitted']}")
    expect(answer["To"].addresses[0].addr_spec == EINKAUF_BOX, f"To is {answer['To']}")
    expect(answer["From"].addresses[0].addr_spec == system.MAILBOX, f"From is {answer['From']}")
    expect(answer["Date"].datetime is not None, "no Date")
    expect("8800001" in answer["Subject"], f"the subject does not name the order: {answer['Subject']}")


def check_body(raw, answer):
    for part in answer.walk():
        expect(not part.defects, f"{part.get_content_type()}: {part.defects}")
        for name, value in part.items():
            expect(not getattr(value, "defects", ()), f"{name}: {value.defects}")
    expect(answer.get_content_type() == "multipart/mixed", answer.get_content_type())
    body, paper = answer.iter_parts()
    expect(body.get_content_type() == "multipart/alternative", body.get_content_type())
    kinds = [part.get_content_type() for part in body.iter_parts()]
    expect(kinds == ["text/plain", "text/html"], f"parts are {kinds}")
    expect(paper.get_content_type() == "application/pdf", paper.get_content_type())
    for kind in ("plain", "html"):
        text = answer.get_body((kind,)).get_content()
        for word in ("SO-", "8800001", "NK-210", "72"):
            expect(word in text, f"the {kind} part does not say {word}")
    longest = max(len(line) for line in raw.split(b"\n"))
    expect(longest <= 998, f"a line has {longest} bytes (RFC 5322, 2.1.1)")
    expect(raw.isascii(), "bytes above 127 without 8BITMIME")


def words_of(pdf):
    """What stands on the pages, blanks joined."""
    out = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, timeout=60, check=True)
    return " ".join(out.stdout.decode().split())


def check_paper(world, answer):
    """The PDF says what the mail says; printed once more, it bears the same day and says that it is a reprint."""
    paper = list(answer.iter_attachments())[0]
    number = next(word for word in answer["Subject"].replace(",", " ").split() if word.startswith("SO-"))
    expect(paper.get_filename() == f"auftragsbestaetigung_{number}.pdf", f"the PDF is called {paper.get_filename()}")
    words = words_of(paper.get_content())
    for word in (f"Auftragsbestätigung {number}", "8800001", "NK-210", "Rollen", "EUR 1,12", "EUR 80,64"):
        expect(word in words, f"the PDF does not say {word}: {words}")
    expect("NACHDRUCK" not in words, "the first print is marked as a reprint")
    again = world.folder / "again.pdf"
    world.must("paper", "-c", world.config, number, "--out", str(again))
    unmarked = " ".join(words_of(again.read_bytes()).replace("NACHDRUCK", "").split())
    expect(unmarked == words, f"the reprint says something else: {unmarked}")
    expect("NACHDRUCK" in words_of(again.read_bytes()), "the reprint is not marked")
    world.must("paper", "-c", world.config, number, "--lang", "zh", "--out", str(again))
    expect("订单确认书" in words_of(again.read_bytes()), "--lang zh is not Chinese")
    refused = world.command("paper", "-c", world.config, number, "--kind", "rejection")
    expect(refused.returncode == 3, f"a paper that there is not: exit status {refused.returncode}")


def test(world):
    world.start_daemon()
    order = clean_ubl_mail("8800001")
    order["References"] = "<first.1@mueller-haustechnik.example> <second.2@noordkade.example>"
    world.send(order)
    expect(world.wait_until(lambda: world.mailbox_of(EINKAUF_BOX), 30), "no answer came")
    raw = world.mailbox_of(EINKAUF_BOX)[0]
    answer = email.message_from_bytes(raw, policy=email.policy.default)
    check_thread(answer, order)
    check_body(raw, answer)
    check_paper(world, answer)


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
