import { SymbolicText } from '@culvert/symbolic';
import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import type { Endpoint } from '../private-link';
import { once } from './by-id';
import { componentId } from './identity';
import { namedBy } from './named-resource';
import { resourcesOf } from './of-type';
import { factOf, knownText, missingIn, nameOf } from './read';
import { keyOf, refOf } from './reference';

type Service = Endpoint['service'];

const SERVICE = 'aws_vpc_endpoint_service';
const AWS =
  /^(?:cn\.)?(?:com|aws)\.(?:amazonaws|api|sagemaker)\.(?:s3-global\.(?<global>.+)|(?:[a-z]{2,}(?:-[a-z]+)+-\d+|\$\{[^}]*\})\.(?<name>.+))$/u;
const SOMEBODYS =
  /\.vpce\..*\.(?<id>vpce-svc-[0-9a-f]+)$|^com\.amazonaws\.vpce\.[^.]+\.(?<own>vpce-svc-[0-9a-f]+)$/u;

/** The service that an endpoint is for, by the service's name. */
export function serviceNamed(graph: ResourceGraph, endpoint: Resource): Service {
  const value = endpoint.value('service_name');
  const owner = namedBy(graph, value, SERVICE, 'service_name');
  if (owner?.mode === 'managed') return { endpointService: componentId(graph, owner) };
  const fact = factOf(graph, endpoint, 'service_name');
  return byText(value) ?? readByKind(graph, value) ?? { missing: missingOr(value, fact) };
}

function byText(value: Value | undefined): Service | undefined {
  const text = value instanceof SymbolicText ? String(value) : knownText(value);
  if (text === undefined) return undefined;
  const { id, own = id } = SOMEBODYS.exec(text)?.groups ?? {};
  if (own !== undefined) return { endpointService: own };
  const { global, name = global } = AWS.exec(text)?.groups ?? {};
  return name === undefined ? undefined : { aws: name };
}

/** A data source that is not read yet says which service of AWS it asks for. */
function readByKind(graph: ResourceGraph, value: Value | undefined): Service | undefined {
  const owner = isSymbol(value) ? graph.bySymbol(value.unknown) : undefined;
  const aws = owner?.mode === 'data' ? knownText(owner.value('service')) : undefined;
  return aws === undefined ? undefined : { aws };
}

function missingOr(value: Value | undefined, fact: string): readonly string[] {
  const missing = missingIn(value);
  return missing.length > 0 ? missing : [fact];
}

const byServiceId = once(
  (graph: ResourceGraph) =>
    new Map(resourcesOf(graph, SERVICE).map((each) => [componentId(graph, each), each])),
);

/** The resource of a service, when a document has it. */
export function serviceResource(graph: ResourceGraph, service: Service): Resource | undefined {
  if (!('endpointService' in service)) return undefined;
  return byServiceId(graph).get(keyOf(service.endpointService));
}

/** What accepts a connection, by the ids of the service and the endpoint. */
export const acceptersOf = once(
  (graph: ResourceGraph): ReadonlyMap<string, string> =>
    new Map(
      resourcesOf(graph, 'aws_vpc_endpoint_connection_accepter').map((each) => {
        const [service = '', endpoint = ''] = ['vpc_endpoint_service_id', 'vpc_endpoint_id'].map(
          (attribute) => keyOf(refOf(each, attribute) ?? ''),
        );
        return [connectionKey(service, endpoint), nameOf(graph, each)];
      }),
    ),
);

/** The key of the connection of an endpoint with a service. */
export function connectionKey(service: string, endpoint: string): string {
  return `${service} ${endpoint}`;
}
