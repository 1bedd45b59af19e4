import type { Address } from '@culvert/packet-filter';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { addressFrom, unknownAddress, type Version } from './address';
import { grouped, once } from './by-id';
import { idOf } from './component';
import { given, open } from './given';
import { dataOf, resourcesOf } from './of-type';
import { blocksOf, factOf } from './read';
import { keyOf, refOf } from './reference';
import type { Source } from './source';

/** The ranges of each VPC, primary and secondary, by its id; those that are not known as symbols. */
export const vpcAddresses = once((source: Source): ReadonlyMap<string, readonly Address[]> => {
  const { graph, context } = source;
  const managed = resourcesOf(graph, 'aws_vpc', 'aws_default_vpc').flatMap((vpc) =>
    ownRanges(graph, vpc).map((range) => [idOf(graph, vpc), range] as const),
  );
  const associated = [
    ...associations(graph, 'aws_vpc_ipv4_cidr_block_association', 'cidr_block', 'IPv4'),
    ...associations(graph, 'aws_vpc_ipv6_cidr_block_association', 'ipv6_cidr_block', 'IPv6'),
  ];
  const named = (context.vpcs ?? []).flatMap(({ id, ranges }) =>
    ranges.map((range) => [id, range] as const),
  );
  const read = dataOf(graph, 'aws_vpc').flatMap((vpc) =>
    readRanges(graph, vpc).map((range) => [idOf(graph, vpc), range] as const),
  );
  const written = new Map(grouped([...managed, ...associated]));
  for (const [id, ranges] of [...grouped(named), ...grouped(read)]) {
    const isManaged = managed.some(([other]) => other === id);
    if (!isManaged) written.set(id, [...(written.get(id) ?? []), ...ranges]);
  }
  return new Map([...written].map(([id, ranges]) => [id, distinct(ranges)]));
});

function ownRanges(graph: ResourceGraph, vpc: Resource): readonly Address[] {
  const primary = addressFrom(
    open(graph, vpc, 'cidr_block'),
    factOf(graph, vpc, 'cidr_block'),
    'IPv4',
  );
  const fact = factOf(graph, vpc, 'ipv6_cidr_block');
  const chosen = addressFrom(given(graph, vpc, 'ipv6_cidr_block'), fact, 'IPv6');
  const asks = [vpc.value('assign_generated_ipv6_cidr_block'), vpc.value('ipv6_ipam_pool_id')];
  const isAsked = asks.some(
    (ask) => ask !== undefined && ask !== null && ask !== false && ask !== '',
  );
  const secondary = chosen ?? (isAsked ? unknownAddress(fact, 'IPv6') : undefined);
  return [primary ?? [], secondary ?? []].flat();
}

function associations(
  graph: ResourceGraph,
  type: string,
  attribute: string,
  version: Version,
): readonly (readonly [string, Address])[] {
  return resourcesOf(graph, type).flatMap((association) => {
    const vpc = refOf(association, 'vpc_id');
    const fact = factOf(graph, association, attribute);
    const range = addressFrom(open(graph, association, attribute), fact, version);
    return vpc === undefined || range === undefined ? [] : [[keyOf(vpc), range] as const];
  });
}

function readRanges(graph: ResourceGraph, vpc: Resource): readonly Address[] {
  const fact = (attribute: string) => factOf(graph, vpc, attribute);
  const all = blocksOf(open(graph, vpc, 'cidr_block_associations')).map(
    (each) => each['cidr_block'],
  );
  const v4 = [open(graph, vpc, 'cidr_block'), ...all].map((range) =>
    addressFrom(range, fact('cidr_block'), 'IPv4'),
  );
  const v6 = addressFrom(open(graph, vpc, 'ipv6_cidr_block'), fact('ipv6_cidr_block'), 'IPv6');
  return [...v4, v6].flatMap((range) => range ?? []);
}

function distinct(ranges: readonly Address[]): readonly Address[] {
  const byText = ranges.map(
    (range) => [typeof range === 'string' ? range : range.unknown, range] as const,
  );
  return [...new Map(byText).values()];
}
