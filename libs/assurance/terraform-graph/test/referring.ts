import type { Json, JsonObject } from '../src/json';
import type { ResourceGraph } from '../src/index';
import { change, smallGraph } from './small-plan';

/**
 * A graph of VPCs `a` and `b` that are created, VPC `known` that is there, and of one resource
 * `<type>.x` that refers to them.
 */
export function referring(
  type: string,
  expressions: JsonObject,
  unknown: JsonObject,
  {
    after = {},
    more = [],
    config = {},
  }: { after?: JsonObject; more?: readonly Json[]; config?: JsonObject } = {},
): ResourceGraph {
  const known = { actions: ['no-op'], after: { id: 'vpc-0123456789abcdef0' }, after_unknown: {} };
  return smallGraph(
    [
      change('aws_vpc.a'),
      change('aws_vpc.b'),
      change('aws_vpc.known', {}, known),
      change(`${type}.x`, {}, { after, after_unknown: unknown }),
      ...more,
    ],
    {
      configuration: {
        root_module: { resources: [{ address: `${type}.x`, expressions, ...config }] },
      },
    },
  );
}

/** A reference as a plan lists it: with its prefix behind it. */
export function to(...references: readonly string[]): { references: string[] } {
  return {
    references: references.flatMap((reference) => {
      const prefix = reference.replace(/\.\w+$/, '');
      return prefix.includes('.') ? [reference, prefix] : [reference];
    }),
  };
}
