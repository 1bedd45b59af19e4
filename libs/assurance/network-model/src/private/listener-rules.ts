import type { Text } from '@culvert/symbolic';
import type { Resource, ResourceGraph, Value } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { ListenerRule } from '../load-balancer';
import { refOfValue } from './identity';
import { blocksOf, factOf, type Fields, knownText, listOf, textOf, textOrUnknown } from './read';
import { distinctRefs } from './resources';

type Conditions = ListenerRule['conditions'];
type Outcome = Pick<ListenerRule, 'targetGroups' | 'action' | 'authentication'>;

const KEYS = {
  host_header: 'hosts',
  path_pattern: 'paths',
  http_request_method: 'methods',
  source_ip: 'sources',
} as const;

/** What a rule asks of requests; a rule has at most one condition of each of these kinds. */
export function conditionsOf(resource: Resource): Conditions {
  const found: { -readonly [Key in keyof Conditions]: Conditions[Key] } = {};
  for (const block of blocksOf(resource.value('condition'))) {
    for (const [name, key] of Object.entries(KEYS)) {
      const values = blocksOf(block[name]).flatMap((each) => textsOf(each['values']));
      if (values.length > 0) found[key] = values;
      else if (blocksOf(block[name]).length > 0) found.others = true;
    }
    const others = ['http_header', 'query_string'].some((name) => blocksOf(block[name]).length > 0);
    if (others) found.others = true;
  }
  return found;
}

/** The last action by its order, and those before it that ask who is there. */
export function outcomeOf(
  graph: ResourceGraph,
  resource: Resource,
  attribute: 'action' | 'default_action',
): Outcome {
  const actions = inOrder(blocksOf(resource.value(attribute)));
  const last = actions.at(-1);
  const fact = factOf(graph, resource, attribute);
  return {
    targetGroups: last === undefined ? [] : targetGroupsOf(graph, last),
    action: textOrUnknown(last?.['type'], `${fact}.type`) ?? { unknown: fact },
    authentication: actions.slice(0, -1).flatMap((each) => knownText(each['type']) ?? []),
  };
}

function inOrder(actions: readonly Fields[]): readonly Fields[] {
  const order = (each: Fields) => (typeof each['order'] === 'number' ? each['order'] : Infinity);
  const isTold = actions.every((each) => order(each) < Infinity);
  return isTold ? [...actions].sort((one, other) => order(one) - order(other)) : actions;
}

/** The groups that get some of the requests. */
function targetGroupsOf(graph: ResourceGraph, action: Fields): readonly Ref[] {
  const weighted = blocksOf(action['forward'])
    .flatMap((each) => blocksOf(each['target_group']))
    .filter((each) => each['weight'] !== 0)
    .map((each) => each['arn']);
  const values: readonly (Value | undefined)[] = [action['target_group_arn'], ...weighted];
  return distinctRefs(values.flatMap((value) => refOfValue(graph, value) ?? []));
}

function textsOf(value: Value | undefined): readonly Text[] {
  return listOf(value).flatMap((each) => textOf(each) ?? []);
}
