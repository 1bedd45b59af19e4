import type { Address, Propagation, Route } from '@culvert/packet-filter';
import type { Ref } from '../component';
import { addressFrom } from './address';
import { announcedBy } from './announced';
import { allAttachments, gatewayOfTable, learnersOf } from './attachment-links';
import { type Attachment, attachmentIdOf, endAt } from './attachments';
import { grouped, once } from './by-id';
import { namedBy } from './candidates';
import { open } from './given';
import { resourcesOf } from './of-type';
import { prefixListOf } from './prefix-lists';
import { factOf, nameOf } from './read';
import { keyOf, refFrom, refOf } from './reference';
import { doubtfulRoute } from './doubtful';
import type { Source } from './source';
import { vpcAddresses } from './vpc-addresses';

type RouteOfTable = readonly [table: string, route: Route];

const TABLE = 'transit_gateway_route_table_id';

/** The routes of each Transit Gateway route table, by its id. */
export const transitGatewayRoutes = once((source: Source): ReadonlyMap<string, readonly Route[]> =>
  grouped([...staticRoutes(source), ...propagatedRoutes(source)]),
);

/** Routes and references to prefix lists that somebody wrote. */
export const staticRoutes = once((source: Source): readonly RouteOfTable[] => {
  const { graph } = source;
  const routes = resourcesOf(graph, 'aws_ec2_transit_gateway_route').flatMap((resource) => {
    const attribute = 'destination_cidr_block';
    const destination = addressFrom(
      open(graph, resource, attribute),
      factOf(graph, resource, attribute),
    );
    return destination === undefined ? [] : [{ resource, destination }];
  });
  const references = resourcesOf(graph, 'aws_ec2_transit_gateway_prefix_list_reference').flatMap(
    (resource) => {
      const list = refFrom(open(graph, resource, 'prefix_list_id'));
      return list === undefined ? [] : [{ resource, destination: prefixListOf(source, list) }];
    },
  );
  return [...routes, ...references].flatMap(({ resource, destination }) => {
    const attachment = refOf(resource, 'transit_gateway_attachment_id');
    const isDropped = resource.value('blackhole') === true || attachment === undefined;
    return inTable(refOf(resource, TABLE), (table) => ({
      name: nameOf(graph, resource),
      destination,
      target: isDropped
        ? undefined
        : endAt(graph, attachmentIdOf(graph, attachment), gatewayOfTable(graph).get(table)),
    }));
  });
});

const PROPAGATIONS: Readonly<Record<Exclude<Attachment['kind'], 'peering'>, Propagation>> = {
  vpc: 'vpc',
  vpn: 'vpn-bgp',
  'direct-connect': 'direct-connect',
  connect: 'connect',
};

function propagatedRoutes(source: Source): readonly RouteOfTable[] {
  const { graph } = source;
  return allAttachments(graph).flatMap((attachment) => {
    const { kind, component } = attachment;
    if (kind === 'peering') return [];
    return learnersOf(graph, attachment).flatMap(({ table, name, learns }) =>
      addressesBehind(source, attachment).flatMap((destination) => {
        const route = { name, destination, target: component.id, propagation: PROPAGATIONS[kind] };
        const [missing] = learns.value === 'unknown' ? learns.missing : [];
        return inTable(table, () =>
          missing === undefined ? route : doubtfulRoute(route, missing),
        );
      }),
    );
  });
}

/** What a gateway's route tables learn of an attachment. */
export function addressesBehind(source: Source, attachment: Attachment): readonly Address[] {
  if (attachment.kind !== 'vpc') return announcedBy(source, attachment).propagated;
  const { name } = attachment.component;
  const vpc = attachment.resource && refOf(attachment.resource, 'vpc_id');
  if (vpc === undefined) return [{ unknown: `VPC of ${name}` }];
  return vpcAddresses(source).get(keyOf(vpc)) ?? [{ unknown: `ranges of ${keyOf(vpc)}` }];
}

/** The route in its table, or in each table that it may be in, for want of a fact. */
function inTable(table: Ref | undefined, route: (table: string) => Route): readonly RouteOfTable[] {
  if (table === undefined) return [];
  const { ids, missing } = namedBy(table);
  return ids.map((id) => [
    id,
    missing === undefined ? route(id) : doubtfulRoute(route(id), missing),
  ]);
}
