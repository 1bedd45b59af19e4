import type { Exposure } from '@culvert/report';
import type { NetworkIndex } from '../ends/network-index';
import { wordOf } from '../verdicts/paths';
import type { Search } from '../verdicts/search';
import { formatTraffic, trafficOf } from '../verdicts/traffic';

/** What answers: the rest of a network only passes on. */
const ENTRIES = ['workloads', 'loadBalancers', 'endpoints', 'apis', 'interfaces'] as const;

/** Who reaches what, over TCP and UDP, whoever declared it. */
export function exposuresOf(index: NetworkIndex, search: Search): readonly Exposure[] {
  const found = new Map<string, Exposure>();
  for (const { kind, component } of index.components) {
    if (!ENTRIES.some((entry) => entry === kind)) continue;
    const to = { kind: 'component', id: component.id } as const;
    for (const protocol of ['tcp', 'udp'] as const) {
      for (const reach of search.sources({ to, traffic: trafficOf({ protocol }) })) {
        const passes = wordOf(reach.leaks);
        if (passes === 'no' || reach.from.kind === 'relay') continue;
        const exposure = {
          from: reach.from.label,
          to: component.name,
          traffic: formatTraffic(reach.traffic),
          passes,
        };
        const key = JSON.stringify([exposure.from, exposure.to, exposure.traffic]);
        if (found.get(key)?.passes !== 'yes') found.set(key, exposure);
      }
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
