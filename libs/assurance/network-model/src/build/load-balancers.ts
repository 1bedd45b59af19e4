import { FALSE, TRUE, type Truth } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { LoadBalancer } from '../load-balancer';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { CLASSIC, classicListeners } from '../private/classic-load-balancers';
import { componentKnownById, componentOf } from '../private/component';
import { givenValue } from '../private/given-value';
import { componentId } from '../private/identity';
import { interfacesOf } from '../private/owned-interfaces';
import { listenersOf } from '../private/listeners';
import { isFiltered, isInternal, kindOf, LOAD_BALANCERS } from '../private/load-balancers';
import { factOf, knownText, textOf } from '../private/read';
import { refOf } from '../private/reference';
import { managedAndRead } from '../private/resources';
import type { Source } from '../private/source';
import { truthFrom } from '../private/truth';

/** Load balancers with their listeners; those of which the documents have a listener only, too. */
export function loadBalancers(source: Source): ById<LoadBalancer> {
  const { graph } = source;
  const own = managedAndRead(graph, ...LOAD_BALANCERS).map((each) => loadBalancer(source, each));
  const foreign = [...listenersOf(graph)].map(([id, listeners]) => ({
    ...componentKnownById(id),
    ...ofArn(id),
    listeners,
  }));
  return byId(own, foreign);
}

function loadBalancer(source: Source, resource: Resource): LoadBalancer {
  const { graph } = source;
  const id = componentId(graph, resource);
  const kind = kindOf(resource);
  const isClassic = resource.type === CLASSIC;
  return {
    ...componentOf(graph, resource, id),
    kind,
    internal: isInternal(graph, resource),
    vpc: vpcOf(source, resource, id),
    crossZone:
      kind === 'application' ? TRUE : flag(source, resource, 'enable_cross_zone_load_balancing'),
    hasGroups: isFiltered(graph, resource),
    enforcesOnPrivateLink: enforces(source, resource),
    dnsName: textOf(resource.value('dns_name')) ?? { unknown: factOf(graph, resource, 'dns_name') },
    listeners: [
      ...(listenersOf(graph).get(id) ?? []),
      ...(isClassic ? classicListeners(graph, resource) : []),
    ],
  };
}

function flag({ graph }: Source, resource: Resource, attribute: string): Truth {
  const value = givenValue(graph, resource, attribute);
  return truthFrom(value, factOf(graph, resource, attribute), false);
}

/** AWS enforces the rules, unless told not to. */
function enforces({ graph }: Source, resource: Resource): Truth {
  const attribute = 'enforce_security_group_inbound_rules_on_private_link_traffic';
  const value = givenValue(graph, resource, attribute);
  const text = knownText(value);
  if (value === undefined || text === 'on' || text === '') return TRUE;
  return text === 'off' ? FALSE : truthFrom(value, factOf(graph, resource, attribute), true);
}

/** That of its subnets, which costs less to know than its own attribute. */
function vpcOf({ graph, network }: Source, resource: Resource, id: string): Ref {
  for (const { subnet } of interfacesOf(network, id)) {
    const found = typeof subnet === 'string' ? network.subnets.get(subnet)?.vpc : undefined;
    if (found !== undefined) return found;
  }
  return refOf(resource, 'vpc_id') ?? { unknown: factOf(graph, resource, 'vpc_id') };
}

/** What the ARN of a load balancer tells. */
function ofArn(
  id: string,
): Omit<LoadBalancer, 'listeners' | keyof ReturnType<typeof componentKnownById>> {
  const unknown = (what: string): Truth => ({ value: 'unknown', missing: [`${what} of ${id}`] });
  return {
    kind: id.includes(':loadbalancer/net/') ? 'network' : 'application',
    internal: unknown('scheme'),
    vpc: { unknown: `VPC of ${id}` },
    crossZone: unknown('cross-zone load balancing'),
    hasGroups: true,
    enforcesOnPrivateLink: unknown('enforcement for PrivateLink'),
    dnsName: { unknown: `DNS name of ${id}` },
  };
}
