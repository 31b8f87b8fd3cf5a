"""A stand-in for Lambda's image, where AWS's registry cannot be reached: for trying things out, never to deploy."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from containers import LAMBDA_IMAGE, ROOT, docker, output
from jdk import java_home


def build_stand_in():
    """What Lambda's image has, as far as a function sees it: Java, the runtime client, and what starts both."""
    print(f"{LAMBDA_IMAGE} cannot be had; building a stand-in", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        context = pathlib.Path(folder)
        modules = "java.se,jdk.unsupported,jdk.crypto.ec,jdk.net,jdk.zipfs"
        output(java_home() / "bin" / "jlink", "--add-modules", modules, "--strip-debug", "--output", context / "java")
        (context / "root" / "tmp").mkdir(parents=True)
        shutil.copytree(_runtime_client(), context / "lib")
        programs = [shutil.which(name) for name in ("sh", "mv", "chmod")]
        places = {program: "/bin/" + pathlib.Path(program).name for program in programs}
        places |= {library: library for library in _libraries([*programs, str(context / "java/bin/java")])}
        for file, place in places.items():
            target = context / "root" / place.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
        bootstrap = context / "bootstrap"
        bootstrap.write_text(
            "#!/bin/sh\nexec /var/lang/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            " --enable-native-access=ALL-UNNAMED -cp '/var/runtime/lib/*'"
            ' com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"\n')
        bootstrap.chmod(0o755)
        (context / "Dockerfile").write_text(
            "FROM scratch\nCOPY root /\nCOPY java /var/lang\nCOPY lib /var/runtime/lib\n"
            "COPY bootstrap /var/runtime/bootstrap\nENV PATH=/var/lang/bin:/bin LAMBDA_TASK_ROOT=/var/task\n"
            "WORKDIR /var/task\n")
        docker("build", "--quiet", "--network", "none", "--tag", LAMBDA_IMAGE, context)


def _runtime_client():
    folder = ROOT / "functions" / "idle-instances" / "target" / "runtime-client"
    if not folder.is_dir():
        sys.exit("the functions are not built: mvn -B -ntp -DskipTests package")
    return folder


def _libraries(programs):
    """Every shared library of the programs, and the one that loads them."""
    listed = subprocess.run(["ldd", *programs], capture_output=True, text=True, check=True).stdout
    needed = re.findall(r"(/\S*lib\S*\.so\S*) \(", listed)
    # Java, and the native part of the runtime client, ask for these at run time only.
    extra = [path for path in ("libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1")
             for path in pathlib.Path("/lib").glob(f"*-linux-gnu/{path}")]
    return sorted({path for path in [*needed, *map(str, extra)] if "/java/" not in path})
