"""Every samples/NAME.txt gives, byte for byte, the NAME.json, NAME.md,
NAME.ics and so on beside it; NAME.args, where there is one, holds further options on
one line. The locale and the time zone of the machine change nothing.

    test_golden.py BINARY             compares
    test_golden.py BINARY --remake    writes what comes out; read the diff"""
import difflib
import glob
import os
import pathlib
import shlex
import subprocess
import sys

import judge

BINARY = sys.argv[1]
REMAKE = sys.argv[2:] == ['--remake']
FORMATS = {'.json': 'json', '.md': 'markdown', '.ics': 'ics', '.csv': 'csv',
           '.timelinejs': 'timelinejs', '.tml': 'timeml',
           '.html': 'html'}
PLACES = ({'LC_ALL': 'C', 'TZ': 'UTC'},
          {'LC_ALL': 'tr_TR.UTF-8', 'TZ': 'Pacific/Apia', 'LANG': 'de_DE'})


def render(article, form, place):
    options = article.with_suffix('.args')
    extra = shlex.split(options.read_text()) if options.exists() else []
    environment = {**os.environ, **place}
    environment.pop('SOURCE_DATE_EPOCH', None)
    result = subprocess.run([BINARY, '--to', form, *extra,
                             article.as_posix()], capture_output=True,
                            env=environment, check=False)
    assert result.returncode == 0, (article, result.stderr[-300:])
    return result.stdout


def differences(golden, got):
    want = golden.read_bytes().decode('utf-8').splitlines(keepends=True)
    have = got.decode('utf-8').splitlines(keepends=True)
    lines = difflib.unified_diff(want, have, golden.as_posix(), 'now', n=1)
    return ''.join(list(lines)[:40])


def check(article):
    faults = []
    for suffix, form in FORMATS.items():
        golden = article.with_suffix(suffix)
        here, there = (render(article, form, place) for place in PLACES)
        if here != there:
            faults.append(f'{golden}: depends on locale or time zone')
        if REMAKE:
            golden.write_bytes(here)
        elif not golden.exists():
            faults.append(f'{golden} is not there: run with --remake')
        elif golden.read_bytes() != here:
            faults.append(differences(golden, here))
    return faults


def orphans():
    for suffix in (*FORMATS, '.args'):
        for name in glob.glob(f'samples/*{suffix}'):
            article = pathlib.Path(name).with_suffix('.txt')
            if not article.exists():
                yield f'{name}: there is no {article}'


FAULTS = list(orphans())
for sample in judge.samples():
    FAULTS += check(pathlib.Path(sample))
print('\n'.join(FAULTS), file=sys.stderr)
sys.exit(1 if FAULTS else 0)
