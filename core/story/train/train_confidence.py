#!/usr/bin/python3
"""Counts how often a date is right and writes core/story/dates_confidence.def.

    train_confidence.py DATELINE DIRECTORY... [--write FILE] [--table]

Each DIRECTORY holds annotated articles, one JSON file each:

    {"doc_id", "text", "dct", "annotated": [[begin, end], ...],
     "events": [{"begin", "end", "anchor": {"kind", "b": [a, z], "e": [a, z]}}]}

with offsets in code points and days as ISO dates; a kind is day, within or
span. The events that DATELINE finds are laid over them. A date counts as
right when the true day is known to lie inside it (and, for a span, when it
lies inside the span), as wrong when it is known to lie outside; what the
annotation leaves open does not count. --write puts the counts by rule and
basis into FILE; --table prints how the confidence that DATELINE gives
compares with what was right, in Markdown. No randomness: the same input
gives the same file."""
import argparse
import collections
import datetime
import json
import pathlib
import subprocess

FIRST, LAST = '0001-01-01', '9999-12-31'
LEAST = 12  # counted dates for which a rule gets a row of its own


def fill(day, end):
    """A full ISO day of a truncated one: its first, or its last."""
    if not day:
        return LAST if end else FIRST
    day = str(day)[:10]
    if len(day) == 4:
        return day + ('-12-31' if end else '-01-01')
    if len(day) == 7:
        year, month = int(day[:4]), int(day[5:])
        if not end:
            return day + '-01'
        after = datetime.date(year + month // 12, month % 12 + 1, 1)
        return (after - datetime.timedelta(days=1)).isoformat()
    return day


def last_day(end):
    """The last day inside a half-open interval that ends there."""
    if not end:
        return LAST
    day = fill(end, False)
    if len(end) > 10 and end[11:16] != '00:00':
        return day
    date = datetime.date.fromisoformat(day)
    return (date - datetime.timedelta(days=1)).isoformat()


def judge(anchor, date):
    """True: right, False: wrong, None: the annotation leaves it open."""
    begin, end = fill(date.get('begin'), False), last_day(date.get('end'))
    low, high = fill(anchor['b'][0], False), fill(anchor['e'][1], True)
    if anchor['kind'] == 'span':
        inner_low = fill(anchor['b'][1], True)
        inner_high = fill(anchor['e'][0], False)
        if begin >= inner_low and end <= inner_high:
            return True
        return False if end < low or begin > high else None
    if begin <= low and high <= end:
        return True
    return False if end < low or begin > high else None


def documents(folders):
    for folder in folders:
        for path in sorted(pathlib.Path(folder).glob('*.json')):
            doc = json.loads(path.read_text(encoding='utf-8'))
            if isinstance(doc, dict) and doc.get('annotated'):
                yield doc


def analyse(binary, docs):
    lines = [json.dumps({'id': d['doc_id'], 'text': d['text'],
                         'date': d.get('dct')}) for d in docs]
    done = subprocess.run(
        [binary, '--from', 'ndjson', '--to', 'ndjson', '--all', '-q'],
        input='\n'.join(lines).encode() + b'\n', stdout=subprocess.PIPE,
        check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def dated_events(docs, records):
    """Pairs of a true anchor and the date that was given."""
    for doc, record in zip(docs, records):
        true = {(e['begin'], e['end']): e.get('anchor')
                for e in doc['events']}
        for event in record.get('events') or []:
            trigger = event['action']['trigger']
            anchor = true.get((trigger['start'], trigger['end']))
            date = event.get('date')
            closed = date and date.get('begin') and date.get('end')
            if closed and anchor and anchor['kind'] != 'none':
                yield anchor, date


def count(pairs):
    counts = collections.defaultdict(lambda: [0, 0])
    for anchor, date in pairs:
        verdict = judge(anchor, date)
        if verdict is None:
            continue
        for key in ((date['rule'], date['basis']), ('', date['basis'])):
            counts[key][0] += verdict
            counts[key][1] += 1
    return counts


HEAD = '''/* dates_confidence.def - how often the date that a rule gives is right.
 *
 * CONFIDENCE(rule, basis, right, counted), sorted by rule, then by basis;
 * the rule "" stands for those without a row. Written by
 * core/story/train/train_confidence.py from the event annotations of the
 * MEANTIME corpus (CC BY 4.0). */
'''


def write(path, counts):
    rows = [f'CONFIDENCE("{rule}", {basis.upper()}, {right}, {known})\n'
            for (rule, basis), (right, known) in sorted(counts.items())
            if known >= LEAST or not rule]
    pathlib.Path(path).write_text(HEAD + ''.join(rows), encoding='utf-8')


def table(pairs):
    bins = collections.defaultdict(lambda: [0, 0, 0.0])
    for anchor, date in pairs:
        verdict = judge(anchor, date)
        if verdict is None:
            continue
        row = bins[min(9, int(date['confidence'] * 10))]
        row[0] += verdict
        row[1] += 1
        row[2] += date['confidence']
    print('| confidence | counted | mean | right |\n|---|---|---|---|')
    for key, (right, known, total) in sorted(bins.items()):
        print(f'| {key / 10:.1f} to {(key + 1) / 10:.1f} | {known} '
              f'| {total / known:.2f} | {right / known:.2f} |')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('binary')
    parser.add_argument('folders', nargs='+')
    parser.add_argument('--write')
    parser.add_argument('--table', action='store_true')
    options = parser.parse_args()
    docs = list(documents(options.folders))
    pairs = list(dated_events(docs, analyse(options.binary, docs)))
    if options.write:
        write(options.write, count(pairs))
    if options.table:
        table(pairs)


if __name__ == '__main__':
    main()
