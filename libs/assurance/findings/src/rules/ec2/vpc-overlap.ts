import { AddressSet } from '@culvert/packet-set';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { companionsOf } from '../../private/companions';
import { factName } from '../../private/fact-name';
import { ownersOf } from '../../private/owners';
import type { Problem, Rule } from '../../rule';

export const vpcOverlap: Rule = {
  id: 'vpc-overlap',
  severity: 'high',
  title: 'VPCs that are connected have different addresses',
  rationale:
    'Overlapping addresses are not propagated, and a peering between them cannot be made: packets go to the wrong one, or nowhere.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  *check(graph): Iterable<Problem> {
    for (const peering of graph.resources('aws_vpc_peering_connection')) {
      const vpcs = ['vpc_id', 'peer_vpc_id'].map((path) => ownersOf(graph, peering, path));
      yield* overlaps(graph, vpcs, `peered by ${peering.address}`);
    }
    for (const gateway of graph.resources('aws_ec2_transit_gateway')) {
      const attachments = companionsOf(
        graph,
        gateway,
        'aws_ec2_transit_gateway_vpc_attachment',
        'transit_gateway_id',
      );
      const vpcs = attachments.map(({ companion }) => ownersOf(graph, companion, 'vpc_id'));
      yield* overlaps(graph, vpcs, `connected by ${gateway.address}`);
    }
  },
};

interface Taken {
  readonly vpc: Resource;
  readonly addresses: AddressSet;
  readonly missing: readonly string[];
}

function* overlaps(
  graph: ResourceGraph,
  connected: readonly {
    readonly owners: readonly Resource[];
    readonly missing: readonly string[];
  }[],
  how: string,
): Iterable<Problem> {
  const missingOf = new Map(
    connected.flatMap(({ owners, missing }) => owners.map((vpc) => [vpc, missing] as const)),
  );
  let all = AddressSet.NONE;
  const before: Taken[] = [];
  for (const [vpc, which] of missingOf) {
    const { addresses, missing } = addressesOf(graph, vpc);
    if (!all.intersection(addresses).isEmpty) {
      const other = before.find((each) => !each.addresses.intersection(addresses).isEmpty);
      yield {
        ...problem(vpc, `has addresses of ${other?.vpc.address ?? 'another VPC'}, ${how}`),
        missing: [...new Set([...which, ...(other?.missing ?? [])])],
      };
    } else if (missing.length > 0 && missingOf.size > 1) {
      yield { ...problem(vpc, `has addresses of another VPC, ${how}`), missing };
    }
    before.push({ vpc, addresses, missing: which });
    all = all.union(addresses);
  }
}

function problem(resource: Resource, message: string): Problem {
  return { resource, path: 'cidr_block', message, remedy: 'give one of them other addresses' };
}

function addressesOf(
  graph: ResourceGraph,
  vpc: Resource,
): { readonly addresses: AddressSet; readonly missing: readonly string[] } {
  const more = companionsOf(graph, vpc, 'aws_vpc_ipv4_cidr_block_association', 'vpc_id');
  const ranges = [vpc, ...more.map(({ companion }) => companion)].map((each) => ({
    each,
    range: each.value('cidr_block'),
  }));
  const known = ranges.flatMap(({ range }) =>
    typeof range === 'string' && range !== '' ? [range] : [],
  );
  const missing = ranges.flatMap(({ each, range }) =>
    typeof range === 'string' ? [] : [factName(graph, each, 'cidr_block')],
  );
  return { addresses: AddressSet.of(...known), missing };
}
