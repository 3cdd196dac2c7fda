#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two daemons that are each other's customer, two vacation responders, a bounce generator and a robot without manners are
let loose on each other: the number of mails is the one that people paid for, and no order changes its state."""

import email
import email.message
import email.policy
import sys
import time

import system_world as system
from system_world import EINKAUF, EINKAUF_BOX, MAILBOX, expect

SOUTH = "orders@zuidkade.example"
WANG = "wang@hengda.example"
HARBOR = "purchasing@harbor.example"
QUIET = 6  # seconds without a new mail: longer than any of them needs


def plain(sender, to, subject, text, **fields):
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Message-ID"] = f"<{time.monotonic_ns()}@{sender.split('@')[-1].strip('>')}>"
    mail["Date"] = email.utils.localtime()
    for name, value in fields.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


class Robot:
    """Answers each mail that comes into its box once."""

    def __init__(self, world, box, answer):
        self.world, self.box, self.answer, self.seen = world, box, answer, 0

    def act(self, smtp):
        mails = self.world.mailbox_of(self.box)
        fresh = mails[self.seen:]
        self.seen = len(mails)
        for raw in fresh:
            mail = email.message_from_bytes(raw, policy=email.policy.default)
            reply, envelope, to = self.answer(mail)
            smtp.send_message(reply, from_addr=envelope, to_addrs=[to])
        return len(fresh)


def vacation(mail):
    """RFC 5230: to the envelope's sender, with its marks."""
    to = mail["Return-Path"].strip("<>")
    return plain(EINKAUF_BOX, to, f"Abwesend: {mail['Subject']}", "Bin bis Montag nicht da. 1A\n",
                 Auto_Submitted="auto-replied", In_Reply_To=mail["Message-ID"]), "", to


def rude_vacation(mail):
    """No mark, no reference: only the subject is repeated."""
    to = mail["Reply-To"] or mail["From"]
    return plain(HARBOR, str(to), f"Away: {mail['Subject']}", "I am away until Monday.\n"), HARBOR, str(to)


def bounce(mail):
    to = mail["Return-Path"].strip("<>")
    report = email.message.EmailMessage()
    report["From"], report["To"], report["Subject"] = "MAILER-DAEMON@hengda.example", to, "Undelivered Mail Returned to Sender"
    report["Message-ID"] = f"<{time.monotonic_ns()}@hengda.example>"
    body = (f"--b\nContent-Type: text/plain\n\nNo such user.\n\n--b\nContent-Type: message/delivery-status\n\n"
            f"Reporting-MTA: dns; mail.hengda.example\n\nFinal-Recipient: rfc822; {WANG}\nAction: failed\nStatus: 5.1.1\n"
            f"Diagnostic-Code: smtp; 550 5.1.1 no such user\n\n--b\nContent-Type: text/rfc822-headers\n\n"
            f"Message-ID: {mail['Message-ID']}\n\n--b--\n")
    report["MIME-Version"] = "1.0"
    report["Content-Type"] = 'multipart/report; report-type=delivery-status; boundary="b"'
    report.set_payload(body)
    return report, "", to


def rude_robot(mail):
    """Writes a new mail of its own for whatever comes, with nothing of ours in it."""
    del mail
    return plain("loop@stadsziekenhuis-rijnmond.example", MAILBOX, "Bericht", "Uw bericht is ontvangen.\n"), \
        "loop@stadsziekenhuis-rijnmond.example", MAILBOX


def exchange(data, pairs):
    for file in data.glob("*.csv"):
        text = file.read_text()
        for old, new in pairs:
            text = text.replace(old, new)
        file.write_text(text)


def south_of(north, folder, binary):
    """A second firm on the same mail server, whose customer is the first one."""
    folder.mkdir()
    world = system.World(folder, binary, poll="1s")
    world.mail = north.mail
    world.write_config()
    text = world.config.read_text().replace(MAILBOX, SOUTH).replace("noordkade.example", "zuidkade.example")
    world.config.write_text(text.replace("9520000000011", "9520000000028"))
    world.import_world(edit=lambda data: exchange(data, [("petra@korenaar.example", MAILBOX), ("korenaar.example", "noordkade.example")]))
    return world


def know_the_south(data):
    """Only addresses on file are answered: in the north, the south is one more contact of a customer."""
    system.feed.with_patient_base_data(data)
    for name, row in (("contacts", f"C1001,{SOUTH},Zuidkade,yes,\n"), ("identities", "C1001,domain,zuidkade.example\n")):
        with open(data / f"{name}.csv", "a") as file:
            file.write(row)


