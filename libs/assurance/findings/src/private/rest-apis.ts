import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { attribute } from './attribute';
import { companionsOf } from './companions';

/** Whether it is reached through endpoints only; of an API, or of a domain name. */
export function isPrivateApi(resource: Resource): boolean {
  const types = attribute(resource, 'endpoint_configuration[0].types', []);
  return Array.isArray(types) && types.includes('PRIVATE');
}

/** What a method calls. */
export interface Integration {
  readonly uri: string;
}

/** The integrations of an API: resources of their own, and those in its OpenAPI document. */
export function integrationsOf(graph: ResourceGraph, api: Resource): readonly Integration[] {
  const own = companionsOf(graph, api, 'aws_api_gateway_integration', 'rest_api_id');
  const body = attribute(api, 'body');
  return [
    ...own.map(({ companion }) => ({ uri: String(companion.value('uri') ?? '') })),
    ...(typeof body === 'string' ? urisIn(body) : []),
  ];
}

const URI = /"?uri"?\s*:\s*"?(?<uri>https?:\/\/[^\s"]+)/g;

function urisIn(body: string): readonly Integration[] {
  return Array.from(body.matchAll(URI), ({ groups }) => ({ uri: groups?.['uri'] ?? '' }));
}
