import type { ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { componentId } from './identity';
import { once } from './by-id';
import { knownText } from './read';
import { resourcesOf } from './of-type';
import { groupedBy } from './resources';

/** Security groups by their names. */
export const groupsByName: (graph: ResourceGraph) => ReadonlyMap<string, readonly Ref[]> = once(
  (graph: ResourceGraph) => {
    const named = groupedBy(resourcesOf(graph, 'aws_security_group'), (group) => [
      knownText(group.value('name')) ?? '',
    ]);
    return new Map(
      [...named].map(([name, groups]) => [name, groups.map((each) => componentId(graph, each))]),
    );
  },
);
