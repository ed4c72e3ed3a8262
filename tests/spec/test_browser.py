"""The page in a browser: a reader clicks from side to side, filters, searches,
uses nothing but the keyboard, prints, turns scripts off; and an article full
of markup stays text."""
import http.server
import json
import pathlib
import re
import subprocess
import sys
import threading
import time

import judge
from browser import PHONE, WIDE, Browser
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

BINARY = sys.argv[1]
DATE = ['--date', '2024-03-12']
STATUSES = ['occurred', 'ongoing', 'planned', 'possible', 'negated']


def page(*options, text=''):
    return judge.run(BINARY, '--to', 'html', *options, text=text)


def story(*options):
    """Every entry as the JSON of the same article tells it."""
    data = json.loads(judge.run(BINARY, '--to', 'json', *options))
    return data['entries'] + data['undated']


def shown(window):
    """Ids of the events that a reader sees."""
    return window.run('return [...document.querySelectorAll(".e")].filter('
                      'e => e.checkVisibility()).map(e => e.id)')


def count(window):
    return window.driver.find_element(By.ID, 'count').text


def is_seen(window, identity):
    """Whether the element is inside the window and not scrolled away."""
    return window.run('''const e = document.getElementById(arguments[0]);
        const r = e.getBoundingClientRect();
        const m = document.elementFromPoint(r.left + 3, r.top + 3);
        return r.top >= 0 && r.top < innerHeight && !!m &&
            (e.contains(m) || m.contains(e));''', identity)


def hash_of(window):
    return window.run('return location.hash.slice(1)')


def focused(window):
    return window.run('return document.activeElement.id')


def check_quiet(window, address):
    """No fault in the console, and nothing asked for but the page."""
    assert window.faults() == []
    asked = {a.split('#')[0] for a in window.requests()
             if not a.startswith('data:')}
    assert asked <= {address}, asked


# ---- jumping ---------------------------------------------------------------

def jump(window, entry):
    """Headline to words and back, by mouse."""
    link = window.driver.find_element(By.CSS_SELECTOR, f'#{entry["id"]} h4 a')
    link.click()
    mark = hash_of(window)
    assert is_seen(window, mark), (entry['id'], mark)
    assert focused(window) == mark, entry['id']
    word = window.driver.find_element(By.ID, mark)
    assert word.text == entry['action']['trigger']['text'], entry['id']
    word.click()
    assert hash_of(window) == entry['id'] == focused(window)
    assert is_seen(window, entry['id']), entry['id']


def test_jumps(window):
    for size, names in ((WIDE, judge.samples()), (PHONE, ['samples/wire.txt'])):
        window.size(*size)
        for name in names:
            address = window.open(page(*DATE, name))
            for entry in story(*DATE, name):
                jump(window, entry)
            check_quiet(window, address)
    window.size(*WIDE)


def test_jump_past_a_filter(window):
    """What a filter hides is shown when the article asks for it."""
    window.open(page(*DATE, 'samples/wire.txt'))
    entries = story(*DATE, 'samples/wire.txt')
    choose(window, 'status', 'planned')
    hidden = next(e for e in entries if e['id'] not in shown(window))
    window.driver.find_element(
        By.CSS_SELECTOR, f'.t[href="#{hidden["id"]}"]').click()
    wait_for(window, lambda: len(shown(window)) == len(entries))
    assert is_seen(window, hidden['id']) and focused(window) == hidden['id']


def wait_for(window, what):
    for _ in range(50):
        if what():
            return
        window.driver.execute_async_script('setTimeout(arguments[0], 50)')
    raise AssertionError('waited in vain')


def test_pairs_light_up(window):
    window.open(page(*DATE, 'samples/wire.txt'))
    entry = story(*DATE, 'samples/wire.txt')[0]
    card = window.driver.find_element(By.CSS_SELECTOR, f'#{entry["id"]} h4 a')
    mark = window.driver.find_element(
        By.CSS_SELECTOR, f'.t[href="#{entry["id"]}"]')
    before = mark.value_of_css_property('background-color')
    ActionChains(window.driver).move_to_element(card).perform()
    assert mark.value_of_css_property('background-color') != before


# ---- filters ---------------------------------------------------------------

def values(entry, facet):
    """What the entry answers to a facet, from the JSON alone."""
    if facet == 'actor':
        return {a['actor'] for a in entry['actors']}
    if facet == 'status':
        return {entry['status']}
    return months(entry)


