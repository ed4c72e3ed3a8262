"""Executes the README: every ```console block is a transcript whose
commands ("$ ...") must print exactly the lines below them, standard error
included; every ```c block must compile against dateline.h."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def blocks(text, language):
    return re.findall(rf'^```{language}\n(.*?)^```$', text, re.M | re.S)


def transcript(block):
    """(command, expected output) pairs; a trailing \\ continues a command."""
    pairs = []
    for line in block.splitlines(keepends=True):
        if line.startswith('$ '):
            pairs.append([line[2:], ''])
        elif pairs and pairs[-1][0].endswith('\\\n'):
            pairs[-1][0] += line
        else:
            pairs[-1][1] += line
    return pairs


def run_console(block, folder, binary):
    failed = 0
    for command, want in transcript(block):
        done = subprocess.run(
            ['bash', '-c', command], cwd=folder, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={'PATH': f'{binary.parent}:/usr/bin:/bin'})
        got = done.stdout.decode()
        if done.returncode or got != want:
            failed += 1
            print(f'$ {command}exit {done.returncode}, printed:\n{got}')
    return failed


def compile_c(block, folder):
    include, body = block.split('\n\n', 1)
    function = body.index('dateline_document *doc;')
    source = ('#include <stdio.h>\n' + include + '\n' + body[:function] +
              'void use(const char *bytes, size_t length);\n'
              'void use(const char *bytes, size_t length) {\n' +
              body[function:] + '}\n')
    return subprocess.run(['gcc', '-std=c11', '-Wall', '-Wextra', '-Werror',
                           f'-I{ROOT}', '-fsyntax-only', '-x', 'c', '-'],
                          input=source.encode(), cwd=folder).returncode


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    text = (ROOT / 'README.md').read_text(encoding='utf-8')
    consoles, programs = blocks(text, 'console'), blocks(text, 'c')
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / 'samples', f'{folder}/samples')
        failed = sum(run_console(b, folder, binary) for b in consoles)
        failed += sum(1 for b in programs if compile_c(b, folder))
    count = len(consoles) + len(programs)
    print(f'{count} blocks, {failed} failed')
    sys.exit(1 if failed or count < 3 else 0)


if __name__ == '__main__':
    main()
