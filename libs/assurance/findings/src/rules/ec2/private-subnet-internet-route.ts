import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { attribute, fieldsOf, listOf, Missing } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const privateSubnetInternetRoute: Rule = {
  id: 'private-subnet-internet-route',
  severity: 'high',
  title: 'a subnet that is called private has no route to an internet gateway',
  rationale: 'What is put there because of its name is a public address away from the internet.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types',
  *check(graph): Iterable<Problem> {
    for (const subnet of graph.resources('aws_subnet')) {
      if (!isCalledPrivate(subnet)) continue;
      const tables = companionsOf(
        graph,
        subnet,
        'aws_route_table_association',
        'subnet_id',
      ).flatMap(({ companion }) => companion.referenced('route_table_id'));
      if (!tables.some((table) => hasInternetRoute(graph, table))) continue;
      yield {
        resource: subnet,
        message: 'is called private, and its route table leads to an internet gateway',
        remedy: 'route through a NAT gateway or endpoints, or call it public',
      };
    }
  },
};

const PRIVATE = /(?:^|[^a-z])(?:private|isolated|internal|intra|database)(?:[^a-z]|$)/i;

/** By its tags, else by its name in Terraform. */
function isCalledPrivate(subnet: Resource): boolean {
  const tags = Object.values(fieldsOf(attribute(subnet, 'tags', {})));
  const names = tags.length > 0 ? tags : [subnet.name];
  return names.some((name) => typeof name === 'string' && PRIVATE.test(name));
}

function hasInternetRoute(graph: ResourceGraph, table: Resource): boolean {
  const inline = listOf(table, 'route');
  const blocks = inline instanceof Missing ? [] : inline;
  return (
    blocks.some((_, index) => leadsOut(table, `route[${index}].gateway_id`)) ||
    companionsOf(graph, table, 'aws_route', 'route_table_id').some(({ companion }) =>
      leadsOut(companion, 'gateway_id'),
    )
  );
}

function leadsOut(resource: Resource, path: string): boolean {
  return (
    String(resource.value(path) ?? '').startsWith('igw-') ||
    resource.referenced(path).some(({ type }) => type === 'aws_internet_gateway')
  );
}
