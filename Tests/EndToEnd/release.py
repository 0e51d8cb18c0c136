#!/usr/bin/env python3
"""Whether a release is hardened and one file that runs anywhere: release.py PROGRAM.

By readelf: loaded anywhere in memory, what was relocated is then read-only and resolved at the start, no stack or other
memory both written and executed, stack and buffers guarded; and no library is needed but those of the C library itself.
"""
import re
import subprocess
import sys

# libncurses, libswift and libstdc++ are in the file.
LIBRARIES = re.compile(r"lib[cm]\.so\.6|ld-linux[-\w]*\.so\.\d+")


def read(program):
    done = subprocess.run(["readelf", "-hldsW", program], capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    if done.returncode:
        sys.exit(f"release: {done.stderr.strip()}")
    return done.stdout


def segments(text):
    """Each program header: its type and its flags (R, W, E)."""
    return re.findall(r"^  ([A-Z_]+) +0x\w+ 0x\w+ 0x\w+ 0x\w+ 0x\w+ ([R ][W ][E ])", text, re.M)


def functions(text):
    """Names of functions that the file needs from libraries."""
    return set(re.findall(r" UND (\w+)@", text))


def check(text):
    """What readelf says of a program, as pairs: what must hold, and whether it does."""
    kinds, needed = segments(text), re.findall(r"\(NEEDED\).*\[(.*)\]", text)
    flags = " ".join(re.findall(r"\((?:FLAGS|FLAGS_1)\)\s+(.*)", text))
    used = functions(text)
    foreign = [name for name in needed if not LIBRARIES.fullmatch(name)]
    return [
        ("loaded at any address (type DYN)", re.search(r"^  Type:\s+DYN ", text, re.M) is not None),
        ("a program with an interpreter", any(kind == "INTERP" for kind, _ in kinds)),
        ("relocated data read-only (GNU_RELRO)", any(kind == "GNU_RELRO" for kind, _ in kinds)),
        ("resolved at the start (BIND_NOW)", "(BIND_NOW)" in text or re.search(r"\b(BIND_)?NOW\b", flags) is not None),
        ("stack not executable (GNU_STACK)", any(kind == "GNU_STACK" and "E" not in mode for kind, mode in kinds)),
        ("nothing both written and executed", bool(kinds) and not any("W" in mode and "E" in mode for _, mode in kinds)),
        ("no relocation in code (TEXTREL)", "TEXTREL" not in text),
        ("stack guarded (__stack_chk_fail)", "__stack_chk_fail" in used),
        ("buffers guarded (__…_chk)", any(re.fullmatch(r"__\w+_chk", name) for name in used)),
        (f"needs the C library alone{': not ' + ', '.join(foreign) if foreign else ''}", bool(needed) and not foreign),
    ]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    results = check(read(sys.argv[1]))
    for what, holds in results:
        print(f"{'holds ' if holds else 'FAILS '} {what}")
    sys.exit(0 if all(holds for _, holds in results) else 1)


if __name__ == "__main__":
    main()
