"""The #includes keep the arrows of the house: a stage sees the model, the
base and its own room, never another stage; the command sees the contract."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
STAGES = ['core/read', 'core/language', 'core/story', 'core/chronology',
          'timeparse', 'render']
BASE = {'dateline.h', 'core/model.h'}
ICU = {'core/base', 'core/language', 'core/read', 'timeparse'}
CJSON = {'cli', 'render'}


def room_of(path):
    parts = path.split('/')
    for room in STAGES + ['core/base', 'cli']:
        if path.startswith(room + '/'):
            return room
    return parts[0] if len(parts) == 1 else '/'.join(parts[:-1])


def allowed(room, target):
    if room == 'cli':
        return target == 'dateline.h' or target.startswith('cli/')
    if target == 'dateline.h' or target.startswith('core/base/'):
        return True
    if room == 'core/base':
        return False
    if target == 'core/model.h':
        return True
    return room in STAGES and room_of(target) == room


def faults():
    files = [p for d in ('core', 'timeparse', 'render', 'cli')
             for p in (ROOT / d).rglob('*') if p.suffix in ('.c', '.h', '.def')]
    assert len(files) > 10, 'no sources found'
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        room = room_of(name)
        text = path.read_text(encoding='utf-8')
        for line in re.findall(r'^\s*#\s*include\s+(.*)$', text, re.M):
            own = re.match(r'"([^"]+)"', line)
            if own and own[1].startswith('./'):
                yield f'{name}: write {own[1]} from the root'
            if own and name not in ('core/model.c', 'core/model.h'):
                target = own[1]
                if '/' not in target and target != 'dateline.h':
                    yield f'{name}: write "{target}" with its room'
                elif not allowed(room, target):
                    yield f'{name} includes {target}'
            if line.startswith('<unicode/') and room not in ICU:
                yield f'{name} includes ICU'
            if 'cJSON' in line and room not in CJSON:
                yield f'{name} includes cJSON'


def main():
    found = sorted(set(faults()))
    for fault in found:
        print(fault)
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
