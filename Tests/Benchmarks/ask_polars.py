"""The newest observation of every indicator of one area, by polars: ask_polars.py TABLE AREA. Of six ways to ask, this took least."""
import sys
import polars

columns = "INDICATOR", "TIME_PERIOD", "OBS_VALUE"
rows = polars.scan_csv(sys.argv[1]).filter(polars.col("REF_AREA") == sys.argv[2]).select(columns)
newest = rows.group_by("INDICATOR").agg(polars.all().sort_by("TIME_PERIOD").last()).sort("INDICATOR")
newest.collect().write_csv(sys.stdout.buffer, include_header=False)
