#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Small IMAP and SMTP servers that misbehave as told, for tests. Plain text on loopback.

    fault_server.py smtp STAGE:ACTION…    fault_server.py imap SCENARIO

Prints its port, then one line per event, and ends when its standard input is closed.
SMTP stages: greeting ehlo auth mail rcpt data body final quit idle; actions: a reply code, cut, mute, late, garbage,
plus ehlo:nopipe, ehlo:small, ehlo:no8bit. IMAP scenarios are the words compared with `scenario` below; what breaks a
connection breaks the first one only, so that a test sees the recovery.
"""

import json
import os
import socketserver
import sys
import threading
import time


def say(text):
    print(text, flush=True)


class Cut(Exception):
    pass


class Smtp(socketserver.StreamRequestHandler):
    faults = {}

    def act(self, stage, answer):
        action = self.faults.get(stage)
        if action == "cut":
            raise Cut
        if action == "mute":
            self.rfile.read()
            raise Cut
        if action == "late":
            time.sleep(1.5)
        if action == "garbage":
            answer = "HTTP/1.1 200 OK"
        if action and action.isdigit():
            answer = f"{action}-5.7.1 scripted\r\n{action} second line"
        self.wfile.write(answer.encode() + b"\r\n")
        if action == "421":
            raise Cut
        return answer[0] in "23"

    def handle(self):
        try:
            self.talk()
        except (Cut, OSError):
            pass

    def extensions(self):
        mode = self.faults.get("ehlo")
        lines = ["250-fault.example", "250-SIZE 100" if mode == "small" else "250-SIZE 1000000"]
        if mode != "nopipe":
            lines.append("250-PIPELINING")
        if mode != "no8bit":
            lines.append("250-8BITMIME")
        if "auth" in self.faults:
            lines.append("250-AUTH PLAIN")
        return "\r\n".join(lines + ["250 HELP"])

    def talk(self):
        say("connect")
        if not self.act("greeting", "220 fault.example"):
            return
        sender, recipients = None, []
        while True:
            line = self.rfile.readline().decode()
            if not line:
                return
            verb = line.strip().upper()
            if verb.startswith("EHLO"):
                self.wfile.write(self.extensions().encode() + b"\r\n")
            elif verb.startswith("AUTH"):
                self.act("auth", "235 fine")
            elif verb.startswith("MAIL"):
                say("command " + line.strip())
                recipients = []
                sender = line.strip() if self.act("mail", "250 fine") else None
            elif verb.startswith("RCPT"):
                self.recipient(line, sender, recipients)
            elif verb == "DATA":
                self.data(sender, recipients)
                if self.faults.get("idle") == "cut":
                    return
            elif verb == "RSET":
                self.wfile.write(b"250 fine\r\n")
            elif verb == "QUIT":
                self.act("quit", "221 bye")
                return
            else:
                say("command " + line.strip())
                self.wfile.write(b"500 what\r\n")

    def recipient(self, line, sender, recipients):
        say("command " + line.strip())
        if sender is None:
            self.wfile.write(b"503 no MAIL\r\n")
        elif "<bad" in line:
            self.wfile.write(b"550 5.1.1 nobody here\r\n")
        elif "<grey" in line:
            self.wfile.write(b"450 4.2.0 greylisted\r\n")
        elif self.act("rcpt", "250 fine"):
            recipients.append(line.strip())

    def data(self, sender, recipients):
        if sender is None or (not recipients and self.faults.get("rcpt") != "550"):
            self.wfile.write(b"503 no recipient\r\n")
            return
        if not self.act("data", "354 go"):
            return
        body = b""
        while not body.endswith(b"\r\n.\r\n") and body != b".\r\n":
            line = self.rfile.readline()
            if not line:
                return
            body += line
            if self.faults.get("body") == "cut":
                raise Cut
        if not recipients:
            self.wfile.write(b"554 no valid recipients\r\n")
            return
        say("message " + json.dumps(body.decode("latin-1")))
        self.act("final", "250 2.0.0 queued")


MESSAGES = {
    4: b"From: buyer@acme.example\r\nSubject: one\r\n\r\nFirst order\r\n",
    7: b"Subject: two\r\n\r\nA004 OK done\r\n* BYE\r\n* 9 EXISTS\r\n)\r\nx {5}\r\n",
    9: b"Subject: three\r\n\r\nLast\r\n",
}


class Imap(socketserver.StreamRequestHandler):
    scenario = "good"
    connections = 0

    def handle(self):
        Imap.connections += 1
        self.first = Imap.connections == 1
        say("connect")
        try:
            self.talk()
        except (Cut, OSError):
            pass

    def write(self, text):
        data = text.encode() if isinstance(text, str) else text
        if self.scenario == "drip":
            for i in range(len(data)):
                self.wfile.write(data[i:i + 1])
                self.wfile.flush()
        else:
            self.wfile.write(data)

    def talk(self):
        self.write("* OK fault server\r\n")
        while True:
            line = self.rfile.readline().decode()
            if not line:
                return
            tag, _, command = line.strip().partition(" ")
            if "LOGIN" not in command.upper():
                say("command " + command)
            word = command.upper().replace("UID ", "UID_").split(" ")[0]
            getattr(self, "on_" + word.lower(), self.on_other)(tag, command)

    def on_other(self, tag, command):
        self.write(f"{tag} OK done\r\n")

    def on_capability(self, tag, command):
        self.write(f"* CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE\r\n{tag} OK done\r\n")

    def on_login(self, tag, command):
        if self.scenario == "auth_failed":
            self.write(f"{tag} NO [AUTHENTICATIONFAILED] wrong\r\n")
        elif self.scenario == "limit" and self.first:
            self.write(f"{tag} NO [LIMIT] too many connections\r\n")
        elif self.scenario == "tail":
            # In one packet with the answer: libcurl swallows a part of it.
            self.write(f"{tag} OK in\r\n* 3 EXISTS\r\n* 1 FETCH (UID 4 BODY[] {{400}}\r\n")
        else:
            self.write(f"{tag} OK in\r\n")

    def on_select(self, tag, command):
        if self.scenario == "bye" and self.first:
            self.write("* BYE restarting\r\n")
            raise Cut
        if self.scenario == "wrong_tag" and self.first:
            self.write("A001 OK hello\r\n")
        flags = "\\Seen \\Deleted" + ("" if self.scenario == "no_keyword" else " \\*")
        self.write(f"* 3 EXISTS\r\n* OK [UIDVALIDITY 77] v\r\n* OK [UIDNEXT 10] n\r\n"
                   f"* OK [PERMANENTFLAGS ({flags})] f\r\n{tag} OK [READ-WRITE] in\r\n")

    def on_uid_search(self, tag, command):
        if self.scenario == "huge_line" and self.first:
            self.write("* SEARCH " + "1 " * 1_100_000 + "\r\n")
        low = int(command.split()[3].split(":")[0])
        found = [uid for uid in MESSAGES if uid >= low] or [9]  # n:* always finds the last one
        self.write("* SEARCH " + " ".join(map(str, found)) + f"\r\n{tag} OK done\r\n")

    @staticmethod
    def uids(command):
        uids = []
        for part in command.split()[2].split(","):
            low, _, high = part.partition(":")
            uids += range(int(low), int(high or low) + 1)
        return [uid for uid in uids if uid in MESSAGES]

    def on_uid_fetch(self, tag, command):
        for number, uid in enumerate(self.uids(command), 1):
            if "RFC822.SIZE" in command:
                self.write(f"* {number} FETCH (UID {uid} FLAGS () RFC822.SIZE {len(MESSAGES[uid])} "
                           f'INTERNALDATE "02-Mar-2026 09:15:00 +0100")\r\n')
            else:
                self.body(number, uid, "HEADER" if "HEADER" in command else "")
        self.write(f"{tag} OK done\r\n")

    def body(self, number, uid, section):
        data = MESSAGES[uid]
        if section == "HEADER":
            data = data.split(b"\r\n\r\n")[0] + b"\r\n\r\n"
        elif self.scenario == "gone" and uid == 7:
            return
        elif self.scenario == "nil" and uid == 7:
            self.write(f"* {number} FETCH (UID 7 BODY[] NIL)\r\n")
            return
        elif self.scenario == "lying_size" and uid == 7:
            data = data + b"x" * 3_000_000
        if self.scenario == "unsolicited":
            self.write(f"* {number} FETCH (FLAGS (\\Seen))\r\n* 4 EXISTS\r\n* {number} FETCH (UID 99 BODY[] \"no\")\r\n")
        size = len(data) + (1000 if self.scenario == "lying_literal" and self.first else 0)
        self.write(f"* {number} FETCH (BODY[{section}] {{{size}}}\r\n")
        if self.scenario == "cut_literal" and self.first:
            self.write(data[:10])
            raise Cut
        self.write(data)
        self.write(f' INTERNALDATE "02-Mar-2026 09:15:00 +0100" UID {uid})\r\n')

    def on_uid_move(self, tag, command):
        if self.scenario == "move_nothing":
            self.write(f"{tag} OK No messages found.\r\n")
            return
        uids = ",".join(map(str, self.uids(command)))
        self.write(f"* OK [COPYUID 78 {uids} {uids}] moved\r\n{tag} OK done\r\n")

    def on_idle(self, tag, command):
        self.write("+ idling\r\n")
        self.rfile.readline()
        self.write(f"{tag} OK done\r\n")

    def on_logout(self, tag, command):
        self.write(f"* BYE bye\r\n{tag} OK done\r\n")
        raise Cut


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


def main():
    kind, *words = sys.argv[1:]
    if kind == "smtp":
        Smtp.faults = dict(word.split(":") for word in words if ":" in word)
    else:
        Imap.scenario = words[0]
    server = Server(("127.0.0.1", 0), Smtp if kind == "smtp" else Imap)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(str(server.server_address[1]))
    sys.stdin.read()
    os._exit(0)


main()
