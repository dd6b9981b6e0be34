"""polars over a text table, every column read as text. POLARS_MAX_THREADS sets the threads.

    python3 peer_polars.py FILE DELIMITER [count|minmax|profile]

The modes are those of peer_duckdb.py.
"""

import sys

import polars as pl

ELEVEN_DIGITS = r"(^|[^0-9])[0-9]{6} ?[0-9]{5}([^0-9]|$)"


def expressions(mode):
    yield pl.len().alias("rows")
    if mode == "count":
        return
    yield pl.all().count().name.suffix(" count")
    yield pl.all().min().name.suffix(" min")
    yield pl.all().max().name.suffix(" max")
    if mode == "profile":
        yield pl.all().approx_n_unique().name.suffix(" distinct")
        yield pl.all().str.contains(ELEVEN_DIGITS).sum().name.suffix(" digits")
        yield pl.all().str.contains("@", literal=True).sum().name.suffix(" at")


def main(file, delimiter, mode="minmax"):
    frame = pl.scan_csv(file, separator=delimiter, infer_schema=False, truncate_ragged_lines=True)
    result = frame.select(list(expressions(mode))).collect(engine="streaming")
    print(f"polars {pl.__version__} {mode}, {pl.thread_pool_size()} threads: {result.row(0)[0]} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
