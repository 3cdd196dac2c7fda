# SPDX-License-Identifier: Apache-2.0
"""The checker's own test: each way in which a daemon could lose or double something is done to a copy of a good run,
and the checker must name it."""

import email
import pathlib
import shutil
import sqlite3
import subprocess

from checker import Checker


def change(folder, *statements):
    with sqlite3.connect(folder / "besteld.db") as connection:
        for statement in statements:
            if connection.execute(statement).rowcount == 0:
                raise AssertionError(f"nothing to spoil: {statement}")


def mails_of(mail_dir, mailbox="petra@korenaar.example"):
    return sorted(f for part in ("new", "cur") for f in (mail_dir / mailbox / part).iterdir())


def message_id(mail):
    return email.message_from_bytes(mail.read_bytes())["Message-ID"]


def lose_a_confirmation(folder, mail_dir):
    mails = mails_of(mail_dir)
    lost = message_id(mails[0])
    for copy in (mail for mail in mails if message_id(mail) == lost):  # a kill may have let it be sent twice
        copy.unlink()


def send_twice(folder, mail_dir):
    mail = mails_of(mail_dir)[0]
    kills = (folder / "kills.jsonl").read_text().count("\n")
    for copy in range(kills + 1):  # more than kills could explain
        shutil.copy(mail, mail.with_name(f"9{copy}" + mail.name))


def change_a_mail(folder, mail_dir):
    mail = mails_of(mail_dir)[0]
    mail.write_bytes(mail.read_bytes().replace(b"EUR", b"USD").replace(b"Noordkade", b"Zuidkade"))


def send_unknown(folder, mail_dir):
    mail = mails_of(mail_dir)[0]
    mail.with_name("8" + mail.name).write_bytes(mail.read_bytes().replace(b"Message-ID: <besteld.", b"Message-ID: <phantom."))


def send_astray(folder, mail_dir):
    mail = mails_of(mail_dir)[0]
    shutil.move(mail, mail_dir / "einkauf@mueller-haustechnik.example" / "new" / mail.name)


def lose_a_number(folder, mail_dir):
    change(folder, "UPDATE order_case SET official_no = NULL WHERE official_no LIKE '%000003'")


def skip_a_number(folder, mail_dir):
    change(folder, "UPDATE order_case SET official_no = 'SO-26-900001' WHERE official_no LIKE '%000003'")


def number_a_repeat(folder, mail_dir):
    change(folder, "UPDATE order_case SET official_no = (SELECT substr(max(official_no), 1, 6) FROM order_case) || "
                   "printf('%06d', (SELECT last + 1 FROM number_series WHERE series = 'SO')) WHERE id = "
                   "(SELECT min(id) FROM order_case WHERE state = 'duplicate')",
           "UPDATE number_series SET last = last + 1 WHERE series = 'SO'")


def leave_undecided(folder, mail_dir):
    change(folder, "UPDATE message SET state = 'stored' WHERE id = (SELECT min(id) FROM message WHERE state = 'done' AND channel IN ('orders', 'edi'))")


def forget_an_input(folder, mail_dir):
    change(folder, "DELETE FROM message WHERE id = (SELECT min(id) FROM message WHERE state = 'done' AND channel = 'orders')")


def take_a_file_twice(folder, mail_dir):
    change(folder, "INSERT INTO message (channel, source_key, file_name, received_at, sha256, state, note) SELECT channel, "
                   "source_key || 'again', file_name, received_at, sha256, state, note FROM message WHERE channel = 'edi' LIMIT 1")


def drop_a_case(folder, mail_dir):
    change(folder, "UPDATE order_case SET message_id = (SELECT max(id) FROM message WHERE state = 'done'), document = 7 "
                   "WHERE id = 2")


def leave_unsent(folder, mail_dir):
    change(folder, "UPDATE outbox SET state = 'failed' WHERE id = 4")


def lose_an_edi_answer(folder, mail_dir):
    next((folder / "edi-out").rglob("ordrsp-*.edi")).unlink()


