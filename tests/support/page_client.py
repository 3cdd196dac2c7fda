# SPDX-License-Identifier: Apache-2.0
"""Somebody at the page, without a browser: one connection that stays, cookies, and the token of the form he saw last."""

import http.client
import re
import urllib.parse

REDIRECTS = 5


class Person:
    def __init__(self, page, login=None, password=None):
        url = urllib.parse.urlsplit(page)
        self.connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
        self.cookies, self.csrf = {}, ""
        if login and "/logout" not in self.log_in(login, password):
            raise RuntimeError(f"{login} is not let in")

    def log_in(self, login, password):
        """The page that follows: the first one, or the question for a code."""
        self.get("/login")
        return self.post("/login", {"login": login, "password": password, "back": "/queue"})[1]

    def ask(self, method, path, body=None):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "Sec-Fetch-Site": "same-origin"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name == "Set-Cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        found = re.search(r'name="csrf" value="([^"]+)"', text)
        self.csrf = found[1] if found else self.csrf
        return answer.status, answer.getheader("Location", path), text

    def get(self, path):
        status, _, text = self.ask("GET", path)
        if status != 200:
            raise RuntimeError(f"{path}: {status} {text[:200]}")
        return text

    def post(self, path, fields):
        """Where the form led, and the page there."""
        pairs = [("csrf", self.csrf), *(fields.items() if isinstance(fields, dict) else fields)]
        status, to, text = self.ask("POST", path, urllib.parse.urlencode(pairs))
        for _ in range(REDIRECTS):
            if status != 303:
                break
            path = to
            status, to, text = self.ask("GET", path)
        return path, text
