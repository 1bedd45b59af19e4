import { isSymbol, isText, type Resource, type Value } from '@culvert/terraform-graph';

/** A value that is known only after apply. */
export class Missing {
  /** @param facts their names, such as `aws_lb.a.internal` */
  public constructor(public readonly facts: readonly string[]) {}
}

export type Known = Value | undefined | Missing;

/**
 * An attribute's value.
 *
 * @param byDefault what AWS does when the configuration gives none
 */
export function attribute(resource: Resource, path: string, byDefault?: Value): Known {
  const value = resource.value(path);
  if (value === undefined || value === null) return byDefault;
  if (isSymbol(value)) {
    return isConfigured(resource, path) ? new Missing([value.unknown]) : byDefault;
  }
  return value;
}

/** Whether the attribute is given, be it as something that is known only after apply. */
export function isGiven(resource: Resource, path: string): boolean {
  const value = resource.value(path);
  if (isSymbol(value)) return isConfigured(resource, path);
  if (isText(value)) return value !== '';
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** The blocks of a kind that a resource has, or its list of values. */
export function listOf(resource: Resource, path: string): readonly Value[] | Missing {
  const value = attribute(resource, path, []);
  if (value instanceof Missing) return value;
  return Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}

/** The fields of a block. */
export function fieldsOf(value: Known): { readonly [name: string]: Value } {
  const isBlock = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isBlock && !isText(value as Value) && !(value instanceof Missing)
    ? (value as { readonly [name: string]: Value })
    : {};
}

/** Whether the configuration gives the attribute; a state knows no configuration. */
export function isConfigured(resource: Resource, path: string): boolean {
  return resource.isConfigured(path) !== false;
}
