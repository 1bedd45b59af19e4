import { findingDetail, flowDetail, overview, preparePrint } from './detail.js';
import { draw, light } from './drawing.js';
import {
  address,
  byId,
  element,
  expectations,
  report,
  SEVERITIES,
  sign,
  VERDICTS,
} from './element.js';

/** An entry of a list: what it shows, is filtered by, and is searched in. */
function entry(id, group, words, children) {
  const item = element('div', { role: 'option', id, 'aria-selected': 'false' }, children);
  return { item, group, words: words.join('\n').toLowerCase() };
}

function flowEntry(flow, index) {
  const { verdict, name, from, to, traffic, expectation, reason, missing, paths } = flow;
  const hops = paths.flatMap((path) => path.hops);
  const rules = hops.flatMap(({ component, rule = '' }) => [component, rule]);
  const way = `${address(from)} ${expectations[expectation]} ${address(to)} · ${traffic}`;
  const made = entry(
    `flow-${index}`,
    verdict,
    [verdict, name, from, to, way, reason, ...missing, ...new Set(rules)],
    [
      sign(verdict),
      element(
        'div',
        {},
        element('strong', { text: name }),
        element('span', { class: 'hidden', text: ` ${verdict}` }),
        element('small', { text: way }),
      ),
    ],
  );
  return { ...made, index, detail: () => flowDetail(flow) };
}

function findingEntry(finding, index) {
  const { severity, rule, resource, title, message, missing, suppression } = finding;
  const group = suppression === undefined ? severity : 'accepted';
  const made = entry(
    `finding-${index}`,
    group,
    [group, severity, rule, resource, title, message, ...missing],
    [
      element('span', { class: `severity ${severity}`, text: severity }),
      element(
        'div',
        {},
        element('strong', { text: message }),
        ...(suppression === undefined ? [] : [element('em', { text: ' accepted' })]),
        element('small', { text: `${address(resource)} · ${rule}` }),
      ),
    ],
  );
  return { ...made, detail: () => findingDetail(finding) };
}

function listOf(id, groups, entries) {
  const ordered = entries.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
  byId(id).append(...ordered.map(({ item }) => item));
  return { id, box: byId(id), tab: byId(`tab-${id}`), groups, entries: ordered, off: new Set() };
}

const lists = [
  listOf('flows', VERDICTS, report.flows.map(flowEntry)),
  listOf('findings', [...SEVERITIES, 'accepted'], report.findings.map(findingEntry)),
];
let current = lists[0];
let visible = [];
let active;
let selected;

const search = byId('search');

/** Shows what matches all the words, as long as its filter is on. */
function filter() {
  const words = search.value.toLowerCase().split(/\s+/);
  visible = current.entries.filter(
    (each) => !current.off.has(each.group) && words.every((word) => each.words.includes(word)),
  );
  const shown = new Set(visible);
  for (const each of current.entries) each.item.hidden = !shown.has(each);
  byId('matches').textContent = `${visible.length} of ${current.entries.length}`;
  activate(shown.has(active) ? active : undefined);
}

/** Where the keyboard is. */
function activate(one) {
  active?.item.classList.remove('active');
  active = one;
  active?.item.classList.add('active');
  active?.item.scrollIntoView({ block: 'nearest' });
  if (active === undefined) current.box.removeAttribute('aria-activedescendant');
  else current.box.setAttribute('aria-activedescendant', active.item.id);
}

function select(one) {
  selected?.item.setAttribute('aria-selected', 'false');
  selected = one;
  selected?.item.setAttribute('aria-selected', 'true');
  light(selected?.index);
  byId('detail').replaceChildren(...(selected?.detail() ?? []));
  byId('detail').scrollTop = 0;
  document.body.classList.toggle('selected', selected !== undefined);
}

function show(one) {
  current = one;
  for (const each of lists) {
    each.box.hidden = each !== one;
    each.tab.setAttribute('aria-selected', String(each === one));
    each.tab.tabIndex = each === one ? 0 : -1;
  }
  byId('filters').replaceChildren(...one.groups.map(filterButton));
  filter();
}

function filterButton(group) {
  const count = current.entries.filter((each) => each.group === group).length;
  const button = element(
    'button',
    { class: group, 'aria-pressed': String(!current.off.has(group)) },
    `${group} `,
    element('span', { text: String(count) }),
  );
  button.addEventListener('click', () => {
    if (!current.off.delete(group)) current.off.add(group);
    button.setAttribute('aria-pressed', String(!current.off.has(group)));
    filter();
  });
  return button;
}

function move(by) {
  const index = visible.indexOf(active);
  const next = index < 0 && by < 0 ? visible.length - 1 : index + by;
  activate(visible[Math.min(visible.length - 1, Math.max(0, next))]);
}

function clear() {
  search.value = '';
  for (const each of lists) each.off.clear();
  select(undefined);
  show(current);
}

const MOVES = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };

function onKey(event) {
  const { key, target } = event;
  const typing = target === search;
  const within = (controls) => target.closest(controls) !== null;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === 'Escape') clear();
  else if (key === '/' && !typing) search.focus();
  else if (typing && (key.length === 1 || key === 'Home' || key === 'End')) return;
  else if (target.role === 'tab' && (key === 'ArrowLeft' || key === 'ArrowRight')) otherTab();
  else if (key in MOVES && !(key.length > 1 && within('#canvas'))) {
    move(MOVES[key]);
    if (!typing) current.box.focus({ preventScroll: true });
  } else if ((key === 'Enter' || key === ' ') && !within('button, a, summary, #canvas')) {
    select(active ?? visible[0]);
  } else return;
  event.preventDefault();
}

function otherTab() {
  show(lists.find((each) => each !== current));
  current.tab.focus();
}

function headline() {
  const open = report.findings.filter(({ suppression }) => suppression === undefined).length;
  const counts = VERDICTS.map((verdict) => [
    verdict,
    report.flows.filter((flow) => flow.verdict === verdict).length,
  ]);
  const refuted = counts[0][1] + counts[1][1];
  const problems = report.suppressions.length;
  byId('outcome').textContent =
    refuted + open + problems === 0
      ? 'Every flow is proven, and nothing is open'
      : [
          ...(refuted > 0 ? [`${refuted} of ${report.flows.length} flows not proven`] : []),
          ...(open > 0 ? [`${open} open ${open === 1 ? 'finding' : 'findings'}`] : []),
          ...(problems > 0 ? [`${problems} of the suppressions do not hold`] : []),
        ].join(', ');
  byId('counts').append(
    ...counts.map(([verdict, count]) =>
      element('li', {}, sign(verdict), element('b', { text: String(count) }), ` ${verdict}`),
    ),
  );
}

for (const each of lists) {
  each.tab.append(element('span', { text: String(each.entries.length) }));
  each.tab.addEventListener('click', () => show(each));
  for (const one of each.entries) {
    one.item.addEventListener('click', () => {
      activate(one);
      select(one);
    });
  }
}
search.addEventListener('input', filter);
document.addEventListener('keydown', onKey);
headline();
overview();
preparePrint();
draw((label) => {
  search.value = label;
  filter();
});
show(lists[0]);
