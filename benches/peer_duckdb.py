"""DuckDB over a text table, every column read as text.

    python3 peer_duckdb.py FILE DELIMITER THREADS [count|minmax|profile] [ENCODING]

count: count(*). minmax: count, min and max of each column. profile: also approximate distinct values, cells with a
group of eleven digits and cells with `@`: the nearest in SQL to what munilint looks at.
"""

import sys

import duckdb

ELEVEN_DIGITS = "(^|[^0-9])[0-9]{6} ?[0-9]{5}([^0-9]|$)"


def name(column):
    return '"' + column.replace('"', '""') + '"'


def text(value):
    return "'" + value.replace("'", "''") + "'"


def expressions(columns, mode):
    if mode == "count":
        return
    for column in map(name, columns):
        yield from (f"count({column})", f"min({column})", f"max({column})")
        if mode == "profile":
            yield f"approx_count_distinct({column})"
            yield f"count(*) filter (regexp_matches({column}, {text(ELEVEN_DIGITS)}))"
            yield f"count(*) filter ({column} like '%@%')"


def main(file, delimiter, threads, mode="minmax", encoding="utf-8"):
    connection = duckdb.connect()
    connection.execute(f"set threads={int(threads)}")
    connection.execute("set preserve_insertion_order=false")
    source = (f"read_csv({text(file)}, delim={text(delimiter)}, quote='\"', header=true, all_varchar=true, "
              f"ignore_errors=true, null_padding=false, encoding={text(encoding)})")
    columns = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
    wanted = ", ".join(["count(*)", *expressions(columns, mode)])
    rows = connection.execute(f"select {wanted} from {source}").fetchone()[0]
    print(f"duckdb {duckdb.__version__} {mode}, {threads} threads: {rows} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
