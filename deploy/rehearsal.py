"""Runs a function's image once, in the simulated account, to learn which classes it needs."""

import contextlib
import http.server
import queue
import sys
import threading
import time
import urllib.parse
import urllib.request

from containers import docker, output, way_from_containers
from simulated_account import ACCOUNT, simulated_account

CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
REGION = "us-east-1"
PATIENCE = 120
STATE, REPORTS, TOPIC = "janitor-state", "janitor-reports", "janitor"
# What the stack gives a function, as far as it makes one do more.
STACK = {
    "JANITOR_ACCOUNT_ID": ACCOUNT,
    "JANITOR_STATE_BUCKET": STATE,
    "JANITOR_REPORT_BUCKET": REPORTS,
    "JANITOR_TOPIC_ARN": f"arn:aws:sns:{REGION}:{ACCOUNT}:{TOPIC}",
}


@contextlib.contextmanager
def stage(folder, keytool):
    """An account for rehearsals, reached by TLS as AWS is reached. Its certificate lies in the folder."""
    certificate, key, trusted = folder / "certificate.pem", folder / "key.pem", folder / "trusted.p12"
    _certify(certificate, key)
    output(keytool, "-importcert", "-noprompt", "-alias", "lab", "-file", certificate,
           "-keystore", trusted, "-storetype", "PKCS12", "-storepass", "rehearsal")
    with simulated_account((certificate, key)) as addresses:
        _furnish(addresses.inside)
        yield Stage(addresses.outside, trusted)


class Stage:
    def __init__(self, endpoint, trusted):
        self._endpoint = endpoint
        self._trusted = trusted

    def rehearse(self, image, handler, events, target):
        """Has the function answer the events, and writes into target what Java loaded for that."""
        with RuntimeApi(events) as api:
            container = docker("create", *self._options(api.address, handler), image, *_command(handler))
            try:
                docker("cp", self._trusted, f"{container}:/tmp/trusted.p12")
                docker("start", container)
                api.await_answers(lambda: docker("inspect", "--format", "{{.State.Running}}", container) == "true")
                # Asked to end, Java writes down what it loaded.
                docker("stop", "--time", str(PATIENCE), container)
                docker("cp", f"{container}:/tmp/function.conf", target)
            except SystemExit:
                sys.stderr.write(docker("logs", container) + "\n")
                raise
            finally:
                docker("rm", "--force", container)

    def _options(self, api, handler):
        variables = STACK | {
            "AWS_LAMBDA_RUNTIME_API": api,
            "AWS_LAMBDA_FUNCTION_NAME": "rehearsal",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": ACCOUNT,
            "AWS_SECRET_ACCESS_KEY": "any",
            "AWS_SESSION_TOKEN": "any",
            "AWS_ENDPOINT_URL": self._endpoint,
            "_HANDLER": handler,
        }
        named = (option for name, value in variables.items() for option in ("--env", f"{name}={value}"))
        return ["--entrypoint", "java", *named]


def _command(handler):
    return [
        "-XX:+UseSerialGC", "-XX:AOTMode=record", "-XX:AOTConfiguration=/tmp/function.conf",
        "-Djavax.net.ssl.trustStore=/tmp/trusted.p12", "-Djavax.net.ssl.trustStorePassword=rehearsal",
        "@/var/task/java.options", CLIENT, handler]


class RuntimeApi:
    """Lambda's Runtime API for one function, which is given the events one after the other."""

    def __init__(self, events):
        self._events = list(events)
        self._answers = queue.Queue()
        listen_at, called = way_from_containers()
        api = self

        class Desk(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                api._next(self)

            def do_POST(self):
                api._take(self)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer((listen_at, 0), Desk)
        self._server.daemon_threads = True
        self.address = f"{called}:{self._server.server_port}"
        self._given = 0

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()

    def await_answers(self, runs):
        """An answer to each event; a function that fails at one, or ends, cannot be rehearsed."""
        until = time.monotonic() + PATIENCE
        for event in self._events:
            while True:
                try:
                    failed, answer = self._answers.get(timeout=1)
                    break
                except queue.Empty:
                    if time.monotonic() > until or not runs():
                        sys.exit(f"the function gave no answer to {event}")
            if failed:
                sys.exit(f"the function failed at {event}: {answer}")

    def _next(self, request):
        if self._given == len(self._events):
            threading.Event().wait()
        event = self._events[self._given].read_bytes()
        self._given += 1
        request.send_response(200)
        request.send_header("Lambda-Runtime-Aws-Request-Id", f"rehearsal-{self._given}")
        request.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + 900) * 1000)))
        request.send_header(
            "Lambda-Runtime-Invoked-Function-Arn", f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:rehearsal")
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(event)))
        request.end_headers()
        request.wfile.write(event)

    def _take(self, request):
        answer = request.rfile.read(int(request.headers.get("Content-Length", 0))).decode()
        request.send_response(202)
        request.send_header("Content-Length", "0")
        request.end_headers()
        self._answers.put((request.path.endswith("/error"), answer))


def _certify(certificate, key):
    """For the address that containers call."""
    _, called = way_from_containers()
    kind = "IP" if called[0].isdigit() else "DNS"
    output("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=lab",
           "-addext", f"subjectAltName={kind}:{called}", "-keyout", key, "-out", certificate)


def _furnish(endpoint):
    """What a stack has, and the demo's account has not."""
    for bucket in (STATE, REPORTS):
        _call(endpoint, "s3", f"/{bucket}", "PUT", None)
    topic = urllib.parse.urlencode({"Action": "CreateTopic", "Version": "2010-03-31", "Name": TOPIC})
    _call(endpoint, "sns", "/", "POST", topic.encode())


def _call(endpoint, service, path, method, body):
    # The simulated account looks at who signs, and not at the signature.
    scope = f"{ACCOUNT}/20260101/{REGION}/{service}/aws4_request"
    signed = f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=none"
    request = urllib.request.Request(
        endpoint + path, method=method, data=body,
        headers={"Authorization": signed, "Content-Type": "application/x-www-form-urlencoded"})
    with urllib.request.urlopen(request) as answer:
        answer.read()
