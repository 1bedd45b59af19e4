import { Access } from '@culvert/access';
import { type Network, networkOf } from '@culvert/network-model';
import { Reachability } from '@culvert/reachability';
import type { ResourceGraph } from '@culvert/terraform-graph';
import type { Context } from './input/context';
import type { Authority, Search } from './verdicts/search';

/** What answers the questions about one set of documents. */
export interface Engine {
  readonly network: Network;
  readonly search: Search;
  readonly authority: Authority;
  /** What is taken for granted, a sentence each. */
  assumptions(): readonly string[];
}

export function engineOf(graph: ResourceGraph, context: Context): Engine {
  const network = networkOf(graph, context);
  const { organizationId, control } = context;
  const access = Access.of(graph, {
    ...(organizationId === undefined ? {} : { organizationId }),
    ...control,
  });
  const reachability = new Reachability(network, access);
  return {
    network,
    search: reachability,
    authority: access,
    assumptions: () => [
      ...new Set([...reachability.assumptions, ...access.assumptions, ...graph.assumptions]),
    ],
  };
}
