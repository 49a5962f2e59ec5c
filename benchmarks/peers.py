"""The contenders of a race: each in a process of its own, the peers in environments of their own."""

import os
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ENVIRONMENTS = HERE / ".peers"
REQUIREMENTS = {
    "opencc": "OpenCC==1.4.*",
    "opencc-python": "opencc-python-reimplemented==0.1.7",
    "zhconv-rs": "zhconv-rs==0.4.*",
    "translate-toolkit": "translate-toolkit==3.20.*",
}
"""Two of them install the same module, so none shares an environment."""
PACKAGES = ("textlint@15", "textlint-rule-prh@6")
"""What npm installs, into one folder."""


def environment(name: str, folder: Path = ENVIRONMENTS) -> Path:
    """Return the Python of a peer's environment, making it the first time."""
    home = folder / name
    python = home / "bin" / "python"
    mark = home / "requirement.txt"
    wanted = REQUIREMENTS[name]
    if not mark.is_file() or mark.read_text("utf-8") != wanted:
        print(f"making {home} with {wanted} …", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        command = [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            wanted,
        ]
        if subprocess.run(command, check=False).returncode:
            hint = f"--without {name} leaves it out"
            raise SystemExit(f"benchmarks: {wanted} cannot be installed; {hint}")
        mark.write_text(wanted, encoding="utf-8")
    return python


def textlint(folder: Path = ENVIRONMENTS) -> Path:
    """Return the program textlint with its rule prh, installing both the first time."""
    home = folder / "textlint"
    program = home / "node_modules" / ".bin" / "textlint"
    if not program.exists():
        print(f"making {home} with {', '.join(PACKAGES)} …", file=sys.stderr)
        home.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-save", "--prefix", str(home), *PACKAGES]
        if subprocess.run(command, check=False).returncode:
            raise SystemExit("benchmarks: textlint cannot be installed")
    return program


def installed(name: str, folder: Path = ENVIRONMENTS) -> Path | None:
    """Return the program of a peer, or None where nothing has installed it."""
    path = Path("node_modules", ".bin", name) if name == "textlint" else Path("bin", "python")
    program = folder / name / path
    return program if program.exists() else None


@dataclass(slots=True)
class Contender:
    """A converter, its configuration, the text that it is given, and its times so far.

    A ``share`` of its lines, evenly spread, is enough where a converter is slow.
    """

    name: str
    configuration: str
    share: float = 1
    times: list[float] = field(default_factory=list)
    cpu_times: list[float] = field(default_factory=list)
    memory: int = 0
    size: int = 0
    _process: subprocess.Popen[str] | None = None

    def start(self, text: str, folder: Path) -> None:
        """Start the process, which reads the text."""
        path = folder / f"{self.name}.txt"
        part = "".join(text.splitlines(keepends=True)[:: round(1 / self.share)])
        self.size = len(part.encode())
        path.write_text(part, encoding="utf-8", newline="")
        python = environment(self.name) if self.name in REQUIREMENTS else Path(sys.executable)
        command = [str(python), str(HERE / "worker.py"), self.name, self.configuration, str(path)]
        # A peer sees nothing of ours.
        variables = dict(os.environ)
        if self.name in REQUIREMENTS:
            variables.pop("PYTHONPATH", None)
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=variables
        )

    def run(self) -> None:
        """Convert once more."""
        for found, seconds in zip(
            (self.times, self.cpu_times), self._ask("\n").split(), strict=True
        ):
            found.append(float(seconds))

    def finish(self) -> None:
        """End the process and note its greatest memory, in bytes."""
        assert self._process
        assert self._process.stdin
        self._process.stdin.close()
        self.memory = int(self._answer()) * 1024
        self._process.wait()

    def _ask(self, line: str) -> str:
        assert self._process
        assert self._process.stdin
        self._process.stdin.write(line)
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._process
        assert self._process.stdout
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit(f"benchmarks: {self.name} ended with code {self._process.wait()}")
        return answer

    def speed(self, *, cpu: bool = False) -> float:
        """Return the bytes a second of the best round, by the clock or by the processor's time."""
        return self.size / min(self.cpu_times if cpu else self.times)
