import type { ById } from '../network';
import type { RouteTable } from '../vpc';
import type { Source } from '../private/source';

export function routeTables(_source: Source): ById<RouteTable> {
  return new Map();
}
