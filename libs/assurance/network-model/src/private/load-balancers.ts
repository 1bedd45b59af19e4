import { FALSE, type Truth } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { LoadBalancer } from '../load-balancer';
import { CLASSIC } from './classic-load-balancers';
import { givenValue } from './given-value';
import { factOf, knownText, listOf } from './read';
import { refFrom } from './reference';
import { truthFrom } from './truth';

export const LOAD_BALANCERS = ['aws_lb', 'aws_alb', CLASSIC];

/** Of which kind a load balancer is: an ALB, when nothing is said, and what a classic one is like. */
export function kindOf(resource: Resource): LoadBalancer['kind'] {
  const kind = knownText(resource.value('load_balancer_type'));
  return kind === 'network' || kind === 'gateway' ? kind : 'application';
}

/** The groups that are given to it; none for the default one. */
export function groupsOf(graph: ResourceGraph, resource: Resource): readonly Ref[] {
  const given = listOf(givenValue(graph, resource, 'security_groups'));
  return given.flatMap((value) => refFrom(value) ?? []);
}

/** An ALB always has groups, an NLB those that it was made with. */
export function isFiltered(graph: ResourceGraph, resource: Resource): boolean {
  const kind = kindOf(resource);
  return kind === 'application' || (kind === 'network' && groupsOf(graph, resource).length > 0);
}

/** Whether its names lead to private addresses. */
export function isInternal(graph: ResourceGraph, resource: Resource): Truth {
  if (kindOf(resource) === 'gateway') return { value: true };
  const value = givenValue(graph, resource, 'internal');
  return value === undefined ? FALSE : truthFrom(value, factOf(graph, resource, 'internal'), false);
}
