import { knownValues } from './known-values';

/** Such as `10` or `-2.5`. */
function readNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : undefined;
}

/** A time in the W3C's profile of ISO 8601, or in seconds since 1970. */
function readTime(text: string): number | undefined {
  const seconds = readNumber(text);
  if (seconds !== undefined && text.length > 4) {
    return seconds * 1000;
  }
  const iso =
    /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/u.test(text);
  const time = iso ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

type Order = (value: number, expected: number) => boolean;

const ORDERS = {
  Equals: (value, expected) => value === expected,
  LessThan: (value, expected) => value < expected,
  LessThanEquals: (value, expected) => value <= expected,
  GreaterThan: (value, expected) => value > expected,
  GreaterThanEquals: (value, expected) => value >= expected,
} as const satisfies Record<string, Order>;

export function numeric(order: keyof typeof ORDERS) {
  return knownValues('a number', readNumber, ORDERS[order]);
}

export function date(order: keyof typeof ORDERS) {
  return knownValues('a time such as 2030-01-31T12:00:00Z', readTime, ORDERS[order]);
}
