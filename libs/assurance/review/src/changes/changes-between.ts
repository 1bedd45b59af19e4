import type { PacketSet } from '@culvert/packet-set';
import type { Change, Exposure, FlowResult, Grant, Report, ReportedFinding } from '@culvert/report';
import { formatPackets, NOTHING, reachedPackets } from './reached-packets';

/** What a former review and this one are compared by. */
export type Compared = Pick<
  Report,
  'exposures' | 'exposuresFrom' | 'grants' | 'flows' | 'findings'
>;

/** What has changed since, in words. */
export function changesBetween(before: Compared, after: Compared): readonly Change[] {
  return [
    ...reachChanges(before, after),
    ...inOneOnly(after.grants, before.grants, grantKey).map(grants),
    ...inOneOnly(before.grants, after.grants, grantKey).map(revokes),
    ...verdicts(before.flows, after.flows),
    ...inOneOnly(after.findings, before.findings, findingKey).map(added),
    ...inOneOnly(before.findings, after.findings, findingKey).map(resolved),
  ];
}

function reachChanges(before: Compared, after: Compared): readonly Change[] {
  const outsideOnly = [before, after].some(({ exposuresFrom }) => exposuresFrom === 'outside');
  const packetsOf = ({ exposures }: Compared) =>
    reachedPackets(outsideOnly ? exposures.filter(isFromOutside) : exposures);
  const then = packetsOf(before);
  const now = packetsOf(after);
  const pairs = [...new Set([...then.keys(), ...now.keys()])].sort();
  const all = pairs.flatMap((pair) => {
    const [from = '', to = ''] = JSON.parse(pair) as string[];
    const was = then.get(pair) ?? NOTHING;
    const is = now.get(pair) ?? NOTHING;
    const change = (kind: Change['kind'], verb: string, packets: PacketSet): Change[] =>
      packets.isEmpty ? [] : [{ kind, text: `${from} ${verb} ${to} on ${formatPackets(packets)}` }];
    return [
      ...change('opens', 'can now reach', is.surely.difference(was.surely)),
      ...change('opens', 'may now reach', is.perhaps.difference(is.surely).difference(was.perhaps)),
      ...change('closes', 'can no longer reach', was.perhaps.difference(is.perhaps)),
      ...change(
        'closes',
        'is no longer sure to reach',
        was.surely.difference(is.surely).intersection(is.perhaps),
      ),
    ];
  });
  return [
    ...all.filter(({ kind }) => kind === 'opens'),
    ...all.filter(({ kind }) => kind === 'closes'),
  ];
}

function isFromOutside({ from }: Exposure): boolean {
  return from === 'internet' || from === 'on-prem';
}

function inOneOnly<T>(
  these: readonly T[],
  those: readonly T[],
  key: (each: T) => string,
): readonly T[] {
  const others = new Set(those.map(key));
  return these.filter((each) => !others.has(key(each)));
}

function grantKey({ identity, action, resource }: Grant): string {
  return JSON.stringify([identity, action, resource]);
}

function findingKey({ rule, resource, path = '' }: ReportedFinding): string {
  return JSON.stringify([rule, resource, path]);
}

function grants({ identity, action, resource }: Grant): Change {
  return { kind: 'grants', text: `${identity} may now ${action} on ${resource}` };
}

function revokes({ identity, action, resource }: Grant): Change {
  return { kind: 'revokes', text: `${identity} may no longer ${action} on ${resource}` };
}

function verdicts(before: readonly FlowResult[], after: readonly FlowResult[]): readonly Change[] {
  const was = new Map(before.map(({ name, verdict }) => [name, verdict]));
  return after.flatMap(({ name, verdict }): Change[] => {
    const former = was.get(name);
    return former === undefined || former === verdict
      ? []
      : [{ kind: 'verdict', text: `${name} is ${verdict}, was ${former}` }];
  });
}

function added({ rule, resource, message }: ReportedFinding): Change {
  return { kind: 'finding added', text: `${resource}: ${message} (${rule})` };
}

function resolved({ rule, resource }: ReportedFinding): Change {
  return { kind: 'finding resolved', text: `${resource} (${rule})` };
}
