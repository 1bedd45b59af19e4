import { isUnknown } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Listener, ListenerRule } from '../load-balancer';
import { once } from './by-id';
import { componentOf } from './component';
import { givenValue } from './given-value';
import { componentId } from './identity';
import { conditionsOf, outcomeOf } from './listener-rules';
import { blocksOf, factOf, nameOf, numberOf, textOf, textOrUnknown } from './read';
import { keyOf, refFrom, refOf } from './reference';
import { resourcesOf } from './of-type';
import { groupedBy, managedAndRead } from './resources';

export const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];
const RULES = ['aws_lb_listener_rule', 'aws_alb_listener_rule'];

const rulesOf = once((graph: ResourceGraph) =>
  groupedBy(resourcesOf(graph, ...RULES), (rule) => {
    const listener = refOf(rule, 'listener_arn');
    return listener === undefined ? [] : [keyOf(listener)];
  }),
);

/** The listeners of each load balancer, by its id. */
export const listenersOf = once(
  (graph: ResourceGraph): ReadonlyMap<string, readonly Listener[]> => {
    const found = new Map<string, Map<string, Listener>>();
    for (const resource of managedAndRead(graph, ...LISTENERS)) {
      const balancer = refOf(resource, 'load_balancer_arn');
      if (balancer === undefined) continue;
      const listeners = found.get(keyOf(balancer)) ?? new Map<string, Listener>();
      found.set(keyOf(balancer), listeners);
      const made = listener(graph, resource);
      if (!listeners.has(made.id)) listeners.set(made.id, made);
    }
    return new Map([...found].map(([id, listeners]) => [id, [...listeners.values()]]));
  },
);

function listener(graph: ResourceGraph, resource: Resource): Listener {
  const id = componentId(graph, resource);
  const fact = (attribute: string) => factOf(graph, resource, attribute);
  const port = numberOf(givenValue(graph, resource, 'port'), fact('port'));
  const protocol = textOrUnknown(givenValue(graph, resource, 'protocol'), fact('protocol'));
  const rules = (rulesOf(graph).get(id) ?? []).map((each) => rule(graph, each));
  return {
    ...componentOf(graph, resource, id),
    port: port ?? { unknown: fact('port') },
    protocol: protocol ?? (port === 80 ? 'HTTP' : { unknown: fact('protocol') }),
    ...mutualTls(resource),
    rules: [...rules.sort(byPriority), byDefault(graph, resource)],
  };
}

function mutualTls(resource: Resource): Pick<Listener, 'mutualTls'> {
  const [block] = blocksOf(resource.value('mutual_authentication'));
  const mode = textOf(block?.['mode']);
  if (block === undefined || mode === 'off' || mode === undefined) return {};
  return { mutualTls: { mode, trustStore: refFrom(block['trust_store_arn']) } };
}

function rule(graph: ResourceGraph, resource: Resource): ListenerRule {
  const fact = factOf(graph, resource, 'priority');
  return {
    name: nameOf(graph, resource),
    priority: numberOf(resource.value('priority'), fact) ?? { unknown: fact },
    conditions: conditionsOf(resource),
    ...outcomeOf(graph, resource, 'action'),
  };
}

function byDefault(graph: ResourceGraph, resource: Resource): ListenerRule {
  return {
    name: `${nameOf(graph, resource)}.default_action`,
    priority: undefined,
    conditions: {},
    ...outcomeOf(graph, resource, 'default_action'),
  };
}

/** Those whose priority is not known come last: AWS gives them the next that is free. */
function byPriority({ priority: one }: ListenerRule, { priority: other }: ListenerRule): number {
  const order = (value: ListenerRule['priority']) =>
    value === undefined || isUnknown(value) ? Infinity : value;
  return order(one) === order(other) ? 0 : order(one) - order(other);
}
