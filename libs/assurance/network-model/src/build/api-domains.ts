import { FALSE, type Text, TRUE } from '@culvert/symbolic';
import type { Resource, ResourceGraph, Value } from '@culvert/terraform-graph';
import type { ApiDomain } from '../api';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentOf } from '../private/component';
import { endpointTypeOf } from '../private/endpoint-type';
import { componentId } from '../private/identity';
import { namedBy } from '../private/named-resource';
import { resourcesOf } from '../private/of-type';
import { blocksOf, factOf, nameOf, textOf } from '../private/read';
import { keyOf, refFrom, refOf } from '../private/reference';
import { groupedBy } from '../private/resources';
import type { Source } from '../private/source';

type Mapping = ApiDomain['mappings'][number];

/** Custom domain names of API Gateway, with what they lead to. */
export function apiDomains({ graph }: Source): ById<ApiDomain> {
  const mappings = mappingsOf(graph);
  const associations = groupedBy(
    resourcesOf(graph, 'aws_api_gateway_domain_name_access_association'),
    (each) => [keyOf(refOf(each, 'domain_name_arn') ?? '')],
  );
  const domain = (resource: Resource, endpointType: ApiDomain['endpointType']): ApiDomain => {
    const keys = keysOf(graph, resource);
    const first = <T>(map: ReadonlyMap<string, readonly T[]>): readonly T[] =>
      keys.map((key) => map.get(key)).find((found) => found !== undefined) ?? [];
    const mutual = blocksOf(resource.value('mutual_tls_authentication'));
    return {
      ...componentOf(graph, resource, componentId(graph, resource)),
      domainName: textOf(resource.value('domain_name')) ?? {
        unknown: factOf(graph, resource, 'domain_name'),
      },
      endpointType,
      mutualTls: mutual.length > 0 ? TRUE : FALSE,
      mappings: first(mappings).map(({ mapping }) => mapping),
      endpoints: first(associations).flatMap(
        (each) => refOf(each, 'access_association_source') ?? [],
      ),
    };
  };
  return byId(
    resourcesOf(graph, 'aws_api_gateway_domain_name').map((each) =>
      domain(each, endpointTypeOf(graph, each, 'endpoint_configuration[0].types', 'EDGE')),
    ),
    resourcesOf(graph, 'aws_apigatewayv2_domain_name').map((each) =>
      domain(
        each,
        endpointTypeOf(graph, each, 'domain_name_configuration[0].endpoint_type', 'REGIONAL'),
      ),
    ),
  );
}

/** By what others name it: private ones share names, so their own id and ARN come first. */
function keysOf(graph: ResourceGraph, resource: Resource): readonly string[] {
  const named = ['arn', 'domain_name_id', 'id', 'domain_name'].flatMap((attribute) => {
    const ref = refOf(resource, attribute);
    return ref === undefined ? [] : [keyOf(ref)];
  });
  return [...named, nameOf(graph, resource)];
}

function mappingsOf(graph: ResourceGraph) {
  const rest = resourcesOf(graph, 'aws_api_gateway_base_path_mapping').map((each) =>
    mappingOf(graph, each, 'stage_name', 'base_path'),
  );
  const http = resourcesOf(graph, 'aws_apigatewayv2_api_mapping').map((each) =>
    mappingOf(graph, each, 'stage', 'api_mapping_key'),
  );
  return groupedBy([...rest, ...http], ({ domain }) => [domain]);
}

function mappingOf(
  graph: ResourceGraph,
  resource: Resource,
  stage: string,
  path: string,
): { readonly domain: string; readonly mapping: Mapping } {
  const text = (attribute: string): Text =>
    textOf(stageName(graph, resource.value(attribute))) ?? '';
  const domain = refFrom(resource.value('domain_name_id')) ?? refOf(resource, 'domain_name');
  const api = refOf(resource, 'api_id') ?? { unknown: factOf(graph, resource, 'api_id') };
  return { domain: keyOf(domain ?? ''), mapping: { api, stage: text(stage), path: text(path) } };
}

/** A stage of an HTTP API is named by its id, which is its name. */
function stageName(graph: ResourceGraph, value: Value | undefined): Value | undefined {
  const stage = namedBy(graph, value, 'aws_apigatewayv2_stage', 'id');
  return stage === undefined ? value : stage.value('name');
}
