#!/usr/bin/env python3
"""Builds the code lists beside this script from stored answers and files.

    python3 build.py RAW [--check]

RAW is a folder with a folder for each source; the modules in generator/ say which files they read. The same input
gives the same bytes. With --check nothing is written: the exit status is 1 when a file beside this script is not what
RAW gives, or when a count that a source states does not hold.
"""

import pathlib
import sys

from generator import (
    city_districts,
    counties,
    countries,
    industries,
    klass_versions,
    kostra,
    municipalities,
    organisations,
    persons,
    postal_codes,
    waste_codes,
)

MODULES = (
    municipalities,
    counties,
    city_districts,
    postal_codes,
    organisations,
    industries,
    klass_versions,
    countries,
    kostra,
    persons,
    waste_codes,
)


def build(raw):
    """Every list, sorted by name. Stops when something does not hold."""
    made, wrong = [], []
    for module in MODULES:
        lists, complaints = module.lists(raw)
        made += lists
        wrong += complaints
    wrong += [what for codelist in made for what in codelist.wrong()]
    if wrong:
        raise SystemExit("\n".join(wrong))
    return sorted(made, key=lambda codelist: codelist.name)


def main(arguments):
    paths = [argument for argument in arguments if argument != "--check"]
    if len(paths) != 1:
        raise SystemExit(__doc__)
    here = pathlib.Path(__file__).parent
    made = build(pathlib.Path(paths[0]))
    stale = {path.name for path in here.glob("*.csv")} - {f"{codelist.name}.csv" for codelist in made}
    for codelist in made:
        target = here / f"{codelist.name}.csv"
        text = codelist.render()
        if "--check" not in arguments:
            target.write_text(text, encoding="utf-8", newline="\n")
            print(f"{target.name}: {len(codelist.rows)} rows, {len(text.encode())} bytes")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            stale.add(target.name)
    if stale:
        raise SystemExit(f"not what the given sources make: {', '.join(sorted(stale))}")


if __name__ == "__main__":
    main(sys.argv[1:])
