"""The newest observation of every indicator of one area, by duckdb: ask_duckdb.py TABLE AREA."""
import sys
import duckdb

question = """
    SELECT INDICATOR, max(TIME_PERIOD), arg_max_null(OBS_VALUE, TIME_PERIOD) FROM read_csv(?) WHERE REF_AREA = ? GROUP BY INDICATOR ORDER BY INDICATOR
"""
for row in duckdb.execute(question, sys.argv[1:3]).fetchall():
    print(*("" if cell is None else cell for cell in row), sep=",")
