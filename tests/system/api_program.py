# SPDX-License-Identifier: Apache-2.0
"""A program that calls the API of a daemon with a token."""

import http.client
import json
import urllib.parse

from system_world import expect


class Program:
    def __init__(self, page, token):
        self.move_to(page)
        self.token = token

    def move_to(self, page):
        url = urllib.parse.urlsplit(page)
        self.address = (url.hostname, url.port)

    def call(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection(*self.address, timeout=60)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json",
                   **{name.replace("_", "-"): text for name, text in headers.items()}}
        connection.request(method, f"/api/v1{path}", json.dumps(body or {}) if method == "POST" else None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, json.loads(text) if text.startswith(("{", "[")) else text, answer.getheader("ETag")

    def stream(self, after):
        connection = http.client.HTTPConnection(*self.address, timeout=30)
        connection.request("GET", "/api/v1/events", headers={"Authorization": f"Bearer {self.token}",
                                                             "Accept": "text/event-stream", "Last-Event-ID": str(after)})
        answer = connection.getresponse()
        expect(answer.getheader("Content-Type") == "text/event-stream", f"no stream: {answer.status}")
        return answer

    def follow(self, after, wanted):
        """Events by their number until one of that name comes."""
        answer, seen, number = self.stream(after), [], None
        while line := answer.readline().decode():
            if line.startswith("id: "):
                number = int(line[4:])
            elif line.startswith("event: "):
                seen.append((number, line[7:].strip()))
            elif line.startswith("data: "):
                expect(json.loads(line[6:])["id"] == number, "data and id differ")
                if seen[-1][1] == wanted:
                    break
        answer.close()
        return seen
