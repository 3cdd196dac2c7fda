#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The mail server is away: orders are taken in all the same, answers wait, and leave once when it is back."""

import re
import socket
import sys
import threading

import system_world as system
from system_world import clean_edi, clean_ubl_mail, expect


class Gate:
    """A port that refuses until it is opened; then it leads to the real server."""

    def __init__(self, port):
        self.real = port
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        self.port = self.listener.getsockname()[1]
        self.passed = 0

    def open(self):
        self.listener.listen()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            self.passed += 1
            server = socket.create_connection(("127.0.0.1", self.real))
            for a, b in ((client, server), (server, client)):
                threading.Thread(target=self.pump, args=(a, b), daemon=True).start()

    @staticmethod
    def pump(source, target):
        try:
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def test(world):
    gate = Gate(world.mail["smtp"])
    text = world.config.read_text()
    head, smtp = text.split("[smtp]")
    world.config.write_text(head + "[smtp]" + re.sub(r"port = \d+", f"port = {gate.port}", smtp))
    world.start_daemon()
    world.send(clean_ubl_mail("8800001"))
    world.drop_file("a.edi", clean_edi("4500001", "D1"))
    store = system.database(world)
    expect(world.wait_until(lambda: store.one("SELECT count(*) FROM outbox WHERE state = 'retry'") == "2", 30), "two answers should wait")
    expect(store.one("SELECT count(*) FROM order_case WHERE official_no IS NOT NULL") == "2", "orders must be accepted while SMTP is away")
    expect(system.log_has(world, r"warning answer\.waits"), "the log does not tell that answers wait")
    gate.open()
    expect(world.wait_until(lambda: store.one("SELECT count(*) FROM outbox WHERE state <> 'sent'") == "0", 90), "the answers did not leave")
    boxes = ("petra@korenaar.example", system.EINKAUF_BOX)
    expect(world.wait_until(lambda: all(world.mailbox_of(box) for box in boxes), 20), "the answers did not arrive")
    expect(world.stop_daemon() == 0, "SIGTERM did not end it cleanly")
    for box in boxes:
        expect(len(world.mailbox_of(box)) == 1, f"{box} got {len(world.mailbox_of(box))} mails")
    print(f"sent after {store.one('SELECT max(attempts) FROM outbox')} attempts, {gate.passed} connections")


if __name__ == "__main__":
    sys.exit(system.run(test, __doc__))
