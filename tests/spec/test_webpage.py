"""The page as a parser reads it: valid HTML for html5lib and tidy, every link
leads to a place in the page, only the page's own style and script, which its
policy names by their hash, and the article's text whole and in order."""
import base64
import collections
import hashlib
import itertools
import json
import re
import subprocess
import sys

import html5lib
import judge

BINARY = sys.argv[1]
ELEMENTS = set('''html head meta title link style body header main nav section
article footer h1 h2 h3 h4 p div span a b i ul ol li dl dt dd details summary
blockquote mark code time form input button fieldset legend svg circle rect
path line script'''.split())
ATTRIBUTES = set('''lang charset http-equiv content name rel href class id role
aria-label aria-labelledby aria-live aria-hidden hidden type placeholder
autocomplete spellcheck tabindex title datetime data-s data-a data-b data-e
data-n data-f form cx cy r x y width height d x1 x2 y1 y2'''.split())
HOSTILE = '''<script>window.hit=1</script></script><svg onload=alert(1)>

On Friday "Mara Ilves" <b onclick='x'> met </p></div></article> Ilse & co in
Port Selby &lt;script&gt; &#0; ]]> <!-- <![CDATA[ --> on 16 June 2023.

[x](javascript:alert(1)) " onmouseover="window.hit=2 ' > On Monday
\u202e Otto \u2066 Berg \x01\x1b\x7f\x85 arrived \U0001f54a\U0001f3fd
\u5317\u4eac e\u0301 \ufdd0 \uffff \u2028 {{7*7}} </title></style> in Norhaven.
'''


def local(name):
    return name.rsplit('}', 1)[-1]


