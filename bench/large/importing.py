"""What importing a folder of web pages costs, beside trafilatura, which cleans them and no more.

    .venv/bin/python bench/large/importing.py PAGES
    .venv/bin/python bench/large/importing.py PAGES --python ENVIRONMENT/bin/python

Reader cleans, recognises, keeps and indexes, in as many processes as there are cores; trafilatura
(of another environment, with `--python`, or left out) extracts text and metadata on one core. The
pages are any `*.html`. Needs psutil.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

READER = str(Path(sys.executable).with_name("reader"))
TRAFILATURA = """
import sys, time
from pathlib import Path
import trafilatura
pages = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.html"))]
begun = time.perf_counter()
for page in pages:
    try:
        trafilatura.bare_extraction(page, with_metadata=True)
    except Exception:
        pass
print(time.perf_counter() - begun)
"""


def imported(pages: Path) -> tuple[float, float]:
    """Seconds of an import into a new library, and the peak of memory of all processes in MB."""
    with tempfile.TemporaryDirectory() as folder:
        command = [READER, "--home", folder, "import", *map(str, sorted(pages.rglob("*.html")))]
        begun = time.perf_counter()
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, weight(process.pid))
            time.sleep(0.2)
        return time.perf_counter() - begun, peak


def weight(pid: int) -> float:
    """Memory of a process and those it started in MB; what they share counts once (PSS)."""
    total = 0
    try:
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            total += getattr(process.memory_full_info(), "pss", process.memory_info().rss)
    except psutil.Error:
        pass  # one of them has ended
    return total / 1e6


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("pages", type=Path)
    options.add_argument("--python", help="one that has trafilatura")
    given = options.parse_args()
    count = len(list(given.pages.rglob("*.html")))
    peer = 0.0
    if given.python:
        command = [given.python, "-c", TRAFILATURA, str(given.pages)]
        found = subprocess.run(command, check=True, capture_output=True, text=True)
        peer = float(found.stdout)
        print(f"trafilatura, {count} pages: {peer:.1f} s")
    seconds, memory = imported(given.pages)
    print(f"reader import, {count} pages: {seconds:.1f} s, {memory:.0f} MB in all processes")
    if peer:
        print(f"of trafilatura's time: {seconds / peer:.2f} ×")


if __name__ == "__main__":
    main()
