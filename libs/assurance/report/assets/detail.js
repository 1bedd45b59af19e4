import { point } from './drawing.js';
import { byId, element, expectations, report, sign, VERDICTS } from './element.js';

const name = (text) => element('code', { text });

/** A title and a list, if there is something in it. */
function list(title, items) {
  if (items.length === 0) return [];
  return [
    element('h3', { text: title }),
    element(
      'ul',
      {},
      items.map((item) => element('li', {}, item)),
    ),
  ];
}

/** A flow: each hop with the rule that decides. */
export function flowDetail(flow) {
  return [
    element('h2', {}, sign(flow.verdict), element('span', { text: flow.name })),
    element(
      'p',
      { class: 'declared' },
      name(flow.from),
      ` ${expectations[flow.expectation]} `,
      name(flow.to),
      ` · ${flow.traffic}`,
    ),
    element(
      'p',
      { class: `reason ${flow.verdict}` },
      element('strong', { text: flow.verdict }),
      ` ${flow.reason}`,
    ),
    ...list('Not known', flow.missing.map(name)),
    ...flow.paths.map((path, index) => way(path, index === 0)),
  ];
}

/** A way, folded unless it is the first. */
function way({ from, to, hops }, open) {
  return element(
    'details',
    open ? { open: '' } : {},
    element('summary', {}, name(from), ' → ', name(to), ` · ${hops.length} hops`),
    element('ol', { class: 'hops' }, hops.map(hopItem)),
  );
}

function hopItem(hop) {
  const item = element(
    'li',
    { class: hop.effect },
    sign(hop.effect),
    element(
      'div',
      {},
      element('span', { class: 'kind', text: hop.reply ? `${hop.kind}, reply` : hop.kind }),
      ' ',
      name(hop.component),
      element(
        'p',
        {},
        ...(hop.rule === undefined ? [] : [element('b', { class: 'rule', text: hop.rule }), ' ']),
        `${hop.effect === 'passes' ? '' : `${hop.effect}: `}${hop.detail}`,
      ),
    ),
  );
  item.addEventListener('mouseenter', () => point(hop.node, true));
  item.addEventListener('mouseleave', () => point(hop.node, false));
  return item;
}

/** A finding, and why it is accepted. */
export function findingDetail(finding) {
  const { severity, title, message, resource, path, file, remedy, rationale, suppression } =
    finding;
  return [
    element(
      'h2',
      {},
      element('span', { class: `severity ${severity}`, text: severity }),
      element('span', { text: title }),
    ),
    element('p', { class: 'declared' }, name(resource), path === undefined ? '' : ` ${path}`),
    element('p', { class: 'reason', text: message }),
    ...list('Not known', finding.missing.map(name)),
    ...list('Accepted', suppression === undefined ? [] : [accepted(suppression)]),
    element('h3', { text: 'What to change' }),
    element('p', { text: remedy }),
    element('h3', { text: 'Why' }),
    element('p', { text: rationale }),
    element('p', {}, reference(finding.reference)),
    element('p', { class: 'quiet' }, name(finding.rule), ' in ', name(file)),
  ];
}

function accepted({ reason, owner, expires }) {
  return `${reason} (${owner}, until ${expires})`;
}

/** A link only to where a browser may go. */
function reference(url) {
  return url.startsWith('https://')
    ? element('a', { href: url, rel: 'noopener noreferrer', target: '_blank', text: url })
    : element('span', { text: url });
}

/** What is shown while nothing is selected. */
export function overview() {
  const { changes = [], suppressions, inputs, exposures, assumptions, tool } = report;
  const incomplete = inputs.flatMap((input) =>
    input.incomplete.map((what) => [name(input.path), ` ${what}`]),
  );
  const problems = suppressions.map(({ problem, rule, resource, owner, expires }) => [
    name(rule),
    ' for ',
    name(resource),
    problem === 'expired' ? ` expired on ${expires}` : ' matches no finding',
    `; ask ${owner}`,
  ]);
  const exposed = exposures.map(({ from, to, traffic, passes }) => [
    `${from} → `,
    name(to),
    ` ${traffic}${passes === 'yes' ? '' : ' (not known)'}`,
  ]);
  byId('overview').replaceChildren(
    ...list(
      'Changes against the baseline',
      changes.map(({ kind, text }) => [element('b', { text: kind }), ` ${text}`]),
    ),
    ...list('Suppressions that do not hold', problems),
    ...list('Not complete', incomplete),
    ...list('Reachable from outside', exposed),
    ...list('Assumed', assumptions),
    ...list(
      'Files, with their SHA-256',
      inputs.map(({ kind, path, sha256 }) => [
        `${kind} `,
        name(path),
        element('code', { class: 'digest', text: sha256 }),
      ]),
    ),
    element('p', { class: 'quiet', text: `${tool.name} ${tool.version}` }),
  );
}

/** On paper the ways of all flows that are not proven are there, whatever is selected. */
export function preparePrint() {
  const open = report.flows.filter(({ verdict }) => verdict !== VERDICTS[2]);
  const details = open.map((flow) => element('article', {}, ...flowDetail(flow)));
  for (const folded of details.flatMap((each) => [...each.querySelectorAll('details')])) {
    folded.open = true;
  }
  globalThis.addEventListener('beforeprint', () => byId('print').replaceChildren(...details));
  globalThis.addEventListener('afterprint', () => byId('print').replaceChildren());
}