def parse(name, data):
    """The tree; the parser may complain about nothing."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(data.decode('utf-8', 'strict'))
    assert not parser.errors, (name, parser.errors[:3])
    return tree


def text_of(node):
    return ''.join(node.itertext())


def check_names(name, tree):
    for node in tree.iter():
        assert isinstance(node.tag, str), (name, 'comment')
        assert local(node.tag) in ELEMENTS, (name, node.tag)
        for key in node.attrib:
            assert local(key) in ATTRIBUTES, (name, node.tag, key)


def check_links(name, tree):
    ids = collections.Counter(n.get('id') for n in tree.iter() if n.get('id'))
    assert not [i for i, n in ids.items() if n > 1], (name, ids)
    for node in tree.iter():
        href = node.get('href')
        if href is not None and node.tag != 'link':
            assert href[:1] == '#' and href[1:] in ids, (name, href)
        labelled = node.get('aria-labelledby')
        assert labelled is None or labelled in ids, (name, labelled)
    assert [n.get('href') for n in tree.iter('link')] == ['data:,'], name


def check_policy(name, tree):
    """The two hashes are those of the files in the tree; nothing is before
    the policy but the encoding."""
    head = tree.find('head')
    assert [n.tag for n in head[:2]] == ['meta', 'meta'], name
    policy = head[1].get('content')
    hashes = []
    for tag, path in (('style', 'render/html.css'),
                      ('script', 'render/html.js')):
        nodes = list(tree.iter(tag))
        with open(path, 'rb') as file:
            own = file.read()
        assert len(nodes) == 1 and nodes[0].text.encode() == own, (name, tag)
        digest = base64.b64encode(hashlib.sha256(own).digest()).decode()
        hashes.append(f"{tag}-src 'sha256-{digest}'")
    parts = policy.split('; ')
    assert parts[:3] == ["default-src 'none'", *hashes], (name, policy)
    assert "base-uri 'none'" in parts and "form-action 'none'" in parts
    assert 'unsafe' not in policy, policy


def check_reading(name, tree):
    """What a screen reader goes by."""
    tags = [n.tag for n in tree.iter()]
    for tag in ('h1', 'main', 'nav', 'header'):
        assert tags.count(tag) == 1, (name, tag)
    status = [n for n in tree.iter() if n.get('role') == 'status']
    assert [n.get('aria-live') for n in status] == ['polite'], name
    for node in tree.iter('section'):
        assert node.get('aria-labelledby') or node.get('class') == 'year', name
    for node in tree.iter('input'):
        assert node.get('aria-label'), name
    for node in tree.iter('a'):
        named = text_of(node).strip() or node.get('data-n')
        assert named and node.get('href'), (name, node.attrib)
    for node in tree.iter():
        if local(node.tag) == 'svg':
            assert node.get('aria-hidden') == 'true', name


def tidy(name, data):
    """tidy knows no error, and no warning but about the names it is too old
    for."""
    result = subprocess.run(['tidy', '-q', '-e', '-utf8'], input=data,
                            capture_output=True, check=False)
    lines = [line for line in result.stderr.decode().splitlines()
             if not re.search(r'proprietary attribute|trimming empty|nested '
                              r'emphasis|missing <table>', line)]
    assert result.returncode < 2 and not lines, (name, lines[:5])


def check(name, data):
    tree = parse(name, data)
    check_names(name, tree)
    check_links(name, tree)
    check_policy(name, tree)
    check_reading(name, tree)
    assert not judge.HIDDEN.search(data.decode()), name
    return tree


def entries_of(tree):
    """[(kind, headline)] in order."""
    out = []
    for section in tree.iter():
        kind = {'axis': 'dated', 'undated': 'undated'}.get(
            (section.get('class') or section.get('id') or '').split(' ')[0])
        if kind:
            out += [(kind, judge.plain(text_of(node)))
                    for node in section.iter('h4')]
    return out


def seen(data):
    """A text as a page can show it."""
    text = data.decode('utf-8', 'replace')
    text = re.sub('[\ufdd0-\ufdef\ufffe\uffff]', '\ufffd', text)
    return judge.plain(text)


def test_hostile_chronologies():
    for seed in range(50):
        data = judge.hand(BINARY, 'html', seed)
        tree = check(seed, data)
        want = [(kind.split()[-1], judge.plain(text) or '(no headline)')
                for kind, text in judge.truth(BINARY, seed)
                if seed % 2 or not kind.startswith('background')]
        got = entries_of(tree)
        for kind in ('dated', 'undated'):
            assert [t for k, t in got if k == kind] == \
                [t for k, t in want if k == kind], (seed, kind)


def test_articles():
    nested = '[' * 100000 + ' Mara Ilves left on Friday. ' + ']' * 100000
    own = [('hostile', HOSTILE.encode(), judge.DAY),
           ('nested', nested.encode(), judge.DAY)]
    for name, article, day in itertools.chain(own, judge.inputs()):
        options = ('--from', 'text', '--all', '--date', day)
        data = judge.run(BINARY, '--to', 'html', *options, text=article)
        tree = check(name, data)
        told = judge.told(BINARY, *options, text=article)
        assert entries_of(tree) == [
            (kind, text) for kind, key in (('dated', 'entries'),
                                           ('undated', 'undated'))
            for text in judge.headlines(told[key])], name
        if name != 'nested':
            tidy(name, data)
        texts = [n for n in tree.iter('div') if n.get('class') == 'text']
        assert len(texts) == 1, name
        assert judge.plain(text_of(texts[0])) == seen(article), name


def test_several_articles():
    names = judge.samples()
    data = judge.run(BINARY, '--to', 'html', '--date', '2024-03-12', *names)
    tree = check('several', data)
    tidy('several', data)
    texts = [judge.plain(text_of(n)) for n in tree.iter('div')
             if n.get('class') == 'text']
    wanted = []
    for name in names:
        with open(name, 'rb') as file:
            wanted.append(seen(file.read()))
    assert texts == wanted


WEB = """<!DOCTYPE html><title>Talks &amp; tea</title><nav>Home</nav><article>
<h1>Talks &amp; tea</h1><p>PORT MAREN &#8212; Mara <b>Ilves</b> met Otto&nbsp;Berg
on Friday.</p><script>var x = "<p>not text</p>";</script><h2>Then</h2><p>Berg
&lt;left&gt; on Saturday<br>and Ilves stayed until Monday.</p></article>"""


def test_every_event_is_tied_to_its_words():
    """Each headline leads to the trigger, and the trigger back."""
    cases = [(['--date', '2024-03-12', name], '') for name in judge.samples()]
    cases.append((['--date', '2024-03-12', '--from', 'html'], WEB))
    for options, text in cases:
        story = json.loads(judge.run(BINARY, '--all', '--to', 'json', *options,
                                     text=text))
        tree = check(options[-1], judge.run(BINARY, '--all', '--to', 'html',
                                            *options, text=text))
        by_id = {n.get('id'): n for n in tree.iter() if n.get('id')}
        entries = story['entries'] + story['undated']
        assert len(entries) > 1, options
        for entry in entries:
            back = '#' + entry['id']
            marks = [text_of(n) for n in tree.iter('a')
                     if n.get('class') == 't' and n.get('href') == back]
            told = sorted(entry['mentions'], key=lambda m: m['start'])
            assert marks == [m['text'] for m in told], entry
            link = by_id[entry['id']].find('.//h4/a')
            word = by_id[link.get('href')[1:]]
            assert word.get('href') == back, entry
            assert text_of(word) == entry['action']['trigger']['text'], entry


def colours(css, start):
    block = css[css.index('{', css.index(start)):]
    return dict(re.findall(r'--([\w-]+): (#\w+);', block[:block.index('}')]))


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else \
        ''.join(d * 2 for d in colour[1:])
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    lines = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4
             for p in parts]
    return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast():
    """WCAG 2.2, 1.4.3 and 1.4.11, in both sets of colours."""
    with open('render/html.css', encoding='utf-8') as file:
        css = file.read()
    for start in (':root', '@media (prefers-color-scheme: dark) {\n  :root'):
        c = colours(css, start) if start == ':root' else \
            colours(css[css.index(start) + 40:], ':root')
        assert len(c) > 15, (start, c)
        grounds = ['paper', 'card', 'here', 'glow']
        pairs = [(ink, ground, 4.5) for ground in grounds
                 for ink in ('ink', 'soft', 'link', 'time')]
        pairs += [(status, status + '-ground', 4.5) for status in
                  ('planned', 'possible', 'ongoing', 'negated')]
        pairs += [('card', 'link', 4.5), ('ink', 'possible-ground', 4.5)]
        pairs += [(mark, 'paper', 3) for mark in ('bar', 'full')]
        for one, other, least in pairs:
            assert contrast(c[one], c[other]) >= least, \
                (start, one, other, contrast(c[one], c[other]))


if __name__ == '__main__':
    test_contrast()
    test_articles()
    test_hostile_chronologies()
    test_several_articles()
    test_every_event_is_tied_to_its_words()
