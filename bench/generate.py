# SPDX-License-Identifier: Apache-2.0
"""Orders for the bench: the same seed and number give the same order, each order differs from every other.

The buyer, the seller and the seven articles are those of the demo's base data; `widen` adds the articles, prices and
stock that orders of ten lines need, and lifts what would stop a clean order (credit limit, stock, clerk's release)."""

import base64
import csv
import datetime
import random

BUYER = "9520000001018"
SHIP_TO = "9520000001025"
SELLER = "9520000000011"
CUSTOMER = "C1001"
ARTICLES = 400
LINES = 10
WORDS = ("bracket", "hinge", "filter", "label roll", "pallet corner", "gloves", "hose", "tray", "strap", "envelope")
SIZES = ("60 mm", "90 mm", "120 mm", "250 mm", "red", "blue", "heavy", "light")


def gtin13(digits):
    """GS1 General Specifications 7.9: weights 3, 1, 3 … from the digit left of the check digit."""
    body = f"{digits:012d}"
    total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(body))
    return body + str(-total % 10)


class Article:
    """Number `n` of the bench's own articles."""

    def __init__(self, n):
        self.sku = f"BN-{n:04d}"
        self.gtin = gtin13(952_190_000_000 + n)
        self.name = f"{WORDS[n % len(WORDS)]} {SIZES[n % len(SIZES)]} no {n}"
        self.multiple = (1, 5, 10, 25)[n % 4]
        self.cents = 45 + n * 7919 % 600


class Order:
    """Number `n` of a seed: ten different articles, quantities that are multiples, agreed prices."""

    def __init__(self, seed, n, ordered, deliver):
        luck = random.Random(seed * 1_000_003 + n)
        self.number = f"P{seed:02d}{n:07d}"
        self.reference = f"B{seed:02d}{n:07d}"
        self.ordered = ordered
        self.deliver = deliver
        articles = [Article(i) for i in luck.sample(range(ARTICLES), LINES)]
        self.lines = [(a, a.multiple * luck.randint(1, 3)) for a in articles]
        # The dearest line alone reaches the agreement's minimum value of 250.
        dearest = max(range(LINES), key=lambda i: self.lines[i][0].cents)
        article = self.lines[dearest][0]
        steps = -(-25_000 // (article.cents * article.multiple))
        self.lines[dearest] = (article, article.multiple * luck.randint(steps, steps + 3))
        self.total_cents = sum(a.cents * quantity for a, quantity in self.lines)


def money(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def edifact(order):
    """ORDERS D.96A, EANCOM: ten lines, about 2 kB."""
    body = [
        "UNH+1+ORDERS:D:96A:UN:EAN008",
        f"BGM+220+{order.number}+9",
        f"DTM+137:{order.ordered:%Y%m%d}:102",
        f"DTM+2:{order.deliver:%Y%m%d}:102",
        f"NAD+BY+{BUYER}::9",
        f"NAD+SU+{SELLER}::9",
        f"NAD+DP+{SHIP_TO}::9",
        "CUX+2:EUR:9",
    ]
    for position, (article, quantity) in enumerate(order.lines, 1):
        body += [
            f"LIN+{position}++{article.gtin}:EN",
            f"PIA+1+{article.sku}:SA",
            f"IMD+F++:::{article.name}",
            f"QTY+21:{quantity}",
            f"MOA+203:{money(article.cents * quantity)}",
            f"PRI+AAA:{money(article.cents)}",
        ]
    body += ["UNS+S", f"MOA+86:{money(order.total_cents)}", f"CNT+2:{len(order.lines)}"]
    head = f"UNB+UNOC:3+{BUYER}:14+{SELLER}:14+{order.ordered:%y%m%d}:0900+{order.reference}"
    segments = [head, *body, f"UNT+{len(body) + 1}+1", f"UNZ+1+{order.reference}"]
    return "".join(segment + "'\n" for segment in segments)


def mail(order, recipient):
    """The same order as an attachment of a mail: multipart/mixed, base64."""
    content = base64.encodebytes(edifact(order).encode()).decode()
    text = "\n".join([
        "From: Petra Bakker <petra@korenaar.example>",
        f"To: {recipient}",
        f"Subject: Bestelling {order.number}",
        f"Date: {order.ordered:%a, %d %b %Y} 09:00:00 +0100",
        f"Message-ID: <{order.reference}@korenaar.example>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="=_bench"',
        "",
        "--=_bench",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Onze bestelling vindt u in de bijlage.",
        "--=_bench",
        f'Content-Type: application/edifact; name="{order.number}.edi"',
        "Content-Transfer-Encoding: base64",
        f'Content-Disposition: attachment; filename="{order.number}.edi"',
        "",
        content + "--=_bench--",
        "",
    ])
    return text.replace("\n", "\r\n")


def orders(seed, count, today):
    """Delivery on a Thursday, which the buyer's agreement allows."""
    deliver = today + datetime.timedelta(days=4)
    deliver += datetime.timedelta(days=(3 - deliver.weekday()) % 7)
    return [Order(seed, n, today, deliver) for n in range(1, count + 1)]


# ── base data ────────────────────────────────────────────────────────────────────────────────────
def change(folder, table, rows_changed=lambda row: None, added=()):
    path = folder / f"{table}.csv"
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        rows, columns = list(reader), reader.fieldnames
    for row in rows:
        rows_changed(row)
    columns += [name for name in dict.fromkeys(name for row in rows for name in row) if name not in columns]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows([*rows, *added])


def widen(folder):
    """Edits a copy of the demo's base data."""
    articles = [Article(n) for n in range(ARTICLES)]

    def trusting(row):
        row["straight_through"] = "yes"
        row["credit_limit"] = ""
        row["check_severity"] = "unusual_quantity=info;order_far_above_usual=info"  # chance knows no habit

    change(folder, "agreements", trusting)
    change(folder, "customers", lambda row: row.update(trusted_dkim="no"))  # nobody signs the bench's mails
    change(folder, "items", added=[
        {"sku": a.sku, "name": a.name, "stock_unit": "H87", "status": "active", "multiple": a.multiple}
        for a in articles])
    change(folder, "item_units", added=[{"sku": a.sku, "unit": "H87", "factor": 1, "gtin": a.gtin} for a in articles])
    with open(folder / "prices.csv", newline="", encoding="utf-8") as file:
        since = next(csv.DictReader(file))["valid_from"]
    change(folder, "prices", added=[
        {"scope": "customer", "applies_to": CUSTOMER, "sku": a.sku, "from_quantity": 0, "amount": money(a.cents),
         "base_quantity": 1, "unit": "H87", "currency": "EUR", "valid_from": since} for a in articles])
    with open(folder / "stock.csv", newline="", encoding="utf-8") as file:
        as_of = next(csv.DictReader(file))["as_of"]
    change(folder, "stock", lambda row: row.update(on_hand=100_000_000),
           [{"sku": a.sku, "on_hand": 100_000_000, "safety": 0, "as_of": as_of} for a in articles])
