import { FALSE } from '@culvert/symbolic';
import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import type { ApiMethod, Integration } from '../../api';
import { once } from '../by-id';
import { givenValue } from '../given-value';
import { componentId } from '../identity';
import { resourcesOf } from '../of-type';
import { factOf, knownText, missingIn, nameOf, textOrUnknown } from '../read';
import { keyOf, refOf } from '../reference';
import { groupedBy } from '../resources';
import { truthOf } from '../truth';
import { authorizationOf } from './authorization';
import { integrationOf } from './integration';
import { type Variables, withStageVariables } from './stage-variables';

const routesByApi = once((graph: ResourceGraph) =>
  groupedBy(resourcesOf(graph, 'aws_apigatewayv2_route'), (each) => [
    keyOf(refOf(each, 'api_id') ?? ''),
  ]),
);
const integrations = once(
  (graph: ResourceGraph) =>
    new Map(
      resourcesOf(graph, 'aws_apigatewayv2_integration').map((each) => [
        componentId(graph, each),
        each,
      ]),
    ),
);

/** The routes of an HTTP or WebSocket API, that of its quick creation too. */
export function httpRoutes(
  graph: ResourceGraph,
  api: Resource,
  variables: Variables,
): readonly ApiMethod[] {
  const routes = routesByApi(graph).get(componentId(graph, api)) ?? [];
  return [...routes.map((each) => route(graph, each, variables)), ...quickRoute(graph, api)];
}

function route(graph: ResourceGraph, resource: Resource, variables: Variables): ApiMethod {
  const fact = factOf(graph, resource, 'authorization_type');
  const authorizer = refOf(resource, 'authorizer_id');
  return {
    name: nameOf(graph, resource),
    ...keyed(knownText(resource.value('route_key')) ?? '$default'),
    authorization: authorizationOf(textOrUnknown(resource.value('authorization_type'), fact), fact),
    ...(authorizer === undefined ? {} : { authorizer }),
    apiKeyRequired: truthOf(graph, resource, 'api_key_required', false),
    integration: routeIntegration(graph, resource, variables),
  };
}

/** `GET /orders`, or a key of another kind such as `$default`. */
function keyed(key: string): Pick<ApiMethod, 'method' | 'path'> {
  const [method = '', path] = key.split(' ', 2);
  return path === undefined ? { method: 'ANY', path: key } : { method, path };
}

function routeIntegration(
  graph: ResourceGraph,
  resource: Resource,
  variables: Variables,
): Integration {
  const target = resource.value('target');
  const found = integrations(graph).get(integrationId(target));
  if (found === undefined) {
    const missing = missingIn(target);
    return {
      kind: 'unknown',
      missing: missing.length > 0 ? missing : [factOf(graph, resource, 'target')],
    };
  }
  const name = nameOf(graph, found);
  const resolved = (attribute: string) =>
    withStageVariables(givenValue(graph, found, attribute), variables, name);
  const subtype = resolved('integration_subtype');
  if (typeof subtype === 'string' && subtype !== '') return { kind: 'aws', uri: subtype };
  return integrationOf(graph, {
    type: resolved('integration_type'),
    connectionType: resolved('connection_type'),
    connectionId: resolved('connection_id'),
    target: resolved('integration_uri'),
    uri: resolved('integration_uri'),
    fact: name,
  });
}

/** `integrations/` and an id. */
function integrationId(target: Value | undefined): string {
  const known = knownText(target);
  if (known !== undefined) return known.replace(/^integrations\//u, '');
  if (!isSymbol(target)) return '';
  const [candidate = target, ...others] = target.candidates;
  return others.length === 0 && isSymbol(candidate) ? candidate.unknown : '';
}

/** An API that is made with a target has one route to it. */
function quickRoute(graph: ResourceGraph, api: Resource): readonly ApiMethod[] {
  const target = givenValue(graph, api, 'target');
  if (target === undefined || target === '') return [];
  const isUrl = /^https?:/u.test(knownText(target) ?? '');
  const name = nameOf(graph, api);
  return [
    {
      name,
      ...keyed(knownText(api.value('route_key')) ?? '$default'),
      authorization: 'NONE',
      apiKeyRequired: FALSE,
      integration: integrationOf(graph, {
        type: isUrl ? 'HTTP_PROXY' : 'AWS_PROXY',
        connectionType: undefined,
        connectionId: undefined,
        target: undefined,
        uri: target,
        fact: `${name}.target`,
      }),
    },
  ];
}
