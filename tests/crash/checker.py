# SPDX-License-Identifier: Apache-2.0
"""Counts what a run left behind, without a line of the daemon's code: the generator's log, the database, every
Maildir and the EDI folder, each against the others. A run is right when `check` finds nothing."""

import collections
import csv
import dataclasses
import email
import hashlib
import io
import json
import pathlib
import re
import sqlite3
import subprocess

from feed import changed_quantity

OURS = "orders@noordkade.example"
CLEAN = ("clean_edi", "ubl_file", "ubl_mail")
NEVER_ACCEPTED = ("price_edi", "text_mail", "stranger", "junk_mail", "junk_file", "cut_edi")
ANSWER_FILE = re.compile(r"-(\d+)\.[a-z0-9]+$")
# Headers that mail servers put on top of a mail on its way.
TRACE = re.compile(rb"\A(?:(?:Return-Path|Delivered-To|X-Original-To|Received):[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.I)


class Database:
    """Reads only. SQLite is opened so that looking does not tidy up what the killed daemon left."""

    def __init__(self, url, folder):
        self.url = url
        self.path = None if url.startswith("postgresql:") else pathlib.Path(folder) / url.removeprefix("sqlite:")

    def rows(self, sql):
        return self.rows_of_sqlite(sql) if self.path else self.rows_of_postgres(sql)

    def rows_of_sqlite(self, sql):
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=20)
        try:
            return [tuple("" if cell is None else str(cell) for cell in row) for row in connection.execute(sql)]
        finally:
            connection.close()

    def rows_of_postgres(self, sql):
        done = subprocess.run(["psql", "-X", "-q", "--csv", "-t", "-d", self.url, "-c", sql], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60, check=True)
        return [tuple(row) for row in csv.reader(io.StringIO(done.stdout))]

    def one(self, sql):
        return self.rows(sql)[0][0]

    def damage(self):
        """What the engine itself finds wrong; PostgreSQL checks its pages while it reads."""
        said = self.one("PRAGMA integrity_check") if self.path else "ok"
        return "" if said == "ok" else said


@dataclasses.dataclass
class Mail:
    mailbox: str
    message_id: str
    raw_sha256: str   # as the server hands it out
    sent_sha256: str  # without what servers put on top: as the sender composed it
    text: str


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read_mail(mailbox, path):
    raw = re.sub(rb"\r?\n", b"\r\n", path.read_bytes())
    parsed = email.message_from_bytes(raw)
    text = "".join(part.get_payload(decode=True).decode("utf-8", "replace") for part in parsed.walk()
                   if part.get_content_maintype() == "text")
    return Mail(mailbox, (parsed["Message-ID"] or "").strip(), sha256(raw), sha256(TRACE.sub(b"", raw)), text)


def read_maildirs(mail_dir):
    """Every mail of every mailbox, sub-folders included."""
    return [read_mail(box.name, path) for box in sorted(pathlib.Path(mail_dir).iterdir()) if box.is_dir()
            for path in sorted(box.rglob("*")) if path.is_file() and path.parent.name in ("new", "cur")]


def new_windows(kills):
    """Per kill the outbox rows that it may have caught between the mail's last byte and its "sent". An attempt that an earlier
    kill ended already was not under way."""
    seen, windows = set(), []
    for kill in kills:
        caught = {tuple(window) for window in kill["talking"]} - seen
        seen |= caught
        windows.append({row for row, _ in caught})
    return windows


def unexplained(extras, windows):
    """The second copies for which no kill is left: one kill ends one connection, so it explains one copy of one row."""
    explains = {}

    def place(extra, tried):
        for kill, rows in enumerate(windows):
            if extras[extra] not in rows or kill in tried:
                continue
            tried.add(kill)
            if kill not in explains or place(explains[kill], tried):
                explains[kill] = extra
                return True
        return False

    return [extras[extra] for extra in range(len(extras)) if not place(extra, set())]


