# SPDX-License-Identifier: Apache-2.0
"""A whole Besteld on loopback under one folder: real mail servers, the demo's base data, a drop folder, the daemon."""

import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import smtplib
import ssl
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
import servers  # noqa: E402

MAILBOX = "orders@noordkade.example"


class World:
    def __init__(self, folder, binary, storage=None, web_port=0, poll="5s", log_level="info", hold="0s"):
        self.folder = pathlib.Path(folder).resolve()
        self.binary = str(binary)
        self.storage = storage or "sqlite:besteld.db"
        self.web_port = web_port
        self.poll = poll
        self.log_level = log_level
        self.hold = hold
        self.daemon = None
        self.mail = None
        self.log_path = self.folder / "besteld.log"
        self.drop = self.folder / "edi-in"
        self.edi_out = self.folder / "edi-out"
        self.config = self.folder / "besteld.toml"

    # ── set-up ───────────────────────────────────────────────────────────────────────────────────
    def start_servers(self):
        self.mail = servers.start(self.folder / "mail")
        if self.mail["smtp"] is None:
            raise RuntimeError(self.mail["smtp_missing"])

    def write_config(self):
        self.drop.mkdir(exist_ok=True)
        self.edi_out.mkdir(exist_ok=True)
        secret = self.folder / "mail.password"
        secret.write_text(self.mail["password"] + "\n")
        secret.chmod(0o600)
        self.config.write_text(f"""# made for the demo and the tests; config/besteld.toml is the one to copy
[site]
name = "Noordkade Verpakkingen B.V."
gln = "9520000000011"
vat = "NL123456789B13"
mail_addresses = ["{MAILBOX}"]
mail_domain = "noordkade.example"
hold = "{self.hold}"

[storage]
url = "{self.storage}"

[web]
port = {self.web_port}

[answers]
templates = "{ROOT / 'templates'}"
edi_out = "edi-out"

[log]
level = "{self.log_level}"

[[mailbox]]
name = "orders"
host = "{self.mail['host']}"
port = {self.mail['imaps']}
user = "{MAILBOX}"
password = {{ file = "mail.password" }}
ca_file = "{self.mail['ca_file']}"
done_folder = "Processed"
poll = "{self.poll}"

[[drop]]
name = "edi"
path = "edi-in"
settle = "500ms"
scan = "2s"

[smtp]
host = "{self.mail['host']}"
port = {self.mail['smtp']}
tls = "starttls"
user = "{MAILBOX}"
password = {{ file = "mail.password" }}
ca_file = "{self.mail['ca_file']}"
from_address = "{MAILBOX}"
""")

    def command(self, *words, stdin=None):
        return subprocess.run([self.binary, *words], input=stdin, capture_output=True, text=True, timeout=120)

    def must(self, *words, stdin=None):
        done = self.command(*words, stdin=stdin)
        if done.returncode != 0:
            raise RuntimeError(f"besteld {' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    def import_world(self, edit=None):
        """The demo's base data. Its clock stands at 2 March 2026: every date is moved by whole weeks to today.
        `edit` may change the copy before it is imported."""
        weeks = (datetime.date.today() - datetime.date(2026, 3, 2)).days // 7
        data = self.folder / "base-data"
        shutil.copytree(ROOT / "config" / "demo-world", data)

        def moved(match):
            return str(datetime.date.fromisoformat(match[0]) + datetime.timedelta(weeks=weeks))

        for file in data.glob("*.csv"):
            file.write_text(re.sub(r"\b20\d\d-\d\d-\d\d\b", moved, file.read_text()))
        if edit:
            edit(data)
        self.must("import", "--config", str(self.config), str(data))

    def add_user(self, login, name, role, password, language="nl"):
        self.must("user", "add", "--config", str(self.config), login, "--name", name, "--role", role,
                  "--language", language, stdin=password + "\n")

    # ── the daemon ───────────────────────────────────────────────────────────────────────────────
    def spawn_daemon(self):
        """Starts it without waiting; where its log begins."""
        with open(self.log_path, "ab") as log:
            begin = log.tell()
            self.daemon = subprocess.Popen([self.binary, "run", "--config", str(self.config)], stdin=subprocess.DEVNULL,
                                           stdout=log, stderr=log, start_new_session=True)
        return begin

    def start_daemon(self, seconds=30):
        begin = self.spawn_daemon()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with open(self.log_path, "rb") as log:
                log.seek(begin)
                ready = re.search(rb"daemon\.ready page=(\S+)", log.read())
            if ready:
                self.page = ready[1].decode()
                return self.page
            if self.daemon.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError("the daemon does not start:\n" + self.log_path.read_text()[-2000:])

    def kill_daemon(self):
        os.kill(self.daemon.pid, signal.SIGKILL)
        self.daemon.wait()

    def stop_daemon(self, seconds=30):
        """SIGTERM; the exit status, or None when it had to be killed."""
        if self.daemon is None or self.daemon.poll() is not None:
            return self.daemon.returncode if self.daemon else None
        os.kill(self.daemon.pid, signal.SIGTERM)
        try:
            return self.daemon.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill_daemon()
            return None

    def stop(self):
        self.stop_daemon()
        if self.mail:
            servers.stop(self.folder / "mail")
            self.mail = None

    # ── customers ────────────────────────────────────────────────────────────────────────────────
    def smtp(self):
        """A connection to Postfix. Its master starts servers as they are asked for: the first may be turned away."""
        context = ssl.create_default_context(cafile=self.mail["ca_file"])
        for patience in range(20, -1, -1):
            try:
                client = smtplib.SMTP(self.mail["host"], self.mail["smtp"], timeout=30)
                client.starttls(context=context)
                return client
            except (OSError, smtplib.SMTPException):
                if patience == 0:
                    raise
                time.sleep(0.5)

    def send(self, message, client=None):
        own = client or self.smtp()
        own.send_message(message)
        if client is None:
            own.quit()

    def drop_file(self, name, text):
        self.drop_bytes(name, text.encode())

    def drop_bytes(self, name, content):
        """As a careful partner does: written under another name, then renamed."""
        hidden = self.drop / f".{name}.writing"
        hidden.write_bytes(content)
        hidden.rename(self.drop / name)

    def mailbox_of(self, address):
        """The messages in somebody's mailbox, as bytes."""
        box = pathlib.Path(self.mail["mail_dir"]) / address
        files = [f for part in ("new", "cur") for f in sorted((box / part).glob("*"))] if box.exists() else []
        return [f.read_bytes() for f in files]

    def audit(self):
        return self.must("audit", "--config", str(self.config))

    def queue(self):
        lines = self.must("queue", "--json", "--config", str(self.config)).splitlines()
        return [json.loads(line) for line in lines]

    def wait_until(self, condition, seconds, every=0.2):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if answer := condition():
                return answer
            time.sleep(every)
        return condition()
