import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_BY_SERVICE } from '@culvert/findings';
import { workspaceRoot } from '../test/run-script';
import { reviewRulesDocument } from './private/review-rules-document';

const FILE = join(workspaceRoot, 'docs', 'review-rules.md');

describe('docs/review-rules.md', () => {
  const document = reviewRulesDocument(RULES_BY_SERVICE);

  beforeAll(() => {
    if (process.env['CULVERT_WRITE_DOCS']) writeFileSync(FILE, document);
  });

  it('is what the rules say', () => {
    if (readFileSync(FILE, 'utf8') !== document) {
      throw new Error(`${FILE} is not current: run npx nx docs tools`);
    }
  });
});
