import fc from 'fast-check';
import { mergePatch } from './merge-patch';

describe('mergePatch', () => {
  it.each([
    ['merges mappings', { a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
    ['replaces lists', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['replaces a scalar by a mapping', { a: 1 }, { a: { b: null, c: 2 } }, { a: { c: 2 } }],
    ['removes what is null', { a: 1, b: 2 }, { a: null }, { b: 2 }],
    ['removes nothing that is not there', { a: 1 }, { b: null }, { a: 1 }],
    ['replaces everything by what is no mapping', { a: 1 }, ['b'], ['b']],
  ])('%s', (_title, target, patch, merged) => {
    expect(mergePatch(target, patch)).toEqual(merged);
  });

  it('treats __proto__ and constructor as the keys they are', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "b": 3}'));

    expect(Object.keys(merged as object)).toEqual(['__proto__', 'constructor', 'b']);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  });

  it('changes neither target nor patch, and is idempotent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (target, patch) => {
        const before = JSON.stringify([target, patch]);
        const merged = mergePatch(target, patch);

        expect(mergePatch(merged, patch)).toEqual(merged);
        expect(JSON.stringify([target, patch])).toBe(before);
      }),
    );
  });
});
