"""Docker, as the programs of this folder ask it."""

import pathlib
import platform
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARCHITECTURE = "arm64" if platform.machine() in ("arm64", "aarch64") else "x86_64"
LAMBDA_IMAGE = f"public.ecr.aws/lambda/java:25-{ARCHITECTURE}"


def daemon_answers():
    return shutil.which("docker") is not None and succeeds("info")


def image_is_here(image):
    return succeeds("image", "inspect", image)


def can_be_pulled(image):
    return succeeds("pull", "--quiet", image)


def succeeds(*arguments):
    return subprocess.run(["docker", *arguments], capture_output=True).returncode == 0


def docker(*arguments):
    """What Docker prints; where it fails, so does the program."""
    return output("docker", *arguments)


def output(*command):
    if shutil.which(command[0]) is None:
        sys.exit(f"{command[0]} is needed, and not there")
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stderr or done.stdout}")
    return done.stdout.strip()


def way_from_containers():
    """Where to listen for containers, and what they call that place; Docker Desktop has a name of its own for it."""
    if platform.system() != "Linux":
        return "127.0.0.1", "host.docker.internal"
    gateway = docker("network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}")
    return gateway, gateway
