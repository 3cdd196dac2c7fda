#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An order from its arrival to its end, through the daemon and its folders: accepted, handed off, received, released to the
warehouse, shipped in two deliveries, arrived, signed for, invoiced, closed. The daemon is killed between two reports; what
is reported twice, by file and by call, counts once."""

import email
import email.policy
import hashlib
import json
import subprocess
import sys
import urllib.error
import urllib.request

import system_world as system
from system_world import clean_edi, expect

TOKEN = "a-token-for-the-test-0123456789"


class House:
    """The other systems: what they find in their folders, and how they report."""

    def __init__(self, world):
        self.world = world
        self.inbox = world.folder / "wms-in"
        self.count = 0

    def report(self, *reports):
        self.count += 1
        hidden = self.inbox / f".{self.count}.writing"
        hidden.write_text(json.dumps({"feedback": list(reports)}))
        hidden.rename(self.inbox / f"report-{self.count}.json")

    def post(self, report, token=TOKEN, kind="application/json"):
        request = urllib.request.Request(self.world.page + "api/feedback", json.dumps(report).encode(), method="POST",
                                         headers={"Authorization": f"Bearer {token}", "Content-Type": kind})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as refusal:
            return refusal.code

    def taken(self, folder, key):
        """What lies in a folder under this key, proved by its manifest."""
        stem = key.replace("/", "_")
        manifest = self.world.folder / folder / f"{stem}.manifest.json"
        expect(self.world.wait_until(manifest.exists, 30), f"{key} was not written to {folder}")
        told = json.loads(manifest.read_text())
        content = (self.world.folder / folder / told["file"]).read_bytes()
        expect(hashlib.sha256(content).hexdigest() == told["sha256"], f"{key}: not the bytes of its manifest")
        expect(told["key"] == key, f"the manifest says {told['key']}")
        return json.loads(content)


def reconcile(world, *more):
    return world.command("reconcile", "--format", "json", "--config", str(world.config), *more)


def notes(world):
    """The delivery notes that the customer got, by file name."""
    found = []
    for raw in world.mailbox_of("petra@korenaar.example"):
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        found += [(part.get_filename(), part.get_content()) for part in mail.iter_attachments() if "DN-" in part.get_filename()]
    return dict(found)


def check_notes(world, order):
    """One mail with its note for each delivery, however often it was reported; and the note once more."""
    first, second = (f"DN-{order[3:5]}-00000{n}" for n in (1, 2))
    wanted = {f"pakbon_{first}.pdf", f"pakbon_{second}.pdf"}
    expect(world.wait_until(lambda: set(notes(world)) == wanted, 30), f"the customer got {sorted(notes(world))}")
    expect(carried(world, "petra@korenaar.example", first) == 1, "the first delivery was told twice")
    again = world.folder / "again.pdf"
    world.must("paper", "-c", world.config, first, "--out", str(again))
    words = subprocess.run(["pdftotext", "-layout", str(again), "-"], capture_output=True, timeout=60, check=True).stdout.decode()
    for word in (first, "HERDRUK", "NK-100", "300 stuks", "Van Dijk"):
        expect(word in words, f"the reprint does not say {word}: {words}")


def words_of(pdf):
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, timeout=60, check=True).stdout.decode()


def check_slips(world, store):
    """A slip for each delivery, once: by mail to the warehouse and in its folder; none to the customer."""
    numbers = [number for (number,) in store.rows("SELECT slip_no FROM delivery ORDER BY id")]
    expect(len(numbers) == 2 and numbers[0].startswith("XSCK2") and numbers[0].endswith("-0001"), f"the slips are {numbers}")
    for number in numbers:
        file = world.folder / "papers" / "warehouse" / f"{number}.pdf"
        expect(world.wait_until(file.exists, 30), f"{file} was not written")
        expect(world.wait_until(lambda: carried(world, "magazijn@noordkade.example", number) == 1, 30),
               f"{number} came {carried(world, 'magazijn@noordkade.example', number)} times")
        expect(carried(world, "petra@korenaar.example", number) == 0, f"the customer got {number}")
    words = words_of(world.folder / "papers" / "warehouse" / f"{numbers[0]}.pdf")
    for word in (numbers[0], "NK-100", "300", "500", "Van Dijk"):
        expect(word in words, f"the slip does not say {word}: {words}")
    again = world.folder / "slip-again.pdf"
    world.must("paper", "-c", world.config, numbers[0], "--out", str(again))
    expect("HERDRUK" in words_of(again), "the slip's reprint is not marked")


def check_requests(world, store):
    """The paper of each invoice request, with what is to be invoiced."""
    for number, amount in zip([n for (n,) in store.rows("SELECT request_no FROM invoice_request ORDER BY id")], ("222,00", "148,00")):
        file = world.folder / "papers" / "finance" / f"{number}.pdf"
        expect(world.wait_until(file.exists, 30), f"{file} was not written")
        expect(amount in words_of(file), f"{number} does not say {amount}: {words_of(file)}")
        expect(world.wait_until(lambda: carried(world, "financien@noordkade.example", number) == 1, 30), f"{number} was not mailed once")
        world.must("paper", "-c", world.config, number, "--out", str(world.folder / "request-again.pdf"))


def carried(world, address, number):
    """How many mails to this address have the paper attached. The same mail twice is one: the daemon is killed in this
    test, and what the server had taken when it died goes again under its own Message-ID."""
    mails = set()
    for raw in world.mailbox_of(address):
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        if any(number in (part.get_filename() or "") for part in mail.iter_attachments()):
            mails.add(mail["Message-ID"])
    return len(mails)


def test(world):
    for name in ("erp", "warehouse", "wms-in"):
        (world.folder / name).mkdir()
    (world.folder / "token").write_text(TOKEN + "\n")
    # The promised day is near: with so many days of lead it is due at once.
    system.add_to_config(world, 'gln = "9520000000011"', 'gln = "9520000000011"\nrelease_lead_days = 30\ncalendar = "1s"')
    world.config.write_text(world.config.read_text() + """
