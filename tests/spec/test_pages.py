"""Runs the spec pages: Markdown that says why, gives an article and the
table that must come out.

A case is a level-2 heading with one of two forms:

  an article       a fenced ```article block, an optional line
                   "reference: 2023-06-18", and a table whose header names
                   fields of the entries: the chronology, dated and undated,
                   must have exactly these rows in this order.
  expressions      a table whose first column is "expression" (with
                   "reference" where it differs from the page's line): each
                   row is a text of its own whose first time, or the one
                   with the row's "text", must have these fields.

Fields of entries: date (EDTF, "-" undated), begin, end, status, headline,
by (reported_by), basis, relation, kind, actors (names, comma).
Fields of times: text, type, value, mod, edtf, begin, end, precision, rule,
relation.
An empty article table says that nothing may come out."""
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def cells(line):
    parts = re.split(r'(?<!\\)\|', line.strip().strip('|'))
    return [p.strip().replace('\\|', '|') for p in parts]


def parse_case(title, lines):
    case = {'title': title, 'reference': None, 'article': None, 'rows': []}
    fence = None
    for number, line in lines:
        if fence is not None:
            if line.startswith('```'):
                case['article'] = '\n'.join(fence) + '\n'
                fence = None
            else:
                fence.append(line)
        elif line.startswith('```article'):
            fence = []
        elif line.startswith('reference:'):
            case['reference'] = line.split(':', 1)[1].strip()
        elif line.startswith('|') and set(line) <= set('|-: '):
            continue
        elif line.startswith('|'):
            if 'header' not in case:
                case['header'] = cells(line)
            else:
                row = dict(zip(case['header'], cells(line)))
                case['rows'].append((number, row))
    return case


def cases_of(page):
    title, lines = None, []
    for number, line in enumerate(
            page.read_text(encoding='utf-8').splitlines(), 1):
        if line.startswith('## '):
            if title:
                yield parse_case(title, lines)
            title, lines = line[3:], []
        elif title:
            lines.append((number, line))
    if title:
        yield parse_case(title, lines)


def run(binary, records):
    lines = ''.join(json.dumps(r) + '\n' for r in records)
    done = subprocess.run([binary, '--from', 'ndjson', '--to', 'ndjson', '-q'],
                          input=lines.encode(), stdout=subprocess.PIPE,
                          check=True)
    out = [json.loads(l) for l in done.stdout.decode().splitlines()]
    assert len(out) == len(records), f'{len(records)} in, {len(out)} out'
    return out


def show(value):
    return '-' if value in (None, '') else str(value)


def entry_field(entry, name):
    date = entry.get('date') or {}
    if name == 'date':
        return show(date.get('edtf'))
    if name == 'by':
        return show(entry.get('reported_by'))
    if name == 'actors':
        return show(', '.join(a['name'] for a in entry['actors']))
    if name in ('status', 'headline'):
        return show(entry.get(name))
    return show(date.get(name))


def time_field(time, name):
    date = time.get('date') or {}
    if name == 'text':
        return time['text']
    if name in ('type', 'value', 'mod', 'quant', 'freq', 'anchor'):
        return show((date.get('timex3') or {}).get(name))
    return show(date.get(name))


def check_article(page, case, result):
    got = result['entries'] + result['undated']
    want = [row for _, row in case['rows']]
    have = [{k: entry_field(e, k) for k in case.get('header', ['headline'])}
            for e in got]
    if want == have:
        return 0
    print(f'{page.name}: {case["title"]}')
    for row in want:
        print(('  ok     ' if row in have else '  missing'), list(row.values()))
    for row in have:
        if row not in want:
            print('  extra  ', list(row.values()))
    if all(r in have for r in want) and all(r in want for r in have):
        print('  the order differs')
    return 1


def check_expression(page, number, row, result):
    times = [t for t in result['times'] if t['text'] == row.get('text')]
    times = times or result['times']
    wrong = []
    for name, want in row.items():
        if name in ('expression', 'reference'):
            continue
        got = time_field(times[0], name) if times else 'no time found'
        if got != want:
            wrong.append(f'{name}: {got!r}, not {want!r}')
    if wrong:
        print(f'{page.name}:{number}: {row["expression"]}: '
              + '; '.join(wrong))
    return 1 if wrong else 0


def main():
    binary = sys.argv[1]
    pages = sorted(p for p in HERE.glob('*.md'))
    jobs, records = [], []
    for page in pages:
        for case in cases_of(page):
            if case.get('header', [''])[0] == 'expression':
                for number, row in case['rows']:
                    jobs.append((page, number, row))
                    records.append({
                        'id': str(len(records)), 'text': row['expression'],
                        'date': row.get('reference') or case['reference']})
            elif case['article']:
                jobs.append((page, case, None))
                records.append({'id': str(len(records)),
                                'text': case['article'],
                                'date': case['reference']})
            else:
                sys.exit(f'{page.name}: "{case["title"]}" has no article '
                         'and no expression table')
    failed = 0
    for job, result in zip(jobs, run(binary, records)):
        page, case, row = job
        if row is None:
            failed += check_article(page, case, result)
        else:
            failed += check_expression(page, case, row, result)
    print(f'{len(jobs) - failed} passed, {failed} failed')
    sys.exit(1 if failed or not jobs else 0)


if __name__ == '__main__':
    main()
