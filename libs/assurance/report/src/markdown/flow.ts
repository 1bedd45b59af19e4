import { count, EXPECTATIONS } from '../private/words';
import type { FlowResult, Path, PathHop, Verdict } from '../report';
import { code, codeElement, escaped } from './escape';

const MARKS: Readonly<Record<Verdict, string>> = { PROVEN: '✅', REFUTED: '❌', UNKNOWN: '❔' };
const EFFECTS: Readonly<Record<PathHop['effect'], string>> = {
  passes: '✅',
  blocks: '❌',
  unknown: '❔',
};

/** A flow with its ways, folded. */
export function flowPiece(flow: FlowResult): string {
  const { verdict, name, reason, missing, paths } = flow;
  return [
    `${MARKS[verdict]} **${verdict}** ${declared(flow)}<br>${escaped(name)}: ${escaped(reason)}\n`,
    ...missing.map((fact) => `- not known: ${code(fact)}`),
    ...(missing.length > 0 ? [''] : []),
    ...paths.map(way),
    '',
  ].join('\n');
}

/** A flow of which there is nothing to be said. */
export function provenPiece(flow: FlowResult): string {
  return `- ${MARKS[flow.verdict]} ${escaped(flow.name)}: ${declared(flow)}\n`;
}

function declared({ from, to, expectation, traffic }: FlowResult): string {
  return `${code(from)} ${EXPECTATIONS[expectation]} ${code(to)} ${escaped(traffic)}`;
}

function way({ from, to, hops }: Path): string {
  const summary = `${codeElement(from)} → ${codeElement(to)}, ${count(hops.length, 'hop')}`;
  const lines = hops.map((hop, index) => `${index + 1}. ${hopLine(hop)}`);
  return `<details><summary>${summary}</summary>\n\n${lines.join('\n')}\n\n</details>\n`;
}

function hopLine({ effect, kind, component, rule, detail, reply }: PathHop): string {
  const decided = rule === undefined ? '' : ` by ${code(rule)}`;
  const what = `${reply === true ? 'reply, ' : ''}${escaped(kind)} ${code(component)}`;
  return `${EFFECTS[effect]} ${what}${decided}: ${escaped(detail)}`;
}
