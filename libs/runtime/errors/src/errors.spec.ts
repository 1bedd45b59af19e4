import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as errors from './index';
import { CulvertError, errorHandling, errorNames, type InvalidInput, RateLimited } from './index';

type Concrete = new (message: string, options?: { cause?: unknown }) => InvalidInput;

const classes = Object.entries<unknown>(errors as Record<string, unknown>).filter(
  (entry): entry is [string, Concrete] =>
    typeof entry[1] === 'function' && entry[1].prototype instanceof CulvertError,
);

describe('errors', () => {
  it('names every class, and only classes', () => {
    expect(classes.map(([name]) => name).sort()).toEqual([...errorNames].sort());
  });

  it.each(classes)('%s is called so whatever a bundler calls its class', (name, Class) => {
    const Minified = class e extends Class {};

    const error = new Minified('no such order');

    expect(error.name).toBe(name);
    expect(error.stack).toMatch(`${name}: no such order\n`);
    expect(Object.keys(error)).not.toContain('name');
  });

  it.each(classes)('%s keeps what caused it', (_name, Class) => {
    const cause = new TypeError('fetch failed');

    expect(new Class('no answer', { cause }).cause).toBe(cause);
    expect(new Class('no answer')).not.toHaveProperty('cause');
  });

  it('says how long to wait only when that is known', () => {
    expect(new RateLimited('too many requests', { retryAfterSeconds: 0 }).retryAfterSeconds).toBe(
      0,
    );
    expect(new RateLimited('too many requests').retryAfterSeconds).toBeUndefined();
  });

  it('cannot have its list of names changed', () => {
    expect(() => (errorNames as string[]).push('Other')).toThrow(TypeError);
  });

  it('is described in the README as it is handled', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `(\w+)` .*\| (retry|catch)\b/gm)];

    expect(Object.fromEntries(rows.map(([, name, handling]) => [name, handling]))).toEqual(
      errorHandling,
    );
  });
});
