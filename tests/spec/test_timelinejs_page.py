"""The real TimelineJS in a real browser: it shows every event under its date,
and nothing of a hostile article runs. TimelineJS comes from npm at the version
of tests/spec/timelinejs; without npm, its registry or Chromium the test is left
out, and says so."""
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import json

import judge

BINARY = sys.argv[1]
PINNED = pathlib.Path('tests/spec/timelinejs').resolve()
PLACE = pathlib.Path(BINARY).resolve().parent / 'tests' / 'timelinejs'
BUNDLE = PLACE / 'node_modules/@knight-lab/timelinejs/dist'
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>loading</title>
<link rel="stylesheet" href="{bundle}/css/timeline.css">
<div id="here" style="width:1000px;height:600px"></div>
<script>window.alert = () => {{ document.title = 'ran'; }};</script>
<script src="{bundle}/js/timeline.js"></script>
<script>
const line = new TL.Timeline('here', {data},
                             {{language: 'en', font: null, script_path: ''}});
line.on('ready', () => {{
    if (document.title !== 'ran') document.title = 'ready';
}});
</script>"""
HOSTILE = ('On Friday Mara Ilves met <img src=x onerror=alert(1)> Ilse Brandt. '
           'On Monday <script>alert(2)</script> Ilse Brandt left Halvern. '
           'In May 2022 Mara visited http://e.example/"onclick="alert(3) '
           'Oslo.</script><script>alert(4)</script>\n')


def has_timelinejs():
    if (BUNDLE / 'js/timeline.js').exists():
        return True
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in ('package.json', 'package-lock.json'):
        shutil.copy(PINNED / name, PLACE / name)
    done = subprocess.run(['npm', 'ci', '--ignore-scripts', '--no-audit',
                           '--no-fund'], cwd=PLACE, capture_output=True,
                          timeout=300, check=False)
    return done.returncode == 0


class Slides(html.parser.HTMLParser):
    """Headlines and dates of the slides, and what elements there are."""

    def __init__(self, source):
        super().__init__()
        self.title, self.slides, self.markers = '', [], 0
        self.field = None
        self.scripts = self.images = 0
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        names = (attrs.get('class') or '').split()
        self.scripts += tag == 'script'
        self.images += tag == 'img'
        # TimelineJS makes links of addresses by itself, with this on them.
        assert not any(key.startswith('on') and value != 'void(0)'
                       for key, value in attrs.items()), attrs
        self.markers += 'tl-timemarker' in names
        if tag == 'h2' and 'tl-headline' in names and (
                'style' not in attrs):
            self.slides.append('')
            self.field = 'slide'
        if tag == 'title':
            self.field = 'title'

    def handle_endtag(self, tag):
        if tag in ('h2', 'title'):
            self.field = None

    def handle_data(self, data):
        if self.field == 'slide':
            self.slides[-1] += data
        elif self.field == 'title':
            self.title += data


def show(data):
    """What the browser makes of it."""
    with tempfile.TemporaryDirectory() as home:
        page = pathlib.Path(home, 'page.html')
        page.write_text(PAGE.format(bundle=BUNDLE.as_uri(),
                                    data=data.decode()), encoding='utf-8')
        done = subprocess.run(
            ['chromium', '--headless=new', '--no-sandbox', '--disable-gpu',
             '--virtual-time-budget=10000', f'--user-data-dir={home}/profile',
             '--allow-file-access-from-files', '--dump-dom', page.as_uri()],
            capture_output=True, timeout=120, check=True,
            env={**os.environ, 'HOME': home})
    return Slides(done.stdout.decode('utf-8'))


def start(event):
    """TimelineJS shows its slides in the order of their beginnings: a day
    before the hours of that day."""
    date = event['start_date']
    return [date['year'], *(date.get(part, least) for part, least in (
        ('month', 1), ('day', 1), ('hour', 0), ('minute', 0)))]


def check(name, data):
    events = json.loads(data)['events']
    got = show(data)
    assert got.title == 'ready', (name, got.title)
    assert got.markers == len(events), (name, got.markers, len(events))
    headlines = [unescape(event['text']['headline'])
                 for event in sorted(events, key=start)]
    assert [flat(slide) for slide in got.slides[1:]] == [
        flat(text) for text in headlines], (name, got.slides)
    # The page's own: our two, the bundle; TimelineJS adds none.
    assert got.scripts == 3 and got.images == 0, (name, got.scripts)


def unescape(text):
    parts = []
    reader = html.parser.HTMLParser()
    reader.handle_data = parts.append
    reader.feed(text)
    reader.close()
    return ''.join(parts)


def flat(text):
    return re.sub(r'\s+', ' ', text).strip()


def main():
    if not shutil.which('chromium') or not shutil.which('npm'):
        print('chromium or npm is not installed: left out')
        return
    if not has_timelinejs():
        print('TimelineJS cannot be had from npm: left out')
        return
    for name in judge.samples():
        check(name, judge.run(BINARY, '-t', 'timelinejs', '-d', '2024-03-12',
                              name))
    data = judge.run(BINARY, '-t', 'timelinejs', '-d', '2023-06-18', '--all',
                     '--from', 'text', text=HOSTILE)
    assert b'alert' in data
    check('hostile article', data)
    for name, article, day in judge.fifty():
        data = judge.run(BINARY, '-t', 'timelinejs', '-d', day, '--from',
                         'text', text=article)
        if json.loads(data)['events']:  # TimelineJS refuses to show none
            check(name, data)


main()
