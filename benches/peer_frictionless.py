"""frictionless validate with an inferred schema and its default checks. Slow: give it 10 MB.

    python3 peer_frictionless.py FILE DELIMITER
"""

import os
import sys

import frictionless
from frictionless import Dialect, Resource
from frictionless.formats import CsvControl


def main(file, delimiter):
    folder, base = os.path.split(os.path.abspath(file))
    os.chdir(folder)  # frictionless trusts relative paths only
    dialect = Dialect(controls=[CsvControl(delimiter=delimiter)])
    report = Resource(path=base, dialect=dialect, encoding="utf-8").validate(limit_errors=1000)
    stats = report.tasks[0].stats
    print(f"frictionless {frictionless.__version__}: {stats.get('rows')} rows, {stats.get('errors')} errors")


if __name__ == "__main__":
    main(*sys.argv[1:])
