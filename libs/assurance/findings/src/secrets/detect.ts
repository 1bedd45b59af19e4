import { assignsSecret } from './assignments';
import { isCalledSecret } from './called-secret';
import { givesPassword } from './commands';
import { formatIn, isSecretKey } from './formats';
import { textsWithin } from './hidden-text';

/** A secret in a value: of which kind, and where in it. */
export interface Detected {
  readonly kind: string;
  /** The steps into JSON that is in the text. */
  readonly within: readonly (string | number)[];
}

/** Base64 of JSON in base64 and so on: no deeper than this. */
const DEEPEST = 5;

/**
 * The secrets in a text.
 *
 * @param name what the text is called
 */
export function* secretsIn(text: string, name: string, depth = 0): Iterable<Detected> {
  const json = jsonOf(text);
  if (json !== undefined && depth < DEEPEST) {
    yield* secretsInJson(json, name, depth + 1);
    return;
  }
  const kind = kindOf(text, name);
  if (kind !== undefined) {
    yield { kind, within: [] };
    return;
  }
  if (depth >= DEEPEST) return;
  for (const inner of textsWithin(text)) {
    for (const { kind: hidden } of secretsIn(inner, '', depth + 1)) {
      yield { kind: hidden, within: [] };
      return;
    }
  }
}

function kindOf(text: string, name: string): string | undefined {
  const format = formatIn(text);
  if (format !== undefined) return format;
  if (isCalledSecret(name, text)) return 'what its name says is a secret';
  return assignsSecret(text) || givesPassword(text) ? 'a secret in a text' : undefined;
}

function* secretsInJson(json: unknown, name: string, depth: number): Iterable<Detected> {
  if (typeof json === 'string') {
    yield* secretsIn(json, name, depth);
  } else if (typeof json === 'object' && json !== null) {
    const given = nameGiven(json);
    for (const [key, value] of Object.entries(json)) {
      const step = Array.isArray(json) ? Number(key) : key;
      const called = calledBy(step, name, given);
      for (const { kind, within } of secretsInJson(value, called, depth)) {
        yield { kind, within: [step, ...within] };
      }
      if (isSecretKey(key)) yield { kind: 'a secret as a key', within: [step] };
    }
    if (isPrivateJwk(json)) yield { kind: 'a private key', within: [] };
  }
}

/** Whether it is a JSON Web Key with what is private of it. */
export function isPrivateJwk(json: object): boolean {
  const { kty, d, k } = json as Record<string, unknown>;
  return typeof kty === 'string' && typeof (kty === 'oct' ? k : d) === 'string';
}

/** The name that an object gives its value: `{ "name": "DB_PASSWORD", "value": "…" }`. */
export function nameGiven(json: object): string | undefined {
  const { name, Name, key, Key } = json as Record<string, unknown>;
  const given = name ?? Name ?? key ?? Key;
  return typeof given === 'string' ? given : undefined;
}

/** What a value is called: by its key, by the object it is in, or as the list that it is in. */
export function calledBy(step: string | number, outer: string, given: string | undefined): string {
  if (typeof step === 'number') return outer;
  return given !== undefined && /^value$/i.test(step) ? given : step;
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** No document is that deep, and what is may be made to exhaust the stack. */
const DEEPEST_JSON = 200;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST_JSON) return true;
  }
  return false;
}
