import type { ApiMethod } from '../../api';
import { isUnknown, type Unknown } from '@culvert/symbolic';

export type Authorization = ApiMethod['authorization'];

const KINDS = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS', 'JWT'] as const;

/** The kind of authorization; none when nothing is said. */
export function authorizationOf(value: string | Unknown | undefined, fact: string): Authorization {
  if (value === undefined) return 'NONE';
  if (isUnknown(value)) return value;
  return KINDS.find((kind) => kind === value.toUpperCase()) ?? { unknown: fact };
}
