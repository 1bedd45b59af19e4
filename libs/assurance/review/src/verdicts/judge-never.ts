import type { FlowResult } from '@culvert/report';
import { not } from '@culvert/symbolic';
import { leakOf, type Places } from './paths';
import { headOf, missingOf, requestsOf, type ResolvedFlow } from './resolved-flow';
import type { Search } from './search';
import { verdictOf } from './verdict';

/** Whether no target is reached from any origin, by any part of the traffic. */
export function judgeNever(flow: ResolvedFlow, search: Search, places: Places): FlowResult {
  const ways = requestsOf(flow, false).map(({ request, from, to }) => {
    const reach = search.reaches(request);
    const holds = not(reach.leaks);
    const may = holds.value === 'unknown' ? 'may reach' : 'reaches';
    return {
      holds,
      what: `${from} ${may} ${to}`,
      hops: holds.value === false ? [] : reach.leakingHops,
      path: { ...leakOf(reach, to, places), from },
    };
  });
  const proven = ways.length === 1 ? 'no way leads there' : `no way leads there, of ${ways.length}`;
  return {
    ...headOf(flow, 'never'),
    ...verdictOf(ways, missingOf(flow), proven),
    paths: ways.map(({ path }) => path),
  };
}