def months(entry):
    """The months that it could lie in, as 12 * year + month from 0; an open
    side reaches as far as any entry does."""
    date = entry['date']
    if date is None:
        return {'none'}
    ends = []
    for key, far in (('begin', 12 * 1900), ('end', 12 * 2100)):
        if date[key] is None:
            ends.append(far)
            continue
        part = re.match(r'(\d+)-(\d+)(-(\d+))?', date[key])
        at = int(part[1]) * 12 + int(part[2]) - 1
        last = part[4] in (None, '01') and 'T' not in date[key]
        ends.append(at - (key == 'end' and last))
    return {str(m) for m in range(ends[0], ends[1] + 1)}


def options(window, facet):
    """{value: (words, count)} of a facet's boxes."""
    rows = window.run('''return [...document.querySelectorAll(
        `[data-f=${arguments[0]}] label`)].map(l => [
        l.querySelector("input").value, l.querySelector("span").textContent,
        l.querySelector("i").textContent])''', facet)
    return {value: (words, int(number)) for value, words, number in rows}


def choose(window, facet, value):
    box = window.driver.find_element(By.CSS_SELECTOR, f'[data-f={facet}]')
    if box.get_attribute('open') is None:
        box.find_element(By.TAG_NAME, 'summary').click()
    box.find_element(By.CSS_SELECTOR, f'input[value="{value}"]').click()


def check_counts(window, entries, chosen):
    """Every box counts what choosing it would show beside the other facets'
    choice; what is shown is what all of them leave."""
    def fits(entry, but=None):
        return all(facet == but or not picked or
                   picked & values(entry, facet)
                   for facet, picked in chosen.items())
    for facet in ('actor', 'status', 'period'):
        for value, (_, number) in options(window, facet).items():
            want = sum(1 for e in entries
                       if fits(e, facet) and value in values(e, facet))
            assert number == want, (facet, value, number, want, chosen)
    left = [e['id'] for e in entries if fits(e)]
    assert shown(window) == left, (chosen, shown(window), left)
    assert count(window).startswith(
        f'{len(left)} of {len(entries)} ' if any(chosen.values())
        else f'{len(entries)} '), count(window)


def test_filters(window):
    name = 'samples/wire.txt'
    address = window.open(page(*DATE, name))
    entries = story(*DATE, name)
    check_counts(window, entries, {})
    assert list(options(window, 'status')) == [
        s for s in STATUSES if any(e['status'] == s for e in entries)]
    everyone = {a for e in entries for a in values(e, 'actor')}
    assert set(options(window, 'actor')) == everyone
    periods = options(window, 'period')
    assert periods['none'][0] == 'without a date'
    assert ('March 2024', 5) in periods.values(), periods
    for facet in ('actor', 'status', 'period'):
        for value in options(window, facet):
            choose(window, facet, value)
            check_counts(window, entries, {facet: {value}})
            choose(window, facet, value)
    first = max(options(window, 'actor').items(), key=lambda o: o[1][1])[0]
    choose(window, 'actor', first)
    choose(window, 'status', 'planned')
    check_counts(window, entries, {'actor': {first}, 'status': {'planned'}})
    choose(window, 'status', 'occurred')
    check_counts(window, entries, {'actor': {first},
                                   'status': {'planned', 'occurred'}})
    lit = window.run('return [...document.querySelectorAll(".k.on")].every('
                     'k => k.dataset.a === arguments[0])', first)
    assert lit
    window.driver.find_element(By.CSS_SELECTOR, '[type=reset]').click()
    check_counts(window, entries, {})
    check_quiet(window, address)


def test_gaps_are_honest_under_a_filter(window):
    """What lies between two events that are left is said, and again as it was
    when the filter goes."""
    window.open(page(*DATE, 'samples/wire.txt'))
    says = 'return [...document.querySelectorAll(".gap > span")].filter(' \
           's => s.checkVisibility()).map(s => s.textContent)'
    # what may be any day until the end of April leaves no silence before it
    before = window.run(says)
    assert before == ['3 months'], before
    choose(window, 'status', 'possible')
    # until the end of April; September
    assert window.run(says) == ['4 months'], window.run(says)
    choose(window, 'status', 'possible')
    choose(window, 'status', 'planned')
    # 13 March; May; 3 June
    assert window.run(says) == ['7 weeks'], window.run(says)
    choose(window, 'status', 'possible')
    assert window.run(says) == ['3 months'], window.run(says)
    choose(window, 'period', str(2024 * 12 + 2))
    choose(window, 'period', str(2024 * 12 + 8))
    assert window.run(says) == ['4 months'], window.run(says)
    window.driver.find_element(By.CSS_SELECTOR, '[type=reset]').click()
    assert window.run(says) == before


