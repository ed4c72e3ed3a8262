"""Prints how the work grows with the length of the text.

    linear.py DATELINE [N]

Each generator is run at N, 2 N and 4 N bytes (N: 16000) under valgrind's
callgrind; the two ratios of instruction counts, less those of an empty text,
are printed, and the line ends in "GROWS" where one is above 2.2. No test:
it takes minutes. tests/robust/test_stack.py holds the generators."""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'robust'))
import generators  # noqa: E402


def instructions(binary, options, text):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ['valgrind', '--tool=callgrind',
             f'--callgrind-out-file={folder}/out', binary, '-t', 'json',
             '-q', *options], input=text, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, check=True)
    return int(re.search(rb'Collected : (\d+)', done.stderr)[1])


def main():
    binary = sys.argv[1]
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 16000
    for options, pieces in generators.ALL:
        empty = instructions(binary, options, b'')
        for piece in pieces:
            text = piece * (4 * size // len(piece))
            one, two, four = (
                instructions(binary, options, text[:n]) - empty
                for n in (size, 2 * size, 4 * size))
            first, second = two / max(one, 1), four / max(two, 1)
            print(f'{first:6.2f} {second:6.2f}  {piece!r}'
                  + ('  GROWS' if max(first, second) > 2.2 else ''),
                  flush=True)


if __name__ == '__main__':
    main()
