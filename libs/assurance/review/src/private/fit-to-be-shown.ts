import { withoutSecrets } from '@culvert/findings';

/** The same, in no text of which is what looks like a secret: Terraform's names and keys may hold some. */
export function fitToBeShown<T>(value: T): T {
  return shown(value) as T;
}

function shown(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shown);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]));
}
