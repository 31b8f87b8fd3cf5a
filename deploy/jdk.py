"""The JDK at hand."""

import os
import pathlib
import shutil
import sys


def java_home():
    named, found = os.environ.get("JAVA_HOME"), shutil.which("java")
    if not named and not found:
        sys.exit("a JDK 25 is needed: set JAVA_HOME")
    home = pathlib.Path(named) if named else pathlib.Path(found).resolve().parent.parent
    release = home / "release"
    if not release.is_file() or 'JAVA_VERSION="25' not in release.read_text():
        sys.exit(f"{home} is no JDK 25; set JAVA_HOME to one")
    return home
