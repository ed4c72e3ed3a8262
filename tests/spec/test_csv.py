"""CSV, read back by python's csv module: one row an entry, the same plain
texts, CRLF, and no cell that a spreadsheet takes for a formula."""
import csv
import io
import json
import re
import sys

import judge

BINARY = sys.argv[1]
COLUMNS = ('id date begin end edtf precision relation basis headline status '
           'reported_by actors places action class plover confidence '
           'date_written sentence source').split()
FORMULA = '=+-@\t\r\uff1d\uff0b\uff0d\uff20'


def read(name, data):
    text = data.decode('utf-8', 'strict')
    assert data.endswith(b'\r\n'), name
    assert not re.search('\r(?!\n)|(?<!\r)\n', text), f'{name}: line ends'
    assert not judge.HIDDEN.search(text.replace('\r\n', '')), name
    header, *rows = csv.reader(io.StringIO(text, newline=''), strict=True)
    assert header == COLUMNS, name
    for row in rows:
        assert len(row) == len(COLUMNS), (name, row)
        for cell in row:
            assert not cell or cell[0] not in FORMULA, (name, cell)
    return [dict(zip(COLUMNS, row)) for row in rows]


def guard(text):
    return "'" + text if text and text[0] in FORMULA else text


def safe(text):
    """What a cell shows of a text."""
    return guard(judge.plain(text or ''))


def test_hostile_chronologies():
    formulas = 0
    for seed in range(80):
        rows = read(f'seed {seed}', judge.hand(BINARY, 'csv', seed))
        told = json.loads(judge.hand(BINARY, 'json', seed))
        check_rows(f'seed {seed}', rows, told)
        formulas += sum(row['headline'].startswith("'=") for row in rows)
    assert formulas > 3, 'the test shows no formula'


def check_rows(name, rows, told):
    entries = sorted(told['entries'] + told['undated'],
                     key=lambda entry: entry['seq'])
    assert [row['id'] for row in rows] == [e['id'] for e in entries], name
    for row, entry in zip(rows, entries):
        date = entry['date'] or {}
        assert row['headline'] == (safe(entry['headline'])
                                   or '(no headline)'), (name, row)
        for key in ('status', 'reported_by', 'sentence'):
            assert row[key] == safe(entry[key]), (name, key)
        for key in ('begin', 'end', 'edtf', 'precision', 'basis'):
            assert row[key] == safe(date.get(key)), (name, key, row)
        assert row['date_written'] == safe(date.get('text')), name
        assert bool(row['date']) == bool(date), name
        actors = '; '.join(f'{judge.plain(a["name"])} ({a["role"]})'
                           for a in entry['actors'])
        assert row['actors'] == guard(actors), (name, row['actors'])
        assert row['places'] == guard('; '.join(map(judge.plain,
                                                    entry['places']))), name
        assert float(row['confidence']) == entry['confidence'], name
        assert row['class'] == entry['action']['class'], name
        assert row['plover'] == (entry['action']['plover'] or ''), name


def test_articles():
    for name, article, day in judge.inputs():
        options = ('--from', 'text', '--date', day, '--all')
        told = judge.told(BINARY, *options, text=article)
        check_rows(name, read(name, judge.run(BINARY, *options, '-t', 'csv',
                                              text=article)), told)


if __name__ == '__main__':
    test_hostile_chronologies()
    test_articles()
