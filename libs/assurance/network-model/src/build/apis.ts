import { isUnknown } from '@culvert/symbolic';
import { isSymbol, isText, type Resource, type ResourceGraph } from '@culvert/terraform-graph';
import type { Api, ApiMethod } from '../api';
import type { ById } from '../network';
import { httpRoutes } from '../private/apis/http-routes';
import { methodsOf, parseOpenApi } from '../private/apis/open-api';
import { restMethods } from '../private/apis/rest-methods';
import type { Variables } from '../private/apis/stage-variables';
import { stagesOf } from '../private/apis/stages';
import { byId } from '../private/by-id';
import { componentOf } from '../private/component';
import { endpointTypeOf } from '../private/endpoint-type';
import { givenValue } from '../private/given-value';
import { componentId } from '../private/identity';
import { dataOf, resourcesOf } from '../private/of-type';
import { factOf, knownText, listOf, missingIn } from '../private/read';
import { refFrom } from '../private/reference';
import type { Source } from '../private/source';
import { truthOf } from '../private/truth';

/** REST, HTTP and WebSocket APIs; of those that are only read, the methods are missing. */
export function apis({ graph }: Source): ById<Api> {
  const read = [
    ...dataOf(graph, 'aws_api_gateway_rest_api').map((each) => restApi(graph, each)),
    ...dataOf(graph, 'aws_apigatewayv2_api').map((each) => httpApi(graph, each)),
  ];
  return byId(
    resourcesOf(graph, 'aws_api_gateway_rest_api').map((each) => restApi(graph, each)),
    resourcesOf(graph, 'aws_apigatewayv2_api').map((each) => httpApi(graph, each)),
    read.map((api) => ({ ...api, missing: [...api.missing, `methods of ${api.name}`] })),
  );
}

const ENDPOINTS = 'endpoint_configuration[0].vpc_endpoint_ids';

function restApi(graph: ResourceGraph, resource: Resource): Api {
  const { stages, variables } = stagesOf(graph, resource);
  const body = ofBody(graph, resource, variables);
  return {
    ...componentOf(graph, resource, componentId(graph, resource)),
    kind: 'REST',
    endpointType: endpointTypeOf(graph, resource, 'endpoint_configuration[0].types', 'EDGE'),
    endpoints: listOf(givenValue(graph, resource, ENDPOINTS)).flatMap(
      (each) => refFrom(each) ?? [],
    ),
    defaultEndpointDisabled: truthOf(graph, resource, 'disable_execute_api_endpoint', false),
    stages,
    methods: [...body.methods, ...restMethods(graph, resource, variables)],
    missing: body.missing,
  };
}

function httpApi(graph: ResourceGraph, resource: Resource): Api {
  const { stages, variables } = stagesOf(graph, resource);
  const body = ofBody(graph, resource, variables);
  const isSocket = knownText(resource.value('protocol_type')) === 'WEBSOCKET';
  return {
    ...componentOf(graph, resource, componentId(graph, resource)),
    kind: isSocket ? 'WEBSOCKET' : 'HTTP',
    endpointType: 'REGIONAL',
    endpoints: [],
    defaultEndpointDisabled: truthOf(graph, resource, 'disable_execute_api_endpoint', false),
    stages,
    methods: [...body.methods, ...httpRoutes(graph, resource, variables)],
    missing: body.missing,
  };
}

/** What an OpenAPI document says, when it is one and known. */
function ofBody(
  graph: ResourceGraph,
  resource: Resource,
  variables: Variables,
): { readonly methods: readonly ApiMethod[]; readonly missing: readonly string[] } {
  const body = givenValue(graph, resource, 'body');
  if (body === undefined || body === '') return { methods: [], missing: [] };
  const name = factOf(graph, resource, 'body');
  const document = isSymbol(body) || !isText(body) ? undefined : parseOpenApi(body);
  if (isUnknown(document?.['paths'])) return { methods: [], missing: [document['paths'].unknown] };
  if (document !== undefined) {
    return { methods: methodsOf(document, { graph, name, variables }), missing: [] };
  }
  const missing = missingIn(body);
  return { methods: [], missing: missing.length > 0 ? missing : [`OpenAPI document in ${name}`] };
}
