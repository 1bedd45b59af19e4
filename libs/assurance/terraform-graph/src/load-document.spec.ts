import { constants } from 'node:buffer';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentError, loadDocument, parseDocument } from './index';

const PLAN = { format_version: '1.2', terraform_version: '1.11.4', resource_changes: [] };

describe('loadDocument', () => {
  const directory = mkdtempSync(join(tmpdir(), 'culvert-documents-'));
  const file = join(directory, 'orders.json');
  afterAll(() => rmSync(directory, { recursive: true }));

  function errorOf(content: string | Buffer): DocumentError {
    writeFileSync(file, content);
    try {
      loadDocument(file);
    } catch (error) {
      if (error instanceof DocumentError) return error;
      throw error;
    }
    throw new Error('no error');
  }

  it('reads a plan, named after its file', () => {
    writeFileSync(file, JSON.stringify(PLAN));

    expect(loadDocument(file)).toMatchObject({
      name: 'orders',
      kind: 'plan',
      path: file,
      terraformVersion: '1.11.4',
    });
    expect(loadDocument(file, { name: 'network' }).name).toBe('network');
  });

  it.each([
    ['with a byte order mark', Buffer.from(`\ufeff${JSON.stringify(PLAN)}`)],
    ['in UTF-16', Buffer.from(`\ufeff${JSON.stringify(PLAN)}`, 'utf16le')],
  ])('reads what PowerShell writes %s', (_title, content) => {
    writeFileSync(file, content);

    expect(loadDocument(file).kind).toBe('plan');
  });

  it.each([
    ['not-json', '{"password": "hunter2', 'is not JSON'],
    ['not-json', ' \n', 'is empty'],
    ['saved-plan', Buffer.from('PK\u0003\u0004…'), 'terraform show -json <plan>'],
    [
      'raw-state',
      '{"version": 4, "serial": 1, "lineage": "x", "resources": []}',
      'terraform show -json',
    ],
    ['unknown-format', '["hunter2"]', 'is a list, neither a plan nor a state'],
    ['unknown-format', '{"resource": {"aws_vpc": {}}, "hunter2!": 1}', 'its keys are resource'],
    [
      'unsupported-version',
      '{"format_version": "2.0", "resource_changes": []}',
      'has format_version "2.0", not "1.x"',
    ],
    [
      'unsupported-version',
      '{"format_version": "0.2", "planned_values": {}}',
      'Terraform 1.1 or later',
    ],
    ['unsupported-version', '{"values": {}}', 'has format_version missing'],
    [
      'malformed',
      '{"format_version": "1.2", "resource_changes": "hunter2"}',
      '/resource_changes is text and must be array',
    ],
    [
      'malformed',
      '{"format_version": "1.2", "resource_changes": [{"address": "a", "mode": "managed", "type": "t", "name": "n", "change": {"actions": ["create"], "after": "hunter2"}}]}',
      '/resource_changes/0/change/after is text and must be object,null',
    ],
    [
      'malformed',
      `{"format_version": "1.0", "values": {"root_module": ${'{"child_modules": ['.repeat(20_000)}${']}'.repeat(20_000)}}}`,
      'nested too deep',
    ],
  ])('fails as %s on %s', (code, content, message) => {
    const error = errorOf(content);

    expect(error).toMatchObject({ code, document: file });
    expect(error.message).toContain(message);
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('hunter2');
  });

  it('fails on a file that is not there', () => {
    const missing = join(directory, 'missing.json');

    expect(() => loadDocument(missing)).toThrow(
      new DocumentError('unreadable', missing, 'cannot be read (ENOENT)'),
    );
  });

  it('fails on a file larger than a text can be, before it reads it', () => {
    const large = join(directory, 'large.json');
    writeFileSync(large, '');
    truncateSync(large, constants.MAX_STRING_LENGTH + 1);

    expect(() => loadDocument(large)).toThrow(
      /large\.json: has 536 MB, more than the 536 MB that can be read/,
    );
  });
});

describe('parseDocument', () => {
  it.each([
    ['planning failed', { errored: true, complete: false }, ['planning ended with an error']],
    [
      'it has targets',
      { complete: false },
      ['another plan is needed after this one, as with -target'],
    ],
    ['it defers', { complete: true, deferred_changes: [{}, {}] }, ['2 changes are deferred']],
    ['it is whole', { complete: true, errored: false }, []],
    ['it is of an older Terraform', {}, []],
  ])('says what is missing in a plan when %s', (_title, more, incomplete) => {
    expect(parseDocument({ ...PLAN, ...more }, { name: 'orders' }).incomplete).toEqual(incomplete);
  });

  it('takes the state of nothing for a state', () => {
    expect(parseDocument({ format_version: '1.0' }, { name: 'empty' })).toMatchObject({
      kind: 'state',
      incomplete: [],
    });
  });

  it('ignores fields that it does not know', () => {
    const later = { ...PLAN, format_version: '1.99', action_invocations: [{ what: 'ever' }] };

    expect(parseDocument(later, { name: 'later' }).kind).toBe('plan');
  });
});
