import {
  address,
  byId,
  documentOf,
  drawn,
  drawnSign,
  element,
  report,
  scene,
  VERDICTS,
} from './element.js';

/** The end of a long name, which tells it from others. */
function shortened(text, length) {
  const characters = [...text];
  return characters.length <= length ? text : `…${characters.slice(1 - length).join('')}`;
}

/** Its title goes above the lines. */
function drawnBox({ kind, x, y, width, height }) {
  return drawn('rect', { class: kind, x, y, width, height, rx: kind === 'account' ? 14 : 9 });
}

function drawnTitle({ kind, label, x, y, width }) {
  const name = kind === 'account' ? label : address(label);
  const text = shortened(name, Math.floor((width - 32) / 7.2));
  return clipped(
    { x, y, width, height: 40 },
    drawn('text', { class: kind, x: 16, y: 25, text }, drawn('title', { text: label })),
  );
}

/** Texts that do not get out of their place, however wide their letters are. */
function clipped({ x = 0, y = 0, width, height }, ...texts) {
  return drawn('svg', { x, y, width: width - 8, height }, texts);
}

function drawnNode({ kind, label, quiet, x, y, width, height }) {
  const rx = kind === 'outside' ? height / 2 : 7;
  const left = 6 + rx / 1.4;
  return drawn(
    'g',
    { class: `node${quiet ? ' quiet' : ''}`, transform: `translate(${x} ${y})` },
    drawn('rect', { width, height, rx }),
    clipped(
      { width, height },
      drawn('text', {
        class: 'kind',
        x: left,
        y: 16,
        text: [kind, documentOf(label)].filter(Boolean).join(' · '),
      }),
      drawn('text', { class: 'name', x: left, y: 32, text: shortened(address(label), 33) }),
    ),
    drawn('title', { text: label }),
  );
}

function drawnLine({ verdict, blocked, d, middle }) {
  return drawn(
    'g',
    { class: `line ${verdict}` },
    drawn('path', { d, 'marker-end': `url(#${blocked ? 'bar' : 'arrow'}-${verdict})` }),
    verdict === 'PROVEN' ? undefined : drawnSign(verdict, middle),
  );
}

function marker(kind, verdict, d) {
  const size = { viewBox: '0 0 10 10', refX: 8, refY: 5, markerWidth: 7, markerHeight: 7 };
  return drawn(
    'marker',
    { id: `${kind}-${verdict}`, ...size, orient: 'auto', markerUnits: 'userSpaceOnUse' },
    drawn('path', { class: verdict, d }),
  );
}

const lines = scene.lines.map((line) => ({ group: drawnLine(line), flows: new Set(line.flows) }));
const nodes = scene.nodes.map((node) => ({ ...node, group: drawnNode(node) }));
const nodesById = new Map(nodes.map((node) => [node.id, node]));
const lineLayer = drawn(
  'g',
  {},
  lines.map(({ group }) => group),
);
const svg = drawn(
  'svg',
  { viewBox: `0 0 ${scene.width} ${scene.height}`, role: 'img', 'aria-label': 'Flows' },
  drawn(
    'defs',
    {},
    VERDICTS.map((verdict) => [
      marker('arrow', verdict, 'M0 0L10 5L0 10z'),
      marker('bar', verdict, 'M6 -2h3v14h-3z'),
    ]).flat(),
  ),
  scene.boxes.map(drawnBox),
  lineLayer,
  scene.boxes.map(drawnTitle),
  nodes.map(({ group }) => group),
);

let scale = 1;
function zoom(to) {
  scale = Math.min(2.5, Math.max(0.2, to));
  svg.setAttribute('width', scene.width * scale);
  svg.setAttribute('height', scene.height * scale);
}

/** Shows a part of the drawing whole, unless it could not be read then. */
function fit(part, least, most) {
  const canvas = byId('canvas');
  const { x, y, width, height } = part;
  const whole = Math.min(canvas.clientWidth / width, canvas.clientHeight / height);
  zoom(Math.min(most, Math.max(least, whole)));
  canvas.scrollTo({
    left: (x + width / 2) * scale - canvas.clientWidth / 2,
    top: (y + height / 2) * scale - canvas.clientHeight / 2,
  });
}

function fitAll() {
  fit({ x: 0, y: 0, width: scene.width, height: scene.height }, 0.7, 1.3);
  byId('canvas').scrollTo(0, 0);
}

/** What is around some nodes, and a margin. */
function around(shown) {
  const x = Math.min(...shown.map((node) => node.x)) - 60;
  const y = Math.min(...shown.map((node) => node.y)) - 60;
  const right = Math.max(...shown.map((node) => node.x + node.width)) + 60;
  const bottom = Math.max(...shown.map((node) => node.y + node.height)) + 60;
  return { x, y, width: right - x, height: bottom - y };
}

/** Lights the hops of a flow, by its index; all of them when there is none. */
export function light(index) {
  svg.classList.toggle('lit', index !== undefined);
  for (const { group, flows } of lines) {
    const on = flows.has(index);
    group.classList.toggle('on', on);
    if (on) lineLayer.append(group);
  }
  const hops = (report.flows[index]?.paths ?? []).flatMap((path) => path.hops);
  const passed = new Set(hops.flatMap(({ node }) => nodesById.get(node) ?? []));
  for (const node of nodes) node.group.classList.toggle('on', passed.has(node));
  if (passed.size > 0) fit(around([...passed]), 0.55, 1);
}

/** Shows where a hop is. */
export function point(id, on) {
  nodesById.get(id)?.group.classList.toggle('here', on);
}

function legend(verdict) {
  const line = drawnLine({ verdict, blocked: false, d: 'M2 9H52', middle: [27, 9] });
  const picture = drawn('svg', { width: 58, height: 18, 'aria-hidden': 'true' }, line);
  return element('span', {}, picture, element('span', { text: verdict }));
}

/** @param onNode - is told the label of a node that is clicked */
export function draw(onNode) {
  byId('drawing').hidden = nodes.length === 0;
  byId('canvas').append(svg);
  byId('legend').append(...VERDICTS.map(legend));
  for (const { id, label, group } of nodes) {
    if (id !== '') group.addEventListener('click', () => onNode(label));
  }
  byId('smaller').addEventListener('click', () => zoom(scale / 1.25));
  byId('larger').addEventListener('click', () => zoom(scale * 1.25));
  byId('fit').addEventListener('click', fitAll);
  fitAll();
}
