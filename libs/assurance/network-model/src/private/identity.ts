import { SymbolicText } from '@culvert/symbolic';
import {
  type AttributePath,
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { namedBy } from './named-resource';
import { listOf, nameOf } from './read';
import { refFrom } from './reference';

/** Those that other resources name by their ARN. */
const BY_ARN = new Set([
  'aws_alb',
  'aws_alb_listener',
  'aws_alb_target_group',
  'aws_lambda_function',
  'aws_lb',
  'aws_lb_listener',
  'aws_lb_target_group',
]);

/** What a component's id is: AWS's id or ARN, else its symbol's name. */
export function componentId(graph: ResourceGraph, resource: Resource): string {
  const id = ids.get(resource) ?? idIn(graph, resource);
  ids.set(resource, id);
  return id;
}

/** They are asked for again and again. */
const ids = new WeakMap<Resource, string>();

function idIn(graph: ResourceGraph, resource: Resource): string {
  const attribute = BY_ARN.has(resource.type) ? 'arn' : 'id';
  const value = resource.value(attribute);
  if (isSymbol(value)) return value.unknown;
  return isText(value) && value !== '' ? String(value) : `${nameOf(graph, resource)}.${attribute}`;
}

/** The component that an attribute names, whichever of its attributes it is named by. */
export function componentRef(
  graph: ResourceGraph,
  resource: Resource,
  path: AttributePath,
): Ref | undefined {
  return refOfValue(graph, resource.value(path));
}

/** Those that an attribute names, see {@link componentRef}. */
export function componentRefs(
  graph: ResourceGraph,
  resource: Resource,
  path: AttributePath,
): readonly Ref[] {
  return listOf(resource.value(path)).flatMap((value) => refOfValue(graph, value) ?? []);
}

/** The component that a value names. */
export function refOfValue(graph: ResourceGraph, value: Value | undefined): Ref | undefined {
  if (isSymbol(value)) {
    const [candidate, ...others] = value.candidates;
    if (candidate !== undefined) return others.length > 0 ? value : soleOwner(graph, value);
    const owner = graph.bySymbol(value.unknown);
    return owner !== undefined && NAMED.has(owner.type) ? idOfNamed(graph, owner) : value.unknown;
  }
  const text = value instanceof SymbolicText ? String(value) : value;
  if (typeof text !== 'string' || text === '') return refFrom(value);
  return withoutQualifier(text);
}

/** Functions are called by many an attribute, and by their aliases. */
const NAMED = new Set([...BY_ARN, 'aws_lambda_alias']);

function idOfNamed(graph: ResourceGraph, owner: Resource): string | undefined {
  if (owner.type !== 'aws_lambda_alias') return componentId(graph, owner);
  const name = owner.value('function_name');
  const [target = functionNamed(graph, name)] = owner.referenced('function_name');
  return target === undefined ? `${nameOf(graph, owner)}.arn` : componentId(graph, target);
}

/** An alias has its function by name, or by ARN. */
function functionNamed(graph: ResourceGraph, name: Value | undefined): Resource | undefined {
  return (
    namedBy(graph, name, 'aws_lambda_function', 'function_name') ??
    namedBy(graph, name, 'aws_lambda_function', 'arn')
  );
}

/** Text is made of one thing's identifier: it is that, if it is of such a component. */
function soleOwner(graph: ResourceGraph, value: Value & { readonly candidates: readonly Value[] }) {
  const [candidate] = value.candidates;
  const owner = isSymbol(candidate) ? graph.bySymbol(candidate.unknown) : undefined;
  const isNamed = owner !== undefined && NAMED.has(owner.type);
  return isNamed ? idOfNamed(graph, owner) : refFrom(value);
}

/** A function's ARN without version or alias; other text as it is. */
function withoutQualifier(text: string): string {
  const found =
    /(?<arn>arn:[^/]*:lambda:[^/]*:function:[^:/]+)(?::[^/]*)?(?:\/invocations)?$/u.exec(text);
  return found?.groups?.['arn'] ?? text;
}
