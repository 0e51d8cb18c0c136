#!/usr/bin/env python3
"""Holds the instructions of reading the bundled tables and of drawing one frame against a ceiling: instructions.py PROGRAM.

Instructions, not seconds: they are the same on a busy machine. The ceilings are those of the debug build and lie a tenth above what
was measured; whoever needs more raises them here and says why in the message of the commit.
"""
import fcntl, os, pty, re, select, shutil, struct, subprocess, sys, tempfile, termios, time

# Millions of instructions: what is counted, the function that is (mangled by Swift), the ceiling.
READING = ("reading the bundled tables", "$s10Indicators10DataReaderO4read*", 105)
FRAME = ("drawing the overview at 120x40", "$s9Dashboard0A5StateV4draw*", 26)


def counted(program, function, folder, arguments, on_screen):
    log = os.path.join(folder, "log")
    command = [
        "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}", f"--toggle-collect={function}", program, *arguments,
    ]  # fmt: skip
    environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8", XDG_STATE_HOME=folder, SWIFT_DETERMINISTIC_HASHING="1")
    if not on_screen:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, timeout=120)
    else:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        child = subprocess.Popen(command, env=environment, stdin=slave, stdout=slave, start_new_session=True)
        os.close(slave)
        seen, end = b"", time.monotonic() + 120
        # The first frame ends with the key that leads out.
        while b" q " not in seen and "退出".encode() not in seen and time.monotonic() < end:
            if select.select([master], [], [], 1)[0]:
                seen += os.read(master, 1 << 16)
        os.write(master, b"q")
        while child.poll() is None and time.monotonic() < end:
            if select.select([master], [], [], 0.1)[0]:
                try:
                    os.read(master, 1 << 16)
                except OSError:
                    pass
        child.kill()
        child.wait()
        os.close(master)
    with open(log) as file:
        found = re.search(r"Collected : (\d+)", file.read())
    return int(found[1]) / 1e6 if found else 0.0


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: instructions.py PROGRAM")
    if not shutil.which("valgrind") or not shutil.which("strip"):
        print("instructions: not counted, valgrind or strip is not installed")
        return 0
    failed = False
    with tempfile.TemporaryDirectory(prefix="minsheng-") as folder:
        program = os.path.join(folder, "minsheng")
        # valgrind does not read the debugging information of Swift.
        subprocess.run(["strip", "-g", "-o", program, sys.argv[1]], check=True)
        for (name, function, ceiling), arguments, on_screen in ((READING, ["check"], False), (FRAME, [], True)):
            count = counted(program, function, folder, arguments, on_screen)
            # Nothing counted means that the function has another name now.
            is_well = 0 < count <= ceiling
            failed = failed or not is_well
            print(f"instructions: {name}: {count:.1f} million, at most {ceiling}{'' if is_well else '  TOO MANY' if count else '  NOT FOUND'}")
    return 1 if failed else 0


sys.exit(main())
