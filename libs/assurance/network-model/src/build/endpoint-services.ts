import type { Resource } from '@culvert/terraform-graph';
import type { ById } from '../network';
import type { EndpointService } from '../private-link';
import { byId } from '../private/by-id';
import { componentOf } from '../private/component';
import { givenValue } from '../private/given-value';
import { componentId, componentRefs } from '../private/identity';
import { resourcesOf } from '../private/of-type';
import { interfacesOf } from '../private/owned-interfaces';
import { factOf, knownText, listOf, nameOf, textOf } from '../private/read';
import { keyOf, refOf } from '../private/reference';
import { groupedBy } from '../private/resources';
import type { Source } from '../private/source';
import { truthOf } from '../private/truth';

/** The endpoint services of the documents. */
export function endpointServices(source: Source): ById<EndpointService> {
  const { graph } = source;
  const allowed = groupedBy(
    resourcesOf(graph, 'aws_vpc_endpoint_service_allowed_principal'),
    (each) => [keyOf(refOf(each, 'vpc_endpoint_service_id') ?? '')],
  );
  return byId(
    resourcesOf(graph, 'aws_vpc_endpoint_service').map((each) => {
      const more = allowed.get(componentId(graph, each)) ?? [];
      return service(source, each, more);
    }),
  );
}

function service(
  source: Source,
  resource: Resource,
  allowed: readonly Resource[],
): EndpointService {
  const { graph } = source;
  const given = (attribute: string) => givenValue(graph, resource, attribute);
  const loadBalancers = ['network_load_balancer_arns', 'gateway_load_balancer_arns'].flatMap(
    (name) => (given(name) === undefined ? [] : componentRefs(graph, resource, name)),
  );
  const grants = [
    ...listOf(given('allowed_principals')).map((value) => ({ by: resource, value })),
    ...allowed.map((by) => ({ by, value: by.value('principal_arn') })),
  ].flatMap(({ by, value }) => {
    const principal = textOf(value);
    return principal === undefined ? [] : [{ name: nameOf(graph, by), principal }];
  });
  const privateDnsName = textOf(given('private_dns_name'));
  return {
    ...componentOf(graph, resource, componentId(graph, resource)),
    serviceName: textOf(resource.value('service_name')) ?? {
      unknown: factOf(graph, resource, 'service_name'),
    },
    loadBalancers,
    acceptanceRequired: truthOf(graph, resource, 'acceptance_required', false),
    principals: [
      ...new Map(grants.map((each) => [String(each.principal), each.principal])).values(),
    ],
    grants,
    zones: zonesOf(source, resource, loadBalancers.map(keyOf)),
    ...(privateDnsName === undefined ? {} : { privateDnsName }),
  };
}

/** The zones of its load balancers, in the form of their subnets' zones. */
function zonesOf(
  { network }: Source,
  resource: Resource,
  loadBalancers: readonly string[],
): readonly string[] {
  const zones = loadBalancers
    .flatMap((id) => interfacesOf(network, id))
    .flatMap(({ subnet }) => network.subnets.get(keyOf(subnet))?.zone ?? []);
  const said = listOf(resource.value('availability_zones')).flatMap(
    (each) => knownText(each) ?? [],
  );
  return [...new Set(zones.length > 0 ? zones : said)].sort();
}
