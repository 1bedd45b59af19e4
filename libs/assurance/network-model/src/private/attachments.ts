import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Component, Ref } from '../component';
import type { AttachmentKind } from '../gateways';
import { once } from './by-id';
import { componentKnownById, componentOf, idOf } from './component';
import { mentioned } from './mentions';
import { dataOf, resourcesOf } from './of-type';
import { factOf, nameOf } from './read';
import { keyOf, refOf } from './reference';

/** An attachment as its resource has it; a peering's has an end at each of two gateways. */
export interface Attachment {
  readonly component: Component;
  readonly kind: AttachmentKind;
  readonly transitGateway: Ref;
  readonly resource?: Resource;
  /** The other end of a peering. */
  readonly peer?: string;
  /** AWS's id, which both ends of a peering have. */
  readonly attachmentId: string;
}

const VPC = 'aws_ec2_transit_gateway_vpc_attachment';
const PEERING = 'aws_ec2_transit_gateway_peering_attachment';
const VPN_ATTACHMENT = 'aws_ec2_transit_gateway_vpn_attachment';
const DIRECT_CONNECT = 'aws_ec2_transit_gateway_dx_gateway_attachment';

/** What is attached to Transit Gateways, by id: managed, read, or known by the id only. */
export const attachments = once((graph: ResourceGraph): ReadonlyMap<string, Attachment> => {
  const all = [
    ...resourcesOf(graph, VPC).map((resource) => plain(graph, resource, 'vpc')),
    ...resourcesOf(graph, 'aws_ec2_transit_gateway_connect').map((resource) =>
      plain(graph, resource, 'connect'),
    ),
    ...vpnConnections(graph).map((resource) =>
      plain(graph, resource, 'vpn', idOf(graph, resource, 'transit_gateway_attachment_id')),
    ),
    ...directConnects(graph),
    ...resourcesOf(graph, PEERING).flatMap((resource) => ends(graph, resource, false)),
    ...resourcesOf(graph, `${PEERING}_accepter`).flatMap((resource) => ends(graph, resource, true)),
    ...resourcesOf(graph, `${VPC}_accepter`).map((resource) => plain(graph, resource, 'vpc')),
    ...dataOf(graph, VPC).map((resource) => plain(graph, resource, 'vpc')),
    ...dataOf(graph, VPN_ATTACHMENT).map((resource) => plain(graph, resource, 'vpn')),
    ...dataOf(graph, PEERING).flatMap((resource) => ends(graph, resource, false)),
  ];
  const byId = new Map<string, Attachment>();
  for (const each of all) {
    const { id } = each.component;
    if (!byId.has(id)) byId.set(id, each);
  }
  const aliased = aliases(graph);
  for (const alias of aliased.keys()) byId.delete(alias);
  for (const id of mentioned(graph, 'tgw-attach')) {
    if (!byId.has(id)) byId.set(id, unknown(id));
  }
  return byId;
});

/** The id of the attachment that a value names, whichever of its names it has. */
export function attachmentIdOf(graph: ResourceGraph, ref: Ref): string {
  const key = keyOf(ref);
  return aliases(graph).get(key) ?? key;
}

/** The end of a peering at a gateway; of what is no peering, the attachment. */
export function endAt(graph: ResourceGraph, id: string, gateway: Ref | undefined): string {
  const end = attachments(graph).get(accepterEnd(id));
  const isThere = end !== undefined && gateway !== undefined;
  return isThere && keyOf(end.transitGateway) === keyOf(gateway) ? end.component.id : id;
}

function plain(
  graph: ResourceGraph,
  resource: Resource,
  kind: AttachmentKind,
  id = idOf(graph, resource),
): Attachment {
  return {
    component: componentOf(graph, resource, id),
    kind,
    transitGateway: gatewayOf(graph, resource, 'transit_gateway_id'),
    resource,
    attachmentId: id,
  };
}

/** Both ends of a peering, as the requester or the accepter has it. */
function ends(
  graph: ResourceGraph,
  resource: Resource,
  isAccepter: boolean,
): readonly Attachment[] {
  const attachmentId = idOf(graph, resource);
  const other = accepterEnd(attachmentId);
  const [requester, accepter] = isAccepter
    ? (['peer_transit_gateway_id', 'transit_gateway_id'] as const)
    : (['transit_gateway_id', 'peer_transit_gateway_id'] as const);
  const end = (id: string, peer: string, gateway: string): Attachment => ({
    component: componentOf(graph, resource, id),
    kind: 'peering',
    transitGateway: gatewayOf(graph, resource, gateway),
    resource,
    peer,
    attachmentId,
  });
  return [end(attachmentId, other, requester), end(other, attachmentId, accepter)];
}

/** Direct Connect gateways, whose attachment only a data source has the id of. */
function directConnects(graph: ResourceGraph): readonly Attachment[] {
  const read = dataOf(graph, DIRECT_CONNECT);
  const associated = resourcesOf(graph, 'aws_dx_gateway_association').flatMap((association) => {
    const gateway = refOf(association, 'associated_gateway_id');
    if (gateway === undefined || !isTransitGateway(association, gateway)) return [];
    const known = read.find(
      (source) =>
        same(refOf(source, 'transit_gateway_id'), gateway) &&
        same(refOf(source, 'dx_gateway_id'), refOf(association, 'dx_gateway_id')),
    );
    const id = known ? idOf(graph, known) : factOf(graph, association, 'attachment');
    const component = componentOf(graph, association, id);
    return [
      {
        component,
        kind: 'direct-connect',
        transitGateway: gateway,
        resource: association,
        attachmentId: id,
      } as const,
    ];
  });
  return [...associated, ...read.map((source) => plain(graph, source, 'direct-connect'))];
}

function isTransitGateway(association: Resource, gateway: Ref): boolean {
  const key = keyOf(gateway);
  const [owner] = association.referenced('associated_gateway_id');
  return (
    association.value('associated_gateway_type') === 'transitGateway' ||
    owner?.type === 'aws_ec2_transit_gateway' ||
    key.startsWith('tgw-')
  );
}

/** Names that a data source gives to what is here under another. */
const aliases = once((graph: ResourceGraph): ReadonlyMap<string, string> => {
  const connections = new Map(
    vpnConnections(graph).map((connection) => [
      idOf(graph, connection),
      idOf(graph, connection, 'transit_gateway_attachment_id'),
    ]),
  );
  return new Map(
    dataOf(graph, VPN_ATTACHMENT).flatMap((source) => {
      const connection = refOf(source, 'vpn_connection_id');
      const id = connection === undefined ? undefined : connections.get(keyOf(connection));
      const alias = idOf(graph, source);
      return id === undefined || id === alias ? [] : [[alias, id] as const];
    }),
  );
});

function vpnConnections(graph: ResourceGraph): readonly Resource[] {
  return resourcesOf(graph, 'aws_vpn_connection').filter(
    (connection) => refOf(connection, 'transit_gateway_id') !== undefined,
  );
}

function gatewayOf(graph: ResourceGraph, resource: Resource, attribute: string): Ref {
  return refOf(resource, attribute) ?? { unknown: `${nameOf(graph, resource)}.${attribute}` };
}

function unknown(id: string): Attachment {
  const transitGateway = { unknown: `Transit Gateway of ${id}` };
  return { component: componentKnownById(id), kind: 'vpc', transitGateway, attachmentId: id };
}

function accepterEnd(id: string): string {
  return `${id} (accepter)`;
}

function same(one: Ref | undefined, other: Ref | undefined): boolean {
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
}