def write_a_stray_answer(folder, mail_dir):
    file = next((folder / "edi-out").rglob("ordrsp-*.edi"))
    shutil.copy(file, file.with_name("ordrsp-999999.edi"))


def lose_a_hand_off(folder, mail_dir):
    next((folder / "erp").glob("*.manifest.json")).unlink()


def change_a_hand_off(folder, mail_dir):
    file = next(f for f in (folder / "erp").glob("*.json") if not f.name.endswith(".manifest.json"))
    file.write_bytes(file.read_bytes() + b" ")


def rewrite_history(folder, mail_dir):
    change(folder, "UPDATE order_case SET state = 'cancelled' WHERE id = 1")


def leave_mail(folder, mail_dir):
    file = folder / "sources.json"
    file.write_text(file.read_text().replace('"inbox_unflagged": 0', '"inbox_unflagged": 1'))


def lose_a_receipt(folder, mail_dir):
    change(folder, "UPDATE hand_off SET number = '' WHERE id = (SELECT min(id) FROM hand_off)")


def carry_a_change_out_of_nothing(folder, mail_dir):
    change(folder, "DELETE FROM order_version")


def forget_what_was_changed(folder, mail_dir):
    change(folder, "UPDATE order_case SET order_body = (SELECT order_body FROM order_version WHERE case_id = order_case.id) "
                   "WHERE id IN (SELECT case_id FROM order_version)")


WAYS = {lose_a_receipt: "receipt.number", carry_a_change_out_of_nothing: "change.twice", forget_what_was_changed: "change.lost",
        lose_a_confirmation: "answer.lost", send_twice: "answer.twice", change_a_mail: "answer.changed",
        send_unknown: "answer.phantom", send_astray: "answer.astray", lose_a_number: "order.not_accepted",
        skip_a_number: "number.gap", number_a_repeat: "order.twice", leave_undecided: "message.undecided",
        forget_an_input: "input.lost", take_a_file_twice: "input.twice", drop_a_case: "message.disposition",
        leave_unsent: "answer.not_sent", lose_an_edi_answer: "edi.lost", write_a_stray_answer: "edi.phantom",
        lose_a_hand_off: "hand_off.lost", change_a_hand_off: "hand_off.changed", rewrite_history: "store.events", leave_mail: "source.left"}


def copy_of(run, mail_dir, target):
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name in ("given.jsonl", "kills.jsonl", "receipts.jsonl", "sources.json", "besteld.db", "besteld.toml", "mail.password"):
        shutil.copy(run / name, target / name)
    for name in ("edi-out", "erp"):
        shutil.copytree(run / name, target / name)
    shutil.copytree(mail_dir, target / "maildirs")
    return target


def audit_notices(folder, world):
    """The event chain is the daemon's own proof; whoever rewrites an event breaks it."""
    with sqlite3.connect(folder / "besteld.db") as connection:
        connection.execute("DROP TRIGGER event_no_update")
        connection.execute("UPDATE event SET reason = reason || '.' WHERE id = 3")
    return subprocess.run([world.binary, "audit", "--config", str(folder / "besteld.toml")], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60).returncode != 0


def unnoticed(run, world):
    """The spoilings that went unnoticed."""
    missed = []
    mail_dir = pathlib.Path(world.mail["mail_dir"])
    for way, wanted in WAYS.items():
        target = copy_of(run, mail_dir, run / "spoiled")
        way(target, target / "maildirs")
        faults = Checker(target, target / "maildirs", "sqlite:besteld.db").check()
        if not any(fault.startswith(wanted + ":") for fault in faults):
            missed.append(f"{way.__name__}: expected {wanted}, found {faults[:3]}")
    if not audit_notices(copy_of(run, mail_dir, run / "spoiled"), world):
        missed.append("a changed event passed `besteld audit`")
    for fault in missed:
        print(f"  not noticed: {fault}")
    print(f"the checker noticed {len(WAYS) + 1 - len(missed)} of {len(WAYS) + 1} spoilings", flush=True)
    return missed
