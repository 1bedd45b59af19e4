import { knownValues } from './known-values';

/** Both as base64. */
export const equalBytes = knownValues<Buffer>(
  'base64',
  (text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64').replace(/=+$/u, '') === text.replace(/=+$/u, '')
      ? bytes
      : undefined;
  },
  (value, expected) => value.equals(expected),
);
