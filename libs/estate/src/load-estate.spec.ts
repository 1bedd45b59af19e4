import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { mistakesIn, mistakesOf } from '../test/mistakes-in';
import { README_ESTATE, README_ESTATE_WITH_ONPREM, README_MESSAGE } from '../test/readme-estate';
import { loadEstate, parseEstate } from './index';
import { mergePatch } from './private/merge-patch';

describe('loadEstate', () => {
  const directory = mkdtempSync(join(tmpdir(), 'culvert-estates-'));
  const write = (name: string, text: string) =>
    writeFileSync(join(directory, `${name}.yaml`), text);
  const fileOf = (name: string) => relative('', join(directory, `${name}.yaml`));
  const mistakes = (name: string) => mistakesOf(() => loadEstate({ name, directory }));
  beforeAll(() => write('production', README_ESTATE));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('fails when there is no such estate, naming those there are', () => {
    write('lab', README_ESTATE);

    expect(mistakes('../production')).toEqual([
      expect.objectContaining({ value: '../production', allowed: 'one of lab, production' }),
    ]);
  });

  it('fails when there is no such directory', () => {
    const missing = join(directory, 'missing');

    expect(mistakesOf(() => loadEstate({ name: 'lab', directory: missing }))).toEqual([
      expect.objectContaining({
        file: relative('', missing),
        allowed: expect.stringContaining('a directory that can be read (ENOENT'),
      }),
    ]);
  });

  it('merges an estate into the one it extends', () => {
    write('child', 'extends: production\ncrossAccountPrivatelink: { vpcLink: v1 }\n');
    write('grandchild', 'extends: child\ntags: { owner: me }\ncrossAccountPrivatelink: null\n');
    const { crossAccountPrivatelink: scenario, ...rest } = loadEstate({
      name: 'production',
      directory,
    });

    expect(loadEstate({ name: 'child', directory })).toEqual({
      ...rest,
      crossAccountPrivatelink: { ...scenario, vpcLink: 'v1' },
    });
    expect(loadEstate({ name: 'grandchild', directory })).toEqual({
      ...rest,
      tags: { owner: 'me' },
    });
  });

  it('names the file and line that each wrong value comes from', () => {
    write('wrong', README_ESTATE.replace('eu-central-1', 'eu-central-9'));
    write('heir', 'extends: wrong\ntags: {}\n\nstate: { type: gcs }\n');

    expect(mistakes('heir')).toEqual([
      expect.objectContaining({ path: '/state/type', file: fileOf('heir'), line: 4 }),
      expect.objectContaining({ path: '/region', file: fileOf('wrong'), line: 1 }),
    ]);
  });

  it('fails when the estate it extends is not there, or extends it', () => {
    write('circle', 'extends: circular\n');
    write('circular', '# round\nextends: circle\n');
    write('orphan', 'extends: nobody\n');
    write('odd', 'extends: [production]\n');

    expect(mistakes('circle')).toEqual([
      expect.objectContaining({
        path: '/extends',
        value: 'circle',
        file: fileOf('circular'),
        line: 2,
      }),
    ]);
    for (const [name, value] of [
      ['orphan', 'nobody'],
      ['odd', ['production']],
    ] as const) {
      expect(mistakes(name)).toEqual([
        expect.objectContaining({
          path: '/extends',
          value,
          allowed: expect.stringContaining('production'),
        }),
      ]);
    }
  });
});

describe('parseEstate', () => {
  it('names every mistake in the message, a line each, as the README shows', () => {
    const text = README_ESTATE.replace("'444455556666'", '444455556666')
      .replace('euc1-az2', 'euc1-az9')
      .replaceAll('10.42.', '10.41.');

    expect(() => parseEstate(text, { file: 'estates/production.yaml' })).toThrow(
      new Error(README_MESSAGE),
    );
  });

  it.each([
    ['an error of syntax', 'region: x\naccounts: [\nstate: y\n', 3, /^valid YAML \(/],
    ['a tag that is unknown', 'region: !secret x\n', 1, /Unresolved tag: !secret/],
    ['a tag of an older YAML', '%YAML 1.1\n---\nregion: !!binary aGk=\n', 3, /Unresolved tag/],
    ['a second document', 'region: x\n---\nregion: y\n', 2, /multiple documents/],
    ['a key that is no string', 'region: x\n[a]: b\n', 2, /keys must be strings/],
    ['an alias', 'region: &region x\nstate:\n  region: *region\n', 3, /not an alias/],
    ['an alias of itself', 'tags: &tags { tags: *tags }\n', 1, /not an alias/],
    ['an alias of nothing', 'region: *region\n', 1, /not an alias/],
  ])('fails on %s, naming the line', (_title, text, line, allowed) => {
    expect(mistakesIn(text)).toContainEqual(
      expect.objectContaining({ line, allowed: expect.stringMatching(allowed) }),
    );
  });

  it.each([500, 1000, 5000, 100_000])('fails on %i levels of nesting', (depth) => {
    expect(mistakesIn(`tags: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`)).not.toEqual([]);
    expect(mistakesIn(`tags: ${'['.repeat(depth)}1${']'.repeat(depth)}`)).not.toEqual([]);
    expect(mistakesIn(`${'? '.repeat(depth)}1`)).not.toEqual([]);
  });

  it('names a key that is there twice beside all other mistakes', () => {
    const text = `${README_ESTATE}  vpcLink: v1\n  vpcLink: v3\n`;

    expect(mistakesIn(text)).toEqual([
      expect.objectContaining({ path: '/crossAccountPrivatelink/vpcLink', value: 'vpcLink: v3' }),
      expect.objectContaining({ path: '/crossAccountPrivatelink/vpcLink', value: 'v3' }),
    ]);
  });

  it('listens on port 80 without TLS, unless told otherwise', () => {
    const portsOf = (service: object) => {
      const tls = { mode: 'none' };
      const { crossAccountPrivatelink, transitGatewayOnprem } = parseEstate(
        stringify(
          mergePatch(README_ESTATE_WITH_ONPREM, {
            crossAccountPrivatelink: { tls, application: { service } },
            transitGatewayOnprem: { tls, onPrem: { service } },
          }),
        ),
        { file: 'x.yaml' },
      );
      return [
        crossAccountPrivatelink?.application.service.port,
        transitGatewayOnprem?.onPrem.service.port,
      ];
    };

    expect(portsOf({})).toEqual([80, 80]);
    expect(portsOf({ port: 8080 })).toEqual([8080, 8080]);
  });

  it('keeps control characters of the file out of the message', () => {
    expect(() => parseEstate('"a\\e[31m\\nb": 1\n', { file: 'x.yaml' })).toThrow(
      ': /a\\x1b[31m\\x0ab is 1, allowed: only',
    );
  });
});
