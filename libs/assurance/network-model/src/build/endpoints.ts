import { or, TRUE, truthOf as truth, unknownFor } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { NetworkContext } from '../context';
import type { ById } from '../network';
import type { Endpoint } from '../private-link';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf } from '../private/component';
import {
  acceptersOf,
  connectionKey,
  serviceNamed,
  serviceResource,
} from '../private/endpoint-services';
import { endpointKind, endpointResources, ofEndpoint } from '../private/endpoints';
import { givenValue } from '../private/given-value';
import { componentId } from '../private/identity';
import { blocksOf, factOf, knownText, nameOf, textOf } from '../private/read';
import { refOf } from '../private/reference';
import type { Source } from '../private/source';
import { truthFrom, truthOf } from '../private/truth';

/** VPC endpoints: those of the documents, and what the context knows of others. */
export function endpoints(source: Source): ById<Endpoint> {
  const { graph, context } = source;
  const own = byId(endpointResources(graph).map((each) => endpoint(source, each)));
  const names = new Set([...own.values()].flatMap(({ id, name }) => [id, name]));
  const others = (context.endpoints ?? []).filter((each) => !names.has(each.endpoint));
  return byId(own.values(), others.map(foreign));
}

function endpoint(source: Source, resource: Resource): Endpoint {
  const { graph } = source;
  const kind = endpointKind(resource);
  const service = serviceNamed(graph, resource);
  return {
    ...componentOf(graph, resource, componentId(graph, resource)),
    kind,
    vpc: refOf(resource, 'vpc_id') ?? { unknown: factOf(graph, resource, 'vpc_id') },
    service,
    privateDns: truthFrom(
      givenValue(graph, resource, 'private_dns_enabled'),
      factOf(graph, resource, 'private_dns_enabled'),
      false,
    ),
    ...acceptance(source, resource, service),
    routeTables: kind === 'Gateway' ? ofEndpoint(graph, resource, 'route_table_ids') : [],
    dnsNames: kind === 'Interface' ? dnsNames(resource) : [],
  };
}

/** Its own names; before apply the first one as a symbol. */
function dnsNames(resource: Resource): Endpoint['dnsNames'] {
  const names = blocksOf(resource.value('dns_entry')).flatMap(
    (block) => textOf(block['dns_name']) ?? [],
  );
  const first = textOf(resource.value('dns_entry[0].dns_name'));
  return names.length > 0 || first === undefined ? names : [first];
}

/** AWS takes all of its own; somebody's service takes what it must, or is told to. */
function acceptance(
  { graph, context }: Source,
  resource: Resource,
  service: Endpoint['service'],
): Pick<Endpoint, 'accepted' | 'acceptedBy'> {
  const id = componentId(graph, resource);
  const name = nameOf(graph, resource);
  const known = context.endpoints?.find(({ endpoint: named }) => [id, name].includes(named));
  if (known?.accepted !== undefined) return { accepted: truth(known.accepted) };
  if ('aws' in service) return { accepted: TRUE };
  const offered = serviceResource(graph, service);
  const acceptedBy =
    offered && acceptersOf(graph).get(connectionKey(componentId(graph, offered), id));
  if (acceptedBy !== undefined) return { accepted: TRUE, acceptedBy };
  if (knownText(resource.value('state')) === 'available') return { accepted: TRUE };
  const isFree = offered && truthOf(graph, offered, 'acceptance_required', false).value === false;
  return {
    accepted: or(
      truthOf(graph, resource, 'auto_accept', false),
      isFree === true ? TRUE : unknownFor(`acceptance of ${name}`),
    ),
  };
}

type KnownEndpoint = NonNullable<NetworkContext['endpoints']>[number];

function foreign({ endpoint: id, account, vpc, accepted: taken }: KnownEndpoint): Endpoint {
  const known = componentKnownById(id);
  return {
    ...known,
    account: account ?? known.account,
    kind: 'Interface',
    vpc: vpc ?? { unknown: `VPC of ${id}` },
    service: { missing: [`service of ${id}`] },
    privateDns: unknownFor(`private DNS of ${id}`),
    accepted: taken === undefined ? unknownFor(`acceptance of ${id}`) : truth(taken),
    routeTables: [],
    dnsNames: [],
  };
}
