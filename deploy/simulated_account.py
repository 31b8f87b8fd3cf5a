"""The demo's account of `./janitor simulate`, as containers reach it."""

import contextlib
import re
import socket
import ssl
import subprocess
import sys
import threading
import typing

from containers import ROOT, way_from_containers

ACCOUNT = "111122223333"


class Addresses(typing.NamedTuple):
    """Of one account: for containers, and for programs on this machine."""

    outside: str
    inside: str


@contextlib.contextmanager
def simulated_account(certificate=None):
    """It listens to this machine only, so what containers send is passed on.

    With a certificate and its key (files of PEM) containers speak TLS with it, as they do with AWS.
    """
    lab = subprocess.Popen(
        [ROOT / "janitor", "simulate", "--demo", "--port", "0"], stdout=subprocess.PIPE, stderr=sys.stderr, text=True)
    try:
        port = next(int(found[1]) for found in (re.search(r"127\.0\.0\.1:(\d+)", line) for line in lab.stdout) if found)
        threading.Thread(target=lab.stdout.read, daemon=True).start()
        listen_at, called = way_from_containers()
        door = socket.create_server((listen_at, 0))
        threading.Thread(target=_open, args=(door, _tls(certificate), port), daemon=True).start()
        scheme = "https" if certificate else "http"
        yield Addresses(f"{scheme}://{called}:{door.getsockname()[1]}", f"http://127.0.0.1:{port}")
    finally:
        lab.terminate()
        lab.wait()


def _tls(certificate):
    if certificate is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    return context


def _open(door, tls, port):
    while True:
        visitor, _ = door.accept()
        threading.Thread(target=_pass_on, args=(visitor, tls, port), daemon=True).start()


def _pass_on(visitor, tls, port):
    with contextlib.suppress(OSError):
        outside = tls.wrap_socket(visitor, server_side=True) if tls else visitor
        inside = socket.create_connection(("127.0.0.1", port))
        threading.Thread(target=_copy, args=(outside, inside), daemon=True).start()
        _copy(inside, outside)


def _copy(source, target):
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
