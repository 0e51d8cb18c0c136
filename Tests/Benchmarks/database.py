#!/usr/bin/env python3
"""Measures PostgreSQL as a source: database.py PROGRAM [ROWS [PART ...]], the parts being starts, sizes, idle, readers and questions. Starts a server on
loopback in a folder of its own and says:

- from the start of the program to its first frame, with files and with a data base;
- how long sets of several sizes take to read whole, and what the program holds then;
- how often 200 screens that nobody touches wake in ten seconds, and how soon all of them show a new version;
- that 20 readers during PUBLICATIONS publications never see a mixture;
- in a table of ROWS rows (12,000,000: a city in full), how long the server takes for a question, by its own count, and how long the console takes for a
  screen beyond that.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "EndToEnd"))
sys.dont_write_bytecode = True

import postgres_server
import tables
from harness import Session, environment

CONNECTIONS = 200
PUBLICATIONS = int(os.environ.get("PUBLICATIONS", "1000"))
READERS = 20
QUESTIONS = {
    "a series (indicator and area)": """SELECT "TIME_PERIOD", "OBS_VALUE" FROM minsheng.observations
        WHERE "INDICATOR" = 'ind-0123' AND "REF_AREA" = '990042'""",
    "the newest of a series": """SELECT "TIME_PERIOD", "OBS_VALUE" FROM minsheng.observations
        WHERE "INDICATOR" = 'ind-0123' AND "REF_AREA" = '990042' ORDER BY minsheng.period_end("TIME_PERIOD") DESC LIMIT 1""",
    "an indicator across 100 areas, one period": """SELECT "REF_AREA", "OBS_VALUE" FROM minsheng.observations
        WHERE "INDICATOR" = 'ind-0123' AND minsheng.period_end("TIME_PERIOD") = '2026-10-31'""",
    "the 1,000 of an area in one period": """SELECT "INDICATOR", "TIME_PERIOD", "OBS_VALUE" FROM minsheng.observations
        WHERE "REF_AREA" = '990042' AND "TIME_PERIOD" = '2026-10' LIMIT 1000""",
    "the oldest of all": """SELECT "TIME_PERIOD" FROM minsheng.observations WHERE minsheng.period_end("TIME_PERIOD") > '-infinity'
        ORDER BY minsheng.period_end("TIME_PERIOD") LIMIT 1""",
    "how many figures an indicator has": """SELECT count(*) FROM minsheng.observations WHERE "INDICATOR" = 'ind-0123'""",
}


def program(binary, *arguments):
    begun = time.monotonic()
    done = subprocess.run([binary, *arguments], capture_output=True, env=environment(), stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr.decode()}")
    return done.stdout.decode(), time.monotonic() - begun


def first_frames(binary, address, count=20):
    times = []
    for _ in range(count):
        begun = time.monotonic()
        with Session("--data", address, command=[binary, "--data", address]) as session:
            session.wait_for("24,002")
            times.append((time.monotonic() - begun) * 1000)
    return f"median {statistics.median(times):.0f} ms, most {max(times):.0f} ms"


def starts(binary, server, *_):
    server.sql("CREATE DATABASE start")
    address = server.address("start")
    program(binary, "database", "create", address)
    program(binary, "publish", "@panjin", "--to", address, "--reason", "a", "-y")
    print(f"first frame from files:       {first_frames(binary, '@panjin')}", flush=True)
    print(f"first frame from a data base: {first_frames(binary, address)}", flush=True)


def sizes(binary, server, place, *_):
    for count, series in [(10_000, 100), (100_000, 1_000), (500_000, 5_000)]:
        folder, name = place / f"city{count}", f"city{count}"
        tables.city(folder, series, 100)
        server.sql(f"CREATE DATABASE {name}")
        address = server.address(name)
        program(binary, "database", "create", address)
        _, published = program(binary, "publish", str(folder), "--to", address, "--reason", "a", "-y")
        taken = {}
        for what, data in [("files", str(folder)), ("data base", address)]:
            done = subprocess.run(["/usr/bin/time", "-f", "%e %M", binary, "show", "ind-001", "--data", data], capture_output=True, env=environment(), check=True)
            seconds, kibibytes = done.stderr.decode().split()[-2:]
            taken[what] = f"{what} {float(seconds):.2f} s and {int(kibibytes) >> 10} MiB"
        print(f"{count:>9,} figures read whole: {', '.join(taken.values())}; published into it in {published:.1f} s", flush=True)


def idle(binary, server, place, *_):
    """Screens of one data base that nobody touches, then a new version."""
    server.sql("CREATE DATABASE idle")
    address, folder = server.address("idle"), place / "idle"
    shutil.copytree(HERE.parents[1] / "Data/panjin-2022", folder)
    program(binary, "database", "create", address)
    program(binary, "publish", str(folder), "--to", address, "--reason", "a", "-y", "--base", "current")
    sessions = []
    try:
        for _ in range(CONNECTIONS):
            sessions.append(Session(command=[binary, "--data", address]))
        for session in sessions:
            session.wait_for("24,002", seconds=60)
        for session in sessions:
            session.settle()
        before = [session.switches() for session in sessions]
        time.sleep(10)
        woken = sum(now != then for now, then in zip([session.switches() for session in sessions], before))
        figures = folder / "observations.csv"
        figures.write_text(figures.read_text("utf-8").replace("24002", "24009"), "utf-8")
        begun = time.monotonic()
        program(binary, "publish", str(folder), "--to", address, "--reason", "b", "-y", "--base", "current")
        published = time.monotonic() - begun
        for session in sessions:
            session.wait_for("24,009", seconds=60)
        print(f"{CONNECTIONS} screens idle for 10 s: {woken} woke; a new version on all of them {time.monotonic() - begun:.1f} s after `publish` began, "
              f"which took {published:.1f} s", flush=True)  # fmt: skip
    finally:
        for session in sessions:
            session.__exit__(None, None, None)


class Reader:
    """A psql that stays connected and is asked again and again."""

    def __init__(self, address):
        self.process = subprocess.Popen(
            [f"{postgres_server.programs()}/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", address], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, encoding="utf-8", bufsize=1,
        )  # fmt: skip

    def ask(self, question):
        self.process.stdin.write(question + ";\n\\echo END\n")
        self.process.stdin.flush()
        lines = []
        while (line := self.process.stdout.readline()) != "END\n":
            if not line:
                raise AssertionError("the reader has ended")
            lines.append(line)
        return "".join(lines)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def readers(binary, server, place, *_):
    """Each version states one number in three tables."""
    server.sql("CREATE DATABASE readers")
    address, folder = server.address("readers"), place / "panjin"
    shutil.copytree(HERE.parents[1] / "Data/panjin-2022", folder)
    program(binary, "database", "create", address)
    package = folder / "datapackage.json"
    package.write_text(package.read_text("utf-8").replace('"version": "1.1.0"', '"version": "24002"'), "utf-8")
    (folder / "map.txt").write_text("# 24002\n" + (folder / "map.txt").read_text("utf-8"), "utf-8")
    files = [folder / name for name in ["observations.csv", "datapackage.json", "map.txt"]]
    program(binary, "publish", str(folder), "--to", address, "--reason", "a", "-y", "--base", "current")
    done, seen, faults, read = threading.Event(), set(), [], [0]
    # In one transaction that sees one moment, as the program reads.
    question = """BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
        SELECT string_agg(coalesce("OBS_VALUE", '') || coalesce("PRINTED", ''), ' ') FROM minsheng.observations;
        SELECT string_agg(content, ' ') FROM minsheng.package; COMMIT"""

    def look():
        reader = Reader(address)
        while not done.is_set():
            numbers = set(re.findall(r"2400\d", reader.ask(question)))
            read[0] += 1
            seen.update(numbers)
            if len(numbers) != 1:
                faults.append(numbers)
            # Twenty readers without a pause leave the publisher no processor.
            done.wait(0.05)
        reader.end()

    watching = [threading.Thread(target=look) for _ in range(READERS)]
    for thread in watching:
        thread.start()
    begun = time.monotonic()
    for number in range(PUBLICATIONS):
        old, new = 24002 + number % 5, 24002 + (number + 1) % 5
        for file in files:
            file.write_text(file.read_text("utf-8").replace(str(old), str(new)), "utf-8")
        program(binary, "publish", str(folder), "--to", address, "--reason", "b", "-y", "--base", "current")
    done.set()
    for thread in watching:
        thread.join()
    print(f"{READERS} readers during {PUBLICATIONS} publications ({time.monotonic() - begun:.0f} s): {read[0]} readings, "
          f"{len(seen)} different versions seen, {len(faults)} mixtures", flush=True)  # fmt: skip
    assert not faults


def questions(binary, server, place, rows):
    """A city in full: its tables are published, its figures are made by the server itself. Then the questions, and the screens of the console."""
    months = 120
    indicators = max(10, rows // 100 // months)
    server.sql("CREATE DATABASE large")
    address = server.address("large")
    program(binary, "database", "create", address)
    tables.full_city(place / "full", indicators)
    program(binary, "publish", str(place / "full"), "--to", address, "--reason", "a", "-y")
    begun = time.monotonic()
    sql(server, tables.full_rows(indicators, 100, months))
    filled = time.monotonic() - begun
    sql(server, "VACUUM ANALYZE minsheng.observations_rows")
    size = server.sql("SELECT pg_size_pretty(pg_table_size('minsheng.observations_rows')), pg_size_pretty(pg_indexes_size('minsheng.observations_rows'))", "large")
    print(f"{indicators * 100 * months:,} rows: made in {filled:.0f} s, {size.replace('|', ' of rows, ')} of indexes", flush=True)
    for what, question in QUESTIONS.items():
        times, plan = [], ""
        for _ in range(7):
            plan = server.sql("EXPLAIN (ANALYZE, COSTS OFF) " + question, "large")
            times.append(float(re.search(r"Execution Time: ([\d.]+)", plan)[1]))
        found = re.search(r"using (\w+)|on (observations_\w+)", plan)
        print(f"{what}: median {statistics.median(times):.1f} ms, by {(found[1] or found[2]) if found else 'reading all rows'}", flush=True)
    for what, taken in screens(binary, server, address, indicators).items():
        print(f"{what}: {taken}", flush=True)


# What is pressed, and what stands on the screen once all of it is there; in turns, from a start.
SCREENS = {
    "overview, from the start": ([], "{indicators} 项中"),
    "a topic": (["2"], "› 养老 "),
    "one indicator over 100 areas": (["Enter"], "› 养老指标"),
    "the choice of areas": (["a"], "选择地区"),
    "an area's overview": (["Down", "Down", "Enter", "0"], "第2区 · "),
    "an area's topic": (["3"], "› 教育"),
    "the 1,000 newest of an area": (["0", "BackTab", "BackTab", "Enter"], "› 第"),
    "what needs attention": (["0", "w"], "› 关注"),
}


def screens(binary, server, address, indicators, rounds=5):
    """For each screen the time from the key to the whole frame, the server's own part of it, and what the process holds then."""
    server.sql("ALTER SYSTEM SET log_min_duration_statement = 0")
    server.sql("SELECT pg_reload_conf()")
    taken = {what: [] for what in SCREENS}
    for _ in range(rounds):
        log = open(server.folder / "log", encoding="utf-8", errors="replace")
        log.seek(0, os.SEEK_END)
        begun = time.monotonic()
        with Session(size=(120, 40), command=[binary, "--data", address]) as session:
            for what, (keys, wanted) in SCREENS.items():
                for key in keys[:-1]:
                    session.send(key)
                    session.settle(0.1)
                before = session.screen.text
                log.read()
                begun = time.monotonic() if keys else begun
                if keys:
                    session.send(keys[-1])
                session.wait_for(lambda screen: screen.text != before and wanted.format(indicators=indicators) in screen.text and "正在" not in screen.text, 60)
                whole = (time.monotonic() - begun) * 1000
                session.settle(0.1)
                own = sum(float(found) for found in re.findall(r"duration: ([\d.]+) ms", log.read()))
                status = pathlib.Path(f"/proc/{session.pid}/status").read_text()
                memory = int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
                taken[what].append((whole, own, memory))
        log.close()
    return {what: summary(found) for what, found in taken.items()}