class Checker:
    def __init__(self, folder, mail_dir, url):
        self.folder = pathlib.Path(folder)
        self.faults = []
        self.inputs = [json.loads(line) for line in (self.folder / "given.jsonl").read_text().splitlines()]
        self.kills = [json.loads(line) for line in (self.folder / "kills.jsonl").read_text().splitlines()]
        self.windows = new_windows(self.kills)
        self.database = Database(url, self.folder)
        mails = read_maildirs(mail_dir)
        self.received = [m for m in mails if m.mailbox == OURS]
        self.delivered = [m for m in mails if m.mailbox != OURS]
        rows = self.database.rows
        everything = [dict(zip(("id", "channel", "file_name", "sha256", "state", "note"), row)) for row in
                         rows("SELECT id, channel, file_name, sha256, state, note FROM message ORDER BY id")]
        self.messages = [m for m in everything if m["channel"] != "erp"]
        self.receipts = [m for m in everything if m["channel"] == "erp"]
        self.cases = [dict(zip(("id", "message_id", "state", "official_no", "customer", "order"), row)) for row in
                      rows("SELECT id, message_id, state, official_no, customer_no, buyer_order_no FROM order_case ORDER BY id")]
        every_row = [dict(zip(("id", "case_id", "channel", "kind", "mail_id", "recipient", "state", "sha256", "reply"), row)) for row in
                     rows("SELECT id, case_id, channel, kind, mail_id, recipient, state, sha256, last_reply FROM outbox ORDER BY id")]
        # Mails without an order are told of a few times an hour and no more; nothing else may be held.
        self.held = [r for r in every_row if r["state"] == "held" and r["kind"] == "receipt" and r["reply"].startswith("held: this corresp")]
        self.outbox = [r for r in every_row if r not in self.held]

    def fault(self, name, text):
        self.faults.append(f"{name}: {text}")

    def expect(self, holds, name, text):
        if not holds:
            self.fault(name, text)

    # ── every input has exactly one disposition ──────────────────────────────────────────────────
    def check_inputs(self):
        by_sha = collections.defaultdict(list)
        for message in self.messages:
            by_sha[(message["channel"], message["sha256"])].append(message)
        accounted = self.check_files(by_sha) | self.check_mails(by_sha)
        for message in self.messages:
            self.expect(message["id"] in accounted, "message.phantom", f"message {message['id']} was never given: {message}")
            self.expect(message["state"] != "stored", "message.undecided", f"message {message['id']} is still 'stored'")
        with_case = collections.Counter(case["message_id"] for case in self.cases)
        for message in self.messages:
            wanted = message["state"] in ("done", "quarantined")
            self.expect((with_case[message["id"]] > 0) == wanted, "message.disposition",
                        f"message {message['id']} is {message['state']} and has {with_case[message['id']]} cases")

    def check_files(self, by_sha):
        accounted = set()
        copies = collections.defaultdict(list)
        for given in (i for i in self.inputs if i["via"] == "drop"):
            rows = [m for m in by_sha[("edi", given["sha256"])] if m["file_name"] == given["name"]]
            self.expect(rows, "input.lost", f"file {given['name']} has no message")
            self.expect(len(rows) < 2, "input.twice", f"file {given['name']} is {len(rows)} messages")
            accounted |= {m["id"] for m in rows}
            copies[given["sha256"]] += rows
        for sha, rows in copies.items():
            self.check_copies([m for m in rows], f"content {sha[:12]}")
        return accounted

    def check_copies(self, rows, what):
        """Of the same thing given several times one is work, the others are known repeats of it."""
        work = [m for m in rows if m["state"] != "duplicate"]
        self.expect(len(work) == 1 or not rows, "input.twice",
                    f"{what} was given {len(rows)} times and {len(work)} are taken as new: {[m['id'] for m in rows]}")

    def check_mails(self, by_sha):
        accounted = set()
        given = collections.Counter(i["name"] for i in self.inputs if i["via"] == "mail")
        arrived = collections.defaultdict(set)
        for mail in self.received:
            arrived[mail.message_id].add(mail.raw_sha256)
        for message_id in arrived.keys() - given.keys():
            self.fault("mail.unknown", f"our mailbox has {message_id}, which nobody sent")
        for message_id, times in given.items():
            hashes = arrived[message_id]
            self.expect(len(hashes) == times, "mail.gone", f"{message_id} was sent {times} times, our mailbox has {len(hashes)}")
            rows = [m for h in sorted(hashes) for m in by_sha[("orders", h)]]
            self.expect(len(rows) >= len(hashes), "input.lost", f"mail {message_id}: {len(hashes)} arrived, {len(rows)} are messages")
            self.expect(len(rows) <= len(hashes), "input.twice", f"mail {message_id}: {len(hashes)} arrived, {len(rows)} are messages")
            accounted |= {m["id"] for m in rows}
            self.check_copies(rows, f"mail {message_id}")
        return accounted

    def check_sources(self):
        seen = json.loads((self.folder / "sources.json").read_text())
        self.expect(seen["inbox_unflagged"] == 0, "source.left", f"{seen['inbox_unflagged']} mails in INBOX are not flagged as done")
        self.expect(not seen["drop_left"], "source.left", f"files still in the drop folder: {seen['drop_left'][:5]}")
        self.expect(seen["exit_status"] == 0, "daemon.exit", f"SIGTERM ended it with {seen['exit_status']}")
        self.expect(seen["orphans"] == 0, "daemon.orphans", f"{seen['orphans']} readers outlived their daemon")

    # ── every accepted order has exactly one number ──────────────────────────────────────────────
    def check_numbers(self):
        numbered = [case for case in self.cases if case["official_no"]]
        numbers = sorted(case["official_no"] for case in numbered)
        years = {number[:6] for number in numbers}
        self.expect(len(years) <= 2, "number.form", f"numbers of {years}")
        for year in years:
            counted = [int(number[6:]) for number in numbers if number[:6] == year]
            self.expect(counted == list(range(1, len(counted) + 1)), "number.gap", f"{year}: not 1 to {len(counted)} without a gap or double")
        lasts = sum(int(last) for last, in self.database.rows("SELECT last FROM number_series WHERE series = 'SO'"))
        self.expect(lasts == len(numbers), "number.gap", f"the series gave {lasts} numbers, {len(numbers)} are in use")
        of_order = collections.Counter((case["customer"], case["order"]) for case in numbered)
        for given in self.inputs:
            key = (given["customer"], given["order"])
            if given["kind"] in CLEAN:
                self.expect(of_order[key] > 0, "order.not_accepted", f"{given['kind']} {given['order']} (input {given['n']})")
                self.expect(of_order[key] < 2, "order.twice", f"order {given['order']} has {of_order[key]} numbers")
            elif given["kind"] in NEVER_ACCEPTED:
                self.expect(of_order[key] == 0, "order.phantom", f"{given['kind']} {given['order']} was accepted")
        wanted = {(i["customer"], i["order"]) for i in self.inputs if i["kind"] in CLEAN}
        for key in of_order.keys() - wanted:
            self.fault("order.phantom", f"{key} was accepted and never given as a clean order")

    # ── every confirmation is in the mailbox, seldom twice ───────────────────────────────────────
    def check_answers(self):
        copies = collections.defaultdict(list)
        for mail in self.delivered:
            copies[mail.message_id].append(mail)
        mails = {f"<{row['mail_id']}>": row for row in self.outbox if row["channel"] == "mail"}
        for row in self.held:
            self.expect(not copies.pop(f"<{row['mail_id']}>", None), "answer.held", f"outbox row {row['id']} is held and was delivered")
        for message_id in copies.keys() - mails.keys():
            self.fault("answer.phantom", f"{message_id} is in {copies[message_id][0].mailbox} and in no outbox row")
        for message_id, row in mails.items():
            self.check_mail_row(row, copies[message_id])
        extras = [row["id"] for message_id, row in mails.items() for _ in copies[message_id][1:]]
        for row in unexplained(extras, self.windows):
            self.fault("answer.twice", f"outbox row {row} was delivered once more, and no kill while it was on its way explains that")
        numbers = {case["id"]: case["official_no"] for case in self.cases}
        confirmed = collections.defaultdict(list)
        for row in self.outbox:
            self.expect(row["state"] == "sent", "answer.not_sent", f"outbox row {row['id']} is {row['state']}")
            if row["kind"] == "confirmation":
                confirmed[row["case_id"]].append(row)
        for case_id in (case["id"] for case in self.cases if case["official_no"]):
            by_mail = [row for row in confirmed[case_id] if row["channel"] == "mail"]
            self.expect(len(by_mail) == 1, "answer.rows", f"case {case_id} has {len(by_mail)} confirmations by mail")
            for mail in (m for row in by_mail for m in copies[f"<{row['mail_id']}>"]):
                self.expect(numbers[case_id] in mail.text, "answer.content", f"the confirmation of {numbers[case_id]} does not name it")
        for case_id in confirmed.keys() - {case["id"] for case in self.cases if case["official_no"]}:
            self.fault("answer.unaccepted", f"case {case_id} has a confirmation and no number")

    def check_mail_row(self, row, copies):
        self.expect(copies, "answer.lost", f"{row['kind']} of outbox row {row['id']} is in no mailbox")
        for mail in copies:
            self.expect(mail.mailbox == row["recipient"], "answer.astray", f"outbox row {row['id']} for {row['recipient']} is in {mail.mailbox}")
            self.expect(mail.sent_sha256 == row["sha256"], "answer.changed", f"a copy of outbox row {row['id']} has other bytes than were stored")

    def check_edi_answers(self):
        # Each format has its own name and ending; the number between them is the row's. What a kill left half-written
        # bears another name.
        files = {path.name: path for path in (self.folder / "edi-out").rglob("*-*.*") if ANSWER_FILE.search(path.name)}
        by_row = {ANSWER_FILE.search(name)[1]: name for name in files}
        self.expect(len(by_row) == len(files), "edi.phantom", "two files carry one outbox row's number")
        for row in (r for r in self.outbox if r["channel"] == "edi_folder"):
            path = files.pop(by_row.get(str(row["id"])), None)
            self.expect(path is not None, "edi.lost", f"outbox row {row['id']} has no file")
            if path:
                self.expect(sha256(path.read_bytes()) == row["sha256"], "edi.changed", f"{path.name} has other bytes than were stored")
        self.expect(not files, "edi.phantom", f"files that no outbox row wrote: {sorted(files)[:5]}")
        confirmed = {row["case_id"] for row in self.outbox if row["channel"] == "edi_folder" and row["kind"] == "confirmation"}
        by_order = {(case["customer"], case["order"]): case["id"] for case in self.cases if case["official_no"]}
        for given in (i for i in self.inputs if i["kind"] == "clean_edi"):
            case = by_order.get((given["customer"], given["order"]))
            self.expect(case is None or case in confirmed, "edi.lost", f"EDI order {given['order']} has no ORDRSP")

    # ── the ERP system heard of every accepted order, once ───────────────────────────────────────
    def check_hand_offs(self):
        if "[hand_off]" not in (self.folder / "besteld.toml").read_text():
            return
        told = collections.Counter()
        for path in sorted((self.folder / "erp").glob("*.manifest.json")):
            manifest = json.loads(path.read_text())
            content = path.with_name(manifest["file"])
            self.expect(content.exists() and sha256(content.read_bytes()) == manifest["sha256"], "hand_off.changed",
                        f"{manifest['file']} is not what its manifest says")
            self.expect(manifest["kind"] == "order_new", "hand_off.kind", f"{manifest['key']} is {manifest['kind']}")
            told[manifest["order"]] += 1
        numbers = {case["official_no"] for case in self.cases if case["official_no"]}
        for number in sorted(numbers):
            self.expect(told[number] == 1, "hand_off.lost", f"order {number} was handed off {told[number]} times")
        for number in sorted(told.keys() - numbers):
            self.fault("hand_off.phantom", f"{number} was handed off and is no order")

    def check_receipts(self):
        path = self.folder / "receipts.jsonl"
        if not path.exists():
            return
        said = [json.loads(line) for line in path.read_text().splitlines()]
        taken = collections.Counter(m["file_name"] for m in self.receipts)
        for receipt in said:
            self.expect(taken[receipt["name"]] == 1, "receipt.lost", f"{receipt['name']} is {taken[receipt['name']]} messages")
        for message in self.receipts:
            self.expect(message["state"] == "done", "receipt.lost", f"{message['file_name']} is {message['state']}")
        numbers = {receipt["key"]: receipt["number"] for receipt in said}
        for key, number in self.database.rows("SELECT key, number FROM hand_off"):
            self.expect(numbers.get(key) == number, "receipt.number", f"{key} has the number '{number}', the ERP system said {numbers.get(key)}")
        noted = collections.Counter(reason.split(":")[0] for reason, in
                                    self.database.rows("SELECT reason FROM event WHERE event = 'hand_off.received'"))
        for key in numbers:
            self.expect(noted[key] == 1, "receipt.twice", f"{key} was received {noted[key]} times by the event log")

    # ── a change is in its order, once ───────────────────────────────────────────────────────────
    def check_changes(self):
        case_of = {case["message_id"]: case for case in self.cases}
        message_of = {m["file_name"]: m for m in self.messages}
        versions = collections.Counter(by for by, in self.database.rows("SELECT replaced_by FROM order_version"))
        links = dict(self.database.rows("SELECT case_id, other_id FROM case_link WHERE kind = 'changes'"))
        applied = collections.Counter(case for case, in self.database.rows("SELECT case_id FROM event WHERE event = 'change.applied'"))
        bodies = dict(self.database.rows("SELECT id, order_body FROM order_case"))
        for given in (i for i in self.inputs if i["kind"] == "again_changed"):
            case = case_of.get(message_of[given["name"]]["id"])
            if case is None or case["state"] != "closed":  # it overtook its order, and is a clerk's now
                self.expect(case and case["state"] == "in_review", "change.state", f"the change {given['name']} is {case}")
                continue
            order = links.get(case["id"])
            self.expect(order is not None, "change.lost", f"{given['name']} is carried out in no order")
            self.expect(versions[case["id"]] == 1, "change.twice", f"{given['name']} replaced {versions[case['id']]} versions")
            self.expect(applied[order] == 1, "change.twice", f"order case {order} took {applied[order]} changes up")
            self.expect(f'"{changed_quantity(given["n"])}"' in bodies.get(order, ""), "change.lost",
                        f"case {order} does not have the quantity {changed_quantity(given['n'])} of {given['name']}")

    # ── the database agrees with itself ──────────────────────────────────────────────────────────
    def check_store(self):
        damage = self.database.damage()
        self.expect(not damage, "store.damaged", damage)
        for case_id, state, told in self.database.rows(
                "SELECT c.id, c.state, (SELECT e.to_state FROM event e WHERE e.case_id = c.id ORDER BY e.id DESC LIMIT 1) FROM order_case c"):
            self.expect(state == told, "store.events", f"case {case_id} is {state}, its last event says '{told}'")
        real = collections.Counter(f"message.{m['state']}" for m in self.messages + self.receipts)
        real += collections.Counter(f"case.{c['state']}" for c in self.cases)
        real += collections.Counter(f"outbox.{r['state']}" for r in self.outbox + self.held)
        for name, n in self.database.rows("SELECT name, n FROM tally"):
            if "." in name and name not in ("base_data.version", "case.numbered", "case.waiting"):
                self.expect(real[name] == int(n), "store.tally", f"the tally says {n} {name}, there are {real[name]}")

    def check(self):
        self.check_inputs()
        self.check_sources()
        self.check_numbers()
        self.check_answers()
        self.check_edi_answers()
        self.check_hand_offs()
        self.check_receipts()
        self.check_changes()
        self.check_store()
        return self.faults

    def summary(self):
        states = collections.Counter(m["state"] for m in self.messages)
        mails = sum(row["channel"] == "mail" for row in self.outbox)
        return (f"{len(self.inputs)} inputs, {len(self.kills)} kills: {len(self.messages)} messages "
                f"({', '.join(f'{n} {state}' for state, n in sorted(states.items()))}), "
                f"{sum(bool(c['official_no']) for c in self.cases)} orders accepted, {mails} mails decided, "
                f"{len(self.delivered)} delivered ({len(self.delivered) - mails} more than once, {sum(map(bool, self.windows))} kills while some were on their way), "
                f"{len(self.outbox) - mails} EDI answers, {len(self.faults)} faults")
