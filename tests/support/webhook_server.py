#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A receiver of webhooks on loopback that does as it is told, for tests.

    webhook_server.py ACTION

Prints its port, then one line per call, and ends when its standard input is closed. Actions: a status, cut (closes
without an answer), mute (never answers), garbage (no HTTP), endless (an answer without end), halfway (less than it
promised), receipt (200 with a number), busy (429 with Retry-After).
"""

import socketserver
import sys
import threading

ACTION = sys.argv[1]


class Receiver(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            self.take()
        except OSError:
            pass

    def take(self):
        request = self.rfile.readline().decode().strip()
        headers = {}
        while (line := self.rfile.readline().decode().strip()):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = self.rfile.read(int(headers.get("content-length", 0))).decode()
        print(f"{request} key={headers.get('idempotency-key')} kind={headers.get('besteld-kind')} "
              f"signature={headers.get('besteld-signature')} body={body}", flush=True)
        self.answer()

    def answer(self):
        if ACTION == "cut":
            return
        if ACTION == "mute":
            self.rfile.read()
        elif ACTION == "garbage":
            self.wfile.write(b"\0\1\2 250 this is no HTTP\r\n")
        elif ACTION == "endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            while True:
                self.wfile.write(b"x" * 65536)
        elif ACTION == "halfway":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        elif ACTION == "receipt":
            self.reply("200 OK", '{"number":"4711"}')
        elif ACTION == "busy":
            self.reply("429 Too Many Requests", "later", "Retry-After: 120\r\n")
        else:
            self.reply(f"{ACTION} scripted", "" if ACTION == "204" else "as told", "Location: http://127.0.0.1:1/\r\n")

    def reply(self, status, body, more=""):
        self.wfile.write(f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n{more}\r\n{body}".encode())


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


with Server(("127.0.0.1", 0), Receiver) as server:
    print(server.server_address[1], flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    server.shutdown()
