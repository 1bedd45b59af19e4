import type { CodeFlow, Result, ThreadFlowLocation } from 'sarif';
import type { FlowResult, Path, PathHop, Report } from '../report';
import { fingerprintOf, fingerprints } from './fingerprint';
import { locationOf } from './location';
import { plain } from './message';
import { FLOW_RULES } from './rules';

/** A flow that is REFUTED or UNKNOWN, with its ways. */
export function flowResult(flow: FlowResult, { inputs }: Report): Result {
  const { name, verdict, from, to, traffic, reason, missing, paths } = flow;
  const declared = flow.file ?? inputs.find(({ kind }) => kind === 'flows')?.path;
  const reviewed = inputs.filter(({ kind }) => kind === 'plan' || kind === 'state');
  const only = reviewed.length === 1 ? reviewed[0]?.path : undefined;
  const text = [
    `${name}: ${from} to ${to}, ${traffic}: ${reason}`,
    ...missing.map((fact) => `Not known: ${fact}`),
  ];
  return {
    ruleId: FLOW_RULES[verdict === 'REFUTED' ? 'REFUTED' : 'UNKNOWN'].id,
    level: verdict === 'REFUTED' ? 'error' : 'warning',
    message: plain(text.join('\n')),
    locations: [locationOf(declared ?? reviewed[0]?.path, to)],
    partialFingerprints: fingerprints(fingerprintOf('flow', name)),
    codeFlows: paths.filter(({ hops }) => hops.length > 0).map((path) => codeFlow(path, only)),
  };
}

function codeFlow({ from, to, hops }: Path, file: string | undefined): CodeFlow {
  return {
    message: plain(`${from} to ${to}`),
    threadFlows: [{ locations: hops.map((hop) => hopLocation(hop, file)) }],
  };
}

function hopLocation(hop: PathHop, only: string | undefined): ThreadFlowLocation {
  const { kind, component, rule, effect, detail, reply, file } = hop;
  const decided = rule === undefined ? '' : ` (${rule})`;
  return {
    location: {
      ...locationOf(file ?? only, component),
      message: plain(
        `${reply === true ? 'reply: ' : ''}${kind} ${component} ${effect}${decided}: ${detail}`,
      ),
    },
    importance: effect === 'passes' ? 'important' : 'essential',
  };
}
