#!/usr/bin/env python3
"""Measures munilint against its peers on a synthetic table, and its findings against what was put into the table.

    python3 benches/run.py                  1 GB, the figures that bars are set on; about ten minutes
    python3 benches/run.py --size 100MB     a quick look

One command does it all: a Python environment with the pinned peers, munilint and the csv-crate peer in release, the
data, the rotation, the comparison. Everything goes to target/bench and is used again the next time.
Exit status: 0 all bars met, 1 a bar missed, a finding wrong or threads that differ, 2 something could not be run.
"""

import argparse
import filecmp
import os
import pathlib
import shutil
import subprocess
import sys

import generate
import rotate
import truth

BENCHES = pathlib.Path(__file__).resolve().parent
ROOT = BENCHES.parent
WORK = ROOT / "target" / "bench"
DELIMITERS = {kind: table.delimiter for kind, table in generate.TABLES.items()}
BARS_FROM = 500_000_000  # below this the start-up of the peers is most of what is measured
MEMORY_BAR = 192  # MiB

# what is compared, and how many times the other's CPU munilint may take
BARS = (
    ("munilint-2", "duckdb-2", 1 / 1.5, "DuckDB count/min/max of each column, two threads"),
    ("munilint-1", "csv-crate", 1.8, "the csv crate parsing only"),
)


def say(text):
    print(text, flush=True)


def call(*command, **more):
    command = [str(word) for word in command]
    say("$ " + " ".join(command))
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, **more)