[hand_off]
folder = "erp"
warehouse = "warehouse"
answer_within = "2s"
invoice_rule = "after_proof"
feedback_token = { file = "token" }

[[feedback]]
name = "wms"
path = "wms-in"
settle = "500ms"
scan = "1s"

[papers]
warehouse = ["magazijn@noordkade.example"]
warehouse_folder = "papers/warehouse"
finance = ["financien@noordkade.example"]
finance_folder = "papers/finance"
""")
    world.start_daemon()
    house, store = House(world), system.database(world)

    def state():
        return store.one("SELECT state FROM order_case WHERE buyer_order_no = '6600001'")

    def becomes(wanted):
        expect(world.wait_until(lambda: state() == wanted, 30), f"the order should be {wanted}, it is {state()}")

    world.drop_file("a.edi", clean_edi("6600001", "H1"))
    expect(world.wait_until(lambda: store.one("SELECT count(*) FROM order_case WHERE official_no IS NOT NULL") == "1", 30),
           "the order was not accepted")
    order = store.one("SELECT official_no FROM order_case WHERE buyer_order_no = '6600001'")
    handed = house.taken("erp", f"{order}/1/new")
    expect(handed["order"] == order and handed["buyer_order_no"] == "6600001", f"another order: {handed}")
    expect(handed["lines"][0]["quantity"] == "500" and handed["lines"][0]["price"] == "0.74", f"{handed['lines']}")
    gaps = reconcile(world)
    expect(gaps.returncode == 1 and json.loads(gaps.stdout)["what"] == "no_receipt", f"reconcile: {gaps.stdout}{gaps.stderr}")
    house.report({"key": "E1", "kind": "receipt", "hand_off": f"{order}/1/new", "number": "4711"})
    expect(world.wait_until(lambda: reconcile(world).returncode == 0, 20), f"the receipt is not known: {reconcile(world).stdout}")

    # Released, and the warehouse says nothing at first.
    becomes("released")
    notice = house.taken("warehouse", f"{order}/1/release")
    expect(notice["kind"] == "release" and "price" not in notice["lines"][0], f"{notice}")
    alarm = "SELECT count(*) FROM event WHERE event = 'hand_off.unanswered'"
    expect(world.wait_until(lambda: store.one(alarm) == "1", 20), "nobody was told that the warehouse is silent")
    told = world.command("queue", "--config", str(world.config))
    expect("not answered in time" in told.stderr, f"besteld queue: {told.stderr}")
    house.report({"key": "N1", "kind": "answer", "hand_off": f"{order}/1/release", "said": "received"})

    # Shipped in two, the second arrival first; killed in between.
    shipped = {"key": "W1", "kind": "shipped", "order": order, "shipment": "S-1", "carrier": "Van Dijk", "track_no": "VD1",
               "lines": [{"line": 1, "item": "NK-100", "quantity": "300"}]}
    house.report({"key": "A2", "kind": "delivered", "order": order, "shipment": "S-2"},
                 {"key": "P1", "kind": "picked", "order": order}, shipped)
    becomes("part_delivered")
    world.kill_daemon()
    house.report(shipped)
    world.start_daemon()
    expect(house.post(shipped) == 202, "the same report by call")
    expect(house.post(shipped, token="wrong") == 401, "a wrong token was taken")
    expect(house.post(shipped, kind="image/png") == 415, "a picture was taken")
    expect(house.post({"key": "W2", "kind": "shipped", "order": order, "shipment": "S-2",
                       "lines": [{"line": 1, "quantity": "200"}]}) == 202, "a report by call")
    becomes("delivered")
    expect(store.rows("SELECT delivery_no, shipment, track_no FROM delivery ORDER BY id")
           == [(f"DN-{order[3:5]}-000001", "S-1", "VD1"), (f"DN-{order[3:5]}-000002", "S-2", "")], "not two deliveries")
    expect(store.one("SELECT delivered FROM fulfilment_line") == "500000000", "not 500 in all")
    expect(store.one("SELECT count(*) FROM delivery WHERE arrived_at IS NOT NULL") == "1", "the early arrival is lost")

    check_notes(world, order)
    check_slips(world, store)

    # Signed, invoiced, closed.
    house.report({"key": "S1", "kind": "proof", "order": order, "shipment": "S-1", "signed_by": "J. de Wit"})
    house.report({"key": "S2", "kind": "proof", "order": order, "shipment": "S-2", "signed_by": "J. de Wit"})
    becomes("invoice_requested")
    check_requests(world, store)
    for (request,) in store.rows("SELECT request_no FROM invoice_request ORDER BY id"):
        house.report({"key": f"F-{request}", "kind": "invoiced", "order": order, "request": request, "invoice_no": f"2026-{request}"})
    becomes("closed")
    expect(store.one("SELECT count(*) FROM order_case") == "1", f"a report became a case: {world.queue()}")

    # What contradicts is a case, and changes nothing.
    house.report({"key": "W3", "kind": "shipped", "order": order, "lines": [{"line": 1, "quantity": "1"}]})
    expect(world.wait_until(lambda: len(world.queue()) == 1, 20), "nobody sees the contradiction")
    expect(state() == "closed" and store.one("SELECT count(*) FROM delivery") == "2", "a contradiction changed the order")
    expect("intact" in world.audit() or world.command("audit", "--config", str(world.config)).returncode == 0, "the event chain")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
