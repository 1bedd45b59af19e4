import type { FlowResult } from '@culvert/report';
import { type Places, pathOf } from './paths';
import { headOf, missingOf, requestsOf, type ResolvedFlow } from './resolved-flow';
import type { Search } from './search';
import { verdictOf } from './verdict';

/** Whether each target is reached from each origin. */
export function judgeReach(flow: ResolvedFlow, search: Search, places: Places): FlowResult {
  const ways = requestsOf(flow, true).map(({ request, from, to }) => {
    const { passes, hops } = search.reaches(request);
    return {
      holds: passes,
      what: `${from} to ${to}`,
      hops,
      path: pathOf({ from, to, hops, passes }, places),
    };
  });
  const proven = ways.length === 1 ? 'all hops pass it' : `all hops of ${ways.length} ways pass it`;
  return {
    ...headOf(flow, 'reaches'),
    ...verdictOf(ways, missingOf(flow), proven),
    paths: ways.map(({ path }) => path),
  };
}
