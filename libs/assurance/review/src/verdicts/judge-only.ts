import type { FlowResult, Path } from '@culvert/report';
import type { Traffic } from '@culvert/reachability';
import { not } from '@culvert/symbolic';
import type { NetworkIndex } from '../ends/network-index';
import type { ResolvedEnd } from '../ends/resolved-end';
import { unionOf } from '../ends/scope';
import type { Declared } from '../input/flows';
import { uncovered } from './cover';
import { leakOf, type Places } from './paths';
import { headOf, missingOf } from './resolved-flow';
import type { Search } from './search';
import { ALL_TRAFFIC, formatTraffic, trafficOf } from './traffic';
import { type Judged, verdictOf } from './verdict';

/** Those who may reach a target, and nobody else. */
export interface ResolvedOnly {
  readonly declared: Declared;
  readonly from: readonly ResolvedEnd[];
  readonly to: readonly ResolvedEnd[];
}

/** Whether everybody who reaches the targets is among those who may. */
export function judgeOnly(
  only: ResolvedOnly,
  search: Search,
  index: NetworkIndex,
  places: Places,
): FlowResult {
  const { declared, from, to } = only;
  const scope = unionOf(from.map((end) => end.scope));
  const judged: Judged[] = [];
  const covered: Path[] = [];
  const others: Path[] = [];
  for (const { label, is } of to.flatMap(({ targets }) => targets)) {
    for (const traffic of questionsOf(declared)) {
      for (const reach of search.sources({ to: is, traffic })) {
        // Whoever sends through a relay is a way of their own.
        if (reach.leaks.value === false || reach.from.kind === 'relay') continue;
        const rest = uncovered(reach, scope, index);
        const path = leakOf(reach, label, places);
        (rest === undefined ? covered : others).push(path);
        if (rest === undefined) continue;
        const holds = not(reach.leaks);
        const may = holds.value === 'unknown' ? 'may reach' : 'reaches';
        const hops = holds.value === false ? [] : reach.leakingHops;
        const what = `${rest} ${may} ${label} on ${formatTraffic(reach.traffic)}`;
        judged.push({ holds, hops, what });
      }
    }
  }
  const proven =
    covered.length === 0 ? 'nobody reaches it' : 'whoever reaches it is among those who may';
  return {
    ...headOf({ declared: { ...declared, authorized: false }, from, to }, 'only'),
    traffic: questionsOf(declared).map(formatTraffic).join('; '),
    ...verdictOf(judged, missingOf(only), proven),
    paths: others.length > 0 ? others : covered,
  };
}

function questionsOf(declared: Declared): readonly Traffic[] {
  const isAll = declared.port === undefined && declared.protocol === undefined;
  return isAll ? ALL_TRAFFIC : [trafficOf(declared)];
}