def test_search(window):
    name = 'samples/wire.txt'
    address = window.open(page(*DATE, name))
    entries = story(*DATE, name)
    box = window.driver.find_element(By.ID, 'q')
    for words in ('dam', 'VARGA minister', 'last  month', 'zeppelin', '<b>'):
        box.clear()
        box.send_keys(words)
        left = [e['id'] for e in entries if all(
            w in judge.plain(' '.join([
                e['headline'], e['sentence'], e['reported_by'] or '',
                *(a['name'] for a in e['actors'])])).lower()
            for w in words.lower().split())]
        assert shown(window) == left, (words, shown(window), left)
        assert count(window).startswith(f'{len(left)} of {len(entries)} ')
        none = window.driver.find_element(By.ID, 'none').is_displayed()
        assert none == (not left), words
    box.send_keys(Keys.ESCAPE)
    assert box.get_property('value') == ''
    assert len(shown(window)) == len(entries)
    window.open(page('--date', '2024-03-12', text='\u00c9lodie Mo\u0308rk left '
                     'Port Selby on Friday. Otto Berg arrived on Monday.'))
    window.driver.find_element(By.ID, 'q').send_keys('elodie mork')
    assert len(shown(window)) == 1
    check_quiet(window, address)


def test_actors_lead_to_their_events(window):
    window.open(page(*DATE, 'samples/wire.txt'))
    for link in window.driver.find_elements(By.CSS_SELECTOR, '#actors .in a'):
        link.click()
        assert is_seen(window, hash_of(window))
        assert hash_of(window) == 'e' + link.text == focused(window)


# ---- keyboard --------------------------------------------------------------

def press(window, *keys):
    ActionChains(window.driver).send_keys(*keys).perform()


def outlined(window):
    """Whether a reader sees where the focus is."""
    return window.run('''const s = getComputedStyle(document.activeElement);
        return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2''')


def test_keyboard(window):
    """Tab reaches everything in the order of the page, and its place is seen;
    Enter jumps both ways; arrows, Space and Escape do what they do."""
    name = 'samples/wire.txt'
    address = window.open(page(*DATE, name))
    entries = story(*DATE, name)
    headlines = [e['id'] for e in entries]
    seen, facets = [], []
    for _ in range(200):
        press(window, Keys.TAB)
        active = window.driver.switch_to.active_element
        if active.tag_name == 'body':
            break
        assert outlined(window), active.get_attribute('outerHTML')[:80]
        if active.tag_name == 'summary' and active.text in (
                'Actor', 'Status', 'Period'):
            facets.append(active.text)
        entry = window.run('const a = document.activeElement;'
                           'return a.matches("h4 a") && a.closest(".e").id')
        if entry:
            seen.append(entry)
    assert facets == ['Actor', 'Status', 'Period'], facets
    assert seen == headlines, seen
    window.run('document.querySelector(".e h4 a").focus()')
    press(window, Keys.ARROW_DOWN)
    press(window, Keys.ENTER)
    mark = hash_of(window)
    assert focused(window) == mark and mark.startswith('x'), mark
    assert outlined(window)
    press(window, Keys.ENTER)
    assert hash_of(window) == headlines[1] == focused(window)
    window.run('document.querySelector("[data-f=status] summary").focus()')
    press(window, Keys.ENTER)
    press(window, Keys.TAB)
    press(window, Keys.SPACE)
    check_counts(window, entries, {'status': {'occurred'}})
    press(window, Keys.ESCAPE)
    assert window.run('return document.activeElement.matches('
                      '"[data-f=status]:not([open]) summary")')
    check_quiet(window, address)


