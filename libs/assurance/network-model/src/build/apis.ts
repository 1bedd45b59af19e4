import type { ById } from '../network';
import type { Api } from '../api';
import type { Source } from '../private/source';

export function apis(_source: Source): ById<Api> {
  return new Map();
}
