import { FALSE, parseJsonWithSymbols, type Text, truthOf as truth } from '@culvert/symbolic';
import type { ResourceGraph } from '@culvert/terraform-graph';
import { parse } from 'yaml';
import type { ApiMethod } from '../../api';
import type { Authorization } from './authorization';
import { integrationOf } from './integration';
import { type Variables, withStageVariables } from './stage-variables';
import { fieldsOf, type Fields, knownText, listOf } from '../read';
import type { Value } from '@culvert/terraform-graph';

/** Where an OpenAPI document stands, and what its variables may be. */
export interface DocumentPlace {
  readonly graph: ResourceGraph;
  /** What Terraform calls its attribute. */
  readonly name: string;
  readonly variables: Variables;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const ANY = 'x-amazon-apigateway-any-method';

/** The document, of JSON or YAML; undefined when it is neither. Text that is not known is in JSON only. */
export function parseOpenApi(text: Text): Fields | undefined {
  try {
    const isYaml = typeof text === 'string' && !text.trimStart().startsWith('{');
    const fields = fieldsOf((isYaml ? parse(text) : parseJsonWithSymbols(text)) as Value);
    return Object.keys(fields).length > 0 ? fields : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The methods of a document with API Gateway's extensions.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export function methodsOf(document: Fields, place: DocumentPlace): readonly ApiMethod[] {
  return Object.entries(fieldsOf(document['paths'])).flatMap(([path, item]) =>
    [...METHODS, ANY].flatMap((key): readonly ApiMethod[] => {
      const operation = fieldsOf(item)[key];
      if (operation === undefined || operation === null) return [];
      const method = key === ANY ? 'ANY' : key.toUpperCase();
      return [methodOf(document, fieldsOf(operation), { method, path }, place)];
    }),
  );
}

function methodOf(
  document: Fields,
  operation: Fields,
  { method, path }: Pick<ApiMethod, 'method' | 'path'>,
  place: DocumentPlace,
): ApiMethod {
  const name = `${place.name} ${method} ${path}`;
  const security = securityOf(document, operation, name);
  const fields = fieldsOf(operation['x-amazon-apigateway-integration']);
  const isGiven = Object.keys(fields).length > 0;
  const resolved = (key: string) => withStageVariables(fields[key], place.variables, name);
  return {
    name,
    method,
    path: path === '/$default' ? '$default' : path,
    ...security,
    integration: isGiven
      ? integrationOf(place.graph, {
          type: fields['type'],
          connectionType: fields['connectionType'],
          connectionId: resolved('connectionId'),
          target: resolved('integrationTarget') ?? listenerIn(fields, resolved('uri')),
          uri: resolved('uri'),
          fact: `${name} integration`,
        })
      : { kind: 'unknown', missing: [`${name} integration`] },
  };
}

/** An HTTP API names the listener in the URI. */
function listenerIn(fields: Fields, uri: Value | undefined): Value | undefined {
  const isLink = knownText(fields['connectionType'])?.toUpperCase() === 'VPC_LINK';
  return isLink && knownText(uri)?.startsWith('arn:') ? uri : undefined;
}

type Security = Pick<ApiMethod, 'authorization' | 'authorizer' | 'apiKeyRequired'>;

/** All schemes of one requirement must be met; of several requirements API Gateway takes the first. */
function securityOf(document: Fields, operation: Fields, name: string): Security {
  const said = knownText(fieldsOf(operation['x-amazon-apigateway-auth'])['type']);
  if (said !== undefined && said.toUpperCase() !== 'NONE') {
    return { authorization: kindOf(said, name), apiKeyRequired: FALSE };
  }
  const [requirement] = listOf(operation['security'] ?? document['security']);
  const schemes = {
    ...fieldsOf(document['securityDefinitions']),
    ...fieldsOf(fieldsOf(document['components'])['securitySchemes']),
  };
  let security: Security = { authorization: 'NONE', apiKeyRequired: FALSE };
  for (const scheme of Object.keys(fieldsOf(requirement))) {
    const kind = schemeKind(fieldsOf(schemes[scheme]), `${name} ${scheme}`);
    if (kind === 'API_KEY') security = { ...security, apiKeyRequired: truth(true) };
    else if (kind === 'AWS_IAM') security = { ...security, authorization: kind };
    else security = { ...security, authorization: kind, authorizer: `${name} ${scheme}` };
  }
  return security;
}

function schemeKind(scheme: Fields, name: string): Authorization | 'API_KEY' {
  const authorizer = fieldsOf(scheme['x-amazon-apigateway-authorizer']);
  const kind = knownText(authorizer['type'])?.toLowerCase();
  if (kind === 'jwt') return 'JWT';
  if (kind === 'cognito_user_pools') return 'COGNITO_USER_POOLS';
  if (kind === 'token' || kind === 'request') return 'CUSTOM';
  const said = knownText(scheme['x-amazon-apigateway-authtype']);
  if (said !== undefined) return kindOf(said, name);
  return scheme['type'] === 'apiKey' ? 'API_KEY' : { unknown: name };
}

function kindOf(said: string, name: string): Authorization {
  const kinds: Readonly<Record<string, Authorization>> = {
    awssigv4: 'AWS_IAM',
    aws_iam: 'AWS_IAM',
    custom: 'CUSTOM',
    oauth2: 'CUSTOM',
    cognito_user_pools: 'COGNITO_USER_POOLS',
    jwt: 'JWT',
  };
  return kinds[said.toLowerCase()] ?? { unknown: name };
}
