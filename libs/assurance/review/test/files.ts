import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mistake, ReviewError } from '../src/review-error';

/** A folder that is gone after the tests. */
export function temporaryFolder(): {
  readonly path: string;
  write(name: string, text: string): string;
} {
  const path = mkdtempSync(join(tmpdir(), 'culvert-review-'));
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    path,
    write: (name, text) => {
      const file = join(path, name);
      writeFileSync(file, text);
      return file;
    },
  };
}

/** The mistakes of a step that must find some. */
export function mistakesOf(step: () => unknown): readonly Mistake[] {
  try {
    step();
  } catch (error) {
    if (error instanceof ReviewError) return error.mistakes;
    throw error;
  }
  return [];
}
