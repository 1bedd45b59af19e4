import type { ById } from '../network';
import type { ApiDomain } from '../api';
import type { Source } from '../private/source';

export function apiDomains(_source: Source): ById<ApiDomain> {
  return new Map();
}
