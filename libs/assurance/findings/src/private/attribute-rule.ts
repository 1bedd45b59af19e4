import type { Resource, ResourceGraph, Value } from '@culvert/terraform-graph';
import type { Problem, Rule } from '../rule';
import { attribute, isGiven, Missing } from './attribute';

export interface AttributeRule extends Omit<Rule, 'check'> {
  readonly types: readonly string[];
  readonly path: string;
  /** What AWS does when the configuration gives nothing. */
  readonly byDefault?: Value;
  /** Which of the resources it is about. @default - all */
  readonly applies?: (resource: Resource, graph: ResourceGraph) => boolean;
  /** The only good value, whether a value is good, or that there is any. */
  readonly wanted: boolean | 'given' | ((value: Value | undefined) => boolean);
  readonly message: string;
  readonly remedy: string;
}

/** A rule about the value of one attribute. */
export function attributeRule(props: AttributeRule): Rule {
  const { types, path, byDefault, applies, wanted, message, remedy, ...rule } = props;
  const missingOf = (resource: Resource): readonly string[] | undefined => {
    if (wanted === 'given') return isGiven(resource, path) ? undefined : [];
    const value = attribute(resource, path, byDefault);
    if (value instanceof Missing) return value.facts;
    const good = typeof wanted === 'function' ? wanted(value) : value === wanted;
    return good ? undefined : [];
  };
  return {
    ...rule,
    *check(graph): Iterable<Problem> {
      for (const resource of types.flatMap((type) => graph.resources(type))) {
        if (applies?.(resource, graph) === false) continue;
        const missing = missingOf(resource);
        if (missing !== undefined) yield { resource, path, message, remedy, missing };
      }
    },
  };
}
