"""Measures a chronology against what a briefing officer would list.

    briefing.py BINARY SHARED

briefing/*.json name an article below SHARED (third-party text that is no
part of this project) and the events that belong in its chronology: offsets
of the words that may stand for the event, the interval and the status that
are right, in our own wording. Printed: what is missing or wrong, and the
entries that are on no list. Exit status 1 when anything is missing."""
import hashlib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def spans(entry):
    trigger = (entry.get('action') or {}).get('trigger')
    return [(m['start'], m['end'])
            for m in ([trigger] if trigger else []) + entry['mentions']]


def stands_for(entry, item):
    return any(a < d and c < b for a, b in spans(entry)
               for c, d in item['at'])


def right(entry, item):
    date = entry.get('date') or {}
    return (date.get('begin') in item['begin'] and
            date.get('end') in item['end'] and
            entry['status'] in item['status'])


def measure(binary, shared, path):
    want = json.loads(path.read_text(encoding='utf-8'))
    text = (shared / want['article']).read_bytes()
    if want['article'].endswith('.json'):
        text = json.loads(text)['text'].encode()
    if hashlib.sha256(text).hexdigest() != want['sha256']:
        sys.exit(f'{want["article"]} is not the text that was read')
    command = [binary, '--from', 'text', '--to', 'json', '-q']
    if want['reference']:
        command += ['--date', want['reference']]
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE,
                          check=True)
    got = json.loads(done.stdout)
    entries = got['entries'] + got['undated']
    used, missing = set(), 0
    for item in want['worth']:
        near = [e for e in entries if stands_for(e, item)]
        good = [e for e in near if right(e, item)]
        used.update(e['id'] for e in good or near)
        if not good:
            missing += 1
            print(f'  {"wrong" if near else "none "}  {item["wording"]}: '
                  f'{item["begin"]} {item["status"]}')
            for e in near:
                date = e.get('date') or {}
                print(f'         {date.get("begin")} {date.get("end")} '
                      f'{e["status"]}: {e["headline"]}')
    extra = [e for e in entries if e['id'] not in used]
    for e in extra:
        print(f'  extra  {(e.get("date") or {}).get("edtf") or "undated"} '
              f'{e["status"]}: {e["headline"]}')
    print(f'{path.stem}: {len(want["worth"]) - missing} of '
          f'{len(want["worth"])} right, {len(extra)} entries on no list')
    return missing


def main():
    binary, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    lists = sorted((HERE / 'briefing').glob('*.json'))
    sys.exit(1 if sum(measure(binary, shared, p) for p in lists) else 0)


if __name__ == '__main__':
    main()
