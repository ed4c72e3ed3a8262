"""What the tests of the formats share: running the command and the maker of
hostile chronologies, and the plain text that a reader must find again.

With DATELINE_ARTICLES in the environment, folders with ":" between them, the
readers also get fifty articles from there: JSON files with "doc_id", "text"
and "dct", evenly spread over their sorted names. Such articles may belong to
somebody: a failure then tells where it happened and the id, and no word."""
import glob
import json
import os
import re
import subprocess
import sys
import traceback

HIDDEN = re.compile('[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f'
                    '\u202a-\u202e\u2066-\u2069\ufeff]')
DAY = '2023-06-18'
FIFTY = 50
BLANKS = re.compile('[\t\n\x0b\x0c\r \x85\xa0\u2028\u2029]+')

# What has broken out of some format or program before.
WIDE = '\u00e9\u5317\U0001f54a'
INJECTIONS = [
    'x\r\nBEGIN:VALARM\r\nTRIGGER:-PT1M\r\nEND:VALARM',
    'x\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR',
    'x;ALTREP="cid:a":b, c\\n d\\, e\\',
    *['a' * n + WIDE * 9 for n in range(45, 53)],  # each octet at the fold
    '[x](javascript:alert(1)) ![y](http://e.example/i.png)',
    '<http://e.example> http://e.example www.e.example a@b.example',
    '<script>alert(1)</script><img src=x onerror=alert(2)>',
    '" onmouseover="alert(3)" \' onfocus=\'alert(4)',
    '</style></title></textarea></p></blockquote><!-- x',
    ']]> <![CDATA[ <?x y?> <!DOCTYPE a> &lt;b&gt; &#0; &amp;amp;',
    '| a | b |\n|---|---|\n| c | d |',
    '```\ncode\n```\n~~~\n    x\n# y\n> z\n- w\n1. v\n---',
    '*a* _b_ `c` ~~d~~ [^1] \\ [e]: f $g$ :smile:',
    '\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://e.example\x1b\\',
    '\x9b31m \x9d0;title\x9c \x7f\x08\x08',
    '\u202eevil\u202c \u2066x\u2069 \u200f\u061c \ufeff',
    *[sign + 'cmd|" /C calc"!A0' for sign in '=+-@\t\uff1d'],
    '=HYPERLINK("http://e.example?x="&A1,"y")',
    'x\ty\t_\t1\n# sent_id = s1-1\n\n1\tz',
    '{"a":"b\\u0022}", \u2028\u2029 ${x} {{7*7}} %s%n',
]
INJECTED = '''PORT SELBY, June 18 -- On Friday {0} Mara Ilves {0} met {0} Ilse Brandt in
{0} Port Selby.

On Monday, "{0}," said Otto Berg of {0}. {0} will visit Halvern on July 3.
'''

ARTICLES = {
    'empty': '',
    'one byte': 'x',
    'blanks': ' \n\t\n ',
    'two voices': 'PORT SELBY, June 18 -- Mara Ilves arrived in Port Selby '
                  'late Saturday. Talks begin on Monday, officials said.\n',
    'emoji': '\U0001f54a\U0001f3fd On Friday \u5317\u4eac e\u0301l\u00e8ve '
             'Mara Ilves met Ilse Brandt.\n',
    'controls': 'On Friday\x00 Mara\x1b[31m Ilves\u2028met\u202e Ilse.\r\n',
    'markup': '<b>On Friday</b> Mara & Ilse met in `Port` *Selby*.</script>\n',
    'unresolved': 'They met on the 40th of May, 30 February 2023 and in '
                  'the year 99999999999.\n',
    'injections': '\n'.join(map(INJECTED.format, INJECTIONS)),
}


def run(binary, *options, text=''):
    """Bytes that the command writes; text goes to its standard input."""
    return run_counted(binary, *options, text=text)[0]


