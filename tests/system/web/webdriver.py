# SPDX-License-Identifier: Apache-2.0
"""As much of the W3C WebDriver protocol as the page tests need, on the standard library alone."""

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "Control": "\ue009"}


class PageServer:
    """The program that serves the pages; ends with its standard input."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("port "):
            raise RuntimeError(f"{program} did not start: {line!r}")
        self.url = f"http://127.0.0.1:{int(line[5:])}"

    def let_go(self):
        """What people decided is carried out, as if its time to be taken back were over."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        if not self.process.stdout.readline().startswith("carried out "):
            raise RuntimeError("the server did not say what it carried out")

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self.process.stdout.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    def __init__(self, chromedriver, chromium, dark=False, size=(1280, 800)):
        self.home = tempfile.mkdtemp(prefix="besteld-browser-")
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen([chromedriver, f"--port={port}"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, env={**os.environ, "HOME": self.home})
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                     "--disable-background-networking", "--no-first-run", f"--user-data-dir={self.home}/profile",
                     f"--window-size={size[0]},{size[1]}"]
        if dark:
            arguments.append("--blink-settings=preferredColorScheme=0")
        options = {"binary": chromium, "args": arguments}
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}}
        for attempt in range(100):
            try:
                self.session = self.call("POST", "/session", wanted)["sessionId"]
                break
            except (urllib.error.URLError, ConnectionError):
                if attempt == 99:
                    self.driver.kill()
                    raise
                time.sleep(0.1)
        self.call("POST", f"/session/{self.session}/window/rect", {"width": size[0], "height": size[1]})
        self.command("goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride",
                                          "params": {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}})

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as fault:
            raise RuntimeError(fault.read().decode(errors="replace")[:500]) from fault

    def command(self, path, body=None, method="POST"):
        return self.call(method, f"/session/{self.session}/{path}", {} if body is None and method == "POST" else body)

    def open(self, url):
        self.command("url", {"url": url})

    def url(self):
        return self.command("url", method="GET")

    def run(self, script, *arguments):
        return self.command("execute/sync", {"script": script, "args": list(arguments)})

    def run_until_done(self, script, *arguments):
        """Of a script that calls its last argument with what it found."""
        return self.command("execute/async", {"script": script, "args": list(arguments)})

    def text(self):
        return self.run("return document.body.innerText")

    def source(self):
        return self.command("source", method="GET")

    def find(self, css):
        return self.command("element", {"using": "css selector", "value": css})[ELEMENT]

    def type(self, css, text):
        self.command(f"element/{self.find(css)}/value", {"text": text})

    def click(self, css):
        self.command(f"element/{self.find(css)}/click")

    def press(self, key, held=""):
        """One key to whatever has the focus, as a person does; `held`: Control and the like."""
        value, mate = KEYS.get(key, key), KEYS.get(held)
        strokes = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        if mate:
            strokes = [{"type": "keyDown", "value": mate}, *strokes, {"type": "keyUp", "value": mate}]
        self.command("actions", {"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})

    def write(self, text):
        """Letter by letter to whatever has the focus; a tab goes to the next field."""
        for letter in text:
            self.press("Tab" if letter == "\t" else letter)

    def wait(self, script, what, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.run(script):
                    return
            except RuntimeError:
                pass  # the page is just being changed
            time.sleep(0.05)
        raise AssertionError(f"{what} did not happen; the page at {self.url()} says:\n{self.text()[:1500]}")

    def console(self):
        return [entry["message"] for entry in self.command("se/log", {"type": "browser"})]

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.command("screenshot", method="GET")))

    def close(self):
        try:
            self.call("DELETE", f"/session/{self.session}")
        finally:
            self.driver.terminate()
            self.driver.wait(timeout=10)
            shutil.rmtree(self.home, ignore_errors=True)


def log_in(browser, url, login, password):
    browser.open(url + "/login")
    browser.type("input[name=login]", login)
    browser.type("input[name=password]", password)
    browser.click("form button")
    browser.wait("return location.pathname === '/queue'", "the log-in")


def case_numbers(browser):
    return [int(number) for number in re.findall(r'href="/case/(\d+)', browser.source())]