def summary(found):
    whole, own, memory = (statistics.median(column) for column in zip(*found))
    beyond = statistics.median(one - two for one, two, _ in found)
    most = max(one - two for one, two, _ in found)
    return f"{whole:.0f} ms, the server's own {own:.0f}, beyond it {beyond:.0f} (at most {most:.0f}); {memory:.0f} MiB"


def sql(server, statements):
    subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", server.address("large"), "-c", statements.replace("\n", " ")]
                   if "VACUUM" in statements else ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", server.address("large"), "-f", "-"],
                   input=statements.encode(), check=True, timeout=3600)  # fmt: skip


def main():
    binary = os.path.abspath(sys.argv[1])
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 12_000_000
    if postgres_server.missing():
        raise SystemExit(postgres_server.missing())
    listed = subprocess.run(["ldd", binary], capture_output=True, text=True, check=True).stdout
    print("libraries of the program: " + " ".join(sorted(set(re.findall(r"([^/\s]+\.so\S*)", listed)))), flush=True)
    with tempfile.TemporaryDirectory() as place, postgres_server.PostgresServer(f"max_connections = {CONNECTIONS + 50}") as server:
        place = pathlib.Path(place)
        parts = sys.argv[3:] or ["starts", "sizes", "idle", "readers", "questions"]
        for part in parts:
            {"starts": starts, "sizes": sizes, "idle": idle, "readers": readers, "questions": questions}[part](binary, server, place, rows)


if __name__ == "__main__":
    main()