def run_counted(binary, *options, text=''):
    """(bytes that the command writes, {what: how many events it left out})"""
    data = text if isinstance(text, bytes) else text.encode()
    result = subprocess.run([binary, *options], input=data,
                            capture_output=True, check=False)
    assert result.returncode == 0, (options, result.returncode,
                                    result.stderr[-300:])
    said = re.search('events left out: (.*)', result.stderr.decode())
    left = re.findall(r'(\d+) (\w+)', said[1]) if said else []
    return result.stdout, {what: int(count) for count, what in left}


def told(binary, *options, text=''):
    """What the JSON form says with these options."""
    return json.loads(run(binary, '-t', 'json', *options, text=text))


def headlines(entries):
    """As every format but JSON shows them."""
    return [plain(e['headline']) or '(no headline)' for e in entries]


def hand(binary, form, seed):
    """A random chronology in this format (tests/render_hand.c)."""
    return hand_counted(binary, form, seed)[0]


def hand_counted(binary, form, seed):
    """(bytes, [written, undated, coarse, negated, filtered])"""
    maker = os.path.join(os.path.dirname(binary), 'tests', 'render_hand')
    result = subprocess.run([maker, form, str(seed)], capture_output=True,
                            check=False)
    assert result.returncode == 0, (form, seed, result.returncode,
                                    result.stderr[-300:])
    return result.stdout, [int(n) for n in result.stderr.split()[:5]]


def hand_marks(binary, seed):
    """(TimeML, [overlapping, replaced], the articles as text)"""
    maker = os.path.join(os.path.dirname(binary), 'tests', 'render_hand')
    result = subprocess.run([maker, 'timeml', str(seed)], capture_output=True,
                            check=True)
    return (result.stdout, [int(n) for n in result.stderr.split()[5:]],
            hand(binary, 'articles', seed).decode('utf-8', 'strict'))


def truth(binary, seed):
    """[(kind, headline)]: "dated" or "undated", "background" before it."""
    unescape = {'\\t': '\t', '\\n': '\n', '\\r': '\r', '\\\\': '\\'}
    lines = hand(binary, 'truth', seed).decode('utf-8').split('\n')[:-1]
    pairs = [line.split('\t', 1) for line in lines]
    return [(kind, re.sub(r'\\[tnr\\]', lambda m: unescape[m.group()], text))
            for kind, text in pairs]


def plain(text):
    """The text without what no format shows, white space collapsed."""
    return BLANKS.sub(' ', HIDDEN.sub('', text)).strip(' ')


def samples():
    return sorted(glob.glob('samples/*.txt'))


def inputs():
    """(name, text as bytes, its day) of every sample and odd article."""
    for name in samples():
        with open(name, 'rb') as file:
            yield name, file.read(), DAY
    for name, text in ARTICLES.items():
        yield name, text.encode(), DAY
    yield ('ill-formed', b'On Friday \xff\xc3( Mara \xed\xa0\x80 met Ilse.\n',
           DAY)
    yield from fifty()


reading = []  # the id of the article that is being read


def fifty():
    """The same of the articles of DATELINE_ARTICLES, if it is there."""
    folders = os.environ.get('DATELINE_ARTICLES', '')
    names = sorted(name for folder in folders.split(':') if folder
                   for name in glob.glob(folder + '/*.json'))
    assert bool(names) == bool(folders), f'no article in {folders}'
    chosen = {names[i * len(names) // FIFTY]: None for i in range(FIFTY)
              } if names else {}
    for name in chosen:
        with open(name, encoding='utf-8') as file:
            article = json.load(file)
        day = re.fullmatch(r'\d{4}-\d\d-\d\d', article['dct'] or '')
        reading[:] = [article['doc_id']]
        yield (article['doc_id'], article['text'].encode(),
               day[0] if day else DAY)
        reading.clear()


def say_where(kind, fault, trace):
    """Not what: that would quote the article."""
    for frame in traceback.extract_tb(trace):
        print(f'{frame.filename}:{frame.lineno}: in {frame.name}',
              file=sys.stderr)
    if fault.__cause__:
        cause = fault.__cause__
        say_where(type(cause), cause, cause.__traceback__)
    print(kind.__name__, *reading, file=sys.stderr)


if os.environ.get('DATELINE_ARTICLES'):
    sys.excepthook = say_where