def environment(frictionless):
    """The Python of a virtual environment that has the pinned peers."""
    python = WORK / "venv" / "bin" / "python"
    if not python.exists():
        call(sys.executable, "-m", "venv", WORK / "venv")
    wanted = ["-r", BENCHES / "requirements.txt"]
    if frictionless:
        wanted += ["-r", BENCHES / "requirements-frictionless.txt"]
    call(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
    return python


def build(binary):
    """The munilint to measure and the csv peer, built where they are not given."""
    if binary is None:
        call("cargo", "build", "--release", "--locked", "--bin", "munilint", cwd=ROOT)
        target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
        binary = ROOT / target / "release" / "munilint"
    peer = WORK / "csv-parse"
    call("cargo", "build", "--release", "--locked", "--manifest-path", BENCHES / "csv-parse" / "Cargo.toml",
         "--target-dir", peer)
    return pathlib.Path(binary).resolve(), peer / "release" / "csv-parse"


def data(kind, size, seed):
    """The table, made where it is not there yet. The truth file is written last, so it says that the table is whole."""
    path = WORK / f"{kind}-{size}-{seed}.csv"
    if not pathlib.Path(f"{path}.truth.json").exists():
        # in a process of its own: a child's peak memory starts at what this process holds
        call(sys.executable, BENCHES / "generate.py", kind, path, "--size", size, "--seed", seed)
    return path


def commands(options, munilint, csv_peer, python, file):
    """The commands of the rotation by name."""
    delimiter = DELIMITERS[options.kind]

    def check(threads):
        return [munilint, "check", "--threads", str(threads), "--format", "json", "--output", "/dev/null",
                "--fail-on", "never", file]

    def duckdb(threads, mode):
        encoding = ["latin-1"] if options.kind == "persons-1252" else []
        return [python, BENCHES / "peer_duckdb.py", file, delimiter, str(threads), mode, *encoding]

    def polars(mode):
        return [python, BENCHES / "peer_polars.py", file, delimiter, mode]

    chosen = {
        "munilint-1": check(1),
        "munilint-2": check(2),
        "csv-crate": [csv_peer, file, delimiter],
        "duckdb-2": duckdb(2, "minmax"),
        "polars": polars("minmax"),
        "wc": ["wc", "-l", file],
    }
    if options.profile:
        chosen |= {"duckdb-2 profile": duckdb(2, "profile"), "polars profile": polars("profile")}
    if options.kind == "persons-1252":  # polars streams UTF-8 only
        chosen = {name: command for name, command in chosen.items() if not name.startswith("polars")}
    return {name: [str(word) for word in command] for name, command in chosen.items()}


def judge_speed(measured, size):
    """Prints each bar, and hands back how many are missed."""
    missed = 0
    for ours, theirs, bar, words in BARS:
        ratio = measured[ours].times(measured[theirs])
        missed += ratio > bar
        say(f"{'met' if ratio <= bar else 'MISSED':6}  {ours} takes {ratio:.2f} x the CPU of {words} (at most {bar:.2f})")
    for name in ("munilint-1", "munilint-2"):
        peak = max(measured[name].peak)
        missed += peak >= MEMORY_BAR
        say(f"{'met' if peak < MEMORY_BAR else 'MISSED':6}  {name} peaks at {peak:.0f} MiB (under {MEMORY_BAR})")
    if size < BARS_FROM:
        say("        (bars are set on 1 GB: below 500 MB they are shown and not judged)")
        return 0
    return missed


def judge_findings(munilint, file):
    """Compares findings with the truth, and those of one thread with those of two. Hands back how many differ."""
    reports = []
    for threads in (1, 2):
        report = WORK / f"{file.stem}.{threads}.json"
        call(munilint, "check", "--threads", str(threads), "--format", "json", "--output", report, "--fail-on", "never",
             file)
        reports.append(report)
    lines, differing = truth.compare(truth.load(reports[0]), truth.load(f"{file}.truth.json"))
    say("\n".join(lines))
    same = filecmp.cmp(*reports, shallow=False)
    say(f"findings of one and two threads: {'the same bytes' if same else 'DIFFERENT'}")
    return differing + (not same)


def measure_frictionless(options, munilint, python):
    """frictionless at the size that it can take."""
    if options.kind == "persons-1252":
        return say("frictionless is given UTF-8 only: left out")
    small = data(options.kind, 10_000_000, options.seed)
    ours = [str(munilint), "check", "--threads", "1", "--format", "json", "--output", "/dev/null", "--fail-on", "never",
            str(small)]
    theirs = [str(python), str(BENCHES / "peer_frictionless.py"), str(small), DELIMITERS[options.kind]]
    measured = rotate.rotate({"munilint-1": ours, "frictionless": theirs}, options.rounds)
    say("\n".join(rotate.table(measured, small.stat().st_size)))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=generate.parse_size, default=10**9, help="1GB (default), 100MB, 10MB")
    parser.add_argument("--kind", choices=DELIMITERS, default="persons-wide", help="which table (persons-wide)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3, help="rounds that count, after one that does not (3)")
    parser.add_argument("--profile", action="store_true", help="also ask DuckDB and polars for a comparable profile")
    parser.add_argument("--frictionless", action="store_true", help="also measure frictionless, on 10 MB")
    parser.add_argument("--binary", help="measure this munilint, and build none")
    return parser.parse_args()


def main():
    options = arguments()
    WORK.mkdir(parents=True, exist_ok=True)
    try:
        python = environment(options.frictionless)
        munilint, csv_peer = build(options.binary)
        file = data(options.kind, options.size, options.seed)
        size = file.stat().st_size
        say(f"\n{file.name}: {size / 1e6:.0f} MB; {os.cpu_count()} cores; {options.rounds} rounds\n")
        measured = rotate.rotate(commands(options, munilint, csv_peer, python, file), options.rounds)
        say("\n".join(rotate.table(measured, size)))
        failed = {name for name, entry in measured.items() if entry.status}
        if failed:
            say(f"\ncould not read it to the end: {', '.join(sorted(failed))}")
        if failed & {name for bar in BARS for name in bar[:2]}:
            return 2
        say("")
        missed = judge_speed(measured, size)
        say("")
        missed += judge_findings(munilint, file)
        if options.frictionless:
            say("")
            measure_frictionless(options, munilint, python)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2
    return 1 if missed else 0


if __name__ == "__main__":
    if shutil.which("wc") is None:
        sys.exit("run.py: needs a Unix system")
    sys.exit(main())
