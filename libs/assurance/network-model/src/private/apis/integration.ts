import { SymbolicText, type Text } from '@culvert/symbolic';
import { isSymbol, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import type { Integration } from '../../api';
import { refOfValue } from '../identity';
import { knownText, missingIn, textOf } from '../read';

/** What an integration says of itself, whatever document it stands in. */
export interface IntegrationFields {
  readonly type: Value | undefined;
  readonly connectionType: Value | undefined;
  readonly connectionId: Value | undefined;
  /** The load balancer, or a listener of one, behind a VPC link. */
  readonly target: Value | undefined;
  readonly uri: Value | undefined;
  /** The name of the fact without which it cannot be told. */
  readonly fact: string;
}

/** What a method calls. */
export function integrationOf(graph: ResourceGraph, fields: IntegrationFields): Integration {
  const { connectionType, connectionId, fact } = fields;
  const type = knownText(fields.type)?.toUpperCase();
  if (type === undefined) return { kind: 'unknown', missing: missingOr(fields.type, fact) };
  if (type === 'MOCK') return { kind: 'mock' };
  const connection = knownText(connectionType) ?? (textOf(connectionType) ? undefined : 'INTERNET');
  if (connection === undefined)
    return { kind: 'unknown', missing: missingOr(connectionType, fact) };
  const uri = textOf(fields.uri);
  if (connection.toUpperCase() === 'VPC_LINK') {
    const vpcLink = refOfValue(graph, connectionId);
    if (vpcLink === undefined) return { kind: 'unknown', missing: missingOr(connectionId, fact) };
    const target = refOfValue(graph, fields.target);
    return { kind: 'vpc-link', vpcLink, target, port: portOf(uri), uri };
  }
  if (uri === undefined) return { kind: 'unknown', missing: missingOr(fields.uri, fact) };
  if (type === 'HTTP' || type === 'HTTP_PROXY') return { kind: 'http', uri };
  const name = functionNamed(graph, uri);
  return name === undefined ? { kind: 'aws', uri } : { kind: 'function', function: name };
}

function missingOr(value: Value | undefined, fact: string): readonly string[] {
  const missing = missingIn(value);
  return missing.length > 0 ? missing : [fact];
}

/** The port that the URI names. */
function portOf(uri: Text | undefined): number | undefined {
  if (uri === undefined) return undefined;
  const text = typeof uri === 'string' ? uri : String(uri);
  const port = /^[a-z]+:\/\/[^/]*:(?<port>\d+)(?:\/|$)/u.exec(text)?.groups?.['port'];
  return port === undefined ? undefined : Number(port);
}

const INVOCATION = /:lambda:path\/[\d-]+\/functions\/(?<arn>.+)\/invocations$/u;
const FUNCTION = /^arn:[^:]*:lambda:.*:function:/u;

/** The function that a URI invokes. */
function functionNamed(graph: ResourceGraph, uri: Text) {
  if (isSymbol(uri as Value)) {
    const owner = ownerOf(graph, uri as Value);
    const isFunction = owner === 'aws_lambda_function' || owner === 'aws_lambda_alias';
    return isFunction ? refOfValue(graph, uri as Value) : undefined;
  }
  const text = typeof uri === 'string' ? uri : String(uri);
  const arn = INVOCATION.exec(text)?.groups?.['arn'] ?? (FUNCTION.test(text) ? text : undefined);
  if (arn === undefined) return undefined;
  const symbol = uri instanceof SymbolicText ? inside(graph, uri) : undefined;
  return symbol ?? refOfValue(graph, arn);
}

/** A symbol in the text that is a function's own. */
function inside(graph: ResourceGraph, uri: SymbolicText) {
  const symbol = uri.parts.find(
    (part) => isSymbol(part as Value) && ownerOf(graph, part as Value)?.startsWith('aws_lambda_'),
  );
  return symbol === undefined ? undefined : refOfValue(graph, symbol as Value);
}

function ownerOf(graph: ResourceGraph, value: Value): string | undefined {
  if (!isSymbol(value)) return undefined;
  const [candidate = value] = value.candidates.length === 1 ? value.candidates : [];
  return isSymbol(candidate) ? graph.bySymbol(candidate.unknown)?.type : undefined;
}
