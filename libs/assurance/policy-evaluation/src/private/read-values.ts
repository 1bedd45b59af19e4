import { isUnknown, SymbolicText, type Text } from '@culvert/symbolic';
import { below, type Problems, shown } from './problems';

/** The members of an object; `undefined`, and a problem, for anything else. */
export function readObject(
  value: unknown,
  pointer: string,
  problems: Problems,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isText(value)) {
    problems.add(pointer, `expected an object, found ${shown(value)}`);
    return undefined;
  }
  return value as Readonly<Record<string, unknown>>;
}

/** Adds a problem for each member that is none of those known. */
export function requireKnown(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
  pointer: string,
  problems: Problems,
): void {
  for (const key of Object.keys(object).filter((name) => !known.includes(name))) {
    const meant = known.find((name) => name.toLowerCase() === key.toLowerCase());
    problems.add(
      below(pointer, key),
      meant === undefined
        ? `is not an element of a policy here: use one of ${known.join(', ')}`
        : `is not an element of a policy: write it ${meant}`,
    );
  }
}

/** One text or a list of them; numbers and booleans are taken as they are written. */
export function readTexts(value: unknown, pointer: string, problems: Problems): readonly Text[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each, index) => {
    if (isText(each)) {
      return [each];
    }
    if (typeof each === 'number' || typeof each === 'boolean') {
      return [String(each)];
    }
    problems.add(
      Array.isArray(value) ? below(pointer, index) : pointer,
      `expected text, found ${shown(each)}`,
    );
    return [];
  });
}

function isText(value: unknown): value is Text {
  return typeof value === 'string' || isUnknown(value) || value instanceof SymbolicText;
}
