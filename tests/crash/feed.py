# SPDX-License-Identifier: Apache-2.0
"""What the crash test feeds: a seeded mixture of good orders, deviating ones, repeats and rubbish, and the generator's
own log of it, written before anything is asked of the daemon."""

import dataclasses
import datetime
import email
import email.policy
import hashlib
import json
import os
import random
import threading
import time

import sample_orders as orders

PETRA = "Petra Bakker <petra@korenaar.example>"
EINKAUF = "Einkauf <einkauf@mueller-haustechnik.example>"

# Of each hundred inputs so many are of this kind; the rest are clean EDI orders.
SHARES = {"ubl_file": 12, "ubl_mail": 20, "price_edi": 7, "text_mail": 7, "stranger": 4, "again_mail": 5,
          "again_bytes": 5, "again_interchange": 5, "again_changed": 6, "junk_file": 2, "cut_edi": 2, "junk_mail": 2}
# These are accepted and confirmed without a clerk.
CLEAN = ("clean_edi", "ubl_file", "ubl_mail")


@dataclasses.dataclass
class Input:
    n: int
    kind: str
    via: str       # mail, drop
    name: str      # Message-ID or file name
    content: bytes
    customer: str = ""
    order: str = ""  # the buyer's order number
    copy_of: int | None = None

    def log_line(self):
        fields = {k: v for k, v in dataclasses.asdict(self).items() if k != "content"}
        return json.dumps({**fields, "sha256": hashlib.sha256(self.content).hexdigest()})


def with_patient_base_data(folder):
    """Both customers' clean orders pass without a clerk, whatever they add up to."""
    agreements = folder / "agreements.csv"
    rows = agreements.read_text().splitlines()
    rows[0] += ",check_severity"
    for i, row in enumerate(rows[1:], 1):
        patient = row.startswith(("A-C1001", "A-C1002"))
        # Quantities jump about here as no customer's do.
        rows[i] = row + (",unusual_quantity=info;order_far_above_usual=info" if patient else ",")
        if patient:
            rows[i] = rows[i].replace(",no,receipt,", ",yes,receipt,").replace(
                ",10000.00,1200.00,", ",,0,").replace(",50000.00,", ",,")
    agreements.write_text("\n".join(rows) + "\n")
    stock = folder / "stock.csv"
    rows = stock.read_text().splitlines()
    stock.write_text("\n".join([rows[0]] + [f"{r.split(',')[0]},90000000,0,{r.split(',')[3]}" for r in rows[1:]]) + "\n")


