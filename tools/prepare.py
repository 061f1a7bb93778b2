"""Makes a bare machine ready: system libraries, uv, and the locked Python packages, each only where it is missing.

`make` calls this with a goal, `run` (what the till needs) or `test` (what the checks need besides). It uses the
standard library alone, may be run any number of times, and leaves a stamp in `.venv` when everything is there.
"""

import ctypes
import hashlib
import http.client
import io
import os
import platform
import shutil
import subprocess
import sys
import tomllib
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
GOALS = ("run", "test")

UV_WHEELS = {  # (system, machine) → how the name of the wheel that fits it goes on after the version
    ("darwin", "arm64"): "-py3-none-macosx_11_0_arm64.",
    ("darwin", "x86_64"): "-py3-none-macosx_10_12_x86_64.",
    ("linux", "aarch64"): "-py3-none-manylinux_2_17_aarch64.",
    ("linux", "x86_64"): "-py3-none-manylinux_2_17_x86_64.",
}

CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
LIBRARIES = {  # what Qt's widgets and its X11 and Wayland windows load → the Debian and Ubuntu package that has it
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
TEST_PROGRAMS = {  # what the tests start → its package
    "Xvfb": "xvfb",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "xauth": "xauth",
    "xdotool": "xdotool",
}


class NotReadyError(Exception):
    """The machine cannot be made ready; the text says in one sentence what a person has to do."""


def main(arguments: list[str]) -> int:
    """Make the machine ready for the goal named; 0 when it is, 1 when a person has to act, 2 for a goal unknown."""
    if len(arguments) != 1 or arguments[0] not in GOALS:
        print(f"usage: prepare.py {' | '.join(GOALS)}", file=sys.stderr)
        return 2
    goal = arguments[0]
    try:
        complete = install_system_packages(goal)
        sync_packages(find_uv(), goal)
    except NotReadyError as reason:
        print(f"Set-up stopped: {reason}", file=sys.stderr)
        return 1
    if complete:
        (ROOT / ".venv" / f".ready-{goal}").touch()
    return 0


def install_system_packages(goal: str) -> bool:
    """Install by apt what the goal needs and the machine lacks; False when the till can start replaying without it."""
    missing = missing_packages(goal)
    if not missing:
        return True
    names = " ".join(missing)
    try:
        apt_install(missing)
    except NotReadyError as reason:
        if goal == "test" or has_display():
            raise
        print(f"{reason} Without a display the till can do without, so set-up goes on.", file=sys.stderr)
        return False
    still = missing_packages(goal)
    if still:
        raise NotReadyError(f"apt-get installed {names}, and yet {' '.join(still)} cannot be used.")
    return True


def missing_packages(goal: str) -> list[str]:
    """Name the system packages that the goal needs and the machine lacks. It asks the linker, not the package list."""
    if sys.platform != "linux":
        return []
    missing = {package for library, package in LIBRARIES.items() if not can_load(library)}
    if goal == "test":
        missing |= {package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None}
    if not Path(os.environ.get("SSL_CERT_FILE", CERTIFICATES)).exists():
        missing.add("ca-certificates")
    return sorted(missing)


def can_load(library: str) -> bool:
    """Whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_display() -> bool:
    """Whether a window could be meant to open here."""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def apt_install(packages: list[str]) -> None:
    """Install these Debian packages, as root or through sudo. Raises NotReadyError when that cannot be done."""
    names = " ".join(packages)
    by_hand = f"Please install these with your system's package manager: {names}."
    if shutil.which("apt-get") is None:
        raise NotReadyError(f"This system has no apt-get. {by_hand}")
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            raise NotReadyError(f"This needs root, and there is no sudo. {by_hand}")
        command = ["sudo", *command]
    print(f"Installing system packages: {names}", flush=True)
    # One dead source among several makes `update` fail though the rest is fine, so the install alone decides.
    _, words = run_quietly([*command, "update"])
    status, more = run_quietly([*command, "install", "-y", "--no-install-recommends", *packages])
    if status != 0:
        print(words + more, file=sys.stderr)
        raise NotReadyError(f"apt-get could not install what is missing (its words are above). {by_hand}")


def run_quietly(command: list[str]) -> tuple[int, str]:
    """Run a program that must not ask questions; return its exit status and all that it said."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        env=environment,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return done.returncode, done.stdout


def find_uv() -> Path:
    """Return a uv that is new enough: the machine's own, else ours in `.tools`, fetched when it is not there yet."""
    ours = TOOLS / "uv"
    oldest = oldest_uv()
    for candidate in (shutil.which("uv"), str(ours)):
        if candidate is not None and uv_version(candidate) >= oldest:
            return Path(candidate)
    TOOLS.mkdir(exist_ok=True)
    unpack_uv(fetch(*locked_wheel()), ours)
    return ours


def oldest_uv() -> tuple[int, ...]:
    """Return (major, minor) of the oldest uv that pyproject.toml allows."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        allowed = tomllib.load(file)["tool"]["uv"]["required-version"]
    return tuple(int(part) for part in allowed.removeprefix(">=").split("."))


def uv_version(program: str) -> tuple[int, ...]:
    """Return (major, minor) of this uv; (0,), older than any, for a file that is missing or is no uv that runs."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        return tuple(int(part) for part in answer.split()[1].split(".")[:2])
    except (OSError, subprocess.CalledProcessError, IndexError, ValueError):
        return (0,)


def locked_wheel() -> tuple[str, str]:
    """Return address and SHA-256 of the uv wheel for this machine, as uv.lock has them (group `setup`)."""
    with (ROOT / "uv.lock").open("rb") as lock:
        packages = tomllib.load(lock)["package"]
    wheels = next(package["wheels"] for package in packages if package["name"] == "uv")
    fitting = UV_WHEELS.get((sys.platform, platform.machine()))
    for wheel in wheels:
        if fitting is not None and fitting in wheel["url"]:
            return wheel["url"], wheel["hash"].removeprefix("sha256:")
    raise NotReadyError("this machine has no uv; please install it as https://docs.astral.sh/uv/ says.")


def fetch(address: str, sha256: str) -> bytes:
    """Download these bytes. Raises NotReadyError when the network says no or they are not what they should be."""
    print(f"Fetching {address}", flush=True)
    content = download(address, tries=3)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise NotReadyError(f"{address} has other bytes than uv.lock says.")
    return content


def download(address: str, tries: int) -> bytes:
    """Read what lies at this address, asking so many times. Raises NotReadyError with the last reason."""
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310 - the address is the lock file's
            content: bytes = answer.read()
            return content
    except (OSError, http.client.HTTPException) as error:
        if tries > 1:
            return download(address, tries - 1)
        raise NotReadyError(f"{address} cannot be fetched ({error}); please try again, or install uv.") from error


def unpack_uv(wheel: bytes, target: Path) -> None:
    """Write the program that the wheel holds to `target`, whole or not at all."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".data/scripts/uv"))
        content = archive.read(member)
    unfinished = target.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.chmod(0o755)
    unfinished.replace(target)


def sync_packages(uv: Path, goal: str) -> None:
    """Bring `.venv` to what uv.lock says. Raises NotReadyError when uv cannot."""
    print("Installing the Python packages of uv.lock", flush=True)
    if goal == "run":
        run_uv(uv, "sync", "--locked", "--no-dev", "--inexact")  # inexact: what the tests need may stay
    else:
        run_uv(uv, "sync", "--locked")
        install_reader(uv)


def install_reader(uv: Path) -> None:
    """Put the emulator that reads our print jobs back beside the packages; why it is not among them, its file says."""
    install = ["pip", "install", "--python-version", "3.13", "--no-deps", "--require-hashes"]
    run_uv(uv, *install, "--target", ".venv/reader", "--requirements", "tests/printing/reader.txt")


def run_uv(uv: Path, *arguments: str) -> None:
    """Run uv in the checkout. Raises NotReadyError when it fails."""
    # The machine's own certificates, as its package manager uses them, so that a firm's proxy does not stop us.
    environment = {"UV_SYSTEM_CERTS": "1", "UV_PYTHON_PREFERENCE": "system", **os.environ}
    environment.pop("VIRTUAL_ENV", None)
    command = [str(uv), "--quiet", *arguments]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise NotReadyError(f"uv could not do `{' '.join(arguments)}` (its words are above).")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
