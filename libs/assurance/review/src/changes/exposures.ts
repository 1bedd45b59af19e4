import type { Network } from '@culvert/network-model';
import type { Exposure } from '@culvert/report';
import type { Reach, Request, Target } from '@culvert/reachability';
import type { IndexedComponent, NetworkIndex } from '../ends/network-index';
import { wordOf } from '../verdicts/paths';
import type { Search } from '../verdicts/search';
import { formatTraffic, trafficOf } from '../verdicts/traffic';

/** What answers: the rest of a network only passes on. */
const ENTRIES: readonly IndexedComponent['kind'][] = [
  'workloads',
  'loadBalancers',
  'endpoints',
  'apis',
  'interfaces',
];
/** So many are looked at from everywhere without being asked to. */
const FEW = 150;
const PROTOCOLS = ['tcp', 'udp'] as const;

/** Who reaches what. */
export interface Exposures {
  readonly exposures: readonly Exposure[];
  /** Whether those who are within the networks are left out. */
  readonly outsideOnly: boolean;
}

/**
 * Who reaches what over TCP and UDP, whoever declared it.
 *
 * @param everywhere whether to look from within the networks too, however many there are
 */
export function exposuresOf(index: NetworkIndex, search: Search, everywhere: boolean): Exposures {
  const entries = index.components.filter(({ kind }) => ENTRIES.includes(kind));
  const outsideOnly = !everywhere && entries.length > FEW;
  const onPrem = outsideOnly && hasOnPrem(index.network);
  const found = new Map<string, Exposure>();
  const add = (from: string, to: string, { leaks, traffic }: Reach) => {
    const passes = wordOf(leaks);
    if (passes === 'no') return;
    const exposure = { from, to, traffic: formatTraffic(traffic), passes };
    const key = JSON.stringify([from, to, exposure.traffic]);
    if (found.get(key)?.passes !== 'yes') found.set(key, exposure);
  };
  for (const entry of entries) {
    const { id, name } = entry.component;
    const to: Target = { kind: 'component', id };
    for (const protocol of PROTOCOLS) {
      const traffic = trafficOf({ protocol });
      for (const zone of outsideOnly ? zonesAt(entry, index, onPrem) : []) {
        const request: Request = { from: { kind: zone }, to, traffic, as: 'any' };
        add(zone, name, search.reaches(request));
      }
      for (const reach of outsideOnly ? [] : search.sources({ to, traffic })) {
        // Whoever sends through a relay is a way of their own.
        if (reach.from.kind !== 'relay') add(reach.from.label, name, reach);
      }
    }
  }
  const exposures = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return { exposures: exposures.map(([, each]) => each), outsideOnly };
}

/** From where outside the first packet may come straight to it. */
function zonesAt(
  { component: { id } }: IndexedComponent,
  index: NetworkIndex,
  onPrem: boolean,
): readonly ('internet' | 'on-prem')[] {
  const api = index.network.apis.get(id);
  const isPublic =
    (api !== undefined && api.endpointType !== 'PRIVATE') ||
    index.interfacesOf(id).some((each) => each.isPublic.value !== false);
  return [...(isPublic ? (['internet'] as const) : []), ...(onPrem ? (['on-prem'] as const) : [])];
}

/** Whether anything leads to on-prem. */
function hasOnPrem({ vpnGateways, transitGatewayAttachments }: Network): boolean {
  return (
    vpnGateways.size > 0 ||
    [...transitGatewayAttachments.values()].some(({ kind }) => kind !== 'vpc')
  );
}
