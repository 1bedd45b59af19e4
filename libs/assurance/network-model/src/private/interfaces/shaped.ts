import { FALSE, or, type Truth } from '@culvert/symbolic';
import type { Resource, ResourceGraph, Value } from '@culvert/terraform-graph';
import type { Ref } from '../../component';
import type { NetworkInterface } from '../../network-interface';
import { givenValue } from '../given-value';
import { componentId } from '../identity';
import { once } from '../by-id';
import { ownAndRead } from '../own-and-read';
import { factOf, listOf } from '../read';
import { refFrom } from '../reference';
import { namedBy } from '../named-resource';
import { resourcesOf } from '../of-type';
import { groupedBy } from '../resources';
import type { Source } from '../source';
import { givesPublicAddress } from '../subnet-facts';
import { subnetsOfGroup } from '../subnet-groups';
import { truthFrom } from '../truth';
import { shapesIn } from './all-shapes';
import { interfaceOf } from './draft';
import type { Shape } from './shape';

/** The interfaces of whatever says in its own attributes where they are. */
export function shapedInterfaces(source: Source): readonly NetworkInterface[] {
  return [...shapesIn(source.graph)].flatMap(([type, shape]) =>
    ownAndRead(source.graph, type).flatMap((each) => ofShape(source, each, shape)),
  );
}

/** Blocks of which there is one at most. */
function pathOf(attribute: string): string {
  return attribute.replaceAll('.', '[0].');
}

function ofShape(source: Source, resource: Resource, shape: Shape): readonly NetworkInterface[] {
  const { graph } = source;
  const values = (attribute: string | undefined): readonly Value[] =>
    attribute === undefined ? [] : listOf(givenValue(graph, resource, pathOf(attribute)));
  const subnets = subnetsOf(source, resource, shape);
  const addresses = values(shape.addresses);
  const groups = values(shape.groups).flatMap((each) => refFrom(each) ?? []);
  const own = shape.ownGroups;
  const more = own === undefined ? [] : [ownGroup(source, resource, own)];
  return subnets.map((subnet, position) =>
    interfaceOf(source, {
      resource,
      kind: shape.kind,
      subnet,
      groups: [...groups, ...more],
      given: addresses.slice(position, position + 1),
      more: addresses.length === 0,
      ...(shape.ipv6 === undefined ? {} : { hasIpv6: flagOf(source, resource, shape.ipv6, false) }),
      isPublic: isPublic(source, resource, shape, subnet),
    }),
  );
}

/** The group that a service makes for it. */
function ownGroup({ graph }: Source, resource: Resource, attribute: string): Ref {
  const ref = refFrom(resource.value(pathOf(attribute)));
  return ref ?? { unknown: factOf(graph, resource, attribute) };
}

function subnetsOf(source: Source, resource: Resource, { subnets }: Shape): readonly Ref[] {
  const { graph } = source;
  if (typeof subnets === 'string') {
    const given = listOf(givenValue(graph, resource, pathOf(subnets)));
    const isInVpc = given.length > 0 || !subnets.includes('.');
    const refs = given.flatMap((each) => refFrom(each) ?? []);
    return isInVpc && refs.length === 0 ? [{ unknown: factOf(graph, resource, subnets) }] : refs;
  }
  return subnetsOfGroup(graph, resource, subnets);
}

function isPublic(
  source: Source,
  resource: Resource,
  { isPublic: said }: Shape,
  subnet: Ref,
): Truth {
  if (resource.type === 'aws_rds_cluster') return isPublicCluster(source, resource);
  if (resource.type === 'aws_eks_node_group') return givesPublicAddress(source, subnet);
  return said === undefined ? FALSE : flagOf(source, resource, said.flag, said.byDefault);
}

const clusterInstances = once((graph: ResourceGraph) =>
  groupedBy(resourcesOf(graph, 'aws_rds_cluster_instance'), (each) => {
    const cluster = namedBy(
      graph,
      each.value('cluster_identifier'),
      'aws_rds_cluster',
      'cluster_identifier',
    );
    return cluster === undefined ? [] : [componentId(graph, cluster)];
  }),
);

/** A cluster is as public as its instances are. */
function isPublicCluster(source: Source, cluster: Resource): Truth {
  const { graph } = source;
  const instances = clusterInstances(graph).get(componentId(graph, cluster)) ?? [];
  return or(
    flagOf(source, cluster, 'publicly_accessible', false),
    ...instances.map((each) => flagOf(source, each, 'publicly_accessible', false)),
  );
}

function flagOf(
  { graph }: Source,
  resource: Resource,
  attribute: string,
  byDefault: boolean,
): Truth {
  const value = givenValue(graph, resource, pathOf(attribute));
  return truthFrom(value, factOf(graph, resource, attribute), byDefault);
}
