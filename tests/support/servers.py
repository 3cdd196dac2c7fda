#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real mail servers on loopback: Dovecot (IMAP, LMTP) and Postfix (SMTP, delivering into Dovecot).

    servers.py start DIR   starts both under DIR and prints one JSON line
    servers.py stop DIR    ends exactly these processes

Every user name is a mailbox (log in with the full address mail was sent to); the password is "secret".
Postfix delivers mail for any address into Dovecot: nothing ever leaves this machine. The JSON:

    host, imap (STARTTLS or plain), imaps, lmtp, smtp (STARTTLS, AUTH; null without Postfix),
    smtp_missing (why), ca_file, mail_dir (a Maildir per user), password, pids

Packages: dovecot-imapd dovecot-lmtpd postfix openssl. Postfix needs root, because its master changes
user; started by anybody else there is only Dovecot, and "smtp" is null.
"""

import argparse
import grp
import json
import os
import pathlib
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PASSWORD = "secret"
POSTFIX = pathlib.Path("/usr/lib/postfix/sbin")
LONGEST_SOCKET_FOLDER = 60  # a socket's whole path has about 100 bytes; Postfix puts some 30 behind it


def free_port():
    """A free port below those that the kernel lends to outgoing connections: one of these could be lent, between
    our look and the server's start, to another test that runs beside us."""
    draw = random.SystemRandom()
    while True:
        port = draw.randrange(15000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def wait_for_port(port, process, seconds=15):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            return False
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        except OSError:
            time.sleep(0.05)
    return False


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def make_certificates(base):
    """A throw-away authority (ca.pem) and a server key signed by it."""
    (base / "san.cnf").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    run("openssl", "req", "-x509", *key, "-keyout", base / "ca.key", "-out", base / "ca.pem", "-days", "2",
        "-subj", "/CN=throw-away authority")
    run("openssl", "req", *key, "-keyout", base / "srv.key", "-out", base / "srv.csr", "-subj", "/CN=localhost")
    run("openssl", "x509", "-req", "-in", base / "srv.csr", "-CA", base / "ca.pem", "-CAkey", base / "ca.key",
        "-CAcreateserial", "-days", "2", "-extfile", base / "san.cnf", "-out", base / "srv.pem")


def dovecot_config(base, run_dir, ports):
    root = os.getuid() == 0
    me, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    owner = ("mail", "mail") if root else (me, group)
    unprivileged = "" if root else f"""
default_internal_user = {me}
default_internal_group = {group}
default_login_user = {me}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
}}
"""
    return f"""
base_dir = {run_dir}
state_dir = {base}/state
log_path = {base}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{base}/srv.pem
ssl_key = <{base}/srv.key
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_max_userip_connections = 50
mail_location = maildir:{base}/mail/%u
first_valid_uid = 1
first_valid_gid = 1
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={owner[0]} gid={owner[1]} home={base}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
{unprivileged}
service imap-login {{
  inet_listener imap {{
    port = {ports['imap']}
  }}
  inet_listener imaps {{
    port = {ports['imaps']}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {ports['lmtp']}
  }}
}}
service auth {{
  unix_listener auth-smtp {{
    mode = 0666
  }}
}}
"""


def start_dovecot(base, run_dir, ports):
    mail = base / "mail"
    mail.mkdir()
    (base / "state").mkdir()
    if os.getuid() == 0:
        shutil.chown(mail, "mail", "mail")
    config = base / "dovecot.conf"
    config.write_text(dovecot_config(base, run_dir, ports))
    program = shutil.which("dovecot") or "/usr/sbin/dovecot"
    with open(base / "dovecot.out", "wb") as out:
        process = subprocess.Popen([program, "-F", "-c", str(config)], stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=out, start_new_session=True)
    for name in ("imap", "imaps", "lmtp"):
        if not wait_for_port(ports[name], process):
            end(process.pid)
            raise RuntimeError("dovecot does not start: " + (base / "dovecot.out").read_text()[-500:])
    return process.pid


POSTFIX_MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
proxymap  unix - - n - - proxymap
lmtp      unix - - n - - lmtp
error     unix - - n - - error
retry     unix - - n - - error
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
"""


def postfix_main(base, run_dir, ports):
    return f"""
compatibility_level = 3.6
queue_directory = {postfix_home(base, run_dir)}/queue
data_directory = {postfix_home(base, run_dir)}/data
mail_owner = postfix
setgid_group = postdrop
maillog_file = {base}/postfix.log
maillog_file_prefixes = {base}
myhostname = mail.besteld.example
myorigin = besteld.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
local_transport = error:no local mail
# Mail for whatever address goes into Dovecot; there is no way out of this machine.
default_transport = lmtp:inet:[127.0.0.1]:{ports['lmtp']}
relay_transport = $default_transport
disable_dns_lookups = yes
smtpd_peername_lookup = no
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_tls_security_level = may
smtpd_tls_cert_file = {base}/srv.pem
smtpd_tls_key_file = {base}/srv.key
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {run_dir}/auth-smtp
message_size_limit = 31457280
minimal_backoff_time = 5s
queue_run_delay = 5s
"""


def postfix_home(base, run_dir):
    """Beside the rest, unless its sockets' paths would be too long there."""
    return (base if run_dir == base / "run" else run_dir) / "postfix"


def make_postfix_folders(postfix):
    for name in ("active bounce corrupt defer deferred flush hold incoming maildrop private public saved trace"
                 " pid").split():
        folder = postfix / "queue" / name
        folder.mkdir(parents=True)
        folder.chmod(0o700 if name not in ("public", "pid", "maildrop") else 0o755)
        if name != "pid":
            shutil.chown(folder, "postfix")
    (postfix / "data").mkdir()
    shutil.chown(postfix / "data", "postfix")
    (postfix / "etc").mkdir()


def start_postfix(base, run_dir, ports):
    make_postfix_folders(postfix_home(base, run_dir))
    etc = postfix_home(base, run_dir) / "etc"
    (etc / "main.cf").write_text(postfix_main(base, run_dir, ports))
    (etc / "master.cf").write_text(POSTFIX_MASTER.format(port=ports["smtp"]))
    with open(base / "postfix.out", "wb") as out:
        # -d: stay in the foreground. A session of its own: the master ends its whole group.
        process = subprocess.Popen([POSTFIX / "master", "-d", "-c", etc], stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=out, start_new_session=True,
                                   env={"PATH": os.environ["PATH"], "MAIL_CONFIG": str(etc)})
    if not wait_for_port(ports["smtp"], process):
        end(process.pid)
        log = base / "postfix.log"
        raise RuntimeError("postfix does not start: " + (base / "postfix.out").read_text()[-300:] +
                           (log.read_text()[-300:] if log.exists() else ""))
    return process.pid


def why_no_postfix():
    if os.getuid() != 0:
        return "Postfix runs only for root; run as root for SMTP"
    if not (POSTFIX / "master").exists():
        return "Postfix is not installed (apt-get install postfix)"
    return None


def process_start(pid):
    """Tells a process from a later one with the same number; None when it is gone."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return None if fields[0] == "Z" else int(fields[19])
    except OSError:
        return None


def end(pid, started=None):
    if process_start(pid) is None or (started is not None and process_start(pid) != started):
        return
    os.kill(pid, signal.SIGTERM)
    for _ in range(200):
        if process_start(pid) is None:
            return
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)


def try_start(base):
    run_dir = base / "run"
    if len(str(run_dir)) > LONGEST_SOCKET_FOLDER:
        run_dir = pathlib.Path(tempfile.mkdtemp(prefix="bsd-"))
    run_dir.mkdir(exist_ok=True)
    run_dir.chmod(0o755)
    make_certificates(base)
    ports = {name: free_port() for name in ("imap", "imaps", "lmtp", "smtp")}
    missing = why_no_postfix()
    pids = [start_dovecot(base, run_dir, ports)]
    try:
        if missing is None:
            pids.append(start_postfix(base, run_dir, ports))
    except Exception:
        end(pids[0])
        raise
    if missing is not None:
        ports["smtp"] = None
    return {"host": "127.0.0.1", **ports, "smtp_missing": missing, "ca_file": str(base / "ca.pem"), "mail_dir": str(base / "mail"),
            "password": PASSWORD, "run_dir": str(run_dir),
            "pids": [{"pid": pid, "started": process_start(pid)} for pid in pids]}


def start(directory):
    """Starts the servers under `directory` (made when missing, otherwise empty) and returns the JSON's content."""
    base = pathlib.Path(directory).resolve()
    base.mkdir(parents=True, exist_ok=True)
    if os.getuid() == 0:
        base.chmod(0o755)  # the servers' own users go through it
    for attempt in range(3):
        room = base / f"try{attempt}"
        room.mkdir()
        try:
            servers = try_start(room)
            break
        except RuntimeError as error:  # somebody else took a port between the asking and the binding
            if attempt == 2:
                raise
            print(error, file=sys.stderr)
    (base / "servers.json").write_text(json.dumps(servers))
    return servers


def stop(directory):
    path = pathlib.Path(directory).resolve() / "servers.json"
    if not path.exists():
        return
    servers = json.loads(path.read_text())
    for process in reversed(servers["pids"]):
        end(process["pid"], process["started"])
    shutil.rmtree(servers["run_dir"], ignore_errors=True)
    path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["start", "stop"])
    parser.add_argument("directory")
    arguments = parser.parse_args()
    if arguments.command == "stop":
        stop(arguments.directory)
        return
    try:
        print(json.dumps(start(arguments.directory)), flush=True)
    except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"servers.py: {error}")


if __name__ == "__main__":
    main()
