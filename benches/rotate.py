#!/usr/bin/env python3
"""Runs commands in rotation (A B C A B C ...), so that a noisy machine hits all of them alike.

    python3 rotate.py -n ROUNDS --bytes FILE NAME='shell command' NAME='shell command' ...

One warm-up round is not counted. For each command: median wall and CPU seconds (user + system), least CPU seconds, peak
memory, MB per second by wall and by CPU, and CPU and wall as a ratio to the first command, paired round by round.

A peak below about 15 MiB is this process's own (a child starts with its parent's pages). Standard library only; Unix.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import time
from dataclasses import dataclass, field


@dataclass
class Measured:
    """What one command took, a value a round."""

    status: int = 0
    wall: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    peak: list = field(default_factory=list)

    def times(self, other, what="cpu"):
        """The median over the rounds of this command's figure divided by the other's in the same round."""
        return statistics.median(a / max(1e-3, b) for a, b in zip(getattr(self, what), getattr(other, what)))

    def median(self, what):
        return statistics.median(getattr(self, what))


def run(command, show=False):
    """Exit status, wall seconds, CPU seconds and peak MiB of one run of a command (a list of words)."""
    output = None if show else subprocess.DEVNULL
    started = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def rotate(commands, rounds, show=False):
    """Runs every command of a dict once a round; hands back a dict of `Measured` by the same names."""
    measured = {name: Measured() for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            status, wall, cpu, peak = run(command, show and number == 0)
            entry = measured[name]
            entry.status = entry.status or status
            if number:
                entry.wall.append(wall)
                entry.cpu.append(cpu)
                entry.peak.append(peak)
    return measured


def table(measured, size):
    """The lines of a table; ratios are to the first command."""
    first = next(iter(measured.values()))
    yield (f"{'command':26} {'exit':>4} {'wall s':>8} {'cpu s':>8} {'least':>8} {'peak MiB':>8} {'MB/s':>7} {'MB/s cpu':>8} "
           f"{'cpu x':>6} {'wall x':>6}")
    for name, entry in measured.items():
        wall, cpu = entry.median("wall"), entry.median("cpu")
        yield (f"{name:26} {entry.status:4} {wall:8.3f} {cpu:8.3f} {min(entry.cpu):8.3f} {max(entry.peak):8.0f} "
               f"{size / 1e6 / max(wall, 1e-3):7.0f} {size / 1e6 / max(cpu, 1e-3):8.0f} "
               f"{entry.times(first):6.2f} {entry.times(first, 'wall'):6.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, help="rounds that count (default 5)")
    parser.add_argument("--bytes", help="the file that the commands read, for MB/s")
    parser.add_argument("--show", action="store_true", help="show what the commands print in the warm-up round")
    parser.add_argument("command", nargs="+")
    a = parser.parse_args()
    commands = {}
    for given in a.command:
        name, _, text = given.partition("=")
        plain = not any(sign in text for sign in ";|&<>$`")
        commands[name] = shlex.split(text) if plain else ["sh", "-c", text]
    size = os.path.getsize(a.bytes) if a.bytes else 0
    for line in table(rotate(commands, a.n, a.show), size):
        print(line)


if __name__ == "__main__":
    main()
