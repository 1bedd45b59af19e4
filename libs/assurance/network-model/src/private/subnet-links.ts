import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { namedBy } from './candidates';
import { idOf } from './component';
import { dataOf, resourcesOf } from './of-type';
import { blocksOf, factOf, listOf, nameOf } from './read';
import { keyOf, refFrom, refOf } from './reference';
import { open } from './given';

/** What is given to each subnet, by its id; and what may be given to any. */
export interface SubnetLinks {
  readonly bySubnet: ReadonlyMap<string, Pick<Link, 'target' | 'by'>>;
  /** The facts without which it cannot be told which subnets have more. */
  readonly missing: readonly string[];
}

/** The route tables that subnets are associated with. */
export function routeTableLinks(graph: ResourceGraph): SubnetLinks {
  const written = resourcesOf(graph, 'aws_route_table_association').map((association) => ({
    subnet: refOf(association, 'subnet_id'),
    target: refOf(association, 'route_table_id') ?? unknownOf(graph, association, 'route_table_id'),
    by: nameOf(graph, association),
  }));
  const read = dataOf(graph, 'aws_route_table').flatMap((table) =>
    blocksOf(table.value('associations')).map(({ subnet_id: subnet }) => ({
      subnet: refFrom(subnet),
      target: idOf(graph, table, 'route_table_id'),
    })),
  );
  return linksOf([...written, ...read]);
}

/** The network ACLs that subnets are associated with. */
export function networkAclLinks(graph: ResourceGraph): SubnetLinks {
  const associations = resourcesOf(graph, 'aws_network_acl_association');
  const gone = new Set(
    [...associations, ...graph.destroyed].flatMap(({ type, facts: { before } }) =>
      type === 'aws_network_acl_association'
        ? pair(before['subnet_id'], before['network_acl_id'])
        : [],
    ),
  );
  const listed = resourcesOf(graph, 'aws_network_acl', 'aws_default_network_acl').flatMap((acl) => {
    const target = idOf(graph, acl);
    return listOf(open(graph, acl, 'subnet_ids'))
      .map((each) => ({ subnet: refFrom(each), target }))
      .filter(({ subnet }) => !isOwn(graph, acl, subnet) && !gone.has(pair(subnet, target)));
  });
  const standalone = associations.map((association) => ({
    subnet: refOf(association, 'subnet_id'),
    target: refOf(association, 'network_acl_id') ?? unknownOf(graph, association, 'network_acl_id'),
  }));
  return linksOf([...standalone, ...listed]);
}

interface Link {
  readonly subnet: Ref | undefined;
  readonly target: Ref;
  /** The resource that says so. */
  readonly by?: string;
}

function linksOf(links: readonly Link[]): SubnetLinks {
  const bySubnet = new Map<string, Pick<Link, 'target' | 'by'>>();
  const doubtful: { readonly ids: readonly string[]; readonly missing: string }[] = [];
  for (const { subnet, ...link } of links) {
    if (subnet === undefined) continue;
    const { ids, missing } = namedBy(subnet);
    if (missing === undefined) bySubnet.set(ids[0] ?? '', bySubnet.get(ids[0] ?? '') ?? link);
    else doubtful.push({ ids, missing });
  }
  for (const { ids, missing } of doubtful) {
    for (const id of ids) {
      if (!bySubnet.has(id)) bySubnet.set(id, { target: { unknown: missing } });
    }
  }
  return {
    bySubnet,
    missing: doubtful.filter(({ ids }) => ids.length === 0).map(({ missing }) => missing),
  };
}

/** Whether it is the provider that fills the list, when the configuration has none. */
function isOwn(graph: ResourceGraph, acl: Resource, subnet: Ref | undefined): boolean {
  return subnet !== undefined && keyOf(subnet) === factOf(graph, acl, 'subnet_ids');
}

function pair(subnet: unknown, acl: unknown): string {
  return `${String(subnet)} ${String(acl)}`;
}

function unknownOf(graph: ResourceGraph, resource: Resource, attribute: string): Ref {
  return { unknown: factOf(graph, resource, attribute) };
}
