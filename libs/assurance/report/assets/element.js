/** An element with text and children; text is never markup. */
export function element(name, properties, ...children) {
  return filled(document.createElement(name), properties, children);
}

/** The same, of SVG. */
export function drawn(name, properties, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), properties, children);
}

function filled(made, { text, ...attributes } = {}, children) {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** What the page shows. */
export const { report, scene, expectations } = JSON.parse(byId('data').textContent);

/** The worst first. */
export const VERDICTS = ['REFUTED', 'UNKNOWN', 'PROVEN'];
export const SEVERITIES = ['critical', 'high', 'medium', 'low'];

/** Verdicts and effects are told apart by shape and sign, not by colour alone. */
const SIGNS = { PROVEN: '✓', REFUTED: '✕', UNKNOWN: '?', passes: '✓', blocks: '✕', unknown: '?' };

export function sign(verdict) {
  return element('span', { class: `sign ${verdict}`, 'aria-hidden': 'true', text: SIGNS[verdict] });
}

export function drawnSign(verdict, [x, y]) {
  return drawn(
    'g',
    { class: 'sign', transform: `translate(${x} ${y})` },
    verdict === 'REFUTED'
      ? drawn('rect', { x: -8, y: -8, width: 16, height: 16, rx: 3 })
      : drawn('circle', { r: 8.5 }),
    drawn('text', { y: 4, text: SIGNS[verdict] }),
  );
}

const DOCUMENT = /^([^\s/"[\]]+)\/(?=[a-z])/;

/** An address without the document that it is in. */
export function address(label) {
  return label.replace(DOCUMENT, '');
}

/** The document that an address is in, where there are several. */
export function documentOf(label) {
  return DOCUMENT.exec(label)?.[1] ?? '';
}