def test_screen_reader(window):
    """What the browser tells a screen reader: landmarks, a list of events
    under headings in order, names for all that can be acted on."""
    name = 'samples/wire.txt'
    window.open(page(*DATE, name))
    nodes = [(n['role']['value'], n.get('name', {}).get('value', ''), n)
             for n in window.tell('Accessibility.getFullAXTree')['nodes']
             if not n['ignored']]
    roles = [(role, words) for role, words, _ in nodes]
    for want in (('banner', ''), ('navigation', 'On this page'), ('main', ''),
                 ('search', 'Filter the events'), ('region', 'Events'),
                 ('region', 'Without a date'), ('region', 'Actors'),
                 ('region', 'The article'), ('status', ''),
                 ('searchbox', 'Search in the events')):
        assert want in roles, want
    headings = {words for role, words, node in nodes if role == 'heading' and
                ('level', 4) in [(p['name'], p['value']['value'])
                                 for p in node['properties']]}
    told = {judge.plain(e['headline']) for e in story(*DATE, name)}
    assert told <= headings, told - headings
    for role, words in roles:
        if role in ('link', 'button', 'checkbox', 'DisclosureTriangle'):
            assert words.strip(), role
    assert ['closed', '9'] in [words.split() for role, words in roles
                               if role == 'link']


# ---- other readers ---------------------------------------------------------

def pdf_text(window):
    path = window.root / 'page.pdf'
    path.write_bytes(window.paper())
    text = subprocess.run(['pdftotext', path, '-'], capture_output=True,
                          check=True).stdout.decode()
    return judge.plain(text.replace('-\n', '-'))


def test_paper_and_no_scripts(window):
    """The printed page has every headline, every quoted sentence and the
    article, with and without scripts; without them no control is shown that
    would do nothing, and links still jump."""
    for name in judge.samples():
        entries = story(*DATE, name)
        for scripts in (True, False):
            window.scripts(scripts)
            window.open(page(*DATE, name))
            text = pdf_text(window)
            for entry in entries:
                assert judge.plain(entry['headline']) in text, entry['id']
                # in the article the numbers of the events stand between
                pieces = re.findall(r'\w+|[^\w\s]', entry['sentence'])[:6]
                words = r'[\s\d]*'.join(map(re.escape, pieces))
                found = len(re.findall(words, text))
                assert found >= 2, (name, scripts, entry['sentence'])
            assert 'Search' not in text and 'How to read' not in text
    form = window.driver.find_element(By.ID, 'filters')
    assert not form.is_displayed()
    assert count(window).startswith(f'{len(entries)} ')
    for entry in entries:
        jump(window, entry)
    window.scripts(True)


def test_dark_and_narrow(window):
    data = page(*DATE, 'samples/wire.txt')
    ground = 'return getComputedStyle(document.body).backgroundColor'
    window.dark(False)
    window.open(data)
    light = window.run(ground)
    window.dark(True)
    assert window.run(ground) != light
    window.dark(False)
    for width in (320, 390, 768, 1024, 1280, 1920):
        window.size(width, 800)
        wide = window.run('return document.documentElement.scrollWidth')
        assert wide <= width, (width, wide)
    window.size(*WIDE)


