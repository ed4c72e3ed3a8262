// What the page can do beyond its links: filters with counts, search, and
// marks that light up on both sides. It reads the page and writes text and
// classes, never markup. Without it the page is whole.
'use strict';
(() => {
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = id => document.getElementById(id);
const form = byId('filters'), query = byId('q'), count = byId('count');
const axis = document.querySelector('.axis');
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '')
  .toLowerCase().replace(/\s+/g, ' ');
const make = (name, text) => {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
};

// ---- what there is
const entries = all('.e').map(li => ({
  li, text: fold(li.textContent), status: [li.dataset.s],
  actor: [...new Set((li.dataset.a || '').split(' ').filter(Boolean))],
  begin: Number(li.dataset.b ?? li.dataset.e - 1),
  end: Number(li.dataset.e ?? Number(li.dataset.b) + 1),
  from: 'b' in li.dataset, to: 'e' in li.dataset}));
const byEntry = new Map(entries.map(entry => [entry.li.id, entry]));
const marks = all('.t').map(a => ({a, id: a.hash.slice(1)}));
const marksOf = Map.groupBy ? Map.groupBy(marks, m => m.id) : new Map();
if (!Map.groupBy) for (const m of marks)
  marksOf.set(m.id, [...marksOf.get(m.id) || [], m]);

// ---- periods: months, years or decades, whichever are not too many
const year = day => new Date(day * 864e5).getUTCFullYear();
const month = day => year(day) * 12 + new Date(day * 864e5).getUTCMonth();
const units = [
  [month, key => new Date(Date.UTC(2000, key % 12 + 12, 1)).toLocaleString('en-GB',
    {month: 'long', timeZone: 'UTC'}) + ' ' + sayYear(Math.floor(key / 12))],
  [year, key => sayYear(key)],
  [day => Math.floor(year(day) / 10), key => sayYear(key * 10) + 's'],
  [day => Math.floor(year(day) / 100), key => sayYear(key * 100) + 's']];
const sayYear = y => y > 0 ? String(y) : (1 - y) + ' BC';
const isDated = entry => entry.from || entry.to;
const dated = entries.filter(isDated);
const keysOf = unit => [...new Set(dated.map(entry => unit(entry.begin)))];
const [unit, sayPeriod] = units.find(([u]) => keysOf(u).length <= 14) || units[3];
const periods = keysOf(unit).sort((a, b) => a - b);
for (const entry of entries)
  entry.period = !isDated(entry) ? ['none'] : periods.filter(key =>
    (!entry.from || unit(entry.begin) <= key) &&
    (!entry.to || unit(entry.end - 1) >= key)).map(String);

// ---- facets
const names = new Map(all('#actors li').map(li =>
  [li.id, li.querySelector('b').textContent]));
const labels = {
  actor: id => names.get(id) || id,
  status: key => key,
  period: key => key === 'none' ? 'without a date' : sayPeriod(Number(key))};
const order = {
  actor: [...names.keys()],
  status: ['occurred', 'ongoing', 'planned', 'possible', 'negated'],
  period: [...periods.map(String), 'none']};
const tally = (key, some) => {
  const counts = new Map();
  for (const entry of some)
    for (const value of entry[key]) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
};
const facets = all('.facet').map(box => {
  const key = box.dataset.f, chosen = new Set(), options = new Map();
  const counts = tally(key, entries);
  for (const value of order[key]) {
    const number = counts.get(value);
    if (!number) continue;
    const label = document.createElement('label'), input = document.createElement('input');
    const shown = make('i', String(number));
    input.type = 'checkbox';
    input.value = value;
    input.addEventListener('change', () => {
      if (input.checked) chosen.add(value); else chosen.delete(value);
      update();
    });
    label.append(input, make('span', labels[key](value)), shown);
    options.set(value, {label, input, shown, number});
  }
  // The actors with most events first; the others stay in their order.
  const list = [...options.values()];
  if (key === 'actor') list.sort((a, b) => b.number - a.number);
  box.querySelector('fieldset').append(...list.map(option => option.label));
  box.hidden = options.size < 2;
  return {key, box, chosen, options, summary: box.querySelector('summary'),
    name: box.querySelector('summary').textContent};
});

// ---- gaps: as the page has them, or between what is left
const gapSteps = [1, 2, 4, 8, 32, 93, 367, 1100, 3700];
const gaps = all('.gap').map(gap => ({gap, name: gap.className,
  says: gap.querySelector('span')?.textContent ?? ''}));
const setGap = (gap, name, says) => {
  gap.className = name;
  gap.querySelector('span')?.remove();
  if (says) gap.append(make('span', says));
};
const silence = days => days < 14 ? '' : days < 60 ? `${Math.round(days / 7)} weeks`
  : days < 730 ? `${Math.round(days / 30.44)} months` : `${Math.round(days / 365.25)} years`;

function redrawGaps() {
  if (!axis.classList.contains('filtered')) {
    for (const {gap, name, says} of gaps) setGap(gap, name, says);
    return;
  }
  let before = null, reach = -Infinity;
  for (const section of all('.year', axis)) {
    let first = true;
    for (const li of section.querySelectorAll('.e:not([hidden])')) {
      const entry = byEntry.get(li.id);
      const place = entry.from ? entry.begin : entry.end;
      const own = li.querySelector('.gap'), gap = first ? section.querySelector('.gap') : own;
      const quiet = silence(before === null || !entry.from ? 0 : place - reach);
      const days = before === null ? 0 : place - before;
      const step = days ? gapSteps.findIndex(d => days < d) : 0;
      if (own) setGap(own, 'gap g0', '');
      setGap(gap, `gap g${step < 0 ? 9 : days && Math.max(step, 1)}${quiet && ' quiet'}`, quiet);
      before = place;
      reach = Math.max(reach, entry.to ? entry.end : place + 1);
      first = false;
    }
  }
}

// ---- filtering
let words = [];
const fits = (entry, but) => words.every(word => entry.text.includes(word)) &&
  facets.every(f => f === but || !f.chosen.size || entry[f.key].some(v => f.chosen.has(v)));

function update() {
  words = fold(query.value).split(' ').filter(Boolean);
  const active = words.length > 0 || facets.some(f => f.chosen.size);
  let left = 0;
  for (const entry of entries) {
    entry.li.hidden = !fits(entry);
    left += !entry.li.hidden;
  }
  for (const f of facets) {
    const counts = tally(f.key, entries.filter(entry => fits(entry, f)));
    for (const [value, option] of f.options)
      option.shown.textContent = String(counts.get(value) || 0);
    f.summary.textContent = f.chosen.size ? `${f.name} (${f.chosen.size})` : f.name;
    f.box.classList.toggle('on', f.chosen.size > 0);
  }
  for (const section of all('.year, #undated'))
    section.hidden = !section.querySelector('.e:not([hidden])');
  for (const {a, id} of marks) a.classList.toggle('off', byEntry.get(id)?.li.hidden ?? false);
  const who = facets.find(f => f.key === 'actor').chosen;
  for (const span of all('.k[data-a]')) span.classList.toggle('on', who.has(span.dataset.a));
  axis.classList.toggle('filtered', active);
  redrawGaps();
  byId('none').hidden = left > 0 || !entries.length;
  document.querySelector('[type=reset]').hidden = !active;
  count.textContent = active ? `${left} of ${whole.split(',')[0]}` : whole;
  light();
}
const whole = count.textContent;

function clear() {
  query.value = '';
  for (const f of facets) {
    f.chosen.clear();
    for (const option of f.options.values()) option.input.checked = false;
  }
  update();
}

// The words searched for, lit where the browser can.
function light() {
  if (!CSS.highlights) return;
  const ranges = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (words.length && walk.nextNode() && ranges.length < 2000) {
    const node = walk.currentNode, text = node.data.toLowerCase();
    if (text.length !== node.data.length || node.parentElement.closest('form')) continue;
    for (const word of words)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
  }
  CSS.highlights.set('q', new Highlight(...ranges));
}

form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('reset', event => { event.preventDefault(); clear(); query.focus(); });
query.addEventListener('input', update);

// ---- jumping: the other side stays lit; no filter hides what is asked for
function arrive() {
  const target = byId(location.hash.slice(1)), entry = byEntry.get(target?.id);
  for (const lit of all('.now')) lit.classList.remove('now');
  if (target?.matches('.t')) byEntry.get(target.hash.slice(1))?.li.classList.add('now');
  if (entry) for (const m of marksOf.get(target.id) || []) m.a.classList.add('now');
  if (!entry?.li.hidden) return;
  clear();
  entry.li.scrollIntoView();
  entry.li.focus();
}
addEventListener('hashchange', arrive);

// ---- both sides light up
function pair(event, on) {
  const li = event.target.closest?.('.e'), a = event.target.closest?.('.t');
  if (li) for (const m of marksOf.get(li.id) || []) m.a.classList.toggle('on', on);
  if (a) byEntry.get(a.hash.slice(1))?.li.classList.toggle('on', on);
}
for (const name of ['mouseover', 'focusin']) addEventListener(name, event => pair(event, true));
for (const name of ['mouseout', 'focusout']) addEventListener(name, event => pair(event, false));

// ---- keys: up and down from headline to headline, Escape closes and clears
addEventListener('keydown', event => {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (step && event.target.matches?.('.e h4 a')) {
    const links = all('.e:not([hidden]) h4 a');
    const next = links[links.indexOf(event.target) + step];
    if (next) { event.preventDefault(); next.focus(); }
  }
  if (event.key !== 'Escape') return;
  const open = facets.find(f => f.box.open);
  if (open) { open.box.open = false; open.summary.focus(); }
  else if (event.target === query && query.value) clear();
});
addEventListener('click', event => {
  for (const f of facets) if (!f.box.contains(event.target)) f.box.open = false;
});

// ---- paper shows what is folded up
addEventListener('beforeprint', () => { for (const d of all('.why:not([open])')) {
  d.open = true; d.dataset.closed = ''; } });
addEventListener('afterprint', () => { for (const d of all('.why[data-closed]')) {
  d.open = false; delete d.dataset.closed; } });

form.hidden = false;
arrive();
})();
