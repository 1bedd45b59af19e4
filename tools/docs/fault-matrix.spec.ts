import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorName } from '@culvert/errors';
import type { FaultRow } from '@culvert/loopback';
import { workspaceRoot } from '../test/run-script';
import { faultMatrixDocument } from './private/fault-matrix-document';

const FILE = join(workspaceRoot, 'docs', 'fault-matrix.md');

/** Where the tables are that the tests of the apps run. */
const TABLES = [
  ['apps/api-caller/test/fault-matrix.ts', 'faultMatrix'],
  ['apps/credential-rotator/test/rotation-matrix.ts', 'rotationMatrix'],
] as const;

const rows = TABLES.flatMap(([file, name]) => {
  const path = join(workspaceRoot, file);
  return existsSync(path) ? (jest.requireActual(path)[name] as FaultRow<ErrorName>[]) : [];
});

describe('docs/fault-matrix.md', () => {
  const document = faultMatrixDocument(rows);

  beforeAll(() => {
    if (process.env['CULVERT_WRITE_DOCS']) writeFileSync(FILE, document);
  });

  it('is what the tests run', () => {
    if (readFileSync(FILE, 'utf8') !== document) {
      throw new Error(`${FILE} is not current: run npx nx docs tools`);
    }
  });
});
