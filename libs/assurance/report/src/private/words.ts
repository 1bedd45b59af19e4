import type { FlowResult } from '../report';

/** `1 flow`, `2 flows`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** What stands between the two ends of a flow. */
export const EXPECTATIONS: Readonly<Record<FlowResult['expectation'], string>> = {
  reaches: 'reaches',
  never: 'never reaches',
  only: 'alone reaches',
  allowed: 'may',
  denied: 'must not',
};
