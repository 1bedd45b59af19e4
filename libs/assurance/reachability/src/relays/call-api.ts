import type { Api, ApiDomain, ApiMethod, Endpoint } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { isUnknown, not, SymbolicText, TRUE, unknownFor } from '@culvert/symbolic';
import type { Entry } from '../gates';
import { addressesOf } from './addresses-of';
import { methodsFor } from './api-routes';
import { strangeEntry } from './elsewhere';
import { gatesAt } from './gate-hops';
import { keyOf, type Model } from './model';
import type { Arrival, Place } from './place';
import { Trail } from './trail';

/** A call of an API, or of some of its methods. */
export interface Call {
  readonly api: Api;
  /** @default - any of them */
  readonly methods: readonly ApiMethod[] | undefined;
  /** The endpoint's interfaces, or the internet's side of AWS. */
  readonly entry: Place;
  readonly domain: ApiDomain | undefined;
}

/**
 * What API Gateway makes of a call, in its order: name, stage, method, policies and authorizer.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function callApi(model: Model, call: Call, arrival: Arrival): Trail {
  return entered(model, call)
    .then(() => named(call, arrival))
    .then(() => answered(model, call, arrival));
}

function entered({ network }: Model, { api, entry, domain }: Call): Trail {
  const endpoint = network.endpoints.get(entry.id);
  const hop = (component: string) => ({ kind: 'api', component, account: api.account }) as const;
  const isTypeKnown = isUnknown(api.endpointType) ? unknownFor(api.endpointType.unknown) : TRUE;
  const first =
    entry.kind === 'aws'
      ? Trail.hop({ ...hop(api.name), detail: 'is called over the internet' }, isTypeKnown)
      : Trail.hop(
          {
            kind: 'endpoint',
            component: endpoint?.name ?? entry.id,
            detail: `leads to ${api.name}`,
            ...(endpoint === undefined ? {} : { account: endpoint.account }),
          },
          isTypeKnown,
        );
  if (domain !== undefined) {
    return first.then(() => certificate(domain, hop(domain.name)));
  }
  const { defaultEndpointDisabled } = api;
  return defaultEndpointDisabled.value === false
    ? first
    : first.then(() =>
        Trail.hop(
          { ...hop(api.name), detail: 'its own name is disabled' },
          not(defaultEndpointDisabled),
        ),
      );
}

/** Mutual TLS of a custom domain: who has a certificate is not in any plan. */
function certificate(
  { name, mutualTls }: ApiDomain,
  hop: { readonly kind: 'api'; readonly component: string },
): Trail {
  const own = Trail.hop({ ...hop, detail: 'maps to the API' });
  return mutualTls.value === false
    ? own
    : own.then(() =>
        Trail.hop(
          { ...hop, kind: 'mutual tls', detail: 'asks for a certificate that it trusts' },
          unknownFor(`client certificate for ${name}`),
        ),
      );
}

const OWN_NAME = /^([a-z0-9]+)(?:-vpce-[0-9a-f]+)?\.execute-api\.[^.]+\.amazonaws\.com(?:\.cn)?$/u;
const ENDPOINT_NAME = /^vpce-[^.]+\.execute-api\..*\.amazonaws\.com(?:\.cn)?$/u;
const API_ID = /^[a-z0-9]{6,12}$/u;

/** Whether the name that is asked for is one of the API's, or its domain's. */
function named({ api, domain }: Call, { http: { host } }: Arrival): Trail {
  if (host === undefined) {
    return Trail.START;
  }
  const hop = { kind: 'api', component: (domain ?? api).name, account: api.account } as const;
  if (domain !== undefined) {
    const pattern = SymbolicText.of(host).matches(domain.domainName, { ignoreCase: true });
    return Trail.hop({ ...hop, detail: `its name is ${keyOf(domain.domainName)}` }, pattern);
  }
  const [, id] = OWN_NAME.exec(host) ?? [];
  if (id !== undefined) {
    return API_ID.test(api.id)
      ? Trail.hop({ ...hop, detail: `${host} names ${id}` }, SymbolicText.of(id).equals(api.id))
      : Trail.hop({ ...hop, detail: `whether ${host} names it` }, unknownFor(`${api.name}.id`));
  }
  const detail = 'its id must be in the header x-apigw-api-id, as the name does not tell it';
  return ENDPOINT_NAME.test(host)
    ? Trail.hop({ ...hop, detail })
    : Trail.hop({ ...hop, detail }, unknownFor(`header x-apigw-api-id of requests to ${host}`));
}

function answered(model: Model, call: Call, arrival: Arrival): Trail {
  const { api, methods, domain } = call;
  const hop = { kind: 'api', component: api.name, account: api.account } as const;
  const taking = methodsFor(api, arrival.http);
  const meant = methods === undefined ? taking : taking.filter((each) => methods.includes(each));
  const stages = stagesOf(call);
  if (stages.length === 0 || meant.length === 0) {
    const detail = stages.length === 0 ? 'no stage has a deployment' : noMethod(taking, arrival);
    return api.missing.length === 0 || taking.length > 0
      ? Trail.blocked({ ...hop, detail })
      : Trail.hop({ ...hop, detail: 'its methods are not known' }, unknownFor(...api.missing));
  }
  const { method, path } = arrival.http;
  const request = {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
  };
  const trails = stages.flatMap((stage) =>
    meant.map((each) => {
      const detail = `${each.method} ${each.path} of stage ${keyOf(stage)}`;
      return Trail.hop({ ...hop, rule: each.name, detail }).then(() =>
        gatesAt(
          call.entry,
          model.gates.invokeApi({
            ...entryOf(model, call, arrival),
            ...(domain === undefined ? {} : { domain: domain.id }),
            api: api.id,
            stage,
            method: each,
            request,
            caller: arrival.caller,
            authorized: arrival.authorized,
          }),
        ),
      );
    }),
  );
  return Trail.best(trails) ?? Trail.START;
}

function stagesOf({ api, domain }: Call) {
  const mapped = domain?.mappings.filter((mapping) => keyOf(mapping.api) === api.id);
  return mapped === undefined
    ? api.stages.map(({ stage }) => stage)
    : mapped.map(({ stage }) => stage);
}

function noMethod(taking: readonly ApiMethod[], { http: { method = 'any', path } }: Arrival) {
  const [other] = taking;
  return other === undefined
    ? `no method takes ${method} ${path ?? 'any path'}`
    : `${other.method} ${other.path} takes it, which goes elsewhere`;
}

/** Where a service of AWS sees a request come from. */
export function entryOf(
  model: Model,
  { entry }: { readonly entry: Place },
  arrival: Arrival,
): Entry {
  if (entry.kind === 'elsewhere') {
    return strangeEntry(model.network);
  }
  const endpoint: Endpoint | undefined = model.network.endpoints.get(entry.id);
  // Gateways send with addresses of their own: what the service then sees is not known.
  const seen = arrival.senders.filter(({ kind }) => entry.kind !== 'aws' || kind === 'outside');
  const sources = AddressSet.NONE.union(...seen.map(addressesOf));
  return {
    ...(entry.kind === 'aws' ? {} : { endpoint: entry.id }),
    ...(endpoint === undefined ? {} : { vpc: endpoint.vpc }),
    ...(sources.isEmpty ? {} : { sources }),
  };
}
