import type { ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { once } from './by-id';
import { idOf } from './component';
import { dataOf, resourcesOf } from './of-type';
import { blocksOf, factOf, knownText } from './read';
import { keyOf, refOf } from './reference';

/** The main route table of each VPC, by the VPC's id. */
export const mainRouteTables = once((graph: ResourceGraph): ReadonlyMap<string, Ref> => {
  const tables = new Map<string, Ref>();
  for (const table of dataOf(graph, 'aws_route_table')) {
    const isMain = blocksOf(table.value('associations')).some(({ main }) => main === true);
    const vpc = refOf(table, 'vpc_id');
    if (isMain && vpc !== undefined) tables.set(keyOf(vpc), idOf(graph, table, 'route_table_id'));
  }
  for (const vpc of dataOf(graph, 'aws_vpc')) {
    const main = refOf(vpc, 'main_route_table_id');
    if (main !== undefined) tables.set(idOf(graph, vpc), main);
  }
  const reverting = new Set(
    graph.destroyed.flatMap(({ type, facts: { before } }) =>
      type === 'aws_main_route_table_association' ? String(before['vpc_id']) : [],
    ),
  );
  for (const vpc of resourcesOf(graph, 'aws_vpc', 'aws_default_vpc')) {
    const id = idOf(graph, vpc);
    const main = reverting.has(id) ? undefined : knownText(vpc.value('main_route_table_id'));
    tables.set(id, main ?? idOf(graph, vpc, 'default_route_table_id'));
  }
  for (const association of resourcesOf(graph, 'aws_main_route_table_association')) {
    const vpc = refOf(association, 'vpc_id');
    const fact = factOf(graph, association, 'route_table_id');
    const table = refOf(association, 'route_table_id') ?? { unknown: fact };
    if (vpc !== undefined) tables.set(keyOf(vpc), table);
  }
  return tables;
});
