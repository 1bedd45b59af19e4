import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { ApiMethod } from '../../api';
import { once } from '../by-id';
import { givenValue } from '../given-value';
import { componentId } from '../identity';
import { resourcesOf } from '../of-type';
import { factOf, knownText, nameOf, textOrUnknown } from '../read';
import { keyOf, refOf } from '../reference';
import { groupedBy } from '../resources';
import { truthOf } from '../truth';
import { authorizationOf } from './authorization';
import { integrationOf } from './integration';
import { type Variables, withStageVariables } from './stage-variables';

const ofApi = (type: string) =>
  once((graph: ResourceGraph) =>
    groupedBy(resourcesOf(graph, type), (each) => [keyOf(refOf(each, 'rest_api_id') ?? '')]),
  );

const methodsByApi = ofApi('aws_api_gateway_method');
const integrations = once(
  (graph: ResourceGraph) =>
    new Map(
      resourcesOf(graph, 'aws_api_gateway_integration').map((each) => [methodKey(each), each]),
    ),
);
const resources = once(
  (graph: ResourceGraph) =>
    new Map(
      resourcesOf(graph, 'aws_api_gateway_resource').map((each) => [
        componentId(graph, each),
        each,
      ]),
    ),
);

function methodKey(resource: Resource): string {
  return ['rest_api_id', 'resource_id', 'http_method']
    .map((attribute) => keyOf(refOf(resource, attribute) ?? ''))
    .join(' ');
}

/** The methods of a REST API that are resources of their own. */
export function restMethods(
  graph: ResourceGraph,
  api: Resource,
  variables: Variables,
): readonly ApiMethod[] {
  const methods = methodsByApi(graph).get(componentId(graph, api)) ?? [];
  return methods.map((each) => method(graph, each, variables));
}

function method(graph: ResourceGraph, resource: Resource, variables: Variables): ApiMethod {
  const name = nameOf(graph, resource);
  const fact = factOf(graph, resource, 'authorization');
  const authorizer = refOf(resource, 'authorizer_id');
  const integration = integrations(graph).get(methodKey(resource));
  const resolved = (attribute: string) =>
    integration && withStageVariables(givenValue(graph, integration, attribute), variables, name);
  return {
    name,
    method: knownText(resource.value('http_method')) ?? 'ANY',
    path: pathOf(graph, resource),
    authorization: authorizationOf(textOrUnknown(resource.value('authorization'), fact), fact),
    ...(authorizer === undefined ? {} : { authorizer }),
    apiKeyRequired: truthOf(graph, resource, 'api_key_required', false),
    integration:
      integration === undefined
        ? { kind: 'unknown', missing: [`integration of ${name}`] }
        : integrationOf(graph, {
            type: resolved('type'),
            connectionType: resolved('connection_type'),
            connectionId: resolved('connection_id'),
            target: resolved('integration_target'),
            uri: resolved('uri'),
            fact: nameOf(graph, integration),
          }),
  };
}

/** The path of the method's resource: its parts, up to the root. */
function pathOf(graph: ResourceGraph, method: Resource): string {
  const parts: string[] = [];
  const seen = new Set<Resource>();
  let id = refOf(method, 'resource_id');
  for (;;) {
    const resource = resources(graph).get(keyOf(id ?? ''));
    if (resource === undefined || seen.has(resource)) break;
    seen.add(resource);
    parts.unshift(knownText(resource.value('path_part')) ?? '{unknown}');
    id = refOf(resource, 'parent_id');
  }
  return `/${parts.join('/')}`;
}
