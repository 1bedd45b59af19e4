import { InvalidInput } from '@culvert/errors';
import type { ApiClientOptions } from '../api-client-options';

type Numbers = 'maxAttempts' | 'maxResponseBytes' | 'marginMs' | 'minAttemptMs';

const DEFAULTS: Readonly<Record<Numbers, number>> = {
  maxAttempts: 3,
  maxResponseBytes: 1_048_576,
  marginMs: 500,
  minAttemptMs: 500,
};
const LEAST: Readonly<Record<Numbers, number>> = {
  maxAttempts: 1,
  maxResponseBytes: 1,
  marginMs: 0,
  minAttemptMs: 0,
};

export type Settings = Omit<ApiClientOptions, Numbers> &
  Required<Pick<ApiClientOptions, Numbers | 'observe'>>;

/** @throws InvalidInput when a number is not a whole one, or too small */
export function settings(options: ApiClientOptions): Settings {
  return {
    ...options,
    observe: options.observe ?? (() => undefined),
    maxAttempts: number(options, 'maxAttempts'),
    maxResponseBytes: number(options, 'maxResponseBytes'),
    marginMs: number(options, 'marginMs'),
    minAttemptMs: number(options, 'minAttemptMs'),
  };
}

function number(options: ApiClientOptions, name: Numbers): number {
  const value = options[name] ?? DEFAULTS[name];
  if (!Number.isSafeInteger(value) || value < LEAST[name]) {
    throw new InvalidInput(`${name} is ${value}: give a whole number from ${LEAST[name]} on`);
  }
  return value;
}