class Generator:
    def __init__(self, seed, today=None):
        self.random = random.Random(seed)
        self.today = today or datetime.date.today()
        self.thursday = orders.next_weekday(self.today, 3)
        self.made = []

    def inputs(self, count):
        kinds = [kind for kind, share in SHARES.items() for _ in range(max(1, count * share // 100))]
        kinds += ["clean_edi"] * (count - len(kinds))
        self.random.shuffle(kinds)
        kinds.sort(key=lambda kind: kind.startswith("again"))  # a repeat needs something to repeat …
        first = [kind for kind in kinds if not kind.startswith("again")]
        for kind in kinds[len(first):]:  # … but may follow on its heels
            first.insert(self.random.randint(min(len(first), 10), len(first)), kind)
        for kind in first:
            self.made.append(getattr(self, kind)(len(self.made)))
        return self.made

    # Every order has quantities of its own (the same content again would be a matter for a clerk) and is worth less than
    # what needs a second person.
    def lines(self, n, price=None):
        return [(orders.GTIN["NK-100"], 1000 + 25 * (n % 100), price or "0.71"), (orders.GTIN["NK-210"], 36 * (1 + n // 100), "1.15")]

    def edi(self, n, number, lines, kind, **more):
        text = orders.edifact(number, lines, self.thursday, f"R{n:05d}", self.today)
        return Input(n, kind, "drop", f"{n:05d}-{kind}.edi", text.encode(), "C1001", number, **more)

    def clean_edi(self, n):
        return self.edi(n, f"45{n:05d}", self.lines(n), "clean_edi")

    def price_edi(self, n):
        return self.edi(n, f"45{n:05d}", self.lines(n, "0.50"), "price_edi")

    def ubl(self, n):
        return orders.ubl(f"88{n:05d}", [("NK-210", 36 * (2 + n % 50), "XRO", "1.12"), ("NK-400", 20 + n // 50, "XRO", "6.40")],
                          self.thursday, self.today)

    def ubl_file(self, n):
        return Input(n, "ubl_file", "drop", f"{n:05d}-ubl.xml", self.ubl(n).encode(), "C1002", f"88{n:05d}")

    def mail(self, n, kind, sender, subject, text, attachment=None, **more):
        name = f"<crash.{n}.{self.random.randrange(1 << 40):x}@{sender.rsplit('@', 1)[1].strip('>')}>"
        message = orders.mail(sender, subject, text, attachment, message_id=name)
        return Input(n, kind, "mail", name, message.as_bytes(policy=email.policy.SMTP), **more)

    def ubl_mail(self, n):
        return self.mail(n, "ubl_mail", EINKAUF, f"Bestellung 88{n:05d}", "\n",
                         ("order.xml", "application/xml", self.ubl(n)), customer="C1002", order=f"88{n:05d}")

    def text_mail(self, n):
        return self.mail(n, "text_mail", PETRA, f"Bestelling 47{n:05d}",
                         f"Goedemorgen,\n\nGraag {100 + 25 * n} stuks NK-100 à € 0,50, levering {orders.day_nl(self.thursday)}, "
                         f"bestelling 47{n:05d}.\n\nMet vriendelijke groet,\nPetra Bakker\n")

    def stranger(self, n):
        return self.mail(n, "stranger", f"Jan <jan{n}@onbekend.example>", "Bestelling", f"Hallo, graag {100 + n} dozen NK-100.\nJan\n")

    def junk_mail(self, n):
        return self.mail(n, "junk_mail", PETRA, "", "\n",
                         ("scan.bin", "application/octet-stream", "".join(chr(self.random.randrange(32, 0x2fff)) for _ in range(900))))

    def junk_file(self, n):
        return Input(n, "junk_file", "drop", f"{n:05d}-junk.dat", self.random.randbytes(self.random.randint(1, 4000)))

    def cut_edi(self, n):
        whole = orders.edifact(f"46{n:05d}", self.lines(n), self.thursday, f"R{n:05d}", self.today)
        return Input(n, "cut_edi", "drop", f"{n:05d}-cut.edi", whole[: len(whole) // 2].encode())

    def earlier(self, *kinds):
        return self.random.choice([i for i in self.made if i.kind in kinds] or [None])

    def again_mail(self, n):
        first = self.earlier("ubl_mail", "text_mail", "stranger")
        return dataclasses.replace(first, n=n, kind="again_mail", copy_of=first.n) if first else self.ubl_mail(n)

    def again_bytes(self, n):
        first = self.earlier("clean_edi", "ubl_file")
        name = f"{n:05d}-again-{first.name}" if first else ""
        return dataclasses.replace(first, n=n, kind="again_bytes", name=name, copy_of=first.n) if first else self.ubl_file(n)

    def again_interchange(self, n):
        first = self.earlier("clean_edi")
        return self.edi(n, first.order, self.lines(first.n), "again_interchange", copy_of=first.n) if first else self.clean_edi(n)


    def again_changed(self, n):
        """Another quantity in an order that waits for a clerk: it is carried out at once, without one."""
        changed = {i.copy_of for i in self.made if i.kind == "again_changed"}
        first = self.random.choice([i for i in self.made if i.kind == "price_edi" and i.n not in changed] or [None])
        if not first:
            return self.clean_edi(n)
        text = orders.ordchg(first.order, f"WA-{n}", 2, orders.GTIN["NK-210"], changed_quantity(n), f"R{n:05d}", self.today)
        return Input(n, "again_changed", "drop", f"{n:05d}-change.edi", text.encode(), "C1001", first.order, first.n)


def changed_quantity(n):
    """Whole packs, and more than any order begins with: it shows which change was the one."""
    return 36 * (1000 + n)


class Feeder(threading.Thread):
    """Feeds a world at about an even pace, and logs each input durably before it is offered."""

    def __init__(self, world, inputs, seconds, log_path):
        super().__init__(daemon=True)
        self.world, self.inputs, self.pause, self.log_path = world, inputs, seconds / max(1, len(inputs)), log_path
        self.fault = None
        self.offered = 0

    def run(self):
        try:
            self.feed()
        except Exception as fault:  # told by the main thread
            self.fault = fault

    def feed(self):
        smtp = self.world.smtp()
        begin = time.monotonic()
        with open(self.log_path, "w", encoding="utf-8") as log:
            for given in self.inputs:
                log.write(given.log_line() + "\n")
                log.flush()
                os.fsync(log.fileno())
                self.offer(given, smtp)
                self.offered += 1
                late = begin + self.offered * self.pause - time.monotonic()
                if late > 0:
                    time.sleep(late)
        smtp.quit()

    def offer(self, given, smtp):
        if given.via == "mail":
            message = email.message_from_bytes(given.content, policy=email.policy.SMTP)
            sender = message["From"].addresses[0].addr_spec
            smtp.sendmail(sender, [orders.OURS], given.content)
        else:
            self.world.drop_bytes(given.name, given.content)
