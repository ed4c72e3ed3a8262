"""The JSON of every sample, of odd articles and of hostile chronologies:
strict UTF-8, unique keys, valid against render/dateline-1.schema.json, with
nothing in it that the schema does not name, and offsets that are true."""
import copy
import glob
import html.parser
import json
import random
import sys

import jsonschema

import judge

BINARY = sys.argv[1]


def unique(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f'key twice: {keys}'
    return dict(pairs)


def no_constant(name):
    raise AssertionError(f'{name} is not JSON')


def parse(data):
    text = data.decode('utf-8', 'strict')
    assert '</' not in text and '<!' not in text, 'does not embed in HTML'
    hidden = judge.HIDDEN.search(text.replace('\n', ''))
    assert not hidden, f'raw control {hidden!r}'
    return json.loads(text, object_pairs_hook=unique,
                      parse_constant=no_constant)


def strict(schema):
    """Readers ignore unknown keys; what we write has none."""
    schema = copy.deepcopy(schema)
    nodes = [schema, *schema['$defs'].values(),
             schema['properties']['generator']]
    for node in nodes:
        if node.get('type') == 'object':
            node['unevaluatedProperties'] = False
    return schema


with open('render/dateline-1.schema.json', encoding='utf-8') as schema_file:
    SCHEMA = json.load(schema_file)
jsonschema.Draft202012Validator.check_schema(SCHEMA)
VALIDATOR = jsonschema.Draft202012Validator(strict(SCHEMA))


def check_schema(name, data):
    value = parse(data)
    errors = list(VALIDATOR.iter_errors(value))
    assert not errors, (name, [
        ('/'.join(map(str, error.absolute_path)), error.message[:300])
        for error in errors[:5]])
    return value


def spans(value):
    """Every AT in the value."""
    if isinstance(value, dict):
        if value.get('byte_start') is not None and 'text' in value:
            yield value
        for child in value.values():
            yield from spans(child)
    elif isinstance(value, list):
        for child in value:
            yield from spans(child)


def check_offsets(name, value, article):
    clean = article.decode('utf-8', 'replace')
    for at in spans(value):
        assert clean[at['start']:at['end']] == at['text'], (name, at)
        piece = article[at['byte_start']:at['byte_end']]
        assert piece.decode('utf-8', 'replace') == at['text'], (name, at)


def check_ids(name, value):
    ids = [x['id'] for key in ('actors', 'times', 'entries', 'undated',
                               'events') for x in value.get(key, [])]
    assert len(ids) == len(set(ids)), f'{name}: an id twice'
    entries = {x['id'] for x in value['entries'] + value['undated']}
    actors = {x['id'] for x in value['actors']}
    for event in value.get('events', []):
        assert event['entry'] is None or event['entry'] in entries, name
        for role in event['actors']:
            assert role['actor'] is None or role['actor'] in actors, name


def test_articles():
    for name, article, day in judge.inputs():
        for extra in ([], ['--date', day, '--all']):
            options = ('--from', 'text', *extra, '--to')
            data = judge.run(BINARY, *options, 'json', text=article)
            value = check_schema(name, data)
            check_offsets(name, value, article)
            check_ids(name, value)
        line = judge.run(BINARY, *options, 'ndjson', text=article)
        assert line.count(b'\n') == 1 and line.endswith(b'\n'), name
        assert parse(line) == value, f'{name}: NDJSON says something else'


PIECES = ('Mara Ilves met Ilse Brandt on Friday. ', 'e\u0301l\u00e8ve ',
          '\U0001f54a\U0001f3fd\u200d\U0001f30a ', '\u5317\u4eac ', '\uff21 ',
          '\u0e01\u0e38\u0e21 ', '\U00020000', '\u0301', ' in May 2022 ', '. ',
          '</script><!--', '\u2028', '\u2029', '\ufeff', '\x7f', '\r\n', '\n\n',
          'On June 3, 2023 ', 'Zo\u0308e left. ', '"', '\\', '\u202e')


def test_offsets_in_any_text():
    """Code points and bytes of 80 texts out of pieces of every width."""
    draw = random.Random(9)
    seen = 0
    for number in range(80):
        text = ''.join(draw.choice(PIECES) for _ in range(draw.randrange(40)))
        data = judge.run(BINARY, '--from', 'text', '--all', '-t', 'json',
                         '--date', '2023-06-18', text=text)
        value = check_schema(f'text {number}', data)
        clean = text.removeprefix('\ufeff')
        for at in spans(value):
            assert clean[at['start']:at['end']] == at['text'], (text, at)
            piece = text.encode()[at['byte_start']:at['byte_end']]
            assert piece.decode('utf-8', 'strict') == at['text'], (text, at)
            seen += 1
    assert seen > 500, seen


class Page(html.parser.HTMLParser):
    """The text of the script element of a page, and the elements."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.data = [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.data.append(data)


def test_embeds_in_a_page():
    """A script element holds it whatever the article says; no line of it
    ends a line of JavaScript."""
    text = ('On Friday Mara met Ilse </script><script>alert(1)</script> <!-- '
            '<script> ]]> \u2028 \u2029 left.\n')
    for form in ('json', 'ndjson', 'timelinejs'):
        data = judge.run(BINARY, '-t', form, '-d', '2023-06-18', '--from',
                         'text', '--all', text=text).decode()
        page = Page('<script type="application/json">' + data + '</script>')
        assert page.tags == ['script'], (form, page.tags)
        assert json.loads(''.join(page.data)) == json.loads(data), form
        assert '\u2028' not in data and '\u2029' not in data, form


def test_golden_files():
    for name in sorted(glob.glob('samples/*.json')):
        with open(name, 'rb') as file:
            check_schema(name, file.read())


def test_hostile_chronologies():
    for seed in range(25):
        value = check_schema(f'seed {seed}', judge.hand(BINARY, 'json', seed))
        assert value == parse(judge.hand(BINARY, 'ndjson', seed)), seed
        told = [text for _, text in judge.truth(BINARY, seed)]
        for entry in value['entries'] + value['undated']:
            assert entry['headline'] in told, (seed, entry['headline'])


if __name__ == '__main__':
    test_articles()
    test_offsets_in_any_text()
    test_embeds_in_a_page()
    test_golden_files()
    test_hostile_chronologies()