def test_served(window):
    """From a server, too, nothing but the page is asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # pylint: disable=invalid-name
            asked.append(self.path)
            self.send_response(200)
            self.send_header('Content-Type', 'text/html')
            self.end_headers()
            self.wfile.write(page(*DATE, 'samples/wire.txt'))

        def log_message(self, *_):  # pylint: disable=arguments-differ
            pass

    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    window.driver.get(f'http://127.0.0.1:{server.server_port}/')
    window.driver.find_element(By.CSS_SELECTOR, '.e h4 a').click()
    assert hash_of(window).startswith('x') and window.faults() == []
    server.shutdown()
    assert asked == ['/'], asked


# ---- several and odd articles ----------------------------------------------

def test_several(window):
    names = judge.samples()
    address = window.open(page(*DATE, *names))
    entries = story(*DATE, *names)
    assert shown(window) == [e['id'] for e in entries]
    for entry in entries[::3]:
        jump(window, entry)
    articles = window.driver.find_elements(By.CSS_SELECTOR, '#text article')
    assert len(articles) == len(names)
    check_quiet(window, address)


def test_articles(window):
    """Fifty pages of real articles, where DATELINE_ARTICLES has them."""
    for name, article, day in judge.fifty():
        given = ('--from', 'text', '--date', day)
        address = window.open(page(*given, text=article))
        told = judge.told(BINARY, *given, text=article)
        entries = told['entries'] + told['undated']
        assert shown(window) == [e['id'] for e in entries], name
        seen = window.run('return [...document.querySelectorAll(".e h4")].map('
                          'e => e.textContent)')
        assert [judge.plain(s) for s in seen] == judge.headlines(
            entries), name
        words = [e['action']['trigger']['start'] for e in entries]
        alone = [e for e, word in zip(entries, words)
                 if words.count(word) == 1]  # one word, one way back
        for entry in alone[:2]:
            jump(window, entry)
        check_quiet(window, address)


HOSTILE = '''<script>window.hit = 1</script><img src=x onerror="window.hit=2">

On Friday <b onclick="window.hit=3">Mara Ilves</b> met Otto Berg in Port Selby
" onmouseover="window.hit=4" x=" </style></title></textarea>. On Monday Otto
Berg ' onfocus='window.hit=5' left [x](javascript:window.hit=6) javascript:x.
]]> --> </script><script>window.hit=7</script> <svg/onload=window.hit=8>

&lt;script&gt;window.hit=9&lt;/script&gt; &#60;b&#62; <!-- On 16 June 2023 the
\u202eenvoy\u2066 \x00\x01\x1b[31m said \u0085 {{constructor}} ${window.hit=10}
`x` \U0001f54a\U0001f3fd \u5317\u4eac e\u0301 on Monday. Otto Berg,
"</a><script>
window.hit=11</script>", will visit <iframe srcdoc="<script>parent.hit=12
</script>"> Norhaven on 3 July 2023.
<base href="http://e.example/"><meta http-equiv=refresh content="0;url=x:">
<form action="http://e.example/"><input autofocus onfocus=window.hit=13>
'''


def test_nothing_of_an_article_runs(window):
    nested = '[' * 100000 + ' Mara Ilves left on Friday. ' + ']' * 100000
    for text in (HOSTILE, nested, HOSTILE.replace('\n\n', '\n')):
        title = text.replace('\0', '')[:2000]
        address = window.open(page(
            '--from', 'text', '--all', '--date', '2023-06-18', '--title',
            title, '--publisher', title, text=text), 'hostile.html')
        assert window.run('return typeof window.hit') == 'undefined'
        assert window.run('return document.querySelectorAll("#text :is(script,'
                          'img,iframe,base,meta,form,input,svg)").length') == 0
        got = window.run('return document.querySelector(".text").textContent')
        assert judge.plain(got) == judge.plain(text)
        for link in window.driver.find_elements(By.CSS_SELECTOR, 'h4 a')[:20]:
            link.click()
        window.driver.find_element(By.ID, 'q').send_keys('<script> hit')
        for summary in window.driver.find_elements(By.CSS_SELECTOR,
                                                   '.facet > summary'):
            if summary.is_displayed():
                summary.click()
        assert window.run('return typeof window.hit') == 'undefined'
        assert window.run('return location.href.split("#")[0]') == address
        check_quiet(window, address)


def test_hostile_chronologies(window):
    """Names and titles made to break out, in facets and index too."""
    for seed in (11, 47):
        address = window.open(judge.hand(BINARY, 'html', seed))
        total = len(shown(window))
        for facet in ('actor', 'status', 'period'):
            for value, (_, number) in list(options(window, facet).items())[:2]:
                box = window.driver.find_element(By.CSS_SELECTOR,
                                                 f'[data-f={facet}]')
                if not box.is_displayed():
                    continue
                choose(window, facet, value)
                assert len(shown(window)) == number <= total, (seed, value)
                choose(window, facet, value)
        check_quiet(window, address)


def test_policy_holds(window):
    """The proof that the policy is a second wall: a script that stands in the
    page all the same does not run."""
    data = page(*DATE, 'samples/wire.txt')
    broken = data.replace(b'<main>', b'<main><script>window.hit=1</script>'
                          b'<p id="p" style="color:red" onclick="hit=2">x</p>')
    assert broken != data
    window.open(broken)
    window.driver.find_element(By.ID, 'p').click()
    assert window.run('return typeof window.hit') == 'undefined'
    assert any('Content Security Policy' in f for f in window.faults())


def main():
    wanted = sys.argv[2:]
    with Browser() as window:
        window.dark(False)
        for name, test in list(globals().items()):
            if name.startswith('test_') and (not wanted or name in wanted):
                start = time.monotonic()
                test(window)
                print(f'{name}: {time.monotonic() - start:.1f} s', flush=True)


if __name__ == '__main__':
    assert pathlib.Path('samples').is_dir()
    main()
