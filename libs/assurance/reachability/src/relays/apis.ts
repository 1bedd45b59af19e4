import type { Api, ApiDomain } from '@culvert/network-model';
import { isUnknown, SymbolicText } from '@culvert/symbolic';
import { callApi } from './call-api';
import { ELSEWHERE } from './elsewhere';
import { keyOf, type Model } from './model';
import type { Arrival, Link, Place, Stop } from './place';
import { HTTPS } from './ports';

/** What leads to an API: endpoints of execute-api to a private one, the internet to others. */
export function entriesOfApis(model: Model, { place }: Stop): readonly Link[] {
  const api = place.kind === 'api' ? model.network.apis.get(place.id) : undefined;
  if (place.kind !== 'api' || api === undefined) {
    return [];
  }
  const { methods } = place;
  const link = (from: Place, domain?: ApiDomain): Link => ({
    from: { place: from, traffic: HTTPS },
    traffic: HTTPS,
    through: domain === undefined ? [] : [domain.id],
    pass: (arrival) => ({
      trail: callApi(model, { api, methods, entry: from, domain }, arrival),
      arrival: without(arrival),
    }),
  });
  const domains = [...model.network.apiDomains.values()].filter(({ mappings }) =>
    mappings.some((mapping) => keyOf(mapping.api) === api.id),
  );
  const own = isPublic(api) ? [{ kind: 'aws', id: 'execute-api' } as const] : [];
  return [
    ...own.map((from) => link(from)),
    ...(isPrivate(api)
      ? [
          ...endpointsNear(model, api).map((id) => link({ kind: 'interfaces', id })),
          link(ELSEWHERE),
        ]
      : []),
    ...domains.flatMap((domain) => [
      ...(isPublic(domain) ? [link({ kind: 'aws', id: 'execute-api' }, domain)] : []),
      ...(isPrivate(domain)
        ? domain.endpoints.map((ref) => link({ kind: 'interfaces', id: keyOf(ref) }, domain))
        : []),
    ]),
  ];
}

/** The endpoints of the API's Region: any of them leads to it, whatever it is associated with. */
function endpointsNear(model: Model, { region, endpoints }: Api): readonly string[] {
  const near = model
    .awsEndpoints('execute-api')
    .filter((each) => SymbolicText.of(each.region).equals(region).value !== false)
    .map(({ id }) => id);
  return [...new Set([...near, ...endpoints.map(keyOf)])];
}

function isPrivate({ endpointType }: Pick<Api, 'endpointType'>): boolean {
  return endpointType === 'PRIVATE' || isUnknown(endpointType);
}

function isPublic({ endpointType }: Pick<Api, 'endpointType'>): boolean {
  return endpointType !== 'PRIVATE';
}

function without({ endpoint: _, ...arrival }: Arrival): Arrival {
  return { ...arrival, senders: [] };
}