def order(sender, to, number):
    return plain(sender, to, f"Bestelling {number}", "Graag 500 stuks NK-100 en 3 rollen spul.\n")


def states(world):
    return sorted(system.database(world).rows("SELECT case_no, state FROM order_case"))


def mails(world):
    return sorted(system.database(world).rows("SELECT recipient, kind, state FROM outbox WHERE channel = 'mail'"))


def let_loose(worlds, robots, smtp, seconds):
    """Until nothing has moved for a while."""
    deadline = time.monotonic() + seconds
    moved = time.monotonic()
    counts = None
    while time.monotonic() < deadline and time.monotonic() - moved < QUIET:
        acted = sum(robot.act(smtp) for robot in robots)
        now = [(len(mails(w)), int(system.database(w).one("SELECT count(*) FROM message WHERE state <> 'stored'"))) for w in worlds]
        if acted or now != counts:
            moved, counts = time.monotonic(), now
        time.sleep(0.2)
    expect(time.monotonic() - moved >= QUIET, f"they never fall silent: {counts}")


def test(north):
    north.stop_daemon()
    south = south_of(north, north.folder / "south", north.binary)
    try:
        for world in (north, south):
            world.start_daemon()
        smtp = north.smtp()
        # Five people each write one order.
        kicks = [(SOUTH, MAILBOX, "1"), (EINKAUF, MAILBOX, "2"), (WANG, MAILBOX, "3"), (HARBOR, MAILBOX, "4"),
                 ("loop@stadsziekenhuis-rijnmond.example", MAILBOX, "5")]
        for sender, to, number in [*kicks, (MAILBOX, SOUTH, "6")]:
            smtp.send_message(order(sender, to, f"90000{number}"))
        expect(north.wait_until(lambda: len(states(north)) == 5, 40), f"five orders, there are {states(north)}")
        expect(south.wait_until(lambda: len(states(south)) == 1, 20), "one order for the south")
        before = states(north), states(south)
        robots = [Robot(north, EINKAUF_BOX, vacation), Robot(north, HARBOR, rude_vacation), Robot(north, WANG, bounce),
                  Robot(north, "inkoop@stadsziekenhuis-rijnmond.example", rude_robot)]
        let_loose([north, south], robots, smtp, 90)
        smtp.quit()
        after = dict(states(north))
        expect(all(after[case] == state for case, state in before[0]), f"an order changed its state: {before[0]} {after}")
        expect(states(south) == before[1], "the south's order changed")
        check_mails(north, south)
        check_ties(north)
    finally:
        south.mail = None
        south.stop()


def check_mails(north, south):
    sent = mails(north)
    rijnmond = [m for m in sent if m[0] == "inkoop@stadsziekenhuis-rijnmond.example"]
    # The rude robot looks like a person each time: after the one for the order it gets the five receipts of an hour, and then none.
    expect([m[2] for m in rijnmond].count("sent") == 6 and [m[2] for m in rijnmond].count("held") == 1, f"{rijnmond}")
    others = [m for m in sent if m not in rijnmond]
    expect(others == sorted([(SOUTH, "receipt", "sent"), (EINKAUF_BOX, "receipt", "sent"), (HARBOR, "receipt", "sent"),
                             (WANG, "receipt", "failed")]), f"the north wrote {others}")
    expect(mails(south) == [(MAILBOX, "receipt", "sent")], f"the south wrote {mails(south)}")
    print(f"north {len(sent)} mails, south 1")


def check_ties(north):
    store = system.database(north)
    tied = {row[0]: int(row[1]) for row in store.rows("SELECT event, count(*) FROM event WHERE event LIKE 'mail.%' GROUP BY event")}
    expect(tied == {"mail.bounced": 1, "mail.automatic": 1}, f"robots tied to their cases: {tied}")
    reply = store.one("SELECT last_reply FROM outbox WHERE recipient = 'wang@hengda.example'")
    expect("bounced: 5.1.1" in reply, f"the bounce stands in the outbox: {reply}")
    wanted = "SELECT count(*) FROM event WHERE event = 'note.added'"
    expect(int(store.one(wanted)) == 1, "the mail without marks is noted on the case that its subject names")
    print(north.audit())


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__, edit=know_the_south, poll="1s"))
