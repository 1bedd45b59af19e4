import { and, type Truth } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { type Attachment, attachmentIdOf, attachments, endAt } from './attachments';
import { grouped, once } from './by-id';
import { idOf } from './component';
import { given } from './given';
import { dataOf, resourcesOf } from './of-type';
import { factOf, nameOf } from './read';
import { keyOf, refOf } from './reference';
import { defaultsOf, knownTransitGateways } from './transit-gateway-defaults';
import { truthFrom } from './truth';

const ASSOCIATION = 'aws_ec2_transit_gateway_route_table_association';
const PROPAGATION = 'aws_ec2_transit_gateway_route_table_propagation';
const ACCEPTER = 'aws_ec2_transit_gateway_vpc_attachment_accepter';

/** A route table that learns of an attachment. */
export interface Learner {
  readonly table: Ref;
  /** What says so. */
  readonly name: string;
  readonly learns: Truth;
}

/** The gateway of each route table that documents know, by the table's id. */
export const gatewayOfTable = once((graph: ResourceGraph): ReadonlyMap<string, Ref> => {
  const tables = [
    ...dataOf(graph, 'aws_ec2_transit_gateway_route_table'),
    ...resourcesOf(graph, 'aws_ec2_transit_gateway_route_table'),
  ].flatMap((table) => {
    const gateway = refOf(table, 'transit_gateway_id');
    return gateway === undefined ? [] : [[idOf(graph, table), gateway] as const];
  });
  const made = [...knownTransitGateways(graph)].flatMap(([id, gateway]) => {
    const defaults = defaultsOf(graph, id);
    return (['association', 'propagation'] as const)
      .filter((what) => defaults[what].enabled.value !== false)
      .map((what) => [idOf(graph, gateway, `${what}_default_route_table_id`), id] as const);
  });
  return new Map<string, Ref>([...made, ...tables]);
});

/** The accepter of an attachment, in the account of the gateway. */
export const acceptersOf = once(
  (graph: ResourceGraph): ReadonlyMap<string, Resource> =>
    new Map(resourcesOf(graph, ACCEPTER).map((accepter) => [idOf(graph, accepter), accepter])),
);

/** The route table for what comes from an attachment, and the resource that says so. */
export function associationOf(
  graph: ResourceGraph,
  attachment: Attachment,
): { readonly table: Ref | undefined; readonly name?: string } {
  return (
    associations(graph).get(attachment.component.id) ?? {
      table: defaultAssociation(graph, attachment),
    }
  );
}

function defaultAssociation(graph: ResourceGraph, attachment: Attachment): Ref | undefined {
  const { enabled, table } = defaultsOf(graph, attachment.transitGateway).association;
  const isDefault = and(enabled, followsDefault(graph, attachment, 'association'));
  if (isDefault.value === 'unknown') {
    return { unknown: isDefault.missing[0] ?? `association of ${attachment.component.name}` };
  }
  return isDefault.value ? table : undefined;
}

/** The route tables that learn of an attachment. */
export function learnersOf(graph: ResourceGraph, attachment: Attachment): readonly Learner[] {
  const { id, name } = attachment.component;
  const written = propagations(graph).get(id) ?? [];
  const { enabled, table } = defaultsOf(graph, attachment.transitGateway).propagation;
  const learns = and(enabled, followsDefault(graph, attachment, 'propagation'));
  const isWritten = written.some((each) => keyOf(each.table) === keyOf(table));
  const isNone = attachment.kind === 'peering' || learns.value === false || isWritten;
  return isNone ? written : [...written, { table, name, learns }];
}

function followsDefault(
  graph: ResourceGraph,
  { resource, component }: Attachment,
  what: 'association' | 'propagation',
): Truth {
  const attribute = `transit_gateway_default_route_table_${what}`;
  const accepter = acceptersOf(graph).get(component.id);
  return and(
    ...[resource, accepter].flatMap((each) =>
      each ? truthFrom(given(graph, each, attribute), factOf(graph, each, attribute), true) : [],
    ),
  );
}

const associations = once(
  (graph: ResourceGraph): ReadonlyMap<string, { readonly table: Ref; readonly name: string }> =>
    new Map(linksOf(graph, ASSOCIATION).map(({ id, ...link }) => [id, link])),
);

const propagations = once((graph: ResourceGraph): ReadonlyMap<string, readonly Learner[]> =>
  grouped(
    linksOf(graph, PROPAGATION).map(({ id, table, name }) => [
      id,
      { table, name, learns: { value: true } },
    ]),
  ),
);

function linksOf(graph: ResourceGraph, type: string) {
  return resourcesOf(graph, type).flatMap((link) => {
    const attachment = refOf(link, 'transit_gateway_attachment_id');
    const table = refOf(link, 'transit_gateway_route_table_id');
    if (attachment === undefined || table === undefined) return [];
    const gateway = gatewayOfTable(graph).get(keyOf(table));
    const id = endAt(graph, attachmentIdOf(graph, attachment), gateway);
    return [{ id, table, name: nameOf(graph, link) }];
  });
}

/** Every attachment that documents know of. */
export function allAttachments(graph: ResourceGraph): readonly Attachment[] {
  return [...attachments(graph).values()];
}
