"""Texts that nest or repeat without end are read on a stack of 256 KiB."""
import resource
import subprocess
import sys

import generators

STACK = 256 * 1024
SIZE = 32000


def small_stack():
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))


def main():
    failed = 0
    for options, pieces in generators.ALL:
        for piece in pieces:
            done = subprocess.run(
                [sys.argv[1], "-t", "json", "-q", *options],
                input=piece * (SIZE // len(piece)), check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                preexec_fn=small_stack)
            if done.returncode:
                failed += 1
                print(f"{piece!r}: status {done.returncode}: "
                      f"{done.stderr[-200:].decode()}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
