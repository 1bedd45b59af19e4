import type { ById } from '../network';
import type { ResolverRule } from '../dns';
import type { Source } from '../private/source';

export function resolverRules(_source: Source): ById<ResolverRule> {
  return new Map();
}
