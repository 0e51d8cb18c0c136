#!/usr/bin/env python3
"""Measures sessions over SSH: ssh.py PROGRAM [SESSIONS]. Starts a real sshd on loopback from docs/ssh.md and says:

- how long from `ssh` to the first frame, one at a time and all at once;
- what each session holds in memory (PSS), the program alone and with its sshd processes;
- how often the programs wake in ten seconds that nobody touches them.
"""
import os
import pathlib
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "EndToEnd"))
sys.dont_write_bytecode = True

import ssh_server
from harness import Session, switches

FIRST = "24,002"


def proportional(pid):
    """The memory of a process in KiB, what it shares divided among those who share it."""
    text = pathlib.Path("/proc", str(pid), "smaps_rollup").read_text()
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pss:")))


def main():
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with ssh_server.SSHServer(program=program) as server:
        times = []
        for _ in range(10):
            begun = time.monotonic()
            with Session(command=server.ssh("-tt")) as session:
                session.wait_for(FIRST)
                times.append(time.monotonic() - begun)
        print(f"first frame, one at a time: median {statistics.median(times):.2f} s, most {max(times):.2f} s")
        sessions, memory = [], {}
        begun = time.monotonic()
        for number in range(1, count + 1):
            sessions.append(Session(command=server.ssh("-tt")))
            if number == 1:
                sessions[0].wait_for(FIRST)
                sessions[0].settle()
                memory[1] = sum(proportional(pid) for pid in server.inside())
                begun = time.monotonic()
        for session in sessions:
            session.wait_for(FIRST, seconds=120)
        print(f"{count} sessions at once: all drawn after {time.monotonic() - begun:.1f} s")
        inside = server.inside()
        assert len(inside) == count, inside
        programs = sum(proportional(pid) for pid in inside)
        all_of_it = sum(proportional(pid) for pid, above in server.processes().items() if server.process.pid in above)
        print(f"memory of the programs: the first {memory[1] / 1024:.1f} MiB, then {(programs - memory[1]) / 1024 / max(1, count - 1):.2f} MiB each")
        print(f"with sshd: {all_of_it / 1024:.0f} MiB for {count} sessions")
        begun = time.monotonic()
        sessions[-1].send("1")
        sessions[-1].wait_for("› 就业")
        print(f"a key among them: {(time.monotonic() - begun) * 1000:.0f} ms")
        time.sleep(2)
        before = {pid: switches(pid) for pid in inside}
        time.sleep(10)
        print(f"wake-ups of all {count} in 10 s: {sum(switches(pid) - before[pid] for pid in inside)}")
        for session in sessions:
            session.process.kill()
            session.process.wait()
            session.hang_up()


if __name__ == "__main__":
    main()
